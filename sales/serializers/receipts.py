"""A receipt as JSON."""

from rest_framework import serializers

from sales.models import Payment, Sale
from sales.serializers.fields import Data, money_out, quantity_out


class PlaceSerializer(serializers.Serializer[Data]):
    name = serializers.CharField()
    address = serializers.CharField()
    phone = serializers.CharField()


class FiscalSerializer(serializers.Serializer[Data]):
    """The tax authority's marks; the last two are empty until a certified sales data controller gives them."""

    tin = serializers.CharField()
    vat_registered = serializers.BooleanField()
    sdc_id = serializers.CharField(allow_null=True)
    qr = serializers.CharField(allow_null=True)


class ReceiptItemSerializer(serializers.Serializer[Data]):
    product_id = serializers.UUIDField()
    name = serializers.CharField()
    sku = serializers.CharField()
    unit = serializers.CharField()
    quantity = quantity_out()
    unit_price = money_out()
    discount = money_out()
    total = money_out()


class ReceiptPaymentSerializer(serializers.Serializer[Data]):
    method = serializers.ChoiceField(Payment.Method.choices)
    name = serializers.CharField()
    amount = money_out()
    tendered = money_out(allow_null=True)
    reference = serializers.CharField()


class ReceiptTaxSerializer(serializers.Serializer[Data]):
    name = serializers.CharField()
    amount = money_out()


class ReceiptSerializer(serializers.Serializer[Data]):
    """Everything a receipt prints; amounts are negative on a return."""

    receipt_id = serializers.CharField(help_text="The invoice number.")
    sale_id = serializers.UUIDField()
    kind = serializers.ChoiceField(choices=Sale.Kind.choices)
    title = serializers.CharField()
    original_number = serializers.CharField(allow_null=True)
    voided_at = serializers.DateTimeField(allow_null=True)
    business = PlaceSerializer()
    storefront = PlaceSerializer()
    fiscal = FiscalSerializer()
    sold_at = serializers.DateTimeField()
    time_known = serializers.BooleanField(help_text="Off where only the day was recorded.")
    served_by = serializers.CharField(allow_null=True)
    customer = serializers.CharField(allow_null=True)
    currency = serializers.ChoiceField(["GHS"])
    items = ReceiptItemSerializer(many=True)
    subtotal = money_out()
    discount = money_out()
    tax = money_out(help_text="Contained in the total.")
    taxes = ReceiptTaxSerializer(many=True)
    total = money_out()
    payments = ReceiptPaymentSerializer(many=True)
    settled_otherwise = money_out(help_text="Settled by later payments, earlier credit or returns.")
    change = money_out()
    balance_due = money_out()
    due_date = serializers.DateField(allow_null=True)
    note = serializers.CharField()
