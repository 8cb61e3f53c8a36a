"""How far forecasts of units miss: `python -m benchmarks.demand FILE.csv[.gz]` with `series_id,date,units`.

Six days, thirty apart, over the last 180: at each the next thirty days are forecast from what was known then. The file
is taken for one storefront without records of its stock, in Ghana.
"""

import datetime as dt
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import django
import numpy as np

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "app.settings")
os.environ.setdefault("DEBUG", "True")
django.setup()

from benchmarks.csv_rows import rows  # noqa: E402
from benchmarks.timing import say  # noqa: E402
from reports.demand import forecast as model  # noqa: E402
from reports.demand import series as history  # noqa: E402
from reports.demand.series import Floats  # noqa: E402

ORIGINS, AHEAD = 6, 30


def read(path: Path) -> tuple[dt.date, Floats]:
    """The first day, and units of each series on each day from it on; 0 where the file has none."""
    found = [(row["series_id"], dt.date.fromisoformat(row["date"]), float(row["units"])) for row in rows(path)]
    first, last = min(day for _, day, _ in found), max(day for _, day, _ in found)
    place = {name: number for number, name in enumerate(sorted({name for name, _, _ in found}))}
    units = np.zeros((len(place), (last - first).days + 1), dtype=np.float32)
    for name, day, sold in found:
        units[place[name], (day - first).days] += sold
    return first, units


@dataclass(frozen=True)
class Walk:
    """What was expected and what came at one of the six days; `ranges` are the shares of totals that held."""

    actual: Floats
    rules: dict[str, Floats]
    scale: Floats
    held: dict[str, float]
    seconds: float


def walk(first: dt.date, units: Floats, day: int) -> Walk:
    """Forecast the thirty days after the first `day` days."""
    start = max(0, day - history.LONGEST_DAYS)
    past = history.without_stock_records(first + dt.timedelta(days=start), units[:, start:day])
    began = time.perf_counter()
    found = model.forecast(past)
    daily, bounds = found.daily(AHEAD), {span: found.range_of(span) for span in (7, AHEAD)}
    seconds = time.perf_counter() - began
    actual = units[:, day : day + AHEAD]
    rules = {
        "this forecast": daily,
        "four-week weekday mean": model.four_weeks(past, AHEAD),
        "30-day mean": np.repeat(units[:, day - AHEAD : day].mean(axis=1, keepdims=True), AHEAD, axis=1),
    }
    held = {f"{span} days": _held(actual[:, :span].sum(axis=1), *bounds[span]) for span in bounds}
    return Walk(actual, rules, _scale(units[:, :day]), held, seconds)


def _held(actual: Floats, low: Floats, high: Floats) -> float:
    return float(((low <= actual) & (actual <= high)).mean() * 100)


def _scale(units: Floats) -> Floats:
    """Of MASE: by how much a day differs from the same weekday a week before, since the series began."""
    began = (np.cumsum(units > 0, axis=1) > 0)[:, :-7]
    return np.asarray((np.abs(units[:, 7:] - units[:, :-7]) * began).sum(axis=1) / np.maximum(began.sum(axis=1), 1))


def measure(first: dt.date, units: Floats) -> list[str]:
    """The table: each rule's errors, then what the ranges held and how long one series takes."""
    walks = [walk(first, units, units.shape[1] - AHEAD * number) for number in range(ORIGINS, 0, -1)]
    sold = sum(float(each.actual.sum()) for each in walks)
    lines = [f"{len(units)} series, {ORIGINS} days", f"{'':26} {'WAPE of 30 days':>16} {'MASE of a day':>14}"]
    for rule in walks[0].rules:
        off = sum(float(np.abs((each.rules[rule] - each.actual).sum(axis=1)).sum()) for each in walks)
        mase = np.mean([np.abs(each.rules[rule] - each.actual).mean(axis=1) / each.scale for each in walks])
        lines.append(f"{rule:26} {100 * off / sold:15.2f}% {mase:14.3f}")
    for span in walks[0].held:
        held = np.mean([each.held[span] for each in walks])
        lines.append(f"80% range of {span} held     {held:.1f}%")
    each_series = sum(each.seconds for each in walks) / ORIGINS / len(units)
    return [*lines, f"one series with its ranges   {each_series * 1000:.2f} ms"]


if __name__ == "__main__":
    for line in measure(*read(Path(sys.argv[1]))):
        say(line)
