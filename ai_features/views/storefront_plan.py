"""Paying for the storefronts."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.idempotency import idempotent
from ai_features.serializers import payments as payment_shapes
from ai_features.serializers import plans as shapes
from ai_features.services.payments import storefront_plan
from common.api import CallerMixin
from common.tenancy import MANAGEMENT


@extend_schema(tags=["accounts"])
class PayStorefrontsView(CallerMixin, APIView):
    """Open the payment of the storefront plan; its months begin when it is paid."""

    roles = MANAGEMENT
    refuses = ("payment_provider_error", "not_found")

    @extend_schema(request=shapes.PayStorefrontsSerializer, responses={201: payment_shapes.OpenedSerializer})
    @idempotent(seconds=120)
    def post(self, request: Request) -> Response:
        asked = shapes.PayStorefrontsSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        purchase = storefront_plan.pay(self.caller, **asked.validated_data)
        return Response(payment_shapes.OpenedSerializer(purchase).data, status=201)
