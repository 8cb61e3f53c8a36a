"""What a report is: a path, and a function from a business and a period to a summary and rows."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from common import money
from reports.metric_queries import Row
from reports.metrics import METRICS, Unit
from reports.period import Period

Summary = dict[str, Any]
Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Asked:
    """What a report was asked for: the period, what beside it, how many rows, how rows are grouped and ordered."""

    period: Period
    compare: str = ""
    limit: int = 50
    group: str = ""
    order: str = ""


@dataclass(frozen=True)
class Answer:
    """A report's summary figures and rows, ready for JSON; `more` stands beside them in the response."""

    summary: Summary
    results: Rows
    more: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Report:
    """A report of the catalogue. `groups` and `orders` are what `?group_by=` and `?order_by=` accept, default first."""

    key: str
    title: str
    path: str
    build: Callable[[uuid.UUID, Asked], Answer]
    summarise: Callable[[uuid.UUID, Period], Summary]
    groups: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()
    totals: type[BaseModel]
    """What `summary` holds."""
    row: type[BaseModel]
    """What each of `results` holds."""
    more: Mapping[str, Any] = field(default_factory=dict)
    """What else stands in the answer at times: name and type."""
    about: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)


def body(report: Report, business_id: uuid.UUID, asked: Asked) -> dict[str, Any]:
    """The response of a report: `{summary, results, period}`, and `comparison` when one was asked for."""
    answer = report.build(business_id, asked)
    found = {"summary": answer.summary, "results": answer.results, "period": asked.period.json()}
    found |= answer.more
    if asked.compare and "comparison" not in found:
        earlier = asked.period.before(asked.compare)
        summary = report.summarise(business_id, earlier)
        change = {name: changed(summary.get(name), now) for name, now in answer.summary.items() if _is_figure(now)}
        found["comparison"] = {"period": earlier.json(), "summary": summary, "change_percent": change}
    return found


def figures(row: Row, *metrics: str) -> dict[str, Any]:
    """The metrics of a row as the JSON contract writes them."""
    return {metric: figure(METRICS[metric].unit, row[metric]) for metric in metrics}


def figure(unit: Unit, value: Decimal | None) -> Any:
    """Money as a decimal string, counts and days as whole numbers, percentages as numbers, units as plain text."""
    if value is None:
        return None
    if unit is Unit.MONEY:
        return money.plain(value)
    if unit is Unit.PERCENT:
        return float(value)
    return int(value) if unit in (Unit.COUNT, Unit.DAYS) else quantity(value)


def quantity(value: Decimal) -> str:
    """Units without separators or trailing zeros: "1200", "2.5"."""
    return money.written_quantity(value).replace(",", "")


def share(part: Decimal, whole: Decimal) -> float | None:
    """A percentage to one decimal as a JSON number."""
    found = money.share(part, whole)
    return None if found is None else float(found)


def changed(before: Any, now: Any) -> float | None:
    """The change in percent, one decimal; None where there was nothing before."""
    if before is None or now is None or not Decimal(str(before)):
        return None
    old, new = Decimal(str(before)), Decimal(str(now))
    return float(money.rounded((new - old) * 100 / abs(old), 1))


def _is_figure(value: Any) -> bool:
    if isinstance(value, str):
        return value.replace(".", "", 1).replace("-", "", 1).isdigit()
    return isinstance(value, int | float) and not isinstance(value, bool)
