"""The shape of a business's AI settings."""

from decimal import Decimal
from typing import Any

from rest_framework import serializers

from ai_features.serializers.fields import NumberField
from ai_features.services.billing.trials import Trial


class ConsentTextSerializer(serializers.Serializer[Any]):
    version = serializers.CharField()
    text = serializers.CharField()


class ChannelsSerializer(serializers.Serializer[Any]):
    email = serializers.BooleanField(required=False)
    sms = serializers.BooleanField(required=False)
    brief = serializers.BooleanField(required=False, help_text="What needs you today, at seven in the morning.")
    email_to = serializers.EmailField(required=False, allow_blank=True, max_length=254)
    phone = serializers.CharField(required=False, allow_blank=True, max_length=20)


class SettingsSerializer(serializers.Serializer[Any]):
    consent = serializers.BooleanField()
    consent_by = serializers.CharField(allow_null=True)
    consent_at = serializers.DateTimeField(allow_null=True)
    consent_text = ConsentTextSerializer()
    voice = serializers.BooleanField(help_text="Whether an owner has agreed to questions by voice.")
    voice_text = ConsentTextSerializer()
    ai_enabled = serializers.BooleanField()
    low_balance_threshold = NumberField()
    notification_channels = ChannelsSerializer()
    trial = serializers.ChoiceField(choices=[(state.value, state.name) for state in Trial])


class SettingsChangeSerializer(serializers.Serializer[Any]):
    """What an owner may change; a field left out stays."""

    consent = serializers.BooleanField(required=False)
    voice = serializers.BooleanField(required=False)
    ai_enabled = serializers.BooleanField(required=False)
    low_balance_threshold = serializers.DecimalField(
        required=False, allow_null=True, max_digits=12, decimal_places=2, min_value=Decimal(0)
    )
    notification_channels = ChannelsSerializer(required=False)
