"""The URLs of reports, each with and without its last slash."""

from django.urls import URLPattern, URLResolver, path
from drf_spectacular.utils import extend_schema, extend_schema_view

from reports.audience_view import AudienceView
from reports.catalogue import REPORTS
from reports.reorder.views import ReorderView
from reports.report import Report
from reports.views import ReportView


def addresses(view: type[ReportView], reorder: type[ReorderView] = ReorderView) -> list[URLPattern | URLResolver]:
    """Every report, served by `view` or a child of it: what an app above adds to reports, it adds there."""
    plan = path("inventory/reorder/", reorder.as_view(), name="reorder")
    audience = path("customer/audience/", AudienceView.as_view(), name="customer_audience")
    return [*(address for report in REPORTS for address in _addresses(report, view)), plan, audience]


def _addresses(report: Report, view: type[ReportView]) -> list[URLPattern]:
    about = extend_schema(
        summary=report.title,
        description=report.about,
        parameters=view.parameters(report),
        responses=view.shape(report),
    )
    described: type[ReportView] = extend_schema_view(get=about)(type(report.key, (view,), {"report": report}))
    return [
        path(f"{report.path}/", described.as_view(), name=report.key),
        path(report.path, described.as_view(schema=None), name=f"{report.key}_without_slash"),
    ]


urlpatterns = addresses(ReportView)
