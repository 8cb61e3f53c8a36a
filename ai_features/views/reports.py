"""The reports, with what AI can add to them: their figures put into words."""

from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.idempotency import idempotent
from ai_features import engine
from ai_features.feature import Feature, Inputs
from ai_features.features.reports import report_narrative
from ai_features.features.selling import segment_recommendations
from ai_features.shapes import CHARGED, Refused
from ai_features.shapes.narrative import Narrative
from ai_features.shapes.selling import SegmentAdvice
from common.errors import DomainError
from common.tenancy import Caller
from reports.catalogue.segmentation import SEGMENTATION
from reports.report import Report, body
from reports.shapes import Shape, whole
from reports.views import ReportView

RECOMMENDATIONS = OpenApiParameter(
    "recommendations", OpenApiTypes.BOOL, description="1, on segments: with `ai_recommendations`, for credits."
)
NARRATIVE = OpenApiParameter("narrative", OpenApiTypes.BOOL, description="1: with `ai_narrative`, for credits.")


class NarratedReportView(ReportView):
    """A report; with `?narrative=1` in words too. When those are refused, `ai_error` says why beside the report."""

    refuses = ("idempotency_conflict",)
    also_takes = ("narrative", "recommendations")

    @classmethod
    def parameters(cls, report: Report) -> list[Any]:
        added = [NARRATIVE, RECOMMENDATIONS] if report.key == SEGMENTATION.key else [NARRATIVE]
        return [*super().parameters(report), *added]

    @classmethod
    def shape(cls, report: Report) -> type[Shape]:
        added: dict[str, Any] = {"ai_narrative": Narrative | None, "ai_error": Refused}
        if report.key == SEGMENTATION.key:
            added["ai_recommendations"] = list[SegmentAdvice] | None
        return whole(report, **report.more, **added, **CHARGED)

    @idempotent(seconds=330)
    def get(self, request: Request) -> Response:
        asked = self.asked(request)
        assert self.report is not None
        found = body(self.report, self.caller.business_id, asked)
        if wants(request, "narrative"):
            inputs = report_narrative.inputs_of(self.report, asked.period, found)
            found |= worded(self.caller, report_narrative.FEATURE, inputs, "ai_narrative")
        if wants(request, "recommendations") and self.report.key == SEGMENTATION.key:
            rows = {"rows": found["results"]}
            said = worded(self.caller, segment_recommendations.FEATURE, rows, "ai_recommendations")
            if "credits_used" in found and "credits_used" in said:  # both were asked for: what they cost together
                said["credits_used"] += found["credits_used"]
            found |= said
        return Response(found)


def worded(caller: Caller, feature: Feature, inputs: Inputs, field: str) -> dict[str, Any]:
    """The AI part of a report; where it is refused, `field` is null and `ai_error` says why."""
    try:
        return engine.run(feature, caller, inputs)
    except DomainError as refused:
        return {field: None, "ai_error": {"error": refused.code, "message": refused.message}}


def wants(request: Request, name: str) -> bool:
    return request.query_params.get(name) in ("1", "true")
