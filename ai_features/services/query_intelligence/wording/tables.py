"""The figures as data: totals, rows, the right picture, and where they came from."""

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from ai_features.services.query_intelligence.executor import Result, Row
from ai_features.services.query_intelligence.executor.result import Value, in_words
from ai_features.services.query_intelligence.vocabulary import LISTS, TIME_DIMENSIONS, definition, title
from ai_features.services.query_intelligence.wording.plans import NOW, plan_in_words
from common import money
from reports.metrics import METRICS, Unit

PIE_ROWS = 7


def data(result: Result) -> dict[str, Any]:
    """The figures themselves. Money is a decimal string with two decimals, other figures are numbers."""
    plan = result.plan
    body: dict[str, Any] = {
        "metrics": [{"key": key, "title": title(key), "definition": definition(key)} for key in plan.metrics],
        "period": _days_json(plan.period or result.covers),
        "compared_with": _days_json(plan.compare_to),
        "total": {key: _json(value, _unit_of(key)) for key, value in result.total.items()},
        "rows": [_row_json(result, row) for row in result.rows],
        "row_count": result.found,
    }
    if result.before:
        body["before"] = {key: _json(value, _unit_of(key)) for key, value in result.before.items()}
    if result.average is not None:
        body["average"] = {
            "per": plan.per,
            "value": _json(result.average, METRICS[plan.metric].unit),
            "count": result.units,
        }
    if result.share is not None:
        body["share_percent"] = float(result.share)
    return body


def _unit_of(key: str) -> Unit:
    return METRICS[key].unit if key in METRICS else Unit.COUNT


def _days_json(days: Any) -> dict[str, str] | None:
    if days is None:
        return None
    last = days.end - dt.timedelta(days=1)
    return {"from": days.start.isoformat(), "to": last.isoformat(), "label": days.label}


def _json(value: Value, unit: Unit) -> Any:
    if value is None:
        return None
    if isinstance(value, dt.date):
        return value.isoformat()
    if unit is Unit.MONEY:
        return money.plain(value)
    return int(value) if value == value.to_integral_value() else float(value)


def _row_json(result: Result, row: Row) -> dict[str, Any]:
    dimensions = result.plan.dimensions or (LISTS[result.plan.metric].of,)
    body: dict[str, Any] = dict(zip(dimensions, row.labels, strict=True))
    for dimension, key in zip(dimensions, row.key, strict=True):
        if dimension in ("product", "customer", "category", "storefront", "staff", "supplier", "sale"):
            body[f"{dimension}_id"] = str(key) if key else None
    body |= {column.key: _json(row.values[column.key], column.unit) for column in result.columns}
    body |= {f"{key}_before": _json(value, _unit_of(key)) for key, value in row.before.items()}
    return body | ({"share_percent": float(row.share)} if row.share is not None else {})


def visualizations(result: Result) -> list[dict[str, Any]]:
    """The right picture first, and a table beside it where there are rows."""
    plan, name = result.plan, plan_in_words(result.plan)
    if plan.metric in LISTS and not plan.dimensions:
        return [_picture("number", name, {"value": result.found, "unit": "count"})]
    if not plan.dimensions:
        return list(_number_pictures(result, name))
    table = _picture("table", name, [_row_json(result, row) for row in result.rows])
    if plan.metric in LISTS or len(plan.dimensions) > 1 or not result.rows:
        return [table]
    if plan.share:
        return [_picture("pie", name, _slices(result)), table]
    kind = "line" if plan.order == "time" and plan.dimensions[0] in TIME_DIMENSIONS else "bar"
    return [_picture(kind, name, _points(result, result.rows)), table]


def _number_pictures(result: Result, name: str) -> Iterator[dict[str, Any]]:
    plan, unit = result.plan, METRICS[result.plan.metric].unit
    value = result.average if result.average is not None else result.total[plan.metric]
    yield _picture("number", name, {"value": _number(value), "unit": unit.value, "text": in_words(value, unit)})
    if plan.compare_to and plan.period:
        pairs = ((plan.compare_to.label, result.before[plan.metric]), (plan.period.label, result.total[plan.metric]))
        yield _picture("bar", name, [{"label": label, "value": _number(value)} for label, value in pairs])


def _picture(kind: str, name: str, data: Any) -> dict[str, Any]:
    return {"type": kind, "title": name, "data": data}


def _number(value: Value) -> float | None:
    return float(value) if isinstance(value, Decimal) else None


def _points(result: Result, rows: Sequence[Row]) -> list[dict[str, Any]]:
    metric = result.plan.metric
    points = []
    for row in rows:
        point = {"label": ", ".join(row.labels), "value": _number(row.values[metric])}
        points.append(point | ({"before": _number(row.before[metric])} if row.before else {}))
    return points


def _slices(result: Result) -> list[dict[str, Any]]:
    points = _points(result, result.rows[:PIE_ROWS])
    whole = result.total[result.plan.metric]
    shown = sum(point["value"] or 0 for point in points)
    if result.found > PIE_ROWS and isinstance(whole, Decimal):
        points.append({"label": "others", "value": round(float(whole) - shown, 2)})
    return points


_SINGULAR = {
    "lines": "line", "sales": "sale", "payments": "payment", "invoices": "invoice", "records": "record",
    "products": "product", "customers": "customer", "categories": "category", "suppliers": "supplier",
    "storefronts": "storefront",
}  # fmt: skip


def sources(result: Result) -> list[str]:
    """Where the figures came from, with counts: "1,204 sale lines, 1 to 31 October 2026"."""
    days = result.plan.period or result.covers
    when = f", {days.label}" if days and result.plan.metric not in NOW else ""
    return [f"{count:,} {_one(name) if count == 1 else name}{when}" for name, count in result.sources]


def _one(rows: str) -> str:
    """ "sales on credit" as one of them is called: "sale on credit"."""
    return " ".join(_SINGULAR.get(word, word) for word in rows.split())
