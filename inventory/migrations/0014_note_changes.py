"""Triggers that note what tills must hear of."""

from django.db import migrations

from common.change_triggers import note_changes


class Migration(migrations.Migration):
    dependencies = [("inventory", "0013_changes_for_tills")]

    operations = [
        note_changes(
            {
                "inventory_product": ("products", "id"),
                "inventory_pack": ("packs", "id"),
                "inventory_stock": ("stock", "id"),
                "inventory_pricelist": ("price_lists", "id"),
                "inventory_pricelistentry": ("price_lists", "price_list_id"),
            }
        )
    ]
