"""The credit score: how a customer pays, from 0 to 100, with points and reasons. Never who the customer is.

The recipe was measured against the lateness of the 180 days after; constants included. The context factors
(utilisation, trend, regularity, tenure) are shown beside it and carry no weight until a shop's own data proves them.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

TIMELINESS, DELINQUENCY, PUNCTUALITY, DIVISOR = 70.0, 15.0, 15.0, 1.14
HALF_LIFE_DAYS = 180.0
LATENESS_POINTS: Final = (
    (-30, 120.0), (-15, 110.0), (0, 100.0), (7, 85.0), (15, 70.0), (30, 50.0), (60, 30.0), (90, 15.0), (120, 0.0),
)  # fmt: skip
DELINQUENT_DAYS, DELINQUENCY_SLOPE = 30, 1.5
SHRINK_WEIGHT = 5.0
LEAST_SETTLED = 3
KNOCK_OUT_CAP = 49.0

RISK_LEVELS: Final = ((75, "LOW"), (55, "MEDIUM"), (35, "HIGH"), (0, "VERY_HIGH"))
GRADES: Final = ((80, "A"), (65, "B"), (50, "C"), (35, "D"), (0, "E"))


@dataclass(frozen=True)
class History:
    """Invoices of `customers`, parallel arrays: whose, amount, days late (so far), age in days, what is still open."""

    customer: Ints
    amount: Floats
    late: Ints
    age: Ints
    open_amount: Floats
    settled: Flags
    customers: int

    @property
    def counted(self) -> Flags:
        """What says something about paying: settled invoices, and open ones that are overdue."""
        return self.settled | (self.late > 0)


@dataclass(frozen=True)
class Scores:
    """One entry per customer. `score` is NaN under three settled invoices; points are out of 100 in all."""

    score: Floats
    raw: Floats
    timeliness: Floats
    delinquency: Floats
    punctuality: Floats
    days_late: Floats
    settled: Ints
    late_count: Ints
    counted: Ints
    seriously_late_share: Floats
    shop_median: float


def score(history: History) -> Scores:
    """The measured score of every customer, shrunk toward the shop's median by five invoices."""
    timeliness, days_late = _timeliness(history)
    share = _seriously_late_share(history)
    late_count = _count(history, history.counted & (history.late > 0))
    counted = _count(history, history.counted)
    settled = _count(history, history.settled)
    parts = (
        TIMELINESS * timeliness / DIVISOR,
        DELINQUENCY * np.maximum(0, 1 - DELINQUENCY_SLOPE * share) / DIVISOR,
        PUNCTUALITY * (1 - (late_count + 1) / (counted + 2)) / DIVISOR,
    )
    raw = np.clip(sum(parts), 0, 100)
    scored = settled >= LEAST_SETTLED
    median = float(np.median(raw[scored])) if scored.any() else float("nan")
    shrunk = (settled * raw + SHRINK_WEIGHT * median) / (settled + SHRINK_WEIGHT)
    final = np.where(scored, shrunk, np.nan)
    return Scores(final, raw, *parts, days_late, settled, late_count, counted, share, median)


def _timeliness(history: History) -> tuple[Floats, Floats]:
    """Points for days late over 100, and the mean days late, weighted by amount and age."""
    weight = np.where(history.counted, history.amount, 0.0) * 0.5 ** (history.age / HALF_LIFE_DAYS)
    days, points = zip(*LATENESS_POINTS, strict=True)
    earned = np.interp(history.late, days, points) / 100
    total = _total(history, weight)
    safe = np.where(total > 0, total, 1.0)
    return _total(history, weight * earned) / safe, _total(history, weight * history.late) / safe


def _seriously_late_share(history: History) -> Floats:
    """The share of the open balance that is more than thirty days overdue."""
    serious = np.where(history.late > DELINQUENT_DAYS, history.open_amount, 0.0)
    balance = _total(history, history.open_amount)
    return _total(history, serious) / np.where(balance > 0, balance, 1.0)


def _total(history: History, values: Floats) -> Floats:
    return np.bincount(history.customer, values, minlength=history.customers).astype(np.float64)


def _count(history: History, which: Flags) -> Ints:
    return np.bincount(history.customer[which], minlength=history.customers)


def risk_level(value: float) -> str:
    """LOW, MEDIUM, HIGH or VERY_HIGH; higher scores are safer."""
    return next(level for least, level in RISK_LEVELS if value >= least)


def grade(value: float) -> str:
    """A to E, A the best."""
    return next(letter for least, letter in GRADES if value >= least)
