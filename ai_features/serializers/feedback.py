"""What is said of an answer, and what came of it."""

from typing import Any

from rest_framework import serializers


class FeedbackSerializer(serializers.Serializer[Any]):
    """`misunderstood`: the answer was to another question than the one asked; its credits may be given back."""

    helpful = serializers.BooleanField(required=False, allow_null=True, default=None)
    misunderstood = serializers.BooleanField(required=False, default=False)
    note = serializers.CharField(required=False, allow_blank=True, max_length=500, default="")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if attrs["helpful"] is None and not attrs["misunderstood"] and not attrs["note"]:
            raise serializers.ValidationError("Say whether it was helpful, or misunderstood, or write a note.")
        if attrs["helpful"] and attrs["misunderstood"]:
            raise serializers.ValidationError({"helpful": "An answer that was misunderstood was not helpful."})
        return attrs


class FeedbackGivenSerializer(serializers.Serializer[Any]):
    credits_returned = serializers.FloatField()
    balance = serializers.FloatField()
    message = serializers.CharField()
