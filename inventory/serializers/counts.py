"""Stock counts. Cashiers count blind: what should be there, and what is missing, is null for them."""

from decimal import Decimal
from typing import Any

from rest_framework import serializers

from common.api import caller_of, confirmed_in
from common.money import plain
from common.tenancy import Role
from inventory.models import StockCount, StockCountLine
from inventory.serializers.fields import lines_of, note_in
from inventory.serializers.goods import Data, name_of, units
from inventory.services import Found


class NewCountSerializer(serializers.Serializer[Data]):
    storefront_id = serializers.UUIDField()
    category_id = serializers.UUIDField(
        required=False, allow_null=True, default=None, help_text="Only this category and all below it."
    )
    note = note_in()


class FoundSerializer(serializers.Serializer[Data]):
    product_id = serializers.UUIDField()
    counted = units(min_value=Decimal(0), allow_null=True, help_text="Units on the shelf; null takes an entry back.")


class EnterCountSerializer(serializers.Serializer[Data]):
    lines = lines_of(FoundSerializer())
    confirmed = confirmed_in()

    def validate_lines(self, lines: list[Data]) -> list[Found]:
        if len({line["product_id"] for line in lines}) < len(lines):
            raise serializers.ValidationError("Count each product once.")
        return [Found(**line) for line in lines]


class _Blind:
    """Leaves out what a cashier would count towards."""

    null_for_some: tuple[str, ...] = ()

    def to_representation(self, instance: Any) -> Data:
        shown: Data = super().to_representation(instance)  # type: ignore[misc]
        if caller_of(self.context["request"]).role == Role.CASHIER:  # type: ignore[attr-defined]
            shown.update(dict.fromkeys(self.null_for_some))
        return shown


class StockCountSerializer(_Blind, serializers.ModelSerializer[StockCount]):
    null_for_some = ("missing_value", "surplus_value")
    storefront_name = name_of("storefront")
    category_name = name_of("category")
    by_name = name_of("by")
    completed_by_name = name_of("completed_by")
    products = serializers.IntegerField(read_only=True, help_text="Products to count.")
    entered = serializers.IntegerField(read_only=True, help_text="Products counted so far.")

    class Meta:
        model = StockCount
        fields = [
            "id",
            "storefront_id",
            "storefront_name",
            "category_id",
            "category_name",
            "status",
            "note",
            "products",
            "entered",
            "missing_value",
            "surplus_value",
            "by_id",
            "by_name",
            "completed_by_id",
            "completed_by_name",
            "created_at",
            "closed_at",
        ]


class StockCountLineSerializer(_Blind, serializers.ModelSerializer[StockCountLine]):
    null_for_some = ("book", "moved", "difference", "unit_cost", "value")
    product_name = name_of("product")
    sku = serializers.CharField(source="product.sku", read_only=True)
    unit = serializers.CharField(source="product.unit", read_only=True)
    difference = serializers.DecimalField(
        max_digits=14, decimal_places=3, read_only=True, allow_null=True, help_text="Below zero when units are missing."
    )
    value = serializers.SerializerMethodField("value_of", help_text="GHS at cost; null until completed.")

    class Meta:
        model = StockCountLine
        fields = [
            "id",
            "product_id",
            "product_name",
            "sku",
            "unit",
            "book",
            "moved",
            "counted",
            "counted_at",
            "difference",
            "unit_cost",
            "value",
        ]

    def value_of(self, line: StockCountLine) -> str | None:
        if line.is_open or line.difference is None:
            return None
        return plain(line.difference * line.unit_cost)
