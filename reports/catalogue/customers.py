"""The customers who bought the most."""

import datetime as dt
import uuid
from dataclasses import replace
from decimal import Decimal
from typing import Any

from common import money
from reports import buyers, metric_queries, names, purchases
from reports.buyers import Bought, Top
from reports.metric_queries import Row
from reports.metrics import parts_of
from reports.period import Period
from reports.report import Answer, Asked, Report, Summary, figures, share
from reports.shapes import Id, Money, shape

METRICS = ("revenue", "profit", "sales_count", "average_sale")
ORDERS = ("revenue", "profit", "sales_count")
SUMMARY = ("revenue", "buyers", "sales_count")
PARTS = {"revenue": "revenue", "sales_count": "sales"}


def summarise(business_id: uuid.UUID, period: Period) -> Summary:
    return figures(metric_queries.total(business_id, SUMMARY, cut=period.cut), *SUMMARY)


def build(business_id: uuid.UUID, asked: Asked) -> Answer:
    order, period = asked.order or ORDERS[0], asked.period
    found = buyers.top(business_id, period.cut, order=PARTS.get(order, "revenue"), limit=asked.limit)
    top = _most_profit(business_id, asked) if order == "profit" else _with_profit(business_id, found.customers, period)
    people = names.customers(business_id, [row.key[0] for row in top])
    last = purchases.last_days(business_id, [row.key[0] for row in top], before=period.end)
    rows = [_row(place, row, people, last, found.revenue) for place, row in enumerate(top, start=1)]
    return Answer(_in_all(found), rows)


def _in_all(found: Top) -> Summary:
    """`summarise`, and what those bought who were not named."""
    parts = {"revenue": found.revenue, "sales": Decimal(found.sales), "buyers": Decimal(found.buyers)}
    return figures(Row((), parts), *SUMMARY) | {"revenue_without_customer": money.plain(found.nameless)}


def _most_profit(business_id: uuid.UUID, asked: Asked) -> list[Row]:
    """The customers with the most profit, which only lines know. Two queries."""
    found = metric_queries.by(business_id, METRICS, dimensions=["customer"], cut=asked.period.cut)
    return ranked([row for row in found if row.key[0]], "profit")[: asked.limit]


def _with_profit(business_id: uuid.UUID, top: list[Bought], period: Period) -> list[Row]:
    """Their figures, with the profit that only lines know. One query."""
    cut = period.cut
    cut = replace(cut, filters={**cut.filters, "customer": [each.customer_id for each in top]})
    made = metric_queries.by(business_id, ["profit"], dimensions=["customer"], cut=cut) if top else []
    profit = {row.key[0]: row.parts for row in made}
    nothing = dict.fromkeys(parts_of("profit"), money.ZERO)
    return [Row((each.customer_id,), {**nothing, **profit.get(each.customer_id, {}), **_parts(each)}) for each in top]


def _parts(bought: Bought) -> dict[str, Decimal]:
    return {"revenue": bought.revenue, "sales": Decimal(bought.sales)}


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
