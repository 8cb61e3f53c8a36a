"""How often stock lasts until the delivery: `python -m benchmarks.reorder FILE.csv[.gz]` with `series_id,date,units`.

Each week of the last half year every series orders at its reorder point. The supplier takes 7 days give or take 2,
known from twenty earlier deliveries; the aim is to last in 95 of 100 cases. Safety stock is what that keeps beyond the
expected, in days of sales.
"""

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np

from benchmarks.demand import read
from benchmarks.timing import say
from reports.demand import forecast as model
from reports.demand import series as history
from reports.demand.series import Floats
from reports.reorder import points

SERVICE = 0.95
Z = 1.6449
LEAD_DAYS, LEAD_SPREAD, RECEIPTS = 7, 2, 20
WEEKS, LEFT_DAYS = 25, 14
RECENT = 28

Rule = tuple[Floats, Floats]
"""The reorder point and the units of a day that it reckons with."""


def measure(first: dt.date, units: Floats) -> list[str]:
    """The table: each rule's service and safety stock."""
    chance = np.random.default_rng(11)
    lasted: dict[str, list[float]] = {}
    kept: dict[str, list[float]] = {}
    for week in range(WEEKS, 0, -1):
        day = units.shape[1] - LEFT_DAYS - 7 * (week - 1)
        receipts = _lead_times(chance, (len(units), RECEIPTS))
        coming = _lead_times(chance, (len(units),)).clip(max=LEFT_DAYS).astype(int)
        came = np.array([row[day : day + days].sum() for row, days in zip(units, coming, strict=True)])
        lead, lead_spread = receipts.mean(axis=1), receipts.std(axis=1, ddof=1)
        for name, rule in RULES.items():
            point, daily = rule(first, units[:, :day], lead, lead_spread)
            lasted.setdefault(name, []).append(float((came <= point).mean()))
            kept.setdefault(name, []).append(float(np.mean((point - daily * lead) / np.maximum(daily, 1e-9))))
    lines = [f"{len(units)} series, {WEEKS} weeks, aim {SERVICE:.0%}", f"{'':32} {'lasted':>8} {'safety stock':>14}"]
    return lines + [f"{n:32} {100 * np.mean(lasted[n]):7.1f}% {np.mean(kept[n]):9.1f} days" for n in RULES]


def _lead_times(chance: np.random.Generator, shape: tuple[int, ...]) -> Floats:
    return np.asarray(np.maximum(np.round(chance.normal(LEAD_DAYS, LEAD_SPREAD, shape)), 1))


def _ours(first: dt.date, units: Floats, lead: Floats, lead_spread: Floats) -> Rule:
    start = max(0, units.shape[1] - history.LONGEST_DAYS)
    past = history.without_stock_records(first + dt.timedelta(days=start), units[:, start:])
    found = model.forecast(past)
    expected = model.within(found.sums(), lead)
    variance = points.variance(expected, lead, found.spread, lead_spread)
    return points.reorder_points(expected, variance, np.full(len(units), SERVICE)), expected / lead


def _average(_first: dt.date, units: Floats, lead: Floats, _lead_spread: Floats) -> Rule:
    daily = units[:, -RECENT:].mean(axis=1)
    return daily * lead, daily


def _textbook(first: dt.date, units: Floats, lead: Floats, lead_spread: Floats) -> Rule:
    point, daily = _average(first, units, lead, lead_spread)
    spread = units[:, -RECENT:].std(axis=1, ddof=1)
    return point + Z * np.sqrt(lead * spread**2 + (daily * lead_spread) ** 2), daily


RULES: dict[str, Callable[[dt.date, Floats, Floats, Floats], Rule]] = {
    "this reorder point": _ours,
    "textbook, of the last 28 days": _textbook,
    "average of 28 days × lead time": _average,
}

if __name__ == "__main__":
    for line in measure(*read(Path(sys.argv[1]))):
        say(line)
