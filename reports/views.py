"""One view serves every report of the catalogue."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.throttles import REPORT
from common.api import CallerMixin
from common.tenancy import MANAGEMENT
from reports.report import Asked, Report, body
from reports.serializers import AskedSerializer, ReportSerializer


class ReportView(CallerMixin, APIView):
    """A report over the shop's data, for owners and managers."""

    roles = MANAGEMENT
    throttle_classes = REPORT
    report: Report | None = None

    @extend_schema(parameters=[AskedSerializer], responses=ReportSerializer)
    def get(self, request: Request) -> Response:
        assert self.report is not None
        return Response(body(self.report, self.caller.business_id, self.asked(request)))

    def asked(self, request: Request) -> Asked:
        """What the address asks for. Raises `ValidationError`."""
        given = AskedSerializer(data=request.query_params, context={"request": request, "report": self.report})
        given.is_valid(raise_exception=True)
        return given.asked()
