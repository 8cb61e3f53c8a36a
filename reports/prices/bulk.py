"""Prices for those who buy more, and for weeks in which little is sold."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from common.money import step_up
from reports.prices.break_even import units_to_spare
from reports.prices.candidates import Present, ending

LEAST_LINES = 30
LONG_COVER = 60  # days of stock from which a promotion is worth its margin
SLOW = 0.9  # of a usual week or weekday


@dataclass(frozen=True, slots=True)
class QuantityBreak:
    """A lower price from a quantity on, and the units that must come on top for the same profit, as a share."""

    quantity: int
    price: Decimal
    discount: float
    must_gain: float


@dataclass(frozen=True, slots=True)
class Promotion:
    """Whether to make it cheaper for a while. `weekdays`: 0 is Monday; `weeks`: how many weeks ahead, 0 is this one."""

    why: str
    weekdays: tuple[int, ...] = ()
    weeks: tuple[int, ...] = ()

    @property
    def is_advised(self) -> bool:
        return bool(self.weekdays or self.weeks)


def quantity_break(present: Present, quantities: Sequence[float]) -> QuantityBreak | None:
    """A price from the quantity that a quarter of the lines reach; None where few buy more.

    At most a third of the margin is given away.
    """
    if len(quantities) < LEAST_LINES or present.margin <= 0:
        return None
    reached = int(np.ceil(np.quantile(quantities, 0.75)))
    if reached < 2 or reached <= np.median(quantities):
        return None
    lowest = present.price * (1 - Decimal(str(present.margin)) / 3)
    price = step_up(lowest, min(ending(lowest), Decimal(1)))
    discount = float(1 - price / present.price)
    must_gain = units_to_spare(-discount, present.margin)
    if discount <= 0 or must_gain is None:
        return None
    return QuantityBreak(reached, price, discount, -must_gain)


def promotion(present: Present, *, weekdays: Sequence[float], weeks: Sequence[float]) -> Promotion:
    """When to make it cheaper: in slow weeks and on slow weekdays, for what would lie for more than two months.

    `weekdays` are the shop's sales by weekday against the mean; `weeks` those of the same weeks a year ago, from this
    week on, empty without a year of sales.
    """
    if present.cover is None:
        return Promotion("nothing_sold_or_kept")
    if present.cover <= LONG_COVER:
        return Promotion("sells_anyway")
    slow_days = tuple(day for day, index in enumerate(weekdays) if index < SLOW)
    slow_weeks = tuple(week for week, index in enumerate(weeks) if index < SLOW)
    return Promotion("slow" if slow_days or slow_weeks else "no_slow_time", slow_days, slow_weeks)
