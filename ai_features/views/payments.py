"""Buying credits, coming back from the payment page, Paystack's webhook, invoices and refunds."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework.generics import ListAPIView
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import Serializer
from rest_framework.views import APIView

from accounts.idempotency import idempotent
from ai_features import packs, queries
from ai_features.models import AICreditPurchase, AIMonthlyAddon
from ai_features.serializers import payments as shapes
from ai_features.services import payments
from ai_features.services.payments import documents, refund_requests
from common.api import CallerMixin
from common.tenancy import MANAGEMENT, Role


class AnyAccept:
    """For views that answer whatever the caller accepts: a format that is not wanted is no reason to lose a message."""

    def perform_content_negotiation(self, request: Request, force: bool = False) -> Any:
        """The first renderer when none fits."""
        return super().perform_content_negotiation(request, force=True)  # type: ignore[misc]


class OpensPayment(CallerMixin, APIView):
    """The frame of views that open a payment: what they are given, and the service that opens it."""

    roles = MANAGEMENT
    refuses = ("payment_provider_error", "not_found")
    given: type[Serializer[Any]]
    service: Callable[..., Any]

    @idempotent(seconds=120)
    def post(self, request: Request) -> Response:
        asked = self.given(data=request.data)
        asked.is_valid(raise_exception=True)
        return self.opened(type(self).service(self.caller, **asked.validated_data))

    def opened(self, purchase: Any) -> Response:
        return Response(shapes.OpenedSerializer(purchase).data, status=201)


@extend_schema_view(
    post=extend_schema(request=shapes.PurchaseInputSerializer, responses={201: shapes.OpenedSerializer})
)
class PurchaseView(OpensPayment):
    """Open a purchase; the customer then pays at `authorization_url`."""

    given = shapes.PurchaseInputSerializer
    service = staticmethod(payments.start_purchase)


class VerifyView(CallerMixin, APIView):
    """What became of a payment. Safe to ask again and again; pending stays pending."""

    roles = MANAGEMENT
    refuses = ("payment_provider_error", "not_found")

    @extend_schema(parameters=[shapes.ReferenceSerializer], responses=shapes.VerifiedSerializer)
    def get(self, request: Request) -> Response:
        return self._verify(request.query_params)

    @extend_schema(request=shapes.ReferenceSerializer, responses=shapes.VerifiedSerializer)
    def post(self, request: Request) -> Response:
        return self._verify(request.data)

    def _verify(self, given: Any) -> Response:
        asked = shapes.ReferenceSerializer(data=given)
        asked.is_valid(raise_exception=True)
        verdict = payments.verify_purchase(self.caller.business_id, asked.validated_data["reference"])
        return Response(shapes.VerifiedSerializer(verdict).data)


class WebhookView(AnyAccept, APIView):
    """Paystack's events: the raw body, signed with our key in `x-paystack-signature`."""

    authentication_classes = ()
    permission_classes = (AllowAny,)
    refuses = ("invalid_signature",)

    @extend_schema(request=OpenApiTypes.OBJECT, responses=shapes.ReceivedSerializer, auth=[])
    def post(self, request: Request) -> Response:
        payments.receive(request.body, request.headers.get("X-Paystack-Signature", ""))
        return Response({"received": True})


class PurchasesView(CallerMixin, ListAPIView[AICreditPurchase]):
    """Every purchase of the business, the latest first."""

    roles = MANAGEMENT
    serializer_class = shapes.PurchaseSerializer
    filterset_fields = ["payment_status", "package", "payment_method"]
    search_fields = ["payment_reference"]
    ordering_fields = ["created_at", "purchased_at", "amount_paid"]
    queryset = AICreditPurchase.objects.none()

    def get_queryset(self) -> Any:
        return queries.payments.purchases(self.caller.business_id)


class OnePurchaseView(CallerMixin, APIView):
    """One purchase, by its reference."""

    roles = MANAGEMENT

    @extend_schema(responses=shapes.PurchaseSerializer)
    def get(self, request: Request, reference: str) -> Response:
        purchase = queries.payments.purchase(self.caller.business_id, reference)
        return Response(shapes.PurchaseSerializer(purchase).data)


class InvoiceView(AnyAccept, CallerMixin, APIView):
    """The invoice of a completed purchase, as JSON, HTML or PDF."""

    roles = MANAGEMENT

    @extend_schema(
        parameters=[OpenApiParameter("format", enum=["json", "html", "pdf"])],
        responses={
            (200, "application/json"): shapes.InvoiceSerializer,
            (200, "text/html"): OpenApiTypes.STR,
            (200, "application/pdf"): OpenApiTypes.BINARY,
        },
    )
    def get(self, request: Request, reference: str) -> Response | HttpResponse:
        invoice = payments.invoice_of(self.caller.business_id, reference)
        wanted = request.query_params.get("format", "json")
        if wanted == "json":
            return Response(shapes.InvoiceSerializer(invoice).data)
        return documents.as_http(invoice, wanted)


class RefundView(CallerMixin, APIView):
    """Ask for the money of what a purchase has left unspent."""

    roles = (Role.OWNER,)
    refuses = ("payment_provider_error", "not_found")

    @extend_schema(request=shapes.RefundInputSerializer, responses={201: shapes.RefundSerializer})
    @idempotent(seconds=120)
    def post(self, request: Request, reference: str) -> Response:
        asked = shapes.RefundInputSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        refund = refund_requests.by_owner(self.caller, reference=reference, **asked.validated_data)
        return Response(shapes.RefundSerializer(refund).data, status=201)


class AddonView(CallerMixin, APIView):
    """The monthly add-on or plan of the business, or the last one it had. `rollover` is the add-on's."""

    @extend_schema(responses=shapes.AddonAnswerSerializer)
    def get(self, request: Request) -> Response:
        return Response(_addon(queries.payments.addon(self.caller.business_id)))


@extend_schema_view(post=extend_schema(request=shapes.SubscribeSerializer, responses={201: shapes.OpenedSerializer}))
class SubscribeView(OpensPayment):
    """Open the payment of the add-on's first month; it is credited when paid."""

    given = shapes.SubscribeSerializer
    service = staticmethod(payments.subscribe)


class CancelView(CallerMixin, APIView):
    """End the add-on at the end of the paid month, or at once."""

    roles = MANAGEMENT

    @extend_schema(request=shapes.CancelSerializer, responses=shapes.AddonAnswerSerializer)
    def post(self, request: Request) -> Response:
        asked = shapes.CancelSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        return Response(_addon(payments.cancel(self.caller, **asked.validated_data)))


class ResumeView(CallerMixin, APIView):
    """Take back a cancellation at the end of the paid month, before that end."""

    roles = MANAGEMENT

    @extend_schema(request=None, responses=shapes.AddonAnswerSerializer)
    def post(self, request: Request) -> Response:
        return Response(_addon(payments.resume(self.caller)))


def _addon(addon: AIMonthlyAddon | None) -> dict[str, Any]:
    is_addon = addon is not None and addon.package == AICreditPurchase.Package.ADDON
    has_one = is_addon and addon is not None and addon.status == AIMonthlyAddon.Status.ACTIVE
    found = {"has_monthly_addon": has_one, "rollover": packs.ADDON_ROLLOVER, "addon": addon}
    return dict(shapes.AddonAnswerSerializer(found).data)
