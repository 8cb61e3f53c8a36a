"""What a storefront sold of each product, day by day: the material of every forecast."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]
Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]

WEEK = 7
RUN_CHANCE = 1e-4
LONGEST_DAYS = 730


@dataclass(frozen=True)
class Series:
    """Units a day, one row a product, one column a day from `first` on.

    `seen` is 1 on days that teach something and 0 on others, which are days before a product was first offered and days
    on which it was out of stock; their units are 0. `total` is what was sold of all products, returns not taken off.
    """

    first: dt.date
    units: Floats
    seen: Floats
    total: Floats

    @classmethod
    def of(cls, first: dt.date, units: Floats, known: Bools) -> "Series":
        """From units and which of them teach something."""
        seen = known.astype(np.float32)
        sold = (units * seen).astype(np.float32)
        return cls(first, sold, seen, np.maximum(sold, 0).sum(axis=0))

    @property
    def products(self) -> int:
        return int(self.units.shape[0])

    @property
    def days(self) -> int:
        return int(self.units.shape[1])

    @property
    def end(self) -> dt.date:
        """The day after the last."""
        return self.first + dt.timedelta(days=self.days)

    @cached_property
    def weekday(self) -> Ints:
        """0 for Monday, of each column."""
        return (np.arange(self.days) + self.first.weekday()) % WEEK

    @cached_property
    def began(self) -> Ints:
        """The column of each product's first day that teaches something; `days` where there is none."""
        seen = self.seen > 0
        return np.where(seen.any(axis=1), seen.argmax(axis=1), self.days)

    def between(self, start: int, end: int) -> "Series":
        """The columns `[start, end)` alone."""
        first = self.first + dt.timedelta(days=start)
        return Series(first, self.units[:, start:end], self.seen[:, start:end], self.total[start:end])


def without_stock_records(first: dt.date, units: Floats) -> Series:
    """A series whose stock was not recorded, see `likely_on_offer`."""
    return Series.of(first, units, likely_on_offer(units))


def likely_on_offer(units: Floats) -> Bools:
    """Days on which a product was there to be sold, told from what was sold alone.

    Not the days before its first sale, nor long runs of days without one: a run is long where the product sells on so
    many days that chance does not explain it. The last run counts as on offer: it may have stopped selling.
    """
    sold = units > 0
    began = np.logical_or.accumulate(sold, axis=1)
    selling = sold.sum(axis=1) / np.maximum(began.sum(axis=1), 1)
    least = np.full(len(units), np.inf)
    some = (selling > 0) & (selling < 1)
    least[some] = np.log(RUN_CHANCE) / np.log1p(-selling[some])
    return began & ~_long_runs(sold, least)


def _long_runs(sold: Bools, least: Floats) -> Bools:
    """Days of inner runs without a sale of more than `least` days."""
    found = np.zeros_like(sold)
    rows, columns = np.nonzero(sold)
    same = rows[1:] == rows[:-1]
    gaps = np.flatnonzero(same & (columns[1:] - columns[:-1] - 1 > least[rows[:-1]]))
    for gap in gaps.tolist():
        found[rows[gap], columns[gap] + 1 : columns[gap + 1]] = True
    return found
