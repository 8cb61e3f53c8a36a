"""Contacts, promises and payment plans."""

from dataclasses import asdict
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from common.api import MomentField
from sales import queries
from sales.models import REMINDER_TYPES, CollectionNote, PaymentPlan, PromiseToPay
from sales.serializers.fields import Data, money_in, money_out, name, several


class CollectionNoteSerializer(serializers.ModelSerializer[CollectionNote]):
    """A contact with a customer about a debt."""

    customer_id = serializers.UUIDField()
    customer_name = name("customer")
    message_type = serializers.ChoiceField(
        REMINDER_TYPES, required=False, allow_blank=True, help_text="When a reminder was sent."
    )
    by_name = name("by")
    at = MomentField(required=False)

    class Meta:
        model = CollectionNote
        fields = [
            "id",
            "customer_id",
            "customer_name",
            "channel",
            "outcome",
            "message_type",
            "text",
            "next_action_on",
            "by_id",
            "by_name",
            "at",
        ]
        read_only_fields = ["id", "by_id"]


class PromiseSerializer(serializers.ModelSerializer[PromiseToPay]):
    """A promise to pay; `status` follows from what was paid between the promise and its day."""

    customer_id = serializers.UUIDField()
    customer_name = name("customer")
    amount = money_in(above_zero=True)
    received = money_out()
    status = serializers.ChoiceField(choices=queries.PROMISE_STATUSES, read_only=True)
    by_name = name("by")

    class Meta:
        model = PromiseToPay
        fields = [
            "id",
            "customer_id",
            "customer_name",
            "amount",
            "promised_on",
            "due_on",
            "received",
            "status",
            "note",
            "by_id",
            "by_name",
            "cancelled_at",
        ]
        read_only_fields = ["id", "promised_on", "by_id", "cancelled_at"]


class NewInstalmentSerializer(serializers.Serializer[Data]):
    due_on = serializers.DateField()
    amount = money_in(above_zero=True)


class NewPlanSerializer(serializers.Serializer[Data]):
    """Instalments in the order of their days; `total`, where given, is what they must add up to."""

    customer_id = serializers.UUIDField()
    total = money_in(above_zero=True, required=False, allow_null=True, default=None)
    instalments = several(NewInstalmentSerializer(), at_most=60, allow_empty=False)


class InstalmentSerializer(serializers.Serializer[Data]):
    due_on = serializers.DateField()
    amount = money_out()
    paid = money_out()
    status = serializers.ChoiceField(choices=["paid", "open", "overdue"])


class PlanSerializer(serializers.ModelSerializer[PaymentPlan]):
    """A payment plan, filled in order by what the customer paid since it was agreed."""

    customer_name = name("customer")
    received = money_out()
    due_by_now = money_out()
    status = serializers.ChoiceField(choices=queries.PLAN_STATUSES, read_only=True)
    by_name = name("by")
    instalments = serializers.SerializerMethodField()

    class Meta:
        model = PaymentPlan
        fields = [
            "id",
            "customer_id",
            "customer_name",
            "total",
            "agreed_on",
            "received",
            "due_by_now",
            "status",
            "by_id",
            "by_name",
            "cancelled_at",
            "instalments",
        ]
        read_only_fields = fields

    @extend_schema_field(InstalmentSerializer(many=True))
    def get_instalments(self, plan: Any) -> Any:
        return [InstalmentSerializer(asdict(state)).data for state in queries.instalment_states(plan)]
