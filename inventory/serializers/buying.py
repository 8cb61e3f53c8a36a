"""Orders to suppliers and goods received."""

import datetime as dt
from decimal import Decimal
from typing import Any

from rest_framework import serializers

from common import shop_clock as clock
from common.api import MomentField, confirmed_in
from common.money import plain
from inventory.models import (
    Batch,
    GoodsReceipt,
    GoodsReceiptLine,
    PurchaseOrder,
    PurchaseOrderLine,
    SupplierReturn,
    SupplierReturnLine,
)
from inventory.serializers.fields import client_id_in, lines_of, note_in
from inventory.serializers.goods import Data, name_of, price, units
from inventory.serializers.owing import BillSerializer
from inventory.services import Charges, OrderLine, ReceivedLine, SentBackLine


class OrderLineInSerializer(serializers.Serializer[Data]):
    product_id = serializers.UUIDField()
    quantity = units(min_value=Decimal("0.001"))
    unit_cost = price(required=False, allow_null=True, default=None, help_text="GHS a unit as agreed.")
    expected_on = serializers.DateField(required=False, allow_null=True, default=None)


class NewOrderSerializer(serializers.Serializer[Data]):
    """A draft of an order."""

    supplier_id = serializers.UUIDField()
    storefront_id = serializers.UUIDField(help_text="Where the goods are to come.")
    expected_on = serializers.DateField(required=False, allow_null=True, default=None)
    note = note_in()
    lines = lines_of(OrderLineInSerializer())
    client_id = client_id_in()
    confirmed = confirmed_in()

    def validate_lines(self, lines: list[Data]) -> list[OrderLine]:
        return [OrderLine(**line) for line in lines]


class OrderChangeSerializer(serializers.Serializer[Data]):
    """What changes of a draft; `lines` replace those it had."""

    expected_on = serializers.DateField(required=False, allow_null=True)
    note = serializers.CharField(max_length=250, required=False, allow_blank=True)
    lines = lines_of(OrderLineInSerializer(), required=False)
    confirmed = confirmed_in()

    def validate_lines(self, lines: list[Data]) -> list[OrderLine]:
        return [OrderLine(**line) for line in lines]


class OrderLineSerializer(serializers.ModelSerializer[PurchaseOrderLine]):
    product_name = name_of("product")
    sku = serializers.CharField(source="product.sku", read_only=True)
    unit = serializers.CharField(source="product.unit", read_only=True)

    class Meta:
        model = PurchaseOrderLine
        fields = [
            "id",
            "product_id",
            "product_name",
            "sku",
            "unit",
            "quantity",
            "unit_cost",
            "expected_on",
            "received",
        ]


class OrderSerializer(serializers.ModelSerializer[PurchaseOrder]):
    number = serializers.CharField(source="reference", read_only=True)
    supplier_name = name_of("supplier")
    storefront_name = name_of("storefront")
    by_name = name_of("by")
    total = serializers.SerializerMethodField(help_text="GHS as agreed; null while a cost is not known.")
    lines = OrderLineSerializer(many=True, read_only=True)

    class Meta:
        model = PurchaseOrder
        fields = [
            "id",
            "number",
            "supplier_id",
            "supplier_name",
            "storefront_id",
            "storefront_name",
            "status",
            "expected_on",
            "note",
            "total",
            "by_id",
            "by_name",
            "created_at",
            "sent_at",
            "sent_by",
            "closed_at",
            "client_id",
            "lines",
        ]

    def get_total(self, order: Any) -> str | None:
        costs = [(line.quantity, line.unit_cost) for line in order.lines.all()]
        if any(cost is None for _, cost in costs):
            return None
        return plain(sum((quantity * cost for quantity, cost in costs), Decimal(0)))


class SendSerializer(serializers.Serializer[Data]):
    channel = serializers.ChoiceField(choices=PurchaseOrder.Channel.choices)


class SentOrderSerializer(serializers.Serializer[Any]):
    """The order, its text, and for WhatsApp the link that opens a chat with it."""

    order = OrderSerializer()
    text = serializers.CharField()
    whatsapp_link = serializers.CharField(allow_null=True)


class ReceivedLineSerializer(serializers.Serializer[Data]):
    product_id = serializers.UUIDField()
    quantity = units(min_value=Decimal("0.001"))
    unit_cost = price(
        required=False,
        allow_null=True,
        default=None,
        help_text="GHS a unit, without freight and duty; of an order, as agreed where it is left out.",
    )
    batch_code = serializers.CharField(max_length=64, required=False, allow_blank=True, default="")
    expires_on = serializers.DateField(
        required=False, allow_null=True, default=None, help_text="The last day on which it is good."
    )

    def validate_expires_on(self, day: dt.date | None) -> dt.date | None:
        if day and not dt.date(2000, 1, 1) <= day < dt.date(2200, 1, 1):
            raise serializers.ValidationError("Please check the year.")
        return day


