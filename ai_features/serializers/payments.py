"""Purchases, their invoices and the monthly add-on, as JSON."""

from decimal import Decimal
from typing import Any, Literal

from django.conf import settings
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from ai_features import packs
from ai_features.models import AICreditPurchase, AIMonthlyAddon, CreditInvoice, CreditRefund
from ai_features.serializers.fields import NumberField

METHODS = AICreditPurchase.Method.choices


@extend_schema_field({"type": "string", "enum": ["starter", "value", "premium", "pro", "custom"]})
class PackageField(serializers.CharField):
    """A pack as it is bought, in any case."""


class PurchaseInputSerializer(serializers.Serializer[Any]):
    """`custom_amount` is needed for, and only looked at with, the package `custom`."""

    package = PackageField(help_text="`pro` is another name of `premium`.")
    payment_method = serializers.ChoiceField(choices=METHODS, default="mobile_money")
    callback_url = serializers.CharField(max_length=500, required=False, allow_blank=True, default="")
    custom_amount = serializers.DecimalField(
        max_digits=12,
        decimal_places=2,
        required=False,
        allow_null=True,
        default=None,
        help_text=f"GHS, {packs.CUSTOM_LEAST} to {packs.CUSTOM_MOST}",
    )

    def validate_package(self, name: str) -> str:
        return name.strip().lower()


class TaxSerializer(serializers.Serializer[Any]):
    """`rate` is in percent."""

    name = serializers.CharField()
    rate = serializers.SerializerMethodField()
    amount = serializers.SerializerMethodField()

    def get_rate(self, tax: dict[str, str]) -> float:
        return float(tax["rate"])

    def get_amount(self, tax: dict[str, str]) -> float:
        return float(tax["amount"])


class AmountsSerializer(serializers.Serializer[Any]):
    base_amount = NumberField()
    taxes = TaxSerializer(many=True)
    total_tax = serializers.SerializerMethodField()
    total_amount = NumberField(source="amount_paid")
    currency = serializers.SerializerMethodField()

    def get_total_tax(self, purchase: AICreditPurchase) -> float:
        return float(purchase.amount_paid - purchase.base_amount)

    def get_currency(self, purchase: AICreditPurchase) -> Literal["GHS"]:
        return "GHS"


class OpenedSerializer(serializers.Serializer[Any]):
    """Where to send the customer, and what they will pay and get.

    `access_code` and `public_key` are for paying inside the page or app with Paystack's own libraries instead.
    """

    authorization_url = serializers.CharField()
    access_code = serializers.CharField()
    public_key = serializers.SerializerMethodField()
    reference = serializers.CharField(source="payment_reference")
    credits_to_add = NumberField(source="credits")
    invoice = AmountsSerializer(source="*")

    def get_public_key(self, purchase: AICreditPurchase) -> str:
        key: str = settings.PAYSTACK_PUBLIC_KEY
        return key


class ReceivedSerializer(serializers.Serializer[Any]):
    received = serializers.BooleanField()


class ReferenceSerializer(serializers.Serializer[Any]):
    reference = serializers.CharField(max_length=100)


class VerifiedSerializer(serializers.Serializer[Any]):
    """`status` is pending, completed, failed or refunded; only completed is a success."""

    success = serializers.SerializerMethodField()
    status = serializers.ChoiceField(AICreditPurchase.Status.choices, source="purchase.payment_status")
    credits_added = NumberField()
    new_balance = NumberField(source="balance")
    message = serializers.SerializerMethodField()

    def get_success(self, verdict: Any) -> bool:
        return bool(verdict.purchase.payment_status == AICreditPurchase.Status.COMPLETED)

    def get_message(self, verdict: Any) -> str:
        if verdict.purchase.needs_attention and not self.get_success(verdict):
            return "This payment does not fit its order. Nothing was credited yet; our staff is looking at it."
        return {
            AICreditPurchase.Status.COMPLETED: f"{_plain(verdict.credits_added)} AI credits were added.",
            AICreditPurchase.Status.FAILED: "The payment did not go through. You can start a new purchase.",
            AICreditPurchase.Status.REFUNDED: "This payment was given back.",
        }.get(
            verdict.purchase.payment_status,
            "The payment has not come through yet. If you approved it on your phone, check again in a minute.",
        )


