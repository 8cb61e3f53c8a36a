"""Carts that wait."""

from rest_framework import serializers

from sales.models import Cart
from sales.serializers.fields import Data, name, several
from sales.serializers.sales import LINES_AT_MOST, NewLineSerializer


class NewCartSerializer(serializers.Serializer[Data]):
    storefront_id = serializers.UUIDField()
    customer_id = serializers.UUIDField(required=False, allow_null=True, default=None)
    held_for = serializers.CharField(max_length=60, required=False, allow_blank=True, default="")
    lines = several(NewLineSerializer(), at_most=LINES_AT_MOST, allow_empty=False)


class CartLineSerializer(serializers.Serializer[Data]):
    """A line as a sale takes it."""

    product_id = serializers.UUIDField()
    pack_id = serializers.UUIDField(allow_null=True)
    quantity = serializers.CharField()
    unit_price = serializers.CharField(allow_null=True)
    discount = serializers.CharField()


class CartSerializer(serializers.ModelSerializer[Cart]):
    customer_name = name("customer")
    held_by_name = name("held_by")
    lines = CartLineSerializer(many=True, read_only=True)

    class Meta:
        model = Cart
        fields = [
            "id",
            "storefront_id",
            "customer_id",
            "customer_name",
            "held_for",
            "lines",
            "held_by_id",
            "held_by_name",
            "held_at",
        ]
        read_only_fields = fields
