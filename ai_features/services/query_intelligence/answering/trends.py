"""Whether figures over time rise, fall or keep steady: the later half against the earlier, complete units alone."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from ai_features.services.query_intelligence.answering.arranging import telling_change
from ai_features.services.query_intelligence.answering.result import Result
from ai_features.services.query_intelligence.days.almanac import shift
from common import money
from common import shop_clock as clock
from reports.metrics import METRICS, Unit

STEADY_PERCENT = 5


@dataclass(frozen=True)
class Trend:
    """The averages of both halves, of `half` units each, and the change in percent; None where that says nothing."""

    said: str
    half: int
    earlier: Decimal
    later: Decimal
    change: Decimal | None


def trend_of(result: Result) -> Trend | None:
    """None with fewer than two complete units."""
    key, unit = result.plan.metric, result.plan.dimensions[0]
    today = clock.today()
    begun = result.plan.period.start if result.plan.period else dt.date.min
    over = [row for row in result.rows if begun <= row.key[0] and shift(unit, row.key[0], 1) <= today]
    figures = [row.values[key] for row in over]
    known = [value for value in figures if value is not None]
    half = len(known) // 2
    if not half:
        return None
    earlier, later = (_mean(part, key) for part in (known[:half], known[-half:]))
    change = money.share(later - earlier, abs(earlier))
    moved = later - earlier if change is None else change
    border = STEADY_PERCENT if change is not None else 0
    said = "rising" if moved > border else "falling" if moved < -border else "steady"
    return Trend(said, half, earlier, later, telling_change(key, later, earlier))


def _mean(values: list[Decimal], key: str) -> Decimal:
    places = 2 if METRICS[key].unit is Unit.MONEY else 1
    return money.rounded(sum(values, Decimal(0)) / len(values), places)
