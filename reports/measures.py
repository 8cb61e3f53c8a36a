"""Metrics measured: over a period, narrowed by filters, in all or by one or two dimensions."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Model, Q, QuerySet
from django.db.models.functions import (
    ExtractHour,
    ExtractIsoWeekDay,
    TruncDate,
    TruncMonth,
    TruncQuarter,
    TruncWeek,
    TruncYear,
)

from common import clock
from inventory.models import Stock
from reports.metrics import AS_OF_NOW, METRICS, PARTS, Source, parts_of
from sales.models import Payment, Sale, SaleLine

GROUP_LIMIT = 100_000
_TIMES = {
    "hour": ExtractHour, "weekday": ExtractIsoWeekDay, "day": TruncDate, "week": TruncWeek,
    "month": TruncMonth, "quarter": TruncQuarter, "year": TruncYear,
}  # fmt: skip
_PRODUCT = {
    "product": "product_id",
    "brand": "product__brand",
    "category": "product__category_id",
    "supplier": "product__supplier_id",
    "storefront": "storefront_id",
}
_SALE = {
    "customer": "customer_id",
    "staff": "sold_by_id",
    "storefront": "storefront_id",
    "price_tier": "price_tier",
    "sale": "id",
}
LOOKUPS: dict[Source, dict[str, str]] = {
    Source.LINES: _PRODUCT
    | {
        "customer": "sale__customer_id",
        "staff": "sale__sold_by_id",
        "price_tier": "price_tier",
        "sale": "sale_id",
        "customer_tier": "sale__customer__price_tier",
    },
    Source.SALES: _SALE,
    Source.CREDIT: _SALE,
    Source.PAYMENTS: {
        "customer": "customer_id",
        "staff": "received_by_id",
        "storefront": "storefront_id",
        "method": "method",
        "network": "network",
    },
    Source.INVOICES: _SALE,
    Source.OVERDUE: _SALE,
    Source.DUE: _SALE,
    Source.STOCK: _PRODUCT,
}
_MOMENT = {
    Source.LINES: "sold_at",
    Source.SALES: "sold_at",
    Source.CREDIT: "sold_at",
    Source.PAYMENTS: "received_at",
}


_PERIOD = {**_MOMENT, Source.DUE: "due_date"}


class TooManyGroups(Exception):
    """More than `GROUP_LIMIT` groups: to leave some out would make a wrong figure."""


class CannotMeasure(Exception):
    """A metric that cannot be cut or narrowed in the way asked: units by payment method."""


@dataclass(frozen=True)
class Cut:
    """What part of a business is looked at: `[start, end)` and, by dimension, the values wanted.

    Of overdue invoices, only those more than `overdue_days` days past due.
    """

    start: dt.date | None = None
    end: dt.date | None = None
    filters: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    excluding: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    overdue_days: int = 0


@dataclass(frozen=True)
class Row:
    """One group: the values of the dimensions, its parts, from them its metrics, and of how many rows it is made."""

    key: tuple[Any, ...]
    parts: Mapping[str, Decimal]
    counts: Mapping[Source, int] = field(default_factory=dict)

    def __getitem__(self, metric: str) -> Decimal | None:
        return METRICS[metric].value(self.parts)


def total(business_id: uuid.UUID, metrics: Sequence[str], *, cut: Cut) -> Row:
    """The metrics in one row, over everything in `cut`. One query for each source they need."""
    found: dict[str, Decimal] = {}
    counts: dict[Source, int] = {}
    for source, names in _plan(metrics, (), cut).items():
        expressions = {f"_{name}": PARTS[name].by_source[source] for name in names}
        answer = rows_of(business_id, source, cut=cut).aggregate(**expressions, _rows=Count("*"))
        counts[source] = answer["_rows"]
        found |= {name: Decimal(answer[f"_{name}"] or 0) for name in names}
    return Row((), found, counts)


def by(business_id: uuid.UUID, metrics: Sequence[str], *, dimensions: Sequence[str], cut: Cut) -> list[Row]:
    """The metrics for each group, in no order. One query for each source they need.

    A group without a value (a sale without customer) has None in its key. Raises `CannotMeasure`, `TooManyGroups`.
    """
    groups: dict[tuple[Any, ...], dict[str, Decimal]] = {}
    counts: dict[tuple[Any, ...], dict[Source, int]] = {}
    for source, names in _plan(metrics, dimensions, cut).items():
        for key, values, count in _grouped(business_id, source, names, dimensions, cut):
            groups.setdefault(key, {}).update(values)
            counts.setdefault(key, {})[source] = count
    zero = dict.fromkeys(parts_of(*metrics), Decimal(0))
    return [Row(key, zero | values, counts[key]) for key, values in groups.items()]


def rows_of(business_id: uuid.UUID, source: Source, *, cut: Cut) -> QuerySet[Any]:
    """The rows of a source in a cut: scoped to the business first, then the period, then the filters."""
    rows = _base(business_id, source)
    moment = _PERIOD.get(source)
    if source is Source.OVERDUE and cut.overdue_days:
        rows = rows.filter(due_date__lt=clock.today() - dt.timedelta(days=cut.overdue_days))
    if moment and cut.start:
        rows = rows.filter(**{f"{moment}__gte": clock.start_of(cut.start)})
    if moment and cut.end:
        rows = rows.filter(**{f"{moment}__lt": clock.start_of(cut.end)})
    for dimension, values in cut.filters.items():
        rows = rows.filter(_one_of(source, dimension, values))
    for dimension, values in cut.excluding.items():
        rows = rows.exclude(_one_of(source, dimension, values))
    return rows


def can(metric: str, dimensions: Iterable[str]) -> bool:
    """Whether a metric can be cut or narrowed by all of these dimensions."""
    wanted = list(dimensions)
    return all(any(_has(source, wanted) for source in PARTS[part].by_source) for part in METRICS[metric].parts)


def _base(business_id: uuid.UUID, source: Source) -> QuerySet[Any]:
    if source is Source.LINES:
        return SaleLine.objects.of(business_id).order_by()
    if source is Source.PAYMENTS:
        return Payment.objects.of(business_id).order_by()
    if source is Source.STOCK:
        return Stock.objects.of(business_id).filter(product__tracks_stock=True).order_by()
    sales = Sale.objects.of(business_id).order_by()
    return sales if source is Source.SALES else sales.filter(_on_account(source), kind=Sale.Kind.SALE)


def _on_account(source: Source) -> Q:
    if source is Source.CREDIT:
        return Q(due_date__isnull=False)
    still_open = Q(paid__lt=F("total"))
    if source is Source.OVERDUE:
        return still_open & Q(due_date__lt=clock.today())
    return still_open & Q(due_date__isnull=False) if source is Source.DUE else still_open


def _one_of(source: Source, dimension: str, values: Sequence[Any]) -> Q:
    if dimension in _TIMES:
        part = "iso_week_day" if dimension == "weekday" else dimension
        return Q(**{f"{_MOMENT[source]}__{part}__in": list(values)})
    lookup = LOOKUPS[source][dimension]
    return Q(**{lookup: values[0]} if len(values) == 1 else {f"{lookup}__in": list(values)})


def _plan(metrics: Sequence[str], dimensions: Sequence[str], cut: Cut) -> dict[Source, list[str]]:
    """Which parts come from which source: the first that knows all dimensions asked for."""
    wanted = [*dimensions, *cut.filters, *cut.excluding]
    sources: dict[Source, list[str]] = {}
    for name in parts_of(*metrics):
        able = [source for source in PARTS[name].by_source if _has(source, wanted)]
        if not able:
            raise CannotMeasure(f"{name} by {', '.join(wanted)}")
        sources.setdefault(able[0], []).append(name)
    return sources


def _has(source: Source, dimensions: Sequence[str]) -> bool:
    known = LOOKUPS.get(source, {})
    return all(each in known or (each in _TIMES and source in _MOMENT) for each in dimensions)


def _grouped(
    business_id: uuid.UUID, source: Source, names: list[str], dimensions: Sequence[str], cut: Cut
) -> Iterable[tuple[tuple[Any, ...], dict[str, Decimal], int]]:
    keys = {f"_key{place}": _dimension(source, each) for place, each in enumerate(dimensions)}
    expressions = {f"_{name}": PARTS[name].by_source[source] for name in names}
    rows: QuerySet[Model, Any] = rows_of(business_id, source, cut=cut).annotate(**keys).values_list(*keys)
    width = len(keys)
    groups = rows.annotate(**expressions, _rows=Count("*")).values_list(*keys, *expressions, "_rows")
    for place, row in enumerate(groups[: GROUP_LIMIT + 1]):
        if place == GROUP_LIMIT:
            raise TooManyGroups
        yield (
            tuple(_day(value) for value in row[:width]),
            {name: Decimal(value or 0) for name, value in zip(names, row[width:-1], strict=True)},
            row[-1],
        )


def _dimension(source: Source, dimension: str) -> Any:
    if dimension in _TIMES:
        return _TIMES[dimension](_MOMENT[source], tzinfo=clock.ACCRA)
    return F(LOOKUPS[source][dimension])


def _day(value: Any) -> Any:
    return clock.local_date(value) if isinstance(value, dt.datetime) else value


__all__ = ["AS_OF_NOW", "CannotMeasure", "Cut", "Row", "TooManyGroups", "by", "can", "rows_of", "total"]
