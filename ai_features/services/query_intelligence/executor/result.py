"""What came of a plan: rows with names, totals, what it was compared with, and where it came from."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from ai_features.services.query_intelligence.plan import Days, Plan
from common import money
from reports.metrics import Unit

Value = Decimal | dt.date | None


@dataclass(frozen=True)
class Column:
    """A figure of each row."""

    key: str
    title: str
    unit: Unit


@dataclass(frozen=True)
class Row:
    """One line: what it is about, its figures, the same before, and its share of all in percent."""

    key: tuple[Any, ...]
    labels: tuple[str, ...]
    values: Mapping[str, Value]
    before: Mapping[str, Value] = field(default_factory=dict)
    share: Decimal | None = None


@dataclass(frozen=True)
class Result:
    """`found` rows there were in all, of which `rows` are shown; `covers` is set when the plan named no days."""

    plan: Plan
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: Mapping[str, Value]
    before: Mapping[str, Value] = field(default_factory=dict)
    found: int = 0
    share: Decimal | None = None
    average: Decimal | None = None
    units: int = 0
    covers: Days | None = None
    sources: tuple[tuple[str, int], ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there was nothing to count, rather than a count of nothing."""
        return not self.rows and not any(count for _, count in self.sources)


def in_words(value: Value, unit: Unit) -> str:
    """A figure as people write it."""
    if value is None:
        return "none"
    if isinstance(value, dt.date):
        return f"{value.day} {value:%B %Y}"
    if unit is Unit.MONEY:
        return money.written(value)
    if unit is Unit.PERCENT:
        return f"{value.normalize():f}%"
    return money.written_quantity(value)
