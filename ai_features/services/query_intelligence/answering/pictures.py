"""The right picture of an answer first, and a table beside it where there are rows."""

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from ai_features.services.query_intelligence.answering import why
from ai_features.services.query_intelligence.answering.plans import plan_in_words, title
from ai_features.services.query_intelligence.answering.result import Result, Row, in_words, lists
from ai_features.services.query_intelligence.answering.tables import as_json
from reports.dimensions import DIMENSIONS, TIME_DIMENSIONS
from reports.metrics import METRICS, Unit
from reports.visualizations import picture

MOST_BARS, MOST_SLICES = 12, 8
OTHERS = "others"


def visualizations(result: Result) -> list[dict[str, Any]]:
    """Pictures as `reports.visualizations` describes them; at most twelve bars, the rest summed."""
    plan, name = result.plan, plan_in_words(result.plan)
    if result.change:
        return list(why.pictures(result))
    if not plan.dimensions and not plan.sides:
        return list(_numbers(result, name))
    table = _table(result, name)
    drawn = result.metrics and METRICS[result.lead].unit is not Unit.DATE
    if lists(plan) or not drawn or len(plan.dimensions) > 1 or not result.rows:
        return [table]
    if METRICS[plan.metric].of and len(result.rows) == 1:
        return [_number_picture(name, result.rows[0].values[plan.metric], METRICS[plan.metric].unit)]
    return [_drawn(result, name), table]


def _drawn(result: Result, name: str) -> dict[str, Any]:
    plan, unit = result.plan, METRICS[result.lead].unit.value
    if plan.share and METRICS[plan.metric].adds_up:
        return picture("pie", name, unit=unit, data=_points(result, most=MOST_SLICES))
    if plan.order == "time" and plan.dimensions and plan.dimensions[0] in TIME_DIMENSIONS:
        return picture("line", name, unit=unit, data=[_point(result, row) for row in result.rows])
    return picture("bar", name, unit=unit, data=_points(result, most=MOST_BARS))


def _numbers(result: Result, name: str) -> Iterator[dict[str, Any]]:
    plan, unit = result.plan, METRICS[result.plan.metric].unit
    value = result.average if result.average is not None else result.total[plan.metric]
    yield _number_picture(name, value, unit)
    if plan.compare_to and plan.period:
        pairs = ((plan.compare_to, result.before[plan.metric]), (plan.period, result.total[plan.metric]))
        bars = [{"label": of.label, "value": _number(value), "date": of.start.isoformat()} for of, value in pairs]
        yield picture("bar", name, unit=unit.value, data=bars)


def _number_picture(name: str, value: Decimal | None, unit: Unit) -> dict[str, Any]:
    shown = None if unit is Unit.DATE else _number(value)
    return picture("number", name, data={"value": shown, "unit": unit.value, "text": in_words(value, unit)})


def _table(result: Result, name: str) -> dict[str, Any]:
    """Rows to be shown: names and figures, no ids."""
    dimensions = result.plan.dimensions
    columns = [{"key": each, "title": _heading(DIMENSIONS[each].title), "kind": "text"} for each in dimensions]
    columns = columns or [{"key": "side", "title": "Of", "kind": "text"}]
    columns += [{"key": key, "title": title(key), "kind": METRICS[key].unit.value} for key in result.metrics]
    rows = [_cells(result, row) for row in result.rows]
    shown = {key for row in rows for key in row} - {column["key"] for column in columns}
    for key in (f"{metric}_before" for metric in result.metrics):
        if key in shown:
            metric = key.removesuffix("_before")
            columns.append({"key": key, "title": f"{title(metric)} before", "kind": METRICS[metric].unit.value})
    columns += [{"key": "share_percent", "title": "Share", "kind": "percent"}] if "share_percent" in shown else []
    return picture("table", name, columns=columns, data=rows)


def _heading(name: str) -> str:
    return name[:1].upper() + name[1:]


def _cells(result: Result, row: Row) -> dict[str, Any]:
    cells: dict[str, Any] = dict(zip(result.plan.dimensions or ("side",), row.labels, strict=True))
    cells |= {key: as_json(row.values[key], key) for key in result.metrics}
    cells |= {f"{key}_before": as_json(row.before.get(key), key) for key in result.metrics if row.before}
    return cells | ({"share_percent": float(row.share)} if row.share is not None else {})


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _point(result: Result, row: Row) -> dict[str, Any]:
    point: dict[str, Any] = {"label": ", ".join(row.labels), "value": _number(row.values[result.lead])}
    if row.before:
        point["before"] = _number(row.before.get(result.lead))
    if isinstance(row.key[0], dt.date):
        point["date"] = row.key[0].isoformat()
    return point


def _points(result: Result, *, most: int) -> list[dict[str, Any]]:
    """The first rows, and what is left of the whole as one more where the figures of groups add up."""
    rows, whole = result.rows, result.total.get(result.lead)
    if result.found <= most and len(rows) <= most:
        return [_point(result, row) for row in rows]
    shown = rows[: most - 1]
    points = [_point(result, row) for row in shown]
    if not METRICS[result.lead].adds_up or whole is None:
        return points
    left = whole - _sum(shown, result.lead)
    return [*points, {"label": OTHERS, "value": float(left)}] if left else points


def _sum(rows: Sequence[Row], metric: str) -> Decimal:
    return sum((row.values[metric] or Decimal(0) for row in rows), Decimal(0))
