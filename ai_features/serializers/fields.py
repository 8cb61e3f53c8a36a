"""How credits look in JSON."""

from decimal import Decimal
from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from ai_features.pricing import ALIASES, FEATURE_PRICES
from common import money
from common.api import ERROR_CODE

FEATURES = tuple(FEATURE_PRICES)
ASKED_FEATURES = (*FEATURES, *ALIASES)
"""As they may be asked for: older names are known."""
UNAVAILABLE = ("ai_disabled", "budget_exceeded", "consent_required", "insufficient_credits", "permission_denied")
"""The error codes with which a feature would refuse, as they are looked up ahead."""


@extend_schema_field(ERROR_CODE)
class ErrorCodeField(serializers.CharField):
    """The code of a refusal, where it stands inside an answer."""


@extend_schema_field(OpenApiTypes.DOUBLE)
class NumberField(serializers.Field[Decimal, Any, float, Any]):
    """A Decimal of the database as a JSON number with at most two decimals. For answers only."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(read_only=True, **kwargs)

    def to_representation(self, value: Decimal) -> float:
        return money.number(value)
