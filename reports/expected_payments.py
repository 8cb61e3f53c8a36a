"""When each open invoice of a customer is likely to be paid, how sure that is, and when nothing can be said."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reports import ledger, payment_dates
from reports.ledger import Book
from reports.profiles import OpenInvoice

LEAST_SHOP_SETTLED = 3
LEAST_SO_LATE = 3
NEAR_DAYS = 7

NO_HISTORY = "Too few invoices have ever been settled in this shop, so there is no pattern to predict by."
NEVER_SO_LATE = "Hardly any invoice that was so late has ever been paid, so there is no pattern to predict by."
NOT_LIKELY = "By pattern this is not likely to be paid, so no date is given."


@dataclass(frozen=True)
class Expected:
    """The day by which payment is as likely as not, the interval that holds four in five, and P(within a week of it).

    Without a date, `reason` says why.
    """

    invoice: OpenInvoice
    day: dt.date | None
    early: dt.date | None
    late: dt.date | None
    confidence: float | None
    reason: str = ""


def of_invoices(book: Book, customer_id: uuid.UUID, invoices: Sequence[OpenInvoice]) -> list[Expected]:
    """A prediction for each open invoice, from what was known at the end of the book. No query."""
    if not invoices:
        return []
    survival = payment_dates.fit(book, np.array([book.index_of[customer_id]]))
    place = np.zeros(len(invoices), dtype=np.int64)
    due = np.array([ledger.day_number(each.due_on) for each in invoices])
    late_now = book.today - due
    expected, early, late = (
        survival.lateness(place, late_now, quantile)
        for quantile in (payment_dates.MIDDLE, payment_dates.LOW, payment_dates.HIGH)
    )
    near = survival.between(place, late_now, expected - NEAR_DAYS - 1, expected + NEAR_DAYS)
    return [
        _expected(book, invoice, int(due[i]), (int(expected[i]), int(early[i]), int(late[i])), float(near[i]))
        for i, invoice in enumerate(invoices)
    ]


def _expected(book: Book, invoice: OpenInvoice, due: int, lateness: tuple[int, int, int], near: float) -> Expected:
    middle, early, late = lateness
    reason = _why_not(book, book.today - due, middle)
    if reason:
        return Expected(invoice, None, None, None, None, reason)
    last = min(late, payment_dates.LATEST)
    days = [ledger.date_of(due + each) for each in (middle, early, last)]
    return Expected(invoice, days[0], days[1], days[2], round(near, 2))


def _why_not(book: Book, late_now: int, expected: int) -> str:
    settled = book.late[~book.is_open]
    if len(settled) < LEAST_SHOP_SETTLED:
        return NO_HISTORY
    if int((settled > late_now).sum()) < LEAST_SO_LATE:
        return NEVER_SO_LATE
    return NOT_LIKELY if expected > payment_dates.LATEST else ""
