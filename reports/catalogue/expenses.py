"""What is left of gross profit after the expenses of running the shop, where they are written down."""

import uuid
from decimal import Decimal
from typing import Annotated, Any

from common import money
from reports import metric_queries
from reports.period import Period
from reports.report import Answer, Asked, Report, Summary, figures, share
from reports.shapes import Money, OneOf, shape
from sales import queries
from sales.models import ExpenseCategory

METRICS = ("revenue", "cost", "profit")


def summarise(business_id: uuid.UUID, period: Period) -> Summary:
    return _summary(business_id, period, _spent(business_id, period))


def build(business_id: uuid.UUID, asked: Asked) -> Answer:
    spent = _spent(business_id, asked.period)
    total = sum(spent.values(), money.ZERO)
    return Answer(
        _summary(business_id, asked.period, spent),
        [
            {
                "category": key,
                "name": str(ExpenseCategory(key).label),
                "amount": money.plain(amount),
                "share": share(amount, total),
            }
            for key, amount in spent.items()
        ],
    )


def _spent(business_id: uuid.UUID, period: Period) -> dict[str, Decimal]:
    return queries.expenses_by_category(
        business_id, start=period.start, end=period.end, storefront_id=period.storefront_id
    )


def _summary(business_id: uuid.UUID, period: Period, spent: dict[str, Decimal]) -> Summary:
    row = metric_queries.total(business_id, METRICS, cut=period.cut)
    kept = bool(spent) or queries.keeps_expenses(business_id)
    total = sum(spent.values(), money.ZERO)
    told: dict[str, Any] = {"expenses_recorded": kept, "expenses": None, "profit_after_expenses": None}
    if kept:
        told["expenses"] = money.plain(total)
        told["profit_after_expenses"] = money.plain((row["profit"] or money.ZERO) - total)
    unknown = money.plain(row.parts["uncosted_revenue"])
    return figures(row, *METRICS) | told | {"revenue_without_known_cost": unknown}


Totals = shape(
    "ProfitTotals",
    *METRICS,
    revenue_without_known_cost=Money,
    expenses_recorded=bool,
    expenses=Money | None,
    profit_after_expenses=Money | None,
)
RowShape = shape(
    "ProfitRow", category=Annotated[str, OneOf(ExpenseCategory.choices)], name=str, amount=Money, share=float | None
)

PROFIT = Report(
    key="profit",
    title="Profit after expenses",
    path="financial/profit",
    build=build,
    summarise=summarise,
    totals=Totals,
    row=RowShape,
    about="Gross profit less the expenses of the period, by category. Where the shop writes down no expenses, "
    "profit after them is not told.",
)
