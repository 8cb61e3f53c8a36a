"""Metrics measured: over a period, narrowed by filters, in all or by one or two dimensions."""

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import Count, DateTimeField, Max, Model, QuerySet, Value

from common import shop_clock as clock
from reports import kept_days
from reports.dimensions import DIMENSIONS
from reports.metrics import AS_OF_NOW, DAYS_PART, METRICS, PARTS, Source, parts_of
from reports.sources import HAPPENED, Cut, Within, expression, holds, known_by, rows_of, without_hour

__all__ = [
    "AS_OF_NOW",
    "CannotMeasure",
    "Cut",
    "Row",
    "TooManyGroups",
    "Within",
    "by",
    "can",
    "rows_of",
    "total",
    "without_hour",
]

GROUP_LIMIT = 100_000


class TooManyGroups(Exception):
    """More than `GROUP_LIMIT` groups: to leave some out would make a wrong figure."""


class CannotMeasure(Exception):
    """A metric that cannot be cut or narrowed in the way asked: units by payment method."""


@dataclass(frozen=True)
class Row:
    """One group: the values of the dimensions, its parts, from them its metrics, and of how many rows it is made.

    `at`: when it happened, of a group that is one sale, payment, line or movement.
    """

    key: tuple[Any, ...]
    parts: Mapping[str, Decimal]
    counts: Mapping[Source, int] = field(default_factory=dict)
    at: dt.datetime | None = None

    def __getitem__(self, metric: str) -> Decimal | None:
        return METRICS[metric].value(self.parts)


def total(business_id: uuid.UUID, metrics: Sequence[str], *, cut: Cut) -> Row:
    """The metrics in one row, over everything in `cut`. One query for each source they need."""
    found = _known(cut)
    counts: dict[Source, int] = {}
    for source, names in _plan(metrics, (), cut).items():
        if kept := kept_days.sums(business_id, source, names, (), cut):
            ((_, values, counts[source]),) = kept
            found |= values
            continue
        expressions = {f"_{name}": PARTS[name].by_source[source] for name in names}
        answer = rows_of(business_id, source, cut=cut).aggregate(**expressions, _rows=Count("*"))
        counts[source] = answer["_rows"]
        found |= {name: _decimal(answer[f"_{name}"]) for name in names}
    return Row((), found, counts)


def by(business_id: uuid.UUID, metrics: Sequence[str], *, dimensions: Sequence[str], cut: Cut) -> list[Row]:
    """The metrics for each group, in no order. One query for each source they need.

    A group without a value (a sale without customer) has None in its key. Raises `CannotMeasure`, `TooManyGroups`.
    """
    groups: dict[tuple[Any, ...], dict[str, Decimal]] = {}
    counts: dict[tuple[Any, ...], dict[Source, int]] = {}
    moments: dict[tuple[Any, ...], dt.datetime] = {}
    for source, names in _plan(metrics, dimensions, cut).items():
        for key, values, count, at in _grouped(business_id, source, names, dimensions, cut):
            groups.setdefault(key, {}).update(values)
            counts.setdefault(key, {})[source] = count
            if at:
                moments[key] = at
    zero = dict.fromkeys(parts_of(*metrics), Decimal(0)) | _known(cut)
    return [Row(key, zero | values, counts[key], moments.get(key)) for key, values in groups.items()]


def can(metric: str, dimensions: Iterable[str]) -> bool:
    """Whether a metric can be cut or narrowed by all of these dimensions."""
    wanted = list(dimensions)
    counted = [part for part in METRICS[metric].parts if part != DAYS_PART]
    return all(any(known_by(source, wanted) for source in PARTS[part].by_source) for part in counted)


def _known(cut: Cut) -> dict[str, Decimal]:
    """The parts that follow from the cut alone."""
    if not cut.start:
        return {DAYS_PART: Decimal(0)}
    last = clock.today() + dt.timedelta(days=1)
    return {DAYS_PART: Decimal(max(0, (min(cut.end or last, last) - cut.start).days))}


def _plan(metrics: Sequence[str], dimensions: Sequence[str], cut: Cut) -> dict[Source, list[str]]:
    """Which parts come from which source: of those that know all dimensions asked for, the nearest."""
    wanted = [*dimensions, *cut.dimensions]
    sources: dict[Source, list[str]] = {}
    for name in parts_of(*metrics):
        if name == DAYS_PART:
            continue
        able = [source for source in PARTS[name].by_source if known_by(source, wanted)]
        if not able:
            raise CannotMeasure(f"{name} by {', '.join(wanted)}")
        sources.setdefault(_nearest(able, wanted), []).append(name)
    return sources


def _nearest(able: Sequence[Source], dimensions: Iterable[str]) -> Source:
    """The first whose rows hold all dimensions themselves, so that nothing is joined; without one, the first."""
    wanted = set(dimensions)
    if "price_tier" in wanted:  # lines of one sale may differ in it
        return able[0]
    return next((source for source in able if holds(source, wanted)), able[0])


def _grouped(
    business_id: uuid.UUID, source: Source, names: list[str], dimensions: Sequence[str], cut: Cut
) -> Iterator[tuple[tuple[Any, ...], Mapping[str, Decimal], int, dt.datetime | None]]:
    kept = kept_days.sums(business_id, source, names, dimensions, cut)
    if kept is not None:
        yield from ((*group, None) for group in kept)
        return
    keys = {f"_key{place}": expression(source, each) for place, each in enumerate(dimensions)}
    expressions = {f"_{name}": PARTS[name].by_source[source] for name in names}
    rows: QuerySet[Model, Any] = (
        rows_of(business_id, source, cut=cut, by=dimensions).annotate(**keys).values_list(*keys)
    )
    width = len(keys)
    single = any(DIMENSIONS[each].rows for each in dimensions if each in DIMENSIONS)
    at = Max(HAPPENED[source]) if single and source in HAPPENED else Value(None, output_field=DateTimeField())
    groups = rows.annotate(**expressions, _rows=Count("*"), _at=at).values_list(*keys, *expressions, "_rows", "_at")
    for place, row in enumerate(groups[: GROUP_LIMIT + 1]):
        if place == GROUP_LIMIT:
            raise TooManyGroups
        yield (
            tuple(_day(value) for value in row[:width]),
            {name: _decimal(value) for name, value in zip(names, row[width:-2], strict=True)},
            row[-2],
            row[-1],
        )


def _decimal(value: Any) -> Decimal:
    """A counted part as a number; a moment as the ordinal of its day."""
    day = _day(value)
    return Decimal(day.toordinal() if isinstance(day, dt.date) else day or 0)


def _day(value: Any) -> Any:
    return clock.local_date(value) if isinstance(value, dt.datetime) else value
