"""The reorder plan, with what AI can add to it: its words."""

from drf_spectacular.utils import extend_schema
from pydantic import create_model
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.idempotency import idempotent
from ai_features.features.stock import reorder_narrative
from ai_features.shapes import CHARGED, Refused
from ai_features.shapes.narrative import Narrative
from ai_features.views.reports import NARRATIVE, wants, worded
from reports.reorder.answer import ReorderPlan
from reports.reorder.asked import PlanAskedSerializer
from reports.reorder.views import ReorderView

Narrated = create_model(
    "NarratedReorderPlan",
    __base__=ReorderPlan,
    ai_narrative=(Narrative | None, None),
    ai_error=(Refused, None),
    **CHARGED,  # type: ignore[call-overload]
)


class NarratedReorderView(ReorderView):
    """The plan; with `?narrative=1` in words too. When those are refused, `ai_error` says why beside the plan."""

    refuses = ("idempotency_conflict",)
    also_takes = ("narrative",)

    @extend_schema(summary="Reorder plan", parameters=[PlanAskedSerializer, NARRATIVE], responses=Narrated)
    @idempotent(seconds=330)
    def get(self, request: Request) -> Response:
        _, found = self.planned(request)
        if wants(request, "narrative"):
            found |= worded(self.caller, reorder_narrative.FEATURE, {"plan": found}, "ai_narrative")
        return Response(found)
