from django.db import migrations, models

from common.indexes import AddIndex, RemoveIndex


class Migration(migrations.Migration):
    """Where and since when goods lay, when they ran out, and what was written off are read from indexes alone."""

    atomic = False

    dependencies = [("inventory", "0018_plainer_help_texts")]

    operations = [
        AddIndex(
            model_name="stockmovement",
            index=models.Index(
                fields=["business", "product", "-at"], include=("storefront",), name="movements_of_product"
            ),
        ),
        AddIndex(
            model_name="stockmovement",
            index=models.Index(
                fields=["business", "-at"], include=("storefront", "product"), name="movements_in_time"
            ),
        ),
        AddIndex(
            model_name="stockmovement",
            index=models.Index(
                fields=["business", "at"],
                condition=models.Q(balance_after__lte=0) | models.Q(balance_after=models.F("quantity")),
                name="movements_from_or_to_nothing",
            ),
        ),
        AddIndex(
            model_name="stockmovement",
            index=models.Index(
                fields=["business", "at"], condition=models.Q(kind="adjustment"), name="adjustments_in_time"
            ),
        ),
        RemoveIndex(model_name="stockmovement", name="inventory_s_busines_2620ca_idx"),
        RemoveIndex(model_name="stockmovement", name="inventory_s_busines_f1ee52_idx"),
    ]
