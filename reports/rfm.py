"""RFM: how lately, how often and for how much each customer bought, as scores from 1 to 5 and a segment.

Scores are quintiles, equal values getting equal scores; under fifty customers, where quintiles mean little, fixed
borders. The segment follows from R and the mean of F and M.
"""

import datetime as dt
import uuid
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from common import money
from reports import buyers
from reports.period import Period

QUINTILES_FROM = 50
FIXED_DAYS: Final = (7, 30, 90, 180)
FIXED_SALES: Final = (2, 4, 8, 16)
FIXED_REVENUE: Final = (100, 500, 2000, 10000)

SEGMENTS: Final[dict[str, tuple[str, str]]] = {
    "champions": ("Champions", "Bought lately, buy often and spend the most."),
    "loyal": ("Loyal", "Buy often and spend well."),
    "potential_loyalist": ("Potential loyalist", "Bought lately and more than once."),
    "new": ("New", "Bought for the first time just now."),
    "promising": ("Promising", "Bought lately, but little so far."),
    "needs_attention": ("Needs attention", "Middling in every way, and cooling."),
    "about_to_sleep": ("About to sleep", "Bought little, and not for a while."),
    "at_risk": ("At risk", "Used to buy often, and have not been back for long."),
    "cant_lose": ("Can't lose", "Were among the best, and have not been back for long."),
    "hibernating": ("Hibernating", "Bought little, long ago."),
    "lost": ("Lost", "Bought little, and longest ago."),
}
GRID: Final[dict[int, tuple[str, str, str, str, str]]] = {
    5: ("new", "potential_loyalist", "potential_loyalist", "champions", "champions"),
    4: ("promising", "potential_loyalist", "potential_loyalist", "loyal", "loyal"),
    3: ("about_to_sleep", "about_to_sleep", "needs_attention", "loyal", "loyal"),
    2: ("hibernating", "hibernating", "at_risk", "at_risk", "cant_lose"),
    1: ("lost", "lost", "at_risk", "at_risk", "cant_lose"),
}


class Scored(NamedTuple):
    """One customer's days since the last sale, sales, revenue (GHS, net of returns), scores and segment."""

    customer_id: uuid.UUID
    days_since: int
    sales: int
    revenue: Decimal
    recency: int
    frequency: int
    monetary: int

    @property
    def segment(self) -> str:
        return segment(self.recency, self.frequency, self.monetary)


def segment(recency: int, frequency: int, monetary: int) -> str:
    """The key in `SEGMENTS` for three scores from 1 to 5."""
    return GRID[recency][(frequency + monetary + 1) // 2 - 1]


def customers(business_id: uuid.UUID, period: Period) -> list[Scored]:
    """Every known customer with a sale in the period, by their sales at its storefront or at all. One query."""
    bought = list(buyers.every(business_id, period.cut))
    today = period.last_day
    days = [(today - last).days for _, _, _, last in bought]
    sales = [count for _, _, count, _ in bought]
    revenue = [money.cedis(spent) for _, spent, _, _ in bought]
    scores = zip(
        _recency(days), _more_is_better(sales, FIXED_SALES), _more_is_better(revenue, FIXED_REVENUE), strict=True
    )
    return [
        Scored(row[0], since, count, spent, *score)
        for row, since, count, spent, score in zip(bought, days, sales, revenue, scores, strict=True)
    ]


def _recency(days: Sequence[int]) -> list[int]:
    if len(days) < QUINTILES_FROM:
        return [5 - bisect_left(FIXED_DAYS, since) for since in days]
    return _quintiles([-since for since in days])


def _more_is_better(values: Sequence[int] | Sequence[Decimal], borders: Sequence[int]) -> list[int]:
    if len(values) < QUINTILES_FROM:
        return [1 + bisect_right(borders, value) for value in values]
    return _quintiles(values)


def _quintiles(values: Sequence[int] | Sequence[Decimal]) -> list[int]:
    """1 to 5 by the middle rank of equal values."""
    fifth, below, size = {}, 0, len(values)
    for value, equal in sorted(Counter(values).items()):
        fifth[value] = 1 + 5 * (2 * below + equal - 1) // (2 * size)
        below += equal
    return [fifth[value] for value in values]


def window(day: dt.date, storefront_id: uuid.UUID | None = None) -> Period:
    """The twelve months up to and including `day`."""
    end = day + dt.timedelta(days=1)
    return Period(end - dt.timedelta(days=365), end, storefront_id)
