"""Plans as JSON: what is offered, what the business has, and how far its fair use is used."""

from typing import Any

from rest_framework import serializers

from ai_features.models import AIPlan
from ai_features.serializers.fields import NumberField
from ai_features.serializers.payments import METHODS, AddonSerializer, OpenedSerializer

CHOICES = [*AIPlan.Key.choices, ("addon", "Monthly add-on")]


class MeterSerializer(serializers.Serializer[Any]):
    """How much of the paid month's fair use is used, in credits at list price; it begins anew on `until`."""

    used = NumberField()
    limit = NumberField()
    percent = serializers.IntegerField()
    until = serializers.DateField()


class AIPlanSerializer(serializers.Serializer[Any]):
    """A plan as it is offered today. `price` and `total` are GHS a month, before and with taxes."""

    key = serializers.ChoiceField(choices=CHOICES)
    name = serializers.CharField()
    price = NumberField()
    total = NumberField()
    credits = NumberField(help_text="Credits for each month.")
    rollover = NumberField(help_text="The most unused credits that carry over into the next month, if that is paid.")
    starter_bonus = NumberField(help_text="Credits added to a starter pack bought while the plan runs.")
    fair_use = NumberField(
        allow_null=True, help_text="Answers are free until their list price comes to this many credits."
    )
    current = serializers.BooleanField()
    meter = MeterSerializer(
        allow_null=True, help_text="How far fair use is used up; only where the current plan makes answers free."
    )


class AIPlansSerializer(serializers.Serializer[Any]):
    """`subscription` is the add-on or plan that was paid for, null on the standard plan."""

    plans = AIPlanSerializer(many=True)
    subscription = AddonSerializer(allow_null=True)


class ChoosePlanSerializer(serializers.Serializer[Any]):
    plan = serializers.ChoiceField(choices=CHOICES)
    payment_method = serializers.ChoiceField(choices=METHODS, default="mobile_money")
    callback_url = serializers.CharField(max_length=500, required=False, allow_blank=True, default="")


class PlanChosenSerializer(serializers.Serializer[Any]):
    """`payment` is to be made now (status 201); without one the change comes on `changes_on` (status 200)."""

    payment = OpenedSerializer(allow_null=True)
    changes_on = serializers.DateField(allow_null=True)
    subscription = AddonSerializer(allow_null=True)


class PayStorefrontsSerializer(serializers.Serializer[Any]):
    months = serializers.IntegerField(min_value=1, max_value=12, default=1)
    payment_method = serializers.ChoiceField(choices=METHODS, default="mobile_money")
    callback_url = serializers.CharField(max_length=500, required=False, allow_blank=True, default="")
    keep_card = serializers.BooleanField(
        required=False, default=False, help_text="An owner agrees that the card is charged for each month to come."
    )


class StorefrontCardSerializer(serializers.Serializer[Any]):
    """The card that is charged for the storefronts each month."""

    brand = serializers.CharField(help_text="May be empty.")
    last4 = serializers.CharField(help_text="May be empty.")
    agreed_by_name = serializers.CharField(source="agreed_by.name", default=None, allow_null=True)
    agreed_at = serializers.DateTimeField()
    next_charge_on = serializers.DateField(source="business.subscription.renews_on")
    attempts = serializers.IntegerField(help_text="Made for the month that is due.")
