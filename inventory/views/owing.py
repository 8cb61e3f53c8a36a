"""Suppliers' bills, what is paid on them, and what is open."""

from dataclasses import asdict
from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.idempotency import idempotent
from common import shop_clock as clock
from inventory import queries, services
from inventory.filters import SupplierBillFilter, SupplierPaymentFilter
from inventory.models import SupplierBill, SupplierPayment
from inventory.serializers.owing import (
    AgeingSerializer,
    NewBillSerializer,
    NewSupplierPaymentSerializer,
    SupplierBillSerializer,
    SupplierPaymentSerializer,
    TakeBackSerializer,
)
from inventory.views.buying import Documents


@extend_schema(tags=["buying"])
@extend_schema_view(
    list=extend_schema(summary="Suppliers' bills, newest first"), retrieve=extend_schema(summary="One bill")
)
class SupplierBillViewSet(Documents):
    queryset = SupplierBill.objects.none()
    serializer_class = SupplierBillSerializer
    filterset_class = SupplierBillFilter
    search_fields = ["number", "supplier__name", "note"]
    ordering_fields = ["billed_on", "due_on", "amount"]

    def rows(self) -> QuerySet[SupplierBill]:
        return queries.supplier_bills(self.caller.business_id)

    @extend_schema(
        summary="Enter a bill; what was paid in advance settles it",
        request=NewBillSerializer,
        responses={201: SupplierBillSerializer},
    )
    @idempotent(atomic=True)
    def create(self, request: Request) -> Response:
        return self.entered(NewBillSerializer(data=request.data), services.record_bill)

    @extend_schema(summary="Take back a bill", request=TakeBackSerializer, responses=SupplierBillSerializer)
    @action(detail=True, methods=["post"])
    def cancel(self, request: Request, pk: Any) -> Response:
        return self.taken_back(request, pk, services.cancel_bill)

    @extend_schema(summary="What is owed to each supplier, by days overdue", filters=False, responses=AgeingSerializer)
    @action(detail=False, pagination_class=None, filterset_class=None, filter_backends=[])
    def ageing(self, request: Request) -> Response:
        accounts = queries.supplier_accounts(self.caller.business_id)
        whole = queries.sums_of(accounts)
        shown = asdict(whole) | {"balance": whole.balance, "as_of": clock.today(), "results": accounts}
        return Response(AgeingSerializer(shown).data)


@extend_schema(tags=["buying"])
@extend_schema_view(
    list=extend_schema(summary="Payments to suppliers and what they settled"),
    retrieve=extend_schema(summary="One payment to a supplier"),
)
class SupplierPaymentViewSet(Documents):
    queryset = SupplierPayment.objects.none()
    serializer_class = SupplierPaymentSerializer
    filterset_class = SupplierPaymentFilter
    search_fields = ["reference", "supplier__name", "note"]
    ordering_fields = ["paid_at", "amount"]

    def rows(self) -> QuerySet[SupplierPayment]:
        return queries.supplier_payments(self.caller.business_id)

    @extend_schema(
        summary="Pay a supplier: it settles the bills named, then the oldest due",
        request=NewSupplierPaymentSerializer,
        responses={201: SupplierPaymentSerializer},
    )
    @idempotent(atomic=True)
    def create(self, request: Request) -> Response:
        return self.entered(NewSupplierPaymentSerializer(data=request.data), services.pay_supplier)

    @extend_schema(
        summary="Take back a payment: a mistake, or a cheque that bounced",
        request=TakeBackSerializer,
        responses=SupplierPaymentSerializer,
    )
    @action(detail=True, methods=["post"])
    def cancel(self, request: Request, pk: Any) -> Response:
        return self.taken_back(request, pk, services.cancel_supplier_payment)
