"""Till sessions as they are opened, counted and shown."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from common.api import confirmed_in
from common.money import ZERO
from sales.models import Payment, TillMovement, TillSession
from sales.queries import difference
from sales.serializers.fields import Data, money_in, money_out, name, several, told_network
from sales.serializers.sales import MONEY_METHODS


class OpenTillSerializer(serializers.Serializer[Data]):
    storefront_id = serializers.UUIDField()
    till = serializers.CharField(max_length=40, help_text="What the shop calls the till: Till 1.")
    opening_float = money_in(required=False, default=ZERO, help_text="Cash in the till now.")
    cashier_id = serializers.UUIDField(
        required=False, allow_null=True, default=None, help_text="Owners and managers: for whom; else for yourself."
    )
    confirmed = confirmed_in()


class NewTillMovementSerializer(serializers.Serializer[Data]):
    kind = serializers.ChoiceField(choices=TillMovement.Kind.choices)
    amount = money_in(above_zero=True)
    reason = serializers.CharField(max_length=250)
    confirmed = confirmed_in()


class CountedSerializer(serializers.Serializer[Data]):
    method = serializers.ChoiceField(choices=MONEY_METHODS)
    network = serializers.ChoiceField(choices=Payment.Network.choices, required=False, allow_blank=True, default="")
    amount = money_in()


class CloseTillSerializer(serializers.Serializer[Data]):
    """What was counted: cash always, other ways to pay where the shop counts them."""

    counted = several(CountedSerializer(), at_most=20, allow_empty=False)
    reason = serializers.CharField(max_length=250, required=False, allow_blank=True, default="")


class ApproveTillSerializer(serializers.Serializer[Data]):
    reason = serializers.CharField(max_length=250, required=False, allow_blank=True, default="")


class ExplainTillSerializer(serializers.Serializer[Data]):
    reason = serializers.CharField(max_length=250, help_text="Why counted and expected differ.")


class TillMovementSerializer(serializers.ModelSerializer[TillMovement]):
    by_name = name("by")

    class Meta:
        model = TillMovement
        fields = ["id", "kind", "amount", "reason", "by_id", "by_name", "at"]
        read_only_fields = fields


class TillMoneySerializer(serializers.Serializer[Any]):
    """One way to pay in a session."""

    method = serializers.ChoiceField(Payment.Method.choices)
    network = told_network()
    expected = money_out()
    counted = money_out(allow_null=True)
    difference = money_out(allow_null=True, help_text="counted - expected")


class TillSessionSerializer(serializers.ModelSerializer[TillSession]):
    """A session; `money` is empty for the cashier of an open one, who counts before seeing what is expected."""

    storefront_name = name("storefront")
    cashier_name = name("cashier")
    opened_by_name = name("opened_by")
    closed_by_name = name("closed_by")
    approved_by_name = name("approved_by")
    status = serializers.SerializerMethodField()
    movements = TillMovementSerializer(many=True, read_only=True)
    money = serializers.SerializerMethodField()
    difference = serializers.SerializerMethodField(help_text="All that was counted less what was expected of it.")

    class Meta:
        model = TillSession
        fields = [
            "id",
            "storefront_id",
            "storefront_name",
            "till",
            "number",
            "status",
            "cashier_id",
            "cashier_name",
            "opened_by_id",
            "opened_by_name",
            "opened_at",
            "opening_float",
            "closed_by_id",
            "closed_by_name",
            "closed_at",
            "reason",
            "approved_by_id",
            "approved_by_name",
            "approved_at",
            "money",
            "difference",
            "movements",
        ]
        read_only_fields = fields

    @extend_schema_field(serializers.ChoiceField(choices=["open", "closed", "approved"]))
    def get_status(self, session: TillSession) -> str:
        return status_of(session)

    @extend_schema_field(TillMoneySerializer(many=True, allow_null=True))
    def get_money(self, session: Any) -> Any:
        blind = self.context["blind"] and session.closed_at is None
        return None if blind else TillMoneySerializer(session.money, many=True).data

    @extend_schema_field(money_out(allow_null=True))
    def get_difference(self, session: Any) -> str | None:
        return None if session.closed_at is None else f"{difference(session.money):.2f}"


class TillMovedSerializer(serializers.Serializer[Any]):
    at = serializers.DateTimeField()
    by = serializers.CharField()
    reason = serializers.CharField()
    amount = money_out()


class TillReportSerializer(serializers.Serializer[Any]):
    """The report of a session: X while it is open, Z once it is closed."""

    till_id = serializers.UUIDField()
    title = serializers.CharField()
    number = serializers.IntegerField()
    day = serializers.DateField(help_text="The trading day, which may end after midnight.")
    till = serializers.CharField()
    business = serializers.CharField()
    storefront = serializers.CharField()
    cashier = serializers.CharField()
    opened_at = serializers.DateTimeField()
    closed_at = serializers.DateTimeField(allow_null=True)
    closed_by = serializers.CharField(allow_null=True)
    approved_at = serializers.DateTimeField(allow_null=True)
    approved_by = serializers.CharField(allow_null=True)
    opening_float = money_out()
    sales = serializers.IntegerField()
    sold = money_out()
    discounts = money_out()
    returns = serializers.IntegerField()
    returned = money_out()
    voids = serializers.IntegerField()
    voided = money_out()
    tax = money_out()
    not_paid = money_out(help_text="What sales left unpaid: on account, or met from credit.")
    collected = money_out(help_text="Paid for earlier debts.")
    expenses = money_out(help_text="Spent out of the till.")
    movements = TillMovedSerializer(many=True)
    money = TillMoneySerializer(many=True, allow_null=True)
    difference = money_out(allow_null=True)
    events = serializers.DictField(child=serializers.IntegerField(), help_text="How often each kind of event happened.")
    late = money_out(help_text="Recorded offline, and received after the session was approved.")
    reason = serializers.CharField()
    currency = serializers.ChoiceField(["GHS"])


def status_of(session: TillSession) -> str:
    """`open`, `closed` or `approved`."""
    if session.approved_at:
        return "approved"
    return "closed" if session.closed_at else "open"
