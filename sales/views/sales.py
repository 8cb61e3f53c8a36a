"""Selling, receipts, returns and disputes."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django_filters.rest_framework.backends import DjangoFilterBackend
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework import mixins
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.idempotency import idempotent
from common import errors
from common.api import Ordering, shared
from common.tenancy import MANAGEMENT
from common.viewsets import TenantViewSet
from sales import queries, receipts, services
from sales.filters import SaleFilter, SaleSearch
from sales.models import Sale
from sales.queries.receipts import Receipt
from sales.serializers.receipts import ReceiptSerializer
from sales.serializers.sales import (
    DisputeSerializer,
    NewSaleSerializer,
    RefundSerializer,
    SaleDetailSerializer,
    SaleSerializer,
)
from sales.serializers.sending import SendReceiptSerializer, SentSerializer
from sales.views.tills import COLUMNS, columns
from sales.views.undoing import Undoing

FORMAT = OpenApiParameter("format", enum=["json", "html", "text"], default="json", description="How it is written.")


@extend_schema(tags=["sales"])
@extend_schema_view(
    list=extend_schema(summary="Sales and returns", responses=SaleSerializer),
    retrieve=extend_schema(summary="One sale with its lines and payments", responses=SaleDetailSerializer),
)
class SaleViewSet(Undoing, mixins.ListModelMixin, mixins.RetrieveModelMixin, TenantViewSet):
    queryset = Sale.objects.none()
    filterset_class = SaleFilter
    filter_backends = [DjangoFilterBackend, SaleSearch, Ordering]
    search_fields = ["number", "customer__name", "note"]
    finds_at_most = 1_000
    ordering_fields = ["sold_at", "total", "due_date", "number"]

    def rows(self) -> QuerySet[Any]:
        found = queries.sales if self.action == "list" else queries.sale_details
        return self.at_own_storefront(found(self.caller.business_id))

    def get_serializer_class(self) -> Any:
        return SaleSerializer if self.action == "list" else SaleDetailSerializer

    @extend_schema(summary="Sell", request=NewSaleSerializer, responses={201: SaleDetailSerializer})
    @idempotent(atomic=True)
    def create(self, request: Request) -> Response:
        fields = shared(NewSaleSerializer).run_validation(request.data)
        made = services.record_sale(self.caller, **_new_sale(fields))
        return Response(_detailed(services.as_written(made) or self._read(made.pk)), status=201)

    @extend_schema(
        summary="The receipt, as JSON, an 80 mm page, or text of 32 or 42 columns",
        parameters=[FORMAT, COLUMNS],
        responses={
            (200, "application/json"): ReceiptSerializer,
            (200, "text/html"): OpenApiTypes.STR,
            (200, "text/plain"): OpenApiTypes.STR,
        },
    )
    @action(detail=True)
    def receipt(self, request: Request, pk: Any) -> HttpResponseBase:
        receipt = queries.receipt(self.caller.business_id, pk, storefront_id=self.caller.storefront_id)
        if request.query_params.get("format") in ("html", "text"):
            services.note_printed(self.caller, receipt.sale_id)
        return self.shown_receipt(request, receipt)

    def shown_receipt(self, request: Request, receipt: Receipt) -> HttpResponseBase:
        """A receipt in the form that was asked for; an app above may add to it."""
        if request.query_params.get("format", "json") == "json":
            return Response(ReceiptSerializer(asdict(receipt)).data)
        return printed(request, receipt)

    @extend_schema(
        summary="Send the receipt to the customer, once they agreed",
        request=SendReceiptSerializer,
        responses=SentSerializer,
    )
    @action(detail=True, methods=["post"], url_path="send-receipt")
    @idempotent()
    def send_receipt(self, request: Request, pk: Any) -> Response:
        body = SendReceiptSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        return Response(SentSerializer(services.send_receipt(self.caller, pk, **body.validated_data)).data)

    @extend_schema(
        summary="Take goods back: a return tied to its lines",
        request=RefundSerializer,
        responses={201: SaleDetailSerializer},
    )
    @action(detail=True, methods=["post"], roles=MANAGEMENT)
    @idempotent(atomic=True)
    def refund(self, request: Request, pk: Any) -> Response:
        body = RefundSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        fields = body.validated_data
        lines = None if fields["lines"] is None else [services.ReturnLine(**line) for line in fields["lines"]]
        made = services.refund_sale(self.caller, pk, **{**fields, "lines": lines})
        return Response(self._shown(made.pk), status=201)

    @extend_schema(summary="Mark an invoice as disputed", request=DisputeSerializer, responses=SaleDetailSerializer)
    @action(detail=True, methods=["post"], roles=MANAGEMENT)
    def dispute(self, request: Request, pk: Any) -> Response:
        body = DisputeSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        services.dispute_sale(self.caller, pk, reason=body.validated_data["reason"])
        return Response(self._shown(pk))

    @extend_schema(summary="Lift the mark of a dispute", request=None, responses=SaleDetailSerializer)
    @action(detail=True, methods=["post"], url_path="resolve-dispute", roles=MANAGEMENT)
    def resolve_dispute(self, request: Request, pk: Any) -> Response:
        services.resolve_dispute(self.caller, pk)
        return Response(self._shown(pk))

    def handle_exception(self, exc: Exception) -> Response:
        """As ever; a discount that was refused is written down, outside the transaction that it undid."""
        if isinstance(exc, services.DiscountRefused):
            services.note_refused_discount(self.caller, self.request.data["storefront_id"], exc.amount)
        return super().handle_exception(exc)

    def _shown(self, pk: Any) -> Any:
        return _detailed(self._read(pk))

    def _read(self, pk: Any) -> Sale:
        return queries.sale_details(self.caller.business_id).get(pk=pk)


def printed(request: Request, receipt: Receipt, more: Sequence[str] = ()) -> HttpResponse:
    """A receipt as the request wants it printed, with what else is said in place of the thanks."""
    wanted, width = request.query_params.get("format"), columns(request)
    if wanted == "html":
        return HttpResponse(receipts.as_html(receipt, more))
    if wanted == "text":
        text = receipts.as_text(receipt, more, width=width)
        return HttpResponse(text, content_type="text/plain; charset=utf-8")
    raise errors.InvalidInput.field("format", "Choose json, html or text.")


def _detailed(sale: Sale) -> Any:
    return shared(SaleDetailSerializer).to_representation(sale)


def _new_sale(fields: dict[str, Any]) -> dict[str, Any]:
    """The validated fields as the service takes them."""
    lines = [services.NewLine(**line) for line in fields["lines"]]
    return {**fields, "lines": lines, "payments": [services.NewPayment(**entry) for entry in fields["payments"]]}
