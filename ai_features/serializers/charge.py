"""What an AI answer says of itself, where it is part of an answer that may come without it."""

from typing import Any

from rest_framework import serializers


class ChargeSerializer(serializers.Serializer[Any]):
    """The charge of an explanation; left out where none was asked for."""

    credits_used = serializers.FloatField(required=False)
    balance = serializers.FloatField(required=False)
    cached = serializers.BooleanField(required=False)
    degraded = serializers.BooleanField(required=False)
    model = serializers.CharField(required=False)
    processing_time_ms = serializers.IntegerField(required=False)
    transaction_id = serializers.UUIDField(required=False, allow_null=True)
