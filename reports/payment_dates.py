"""When an open invoice will be paid: a daily hazard of lateness, the customer's own blended with the shop's.

Lateness is signed: days from the due date to the last payment. Open invoices count as not yet paid at today's
lateness. Every constant was tuned on one half of real data and scored once on the other.
"""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from reports.ledger import Book, Flags

EARLIEST, LATEST = -60, 120
DAYS = np.arange(EARLIEST, LATEST + 1)
PRIOR_SPREAD = 12.0
PRIOR_WEIGHT = 20.0
POOL_WEIGHT = 2.0
LEAST_EVIDENCE = 0.5
LOW, MIDDLE, HIGH = 0.9, 0.5, 0.1

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Survival:
    """S(t) = P(lateness > t) of each customer, one row each over `DAYS`."""

    rows: Floats

    def beyond(self, customer: Ints, late_now: Ints, in_days: int) -> Floats:
        """P(still unpaid `in_days` from now), for invoices already `late_now` days late."""
        then = self._at(customer, late_now + in_days)
        now = self._at(customer, late_now)
        return np.where(now > 0, then / np.where(now > 0, now, 1), 0.0)

    def lateness(self, customer: Ints, late_now: Ints, quantile: float) -> Ints:
        """The first lateness after today at which at most `quantile` are still unpaid; `LATEST + 1`: not by pattern."""
        target = self._at(customer, late_now) * quantile
        reached = self.rows[customer] <= target[:, None] + 1e-12
        reached &= late_now[:, None] < DAYS
        return np.where(reached.any(axis=1), EARLIEST + reached.argmax(axis=1), LATEST + 1)

    def between(self, customer: Ints, late_now: Ints, after: Ints, until: Ints) -> Floats:
        """P(paid more than `after` and at most `until` days late), for invoices unpaid at `late_now` days late."""
        now = self._at(customer, late_now)
        gained = self._at(customer, np.maximum(after, late_now)) - self._at(customer, until)
        return np.where(now > 0, gained / np.where(now > 0, now, 1), 0.0)

    def _at(self, customer: Ints, late: Ints) -> Floats:
        index = np.clip(late - EARLIEST, -1, len(DAYS) - 1)
        return np.where(index < 0, 1.0, self.rows[customer, np.maximum(index, 0)])


def still_unpaid(book: Book, where: Flags, in_days: int) -> Floats:
    """P(unpaid `in_days` from now) of the open invoices in `where`."""
    customers, place = np.unique(book.customer[where], return_inverse=True)
    return fit(book, customers).beyond(place, book.late[where], in_days)


def fit(book: Book, customers: Ints | None = None) -> Survival:
    """How late each customer of the book pays, or each of `customers` (rising), as far as was known at its end."""
    everyone = np.zeros(len(book.customer), dtype=np.int64)
    pool = _pool(*(counts[0] for counts in _counts(book, everyone, 1)))
    if customers is None:
        paid_on, at_risk = _counts(book, book.customer, len(book.customers))
    else:
        theirs = book.only(np.isin(book.customer, customers))
        paid_on, at_risk = _counts(theirs, np.searchsorted(customers, theirs.customer), len(customers))
    hazard = (paid_on + POOL_WEIGHT * pool) / (at_risk + POOL_WEIGHT)
    return Survival(np.cumprod(1 - hazard, axis=1).astype(np.float64))


def _counts(book: Book, owner: Ints, owners: int) -> tuple[Floats, Floats]:
    """By owner and day of lateness: how many were paid on it, and how many could have been."""
    size = len(DAYS)
    cell = owner * size + np.clip(book.late - EARLIEST, 0, size - 1)
    paid_on = np.bincount(cell[~book.is_open], minlength=owners * size).reshape(owners, size).astype(float)
    open_now = np.bincount(cell[book.is_open], minlength=owners * size).reshape(owners, size).astype(float)
    still = (paid_on + open_now)[:, ::-1].cumsum(axis=1)[:, ::-1]
    return paid_on, still - open_now


def _pool(paid_on: Floats, at_risk: Floats) -> Floats:
    """The shop's hazard, held by a normal prior of twenty invoices."""
    normal = NormalDist(0, PRIOR_SPREAD)
    cumulative = np.array([normal.cdf(day + 0.5) for day in DAYS])
    before = 1 - np.array([normal.cdf(day - 0.5) for day in DAYS])
    mass = np.diff(cumulative, prepend=normal.cdf(EARLIEST - 0.5))
    evidence = at_risk + PRIOR_WEIGHT * before
    # Where hardly anything was ever seen so late, no hazard: an invented one would promise money tomorrow.
    return np.where(
        evidence < LEAST_EVIDENCE, 0.0, (paid_on + PRIOR_WEIGHT * mass) / np.maximum(evidence, LEAST_EVIDENCE)
    )
