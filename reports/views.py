"""One view serves every report of the catalogue."""

from typing import Any

from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.throttles import REPORT
from common.api import CallerMixin, refuse_unknown
from common.tenancy import MANAGEMENT
from reports.report import Asked, Report, body
from reports.serializers import AskedSerializer, parameters
from reports.shapes import Shape, whole


class ReportView(CallerMixin, APIView):
    """A report over the shop's data, for owners and managers."""

    roles = MANAGEMENT
    throttle_classes = REPORT
    report: Report | None = None
    also_takes: tuple[str, ...] = ()

    def get(self, request: Request) -> Response:
        assert self.report is not None
        return Response(body(self.report, self.caller.business_id, self.asked(request)))

    @classmethod
    def parameters(cls, report: Report) -> list[Any]:
        """What a report may be asked for, for the page of the API."""
        return list(parameters(report))

    @classmethod
    def shape(cls, report: Report) -> type[Shape]:
        """What a report answers, for the page of the API."""
        return whole(report, **report.more)

    def asked(self, request: Request) -> Asked:
        """What the address asks for. Raises `ValidationError`."""
        refuse_unknown(request.query_params, {*AskedSerializer().get_fields(), *self.also_takes})
        given = AskedSerializer(data=request.query_params, context={"request": request, "report": self.report})
        given.is_valid(raise_exception=True)
        return given.asked()
