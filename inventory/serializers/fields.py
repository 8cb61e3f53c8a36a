"""Fields that several documents of buying share."""

from decimal import Decimal
from typing import Any

from rest_framework import serializers

from inventory.serializers.goods import LINES_AT_MOST, Data


def client_id_in() -> serializers.CharField:
    """The sender's own id of what it sends."""
    return serializers.CharField(
        max_length=64,
        required=False,
        allow_blank=True,
        default="",
        help_text="Made by the sender, once for each: a repeat on any day, by anyone, gives the first back.",
    )


def amount_in(**kwargs: Any) -> serializers.DecimalField:
    """An amount in GHS above zero."""
    return serializers.DecimalField(max_digits=12, decimal_places=2, min_value=Decimal("0.01"), **kwargs)


def amount_out(**kwargs: Any) -> serializers.DecimalField:
    """An amount in GHS in an answer."""
    return serializers.DecimalField(max_digits=20, decimal_places=2, read_only=True, **kwargs)


def note_in() -> serializers.CharField:
    """A remark, empty unless said."""
    return serializers.CharField(max_length=250, required=False, allow_blank=True, default="")


def lines_of(child: serializers.Serializer[Data], **kwargs: Any) -> serializers.ListSerializer[Any]:
    """Lines of a document, one at least."""
    return serializers.ListSerializer(child=child, allow_empty=False, max_length=LINES_AT_MOST, **kwargs)
