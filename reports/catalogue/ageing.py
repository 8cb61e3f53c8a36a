"""Who owes what, and how old it is, at the end of the last day of the period."""

import datetime as dt
import uuid
from decimal import Decimal
from typing import Any

import numpy as np
from django.db.models import Sum
from pydantic import Field

from common import money
from reports import days_late, ledger, names, receivables
from reports.ledger import Book
from reports.period import Period
from reports.receivables import AgeingRow, Measure
from reports.report import Answer, Asked, Report, Summary, share
from reports.shapes import Id, Money, shape
from sales.models import Customer


def summarise(business_id: uuid.UUID, period: Period) -> Summary:
    return _summary(business_id, period, *_books(business_id, period))


def build(business_id: uuid.UUID, asked: Asked) -> Answer:
    before, now = _books(business_id, asked.period)
    rows = receivables.ageing(now, asked.limit)
    shown = [row.customer_id for row in rows]
    customers = names.customers(business_id, shown)
    promises = days_late.promise_keeping(business_id)
    results = []
    for row, beyond in zip(rows, receivables.days_beyond_terms(now, shown), strict=True):
        kept = promises.get(row.customer_id) if row.customer_id else None
        found = _row(row, customers.get(row.customer_id), beyond)
        results.append(found | {"promise_keeping": number(kept) if kept else None})
    owing = int((now.by_customer(now.open) > 0).sum())
    return Answer(_summary(business_id, asked.period, before, now) | {"customers": owing}, results)


def _books(business_id: uuid.UUID, period: Period) -> list[Book]:
    opening = period.start - dt.timedelta(days=1)
    return ledger.books(business_id, [opening, period.last_day], storefront_id=period.storefront_id)


def _summary(business_id: uuid.UUID, period: Period, before: Book, now: Book) -> Summary:
    buckets = receivables.ageing_totals(now)
    total = sum(buckets.values(), money.ZERO)
    overdue = total - buckets["current"]
    found = {
        "as_of": now.as_of,
        "total_outstanding": money.plain(total),
        "overdue_amount": money.plain(overdue),
        "overdue_percentage": share(overdue, total),
        "buckets": {name: money.plain(amount) for name, amount in buckets.items()},
        "open_invoices": int(now.is_open.sum()),
        "overdue_invoices": int(now.overdue.sum()),
        "disputed_amount": money.plain(ledger.cedis(now.open[now.disputed].sum())),
        "unallocated_credit": None,
    }
    if period.storefront_id is None:
        credit = ledger.unallocated_credit(business_id, period.last_day)
        found["unallocated_credit"] = money.plain(sum(credit.values(), money.ZERO))
    return found | _measures(business_id, period, before, now)


def _measures(business_id: uuid.UUID, period: Period, before: Book, now: Book) -> dict[str, Any]:
    measures = {
        "days_sales_outstanding": receivables.days_sales_outstanding(now, period.start),
        "best_possible_dso": receivables.best_possible_dso(now, period.start),
        "count_back_dso": receivables.count_back_dso(now),
        "collection_effectiveness": receivables.collection_effectiveness(before, now),
        "days_beyond_terms": receivables.shop_days_beyond_terms(now),
        "utilisation": _utilisation(business_id, now),
        "promise_keeping": days_late.promise_keeping(business_id)[None],
    }
    rates = receivables.roll_rates(before, now)
    found: dict[str, Any] = {name: number(measure) for name, measure in measures.items()}
    found["roll_rates"] = {name: number(rate) for name, rate in rates.items()}
    found["not_available"] = {name: measure.reason for name, measure in measures.items() if measure.value is None}
    return found


def _utilisation(business_id: uuid.UUID, book: Book) -> Measure:
    """What customers with a limit owe, as a percentage of their limits. Two queries."""
    limited = Customer.objects.of(business_id).filter(credit_limit__gt=0).order_by()
    total: Decimal | None = limited.aggregate(sum=Sum("credit_limit"))["sum"]
    places = [book.index_of.get(key, -1) for key in limited.values_list("pk", flat=True)]
    used = np.append(book.by_customer(book.open), 0)[places].sum() if places else 0
    return receivables.utilisation(ledger.cedis(used), total)


def number(measure: Measure) -> float | None:
    """A measure as a JSON number."""
    return None if measure.value is None else float(measure.value)


def _row(row: AgeingRow, customer: Customer | None, beyond: Measure) -> dict[str, Any]:
    limit = customer.credit_limit if customer else None
    return {
        "customer_id": row.customer_id,
        "customer_name": customer.name if customer else "No customer named",
        **{bucket: money.plain(amount) for bucket, amount in row.buckets.items()},
        "total": money.plain(row.total),
        "overdue": money.plain(row.overdue),
        "days_overdue": row.days_overdue,
        "open_invoices": row.open_invoices,
        "days_beyond_terms": number(beyond),
        "credit_limit": None if limit is None else money.plain(limit),
        "utilisation": number(receivables.utilisation(row.total, limit)),
    }


_Buckets = shape("AgeingBuckets", **dict.fromkeys(receivables.BUCKETS, Money))
_Measures = dict.fromkeys(
    (
        "days_sales_outstanding",
        "best_possible_dso",
        "count_back_dso",
        "collection_effectiveness",
        "days_beyond_terms",
        "utilisation",
        "promise_keeping",
    ),
    float | None,
)
Totals = shape(
    "AgeingTotals",
    as_of=dt.date,
    total_outstanding=Money,
    overdue_amount=Money,
    overdue_percentage=float | None,
    buckets=_Buckets,
    open_invoices=int,
    overdue_invoices=int,
    disputed_amount=Money,
    unallocated_credit=Money | None,
    **_Measures,
    roll_rates=shape("AgeingRollRates", **dict.fromkeys(receivables.BUCKETS[:-1], float | None)),
    not_available=(dict[str, str], Field(description="Measures that could not be taken, each with the reason.")),
    customers=(int | None, None),
)
RowShape = shape(
    "AgeingRow",
    customer_id=Id | None,
    customer_name=str,
    **dict.fromkeys(receivables.BUCKETS, Money),
    total=Money,
    overdue=Money,
    days_overdue=int,
    open_invoices=int,
    days_beyond_terms=float | None,
    credit_limit=Money | None,
    utilisation=float | None,
    promise_keeping=float | None,
)

AR_AGING = Report(
    key="ar_aging",
    title="Receivables by age",
    path="financial/ar-aging",
    build=build,
    summarise=summarise,
    totals=Totals,
    row=RowShape,
    about="Open invoices by days overdue at the end of `to`. DSO and collection effectiveness cover the period.",
)