class PurchaseSerializer(serializers.ModelSerializer[AICreditPurchase]):
    amount_paid = NumberField()
    credits_purchased = NumberField()
    bonus_credits = NumberField()
    authorization_url = serializers.SerializerMethodField(help_text="Where to pay; empty once that is over.")

    class Meta:
        model = AICreditPurchase
        fields = [
            "id",
            "payment_reference",
            "package",
            "amount_paid",
            "credits_purchased",
            "bonus_credits",
            "payment_method",
            "payment_status",
            "authorization_url",
            "created_at",
            "purchased_at",
        ]

    def get_authorization_url(self, purchase: AICreditPurchase) -> str:
        return purchase.authorization_url if purchase.payment_status == AICreditPurchase.Status.PENDING else ""


class PartySerializer(serializers.Serializer[Any]):
    name = serializers.CharField()
    address = serializers.CharField()
    tin = serializers.CharField()


class InvoiceSerializer(serializers.ModelSerializer[CreditInvoice]):
    number = serializers.CharField(source="written_number")
    reference = serializers.CharField(source="purchase.payment_reference")
    package = serializers.ChoiceField(AICreditPurchase.Package.choices, source="purchase.package")
    credits = NumberField(source="purchase.credits")
    payment_method = serializers.ChoiceField(METHODS, source="purchase.payment_method")
    base_amount = NumberField()
    taxes = TaxSerializer(many=True)
    total_tax = NumberField()
    total_amount = NumberField()
    currency = serializers.SerializerMethodField()
    seller = PartySerializer()
    buyer = PartySerializer()

    class Meta:
        model = CreditInvoice
        fields = [
            "number",
            "issued_at",
            "reference",
            "package",
            "credits",
            "payment_method",
            "base_amount",
            "taxes",
            "total_tax",
            "total_amount",
            "currency",
            "seller",
            "buyer",
        ]

    def get_currency(self, invoice: CreditInvoice) -> Literal["GHS"]:
        return "GHS"


class AddonSerializer(serializers.ModelSerializer[AIMonthlyAddon]):
    """`renews_by` is card when a reusable card is saved, else pay_link."""

    price = NumberField(source="monthly_price")
    credits = NumberField(source="monthly_credits")
    next_renewal = serializers.DateField(source="next_renewal_date", allow_null=True)
    renews_by = serializers.SerializerMethodField()

    class Meta:
        model = AIMonthlyAddon
        fields = [
            "package",
            "next_package",
            "status",
            "price",
            "credits",
            "payment_method",
            "start_date",
            "period_start",
            "next_renewal",
            "end_date",
            "auto_renew",
            "cancel_at_period_end",
            "renews_by",
        ]

    def get_renews_by(self, addon: AIMonthlyAddon) -> Literal["card", "pay_link"]:
        return "card" if addon.authorization_code else "pay_link"


class AddonAnswerSerializer(serializers.Serializer[Any]):
    has_monthly_addon = serializers.BooleanField()
    rollover = NumberField()
    addon = AddonSerializer(allow_null=True)


class SubscribeSerializer(serializers.Serializer[Any]):
    payment_method = serializers.ChoiceField(choices=METHODS, default="mobile_money")
    callback_url = serializers.CharField(max_length=500, required=False, allow_blank=True, default="")


class CancelSerializer(serializers.Serializer[Any]):
    immediate = serializers.BooleanField(default=False)


class RefundInputSerializer(serializers.Serializer[Any]):
    reason = serializers.CharField(max_length=250)


class RefundSerializer(serializers.Serializer[Any]):
    reference = serializers.CharField(source="purchase.payment_reference")
    status = serializers.ChoiceField(CreditRefund.Status.choices)
    amount = NumberField()
    credits = NumberField()


def _plain(credits: Decimal) -> str:
    return f"{credits.normalize():f}"
