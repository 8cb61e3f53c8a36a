"""Questions to begin with."""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from ai_features.services.query_intelligence.starters import starters
from common.api import CallerMixin
from common.tenancy import MANAGEMENT


class StartersSerializer(serializers.Serializer[dict[str, list[str]]]):
    questions = serializers.ListField(child=serializers.CharField(), help_text="At most six; each has an answer today.")


class StartersView(CallerMixin, APIView):
    """Questions for an empty box, which this shop's own data can answer today. Free."""

    roles = MANAGEMENT

    @extend_schema(responses=StartersSerializer)
    def get(self, request: Request) -> Response:
        return Response({"questions": starters(self.caller.business_id)})
