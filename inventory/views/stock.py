"""Stock, its ledger, and what changes it without a sale."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import mixins
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.idempotency import idempotent
from common.tenancy import MANAGEMENT
from common.viewsets import TenantViewSet
from inventory import queries, services
from inventory.filters import MovementFilter, StockFilter, TransferFilter
from inventory.models import Stock, StockMovement, Transfer
from inventory.serializers import (
    AdjustmentSerializer,
    MovementSerializer,
    MovementsSerializer,
    NewTransferSerializer,
    StockSerializer,
    TransferSerializer,
)
from inventory.services import AdjustmentLine, StockLine


@extend_schema(tags=["stock"])
@extend_schema_view(
    list=extend_schema(summary="Units of each product at each storefront"), retrieve=extend_schema(summary="One total")
)
class StockViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, TenantViewSet):
    queryset = Stock.objects.none()
    serializer_class = StockSerializer
    filterset_class = StockFilter
    search_fields = ["product__name", "product__sku", "product__barcode"]
    ordering_fields = ["quantity", "product__name", "storefront__name"]

    def rows(self) -> QuerySet[Stock]:
        return self.at_own_storefront(queries.stock(self.caller.business_id))


class _Movements(mixins.ListModelMixin, TenantViewSet):
    queryset = StockMovement.objects.none()
    serializer_class = MovementSerializer
    roles = MANAGEMENT
    filterset_class = MovementFilter
    search_fields = ["product__name", "product__sku", "reason"]
    ordering_fields = ["at", "quantity", "product__name"]

    def rows(self) -> QuerySet[StockMovement]:
        return queries.movements(self.caller.business_id)


@extend_schema(tags=["stock"])
@extend_schema_view(
    list=extend_schema(summary="The ledger of stock, newest first"), retrieve=extend_schema(summary="One movement")
)
class MovementViewSet(mixins.RetrieveModelMixin, _Movements):
    pass


@extend_schema(tags=["stock"])
@extend_schema_view(list=extend_schema(summary="Deliveries and corrections, newest first"))
class AdjustmentViewSet(_Movements):
    def rows(self) -> QuerySet[StockMovement]:
        return super().rows().filter(kind__in=[kind for kind, _ in AdjustmentSerializer.KINDS])

    @extend_schema(
        summary="Take in a delivery, correct stock, or enter a count",
        request=AdjustmentSerializer,
        responses={201: MovementsSerializer},
    )
    @idempotent(atomic=True)
    def create(self, request: Request) -> Response:
        body = AdjustmentSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        values = body.validated_data
        lines = [
            AdjustmentLine(line["product_id"], line["quantity"], line["counted_quantity"], line["unit_cost"])
            for line in values["lines"]
        ]
        kind, reason = StockMovement.Kind(values["kind"]), values["reason"]
        made = services.adjust_stock(
            self.caller,
            storefront_id=values["storefront_id"],
            lines=lines,
            kind=kind,
            reason=reason,
            confirmed=values["confirmed"],
        )
        rows = queries.movements(self.caller.business_id).filter(pk__in=[movement.pk for movement in made])
        return Response(MovementsSerializer({"movements": rows}).data, status=201)


@extend_schema(tags=["stock"])
@extend_schema_view(
    list=extend_schema(summary="Transfers between storefronts, newest first"),
    retrieve=extend_schema(summary="One transfer"),
)
class TransferViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, TenantViewSet):
    queryset = Transfer.objects.none()
    serializer_class = TransferSerializer
    roles = MANAGEMENT
    filterset_class = TransferFilter
    search_fields = ["note"]
    ordering_fields = ["at"]

    def rows(self) -> QuerySet[Any]:
        return queries.transfers(self.caller.business_id)

    @extend_schema(
        summary="Send goods to another storefront", request=NewTransferSerializer, responses={201: TransferSerializer}
    )
    @idempotent(atomic=True)
    def create(self, request: Request) -> Response:
        body = NewTransferSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        values = dict(body.validated_data)
        lines = [StockLine(line["product_id"], line["quantity"]) for line in values.pop("lines")]
        made = services.transfer_stock(self.caller, lines=lines, **values)
        return Response(TransferSerializer(self.rows().get(pk=made.pk)).data, status=201)
