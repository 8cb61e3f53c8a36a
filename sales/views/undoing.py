"""Undoing sales: voids, exchanges, and returns without a receipt."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.idempotency import idempotent
from common.tenancy import MANAGEMENT, Caller
from sales import services
from sales.serializers.sales import (
    ExchangeSerializer,
    NameCustomerSerializer,
    SaleDetailSerializer,
    UnlinkedReturnSerializer,
    VoidSerializer,
)


class Undoing:
    """For the views of sales."""

    caller: Caller

    def _shown(self, pk: Any) -> Any:
        raise NotImplementedError

    @extend_schema(
        summary="Void a sale of today whose till is open", request=VoidSerializer, responses=SaleDetailSerializer
    )
    @action(detail=True, methods=["post"], roles=MANAGEMENT)
    @idempotent(atomic=True)
    def void(self, request: Request, pk: Any) -> Response:
        body = VoidSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        services.void_sale(self.caller, pk, reason=body.validated_data["reason"])
        return Response(self._shown(pk))

    @extend_schema(
        summary="Exchange goods: lines both ways", request=ExchangeSerializer, responses={201: SaleDetailSerializer}
    )
    @action(detail=True, methods=["post"], roles=MANAGEMENT)
    @idempotent(atomic=True)
    def exchange(self, request: Request, pk: Any) -> Response:
        body = ExchangeSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        fields = body.validated_data
        back = [services.ReturnLine(**line) for line in fields["back"]]
        made = services.exchange_sale(self.caller, pk, **{**fields, **_both(fields), "back": back})
        return Response(self._shown(made.pk), status=201)

    @extend_schema(
        summary="Take goods back without a receipt",
        request=UnlinkedReturnSerializer,
        responses={201: SaleDetailSerializer},
    )
    @action(detail=False, methods=["post"], roles=MANAGEMENT)
    @idempotent(atomic=True)
    def returns(self, request: Request) -> Response:
        body = UnlinkedReturnSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        lines = [services.NewLine(**line) for line in body.validated_data["lines"]]
        made = services.return_without_receipt(self.caller, **{**body.validated_data, "lines": lines})
        return Response(self._shown(made.pk), status=201)

    @extend_schema(summary="Say later whose a sale was", request=NameCustomerSerializer, responses=SaleDetailSerializer)
    @action(detail=True, methods=["post"])
    def customer(self, request: Request, pk: Any) -> Response:
        body = NameCustomerSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        services.name_customer(self.caller, pk, customer_id=body.validated_data["customer_id"])
        return Response(self._shown(pk))


def _both(fields: dict[str, Any]) -> dict[str, Any]:
    lines = [services.NewLine(**line) for line in fields["lines"]]
    return {"lines": lines, "payments": [services.NewPayment(**entry) for entry in fields["payments"]]}
