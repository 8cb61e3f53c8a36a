"""What to buy when there is not enough cash for all of it: what saves the most margin for a cedi comes first."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from common import money
from reports.reorder.line import Action, Line


@dataclass(frozen=True)
class Spent:
    """GHS. `left_out` are the lines for which nothing was left, `without_cost` those that cannot be reckoned."""

    given: Decimal
    spent: Decimal
    left_out: int
    cut: int
    without_cost: int


def fit(lines: Iterable[Line], given: Decimal) -> Spent:
    """Cut the suggested quantities down to what `given` buys, in whole packs; the lines are changed accordingly.

    What falls below the supplier's minimum of the product is left out."""
    orders = [line for line in lines if line.action == Action.ORDER]
    priced = sorted((line for line in orders if line.unit_cost), key=_worth, reverse=True)
    left, left_out, cut = given, 0, 0
    for line in priced:
        assert line.unit_cost
        pack_cost = line.unit_cost * Decimal(line.pack)
        packs = min(int(left / pack_cost), round(line.suggested / line.pack))
        if packs * line.pack < line.product.minimum_order_quantity:
            packs = 0
        left_out += packs == 0
        cut += 0 < packs < round(line.suggested / line.pack)
        line.suggested = packs * line.pack
        left -= packs * pack_cost
    return Spent(given, money.cedis(given - left), left_out, cut, len(orders) - len(priced))


def _worth(line: Line) -> tuple[Decimal, str]:
    """Margin at risk over what the order costs."""
    assert line.unit_cost
    at_risk = max(line.unit_margin, Decimal(0)) * Decimal(line.shortage)
    return at_risk / (line.unit_cost * Decimal(line.suggested)), str(line.product.pk)
