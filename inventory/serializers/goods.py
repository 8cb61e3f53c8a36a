"""Products and stock. Ids in a body are named `…_id`; quantities and money are decimal strings."""

import json
from decimal import Decimal
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from common.api import ANY_OBJECT, PhoneField, TenantField, caller_of, confirmed_in
from common.import_api import REPORT_FIELDS, ROW_FIELDS, ImportReport, UploadSerializer
from common.tenancy import Role
from inventory.models import Category, Product, ProductImport, Stock, StockMovement, Supplier, Transfer

Data = dict[str, Any]
LINES_AT_MOST = 500
ATTRIBUTES_AT_MOST = 10_000  # characters as JSON


def price(**kwargs: Any) -> serializers.DecimalField:
    """An amount in GHS, zero or more."""
    return serializers.DecimalField(max_digits=12, decimal_places=2, min_value=Decimal(0), **kwargs)


def units(**kwargs: Any) -> serializers.DecimalField:
    """A quantity with at most three decimals."""
    return serializers.DecimalField(max_digits=12, decimal_places=3, **kwargs)


def told(**kwargs: Any) -> serializers.DecimalField:
    """A quantity in an answer."""
    return serializers.DecimalField(max_digits=20, decimal_places=3, read_only=True, **kwargs)


def name_of(source: str) -> serializers.CharField:
    """The name of what a row refers to; null where there is none."""
    return serializers.CharField(source=f"{source}.name", read_only=True, allow_null=True, default=None)


class CategorySerializer(serializers.ModelSerializer[Category]):
    parent_id = TenantField(Category, source="parent", required=False, allow_null=True)
    product_count = serializers.IntegerField(read_only=True, default=0)

    class Meta:
        model = Category
        fields = ["id", "name", "parent_id", "product_count"]


class CategoryNodeSerializer(serializers.Serializer[Any]):
    """A category with all below it."""

    def to_representation(self, instance: Data) -> Data:
        below = [self.to_representation(child) for child in instance["children"]]
        return {**CategorySerializer(instance["category"]).data, "children": below}


class SupplierSerializer(serializers.ModelSerializer[Supplier]):
    phone = PhoneField(required=False)
    lead_time_days = serializers.IntegerField(min_value=0, max_value=365, required=False)
    terms_days = serializers.IntegerField(min_value=0, max_value=365, required=False)
    order_cost = price(required=False, allow_null=True)
    minimum_order = price(required=False, allow_null=True)

    class Meta:
        model = Supplier
        fields = [
            "id",
            "name",
            "phone",
            "email",
            "lead_time_days",
            "terms_days",
            "order_cost",
            "minimum_order",
            "created_at",
        ]
        read_only_fields = ["id", "created_at"]


@extend_schema_field(ANY_OBJECT)
class AttributesField(serializers.JSONField):
    """A JSON object of moderate size that PostgreSQL can keep."""

    def to_internal_value(self, data: Any) -> Any:
        if not isinstance(data, dict):
            raise serializers.ValidationError("Send an object: {name: value}.")
        try:
            text = json.dumps(data, allow_nan=False)
        except ValueError as problem:
            raise serializers.ValidationError("This contains a number that is too large.") from problem
        if len(text) > ATTRIBUTES_AT_MOST or "\\u0000" in text:
            raise serializers.ValidationError(f"At most {ATTRIBUTES_AT_MOST} characters, none of them NUL.")
        return data


class StockAtSerializer(serializers.Serializer[Stock]):
    storefront_id = serializers.UUIDField()
    storefront_name = serializers.CharField(source="storefront.name")
    quantity = told()


class ProductSerializer(serializers.ModelSerializer[Product]):
    """A product with its stock; `cost` is null for cashiers."""

    null_for_some = ("cost",)

    category_id = TenantField(Category, source="category", required=False, allow_null=True)
    category_name = name_of("category")
    supplier_id = TenantField(Supplier, source="supplier", required=False, allow_null=True)
    supplier_name = name_of("supplier")
    cost = price(required=False)
    retail_price = price(required=False)
    wholesale_price = price(required=False, allow_null=True)
    reorder_level = units(required=False, min_value=Decimal(0))
    minimum_order_quantity = units(required=False, min_value=Decimal(0))
    attributes = AttributesField(required=False)
    description = serializers.CharField(max_length=5000, required=False, allow_blank=True)
    stock = told(source="stock_total", help_text="Units over all storefronts.")
    stock_by_storefront = StockAtSerializer(source="stock_rows", many=True, read_only=True)
    low_stock = serializers.SerializerMethodField(help_text="At or below the reorder level.")
    confirmed = confirmed_in(write_only=True)

    class Meta:
        model = Product
        fields = [
            "id",
            "sku",
            "name",
            "category_id",
            "category_name",
            "supplier_id",
            "supplier_name",
            "barcode",
            "brand",
            "unit",
            "cost",
            "retail_price",
            "wholesale_price",
            "reorder_level",
            "minimum_order_quantity",
            "attributes",
            "description",
            "whole_units_only",
            "tracks_stock",
            "is_active",
            "stock",
            "stock_by_storefront",
            "low_stock",
            "created_at",
            "confirmed",
        ]
        read_only_fields = ["id", "created_at"]

    def get_low_stock(self, product: Any) -> bool:
        kept = product.is_active and product.tracks_stock and product.reorder_level > 0
        return bool(kept and product.stock_total <= product.reorder_level)

    def to_representation(self, instance: Product) -> Data:
        shown = super().to_representation(instance)
        if caller_of(self.context["request"]).role == Role.CASHIER:
            shown["cost"] = None
        return shown


