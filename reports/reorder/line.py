"""One product at one storefront: what is there, what will sell, and what to do about it."""

import datetime as dt
import math
import uuid
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from inventory.models import Product


class Action(StrEnum):
    """What to do, the most pressing first."""

    ORDER = "ORDER"
    TRANSFER = "TRANSFER"
    DEAD = "DEAD"
    OVERSTOCK = "OVERSTOCK"
    NONE = "NO_ACTION"


class Urgency(StrEnum):
    CRITICAL = "CRITICAL"
    HIGH = "HIGH"
    MEDIUM = "MEDIUM"
    LOW = "LOW"


def in_packs(units: float, pack: float) -> float:
    """So many units, rounded up to whole packs."""
    return max(math.ceil(units / pack - 1e-4), 0) * pack


@dataclass(slots=True)
class Line:
    """Units and days are floats, money is Decimal.

    `suggested` is what to buy, in whole packs; `moved` what comes from another storefront, `given` what goes to one.
    `shortage` is how many units will be missed if nothing comes, `until_delivery` what lasts until an order of today
    comes. `earned` is the margin on one, 0 where the cost is not known. An order is for `order_days` of sales.
    """

    product: Product
    storefront_id: uuid.UUID
    on_hand: float
    on_order: float
    daily: float
    lead_days: float
    lead_receipts: int
    reorder_point: float
    safety: float
    until_delivery: float
    order_up_to: float
    cover_days: float | None
    runs_out_on: dt.date | None
    abc: str
    xyz: str
    service: float
    shortage: float
    excess: float
    earned: float
    pack: float
    order_days: float
    action: Action = Action.NONE
    urgency: Urgency = Urgency.LOW
    why: str = ""
    suggested: float = 0.0
    moved: float = 0.0
    given: float = 0.0

    @property
    def position(self) -> float:
        """What is there and on its way."""
        return self.on_hand + self.on_order

    @property
    def spare(self) -> int:
        """Whole units to give: what is beyond its reorder point, or beyond its need until an order of today comes."""
        return math.floor(self.on_hand - (self.until_delivery if self.suggested else self.reorder_point))

    def orderable(self, units: float) -> float:
        """So many units as the supplier sells them: whole packs, and their minimum at least."""
        least = max(units, float(self.product.minimum_order_quantity)) if units > 0 else 0.0
        return in_packs(least, self.pack)

    @property
    def unit_cost(self) -> Decimal | None:
        """GHS; None: not known."""
        return self.product.cost or None

    @property
    def unit_margin(self) -> Decimal:
        """`earned`, in GHS."""
        return self.product.retail_price - self.product.cost if self.product.cost else Decimal(0)
