"""What is known of a few customers: what they bought, how they paid, what is open. Fixed numbers of queries."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np
from django.db.models import Count, Max, Min, Q, Sum

from common import money
from common import shop_clock as clock
from reports import ledger
from reports.ledger import Book, cedis
from sales import queries
from sales.models import SOLD, Sale

RECENT_DAYS = 90
STEADY = Decimal("0.3")
LEAST_CHANGE = 2


@dataclass(frozen=True)
class OpenInvoice:
    """An invoice with something left to pay at the end of a day. Amounts in GHS."""

    id: uuid.UUID
    customer_id: uuid.UUID
    number: str
    sold_on: dt.date
    due_on: dt.date
    total: Decimal
    open: Decimal
    days_overdue: int
    disputed: bool


@dataclass(frozen=True)
class Purchases:
    """What a customer bought, returns taken off: in all, lately and in the same time before."""

    total: Decimal
    sales: int
    first_on: dt.date | None
    last_on: dt.date | None
    recent: int
    earlier: int

    @property
    def frequency(self) -> str:
        """INCREASING, STABLE or DECLINING: sales of the last 90 days against the 90 before."""
        change = self.recent - self.earlier
        if abs(change) < LEAST_CHANGE or abs(Decimal(change)) <= STEADY * max(self.earlier, 1):
            return "STABLE"
        return "INCREASING" if change > 0 else "DECLINING"


NO_PURCHASES = Purchases(money.ZERO, 0, None, None, 0, 0)


@dataclass(frozen=True)
class Paying:
    """How a customer has paid: settled invoices, mean days from sale to payment, how many were paid late."""

    settled: int
    days_to_pay: int | None
    days_late: int | None
    paid_late: int


def open_invoices(
    business_id: uuid.UUID, customer_ids: Sequence[uuid.UUID], *, storefront_id: uuid.UUID | None = None
) -> dict[uuid.UUID, list[OpenInvoice]]:
    """What each customer has open today, less their unused credit, the oldest due first. Three queries."""
    today = clock.today()
    found = ledger.invoices(business_id, today, storefront_id=storefront_id, customer_ids=customer_ids)
    columns = ("id", "customer_id", "number", "sold_day", "due_day", "total", "paid", "disputed_day")
    credit = queries.credit_by_customer(business_id)
    invoices: dict[uuid.UUID, list[OpenInvoice]] = defaultdict(list)
    for key, owner, number, sold, due, total, paid, disputed in found.values_list(*columns).order_by(
        "due_day", "sold_day", "number"
    ):
        used = min(credit.get(owner, money.ZERO), max(total - paid, money.ZERO))
        if used:
            credit[owner] -= used
        if total > paid + used:
            invoices[owner].append(
                OpenInvoice(
                    id=key,
                    customer_id=owner,
                    number=number,
                    sold_on=ledger.date_of(sold),
                    due_on=ledger.date_of(due),
                    total=total,
                    open=total - paid - used,
                    days_overdue=max(0, ledger.day_number(today) - due),
                    disputed=disputed != ledger.NEVER,
                )
            )
    return invoices


def purchases(business_id: uuid.UUID, customer_ids: Sequence[uuid.UUID]) -> dict[Any, Purchases]:
    """What each customer bought, up to today. One query."""
    today = clock.today()
    recent, earlier = (clock.start_of(today - dt.timedelta(days=RECENT_DAYS * times)) for times in (1, 2))
    rows = Sale.objects.of(business_id).filter(customer_id__in=customer_ids, sold_at__lte=clock.now()).order_by()
    found = rows.values_list("customer_id").annotate(
        sum=Sum("total"),
        count=Count("pk", filter=SOLD),
        first=clock.Day(Min("sold_at", filter=SOLD)),
        last=clock.Day(Max("sold_at", filter=SOLD)),
        recent=Count("pk", filter=SOLD & Q(sold_at__gte=recent)),
        earlier=Count("pk", filter=SOLD & Q(sold_at__gte=earlier, sold_at__lt=recent)),
    )
    return {owner: Purchases(money.cedis(total), *rest) for owner, total, *rest in found}


def paying(book: Book, customer_id: uuid.UUID) -> Paying:
    """How a customer of the book has paid. No query."""
    place = book.index_of.get(customer_id, -1)
    mine = (book.customer == place) & ~book.is_open
    count = int(mine.sum())
    if not count:
        return Paying(0, None, None, 0)
    late = book.late[mine]
    took = book.settled[mine] - book.sold[mine]
    return Paying(count, round(float(took.mean())), round(float(late.mean())), int((late > 0).sum()))


def monthly_credit_purchases(book: Book, customer_id: uuid.UUID, months: int = 6) -> Decimal:
    """What is bought on account in 30 days: the median of the last `months` spans, the mean where most are empty."""
    mine = book.customer == book.index_of.get(customer_id, -1)
    back = (book.today - book.sold[mine]) // 30
    sums = np.bincount(back[back < months], book.total[mine][back < months].astype(float), minlength=months)
    return cedis(np.median(sums) or sums.mean())
