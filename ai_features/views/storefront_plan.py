"""Paying for the storefronts, once or by a card that is kept."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from ai_features.serializers import payments as payment_shapes
from ai_features.serializers import plans as shapes
from ai_features.services.payments import storefront_card, storefront_plan
from ai_features.views.payments import OpensPayment
from common.api import CallerMixin
from common.tenancy import MANAGEMENT, Role


@extend_schema(
    tags=["accounts"], request=shapes.PayStorefrontsSerializer, responses={201: payment_shapes.OpenedSerializer}
)
class PayStorefrontsView(OpensPayment):
    """Open the payment of the storefront plan; its months begin when it is paid."""

    given = shapes.PayStorefrontsSerializer
    service = staticmethod(storefront_plan.pay)


class StorefrontCardView(CallerMixin, APIView):
    """The card that is charged for the storefronts each month, if an owner agreed to one."""

    refuses = ("not_found",)
    roles = MANAGEMENT
    roles_for = {"DELETE": (Role.OWNER,)}

    @extend_schema(
        tags=["accounts"], summary="The card kept for the storefronts", responses=shapes.StorefrontCardSerializer
    )
    def get(self, request: Request) -> Response:
        return Response(shapes.StorefrontCardSerializer(storefront_card.of(self.caller)).data)

    @extend_schema(
        tags=["accounts"], summary="Charge no card again for the storefronts", request=None, responses={204: None}
    )
    def delete(self, request: Request) -> Response:
        storefront_card.forget(self.caller)
        return Response(status=204)
