"""The customers who bought the most."""

import datetime as dt
import uuid
from dataclasses import replace
from decimal import Decimal
from typing import Any

from common import money
from reports import metric_queries, names, purchases
from reports.metric_queries import Row
from reports.metrics import parts_of
from reports.period import Period
from reports.report import Answer, Asked, Report, Summary, figures, share
from reports.shapes import Id, Money, shape

METRICS = ("revenue", "profit", "sales_count", "average_sale")
OF_SALES = ("revenue", "sales_count", "average_sale")
ORDERS = ("revenue", "profit", "sales_count")
SUMMARY = ("revenue", "buyers", "sales_count")


def summarise(business_id: uuid.UUID, period: Period) -> Summary:
    return figures(metric_queries.total(business_id, SUMMARY, cut=period.cut), *SUMMARY)


def build(business_id: uuid.UUID, asked: Asked) -> Answer:
    order = asked.order or ORDERS[0]
    wanted = {*OF_SALES, order}
    found = metric_queries.by(business_id, sorted(wanted), dimensions=["customer"], cut=asked.period.cut)
    top = ranked([row for row in found if row.key[0]], order)[: asked.limit]
    if "profit" not in wanted:
        top = _with_profit(business_id, top, asked.period)
    people = names.customers(business_id, [row.key[0] for row in top])
    last = purchases.last_days(business_id, [row.key[0] for row in top], before=asked.period.end)
    summary = _in_all(found)
    total = Decimal(summary["revenue"])
    return Answer(summary, [_row(place, row, people, last, total) for place, row in enumerate(top, start=1)])


def _in_all(found: list[Row]) -> Summary:
    """`summarise` of the customers' own figures, and what those bought who were not named."""
    parts = {name: sum((row.parts[name] for row in found), money.ZERO) for name in ("revenue", "sales")}
    parts["buyers"] = Decimal(sum(1 for row in found if row.key[0] and row.parts["sales"]))
    nameless = sum((row["revenue"] or money.ZERO for row in found if not row.key[0]), money.ZERO)
    return figures(Row((), parts), *SUMMARY) | {"revenue_without_customer": money.plain(nameless)}


def _with_profit(business_id: uuid.UUID, rows: list[Row], period: Period) -> list[Row]:
    """The same rows with their profit, which only lines know. One query."""
    cut = period.cut
    cut = replace(cut, filters={**cut.filters, "customer": [row.key[0] for row in rows]})
    made = metric_queries.by(business_id, ["profit"], dimensions=["customer"], cut=cut) if rows else []
    parts = {row.key: row.parts for row in made}
    nothing = dict.fromkeys(parts_of("profit"), money.ZERO)
    return [replace(row, parts={**nothing, **row.parts, **parts.get(row.key, {})}) for row in rows]


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
