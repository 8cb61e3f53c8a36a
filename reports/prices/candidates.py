"""The prices that may be asked at all: near the present one, with a usual ending, within the owner's limits."""

from dataclasses import dataclass
from decimal import Decimal

from common.money import nearest_step, step_up

WIDEST = Decimal("0.10")  # of the present price, up or down
LEAST_COVER = 14  # days of stock below which nothing is made cheaper


@dataclass(frozen=True, slots=True)
class Limits:
    """What the owner demands: a least margin and a largest cut, as shares of a price."""

    min_margin: Decimal = Decimal("0.10")
    max_discount: Decimal = Decimal("0.20")


@dataclass(frozen=True, slots=True)
class Present:
    """A product as it is sold now. `cover`: days that the stock lasts; None where nothing is sold or kept."""

    price: Decimal
    wholesale: Decimal | None
    cost: Decimal
    cover: float | None = None

    @property
    def margin(self) -> float:
        """Of the price; below zero under cost."""
        return float((self.price - self.cost) / self.price) if self.price else 0.0


def ending(price: Decimal) -> Decimal:
    """The step in which prices of this size are written: 0.50 below GHS 20, 1 below 200, 5 above."""
    return Decimal("0.50") if price < 20 else Decimal(1) if price < 200 else Decimal(5)


def floor(present: Present, limits: Limits) -> Decimal:
    """The lowest price with the least margin, with an ending."""
    lowest = present.cost / (1 - limits.min_margin)
    return step_up(lowest, ending(lowest))


def clearance(present: Present, limits: Limits) -> Decimal | None:
    """The largest cut allowed, with an ending, never below cost or the wholesale price; None where that is no cut.

    For goods that do not sell: they bring back what they cost, no margin is asked of them.
    """
    lowest = max(present.price * (1 - limits.max_discount), present.cost, present.wholesale or Decimal(0))
    found = step_up(lowest, ending(lowest))
    return found if found < present.price else None


def candidates(present: Present, limits: Limits) -> list[Decimal]:
    """Every price other than the present one that keeps all limits, lowest first."""
    steps = (present.price * (1 + Decimal(step) / 100) for step in range(-10, 11))
    found = {nearest_step(price, ending(price)) for price in steps}
    return sorted(price for price in found if allowed(price, present, limits))


def allowed(price: Decimal, present: Present, limits: Limits) -> bool:
    """Whether a price keeps the least margin, the largest cut, the widest step, the wholesale price and the stock."""
    if price <= 0 or price == present.price or price < present.cost / (1 - limits.min_margin):
        return False
    change = price / present.price - 1
    if abs(change) > WIDEST or change < -limits.max_discount:
        return False
    if present.wholesale is not None and price < present.wholesale:
        return False
    return not (change < 0 and present.cover is not None and present.cover < LEAST_COVER)
