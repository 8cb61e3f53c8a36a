"""Invoices on account as they stood at the end of a day, as arrays: what every figure about debt is computed from.

Money is whole pesewas in int64, days are days since 1970-01-01. Open at the end of day A is the total less the
allocations dated on or before A; what has happened since is not known.
"""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import Any

import numpy as np
from django.db.models import F, Q, QuerySet, Sum, TextField
from django.db.models.functions import Cast, Coalesce
from numpy.typing import NDArray

from common import money
from common import shop_clock as clock
from common.postgres import one_state
from reports import packed_columns
from reports.packed_columns import (
    NO_DAY,
    DayNumber,
    InvoiceNumbers,
    Joined,
    Packed,
    Pesewas,
    ShopDayNumber,
    shop_days,
)
from sales import queries
from sales.models import OWED, Payment, PaymentAllocation, Sale

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
EPOCH = dt.date(1970, 1, 1)
NEVER = 10**7
COLUMNS = 6


@dataclass(frozen=True)
class Book:
    """The invoices of a business at the end of `as_of`, parallel arrays; `customer` indexes `customers`.

    `settled` is the day of the last payment of what is fully paid, and means nothing where `open` is above zero.
    An invoice that names no customer belongs to the customer None.
    """

    as_of: dt.date
    customers: tuple[uuid.UUID | None, ...]
    customer: Ints
    sold: Ints
    due: Ints
    settled: Ints
    total: Ints
    open: Ints
    disputed: Flags

    @property
    def today(self) -> int:
        return day_number(self.as_of)

    @cached_property
    def is_open(self) -> Flags:
        return self.open > 0

    @cached_property
    def late(self) -> Ints:
        """Signed days from due to paid; for what is open, days from due to `as_of`."""
        return np.where(self.is_open, self.today, self.settled) - self.due

    @cached_property
    def overdue(self) -> Flags:
        return self.is_open & (self.late > 0)

    @cached_property
    def index_of(self) -> dict[uuid.UUID | None, int]:
        return {customer: index for index, customer in enumerate(self.customers)}

    def by_customer(self, values: NDArray[Any], where: Flags | None = None) -> Ints:
        """The sum of whole numbers `values` for each customer."""
        kept = slice(None) if where is None else where
        sums = np.bincount(self.customer[kept], values[kept].astype(np.float64), minlength=len(self.customers))
        return np.rint(sums).astype(np.int64)

    def only(self, where: Flags) -> "Book":
        """The same book with the invoices in `where` alone; customers keep their places."""
        names = ("customer", "sold", "due", "settled", "total", "open", "disputed")
        return Book(self.as_of, self.customers, *(getattr(self, name)[where] for name in names))


def less_credit(found: Book, credit: Mapping[uuid.UUID, Decimal]) -> Book:
    """The book as if each customer's unused credit, GHS, had settled their oldest due invoices on its day.

    Whoever is asked for money is asked for what this leaves open.
    """
    if not credit:
        return found
    paid = np.zeros_like(found.open)
    for customer, amount in credit.items():
        left = int(amount * 100)
        mine = np.flatnonzero((found.customer == found.index_of.get(customer, -1)) & found.is_open)
        for invoice in mine[np.lexsort((found.sold[mine], found.due[mine]))]:
            paid[invoice] = min(left, found.open[invoice])
            left -= paid[invoice]
    covered = found.is_open & (paid == found.open)
    return replace(found, open=found.open - paid, settled=np.where(covered, found.today, found.settled))


def book_to_collect(business_id: uuid.UUID, *, storefront_id: uuid.UUID | None = None) -> Book:
    """Today's book less the customers' unused credit. Four queries."""
    found = book(business_id, clock.today(), storefront_id=storefront_id)
    return less_credit(found, queries.credit_by_customer(business_id))


def day_number(day: dt.date) -> int:
    """Days since 1970-01-01."""
    return (day - EPOCH).days


def date_of(day: int) -> dt.date:
    """The inverse of `day_number`."""
    return EPOCH + dt.timedelta(days=int(day))


