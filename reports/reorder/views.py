"""The reorder plan over HTTP."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.idempotency import idempotent
from accounts.throttles import REPORT
from common.api import CallerMixin, refuse_unknown
from common.phones import whatsapp_link
from common.tenancy import MANAGEMENT
from inventory.models import PurchaseOrder
from inventory.queries import purchase_orders
from inventory.services.buying.sending import order_text
from reports.reorder.answer import ReorderPlan
from reports.reorder.asked import DraftedSerializer, PlanAskedSerializer, WishSerializer
from reports.reorder.drafts import draft_orders
from reports.reorder.plan import Plan, plan
from reports.reorder.shape import shape


class ReorderView(CallerMixin, APIView):
    """What to move, what to order from whom, and what lies too long; for owners and managers, free."""

    roles = MANAGEMENT
    throttle_classes = REPORT
    also_takes: tuple[str, ...] = ()

    @extend_schema(summary="Reorder plan", parameters=[PlanAskedSerializer], responses=ReorderPlan)
    def get(self, request: Request) -> Response:
        return Response(self.planned(request)[1])

    def planned(self, request: Request) -> tuple[Plan, dict[str, Any]]:
        """The plan that the address asks for, and its JSON. Raises `ValidationError`."""
        refuse_unknown(request.query_params, {*PlanAskedSerializer().get_fields(), *self.also_takes})
        asked = PlanAskedSerializer(data=request.query_params, context={"request": request})
        asked.is_valid(raise_exception=True)
        found = plan(self.caller.business_id, asked.wish())
        chosen = asked.validated_data
        return found, shape(found, limit=chosen["limit"], action=chosen.get("action", ""))


class DraftOrdersView(CallerMixin, APIView):
    """Drafts of the orders of a plan, by supplier and storefront; nothing is sent."""

    roles = MANAGEMENT
    throttle_classes = REPORT
    refuses = ("conflict",)

    @extend_schema(
        tags=["buying"],
        summary="Draft the orders of the reorder plan",
        request=WishSerializer,
        responses={201: DraftedSerializer},
    )
    @idempotent()
    def post(self, request: Request) -> Response:
        asked = WishSerializer(data=request.data, context={"request": request})
        asked.is_valid(raise_exception=True)
        made, without = draft_orders(self.caller, asked.wish())
        rows = purchase_orders(self.caller.business_id).filter(pk__in=[order.pk for order in made])
        orders = [_message(row) for row in rows.order_by("number")]
        return Response(DraftedSerializer({"orders": orders, "lines_without_supplier": without}).data, status=201)


def _message(order: PurchaseOrder) -> dict[str, Any]:
    """The draft and how its supplier would read it."""
    text = order_text(order, list(order.lines.all()))
    return {"order": order, "text": text, "whatsapp_link": whatsapp_link(order.supplier.phone, text)}
