"""Asking by voice."""

from typing import Any

from drf_spectacular.utils import extend_schema
from pydantic import create_model
from rest_framework import serializers
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.idempotency import idempotent, mark_of
from accounts.models import Storefront
from ai_features.features import questions
from ai_features.shapes import CHARGED
from ai_features.shapes.questions import QuestionAnswer
from ai_features.views.features import REFUSALS, not_disabled
from ai_features.voice import asking, recording
from common.api import CallerMixin, TenantField
from reports.shapes import Shape


class VoiceInputs(serializers.Serializer[Any]):
    audio = serializers.FileField(help_text="At most 30 seconds and 2 MB of webm, ogg, m4a or wav.")
    storefront_id = TenantField(Storefront, required=False, allow_null=True)
    conversation_id = serializers.UUIDField(required=False, allow_null=True)


class Heard(Shape):
    """What was heard. With `needs_confirmation` nothing was asked or charged yet, and `message` says what to do."""

    heard: str
    needs_confirmation: bool
    message: str


_ANSWER: Any = {name: (field.annotation, None) for name, field in QuestionAnswer.model_fields.items()} | CHARGED
VoiceAnswer = create_model("VoiceAnswer", __base__=Heard, __doc__=Heard.__doc__, **_ANSWER)


class VoiceView(CallerMixin, APIView):
    """Ask by voice: the recording is written down, shown, and answered where its reading is sure."""

    roles = questions.FEATURE.roles
    parser_classes = [MultiPartParser]
    refuses = REFUSALS

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        not_disabled()
        super().initial(request, *args, **kwargs)

    @extend_schema(
        summary="Ask by voice",
        request={"multipart/form-data": VoiceInputs},
        responses=VoiceAnswer,
        tags=["AI features"],
    )
    @idempotent(seconds=120)
    def post(self, request: Request) -> Response:
        asked = VoiceInputs(data=request.data, context={"request": request})
        asked.is_valid(raise_exception=True)
        inputs = dict(asked.validated_data)
        audio = recording.checked(inputs.pop("audio").read(recording.LARGEST_BYTES + 1))
        spoken = asking.ask(self.caller, audio, inputs, key=mark_of(request))
        told = {"heard": spoken.heard, "needs_confirmation": spoken.answer is None, "message": spoken.message}
        return Response({**told, **(spoken.answer or {})})