def cedis(pesewas: Any) -> Decimal:
    """Whole pesewas as GHS."""
    return money.from_pesewas(int(pesewas))


def book(
    business_id: uuid.UUID,
    as_of: dt.date,
    *,
    storefront_id: uuid.UUID | None = None,
    customer_ids: Sequence[uuid.UUID] | None = None,
) -> Book:
    """The invoices as they stood at the end of `as_of`. Two queries."""
    return books(business_id, [as_of], storefront_id=storefront_id, customer_ids=customer_ids)[0]


def books(
    business_id: uuid.UUID,
    days: Sequence[dt.date],
    *,
    storefront_id: uuid.UUID | None = None,
    customer_ids: Sequence[uuid.UUID] | None = None,
) -> list[Book]:
    """The invoices as they stood at the end of each of `days`: the same customers and order in each. Two queries.

    What no later allocation has touched stands as it is now, and comes packed, a row for each customer; the rest,
    few unless the days are long ago, with ids, to add what was allocated after each day.
    """
    sums = (Coalesce(Pesewas(Sum("amount", filter=Q(at__gte=_end_of(day)))), 0) for day in days)
    later = {"later": Cast(Packed(*sums), TextField())}
    with one_state():
        rows = list(_packed(business_id, days, storefront_id, customer_ids))
        keys = _allocated(business_id, days).values_list(Cast("invoice_id", TextField()))
        allocated = dict(keys.annotate(**later))
    return _books(days, rows, allocated)


def _allocated(business_id: uuid.UUID, days: Sequence[dt.date]) -> QuerySet[PaymentAllocation]:
    return PaymentAllocation.objects.of(business_id).filter(at__gte=_end_of(min(days))).order_by()


def _packed(
    business_id: uuid.UUID,
    days: Sequence[dt.date],
    storefront_id: uuid.UUID | None = None,
    customer_ids: Sequence[uuid.UUID] | None = None,
) -> QuerySet[Sale, tuple[Any, ...]]:
    """Each customer, their invoices that nothing was allocated to since, and those with ids that something was."""
    touched = Q(pk__in=_allocated(business_id, days).values("invoice_id"))
    found = _on_account(business_id, max(days), storefront_id, customer_ids).values_list("customer_id")
    rows: QuerySet[Sale, tuple[Any, ...]] = found.annotate(
        calm=Joined(InvoiceNumbers(), filter=~touched),
        loose=Joined(Packed(Cast("pk", TextField()), InvoiceNumbers()), filter=touched),
    )
    return rows


def invoices(
    business_id: uuid.UUID,
    day: dt.date,
    *,
    storefront_id: uuid.UUID | None = None,
    customer_ids: Sequence[uuid.UUID] | None = None,
) -> Any:
    """Sales on account made by the end of `day`, and the days of it; `NEVER` where it is not disputed."""
    return _on_account(business_id, day, storefront_id, customer_ids).annotate(
        sold_day=ShopDayNumber("sold_at"),
        due_day=Coalesce(DayNumber("due_date"), ShopDayNumber("sold_at")),
        disputed_day=Coalesce(ShopDayNumber("disputed_at"), NEVER),
    )


def _on_account(
    business_id: uuid.UUID, day: dt.date, storefront_id: uuid.UUID | None, customer_ids: Sequence[uuid.UUID] | None
) -> QuerySet[Sale]:
    found = Sale.objects.of(business_id).filter(
        OWED, Q(due_date__isnull=False) | Q(paid__lt=F("total")), total__gt=0, sold_at__lt=_end_of(day)
    )
    if storefront_id is not None:
        found = found.filter(storefront_id=storefront_id)
    if customer_ids is not None:
        found = found.filter(customer_id__in=customer_ids)
    return found.order_by()


def _end_of(day: dt.date) -> dt.datetime:
    return clock.start_of(day + dt.timedelta(days=1))


