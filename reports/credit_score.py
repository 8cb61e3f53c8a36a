"""The credit score: how a customer pays, from 0 to 100, with points and reasons. Never who the customer is.

The recipe was measured against the lateness of the 180 days after; constants included. The context factors
(utilisation, trend, regularity, tenure) are shown beside it and carry no weight until a shop's own data proves them.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from reports.ledger import Book

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

TIMELINESS, DELINQUENCY, PUNCTUALITY, DIVISOR = 70.0, 15.0, 15.0, 1.14
HALF_LIFE_DAYS = 180.0
LATENESS_POINTS: Final = (
    (-30, 120.0),
    (-15, 110.0),
    (0, 100.0),
    (7, 85.0),
    (15, 70.0),
    (30, 50.0),
    (60, 30.0),
    (90, 15.0),
    (120, 0.0),
)
DELINQUENT_DAYS, DELINQUENCY_SLOPE = 30, 1.5
SHRINK_WEIGHT = 5.0
LEAST_SETTLED = 3
KNOCK_OUT_CAP = 49.0

RISK_LEVELS: Final = ((75, "LOW"), (55, "MEDIUM"), (35, "HIGH"), (0, "VERY_HIGH"))
GRADES: Final = ((80, "A"), (65, "B"), (50, "C"), (35, "D"), (0, "E"))


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


def score(book: Book) -> Scores:
    """The measured score of every customer of the book, shrunk toward the shop's median by five invoices."""
    counted_invoices = _counted(book)
    timeliness, days_late = _timeliness(book, counted_invoices)
    share = _seriously_late_share(book)
    late_count = book.by_customer(counted_invoices & (book.late > 0))
    counted = book.by_customer(counted_invoices)
    settled = book.by_customer(~book.is_open)
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


def _counted(book: Book) -> Flags:
    """What says something about paying: settled invoices, and open ones that are overdue."""
    return ~book.is_open | (book.late > 0)


def _timeliness(book: Book, counted: Flags) -> tuple[Floats, Floats]:
    """Points for days late over 100, and the mean days late, weighted by amount and age."""
    amount = np.where(counted, np.where(book.is_open, book.open, book.total), 0)
    age = np.maximum(book.today - book.due, 0)
    weight = amount * 0.5 ** (age / HALF_LIFE_DAYS)
    days, points = zip(*LATENESS_POINTS, strict=True)
    earned = np.interp(book.late, days, points) / 100
    total = _total(book, weight)
    safe = np.where(total > 0, total, 1.0)
    return _total(book, weight * earned) / safe, _total(book, weight * book.late) / safe


def _seriously_late_share(book: Book) -> Floats:
    """The share of the open balance that is more than thirty days overdue."""
    serious = _total(book, np.where(book.late > DELINQUENT_DAYS, book.open, 0))
    balance = _total(book, book.open)
    return serious / np.where(balance > 0, balance, 1.0)


def _total(book: Book, values: NDArray[Any]) -> Floats:
    return np.bincount(book.customer, values, minlength=len(book.customers)).astype(np.float64)


def risk_level(value: float) -> str:
    """LOW, MEDIUM, HIGH or VERY_HIGH; higher scores are safer."""
    return next(level for least, level in RISK_LEVELS if value >= least)


def grade(value: float) -> str:
    """A to E, A the best."""
    return next(letter for least, letter in GRADES if value >= least)
