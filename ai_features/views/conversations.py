"""Conversations with the AI features: each person lists, reads and deletes their own."""

import uuid
from typing import Any

from django.db.models import QuerySet
from django_filters.filters import ChoiceFilter
from django_filters.rest_framework.filterset import FilterSet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from ai_features.models import Conversation, Turn
from ai_features.serializers.fields import FEATURES
from ai_features.services import conversations
from common.api import CallerMixin
from common.tenancy import EVERYONE


class TurnSerializer(serializers.ModelSerializer[Turn]):
    """One question and its answer, as they are kept: people and figures are not."""

    transaction_id = serializers.UUIDField(allow_null=True)

    class Meta:
        model = Turn
        fields = ["asked", "answered", "at", "transaction_id"]


class ConversationSerializer(serializers.ModelSerializer[Conversation]):
    """A conversation in a list, with its first question."""

    feature = serializers.ChoiceField(FEATURES)
    turns = serializers.IntegerField(source="number_of_turns")
    title = serializers.CharField(help_text="The first question.")

    class Meta:
        model = Conversation
        fields = ["id", "feature", "title", "turns", "created_at", "updated_at"]


class WholeConversationSerializer(serializers.ModelSerializer[Conversation]):
    feature = serializers.ChoiceField(FEATURES)
    turns = TurnSerializer(many=True)

    class Meta:
        model = Conversation
        fields = ["id", "feature", "turns", "created_at", "updated_at"]


class ConversationFilter(FilterSet):
    """Those with one feature."""

    feature = ChoiceFilter(choices=[(key, key) for key in FEATURES])


class ConversationsView(CallerMixin, ListAPIView[Conversation]):
    """Your conversations, the latest first. They are deleted after the days that texts are kept."""

    roles = EVERYONE
    serializer_class = ConversationSerializer
    filterset_class = ConversationFilter
    queryset = Conversation.objects.none()

    def get_queryset(self) -> QuerySet[Conversation]:
        if getattr(self, "swagger_fake_view", False):
            return self.queryset
        return conversations.listed(self.caller)


class ConversationView(CallerMixin, APIView):
    """One conversation, turn by turn."""

    roles = EVERYONE
    refuses = ("not_found",)
    serializer_class = WholeConversationSerializer
    queryset = Conversation.objects.none()

    @extend_schema(summary="One conversation", responses=WholeConversationSerializer)
    def get(self, request: Request, pk: uuid.UUID) -> Response:
        return Response(WholeConversationSerializer(conversations.find_conversation(self.caller, pk)).data)

    @extend_schema(summary="Delete a conversation", request=None, responses={204: None})
    def delete(self, request: Request, pk: uuid.UUID, **_: Any) -> Response:
        conversations.delete(self.caller, pk)
        return Response(status=204)
