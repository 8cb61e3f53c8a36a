"""Does a stock run out on the days that were named? `python -m benchmarks.stock_out FILE.csv[.gz]`.

The file has `series_id,date,units`. At six days, thirty apart, each series is given a stock of 5 to 45 days of its
forecast. The range between the early and the late day should hold four of five of the days on which it really ran out.
Beside it the day on which the mean of the last 28 days would have used it up.
"""

import datetime as dt
import sys
from pathlib import Path

import numpy as np

from benchmarks.demand import ORIGINS, read
from benchmarks.timing import say
from reports.demand import forecast as model
from reports.demand import series as history
from reports.demand.product import REPLAY_DAYS, days_lasting
from reports.demand.recipe import INDEX_DAYS
from reports.demand.series import Floats

APART, LEFT, RECENT = 30, 60, 28
FEWEST_DAYS, MOST_DAYS = 5, 45
Case = tuple[float, float, float, float, float]
"""Early, middle and late; by the mean of 28 days; and when it really ran out: days from the start, 0 for the first."""


def measure(first: dt.date, units: Floats) -> list[str]:
    """The share of days that the range held, and how far the middle and the plain mean were off, in days."""
    chance = np.random.default_rng(16)
    days = [units.shape[1] - LEFT - APART * number for number in range(ORIGINS)]
    cases = np.array([case for day in days for case in _cases(chance, first, units, day)])
    early, middle, late, plain, real = cases.T
    held = 100 * np.mean((early <= real) & (real <= late))
    off, plainly = (np.abs(each - real) for each in (middle, plain))
    return [
        f"{len(cases)} stocks of {len(units)} series at {ORIGINS} days",
        f"ran out between the early and the late day {held:.1f} %; before {100 * np.mean(real < early):.1f} %",
        f"days between the two, median              {np.median(late - early):.0f}",
        f"off by, mean of days                      {off.mean():.2f}   mean of 28 days: {plainly.mean():.2f}",
    ]


def _cases(chance: np.random.Generator, first: dt.date, units: Floats, day: int) -> list[Case]:
    start = max(0, day - history.LONGEST_DAYS)
    past = history.without_stock_records(first + dt.timedelta(days=start), units[:, start:day])
    coming = model.forecast(past).daily(REPLAY_DAYS)
    found: list[Case] = []
    for row in range(len(units)):
        recent = past.units[row][-INDEX_DAYS:][past.seen[row][-INDEX_DAYS:] > 0]
        mean = float(units[row, day - RECENT : day].mean())
        stock = float(np.ceil(coming[row, : int(chance.integers(FEWEST_DAYS, MOST_DAYS + 1))].sum()))
        sold = np.cumsum(units[row, day:])
        if not recent.sum() or not mean or not stock or sold[-1] < stock:
            continue
        real = float((sold < stock - 1e-9).sum())
        found.append((*days_lasting(recent, coming[row], stock), float(np.ceil(stock / mean)) - 1, real))
    return found


if __name__ == "__main__":
    for line in measure(*read(Path(sys.argv[1]))):
        say(line)
