"""Sales, as the till sends them and as they are shown."""

from decimal import Decimal
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from common.api import MomentField, confirmed_in
from common.money import ZERO
from sales import queries
from sales.models import Payment, PaymentAllocation, PriceTier, Sale, SaleLine
from sales.serializers.fields import (
    Data,
    client_id_in,
    money_in,
    money_out,
    name,
    quantity_in,
    quantity_out,
    several,
    till_id_in,
    told_network,
)
from sales.services.returns import CREDIT_NOTE
from sales.services.tender import CUSTOMER_CREDIT, METHODS, ON_ACCOUNT

MONEY_METHODS = [(method.value, method.label) for method in METHODS]
LINES_AT_MOST = 500


class NewLineSerializer(serializers.Serializer[Data]):
    product_id = serializers.UUIDField()
    pack_id = serializers.UUIDField(required=False, allow_null=True, default=None)
    quantity = quantity_in(help_text="Units, or packs where `pack_id` names one.")
    unit_price = money_in(
        required=False,
        allow_null=True,
        default=None,
        help_text="GHS for a unit, or for a pack. Only owners and managers may depart from the listed price.",
    )
    discount = money_in(required=False, default=ZERO, help_text="Taken off the whole line, in GHS.")


class NewPaymentSerializer(serializers.Serializer[Data]):
    method = serializers.ChoiceField(
        choices=[*MONEY_METHODS, (ON_ACCOUNT, "On account"), (CUSTOMER_CREDIT, "Customer's credit")]
    )
    amount = money_in(above_zero=True, help_text="Cash may be more than is due: the difference is the change.")
    network = serializers.ChoiceField(choices=Payment.Network.choices, required=False, allow_blank=True, default="")
    reference = serializers.CharField(max_length=64, required=False, allow_blank=True, default="")


class NewSaleSerializer(serializers.Serializer[Data]):
    """A sale at the till. What the payments leave open goes on the customer's account."""

    storefront_id = serializers.UUIDField()
    customer_id = serializers.UUIDField(required=False, allow_null=True, default=None)
    price_tier = serializers.ChoiceField(choices=PriceTier.choices, required=False, allow_null=True, default=None)
    lines = several(NewLineSerializer(), at_most=LINES_AT_MOST, allow_empty=False)
    payments = several(NewPaymentSerializer(), at_most=20, required=False, default=list)
    discount = money_in(required=False, default=ZERO, help_text="Taken off the whole sale, in GHS.")
    sold_at = MomentField(required=False, allow_null=True, default=None)
    due_date = serializers.DateField(required=False, allow_null=True, default=None)
    note = serializers.CharField(max_length=250, required=False, allow_blank=True, default="")
    credit_approval_reason = serializers.CharField(
        max_length=250,
        required=False,
        allow_blank=True,
        default="",
        help_text="Why an owner or manager goes beyond the credit limit.",
    )
    confirmed = confirmed_in()
    client_id = client_id_in()
    till_id = till_id_in()


class ReturnLineSerializer(serializers.Serializer[Data]):
    line_id = serializers.UUIDField()
    quantity = quantity_in()


class RefundSerializer(serializers.Serializer[Data]):
    """Goods that come back. Without `lines`, all that is left of the sale."""

    lines = several(ReturnLineSerializer(), at_most=LINES_AT_MOST, required=False, allow_null=True, default=None)
    method = serializers.ChoiceField(
        choices=[*MONEY_METHODS, (CREDIT_NOTE, "Credit note")], required=False, default=Payment.Method.CASH.value
    )
    network = serializers.ChoiceField(choices=Payment.Network.choices, required=False, allow_blank=True, default="")
    reference = serializers.CharField(max_length=64, required=False, allow_blank=True, default="")
    restock = serializers.BooleanField(required=False, default=True)
    note = serializers.CharField(max_length=250, required=False, allow_blank=True, default="")
    client_id = client_id_in()
    till_id = till_id_in()


class VoidSerializer(serializers.Serializer[Data]):
    reason = serializers.CharField(max_length=250)


class NameCustomerSerializer(serializers.Serializer[Data]):
    customer_id = serializers.UUIDField()


class PaidBackBySerializer(serializers.Serializer[Data]):
    """How money goes back, and to where."""

    method = serializers.ChoiceField(choices=MONEY_METHODS, required=False, default=Payment.Method.CASH.value)
    network = serializers.ChoiceField(choices=Payment.Network.choices, required=False, allow_blank=True, default="")
    reference = serializers.CharField(max_length=64, required=False, allow_blank=True, default="")
    restock = serializers.BooleanField(required=False, default=True)
    confirmed = confirmed_in()
    client_id = client_id_in()
    till_id = till_id_in()


class ExchangeSerializer(PaidBackBySerializer):
    """Lines of the sale that come back, and new ones. `payments` meet what is due; `method` pays back what is over."""

    back = several(ReturnLineSerializer(), at_most=LINES_AT_MOST, allow_empty=False)
    lines = several(NewLineSerializer(), at_most=LINES_AT_MOST, allow_empty=False)
    payments = several(NewPaymentSerializer(), at_most=20, required=False, default=list)
    note = serializers.CharField(max_length=250, required=False, allow_blank=True, default="")


class UnlinkedReturnSerializer(PaidBackBySerializer):
    """Goods that come back without a receipt, at no more than they cost now."""

    storefront_id = serializers.UUIDField()
    customer_id = serializers.UUIDField(required=False, allow_null=True, default=None)
    lines = several(NewLineSerializer(), at_most=LINES_AT_MOST, allow_empty=False)
    reason = serializers.CharField(max_length=250)


