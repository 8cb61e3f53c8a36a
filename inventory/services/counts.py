"""Counts as documents: begun with what should be there, entered shelf by shelf, completed by a manager."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import DecimalField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from accounts.models import Storefront
from accounts.services import audit
from common import clock, errors
from common.money import ZERO, cedis, written
from common.slips import confirm_quantities
from common.tenancy import MANAGEMENT, Caller
from inventory import queries
from inventory.models import QUANTITY, Product, Stock, StockCount, StockCountLine, StockMovement
from inventory.services.counted_units import refuse_divided
from inventory.services.stock import StockLine, lock_stock, move_stock

Status = StockCount.Status


@dataclass(frozen=True, slots=True)
class Found:
    """Units of a product that are on the shelf; None takes an earlier entry back."""

    product_id: uuid.UUID
    counted: Decimal | None


@transaction.atomic
def start_count(
    caller: Caller, *, storefront_id: uuid.UUID, category_id: uuid.UUID | None = None, note: str = ""
) -> StockCount:
    """Freeze what should be at a storefront, whole or of a category and all below it. Seven queries.

    Raises `NotFound`, `InvalidInput` where there is nothing to count, and `Conflict` where a product is in another
    open count of the storefront.
    """
    caller.require(*MANAGEMENT)
    Storefront.objects.get_or_404(caller.business_id, storefront_id)
    goods = _goods(caller.business_id, storefront_id, category_id)
    count = StockCount.objects.create(
        business_id=caller.business_id,
        storefront_id=storefront_id,
        category_id=category_id,
        note=note,
        by_id=caller.membership_id,
    )
    of = {"business_id": caller.business_id, "count": count, "storefront_id": storefront_id}
    lines = [StockCountLine(**of, product_id=pk, book=units) for pk, units in goods.values_list("pk", "units")]
    if not lines:
        raise errors.InvalidInput.field("category_id", "There is nothing to count here.")
    _insert(lines)
    return count


def _goods(business_id: uuid.UUID, storefront_id: uuid.UUID, category_id: uuid.UUID | None) -> QuerySet[Any]:
    """The products to count, each with its `units`: those on sale, and those of which something is left."""
    rows = Stock.objects.of(business_id).filter(storefront_id=storefront_id, product_id=OuterRef("pk"))
    nothing = Value(Decimal(0), DecimalField(**QUANTITY))
    goods = Product.objects.of(business_id).filter(tracks_stock=True)
    if category_id:
        below = queries.category_and_below(business_id, category_id)
        if not below:
            raise errors.NotFound
        goods = goods.filter(category_id__in=below)
    counted = goods.annotate(units=Coalesce(Subquery(rows.values("quantity")), nothing))
    return counted.exclude(is_active=False, units=0)


def _insert(lines: list[StockCountLine]) -> None:
    try:
        with transaction.atomic():
            StockCountLine.objects.bulk_create(lines)
    except IntegrityError as problem:
        told = "Some of these products are in another open count here; complete or cancel it."
        raise errors.Conflict(told) from problem


@transaction.atomic
def enter_count(caller: Caller, count_id: uuid.UUID, *, found: Sequence[Found], confirmed: bool = False) -> StockCount:
    """Write down what is on the shelf now; what was sold or came since the count began is reckoned with.

    A product entered again takes the place of the first entry. A fixed number of queries. Raises `Conflict` for a
    count that is closed, `InvalidInput` for a product that is not in it, `ConfirmationRequired` for a slip.
    """
    count = _lock(caller, count_id)
    caller.require_storefront(count.storefront_id)
    refuse_divided(caller.business_id, [(each.product_id, each.counted) for each in found], field="counted")
    confirm_quantities((each.counted for each in found if each.counted), confirmed=confirmed, field="counted")
    wanted = {each.product_id: each.counted for each in found}
    lines = {line.product_id: line for line in count.lines.filter(product_id__in=wanted)}
    if wanted.keys() - lines.keys():
        raise errors.InvalidInput.field("lines", "Some of these products are not in this count.")
    there = lock_stock(caller.business_id, count.storefront_id, wanted)
    now = clock.now()
    for product_id, line in lines.items():
        should_be = there.get(product_id, Decimal(0))
        line.counted, line.moved = wanted[product_id], should_be - line.book
        line.difference = None if line.counted is None else line.counted - should_be
        line.counted_at, line.counted_by_id = now, caller.membership_id
    StockCountLine.objects.bulk_update(lines.values(), ["counted", "moved", "difference", "counted_at", "counted_by"])
    return count


@transaction.atomic
def complete_count(caller: Caller, count_id: uuid.UUID) -> StockCount:
    """Move stock by the differences, at the cost of now. What nobody counted stays as it is.

    Raises `Conflict` for a count that is closed or empty, and `OutOfStock` where more is missing than is left.
    """
    caller.require(*MANAGEMENT)
    count = _lock(caller, count_id)
    lines = list(count.lines.filter(counted__isnull=False).select_related("product").order_by("product_id"))
    if not lines:
        raise errors.Conflict("Nothing was counted yet.")
    for line in lines:
        line.unit_cost = line.product.cost
    moved = [StockLine(line.product_id, line.difference, line.unit_cost) for line in lines if line.difference]
    move_stock(
        caller,
        storefront_id=count.storefront_id,
        lines=moved,
        kind=StockMovement.Kind.ADJUSTMENT,
        reason="Stock count",
        document_id=count.pk,
    )
    StockCountLine.objects.bulk_update(lines, ["unit_cost"])
    values = [cedis((line.difference or ZERO) * line.unit_cost) for line in lines]
    count.missing_value = sum((-value for value in values if value < 0), ZERO)
    count.surplus_value = sum((value for value in values if value > 0), ZERO)
    audit.record(
        caller,
        audit.Action.STOCK_COUNTED,
        subject=f"{len(lines)} products counted",
        subject_id=count.pk,
        missing=written(count.missing_value),
        surplus=written(count.surplus_value),
    )
    return _close(caller, count, Status.COMPLETED)


@transaction.atomic
def cancel_count(caller: Caller, count_id: uuid.UUID) -> StockCount:
    """Give a count up; no stock moves. Raises `Conflict` for one that is closed."""
    caller.require(*MANAGEMENT)
    return _close(caller, _lock(caller, count_id), Status.CANCELLED)


def _lock(caller: Caller, count_id: uuid.UUID) -> StockCount:
    count = StockCount.objects.select_for_update(no_key=True).get_or_404(caller.business_id, count_id)
    if count.status != Status.OPEN:
        raise errors.Conflict(f"This count is {count.get_status_display().lower()}.")
    return count


def _close(caller: Caller, count: StockCount, status: Status) -> StockCount:
    count.status, count.closed_at, count.completed_by_id = status, clock.now(), caller.membership_id
    count.save(update_fields=["status", "closed_at", "completed_by", "missing_value", "surplus_value"])
    count.lines.update(is_open=False)
    return count
