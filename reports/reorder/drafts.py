"""The orders of a plan as drafts, which the owner looks through and sends."""

import uuid
from decimal import Decimal

from django.db import transaction

from accounts.models import Business
from common import money
from common.tenancy import MANAGEMENT, Caller
from inventory.models import PurchaseOrder, PurchaseOrderLine
from inventory.services import OrderLine, create_order
from reports.reorder.line import Line
from reports.reorder.plan import Order, Wish, plan

NOTE = "Please tell us what you can deliver, and when."
"""On every draft: what its supplier reads beneath the goods, and what the orders of a plan are known by."""


def draft_orders(caller: Caller, wish: Wish) -> tuple[list[PurchaseOrder], int]:
    """A draft for each supplier and storefront of the plan, and how many lines have no supplier to be ordered from.

    What stands in a draft for the storefront already is left out, so that asking twice orders once.
    """
    caller.require(*MANAGEMENT)
    orders = plan(caller.business_id, wish).orders
    with transaction.atomic():
        Business.objects.select_for_update(no_key=True).get(pk=caller.business_id)
        drafted = _drafted(caller.business_id)
        made = [_draft(caller, order, drafted) for order in orders if order.supplier]
    return [order for order in made if order], sum(len(order.lines) for order in orders if not order.supplier)


def _drafted(business_id: uuid.UUID) -> set[tuple[uuid.UUID, uuid.UUID]]:
    """Products in drafts, with the storefront they are for."""
    lines = PurchaseOrderLine.objects.of(business_id).filter(order__status=PurchaseOrder.Status.DRAFT)
    return set(lines.values_list("product_id", "order__storefront_id"))


def _draft(caller: Caller, order: Order, drafted: set[tuple[uuid.UUID, uuid.UUID]]) -> PurchaseOrder | None:
    lines = [line for line in order.lines if (line.product.pk, order.storefront_id) not in drafted]
    if not lines or not order.supplier:
        return None
    return create_order(
        caller,
        supplier_id=order.supplier.pk,
        storefront_id=order.storefront_id,
        expected_on=order.expected_on,
        lines=[_wanted(line) for line in lines],
        note=NOTE,
        confirmed=True,
    )


def _wanted(line: Line) -> OrderLine:
    return OrderLine(line.product.pk, money.rounded(Decimal(str(line.suggested)), 3), unit_cost=line.unit_cost)
