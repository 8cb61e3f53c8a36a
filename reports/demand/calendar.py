"""Days on which a storefront sells unlike itself: closed days, and public holidays with what each is worth."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from reports import workdays
from reports.demand.series import Bools, Floats, Series

AROUND = (-21, -14, -7, 7, 14, 21)
CLOSED = 0.1

Named = Callable[[dt.date], str]
"""The name of the public holiday on a day, "" on any other."""


@dataclass(frozen=True)
class Days:
    """`ordinary`: the days of the history a forecast learns from. `factors`: of each coming day, its share of one."""

    ordinary: Bools
    factors: Floats


def of(series: Series, ahead: int, named: Named = workdays.holiday) -> Days:
    """The days of a storefront's history and the factors of the `ahead` days that follow."""
    names = [named(series.first + dt.timedelta(days=day)) for day in range(series.days + ahead)]
    is_holiday = np.array([bool(name) for name in names], dtype=bool)
    rates = _rates(series.total, is_holiday[: series.days])
    by_name: dict[str, list[float]] = defaultdict(list)
    for name, rate in zip(names, rates.tolist(), strict=False):
        if name and not np.isnan(rate):
            by_name[name].append(rate)
    factors = [_factor(by_name[name]) if name else 1.0 for name in names[series.days :]]
    closed = rates < CLOSED
    return Days(~closed & ~is_holiday[: series.days], np.array(factors, dtype=np.float32))


def _rates(total: Floats, is_holiday: Bools) -> Floats:
    """Units of a day over the median of the same weekday in the three weeks before and after; NaN where unknown."""
    padded = np.full(len(total) + 42, np.nan)
    padded[21 : 21 + len(total)] = np.where(is_holiday, np.nan, total)
    around = np.stack([padded[21 + shift : 21 + shift + len(total)] for shift in AROUND])
    usual = np.full(len(total), np.nan)
    some = ~np.isnan(around).all(axis=0)
    usual[some] = np.nanmedian(around[:, some], axis=0)
    return np.asarray(np.divide(total, usual, out=np.full(len(total), np.nan), where=usual > 0), dtype=np.float32)


def _factor(rates: list[float]) -> float:
    """What a holiday is worth: nothing where the shop keeps it closed, else its mean, held by one ordinary day."""
    if rates and sum(rates) / len(rates) < CLOSED:
        return 0.0
    return (sum(rates) + 1) / (len(rates) + 1)
