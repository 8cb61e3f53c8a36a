"""Receivables at the end of any day: ageing, days beyond terms, DSO, collection effectiveness, use of limits.

A figure that has no meaning (nothing sold on account, no limit) is a `Measure` without a value and with a reason.
"""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from dateutil.relativedelta import relativedelta

from common import money
from reports.ledger import Book, Ints, cedis, day_number

BUCKETS = ("current", "days_1_30", "days_31_60", "days_61_90", "days_over_90")
BUCKET_EDGES = np.array([0, 30, 60, 90])
YEAR_DAYS = 365


@dataclass(frozen=True)
class Measure:
    """A figure, or why there is none."""

    value: Decimal | None
    reason: str = ""

    @staticmethod
    def ratio(part: float, whole: float, reason: str, *, scale: int = 1) -> "Measure":
        """`part / whole × scale` to one decimal; without a whole, none and the reason."""
        if not whole:
            return Measure(None, reason)
        exact = Decimal(round(part)) * scale / Decimal(round(whole))
        return Measure(money.rounded(exact, 1))


@dataclass(frozen=True)
class AgeingRow:
    """What one customer owes, by days overdue, in GHS. Credit not yet allocated is beside it, never netted."""

    customer_id: uuid.UUID | None
    buckets: dict[str, Decimal]
    total: Decimal
    overdue: Decimal
    days_overdue: int
    open_invoices: int


def bucket(book: Book) -> Ints:
    """For each invoice the place of its bucket in `BUCKETS`, by days overdue at `as_of`."""
    return np.searchsorted(BUCKET_EDGES, book.today - book.due, side="left")


def bucket_pesewas(book: Book) -> Ints:
    """What is open, pesewas: a row for each customer, a column for each bucket."""
    width = len(BUCKETS)
    cells = book.customer * width + bucket(book)
    sums = np.bincount(cells, book.open.astype(np.float64), minlength=len(book.customers) * width)
    return np.rint(sums).astype(np.int64).reshape(-1, width)


def ageing(book: Book, most: int | None = None) -> list[AgeingRow]:
    """A row for each customer with something open, `most` at most, the most overdue money first."""
    amounts, late, counts = bucket_pesewas(book), days_overdue(book), book.by_customer(book.is_open)
    total = amounts.sum(axis=1)
    order = np.lexsort((-total, amounts[:, 0] - total))
    return [
        AgeingRow(
            customer_id=book.customers[place],
            buckets={name: cedis(amount) for name, amount in zip(BUCKETS, amounts[place], strict=True)},
            total=cedis(total[place]),
            overdue=cedis(total[place] - amounts[place, 0]),
            days_overdue=int(late[place]),
            open_invoices=int(counts[place]),
        )
        for place in order[total[order] > 0][:most]
    ]


def ageing_totals(book: Book) -> dict[str, Decimal]:
    """The shop's open amount in each bucket, GHS."""
    sums = bucket_pesewas(book).sum(axis=0)
    return {name: cedis(amount) for name, amount in zip(BUCKETS, sums, strict=True)}


def days_overdue(book: Book) -> Ints:
    """For each customer the days overdue of the oldest open invoice; 0 when nothing is overdue."""
    days = np.zeros(len(book.customers), dtype=np.int64)
    np.maximum.at(days, book.customer[book.overdue], book.late[book.overdue])
    return days


def days_beyond_terms(book: Book, customers: Sequence[uuid.UUID | None] | None = None) -> list[Measure]:
    """For each of these customers, or of the book: sum(amount × days late) / sum(amount), over what was paid in the
    last twelve months and what is overdue now, at today's lateness. Negative: paid early."""
    recent = ~book.is_open & (book.settled > book.today - YEAR_DAYS)
    amount = np.where(book.overdue, book.open, np.where(recent, book.total, 0)).astype(np.float64)
    weight = book.by_customer(amount)
    days = book.by_customer(amount * book.late)
    reason = "Nothing was paid or overdue in the last twelve months."
    return [Measure.ratio(days[place], weight[place], reason) for place in _places(book, customers)]


