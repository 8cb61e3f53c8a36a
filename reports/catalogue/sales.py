"""The sales summary."""

import datetime as dt
import uuid

from reports import metric_queries
from reports.catalogue import over_time
from reports.period import Period
from reports.report import Answer, Asked, Report, Summary, figures
from reports.shapes import shape

METRICS = (
    "revenue",
    "gross_sales",
    "units",
    "sales_count",
    "average_sale",
    "basket_size",
    "buyers",
    "discount",
    "returns",
    "return_rate",
    "tax",
    "received",
    "credit_given",
)
ROW_METRICS = ("revenue", "units", "sales_count", "average_sale")


def summarise(business_id: uuid.UUID, period: Period) -> Summary:
    return figures(metric_queries.total(business_id, METRICS, cut=period.cut), *METRICS)


def build(business_id: uuid.UUID, asked: Asked) -> Answer:
    span = over_time.interval(asked.period, asked.group)
    rows = over_time.rows(business_id, asked.period, span, ROW_METRICS)
    return Answer(summarise(business_id, asked.period), rows)


Totals = shape("SalesSummaryTotals", *METRICS)
RowShape = shape("SalesSummaryRow", *ROW_METRICS, period=dt.date)

SUMMARY = Report(
    key="sales_summary",
    title="Sales summary",
    path="sales/summary",
    build=build,
    summarise=summarise,
    totals=Totals,
    row=RowShape,
    groups=over_time.INTERVALS,
    about="What was sold, in all and over time: `revenue` is net of returns, `gross_sales` is before them.",
)