class ReceiveSerializer(serializers.Serializer[Data]):
    """What came on an order."""

    lines = lines_of(ReceivedLineSerializer())
    freight = price(required=False, default=Decimal(0), help_text="GHS; shared out over the lines by value.")
    duty = price(required=False, default=Decimal(0), help_text="GHS; shared out over the lines by value.")
    reference = serializers.CharField(max_length=64, required=False, allow_blank=True, default="")
    note = note_in()
    received_at = MomentField(required=False, allow_null=True, default=None)
    bill = BillSerializer(required=False, allow_null=True, default=None)
    client_id = client_id_in()
    confirmed = confirmed_in()

    def validate_lines(self, lines: list[Data]) -> list[ReceivedLine]:
        return [ReceivedLine(**line) for line in lines]

    def validate(self, attrs: Data) -> Data:
        bill = attrs.pop("bill")
        charges = Charges(attrs.pop("freight"), attrs.pop("duty"))
        return attrs | {"charges": charges, "bill": bill and bill["bill"]}


class NewReceiptSerializer(ReceiveSerializer):
    """What came without an order."""

    storefront_id = serializers.UUIDField()
    supplier_id = serializers.UUIDField(required=False, allow_null=True, default=None)


class GoodsReceiptLineSerializer(serializers.ModelSerializer[GoodsReceiptLine]):
    product_name = name_of("product")

    class Meta:
        model = GoodsReceiptLine
        fields = ["id", "product_id", "product_name", "quantity", "unit_cost", "landed", "batch_code", "expires_on"]


class GoodsReceiptSerializer(serializers.ModelSerializer[GoodsReceipt]):
    order_number = serializers.CharField(source="order.reference", read_only=True, allow_null=True, default=None)
    supplier_name = name_of("supplier")
    storefront_name = name_of("storefront")
    by_name = name_of("by")
    lines = GoodsReceiptLineSerializer(many=True, read_only=True)

    class Meta:
        model = GoodsReceipt
        fields = [
            "id",
            "order_id",
            "order_number",
            "supplier_id",
            "supplier_name",
            "storefront_id",
            "storefront_name",
            "reference",
            "goods_value",
            "freight",
            "duty",
            "note",
            "by_id",
            "by_name",
            "received_at",
            "client_id",
            "lines",
        ]


class SentBackLineSerializer(serializers.Serializer[Data]):
    product_id = serializers.UUIDField()
    quantity = units(min_value=Decimal("0.001"))
    unit_cost = price(
        required=False,
        allow_null=True,
        default=None,
        help_text="GHS a unit; what it cost on the receipt, else the product's cost, where it is left out.",
    )


class NewSupplierReturnSerializer(serializers.Serializer[Data]):
    """Goods that go back, credited by the supplier unless said."""

    supplier_id = serializers.UUIDField()
    storefront_id = serializers.UUIDField(help_text="The storefront they leave from.")
    receipt_id = serializers.UUIDField(
        required=False,
        allow_null=True,
        default=None,
        help_text="The receipt they came on: no more can go back than came.",
    )
    lines = lines_of(SentBackLineSerializer())
    reason = serializers.CharField(max_length=250)
    is_credited = serializers.BooleanField(
        default=True, help_text="Whether the supplier takes their value off what is owed."
    )
    client_id = client_id_in()
    confirmed = confirmed_in()

    def validate_lines(self, lines: list[Data]) -> list[SentBackLine]:
        return [SentBackLine(**line) for line in lines]


class SupplierReturnLineSerializer(serializers.ModelSerializer[SupplierReturnLine]):
    product_name = name_of("product")

    class Meta:
        model = SupplierReturnLine
        fields = ["id", "product_id", "product_name", "quantity", "unit_cost"]


class SupplierReturnSerializer(serializers.ModelSerializer[SupplierReturn]):
    supplier_name = name_of("supplier")
    storefront_name = name_of("storefront")
    by_name = name_of("by")
    lines = SupplierReturnLineSerializer(many=True, read_only=True)

    class Meta:
        model = SupplierReturn
        fields = [
            "id",
            "supplier_id",
            "supplier_name",
            "storefront_id",
            "storefront_name",
            "receipt_id",
            "credit_id",
            "reason",
            "value",
            "by_id",
            "by_name",
            "returned_at",
            "client_id",
            "lines",
        ]


class BatchSerializer(serializers.ModelSerializer[Batch]):
    product_name = name_of("product")
    storefront_name = name_of("storefront")
    days_left = serializers.SerializerMethodField(help_text="0 on the last good day; below zero when past it.")

    class Meta:
        model = Batch
        fields = [
            "id",
            "product_id",
            "product_name",
            "storefront_id",
            "storefront_name",
            "code",
            "expires_on",
            "days_left",
            "quantity",
        ]

    def get_days_left(self, batch: Batch) -> int:
        return (batch.expires_on - clock.today()).days
