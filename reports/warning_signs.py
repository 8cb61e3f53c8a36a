"""Signs that a customer's credit is going wrong: use of the limit, delays, size and frequency of orders on account."""

import datetime as dt
import uuid
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

import numpy as np

from common import shop_clock as clock
from reports import ledger
from reports.ledger import Book, Flags, Ints, cedis
from sales import queries
from sales.models import Customer

SPAN_DAYS, BEFORE_DAYS = 14, 90
JUMP_POINTS, HIGH_USE = 25, 80
LAST_INVOICES, LONGER_DAYS, LATE_DAYS = 4, 14, 7
SIZE_TIMES, FREQUENCY_TIMES = 3.0, 2.0
LEAST_BEFORE, LEAST_NOW = 3, 4

UTILISATION: Final = "utilisation_jump"
DELAYS: Final = "lengthening_delays"
SIZE: Final = "order_size_jump"
FREQUENCY: Final = "order_frequency_jump"


@dataclass(frozen=True)
class Warned:
    """A customer with signs: code and figures. Figures are percentages, days, or times as much as before."""

    customer_id: uuid.UUID
    outstanding: Decimal
    credit_limit: Decimal | None
    overdue: bool
    signs: dict[str, list[float]]

    @property
    def severity(self) -> str:
        """HIGH with several signs, or when the limit is all used or something is overdue beside the jump."""
        full = self.signs.get(UTILISATION, [0, 0])[1] >= 100
        return "HIGH" if len(self.signs) > 1 or full or (UTILISATION in self.signs and self.overdue) else "MEDIUM"


def of_business(business_id: uuid.UUID) -> list[Warned]:
    """Every customer with a sign today, against two weeks ago and the ninety days before. Five queries.

    Unused credit counts as paid.
    """
    today = clock.today()
    before, now = ledger.books(business_id, [today - dt.timedelta(days=SPAN_DAYS), today])
    if not len(now.open):
        return []
    now = ledger.less_credit(now, queries.credit_by_customer(business_id))
    rows = Customer.objects.of(business_id).order_by().values_list("pk", "credit_limit")
    limits = dict(rows.filter(credit_limit__isnull=False))
    owed = now.by_customer(now.open)
    found: dict[int, dict[str, list[float]]] = {}
    for code, signs in (
        (UTILISATION, _utilisation(before, owed, limits)),
        (DELAYS, _delays(now)),
        (SIZE, _size(now)),
        (FREQUENCY, _frequency(now)),
    ):
        for place, figures in signs.items():
            found.setdefault(place, {})[code] = figures
    late = now.by_customer(now.open, now.overdue) > 0
    named = [(place, customer, signs) for place, signs in found.items() if (customer := now.customers[place])]
    return [
        Warned(customer, cedis(owed[place]), limits.get(customer), bool(late[place]), signs)
        for place, customer, signs in named
    ]


def _utilisation(before: Book, owed: Ints, limits: dict[uuid.UUID, Decimal | None]) -> dict[int, list[float]]:
    """Use of the limit in percent, then and now, where it rose by 25 points to 80 or more."""
    then = before.by_customer(before.open)
    found: dict[int, list[float]] = {}
    for place, customer in enumerate(before.customers):
        limit = limits.get(customer) if customer else None
        if limit and owed[place]:
            was, now = (float(amount[place]) / float(limit) for amount in (then, owed))  # pesewas / GHS: percent
            if now >= HIGH_USE and now - was >= JUMP_POINTS:
                found[place] = [round(was), round(now)]
    return found


def _delays(book: Book) -> dict[int, list[float]]:
    """Days late of the last four invoices, where each is later than the one before and the last by two weeks."""
    counted = ~book.is_open | (book.late > 0)
    owner, due, late = book.customer[counted], book.due[counted], book.late[counted]
    order = np.lexsort((due, owner))
    owner, late = owner[order], late[order]
    counts = np.bincount(owner, minlength=len(book.customers))
    places = np.flatnonzero(counts >= LAST_INVOICES)
    ends = counts.cumsum()[places]
    last = late[ends[:, None] - np.arange(LAST_INVOICES, 0, -1)]
    worse = (np.diff(last, axis=1) > 0).all(axis=1)
    worse &= (last[:, -1] - last[:, 0] >= LONGER_DAYS) & (last[:, -1] >= LATE_DAYS)
    return {int(place): [float(day) for day in days] for place, days in zip(places[worse], last[worse], strict=True)}


def _size(book: Book) -> dict[int, list[float]]:
    """How many times as large the orders of two weeks are as those of the ninety days before."""
    (now_sum, now_count), (was_sum, was_count) = _orders(book)
    enough = (now_count > 0) & (was_count >= LEAST_BEFORE)
    times = np.where(enough, now_sum / np.maximum(now_count, 1) / np.maximum(was_sum / np.maximum(was_count, 1), 1), 0)
    return {int(place): [round(float(times[place]), 1)] for place in np.flatnonzero(times >= SIZE_TIMES)}


def _frequency(book: Book) -> dict[int, list[float]]:
    """How many times as often orders of two weeks come as in the ninety days before."""
    (_, now_count), (_, was_count) = _orders(book)
    enough = (now_count >= LEAST_NOW) & (was_count >= LEAST_BEFORE)
    times = np.where(enough, now_count / SPAN_DAYS / np.maximum(was_count / BEFORE_DAYS, 1e-9), 0)
    return {int(place): [round(float(times[place]), 1)] for place in np.flatnonzero(times >= FREQUENCY_TIMES)}


def _orders(book: Book) -> tuple[tuple[Ints, Ints], tuple[Ints, Ints]]:
    """Sum and number of invoices made in the last two weeks, and in the ninety days before those, by customer."""
    age = book.today - book.sold
    spans: list[Flags] = [age < SPAN_DAYS, (age >= SPAN_DAYS) & (age < SPAN_DAYS + BEFORE_DAYS)]
    recent, earlier = ((book.by_customer(book.total, span), book.by_customer(span)) for span in spans)
    return recent, earlier
