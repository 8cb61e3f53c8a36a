"""Sums of lines taken from the totals of closed days, and from the lines of all other days."""

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from django.db import connection
from django.db.models import Count, F, Q, QuerySet, Sum

from common import shop_clock as clock
from common.postgres import one_state
from reports.metrics import PARTS, Source
from reports.sources import TIMES, Cut, rows_of
from sales import queries
from sales.models import DayTotal

LEAST_DAYS, MOST_GAPS = 14, 12
_SUMS = (
    "revenue",
    "gross",
    "returned",
    "cost",
    "costed_revenue",
    "uncosted_revenue",
    "discount",
    "tax",
    "units",
    "sold_units",
    "returned_units",
)
_PARTS: Final = frozenset(_SUMS)
_BY: Final = frozenset(("storefront", "day", "week", "month", "quarter", "year"))
Closed = tuple[int, dt.datetime, dt.datetime]
"""The key of a closed day, and the moments between which it lies."""
Gap = tuple[dt.datetime, dt.datetime | None]
Sums = tuple[tuple[Any, ...], Mapping[str, Decimal], int]
"""The key of a group, its parts, and of how many lines it is made."""


@dataclass(frozen=True)
class Split:
    """A cut of lines as the totals of its closed days and the lines of its other days."""

    totals: QuerySet[DayTotal, Any]
    lines: QuerySet[Any, Any]


def sums(
    business_id: uuid.UUID, source: Source, parts: Sequence[str], by: Sequence[str], cut: Cut
) -> list[Sums] | None:
    """The parts by dimension, of totals and lines together; None where little is saved by it. Three queries at most."""
    if not _counted(source, parts, by, cut):
        return None
    with one_state():
        found = _split(business_id, source, by, cut)
        return None if found is None else list(_added(found, parts, by))


def _split(business_id: uuid.UUID, source: Source, by: Iterable[str], cut: Cut) -> Split | None:
    closed = list(_closed(business_id, cut))
    gaps = list(_gaps(cut, closed))
    if len(closed) < LEAST_DAYS or len(gaps) > MOST_GAPS:
        return None
    totals = DayTotal.objects.filter(closed_day__in=[day[0] for day in closed])
    if "storefront" in cut.filters:
        totals = totals.filter(storefront_id__in=cut.filters["storefront"])
    return Split(totals, _between(rows_of(business_id, source, cut=cut, by=[*by]), gaps))


def _counted(source: Source, parts: Iterable[str], by: Iterable[str], cut: Cut) -> bool:
    """Whether totals know these parts, what they are cut by and narrowed to, and the time is long enough."""
    if connection.vendor != "postgresql" or source is not Source.LINES or cut.excluding or cut.within:
        return False
    if not cut.start or ((cut.end or clock.today()) - cut.start).days < LEAST_DAYS:
        return False
    return _PARTS.issuperset(parts) and _BY.issuperset(by) and cut.filters.keys() <= {"storefront"}


def _added(cut: Split, parts: Sequence[str], by: Sequence[str]) -> Iterator[Sums]:
    of_totals: dict[str, Any] = {f"_{name}": Sum(name) for name in parts} | {"_rows": Sum("lines")}
    of_lines: dict[str, Any] = {f"_{name}": PARTS[name].by_source[Source.LINES] for name in parts} | {
        "_rows": Count("pk")
    }
    added: dict[tuple[Any, ...], list[Any]] = {}
    for rows in (_grouped(cut.totals, "starts_at", of_totals, by), _grouped(cut.lines, "sold_at", of_lines, by)):
        for key, values in rows:
            before = added.get(key, [0] * len(values))
            added[key] = [one + (other or 0) for one, other in zip(before, values, strict=True)]
    for key, (*found, count) in added.items():
        yield key, {name: Decimal(value) for name, value in zip(parts, found, strict=True)}, count


def _grouped(
    rows: QuerySet[Any, Any], moment: str, wanted: dict[str, Any], by: Sequence[str]
) -> Iterator[tuple[tuple[Any, ...], tuple[Any, ...]]]:
    if not by:
        yield (), tuple(rows.aggregate(**wanted).values())
        return
    keys = {
        f"_key{place}": F("storefront_id") if each == "storefront" else TIMES[each](moment)
        for place, each in enumerate(by)
    }
    found = rows.order_by().annotate(**keys).values_list(*keys).annotate(**wanted).values_list(*keys, *wanted)
    for row in found:
        yield row[: len(by)], row[len(by) :]


def _closed(business_id: uuid.UUID, cut: Cut) -> Iterator[Closed]:
    """The closed days that lie in the cut and are days of the shop as it counts them now."""
    assert cut.start
    days = queries.closed_days(business_id).filter(starts_at__gte=clock.start_of(cut.start))
    if cut.end:
        days = days.filter(ends_at__lte=clock.start_of(cut.end))
    for key, day, starts, ends in days.values_list("pk", "day", "starts_at", "ends_at"):
        if (starts, ends) == clock.borders(day):
            yield key, starts, ends


def _gaps(cut: Cut, closed: Iterable[Closed]) -> Iterator[Gap]:
    """The times of the cut that no closed day holds."""
    assert cut.start
    reached, end = clock.start_of(cut.start), clock.start_of(cut.end) if cut.end else None
    for _, starts, ends in closed:
        if starts > reached:
            yield reached, starts
        reached = ends
    if end is None or reached < end:
        yield reached, end


def _between(lines: QuerySet[Any, Any], gaps: Sequence[Gap]) -> QuerySet[Any, Any]:
    if not gaps:
        return lines.none()
    inside = Q()
    for starts, ends in gaps:
        inside |= Q(sold_at__gte=starts, sold_at__lt=ends) if ends else Q(sold_at__gte=starts)
    return lines.filter(inside)
