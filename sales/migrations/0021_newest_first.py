from django.db import migrations, models

from common.indexes import AddIndex, RemoveIndex


class Migration(migrations.Migration):
    """Lists are read in the order of an index that holds the id too, so that far pages are found in it alone."""

    atomic = False

    dependencies = [("sales", "0020_outcomes_of_messages")]

    operations = [
        AddIndex(
            model_name="payment",
            index=models.Index(fields=["business", "-received_at", "-id"], name="payments_newest_first"),
        ),
        AddIndex(
            model_name="sale",
            index=models.Index(fields=["business", "-sold_at", "-id"], name="sales_newest_first"),
        ),
        RemoveIndex(model_name="payment", name="sales_payme_busines_5682b0_idx"),
        RemoveIndex(model_name="sale", name="sales_sale_busines_75674e_idx"),
    ]
