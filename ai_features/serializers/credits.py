"""Balance, prices, usage and history of credits, as JSON."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from ai_features import packs
from ai_features.models import AITransaction, AIUsageAlert, CreditLot, LedgerEntry
from ai_features.pricing import feature_key
from ai_features.serializers.fields import ASKED_FEATURES, FEATURES, UNAVAILABLE, NumberField


class LotSerializer(serializers.ModelSerializer[CreditLot]):
    remaining = NumberField()

    class Meta:
        model = CreditLot
        fields = ["source", "remaining", "expires_at"]


class AddonDetailsSerializer(serializers.Serializer[Any]):
    price = NumberField()
    credits = NumberField()
    next_renewal = serializers.DateField(allow_null=True)


class BalanceSerializer(serializers.Serializer[Any]):
    """`balance` counts what is held for requests under way; `available` does not."""

    balance = NumberField(source="account.balance")
    held = NumberField(source="account.held")
    available = NumberField(source="account.available")
    expires_at = serializers.DateTimeField(source="account.expires_at", allow_null=True)
    is_active = serializers.BooleanField(source="account.is_active")
    total_purchased = NumberField(source="account.total_purchased")
    total_used = NumberField(source="account.total_used")
    low_balance = serializers.BooleanField(source="account.is_low")
    lots = LotSerializer(many=True)
    has_monthly_addon = serializers.BooleanField()
    monthly_addon_details = AddonDetailsSerializer(allow_null=True)


class PricedTaxSerializer(serializers.Serializer[Any]):
    """`rate` is in percent."""

    name = serializers.CharField()
    rate = NumberField()
    amount = NumberField()


class QuotedSerializer(serializers.Serializer[Any]):
    """A price with its taxes of today; `total_amount` is what a purchase charges."""

    base_amount = NumberField()
    taxes = PricedTaxSerializer(many=True)
    total_tax = NumberField()
    total_amount = NumberField()
    currency = serializers.ChoiceField(["GHS"])


class CustomQuoteSerializer(QuotedSerializer):
    credits = NumberField()


class PackSerializer(QuotedSerializer):
    type = serializers.ChoiceField([pack.key.upper() for pack in packs.PACKS])
    name = serializers.CharField()
    price = NumberField(help_text="GHS before taxes.")
    credits = NumberField()
    bonus_credits = NumberField()
    total_credits = NumberField()
    cost_per_credit = NumberField()
    savings = serializers.CharField()
    recommended = serializers.BooleanField()


class FeatureCostSerializer(serializers.Serializer[Any]):
    feature = serializers.ChoiceField(FEATURES)
    name = serializers.CharField()
    credits = NumberField()
    description = serializers.CharField()
    category = serializers.ChoiceField(["basic", "premium"])
    popular = serializers.BooleanField()
    enabled = serializers.BooleanField()


class CustomAmountSerializer(serializers.Serializer[Any]):
    minimum = NumberField()
    maximum = NumberField()
    credits_per_cedi = NumberField()
    quote = CustomQuoteSerializer(
        allow_null=True, help_text="The price of the amount that was asked for; null without one."
    )


class PricingQuerySerializer(serializers.Serializer[Any]):
    custom_amount = serializers.DecimalField(
        max_digits=12,
        decimal_places=2,
        required=False,
        min_value=packs.CUSTOM_LEAST,
        max_value=packs.CUSTOM_MOST,
        help_text="GHS before taxes, to be quoted.",
    )


class AddonOfferSerializer(QuotedSerializer):
    available = serializers.BooleanField()
    price = NumberField(help_text="GHS a month before taxes.")
    credits = NumberField()
    rollover = NumberField()
    description = serializers.CharField()
    savings = serializers.CharField()


class PricingSerializer(serializers.Serializer[Any]):
    credit_packs = PackSerializer(many=True)
    custom_amount = CustomAmountSerializer()
    feature_costs = FeatureCostSerializer(many=True)
    monthly_addon = AddonOfferSerializer()


class FeatureUseSerializer(serializers.Serializer[Any]):
    feature = serializers.ChoiceField(FEATURES)
    name = serializers.CharField()
    count = serializers.IntegerField()
    credits = NumberField()


class DayUseSerializer(serializers.Serializer[Any]):
    date = serializers.DateField()
    requests = serializers.IntegerField()
    credits = NumberField()


class UsageSerializer(serializers.Serializer[Any]):
    """`success_rate` and `cache_hit_rate` are percentages."""

    period_days = serializers.IntegerField()
    current_balance = NumberField()
    total_credits_used = NumberField()
    total_requests = serializers.IntegerField()
    successful_requests = serializers.IntegerField()
    success_rate = serializers.FloatField()
    avg_response_time_ms = serializers.IntegerField()
    cache_hit_rate = serializers.FloatField()
    feature_breakdown = FeatureUseSerializer(many=True)
    daily = DayUseSerializer(many=True)
    most_used_feature = serializers.ChoiceField(FEATURES, allow_null=True)


class UsageQuerySerializer(serializers.Serializer[Any]):
    days = serializers.IntegerField(min_value=1, max_value=366, default=30)


class TransactionSerializer(serializers.ModelSerializer[AITransaction]):
    """One request. What the model cost us is for our own staff alone."""

    feature = serializers.ChoiceField(FEATURES, read_only=True)
    credits_used = NumberField()
    tokens_used = serializers.IntegerField(read_only=True)
    user_name = serializers.CharField(source="user.name", default=None, allow_null=True, read_only=True)

    class Meta:
        model = AITransaction
        fields = [
            "id",
            "feature",
            "user",
            "user_name",
            "outcome",
            "credits_used",
            "tokens_used",
            "processing_time_ms",
            "success",
            "cached",
            "degraded",
            "model",
            "error_message",
            "timestamp",
        ]


class StaffTransactionSerializer(TransactionSerializer):
    class Meta(TransactionSerializer.Meta):
        fields = [*TransactionSerializer.Meta.fields, "cost_to_us", "cost_usd", "unit_price"]


class LedgerEntrySerializer(serializers.ModelSerializer[LedgerEntry]):
    """One change of the balance: in above zero, out below."""

    credits = NumberField()
    lot_source = serializers.ChoiceField(
        CreditLot.Source.choices, source="lot.source", read_only=True, help_text="Where the credits came from."
    )
    reference = serializers.CharField(
        source="lot.purchase.payment_reference",
        default=None,
        allow_null=True,
        read_only=True,
        help_text="The purchase that the credits came with.",
    )
    transaction_id = serializers.UUIDField(read_only=True, allow_null=True)
    feature = serializers.ChoiceField(
        FEATURES, source="transaction.feature", default=None, allow_null=True, read_only=True
    )

    class Meta:
        model = LedgerEntry
        fields = ["id", "kind", "credits", "lot_source", "reference", "transaction_id", "feature", "created_at"]


class AlertSerializer(serializers.ModelSerializer[AIUsageAlert]):
    current_balance = NumberField()
    threshold = NumberField()

    class Meta:
        model = AIUsageAlert
        fields = ["id", "alert_type", "current_balance", "threshold", "created_at"]


@extend_schema_field({"type": "string", "enum": [*ASKED_FEATURES]})
class FeatureNameField(serializers.CharField):
    """A feature as it may be asked for."""


class AvailabilityQuerySerializer(serializers.Serializer[Any]):
    feature = FeatureNameField(required=False, help_text="All features when left out. Older names are known.")

    def validate_feature(self, name: str) -> str:
        key = feature_key(name)
        if key is None:
            raise serializers.ValidationError(f"There is no AI feature named {name[:50]}.")
        return key


class AvailabilitySerializer(serializers.Serializer[Any]):
    """`reason` is null, or an error code that the feature would answer with; `permission_denied`: not in this role."""

    feature = serializers.ChoiceField(FEATURES)
    feature_name = serializers.CharField()
    available = serializers.BooleanField()
    reason = serializers.ChoiceField(UNAVAILABLE, allow_null=True)
    has_credits = serializers.BooleanField()
    required = NumberField()  # type: ignore[assignment]  # the metaclass takes declared fields off the class
    current_balance = NumberField()
    shortfall = NumberField()


class AvailabilityListSerializer(serializers.Serializer[Any]):
    features = AvailabilitySerializer(many=True)
