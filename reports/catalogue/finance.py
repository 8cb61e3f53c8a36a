"""Revenue and profit."""

import datetime as dt
import uuid

from common import money
from reports import metric_queries
from reports.catalogue import over_time
from reports.period import Period
from reports.report import Answer, Asked, Report, Summary, figures
from reports.shapes import Money, shape

METRICS = ("revenue", "gross_sales", "cost", "profit", "margin", "discount", "returns", "tax")
ROW_METRICS = ("revenue", "cost", "profit", "margin")


def summarise(business_id: uuid.UUID, period: Period) -> Summary:
    row = metric_queries.total(business_id, METRICS, cut=period.cut)
    return figures(row, *METRICS) | {"revenue_without_known_cost": money.plain(row.parts["uncosted_revenue"])}


def build(business_id: uuid.UUID, asked: Asked) -> Answer:
    span = over_time.interval(asked.period, asked.group)
    rows = over_time.rows(business_id, asked.period, span, ROW_METRICS)
    return Answer(summarise(business_id, asked.period), rows)


Totals = shape("RevenueProfitTotals", *METRICS, revenue_without_known_cost=Money)
RowShape = shape("RevenueProfitRow", *ROW_METRICS, period=dt.date)

REVENUE_PROFIT = Report(
    key="revenue_profit",
    title="Revenue and profit",
    path="financial/revenue-profit",
    build=build,
    summarise=summarise,
    totals=Totals,
    row=RowShape,
    groups=over_time.INTERVALS,
    about="Sales net of returns, and gross before them; the cost of the goods sold, gross profit and margin. Sales of "
    "unknown cost are left out of profit.",
)
