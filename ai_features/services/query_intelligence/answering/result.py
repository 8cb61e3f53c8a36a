"""What came of a plan: rows with names, totals, what it was compared with, and where it came from."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from ai_features.services.query_intelligence.plan import Days, Plan
from common import money
from reports.change import Change
from reports.metrics import METRICS, Metric, Unit

ENTITIES = ("customer", "product", "staff", "storefront", "supplier", "category", "brand")
"""What can be listed by how many there are: `customer_count` by customer is the list of customers."""
UNRANKED = frozenset({"units", "revenue", "profit", "sales_count"})
"""Figures that goods without a sale have none of."""
LISTED = frozenset(f"{entity}_count" for entity in ENTITIES)

_ALONE = ("today", "yesterday", "this ", "last ")


@dataclass(frozen=True)
class Row:
    """One line: what it is about, its figures, the same before, and its share of all in percent.

    A figure of `Unit.DATE` is the ordinal number of its day.
    """

    key: tuple[Any, ...]
    labels: tuple[str, ...]
    values: Mapping[str, Decimal | None]
    before: Mapping[str, Decimal | None] = field(default_factory=dict)
    share: Decimal | None = None
    at: dt.datetime | None = None

    def change(self, metric: str) -> Decimal | None:
        """How much more it is than before; what is missing counts as nothing."""
        return (self.values[metric] or Decimal(0)) - (self.before.get(metric) or Decimal(0)) if self.before else None


@dataclass(frozen=True)
class Result:
    """`rows` are those shown of the `found`; `metrics` their columns, the first of which orders them.

    `covers` is set when the plan named no days, `begins` is the first day on record, `share` the part of all in
    percent, of the first rows together where there are rows, `change` the change taken apart where why was asked,
    `unsold` the goods that are not among those that sold least, as they did not sell at all.
    """

    plan: Plan
    metrics: tuple[str, ...]
    rows: tuple[Row, ...]
    total: Mapping[str, Decimal | None]
    before: Mapping[str, Decimal | None] = field(default_factory=dict)
    found: int = 0
    share: Decimal | None = None
    average: Decimal | None = None
    units: int = 0
    covers: Days | None = None
    begins: dt.date | None = None
    sources: tuple[tuple[str, int], ...] = ()
    notes: tuple[str, ...] = ()
    change: Change | None = None
    unsold: tuple[str, ...] = ()

    @property
    def lead(self) -> str:
        """The metric that the rows are told by."""
        return self.metrics[0] if self.metrics else self.plan.metric

    @property
    def columns(self) -> tuple[Metric, ...]:
        return tuple(METRICS[key] for key in self.metrics)

    @property
    def empty(self) -> bool:
        """Whether there was nothing to count, rather than a count of nothing."""
        return not self.rows and not any(count for _, count in self.sources)

    @property
    def shown(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """By dimension, the ids of the rows in their order: what "them" and "the second" can mean."""
        if not self.plan.dimensions:
            return tuple(self._day_told())
        places = enumerate(self.plan.dimensions)
        return tuple((dim, tuple(dict.fromkeys(str(row.key[at]) for row in self.rows))) for at, dim in places)

    def _day_told(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The day that is the answer, of one figure that is a date."""
        value = self.total.get(self.plan.metric)
        if METRICS[self.plan.metric].unit is Unit.DATE and value is not None:
            yield "day", (day_of(value).isoformat(),)


def lists(plan: Plan) -> bool:
    """Whether the plan is a list of things by how many there are: the things are its answer, not their count."""
    return len(plan.dimensions) == 1 and plan.metric == f"{plan.dimensions[0]}_count"


def day_of(ordinal: Decimal) -> dt.date:
    """The day that a figure of `Unit.DATE` stands for."""
    return dt.date.fromordinal(int(ordinal))


def in_words(value: Decimal | None, unit: Unit) -> str:
    """A figure as people write it."""
    if value is None:
        return "not known"
    if unit is Unit.DATE:
        day = day_of(value)
        return f"{day.day} {day:%B %Y}"
    if unit is Unit.MONEY:
        return money.written(value)
    if unit is Unit.PERCENT:
        return money.written_percent(value)
    if unit is Unit.DAYS:
        return f"{money.written_quantity(value)} day{'' if value == 1 else 's'}"
    return money.written_quantity(value)


def joint(days: Days) -> str:
    """What stands before days: "on ", "from " or "in "; nothing before "last month"."""
    label = days.label.lower()
    if label.startswith(_ALONE):
        return ""
    if days.end - days.start == dt.timedelta(days=1):
        return "on "
    return "from " if " to " in label else "in "
