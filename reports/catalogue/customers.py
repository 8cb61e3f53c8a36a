"""The customers who bought the most."""

import datetime as dt
import uuid
from decimal import Decimal
from typing import Any

from common import money
from reports import metric_queries, names, purchases
from reports.metric_queries import Row
from reports.period import Period
from reports.report import Answer, Asked, Report, Summary, figures, share
from reports.shapes import Id, Money, shape

METRICS = ("revenue", "profit", "sales_count", "average_sale")
ORDERS = ("revenue", "profit", "sales_count")


def summarise(business_id: uuid.UUID, period: Period) -> Summary:
    wanted = ("revenue", "buyers", "sales_count")
    return figures(metric_queries.total(business_id, wanted, cut=period.cut), *wanted)


def build(business_id: uuid.UUID, asked: Asked) -> Answer:
    summary = summarise(business_id, asked.period)
    found = metric_queries.by(business_id, METRICS, dimensions=["customer"], cut=asked.period.cut)
    known = ranked([row for row in found if row.key[0]], asked.order or ORDERS[0])
    top = known[: asked.limit]
    people = names.customers(business_id, [row.key[0] for row in top])
    last = purchases.last_days(business_id, [row.key[0] for row in top], before=asked.period.end)
    total = Decimal(summary["revenue"])
    summary["revenue_without_customer"] = money.plain(
        sum((row["revenue"] or money.ZERO for row in found if not row.key[0]), money.ZERO)
    )
    return Answer(summary, [_row(place, row, people, last, total) for place, row in enumerate(top, start=1)])


def ranked(rows: list[Row], metric: str) -> list[Row]:
    """The rows by a metric, highest first; equal ones by id, so that the order is always the same."""
    return sorted(rows, key=lambda row: (-(row[metric] or 0), str(row.key)))


def _row(place: int, row: Row, people: dict[Any, Any], last: dict[Any, dt.date], total: Decimal) -> dict[str, Any]:
    customer = people[row.key[0]]
    return {
        "rank": place,
        "customer_id": customer.pk,
        "customer_name": customer.name,
        **figures(row, *METRICS),
        "share_of_revenue": share(row["revenue"] or Decimal(0), total),
        "last_purchase": last.get(customer.pk),
    }


Totals = shape("TopCustomersTotals", "revenue", "buyers", "sales_count", revenue_without_customer=(Money | None, None))
RowShape = shape(
    "TopCustomersRow",
    *METRICS,
    rank=int,
    customer_id=Id,
    customer_name=str,
    share_of_revenue=float | None,
    last_purchase=dt.date | None,
)

TOP = Report(
    key="top_customers",
    title="Top customers",
    path="customer/top",
    build=build,
    summarise=summarise,
    orders=ORDERS,
    totals=Totals,
    row=RowShape,
    about="Known customers by what they bought.",
)
