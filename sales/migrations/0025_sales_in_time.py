from django.db import migrations, models

from common.indexes import AddIndex, RemoveIndex


class Migration(migrations.Migration):
    """What is counted by customer is read from an index alone; it takes the place of the one for lists."""

    atomic = False

    dependencies = [("sales", "0024_opening_balances")]

    operations = [
        AddIndex(
            model_name="sale",
            index=models.Index(
                fields=["business", "-sold_at", "-id"],
                include=("customer", "storefront", "total", "tax", "kind", "voided_at"),
                name="sales_in_time",
            ),
        ),
        RemoveIndex(model_name="sale", name="sales_newest_first"),
    ]
