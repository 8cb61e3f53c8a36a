"""Orders to suppliers: drafted, changed and called off."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Max

from accounts.models import Business, Storefront
from common import client_ids, clock, errors
from common.moments import to_come
from common.slips import confirm_amounts, confirm_quantities
from common.tenancy import MANAGEMENT, Caller
from inventory.models import Product, PurchaseOrder, PurchaseOrderLine, Supplier
from inventory.services.counted_units import refuse_divided

Status = PurchaseOrder.Status


@dataclass(frozen=True, slots=True)
class OrderLine:
    """Units of a product that are wanted, with the agreed GHS a unit where it is known."""

    product_id: uuid.UUID
    quantity: Decimal
    unit_cost: Decimal | None = None
    expected_on: dt.date | None = None


def _same(order: PurchaseOrder, args: tuple[Any, ...], fields: dict[str, Any]) -> bool:
    return bool(order.supplier_id == fields["supplier_id"])


@transaction.atomic
def _create_order(
    caller: Caller,
    *,
    supplier_id: uuid.UUID,
    storefront_id: uuid.UUID,
    lines: Sequence[OrderLine],
    expected_on: dt.date | None = None,
    note: str = "",
    client_id: str = "",
    confirmed: bool = False,
) -> PurchaseOrder:
    """A draft, which nobody outside the shop has seen.

    Numbers of a business have no gaps: its row is locked while one is given. Raises `NotFound`, `InvalidInput`, and
    `ConfirmationRequired` for what looks like a slip.
    """
    caller.require(*MANAGEMENT)
    _check(lines, expected_on, confirmed=confirmed)
    supplier = Supplier.objects.get_or_404(caller.business_id, supplier_id)
    if not Storefront.objects.get_or_404(caller.business_id, storefront_id).is_active:
        raise errors.InvalidInput.field("storefront_id", "This storefront is closed.")
    Business.objects.select_for_update(no_key=True).get(pk=caller.business_id)
    last = PurchaseOrder.objects.of(caller.business_id).aggregate(last=Max("number"))["last"] or 0
    order = PurchaseOrder.objects.create(
        business_id=caller.business_id,
        number=last + 1,
        supplier=supplier,
        storefront_id=storefront_id,
        expected_on=expected_on,
        note=note,
        by_id=caller.membership_id,
        client_id=client_id,
    )
    _write_lines(order, lines)
    return order


create_order = client_ids.once(_create_order, client_ids.known_row(PurchaseOrder, _same, "order"))


@transaction.atomic
def change_order(
    caller: Caller,
    order_id: uuid.UUID,
    *,
    changes: dict[str, Any],
    lines: Sequence[OrderLine] | None = None,
    confirmed: bool = False,
) -> PurchaseOrder:
    """Change a draft; `lines` replace those it had. Raises `Conflict` for an order that was sent."""
    caller.require(*MANAGEMENT)
    order = lock_order(caller.business_id, order_id)
    if order.status != Status.DRAFT:
        raise errors.Conflict(f"{order.reference} is no longer a draft: cancel it and write a new one.")
    _check(lines or (), changes.get("expected_on"), confirmed=confirmed)
    for name, value in changes.items():
        setattr(order, name, value)
    order.save(update_fields=list(changes))
    if lines is not None:
        order.lines.all().delete()
        _write_lines(order, lines)
    return order


@transaction.atomic
def cancel_order(caller: Caller, order_id: uuid.UUID) -> PurchaseOrder:
    """Nothing more is expected of it; what came stays. Raises `Conflict` for one that is closed already."""
    caller.require(*MANAGEMENT)
    order = lock_order(caller.business_id, order_id)
    if order.closed_at:
        raise errors.Conflict(f"{order.reference} is {order.get_status_display().lower()} already.")
    order.status, order.closed_at = Status.CANCELLED, clock.now()
    order.save(update_fields=["status", "closed_at"])
    return order


def lock_order(business_id: uuid.UUID, order_id: uuid.UUID) -> PurchaseOrder:
    """The order, locked before products and stock. Raises `NotFound`."""
    return PurchaseOrder.objects.select_for_update(no_key=True).get_or_404(business_id, order_id)


def _check(lines: Sequence[OrderLine], expected_on: dt.date | None, *, confirmed: bool) -> None:
    if len({line.product_id for line in lines}) < len(lines):
        raise errors.InvalidInput.field("lines", "Order each product once.")
    for day in (expected_on, *(line.expected_on for line in lines)):
        if day:
            to_come(day, field="expected_on")
    confirm_quantities((line.quantity for line in lines), confirmed=confirmed)
    confirm_amounts((line.unit_cost for line in lines if line.unit_cost), confirmed=confirmed, field="unit_cost")


def _write_lines(order: PurchaseOrder, lines: Sequence[OrderLine]) -> None:
    refuse_divided(order.business_id, [(line.product_id, line.quantity) for line in lines])
    wanted = [line.product_id for line in lines]
    goods = Product.objects.of(order.business_id).filter(pk__in=wanted).values_list("pk", "name", "tracks_stock")
    if len(goods) < len(wanted):
        raise errors.NotFound
    for _, name, tracks_stock in goods:
        if not tracks_stock:
            raise errors.InvalidInput.field("lines", f"{name} keeps no stock and cannot be ordered.")
    PurchaseOrderLine.objects.bulk_create(
        PurchaseOrderLine(
            business_id=order.business_id,
            order=order,
            product_id=line.product_id,
            position=position,
            quantity=line.quantity,
            unit_cost=line.unit_cost,
            expected_on=line.expected_on,
        )
        for position, line in enumerate(lines, start=1)
    )
