"""Deliveries, losses and counts: stock that changes without a sale."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from common import errors
from common.slips import confirm_amounts, confirm_quantities
from common.tenancy import MANAGEMENT, Caller
from inventory.models import StockMovement
from inventory.services.costs import Arrival, average_costs
from inventory.services.counted_units import refuse_divided
from inventory.services.stock import StockLine, lock_stock, move_stock

Kind = StockMovement.Kind


@dataclass(frozen=True, slots=True)
class AdjustmentLine:
    """Units that came or went (`quantity`), or that were found on the shelf (`counted`); one of the two."""

    product_id: uuid.UUID
    quantity: Decimal | None = None
    counted: Decimal | None = None
    unit_cost: Decimal | None = None


@transaction.atomic
def adjust_stock(
    caller: Caller,
    *,
    storefront_id: uuid.UUID,
    lines: Sequence[AdjustmentLine],
    kind: Kind,
    reason: str,
    confirmed: bool = False,
) -> list[StockMovement]:
    """Write the movements of a delivery (`PURCHASE`) or of a correction (`ADJUSTMENT`); a right count writes none.

    A delivery with a unit cost moves the product's cost to the average over what is there and what came
    (moving weighted average; a cost of zero counts as not known). Raises `OutOfStock`, `NotFound`, `InvalidInput`,
    and `ConfirmationRequired` for a quantity or cost that looks like a slip.
    """
    caller.require(*MANAGEMENT)
    _check(lines, kind)
    refuse_divided(caller.business_id, [(line.product_id, line.quantity) for line in lines])
    refuse_divided(caller.business_id, [(line.product_id, line.counted) for line in lines], field="counted_quantity")
    confirm_quantities((line.quantity or line.counted or Decimal(0) for line in lines), confirmed=confirmed)
    confirm_amounts((line.unit_cost for line in lines if line.unit_cost), confirmed=confirmed)
    if kind == Kind.PURCHASE:
        average_costs(caller, _arrivals(lines))
    there = lock_stock(caller.business_id, storefront_id, {line.product_id for line in lines})
    moved = [
        StockLine(line.product_id, _change(line, there.get(line.product_id, Decimal(0))), line.unit_cost)
        for line in lines
    ]
    return move_stock(caller, storefront_id=storefront_id, lines=moved, kind=kind, reason=reason)


def _check(lines: Sequence[AdjustmentLine], kind: Kind) -> None:
    counted = [line.product_id for line in lines if line.counted is not None]
    if len(set(counted)) < len(counted):
        raise errors.InvalidInput.field("lines", "Count each product once.")
    if kind == Kind.PURCHASE and any(line.quantity is None or line.quantity <= 0 for line in lines):
        raise errors.InvalidInput.field("quantity", "The quantity of a delivery must be above zero.")


def _change(line: AdjustmentLine, there: Decimal) -> Decimal:
    if line.counted is not None:
        return line.counted - there
    if line.quantity is None:
        raise errors.InvalidInput.field("quantity", "Say how many came or went, or how many were counted.")
    return line.quantity


def _arrivals(lines: Sequence[AdjustmentLine]) -> list[Arrival]:
    return [
        Arrival(line.product_id, line.quantity, line.quantity * line.unit_cost)
        for line in lines
        if line.quantity and line.unit_cost is not None
    ]
