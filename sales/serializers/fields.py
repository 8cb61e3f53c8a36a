"""Fields that several serializers of sales share."""

from decimal import Decimal
from typing import Any

from rest_framework import serializers

from sales.models import Payment

Data = dict[str, Any]


def money_in(*, above_zero: bool = False, **kwargs: Any) -> serializers.DecimalField:
    """An amount in GHS that is typed in: zero or more, with at most two decimals."""
    least = Decimal("0.01") if above_zero else Decimal(0)
    return serializers.DecimalField(max_digits=12, decimal_places=2, min_value=least, **kwargs)


def money_out(**kwargs: Any) -> serializers.DecimalField:
    """An amount in GHS that is told."""
    return serializers.DecimalField(max_digits=16, decimal_places=2, read_only=True, **kwargs)


def quantity_in(**kwargs: Any) -> serializers.DecimalField:
    """Units that are typed in: above zero, with at most three decimals."""
    return serializers.DecimalField(max_digits=12, decimal_places=3, min_value=Decimal("0.001"), **kwargs)


def quantity_out(**kwargs: Any) -> serializers.DecimalField:
    """Units that are told."""
    return serializers.DecimalField(max_digits=14, decimal_places=3, read_only=True, **kwargs)


def name(source: str) -> serializers.CharField:
    """The name of something that a row refers to."""
    return serializers.CharField(source=f"{source}.name", read_only=True, default=None, allow_null=True)


def several(child: serializers.Serializer[Data], *, at_most: int, **kwargs: Any) -> serializers.ListSerializer[Any]:
    """A list of objects that is not longer than one request should be."""
    return serializers.ListSerializer(child=child, max_length=at_most, **kwargs)


def told_network() -> serializers.ChoiceField:
    """The mobile money network of a payment."""
    choices = [("", "Not mobile money"), *Payment.Network.choices]
    return serializers.ChoiceField(choices, read_only=True, help_text="Empty when not mobile money.")


def client_id_in() -> serializers.CharField:
    """The till's own id of what it sends."""
    return serializers.CharField(
        max_length=64,
        required=False,
        allow_blank=True,
        default="",
        help_text="Made by the till, once for each: a repeat on any day, by anyone, gives the first back.",
    )


def till_id_in() -> serializers.UUIDField:
    """The till session whose money it is."""
    return serializers.UUIDField(
        required=False, allow_null=True, default=None, help_text="An open till; else your own, if you have one open."
    )
