"""Consent, the business's own switch, its low-balance threshold and how it is told."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from ai_features.serializers import settings as shapes
from ai_features.services import consent
from common.api import CallerMixin
from common.tenancy import EVERYONE, Role


class SettingsView(CallerMixin, APIView):
    """The AI settings of the business. Only an owner changes them.

    Agreeing the first time brings the free trial, as soon as the owner's email is confirmed.
    """

    roles = EVERYONE
    roles_for = {"PATCH": (Role.OWNER,)}

    @extend_schema(responses=shapes.SettingsSerializer)
    def get(self, request: Request) -> Response:
        return Response(shapes.SettingsSerializer(consent.current(self.caller)).data)

    @extend_schema(request=shapes.SettingsChangeSerializer, responses=shapes.SettingsSerializer)
    def patch(self, request: Request) -> Response:
        asked = shapes.SettingsChangeSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        consent.change_settings(self.caller, asked.validated_data)
        return self.get(request)