def _books(days: Sequence[dt.date], rows: list[Any], allocated: Mapping[str, str]) -> list[Book]:
    packed = [(customer, numbers) for customer, numbers, _ in rows if numbers]
    owners, others = _touched(rows, allocated)
    numbers = packed_columns.numbers((row[1] for row in packed), COLUMNS)
    counts = [(row[1].count(",") + 1) // COLUMNS for row in packed]
    customers, owner = _indexed([row[0] for row in packed] + owners)
    index = np.concatenate([np.repeat(owner[: len(packed)], counts), owner[len(packed) :]])
    changed = packed_columns.numbers(others, COLUMNS + len(days))
    sold_at, due, settled_at, total, left, disputed_at = np.concatenate([numbers, changed[:, :COLUMNS]]).T
    sold, settled = shop_days(sold_at, NEVER), shop_days(settled_at, NEVER)
    due, disputed = np.where(due == NO_DAY, sold, due), shop_days(disputed_at, NEVER)
    made = []
    for number, day in enumerate(days):
        later = np.concatenate([np.zeros(len(numbers), dtype=np.int64), changed[:, COLUMNS + number]])
        today = day_number(day)
        whole = Book(
            as_of=day,
            customers=customers,
            customer=index,
            sold=sold,
            due=due,
            settled=settled,
            total=total,
            open=left + later,
            disputed=disputed <= today,
        )
        made.append(whole.only(sold <= today))
    return made


def _touched(rows: list[Any], allocated: Mapping[str, str]) -> tuple[list[uuid.UUID | None], list[str]]:
    """The customers of the invoices that came with ids, and of each the numbers and what was allocated later."""
    owners: list[uuid.UUID | None] = []
    found: list[str] = []
    for customer, _, text in rows:
        fields = text.split(",") if text else []
        for place in range(0, len(fields), COLUMNS + 1):
            owners.append(customer)
            found += (*fields[place + 1 : place + COLUMNS + 1], allocated[fields[place]])
    return owners, found


def _indexed(keys: Sequence[uuid.UUID | None]) -> tuple[tuple[uuid.UUID | None, ...], Ints]:
    places: dict[int, int] = {}  # by number: a UUID's own hash is slow
    index = np.array([places.setdefault(key.int if key else -1, len(places)) for key in keys], dtype=np.int64)
    _, first = np.unique(index, return_index=True)
    return tuple(keys[place] for place in first.tolist()), index


def unallocated_credit(business_id: uuid.UUID, as_of: dt.date) -> dict[uuid.UUID, Decimal]:
    """What each customer had paid or returned, by the end of `as_of`, beyond what it settled then. Four queries."""
    end = _end_of(as_of)
    received = Payment.objects.of(business_id).filter(kind=Payment.Kind.RECEIVED, received_at__lt=end)
    returns = Sale.objects.of(business_id).filter(kind=Sale.Kind.RETURN, sold_at__lt=end)
    used_later = PaymentAllocation.objects.of(business_id).filter(
        Q(payment__received_at__lt=end) | Q(credit_note__sold_at__lt=end), at__gte=end
    )
    of_known = Q(sale__kind=Sale.Kind.RETURN, sale__sold_at__lt=end) | Q(reverses__received_at__lt=end)
    paid_back_later = Payment.objects.of(business_id).filter(of_known, kind=Payment.Kind.REFUND, received_at__gte=end)
    credit: dict[uuid.UUID, Decimal] = defaultdict(Decimal)
    for rows, customer, amount in (
        (received.filter(allocated__lt=F("amount")), "customer_id", F("amount") - F("allocated")),
        (returns.filter(paid__gt=F("total")), "customer_id", F("paid") - F("total")),
        (used_later, "invoice__customer_id", F("amount")),
        (paid_back_later, "customer_id", F("amount")),
    ):
        for owner, total in rows.order_by().values_list(customer).annotate(total_=Sum(amount)):
            credit[owner] += total
    return {customer: money.cedis(total) for customer, total in credit.items() if customer and total > 0}
