"""What a till did without a connection, and what became of it."""

from typing import Any

from rest_framework import serializers

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
    at = serializers.DateTimeField(help_text="When it was done, by the till's clock.")
    body = serializers.DictField()


class OfflineSerializer(serializers.Serializer[Data]):
    items = several(OfflineItemSerializer(), at_most=ITEMS_AT_MOST, allow_empty=False)
    device_time = serializers.DateTimeField(
        required=False, allow_null=True, default=None, help_text="The till's clock now: moments are put right by it."
    )


class OutcomeSerializer(serializers.Serializer[Any]):
    client_id = serializers.CharField()
    status = serializers.ChoiceField(choices=["taken", "repeated", "refused"])
    id = serializers.UUIDField(allow_null=True)
    error = serializers.DictField(allow_null=True, help_text="As the item's own address would have answered.")
    flags = serializers.ListField(child=serializers.ChoiceField(choices=["oversold", "clock"]))


class OutcomesSerializer(serializers.Serializer[Any]):
    results = OutcomeSerializer(many=True)
    clock_ahead_seconds = serializers.IntegerField(help_text="By how much the till's clock is wrong; 0 when it is not.")
    message = serializers.CharField(help_text="What to tell the person at the till; empty when all is well.")


def offline_item(item: Data) -> services.OfflineItem:
    """The item with its body checked; what is wrong with the body is kept as its problem."""
    named = {name: item[name] for name in ("client_id", "kind", "at")}
    moment = {"at": item["at"]} if item["kind"] == "event" else {}
    body = BODIES[item["kind"]](data={**item["body"], "client_id": item["client_id"], **moment})
    if not body.is_valid():
        message = "Please correct the marked fields."
        problem = {"error": "validation_error", "message": message, "fields": body.errors}
        return services.OfflineItem(**named, fields=None, problem=problem)
    return services.OfflineItem(**named, fields=as_taken(item["kind"], dict(body.validated_data)))


def as_taken(kind: str, fields: Data) -> Data:
    """The checked fields as the service takes them."""
    if kind == "sale":
        lines = [services.NewLine(**line) for line in fields["lines"]]
        return {**fields, "lines": lines, "payments": [services.NewPayment(**part) for part in fields["payments"]]}
    if kind == "payment":
        return {**fields, "invoices": [services.Settle(**part) for part in fields["invoices"]]}
    return fields
