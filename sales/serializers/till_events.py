"""What happens at a till, as tills send it and as it is shown."""

from rest_framework import serializers

from common.api import MomentField
from sales.models import TillEvent
from sales.serializers.fields import Data, money_in, name, quantity_in, several
from sales.services.till_events import FROM_TILLS

EVENTS_AT_MOST = 500


class NewEventSerializer(serializers.Serializer[Data]):
    client_id = serializers.CharField(max_length=64, help_text="Made by the till, once for each event.")
    kind = serializers.ChoiceField(choices=[(kind.value, kind.label) for kind in FROM_TILLS])
    storefront_id = serializers.UUIDField()
    at = MomentField()
    till_id = serializers.UUIDField(required=False, allow_null=True, default=None)
    sale_id = serializers.UUIDField(required=False, allow_null=True, default=None)
    product_id = serializers.UUIDField(required=False, allow_null=True, default=None)
    quantity = quantity_in(required=False, allow_null=True, default=None)
    amount = money_in(required=False, allow_null=True, default=None, help_text="What was in the cart, or taken off.")
    note = serializers.CharField(max_length=250, required=False, allow_blank=True, default="")


class NewEventsSerializer(serializers.Serializer[Data]):
    events = several(NewEventSerializer(), at_most=EVENTS_AT_MOST, allow_empty=False)


class TillEventSerializer(serializers.ModelSerializer[TillEvent]):
    """An event; without `client_id` the server saw it itself."""

    storefront_name = name("storefront")
    till_id = serializers.UUIDField(source="session_id", read_only=True, allow_null=True)
    till = serializers.CharField(source="session.till", read_only=True, default=None, allow_null=True)
    by_name = name("by")
    sale_number = serializers.CharField(source="sale.number", read_only=True, default=None, allow_null=True)
    product_name = name("product")

    class Meta:
        model = TillEvent
        fields = [
            "id",
            "kind",
            "storefront_id",
            "storefront_name",
            "till_id",
            "till",
            "by_id",
            "by_name",
            "at",
            "sale_id",
            "sale_number",
            "product_id",
            "product_name",
            "quantity",
            "amount",
            "note",
            "client_id",
        ]
        read_only_fields = fields


class KeptEventsSerializer(serializers.Serializer[Data]):
    """The events of a batch, in its order; those kept before too."""

    events = TillEventSerializer(many=True)
