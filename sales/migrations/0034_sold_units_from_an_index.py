from django.db import migrations, models

from common.indexes import AddIndex, RemoveIndex


class Migration(migrations.Migration):
    """What was sold of a product is read from an index alone; it takes the place of the one without units."""

    atomic = False

    dependencies = [("sales", "0033_invoices_as_numbers")]

    operations = [
        AddIndex(
            model_name="saleline",
            index=models.Index(
                fields=["business", "product", "sold_at"],
                include=("quantity", "storefront"),
                name="sale_lines_by_product",
            ),
        ),
        RemoveIndex(model_name="saleline", name="sale_lines_of_product"),
    ]
