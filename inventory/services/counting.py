"""Deliveries, losses and counts: stock that changes without a sale."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.db.models import Sum

from common import errors, money
from common.slips import confirm_amounts, confirm_quantities
from common.tenancy import MANAGEMENT, Caller
from inventory.models import PriceChange, Product, Stock, StockMovement
from inventory.services.price_history import prices_of, record_price_changes
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
    confirm_quantities((line.quantity or line.counted or Decimal(0) for line in lines), confirmed=confirmed)
    confirm_amounts((line.unit_cost for line in lines if line.unit_cost), confirmed=confirmed)
    if kind == Kind.PURCHASE:
        _average_costs(caller, lines)
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
        raise errors.InvalidInput.field("quantity", "A delivery brings more than nothing.")


def _change(line: AdjustmentLine, there: Decimal) -> Decimal:
    if line.counted is not None:
        return line.counted - there
    if line.quantity is None:
        raise errors.InvalidInput.field("quantity", "Say how many came or went, or how many were counted.")
    return line.quantity


def _average_costs(caller: Caller, lines: Sequence[AdjustmentLine]) -> None:
    """Products are locked before their stock, in id order, without holding up sales of them."""
    priced = [line for line in lines if line.unit_cost is not None and line.quantity]
    business_id, ids = caller.business_id, {line.product_id for line in priced}
    found = Product.objects.of(business_id).filter(pk__in=ids).order_by("pk").select_for_update(no_key=True)
    products = {product.pk: product for product in found}
    prices = prices_of(products.values())
    totals = Stock.objects.of(business_id).filter(product_id__in=ids).order_by().values_list("product_id")
    there = dict(totals.annotate(Sum("quantity")))
    for line in priced:
        product = products.get(line.product_id)
        if product is None:
            raise errors.NotFound
        assert line.quantity is not None
        assert line.unit_cost is not None
        before = there.get(product.pk, Decimal(0)) if product.cost else Decimal(0)
        after = before + line.quantity
        product.cost = money.cedis((before * product.cost + line.quantity * line.unit_cost) / after)
        there[product.pk] = after
    Product.objects.bulk_update(products.values(), ["cost"])
    delivery = PriceChange.Source.DELIVERY
    record_price_changes(prices, products.values(), source=delivery, by_id=caller.membership_id)
