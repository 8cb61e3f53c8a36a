"""Payments and what they settle."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from common.api import MomentField, confirmed_in
from sales.models import Payment
from sales.serializers.fields import Data, client_id_in, money_in, money_out, name, several, till_id_in, told_network
from sales.serializers.sales import MONEY_METHODS, SettledInvoiceSerializer


class SettleSerializer(serializers.Serializer[Data]):
    invoice_id = serializers.UUIDField()
    amount = money_in(above_zero=True, required=False, allow_null=True, default=None)


class NewPaymentOnAccountSerializer(serializers.Serializer[Data]):
    """Money from a customer. Without `invoices` it settles the oldest due first; the rest is their credit."""

    customer_id = serializers.UUIDField()
    amount = money_in(above_zero=True)
    method = serializers.ChoiceField(choices=MONEY_METHODS)
    network = serializers.ChoiceField(choices=Payment.Network.choices, required=False, allow_blank=True, default="")
    reference = serializers.CharField(max_length=64, required=False, allow_blank=True, default="")
    received_at = MomentField(required=False, allow_null=True, default=None)
    storefront_id = serializers.UUIDField(required=False, allow_null=True, default=None)
    invoices = several(SettleSerializer(), at_most=500, required=False, default=list)
    confirmed = confirmed_in()
    client_id = client_id_in()
    till_id = till_id_in()


class RefundPaymentSerializer(serializers.Serializer[Data]):
    """Money that goes back to the customer. Without `amount`, all that is left of the payment."""

    reason = serializers.CharField(max_length=250)
    amount = money_in(above_zero=True, required=False, allow_null=True, default=None)
    method = serializers.ChoiceField(choices=MONEY_METHODS, required=False, default=Payment.Method.CASH.value)
    network = serializers.ChoiceField(choices=Payment.Network.choices, required=False, allow_blank=True, default="")
    reference = serializers.CharField(max_length=64, required=False, allow_blank=True, default="")
    till_id = till_id_in()


class PaymentSerializer(serializers.ModelSerializer[Payment]):
    """Money received or paid back; `unallocated` is the customer's credit."""

    network = told_network()
    customer_name = name("customer")
    received_by_name = name("received_by")
    sale_number = serializers.CharField(source="sale.number", read_only=True, default=None, allow_null=True)
    unallocated = serializers.SerializerMethodField()
    till_id = serializers.UUIDField(source="till_session_id", read_only=True, allow_null=True)
    allocations = SettledInvoiceSerializer(many=True, read_only=True)

    class Meta:
        model = Payment
        fields = [
            "id",
            "kind",
            "customer_id",
            "customer_name",
            "sale_id",
            "sale_number",
            "storefront_id",
            "method",
            "network",
            "amount",
            "tendered",
            "allocated",
            "unallocated",
            "reference",
            "received_by_id",
            "received_by_name",
            "received_at",
            "reverses_id",
            "note",
            "client_id",
            "till_id",
            "allocations",
        ]
        read_only_fields = fields

    @extend_schema_field(money_out())
    def get_unallocated(self, payment: Payment) -> str:
        return f"{payment.amount - payment.allocated:.2f}"
