"""How each member of staff sells."""

import uuid
from decimal import Decimal

from reports import metric_queries, names
from reports.catalogue.customers import ranked
from reports.period import Period
from reports.report import Answer, Asked, Report, Summary, figures, share
from reports.shapes import Id, shape

METRICS = ("revenue", "profit", "sales_count", "average_sale", "discount", "returns")
ORDERS = ("revenue", "profit", "sales_count", "discount", "returns")


def summarise(business_id: uuid.UUID, period: Period) -> Summary:
    return figures(metric_queries.total(business_id, METRICS, cut=period.cut), *METRICS)


def build(business_id: uuid.UUID, asked: Asked) -> Answer:
    summary = summarise(business_id, asked.period)
    found = metric_queries.by(business_id, METRICS, dimensions=["staff"], cut=asked.period.cut)
    top = ranked(found, asked.order or ORDERS[0])[: asked.limit]
    people = names.staff(business_id, [row.key[0] for row in top])
    total = Decimal(summary["revenue"])
    rows = []
    for place, row in enumerate(top, start=1):
        member = people.get(row.key[0])
        rows.append(
            {
                "rank": place,
                "staff_id": row.key[0],
                "staff_name": member.name if member else "Not recorded",
                **figures(row, *METRICS),
                "share_of_revenue": share(row["revenue"] or Decimal(0), total),
            }
        )
    return Answer(summary, rows)


Totals = shape("StaffPerformanceTotals", *METRICS)
RowShape = shape(
    "StaffPerformanceRow", *METRICS, rank=int, staff_id=Id | None, staff_name=str, share_of_revenue=float | None
)

PERFORMANCE = Report(
    key="staff_performance",
    title="Staff performance",
    path="staff/performance",
    build=build,
    summarise=summarise,
    totals=Totals,
    row=RowShape,
    orders=ORDERS,
    about="Sales, discounts and returns by the person who rang them up.",
)
