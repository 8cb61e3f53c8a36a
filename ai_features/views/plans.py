"""Plans: look at them, change to one, end it, take that back."""

from typing import Any

from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from ai_features import queries
from ai_features.models import AICreditPurchase
from ai_features.serializers import payments as payment_shapes
from ai_features.serializers import plans as shapes
from ai_features.services import payments
from ai_features.services.payments import plan_list
from ai_features.views.payments import OpensPayment
from common.api import CallerMixin
from common.tenancy import MANAGEMENT


class PlansView(CallerMixin, APIView):
    """The plans on offer, which one the business has, and how far its fair use is used."""

    @extend_schema(responses=shapes.AIPlansSerializer)
    def get(self, request: Request) -> Response:
        return Response(_plans(self.caller.business_id))


@extend_schema_view(
    post=extend_schema(
        request=shapes.ChoosePlanSerializer,
        responses={201: shapes.PlanChosenSerializer, 200: shapes.PlanChosenSerializer},
    )
)
class ChooseView(OpensPayment):
    """Begin a plan, or change to it: to a dearer one with a payment now, to a cheaper one when the paid month ends."""

    given = shapes.ChoosePlanSerializer
    service = staticmethod(payments.choose_plan)

    def opened(self, chosen: Any) -> Response:
        if isinstance(chosen, AICreditPurchase):
            now = queries.payments.addon(chosen.business_id)
            return _chosen({"payment": chosen, "changes_on": None, "subscription": now}, status=201)
        later = {"payment": None, "changes_on": chosen.next_renewal_date, "subscription": chosen}
        return _chosen(later, status=200)


class CancelView(CallerMixin, APIView):
    """End the plan at the end of the paid month, or at once."""

    roles = MANAGEMENT

    @extend_schema(request=payment_shapes.CancelSerializer, responses=shapes.AIPlansSerializer)
    def post(self, request: Request) -> Response:
        asked = payment_shapes.CancelSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        payments.cancel(self.caller, **asked.validated_data)
        return Response(_plans(self.caller.business_id))


class ResumeView(CallerMixin, APIView):
    """Take back a cancellation or change at the end of the paid month, before that end."""

    roles = MANAGEMENT

    @extend_schema(request=None, responses=shapes.AIPlansSerializer)
    def post(self, request: Request) -> Response:
        payments.resume(self.caller)
        return Response(_plans(self.caller.business_id))


def _chosen(answer: dict[str, Any], *, status: int) -> Response:
    return Response(shapes.PlanChosenSerializer(answer).data, status=status)


def _plans(business_id: Any) -> dict[str, Any]:
    return dict(shapes.AIPlansSerializer(plan_list.of(business_id)).data)