def _places(book: Book, customers: Sequence[uuid.UUID | None] | None) -> Iterable[int]:
    return range(len(book.customers)) if customers is None else [book.index_of[each] for each in customers]


def shop_days_beyond_terms(book: Book) -> Measure:
    """`days_beyond_terms` of all customers together."""
    as_one = Book(
        book.as_of,
        (None,),
        np.zeros_like(book.customer),
        book.sold,
        book.due,
        book.settled,
        book.total,
        book.open,
        book.disputed,
    )
    return days_beyond_terms(as_one)[0]


def credit_sales(book: Book, start: dt.date, end: dt.date) -> int:
    """Invoiced on account in [start, end), pesewas."""
    made = (book.sold >= day_number(start)) & (book.sold < day_number(end))
    return int(book.total[made].sum())


def days_sales_outstanding(book: Book, start: dt.date) -> Measure:
    """Open at `as_of` / credit sales of [start, as_of] × the days in it."""
    end = book.as_of + dt.timedelta(days=1)
    sold = credit_sales(book, start, end)
    return Measure.ratio(
        int(book.open.sum()), sold, "Nothing was sold on account in this period.", scale=(end - start).days
    )


def best_possible_dso(book: Book, start: dt.date) -> Measure:
    """The same with what is not yet overdue alone."""
    end = book.as_of + dt.timedelta(days=1)
    sold = credit_sales(book, start, end)
    current = int(book.open[~book.overdue].sum())
    return Measure.ratio(current, sold, "Nothing was sold on account in this period.", scale=(end - start).days)


def count_back_dso(book: Book) -> Measure:
    """Days of the latest credit sales that what is open amounts to: months newest first, the last pro rata."""
    left = int(book.open.sum())
    if not left:
        return Measure(Decimal("0.0"))
    if not book.total.sum():
        return Measure(None, "Nothing was sold on account.")
    end, days = book.as_of + dt.timedelta(days=1), Decimal(0)
    oldest = int(book.sold.min())
    while left > 0 and day_number(end) > oldest:
        start = end - relativedelta(months=1)
        sold = credit_sales(book, start, end)
        length = (end - start).days
        days += length if sold <= left else Decimal(length) * left / sold
        left -= sold
        end = start
    return Measure(money.rounded(days, 1))


def collection_effectiveness(before: Book, after: Book) -> Measure:
    """CEI in percent, 100 the best, of the time from `before` to `after`:
    (opening + credit sales - closing) / (opening + credit sales - closing not yet overdue) × 100."""
    day = dt.timedelta(days=1)
    had = int(before.open.sum()) + credit_sales(after, before.as_of + day, after.as_of + day)
    closing, current = int(after.open.sum()), int(after.open[~after.overdue].sum())
    return Measure.ratio(had - closing, had - current, "There was nothing to collect in this period.", scale=100)


def roll_rates(before: Book, after: Book) -> dict[str, Measure]:
    """Percent of the money in each bucket at `before` that is still open at `after`, in a later bucket.

    Both books must come from one call of `ledger.books`, so that they hold the same invoices in the same order.
    """
    then = after.only(after.sold <= before.today)
    was = bucket(before)
    rolled = np.where(bucket(then) > was, then.open, 0)
    return {name: _rate(rolled[was == place], before.open[was == place]) for place, name in enumerate(BUCKETS[:-1])}


def _rate(part: Ints, whole: Ints) -> Measure:
    return Measure.ratio(int(part.sum()), int(whole.sum()), "Nothing was open in this bucket then.", scale=100)


def utilisation(open_balance: Decimal, credit_limit: Decimal | None) -> Measure:
    """Open balance as a percentage of the credit limit."""
    if credit_limit is None:
        return Measure(None, "No credit limit is set.")
    return Measure(money.share(open_balance, credit_limit), "" if credit_limit else "The credit limit is zero.")
