"""One view serves every report of the catalogue."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from common.api import CallerMixin
from common.tenancy import MANAGEMENT
from reports.report import Report, body
from reports.serializers import AskedSerializer, ReportSerializer


class ReportView(CallerMixin, APIView):
    """A report over the shop's data, for owners and managers."""

    roles = MANAGEMENT
    report: Report | None = None

    @extend_schema(parameters=[AskedSerializer], responses=ReportSerializer)
    def get(self, request: Request) -> Response:
        return Response(self.report_body(request))

    def report_body(self, request: Request) -> dict[str, Any]:
        """The report as it was asked for in the address."""
        assert self.report is not None
        asked = AskedSerializer(data=request.query_params, context={"request": request, "report": self.report})
        asked.is_valid(raise_exception=True)
        return body(self.report, self.caller.business_id, asked.asked())
