"""What a storefront sold of each product, day by day: the material of every forecast."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]
Bools = NDArray[np.bool_]

WEEK = 7
RUN_CHANCE = 1e-4
LONGEST_DAYS = 730


@dataclass(frozen=True)
class Series:
    """Units a day, one row a product, one column a day from `first` on; `known` is False on days that tell nothing.

    Those are days before a product was first offered and days on which it was out of stock.
    """

    first: dt.date
    units: Floats
    known: Bools

    @cached_property
    def products(self) -> int:
        return int(self.units.shape[0])

    @cached_property
    def days(self) -> int:
        return int(self.units.shape[1])

    @cached_property
    def end(self) -> dt.date:
        """The day after the last."""
        return self.first + dt.timedelta(days=self.days)

    @cached_property
    def weekday(self) -> NDArray[np.int64]:
        """0 for Monday, of each column."""
        return (np.arange(self.days) + self.first.weekday()) % WEEK

    @cached_property
    def seen(self) -> Floats:
        """`known` as weights."""
        return self.known.astype(np.float32)

    @cached_property
    def total(self) -> Floats:
        """Units of all products on each day."""
        return np.asarray(self.units.sum(axis=0))

    @cached_property
    def sold(self) -> Floats:
        """Units of known days, 0 on others."""
        return self.units * self.seen

    def between(self, start: int, end: int) -> "Series":
        """The columns `[start, end)` alone."""
        first = self.first + dt.timedelta(days=start)
        return Series(first, self.units[:, start:end], self.known[:, start:end])


def without_stock_records(first: dt.date, units: Floats) -> Series:
    """A series whose stock was not recorded: long runs of days without a sale are taken for empty shelves.

    A run is long where the product sells on so many days that chance does not explain it. The run that is still
    going on stays: the product may have stopped selling. So do not the days before the first sale.
    """
    sold = units > 0
    known = np.cumsum(sold, axis=1) > 0
    selling = sold.sum(axis=1) / np.maximum(known.sum(axis=1), 1)
    least = np.full(len(units), np.inf)
    some = (selling > 0) & (selling < 1)
    least[some] = np.log(RUN_CHANCE) / np.log1p(-selling[some])
    since, until = _days_since(sold), _days_since(sold[:, ::-1])[:, ::-1]
    ends = np.cumsum(sold[:, ::-1], axis=1)[:, ::-1] > 0
    empty = ~sold & ends & (since + until - 1 > least[:, None])
    return Series(first, units, known & ~empty)


def _days_since(sold: Bools) -> NDArray[np.int64]:
    """Of each day without a sale, which it is in its run: 1 for the first."""
    place = np.arange(sold.shape[1])
    last = np.maximum.accumulate(np.where(sold, place, -1), axis=1)
    return np.asarray(place - last)
