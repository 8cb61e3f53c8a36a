"""Receipts and statements that are sent to customers."""

from typing import Any

from rest_framework import serializers

from sales.serializers.customers import StatementPeriodSerializer
from sales.serializers.fields import Data
from sales.services.sending import Channel


def _agreed() -> serializers.BooleanField:
    return serializers.BooleanField(
        required=False, default=False, help_text="The customer agrees now; needed where `receipts_allowed` is false."
    )


class SendReceiptSerializer(serializers.Serializer[Data]):
    channel = serializers.ChoiceField(choices=Channel.choices)
    to = serializers.CharField(
        max_length=254,
        required=False,
        allow_blank=True,
        default="",
        help_text="A number or address told at the counter; without it the customer's own.",
    )
    agreed = _agreed()

    def validate(self, attrs: Data) -> Data:
        if attrs["to"] and attrs["channel"] == Channel.EMAIL:
            attrs["to"] = serializers.EmailField().run_validation(attrs["to"])
        return attrs


class SendStatementSerializer(StatementPeriodSerializer):
    channel = serializers.ChoiceField(choices=Channel.choices)
    agreed = _agreed()


class SentSerializer(serializers.Serializer[Any]):
    channel = serializers.ChoiceField(choices=Channel.choices)
    to = serializers.CharField()
    status = serializers.ChoiceField(
        choices=["sent", "unconfirmed", "link"],
        help_text="`unconfirmed`: the gateway gave no answer. `link`: open it to send.",
    )
    text = serializers.CharField()
    whatsapp_link = serializers.CharField(allow_null=True)
