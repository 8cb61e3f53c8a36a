"""What a till did without a connection, and what became of it."""

from collections.abc import Iterable
from typing import Any

from rest_framework import serializers

from common.api import MomentField
from sales import services
from sales.serializers.fields import Data, several
from sales.serializers.payments import NewPaymentOnAccountSerializer
from sales.serializers.sales import NewSaleSerializer
from sales.serializers.till_events import NewEventSerializer

ITEMS_AT_MOST = 500
BODIES: dict[str, type[serializers.Serializer[Data]]] = {
    "sale": NewSaleSerializer,
    "payment": NewPaymentOnAccountSerializer,
    "event": NewEventSerializer,
}


class OfflineItemSerializer(serializers.Serializer[Data]):
    """One thing that was done; `body` as its own address takes it, without moment and `client_id`."""

    client_id = serializers.CharField(max_length=64, help_text="Made by the till, once for each.")
    kind = serializers.ChoiceField(choices=[(kind, kind.capitalize()) for kind in BODIES])
    at = MomentField(help_text="When it was done, by the till's clock.")
    body = serializers.DictField()


class OfflineSerializer(serializers.Serializer[Data]):
    items = several(OfflineItemSerializer(), at_most=ITEMS_AT_MOST, allow_empty=False)
    device_time = MomentField(
        required=False, allow_null=True, default=None, help_text="The till's clock now: times are corrected by it."
    )


class OutcomeSerializer(serializers.Serializer[Any]):
    client_id = serializers.CharField()
    status = serializers.ChoiceField(choices=["taken", "repeated", "refused"])
    id = serializers.UUIDField(allow_null=True)
    error = serializers.DictField(allow_null=True, help_text="As the item's own endpoint would have responded.")
    flags = serializers.ListField(child=serializers.ChoiceField(choices=["oversold", "clock"]))


class OutcomesSerializer(serializers.Serializer[Any]):
    results = OutcomeSerializer(many=True)
    clock_ahead_seconds = serializers.IntegerField(help_text="By how much the till's clock is wrong; 0 when it is not.")
    message = serializers.CharField(help_text="What to tell the person at the till; empty when all is well.")


def offline_items(items: Iterable[Data]) -> list[services.OfflineItem]:
    """The items with their bodies checked; what is wrong with a body is kept as its problem."""
    checks = {kind: body() for kind, body in BODIES.items()}  # one for all: to make one costs more than to use it
    return [_offline_item(item, checks[item["kind"]]) for item in items]


def _offline_item(item: Data, check: serializers.Serializer[Data]) -> services.OfflineItem:
    named = {name: item[name] for name in ("client_id", "kind", "at")}
    moment = {"at": item["at"]} if item["kind"] == "event" else {}
    try:
        body = check.run_validation({**item["body"], "client_id": item["client_id"], **moment})
    except serializers.ValidationError as wrong:
        message = "Please correct the marked fields."
        problem = {"error": "validation_error", "message": message, "fields": wrong.detail}
        return services.OfflineItem(**named, fields=None, problem=problem)
    return services.OfflineItem(**named, fields=as_taken(item["kind"], dict(body)))


def as_taken(kind: str, fields: Data) -> Data:
    """The checked fields as the service takes them."""
    if kind == "sale":
        lines = [services.NewLine(**line) for line in fields["lines"]]
        return {**fields, "lines": lines, "payments": [services.NewPayment(**part) for part in fields["payments"]]}
    if kind == "payment":
        return {**fields, "invoices": [services.Settle(**part) for part in fields["invoices"]]}
    return fields
