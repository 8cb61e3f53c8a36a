"""Payments on account."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import mixins
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.idempotency import idempotent
from common.tenancy import MANAGEMENT
from common.viewsets import TenantViewSet
from sales import queries, services
from sales.filters import PaymentFilter
from sales.models import Payment
from sales.serializers.payments import NewPaymentOnAccountSerializer, PaymentSerializer, RefundPaymentSerializer


@extend_schema(tags=["payments"])
@extend_schema_view(
    list=extend_schema(summary="Payments and what they settled"),
    retrieve=extend_schema(summary="One payment"),
)
class PaymentViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, TenantViewSet):
    queryset = Payment.objects.none()
    serializer_class = PaymentSerializer
    filterset_class = PaymentFilter
    search_fields = ["reference", "customer__name", "sale__number"]
    ordering_fields = ["received_at", "amount"]

    def rows(self) -> QuerySet[Any]:
        return self.at_own_storefront(queries.payments(self.caller.business_id))

    @extend_schema(
        summary="Take money from a customer: it settles the oldest due first, or the invoices it names",
        request=NewPaymentOnAccountSerializer,
        responses={201: PaymentSerializer},
    )
    @idempotent(atomic=True)
    def create(self, request: Request) -> Response:
        body = NewPaymentOnAccountSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        wanted = [services.Settle(**settle) for settle in body.validated_data["invoices"]]
        made = services.record_payment(self.caller, **{**body.validated_data, "invoices": wanted})
        return Response(PaymentSerializer(self.rows().get(pk=made.pk)).data, status=201)

    @extend_schema(
        summary="Pay a payment back: a mistake, a bounce, or credit that is wanted in cash",
        request=RefundPaymentSerializer,
        responses={201: PaymentSerializer},
    )
    @action(detail=True, methods=["post"], roles=MANAGEMENT)
    @idempotent(atomic=True)
    def refund(self, request: Request, pk: Any) -> Response:
        body = RefundPaymentSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        made = services.refund_payment(self.caller, pk, **body.validated_data)
        return Response(PaymentSerializer(self.rows().get(pk=made.pk)).data, status=201)
