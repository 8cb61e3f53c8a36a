"""Orders to suppliers, goods received, and batches."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import mixins
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import Serializer

from accounts.idempotency import idempotent
from common.tenancy import MANAGEMENT
from common.viewsets import TenantViewSet
from inventory import queries, services
from inventory.filters import BatchFilter, PurchaseOrderFilter, ReceiptFilter, SupplierReturnFilter
from inventory.models import Batch, GoodsReceipt, PurchaseOrder, SupplierReturn
from inventory.serializers.buying import (
    BatchSerializer,
    GoodsReceiptSerializer,
    NewOrderSerializer,
    NewReceiptSerializer,
    NewSupplierReturnSerializer,
    OrderChangeSerializer,
    OrderSerializer,
    ReceiveSerializer,
    SendSerializer,
    SentOrderSerializer,
    SupplierReturnSerializer,
)
from inventory.serializers.owing import TakeBackSerializer


class Documents(mixins.ListModelMixin, mixins.RetrieveModelMixin, TenantViewSet):
    """Lists for owners and managers."""

    roles = MANAGEMENT

    def shown(self, pk: Any, *, status: int = 200) -> Response:
        return Response(self.get_serializer(self.rows().get(pk=pk)).data, status=status)

    def entered(self, body: Serializer[Any], service: Callable[..., Any]) -> Response:
        """The document that `service` made of the checked body."""
        body.is_valid(raise_exception=True)
        return self.shown(service(self.caller, **body.validated_data).pk, status=201)

    def taken_back(self, request: Request, pk: Any, service: Callable[..., Any]) -> Response:
        """The document after `service` cancelled it for a reason."""
        body = TakeBackSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        service(self.caller, pk, **body.validated_data)
        return self.shown(pk)


@extend_schema(tags=["buying"])
@extend_schema_view(
    list=extend_schema(summary="Orders to suppliers, newest first"), retrieve=extend_schema(summary="One order")
)
class PurchaseOrderViewSet(Documents):
    queryset = PurchaseOrder.objects.none()
    serializer_class = OrderSerializer
    filterset_class = PurchaseOrderFilter
    search_fields = ["supplier__name", "note", "lines__product__name"]
    ordering_fields = ["created_at", "sent_at", "expected_on", "number"]

    def rows(self) -> QuerySet[PurchaseOrder]:
        return queries.purchase_orders(self.caller.business_id)

    @extend_schema(summary="Draft an order", request=NewOrderSerializer, responses={201: OrderSerializer})
    @idempotent(atomic=True)
    def create(self, request: Request) -> Response:
        return self.entered(NewOrderSerializer(data=request.data), services.create_order)

    @extend_schema(summary="Change a draft", request=OrderChangeSerializer, responses=OrderSerializer)
    def partial_update(self, request: Request, pk: Any) -> Response:
        body = OrderChangeSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        values = dict(body.validated_data)
        lines, confirmed = values.pop("lines", None), values.pop("confirmed")
        services.change_order(self.caller, pk, changes=values, lines=lines, confirmed=confirmed)
        return self.shown(pk)

    @extend_schema(
        summary="Send it by email, as a WhatsApp link, or mark it as told",
        request=SendSerializer,
        responses=SentOrderSerializer,
    )
    @action(detail=True, methods=["post"])
    @idempotent()
    def send(self, request: Request, pk: Any) -> Response:
        body = SendSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        channel = PurchaseOrder.Channel(body.validated_data["channel"])
        sent = services.send_order(self.caller, pk, channel=channel)
        shown = {"order": self.rows().get(pk=pk), "text": sent.text, "whatsapp_link": sent.whatsapp_link}
        return Response(SentOrderSerializer(shown).data)

    @extend_schema(
        summary="Take in what came, all or a part", request=ReceiveSerializer, responses={201: GoodsReceiptSerializer}
    )
    @action(detail=True, methods=["post"])
    @idempotent(atomic=True)
    def receive(self, request: Request, pk: Any) -> Response:
        body = ReceiveSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        made = services.receive_order(self.caller, pk, **body.validated_data)
        row = queries.receipts(self.caller.business_id).get(pk=made.pk)
        return Response(GoodsReceiptSerializer(row).data, status=201)

    @extend_schema(summary="Expect nothing more of it", request=None, responses=OrderSerializer)
    @action(detail=True, methods=["post"])
    def cancel(self, request: Request, pk: Any) -> Response:
        services.cancel_order(self.caller, pk)
        return self.shown(pk)


@extend_schema(tags=["buying"])
@extend_schema_view(
    list=extend_schema(summary="Goods received, newest first"), retrieve=extend_schema(summary="One receipt")
)
class ReceiptViewSet(Documents):
    queryset = GoodsReceipt.objects.none()
    serializer_class = GoodsReceiptSerializer
    filterset_class = ReceiptFilter
    search_fields = ["reference", "supplier__name", "lines__product__name"]
    ordering_fields = ["received_at", "goods_value"]

    def rows(self) -> QuerySet[GoodsReceipt]:
        return queries.receipts(self.caller.business_id)

    @extend_schema(
        summary="Take in goods without an order", request=NewReceiptSerializer, responses={201: GoodsReceiptSerializer}
    )
    @idempotent(atomic=True)
    def create(self, request: Request) -> Response:
        return self.entered(NewReceiptSerializer(data=request.data), services.receive_goods)


@extend_schema(tags=["buying"])
@extend_schema_view(
    list=extend_schema(summary="Goods sent back to suppliers, newest first"),
    retrieve=extend_schema(summary="One return to a supplier"),
)
class SupplierReturnViewSet(Documents):
    queryset = SupplierReturn.objects.none()
    serializer_class = SupplierReturnSerializer
    filterset_class = SupplierReturnFilter
    search_fields = ["reason", "supplier__name", "lines__product__name"]
    ordering_fields = ["returned_at", "value"]

    def rows(self) -> QuerySet[SupplierReturn]:
        return queries.supplier_returns(self.caller.business_id)

    @extend_schema(
        summary="Send goods back; what they credit settles the bill first",
        request=NewSupplierReturnSerializer,
        responses={201: SupplierReturnSerializer},
    )
    @idempotent(atomic=True)
    def create(self, request: Request) -> Response:
        return self.entered(NewSupplierReturnSerializer(data=request.data), services.send_back)


@extend_schema(tags=["stock"])
@extend_schema_view(
    list=extend_schema(summary="Batches with something left, soonest to expire first"),
    retrieve=extend_schema(summary="One batch"),
)
class BatchViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, TenantViewSet):
    queryset = Batch.objects.none()
    serializer_class = BatchSerializer
    filterset_class = BatchFilter
    search_fields = ["code", "product__name", "product__sku"]
    ordering_fields = ["expires_on", "quantity", "product__name"]

    def rows(self) -> QuerySet[Batch]:
        return self.at_own_storefront(queries.batches(self.caller.business_id))
