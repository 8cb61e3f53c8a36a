"""What an owner should be told of without asking: goods that run out, expire, or lie too long."""

import datetime as dt
import math
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from common import money
from common import shop_clock as clock
from inventory.models import Batch
from inventory.queries import batches
from reports.reorder.line import Action, Line, Urgency
from reports.reorder.plan import Wish, plan
from reports.reorder.shape import at_risk, lying

RUNS_OUT, EXPIRING, DEAD, OVERSTOCK = "runs_out", "expiring", "dead", "overstock"
AHEAD_DAYS = 120
Place = tuple[uuid.UUID, uuid.UUID]


@dataclass(frozen=True)
class Trouble:
    """`units` to order, or that lie too long, or that will expire; `value` is the margin at risk or the cost, GHS."""

    product_id: uuid.UUID
    storefront_id: uuid.UUID
    kind: str
    units: Decimal
    value: Decimal
    day: dt.date | None = None


def troubles(business_id: uuid.UUID) -> list[Trouble]:
    """Those of today. The queries of the plan and one more."""
    lines = plan(business_id, Wish()).lines
    held: dict[Place, list[Batch]] = defaultdict(list)
    for batch in batches(business_id):
        held[batch.product_id, batch.storefront_id].append(batch)
    found = [trouble for line in lines if (trouble := _of_line(line))]
    return found + [t for line in lines for t in _expiring(line, held[line.product.pk, line.storefront_id])]


def _of_line(line: Line) -> Trouble | None:
    place = line.product.pk, line.storefront_id
    if line.action in (Action.ORDER, Action.TRANSFER) and line.urgency in (Urgency.CRITICAL, Urgency.HIGH):
        return Trouble(*place, RUNS_OUT, _units(line.suggested + line.moved), at_risk(line), line.runs_out_on)
    if line.action == Action.DEAD:
        return Trouble(*place, DEAD, _units(line.on_hand), lying(line))
    if line.action == Action.OVERSTOCK:
        return Trouble(*place, OVERSTOCK, _units(line.excess), lying(line))
    return None


def _expiring(line: Line, held: Iterable[Batch]) -> Iterator[Trouble]:
    """What of the batches will be left on their last days, if the oldest are sold first; one trouble for them all."""
    today = clock.today()
    so_far = left = 0.0
    first: dt.date | None = None
    for batch in sorted(held, key=lambda each: each.expires_on):
        so_far += float(batch.quantity)
        days = (batch.expires_on - today).days + 1
        over = so_far - left - line.daily * max(days, 0)
        if days <= AHEAD_DAYS and over >= 1:
            left += min(over, float(batch.quantity))
            first = first or batch.expires_on
    if left >= 1:
        units = Decimal(math.floor(left))
        cost = money.cedis((line.unit_cost or Decimal(0)) * units)
        yield Trouble(line.product.pk, line.storefront_id, EXPIRING, units, cost, first)


def _units(units: float) -> Decimal:
    return money.rounded(Decimal(str(units)), 3)
