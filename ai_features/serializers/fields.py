"""How credits look in JSON."""

from decimal import Decimal
from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from common import money


@extend_schema_field(OpenApiTypes.DOUBLE)
class NumberField(serializers.Field[Decimal, Any, float, Any]):
    """A Decimal of the database as a JSON number with at most two decimals. For answers only."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(read_only=True, **kwargs)

    def to_representation(self, value: Decimal) -> float:
        return money.number(value)
