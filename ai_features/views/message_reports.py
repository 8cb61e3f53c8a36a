"""Where networks report what became of messages to customers."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.utils.crypto import constant_time_compare
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from ai_features.proposals import hearing
from ai_features.views.features import AnyAccept
from common import errors


class HeardSerializer(serializers.Serializer[Any]):
    received = serializers.BooleanField()


class WhatsAppReportsView(AnyAccept, APIView):
    """Meta's reports and customers' answers: the raw body, signed in `X-Hub-Signature-256`."""

    authentication_classes = ()
    permission_classes = (AllowAny,)
    refuses = ("invalid_signature", "not_found")

    @extend_schema(
        summary="Meta asks whether this address is ours",
        auth=[],
        tags=["AI features"],
        parameters=[OpenApiParameter(f"hub.{name}", str) for name in ("mode", "verify_token", "challenge")],
        responses={(200, "text/plain"): OpenApiTypes.STR},
    )
    def get(self, request: Request) -> HttpResponse:
        asked, expected = request.query_params, settings.WHATSAPP_VERIFY_TOKEN
        given = asked.get("hub.verify_token", "")
        if asked.get("hub.mode") != "subscribe" or not expected or not constant_time_compare(given, expected):
            raise errors.NotFound
        return HttpResponse(asked.get("hub.challenge", ""), content_type="text/plain")

    @extend_schema(
        summary="What became of WhatsApp messages",
        request=OpenApiTypes.OBJECT,
        responses=HeardSerializer,
        auth=[],
        tags=["AI features"],
    )
    def post(self, request: Request) -> Response:
        hearing.whatsapp_news(request.body, request.headers.get("X-Hub-Signature-256", ""))
        return Response({"received": True})


class SmsReportsView(APIView):
    """The SMS gateway's reports; the last part of the address is the secret of `SMS_REPORTS_URL`."""

    authentication_classes = ()
    permission_classes = (AllowAny,)

    @extend_schema(
        summary="What became of a text message",
        auth=[],
        tags=["AI features"],
        responses=HeardSerializer,
        parameters=[OpenApiParameter(name, str) for name in ("sms_id", "status", "from", "message")],
    )
    def get(self, request: Request, secret: str) -> Response:
        hearing.sms_news(secret, request.query_params.dict())
        return Response({"received": True})
