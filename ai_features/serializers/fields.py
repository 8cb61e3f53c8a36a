"""How credits look in JSON."""

from decimal import Decimal
from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from ai_features.pricing import FEATURE_PRICES
from common import money

FEATURES = tuple(FEATURE_PRICES)
UNAVAILABLE = ("ai_disabled", "budget_exceeded", "consent_required", "insufficient_credits", "permission_denied")
"""The error codes with which a feature would refuse, as they are looked up ahead."""


@extend_schema_field(OpenApiTypes.DOUBLE)
class NumberField(serializers.Field[Decimal, Any, float, Any]):
    """A Decimal of the database as a JSON number with at most two decimals. For answers only."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(read_only=True, **kwargs)

    def to_representation(self, value: Decimal) -> float:
        return money.number(value)
