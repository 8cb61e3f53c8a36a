"""Till sessions: a cashier's own, all of them for owners and managers."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework import mixins
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.idempotency import idempotent
from accounts.queries import business as business_of
from common import errors
from common.tenancy import MANAGEMENT
from common.viewsets import TenantViewSet
from sales import queries, services, till_slips
from sales.filters import TillFilter
from sales.models import TillSession
from sales.printing import WIDTH, WIDTHS
from sales.serializers.tills import (
    ApproveTillSerializer,
    CloseTillSerializer,
    ExplainTillSerializer,
    NewTillMovementSerializer,
    OpenTillSerializer,
    TillReportSerializer,
    TillSessionSerializer,
)

FORMAT = OpenApiParameter("format", enum=["json", "html", "text"], default="json", description="How it is written.")
COLUMNS = OpenApiParameter("width", int, enum=list(WIDTHS), default=WIDTH, description="Columns of the text.")


@extend_schema(tags=["tills"])
@extend_schema_view(
    list=extend_schema(summary="Till sessions; `?status=open` for what should be in the tills now"),
    retrieve=extend_schema(summary="One till session"),
)
class TillViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, TenantViewSet):
    queryset = TillSession.objects.none()
    serializer_class = TillSessionSerializer
    filterset_class = TillFilter
    search_fields = ["till", "cashier__name"]
    ordering_fields = ["opened_at", "closed_at"]

    @property
    def blind(self) -> bool:
        """Whether the caller counts before seeing what is expected."""
        return self.caller.role not in MANAGEMENT

    def rows(self) -> QuerySet[Any]:
        own = self.caller.membership_id if self.blind else None
        return queries.till_sessions(self.caller.business_id, cashier_id=own)

    def get_serializer_context(self) -> dict[str, Any]:
        fake = getattr(self, "swagger_fake_view", False)
        return {**super().get_serializer_context(), "blind": not fake and self.blind}

    def paginate_queryset(self, queryset: Any) -> Any:
        page = super().paginate_queryset(queryset)
        return None if page is None else queries.with_money(self.caller.business_id, page)

    def get_object(self) -> Any:
        return queries.with_money(self.caller.business_id, [super().get_object()])[0]

    @extend_schema(summary="Open a till", request=OpenTillSerializer, responses={201: TillSessionSerializer})
    @idempotent(atomic=True)
    def create(self, request: Request) -> Response:
        body = OpenTillSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        made = services.open_till(self.caller, **body.validated_data)
        return Response(self._shown(made.pk), status=201)

    @extend_schema(
        summary="Put cash in or take it out", request=NewTillMovementSerializer, responses={201: TillSessionSerializer}
    )
    @action(detail=True, methods=["post"])
    @idempotent(atomic=True)
    def movements(self, request: Request, pk: Any) -> Response:
        body = NewTillMovementSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        services.move_cash(self.caller, pk, **body.validated_data)
        return Response(self._shown(pk), status=201)

    @extend_schema(summary="Count and close", request=CloseTillSerializer, responses=TillSessionSerializer)
    @action(detail=True, methods=["post"])
    @idempotent(atomic=True)
    def close(self, request: Request, pk: Any) -> Response:
        body = CloseTillSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        counted = [services.Counted(**part) for part in body.validated_data["counted"]]
        services.close_till(self.caller, pk, counted=counted, reason=body.validated_data["reason"])
        return Response(self._shown(pk))

    @extend_schema(summary="Say why the count differs", request=ExplainTillSerializer, responses=TillSessionSerializer)
    @action(detail=True, methods=["post"])
    def explain(self, request: Request, pk: Any) -> Response:
        body = ExplainTillSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        services.explain_difference(self.caller, pk, reason=body.validated_data["reason"])
        return Response(self._shown(pk))

    @extend_schema(summary="Approve a closed session", request=ApproveTillSerializer, responses=TillSessionSerializer)
    @action(detail=True, methods=["post"], roles=MANAGEMENT)
    def approve(self, request: Request, pk: Any) -> Response:
        body = ApproveTillSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        services.approve_till(self.caller, pk, reason=body.validated_data["reason"])
        return Response(self._shown(pk))

    @extend_schema(
        summary="The X or Z report, as JSON, an 80 mm page, or text of 32 or 42 columns",
        parameters=[FORMAT, COLUMNS],
        responses={
            (200, "application/json"): TillReportSerializer,
            (200, "text/html"): OpenApiTypes.STR,
            (200, "text/plain"): OpenApiTypes.STR,
        },
        filters=False,
    )
    @action(detail=True, pagination_class=None)
    def report(self, request: Request, pk: Any) -> HttpResponseBase:
        session = self.get_object()
        business = business_of(self.caller.business_id)
        blind = self.blind and session.closed_at is None
        return _written(request, queries.till_report(session, business=business, blind=blind))

    def _shown(self, pk: Any) -> Any:
        session = queries.with_money(self.caller.business_id, [self.rows().get(pk=pk)])[0]
        return TillSessionSerializer(session, context=self.get_serializer_context()).data


def _written(request: Request, report: queries.TillReport) -> HttpResponseBase:
    wanted = request.query_params.get("format", "json")
    if wanted == "json":
        return Response(TillReportSerializer(report).data)
    if wanted == "html":
        return HttpResponse(till_slips.as_html(report))
    if wanted == "text":
        return HttpResponse(
            till_slips.as_text(report, width=columns(request)), content_type="text/plain; charset=utf-8"
        )
    raise errors.InvalidInput.field("format", "Choose json, html or text.")


def columns(request: Request) -> int:
    """How many columns the text is to have. Raises `InvalidInput` for what no printer has."""
    named = request.query_params.get("width", str(WIDTH))
    if named not in map(str, WIDTHS):
        raise errors.InvalidInput.field("width", "Choose 32 or 42.")
    return int(named)
