"""The daily brief."""

import uuid
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from ai_features.brief.making import cards_of_today, dismiss
from ai_features.models import BriefCard
from common import clock
from common.api import CallerMixin
from common.tenancy import MANAGEMENT


class CardBodySerializer(serializers.Serializer[Any]):
    reference = serializers.CharField(required=False)
    card_id = serializers.UUIDField(required=False)


class CardActionSerializer(serializers.Serializer[Any]):
    """What the one button of a card does."""

    method = serializers.ChoiceField(["GET", "POST"])
    path = serializers.CharField()
    body = CardBodySerializer(allow_null=True)

    def get_fields(self) -> dict[str, Any]:
        """`label` is a name that a field of its own has."""
        return {"label": serializers.CharField(), **super().get_fields()}


class BriefCardSerializer(serializers.ModelSerializer[BriefCard]):
    action = CardActionSerializer()

    class Meta:
        model = BriefCard
        fields = ["id", "kind", "title", "figure", "why_now", "stake", "action"]


class BriefSerializer(serializers.Serializer[Any]):
    """The cards of today, the weightiest first; none when nothing waits."""

    date = serializers.DateField()
    cards = BriefCardSerializer(many=True)
    nothing_needs_you = serializers.BooleanField()


class BriefView(CallerMixin, APIView):
    """What needs you today: at most five cards. Free, and the same all day."""

    roles = MANAGEMENT

    @extend_schema(summary="What needs you today", responses=BriefSerializer, tags=["AI features"])
    def get(self, request: Request) -> Response:
        cards = cards_of_today(self.caller)
        body = {"date": clock.today(), "cards": cards, "nothing_needs_you": not cards}
        return Response(BriefSerializer(body).data)


class DismissCardView(CallerMixin, APIView):
    """Not useful: the card goes; twice in 30 days, and its kind is left out for 30 days."""

    roles = MANAGEMENT
    refuses = ("not_found",)
    queryset = BriefCard.objects.none()

    @extend_schema(summary="A card is not useful", request=None, responses=BriefCardSerializer, tags=["AI features"])
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        return Response(BriefCardSerializer(dismiss(self.caller, pk)).data)
