"""The reports, with what AI can add to them: their figures put into words."""

from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.idempotency import idempotent
from ai_features import engine
from ai_features.features import report_narrative
from common.errors import DomainError
from reports.report import Asked, body
from reports.serializers import AskedSerializer, ReportSerializer
from reports.views import ReportView

NARRATIVE = OpenApiParameter("narrative", OpenApiTypes.BOOL, description="1: with `ai_narrative`, for credits.")


class NarratedReportView(ReportView):
    """A report; with `?narrative=1` in words too. When those are refused, `ai_error` says why beside the report."""

    @extend_schema(parameters=[AskedSerializer, NARRATIVE], responses=ReportSerializer)
    @idempotent(seconds=330)
    def get(self, request: Request) -> Response:
        asked = self.asked(request)
        assert self.report is not None
        found = body(self.report, self.caller.business_id, asked)
        if request.query_params.get("narrative") in ("1", "true"):
            found |= self._narrated(asked, found)
        return Response(found)

    def _narrated(self, asked: Asked, found: dict[str, Any]) -> dict[str, Any]:
        assert self.report is not None
        inputs = report_narrative.inputs_of(self.report, asked.period, found)
        try:
            return engine.run(report_narrative.FEATURE, self.caller, inputs)
        except DomainError as refused:
            return {"ai_narrative": None, "ai_error": {"error": refused.code, "message": refused.message}}
