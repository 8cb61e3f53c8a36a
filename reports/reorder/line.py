"""One product at one storefront: what is there, what will sell, and what to do about it."""

import datetime as dt
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


@dataclass
class Line:
    """Units and days are floats, money is Decimal.

    `suggested` is what to buy, in whole packs; `moved` what comes from another storefront. `shortage` is how many units
    will be missed if nothing comes. `earned` is the margin on one, 0 where the cost is not known.
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
    action: Action = Action.NONE
    urgency: Urgency = Urgency.LOW
    why: str = ""
    suggested: float = 0.0
    moved: float = 0.0

    @property
    def position(self) -> float:
        """What is there and on its way."""
        return self.on_hand + self.on_order

    @property
    def unit_cost(self) -> Decimal | None:
        """GHS; None: not known."""
        return self.product.cost or None

    @property
    def unit_margin(self) -> Decimal:
        """`earned`, in GHS."""
        return self.product.retail_price - self.product.cost if self.product.cost else Decimal(0)
