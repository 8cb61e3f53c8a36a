"""Prices, as they are sent and shown."""

from decimal import Decimal
from typing import Any

from rest_framework import serializers

from common.api import TenantField, confirmed_in
from inventory.models import CompetitorPrice, Pack, PriceChange, PriceList, PriceListEntry, Product
from inventory.serializers.goods import name_of, price, units

ENTRIES_AT_MOST = 2_000


class PriceChangeSerializer(serializers.ModelSerializer[PriceChange]):
    product_name = name_of("product")
    by_name = name_of("by")

    class Meta:
        model = PriceChange
        fields = [
            "id",
            "product_id",
            "product_name",
            "at",
            "by_id",
            "by_name",
            "source",
            "old_retail_price",
            "new_retail_price",
            "old_wholesale_price",
            "new_wholesale_price",
            "old_cost",
            "new_cost",
        ]


class ProductPackSerializer(serializers.ModelSerializer[Pack]):
    """Several units sold as one thing. Prices in GHS for one pack."""

    product_id = TenantField(Product, source="product")
    product_name = name_of("product")
    units = units(min_value=Decimal("0.001"), help_text="Units of the product in one pack; stays as it is.")
    retail_price = price()
    wholesale_price = price(required=False, allow_null=True)
    confirmed = confirmed_in(write_only=True)

    class Meta:
        model = Pack
        fields = [
            "id",
            "product_id",
            "product_name",
            "name",
            "units",
            "barcode",
            "retail_price",
            "wholesale_price",
            "is_active",
            "created_at",
            "confirmed",
        ]
        read_only_fields = ["id", "created_at"]
        validators: list[Any] = []


class PriceListEntrySerializer(serializers.ModelSerializer[PriceListEntry]):
    product_id = TenantField(Product, source="product")
    product_name = name_of("product")
    pack_id = TenantField(Pack, source="pack", required=False, allow_null=True, default=None)
    pack_name = name_of("pack")
    min_quantity = units(required=False, min_value=Decimal(0), default=Decimal(0), help_text="Units, or packs.")
    price = price(help_text="GHS for one unit, or for one pack.")

    class Meta:
        model = PriceListEntry
        fields = ["product_id", "product_name", "pack_id", "pack_name", "min_quantity", "price"]
        validators: list[Any] = []

    def validate(self, entry: dict[str, Any]) -> dict[str, Any]:
        """An entry is sent whole, also where the rest of its list need not be."""
        needed = {name: field for name, field in self.fields.items() if field.required and field.source not in entry}
        if needed:
            raise serializers.ValidationError({name: [of.error_messages["required"]] for name, of in needed.items()})
        return entry


class PriceListRowSerializer(serializers.ModelSerializer[PriceList]):
    """A price list in a list, without its prices."""

    entry_count = serializers.IntegerField(read_only=True)

    class Meta:
        model = PriceList
        fields: tuple[str, ...] = (
            "id",
            "name",
            "for_everyone",
            "is_active",
            "starts_on",
            "ends_on",
            "entry_count",
            "created_at",
        )
        read_only_fields: tuple[str, ...] = ("id", "created_at")
        validators: list[Any] = []


class PriceListSerializer(PriceListRowSerializer):
    """A price list with its prices; `entries` that are sent take the place of all that it had."""

    entries: Any = serializers.ListSerializer(
        child=PriceListEntrySerializer(), required=False, max_length=ENTRIES_AT_MOST
    )

    class Meta(PriceListRowSerializer.Meta):
        fields = (*PriceListRowSerializer.Meta.fields, "entries")


class CompetitorPriceSerializer(serializers.ModelSerializer[CompetitorPrice]):
    product_id = TenantField(Product, source="product")
    product_name = name_of("product")
    price = price(help_text="GHS for one unit.")
    by_name = name_of("by")

    class Meta:
        model = CompetitorPrice
        fields = [
            "id",
            "product_id",
            "product_name",
            "competitor",
            "price",
            "seen_on",
            "note",
            "by_id",
            "by_name",
            "created_at",
        ]
        read_only_fields = ["id", "by_id", "created_at"]
        extra_kwargs = {"seen_on": {"required": False}}

    def validate_price(self, amount: Decimal) -> Decimal:
        if not amount:
            raise serializers.ValidationError("Enter a price above zero.")
        return amount