class DisputeSerializer(serializers.Serializer[Data]):
    reason = serializers.CharField(max_length=250)


class SaleSerializer(serializers.ModelSerializer[Sale]):
    """A sale or return in a list."""

    status = serializers.SerializerMethodField()
    storefront_name = name("storefront")
    customer_name = name("customer")
    sold_by_name = name("sold_by")
    open_amount = serializers.SerializerMethodField(help_text="total - paid")
    original_number = serializers.CharField(source="original.number", read_only=True, default=None, allow_null=True)
    till_id = serializers.UUIDField(source="till_session_id", read_only=True, allow_null=True)

    class Meta:
        model = Sale
        fields: list[str] = [
            "id",
            "number",
            "kind",
            "status",
            "storefront_id",
            "storefront_name",
            "customer_id",
            "customer_name",
            "sold_by_id",
            "sold_by_name",
            "sold_at",
            "price_tier",
            "subtotal",
            "discount",
            "tax",
            "total",
            "paid",
            "open_amount",
            "due_date",
            "settled_at",
            "original_id",
            "original_number",
            "note",
            "client_id",
            "imported",
            "till_id",
            "voided_at",
            "disputed_at",
            "dispute_reason",
        ]
        read_only_fields = fields

    @extend_schema_field(serializers.ChoiceField(choices=queries.SALE_STATUSES))
    def get_status(self, sale: Sale) -> str:
        return queries.status_of(sale)

    @extend_schema_field(money_out())
    def get_open_amount(self, sale: Sale) -> str:
        return f"{sale.total - sale.paid:.2f}"


class SaleLineSerializer(serializers.ModelSerializer[SaleLine]):
    product_name = name("product")
    sku = serializers.CharField(source="product.sku", read_only=True)
    pack_name = name("pack")
    total = serializers.SerializerMethodField(help_text="What the customer pays for the line, tax included.")
    returned = serializers.SerializerMethodField(help_text="Units that came back.")

    class Meta:
        model = SaleLine
        fields = [
            "id",
            "product_id",
            "product_name",
            "sku",
            "quantity",
            "pack_id",
            "pack_name",
            "pack_quantity",
            "pack_price",
            "unit_price",
            "list_price",
            "price_tier",
            "discount",
            "tax",
            "total",
            "returned",
            "original_line_id",
        ]
        read_only_fields = fields

    @extend_schema_field(money_out())
    def get_total(self, line: SaleLine) -> str:
        return f"{line.revenue + line.tax:.2f}"

    @extend_schema_field(quantity_out())
    def get_returned(self, line: Any) -> str:
        return f"{line.returned or Decimal(0):.3f}"


class TillPaymentSerializer(serializers.ModelSerializer[Payment]):
    network = told_network()
    change = serializers.SerializerMethodField()

    class Meta:
        model = Payment
        fields = [
            "id",
            "kind",
            "method",
            "network",
            "amount",
            "tendered",
            "change",
            "reference",
            "received_at",
        ]
        read_only_fields = fields

    @extend_schema_field(money_out())
    def get_change(self, payment: Payment) -> str:
        return f"{(payment.tendered or payment.amount) - payment.amount:.2f}"


class SettlementSerializer(serializers.ModelSerializer[PaymentAllocation]):
    """What settled a part of the sale: a payment, then or later, or a return."""

    method = serializers.ChoiceField(
        [*Payment.Method.choices, (CREDIT_NOTE, "Credit note")],
        source="payment.method",
        default=CREDIT_NOTE,
        read_only=True,
    )

    class Meta:
        model = PaymentAllocation
        fields = ["at", "amount", "method", "payment_id", "credit_note_id"]
        read_only_fields = fields


class SettledInvoiceSerializer(serializers.ModelSerializer[PaymentAllocation]):
    """An invoice that a payment or a return settled, or a part of it."""

    invoice_number = serializers.CharField(source="invoice.number", read_only=True)

    class Meta:
        model = PaymentAllocation
        fields = ["invoice_id", "invoice_number", "amount", "at"]
        read_only_fields = fields


class ReturnOfSaleSerializer(serializers.ModelSerializer[Sale]):
    class Meta:
        model = Sale
        fields = ["id", "kind", "number", "sold_at", "total", "note"]
        read_only_fields = fields


class SaleDetailSerializer(SaleSerializer):
    """A sale with its lines, the payments at the till, all that settled it, and its returns.

    A return has in `settles` the invoices that its value went to.
    """

    lines = SaleLineSerializer(many=True, read_only=True)
    payments = TillPaymentSerializer(many=True, read_only=True)
    settlements = SettlementSerializer(many=True, read_only=True, source="allocations")
    settles = SettledInvoiceSerializer(many=True, read_only=True)
    returns = ReturnOfSaleSerializer(many=True, read_only=True)
    credit_approved_by_name = name("credit_approved_by")
    change = serializers.SerializerMethodField(help_text="Cash to give back at the till.")

    class Meta(SaleSerializer.Meta):
        fields = [
            *SaleSerializer.Meta.fields,
            "credit_approved_by_id",
            "credit_approved_by_name",
            "credit_approval_reason",
            "change",
            "lines",
            "payments",
            "settlements",
            "settles",
            "returns",
        ]
        read_only_fields = fields

    @extend_schema_field(money_out())
    def get_change(self, sale: Sale) -> str:
        return f"{sum((p.tendered - p.amount for p in sale.payments.all() if p.tendered), ZERO):.2f}"
