"""One product's forecast for a reader: days, ranges, when it runs out, its season, and how far to trust it."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np

from common import shop_clock as clock
from reports.demand.outlook import Outlook
from reports.demand.reading import NEVER, Shelves, shelves
from reports.demand.recipe import INDEX_DAYS
from reports.demand.series import Bools, Floats
from reports.habits import MONTHS

MOST_DAYS = 90
REPLAY_DAYS = 120
AROUND_DAYS = 28
YEAR_DAYS = 365
LEAST_DAYS_OF_MONTH = 15
SEASON_SHARE = 1.2
RANGE_HOLDS: Final = 0.8


@dataclass(frozen=True)
class Range:
    """Expected units, and between what they lie in four of five cases."""

    expected: float
    low: float
    high: float


@dataclass(frozen=True)
class RunsOut:
    """The day on which the stock is gone, in the middle case, early and late; None: not within 120 days."""

    day: dt.date | None
    early: dt.date | None
    late: dt.date | None


@dataclass(frozen=True)
class Season:
    """Months that sold at least a fifth more, or less, than usual in two years; `factor` of the coming month.

    `is_seasonal` is None where there is no more than a year to go by.
    """

    is_seasonal: bool | None
    peaks: list[str]
    lows: list[str]
    factor: float


@dataclass(frozen=True)
class Accuracy:
    """Percent of the units of the last ninety days by which the forecast and the four-week mean would have missed."""

    units: float
    missed: float
    four_weeks_missed: float


@dataclass(frozen=True)
class ProductForecast:
    """At one storefront or at all; `known_days` teach something of it, `last_sold` days ago it was sold."""

    start: dt.date
    known_days: int
    history_days: int
    last_sold: int
    daily: list[Range]
    week: Range
    month: Range
    total: Range
    runs_out: RunsOut
    season: Season
    accuracy: Accuracy | None


def of_product(
    business_id: uuid.UUID,
    product_id: uuid.UUID,
    outlooks: Iterable[Outlook],
    *,
    on_hand: float,
    days: int = 30,
    storefront_id: uuid.UUID | None = None,
) -> ProductForecast | None:
    """The forecast of a product from the outlooks of its business; None where it was never sold nor stocked.

    Four queries.
    """
    found = [each for each in outlooks if product_id in each.products]
    rows = [(each, each.products.index(product_id)) for each in found if storefront_id in (None, each.storefront_id)]
    if not rows:
        return None
    past = shelves(business_id, [product_id], storefront_id=storefront_id)
    daily = [_range(rows, day, day + 1) for day in range(days)]
    return ProductForecast(
        start=rows[0][0].forecast.start,
        known_days=max(int(each.known_days[row]) for each, row in rows),
        history_days=max(_age(each, row) for each, row in rows),
        last_sold=min(int(each.last_sold[row]) for each, row in rows),
        daily=daily,
        week=_range(rows, 0, 7),
        month=_range(rows, 0, 30),
        total=_range(rows, 0, days),
        runs_out=_runs_out(past, np.array([_range(rows, d, d + 1).expected for d in range(REPLAY_DAYS)]), on_hand),
        season=_season(rows, past),
        accuracy=_accuracy(rows),
    )


def _age(found: Outlook, row: int) -> int:
    return int(found.offered[row]) if found.offered[row] < NEVER else 0


def _range(rows: list[tuple[Outlook, int]], start: int, end: int) -> Range:
    """Of the days `[start, end)` at all storefronts together, whose misses are taken for independent."""
    expected = below = above = 0.0
    for found, row in rows:
        forecast = found.forecast
        units = forecast.daily(end, slice(row, row + 1))[:, start:].sum(axis=1)
        low, high = forecast.between(units, forecast.dispersion[row : row + 1], end - start)
        expected += float(units[0])
        below += float(units[0] - low[0]) ** 2
        above += float(high[0] - units[0]) ** 2
    return Range(expected, max(expected - below**0.5, 0.0), expected + above**0.5)


def _runs_out(past: list[Shelves], coming: Floats, on_hand: float) -> RunsOut:
    today = clock.today()
    if on_hand <= 0:
        return RunsOut(today, today, today)
    units, known = _together(past)
    units = units[-INDEX_DAYS:][known[-INDEX_DAYS:]]
    if coming.sum() <= 0 or units.sum() <= 0:
        return RunsOut(None, None, None)
    early, middle, late = days_lasting(units, coming, on_hand)
    return RunsOut(*(_day(today, number) for number in (middle, early, late)))


def days_lasting(recent: Floats, coming: Floats, on_hand: float) -> tuple[float, float, float]:
    """Whole days that a stock lasts, early, in the middle case and late: one case in ten lies beyond each end.

    The `recent` days replayed from each of them on, scaled to the `coming` ones; `len(coming)` where it lasts longer.
    Each day counts beside the eight weeks around it: how the level drifted is in the forecast already.
    """
    turns = np.maximum(recent / np.maximum(_level(recent), 1e-9), 0)
    turns = turns / turns.mean()
    starts = np.arange(len(turns))[:, None]
    sums = np.cumsum(turns[(starts + np.arange(len(coming))) % len(turns)] * coming, axis=1)
    gone = (sums < on_hand - 1e-9).sum(axis=1)
    early, middle, late = (float(np.quantile(gone, share, method="nearest")) for share in (0.1, 0.5, 0.9))
    return early, middle, late


def _level(units: Floats) -> Floats:
    """The mean of the days around each day."""
    sums, place = np.concatenate([[0.0], np.cumsum(units, dtype=np.float64)]), np.arange(len(units))
    start, end = np.maximum(place - AROUND_DAYS, 0), np.minimum(place + AROUND_DAYS + 1, len(units))
    return np.asarray((sums[end] - sums[start]) / (end - start))


def _day(today: dt.date, number: float) -> dt.date | None:
    return today + dt.timedelta(days=int(number)) if number < REPLAY_DAYS else None


def _together(past: list[Shelves]) -> tuple[Floats, Bools]:
    """Units of all storefronts by day up to yesterday, and the days on which any of them could sell."""
    longest = max((each.series.days for each in past), default=0)
    units, known = np.zeros(longest), np.zeros(longest, dtype=bool)
    for each in past:
        units[longest - each.series.days :] += each.series.units[0]
        known[longest - each.series.days :] |= each.series.seen[0] > 0
    return units, known


def _season(rows: list[tuple[Outlook, int]], past: list[Shelves]) -> Season:
    factor = float(np.mean([found.forecast.season[row] for found, row in rows]))
    if max(_age(found, row) for found, row in rows) <= YEAR_DAYS:
        return Season(None, [], [], factor)
    units, known = _together(past)
    first = clock.today() - dt.timedelta(days=len(units))
    held: dict[int, dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    for day in np.flatnonzero(known).tolist():
        date = first + dt.timedelta(days=day)
        held[date.month][date.year].append(float(units[day]))
    usual, spread = float(units[known].mean()), float(units[known].std())
    signs = {month: [_stands_out(days, usual, spread) for days in years.values()] for month, years in held.items()}
    peaks, lows = (
        [MONTHS[month - 1] for month, found in sorted(signs.items()) if found.count(sign) > 1 and -sign not in found]
        for sign in (1, -1)
    )
    return Season(bool(peaks or lows), peaks, lows, factor)


def _stands_out(days: list[float], usual: float, spread: float) -> int:
    """1 for a month a fifth above the usual and beyond what chance explains, -1 for one so much below, else 0."""
    if len(days) < LEAST_DAYS_OF_MONTH or usual <= 0:
        return 0
    mean = sum(days) / len(days)
    by_chance = 2 * spread / len(days) ** 0.5
    if mean >= SEASON_SHARE * usual and mean - usual > by_chance:
        return 1
    return -1 if mean * SEASON_SHARE <= usual and usual - mean > by_chance else 0


def _accuracy(rows: list[tuple[Outlook, int]]) -> Accuracy | None:
    sold, ours, plain = (
        sum(float(getattr(found.forecast.missed, name)[row]) for found, row in rows)
        for name in ("sold", "recipe", "four_weeks")
    )
    return Accuracy(sold, 100 * ours / sold, 100 * plain / sold) if sold > 0 else None
