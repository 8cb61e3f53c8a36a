"""Prices, as they are sent and shown."""

from rest_framework import serializers

from inventory.models import PriceChange
from inventory.serializers.goods import name_of


class PriceChangeSerializer(serializers.ModelSerializer[PriceChange]):
    product_name = name_of("product")
    by_name = name_of("by")

    class Meta:
        model = PriceChange
        fields = [
            "id", "product_id", "product_name", "at", "by_id", "by_name", "source", "old_retail_price",
            "new_retail_price", "old_wholesale_price", "new_wholesale_price", "old_cost", "new_cost",
        ]  # fmt: skip
