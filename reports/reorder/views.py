"""The reorder plan over HTTP."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.throttles import REPORT
from common.api import CallerMixin
from common.tenancy import MANAGEMENT
from reports.reorder.answer import ReorderPlan
from reports.reorder.asked import WishSerializer
from reports.reorder.plan import Plan, plan
from reports.reorder.shape import shape


class ReorderView(CallerMixin, APIView):
    """What to move, what to order from whom, and what lies too long; for owners and managers, free."""

    roles = MANAGEMENT
    throttle_classes = REPORT

    @extend_schema(summary="Reorder plan", parameters=[WishSerializer], responses=ReorderPlan)
    def get(self, request: Request) -> Response:
        return Response(self.planned(request)[1])

    def planned(self, request: Request) -> tuple[Plan, dict[str, Any]]:
        """The plan that the address asks for, and its JSON. Raises `ValidationError`."""
        asked = WishSerializer(data=request.query_params, context={"request": request})
        asked.is_valid(raise_exception=True)
        found = plan(self.caller.business_id, asked.wish())
        chosen = asked.validated_data
        return found, shape(found, limit=chosen["limit"], action=chosen.get("action", ""))