class StockSerializer(serializers.ModelSerializer[Stock]):
    product_name = name_of("product")
    sku = serializers.CharField(source="product.sku", read_only=True)
    unit = serializers.CharField(source="product.unit", read_only=True)
    reorder_level = told(source="product.reorder_level")
    storefront_name = name_of("storefront")

    class Meta:
        model = Stock
        fields = [
            "id",
            "product_id",
            "product_name",
            "sku",
            "unit",
            "storefront_id",
            "storefront_name",
            "quantity",
            "reorder_level",
        ]


class MovementSerializer(serializers.ModelSerializer[StockMovement]):
    product_name = name_of("product")
    storefront_name = name_of("storefront")
    by_name = name_of("by")

    class Meta:
        model = StockMovement
        fields = [
            "id",
            "product_id",
            "product_name",
            "storefront_id",
            "storefront_name",
            "kind",
            "quantity",
            "balance_after",
            "unit_cost",
            "reason",
            "document_id",
            "transfer_id",
            "by_id",
            "by_name",
            "at",
        ]


class AdjustmentLineSerializer(serializers.Serializer[Data]):
    """Units that came or went, or units that were counted: one of the two."""

    product_id = serializers.UUIDField()
    quantity = units(required=False, allow_null=True, default=None, help_text="Positive came, negative went.")
    counted_quantity = units(required=False, allow_null=True, default=None, min_value=Decimal(0))
    unit_cost = price(required=False, allow_null=True, default=None, help_text="GHS a unit, of a delivery.")

    def validate(self, attrs: Data) -> Data:
        if (attrs["quantity"] is None) == (attrs["counted_quantity"] is None):
            raise serializers.ValidationError({"quantity": "Send either quantity or counted_quantity."})
        if attrs["quantity"] == 0:
            raise serializers.ValidationError({"quantity": "Zero changes nothing."})
        return attrs


class AdjustmentSerializer(serializers.Serializer[Data]):
    """A delivery (`purchase`) or a correction (`adjustment`) of one product, or of several in `lines`."""

    KINDS = [(kind.value, kind.label) for kind in (StockMovement.Kind.ADJUSTMENT, StockMovement.Kind.PURCHASE)]

    storefront_id = serializers.UUIDField()
    kind = serializers.ChoiceField(choices=KINDS, default=StockMovement.Kind.ADJUSTMENT.value)
    reason = serializers.CharField(max_length=250, required=False, allow_blank=True, default="")
    confirmed = confirmed_in()
    lines = serializers.ListField(
        child=AdjustmentLineSerializer(), required=False, allow_empty=False, max_length=LINES_AT_MOST
    )
    product_id = serializers.UUIDField(required=False, write_only=True)
    quantity = units(required=False, allow_null=True, write_only=True)
    counted_quantity = units(required=False, allow_null=True, write_only=True, min_value=Decimal(0))
    unit_cost = price(required=False, allow_null=True, write_only=True)

    def validate(self, attrs: Data) -> Data:
        if attrs["kind"] == StockMovement.Kind.ADJUSTMENT and not attrs["reason"]:
            raise serializers.ValidationError({"reason": "Say why the stock changes."})
        if "lines" in attrs and "product_id" in attrs:
            raise serializers.ValidationError({"lines": "Send either one product or lines."})
        if "lines" not in attrs:
            line = AdjustmentLineSerializer(data=self.initial_data)
            line.is_valid(raise_exception=True)
            attrs["lines"] = [line.validated_data]
        return attrs


class MovementsSerializer(serializers.Serializer[Data]):
    """What an adjustment wrote; nothing when every count was right."""

    movements = MovementSerializer(many=True)


class TransferLineSerializer(serializers.Serializer[Data]):
    product_id = serializers.UUIDField()
    quantity = units(min_value=Decimal("0.001"))


class NewTransferSerializer(serializers.Serializer[Data]):
    from_storefront_id = serializers.UUIDField()
    to_storefront_id = serializers.UUIDField()
    note = serializers.CharField(max_length=250, required=False, allow_blank=True, default="")
    lines = serializers.ListField(child=TransferLineSerializer(), allow_empty=False, max_length=LINES_AT_MOST)


class ArrivalSerializer(serializers.Serializer[StockMovement]):
    product_id = serializers.UUIDField()
    product_name = serializers.CharField(source="product.name")
    quantity = told()


class TransferSerializer(serializers.ModelSerializer[Transfer]):
    from_storefront_name = name_of("from_storefront")
    to_storefront_name = name_of("to_storefront")
    by_name = name_of("by")
    lines = ArrivalSerializer(many=True, source="arrivals", read_only=True)

    class Meta:
        model = Transfer
        fields = [
            "id",
            "from_storefront_id",
            "from_storefront_name",
            "to_storefront_id",
            "to_storefront_name",
            "note",
            "by_id",
            "by_name",
            "at",
            "lines",
        ]


class ProductImportRowSerializer(serializers.ModelSerializer[ProductImport]):
    """An import in a list, without its problems."""

    by_name = name_of("by")

    class Meta:
        model = ProductImport
        fields: tuple[str, ...] = ROW_FIELDS
        read_only_fields = fields


class ProductImportSerializer(ImportReport, ProductImportRowSerializer):
    """How far an import has come and what was wrong with its lines."""

    class Meta(ProductImportRowSerializer.Meta):
        fields = (*ROW_FIELDS, *REPORT_FIELDS)
        read_only_fields = fields


class NewProductImportSerializer(UploadSerializer):
    most_megabytes = 10
    file = serializers.FileField(help_text="CSV, plain or gzipped, or .xlsx, at most 10 MB; columns sku, name, …")
