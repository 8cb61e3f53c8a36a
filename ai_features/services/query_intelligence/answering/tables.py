"""The figures as data: totals, rows, and where they came from."""

import datetime as dt
from decimal import Decimal
from typing import Any

from ai_features.services.query_intelligence.answering import why
from ai_features.services.query_intelligence.answering.plans import title
from ai_features.services.query_intelligence.answering.result import Result, Row, day_of
from ai_features.services.query_intelligence.plan import Days
from common import money
from reports.dimensions import DIMENSIONS
from reports.metrics import METRICS, Unit

_SINGULAR = {
    "lines": "line",
    "sales": "sale",
    "payments": "payment",
    "invoices": "invoice",
    "records": "record",
    "products": "product",
    "customers": "customer",
    "categories": "category",
    "suppliers": "supplier",
    "storefronts": "storefront",
    "movements": "movement",
}


def data(result: Result) -> dict[str, Any]:
    """The figures themselves. Money is a decimal string with two decimals, other figures are numbers."""
    plan = result.plan
    keys = dict.fromkeys([*plan.metrics, *result.metrics])
    body: dict[str, Any] = {
        "metrics": [{"key": key, "title": title(key), "definition": METRICS[key].definition} for key in keys],
        "period": _days(plan.period or result.covers),
        "compared_with": _days(plan.compare_to),
        "total": {key: as_json(value, key) for key, value in result.total.items()},
        "rows": [_row(result, row) for row in result.rows],
        "row_count": result.found,
    }
    if result.before:
        body["before"] = {key: as_json(value, key) for key, value in result.before.items()}
    if result.average is not None:
        body["average"] = {"per": plan.per, "value": as_json(result.average, plan.metric), "count": result.units}
    if result.share is not None:
        body["share_percent"] = float(result.share)
    if result.change:
        body["moved"] = why.by(result.change)
    return body


def _days(days: Days | None) -> dict[str, str] | None:
    if days is None:
        return None
    last = days.end - dt.timedelta(days=1)
    return {"from": days.start.isoformat(), "to": last.isoformat(), "label": days.label}


def as_json(value: Decimal | None, key: str) -> Any:
    """A figure of a metric as the contract writes it."""
    if value is None:
        return None
    unit = METRICS[key].unit
    if unit is Unit.DATE:
        return day_of(value).isoformat()
    if unit is Unit.MONEY:
        return money.plain(value)
    return int(value) if value == value.to_integral_value() else float(value)


def _row(result: Result, row: Row) -> dict[str, Any]:
    dimensions = result.plan.dimensions
    body: dict[str, Any] = dict(zip(dimensions or ("side",), row.labels, strict=True))
    for dimension, key in zip(dimensions, row.key, strict=bool(dimensions)):
        if DIMENSIONS[dimension].rows or (DIMENSIONS[dimension].named and dimension != "brand"):
            body[f"{dimension}_id"] = str(key) if key else None
    body |= {key: as_json(row.values[key], key) for key in result.metrics}
    body |= {f"{key}_before": as_json(row.before.get(key), key) for key in result.metrics if row.before}
    return body | ({"share_percent": float(row.share)} if row.share is not None else {})


def sources(result: Result) -> list[str]:
    """Where the figures came from, with counts: "1,204 sale lines, 1 to 31 October 2026"."""
    days = result.plan.period or result.covers
    when = f", {days.label}" if days and not METRICS[result.plan.metric].as_of_now else ""
    return [f"{count:,} {_one(name) if count == 1 else name}{when}" for name, count in result.sources]


def _one(rows: str) -> str:
    """ "sales on credit" as one of them is called: "sale on credit"."""
    return " ".join(_SINGULAR.get(word, word) for word in rows.split())


_FINANCIAL = frozenset({"profit", "margin", "cost", "tax", "discount", "discount_rate", "stock_profit"})


def kind_of_question(plan: Any) -> str:
    """The `query_type` of the contract."""
    metric = METRICS[plan.metric]
    about = {*plan.dimensions, metric.of, *(each.entity for each in plan.segments)}
    if metric.group == "stocking" or any(each.entity == "product" for each in plan.segments):
        return "inventory"
    if metric.group == "paying" and (metric.as_of_now or metric.key.startswith("due")):
        return "customer"
    if plan.metric in _FINANCIAL or metric.group == "paying":
        return "financial"
    if "customer" in about or plan.metric in ("buyers", "customer_count"):
        return "customer"
    return "product" if {"product", "category", "brand"} & about or plan.metric == "product_count" else "sales"
