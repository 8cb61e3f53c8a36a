"""Help: what is asked, and the reply."""

from typing import Any

from rest_framework import serializers

from ai_features.help.cards import TOPICS, Card
from ai_features.help.replying import Reply

LONGEST = 1000


class HelpQuestionSerializer(serializers.Serializer[Any]):
    message = serializers.CharField(max_length=LONGEST, required=False, default="", allow_blank=True)
    card = serializers.CharField(
        max_length=60, required=False, default="", help_text="The id of one of the `choices`, in place of `message`."
    )
    conversation_id = serializers.UUIDField(required=False, allow_null=True)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if not attrs["message"] and not attrs["card"]:
            raise serializers.ValidationError({"message": "Write what you need help with."})
        return attrs


class SourceSerializer(serializers.Serializer[Card]):
    title = serializers.CharField()
    section = serializers.ChoiceField(TOPICS, source="topic")
    screen = serializers.CharField(help_text="Where it is done in the console.")
    calls = serializers.ListField(child=serializers.CharField(), help_text="The endpoints behind it.")


class OfferedCardSerializer(serializers.Serializer[Card]):
    id = serializers.CharField()
    title = serializers.CharField()


class HelpActionBodySerializer(serializers.Serializer[Any]):
    query = serializers.CharField()


class HelpActionSerializer(serializers.Serializer[Any]):
    """What can be pressed: a request, with its price on the label."""

    method = serializers.ChoiceField(["POST"])
    path = serializers.CharField()
    body = HelpActionBodySerializer()

    def get_fields(self) -> dict[str, Any]:
        """`label` is a name that a field of its own has."""
        return {"label": serializers.CharField(), **super().get_fields()}


class HelpReplySerializer(serializers.Serializer[Reply]):
    """The reply, its sources, and cards to choose from when it is not sure."""

    reply = serializers.CharField(source="text")
    sources = SourceSerializer(many=True, source="cards")
    choices = OfferedCardSerializer(many=True)
    action = HelpActionSerializer(allow_null=True, help_text="A question for `query/`, with its price on the label.")
    escalate = serializers.SerializerMethodField(help_text="Whether a person answers by email.")
    ticket_id = serializers.UUIDField(allow_null=True)
    conversation_id = serializers.UUIDField()

    def get_escalate(self, reply: Reply) -> bool:
        return reply.reason is not None


class HelpAnswerSerializer(HelpReplySerializer):
    """A reply with what every AI answer has; help costs nothing."""

    credits_used = serializers.FloatField()
    balance = serializers.FloatField()
    cached = serializers.BooleanField()
    degraded = serializers.BooleanField()
    model = serializers.CharField()
    processing_time_ms = serializers.IntegerField()
    transaction_id = serializers.UUIDField()
