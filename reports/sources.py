"""The rows that metrics are counted from: whose they are, when they happened, and what they can be cut by."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import F, Q, QuerySet
from django.db.models.lookups import In

from common import shop_clock as clock
from reports.metrics.metric import Source
from reports.source_rows import ROWS
from sales.models import SaleLine

TIMES = {
    "hour": clock.Hour,
    "weekday": clock.Weekday,
    "day": clock.Day,
    "week": clock.Week,
    "month": clock.Month,
    "quarter": clock.Quarter,
    "year": clock.Year,
}
_NUMBERS = {
    "hour": clock.Hour,
    "weekday": clock.Weekday,
    "day": clock.DayOfMonth,
    "week": clock.WeekNumber,
    "month": clock.MonthNumber,
    "quarter": clock.QuarterNumber,
    "year": clock.YearNumber,
}
"""The same as numbers, to narrow by."""
_OF_PRODUCT = {
    "product": "product_id",
    "brand": "product__brand",
    "category": "product__category_id",
    "supplier": "product__supplier_id",
    "storefront": "storefront_id",
}
_OF_SALE = {
    "customer": "customer_id",
    "staff": "sold_by_id",
    "storefront": "storefront_id",
    "price_tier": "price_tier",
    "customer_tier": "customer__price_tier",
    "sale": "id",
}
_OF_LINE = _OF_PRODUCT | {
    "customer": "sale__customer_id",
    "staff": "sale__sold_by_id",
    "price_tier": "price_tier",
    "sale": "sale_id",
    "customer_tier": "sale__customer__price_tier",
    "line": "id",
}
_OF_ORDER = _OF_PRODUCT | {
    "supplier": "order__supplier_id",
    "storefront": "order__storefront_id",
    "staff": "order__by_id",
}
LOOKUPS: dict[Source, dict[str, str]] = {
    Source.LINES: _OF_LINE,
    Source.TOGETHER: _OF_LINE,
    Source.RECENT: _OF_LINE,
    Source.SALES: _OF_SALE,
    Source.CREDIT: _OF_SALE,
    Source.INVOICES: _OF_SALE | {"lateness": "lateness"},
    Source.OVERDUE: _OF_SALE | {"lateness": "lateness"},
    Source.DUE: _OF_SALE | {"lateness": "lateness"},
    Source.SETTLED: _OF_SALE,
    Source.FIRST: _OF_SALE,
    Source.PAYMENTS: {
        "customer": "customer_id",
        "staff": "received_by_id",
        "storefront": "storefront_id",
        "method": "method",
        "network": "network",
        "customer_tier": "customer__price_tier",
        "payment": "id",
    },
    Source.COLLECTED: {
        "customer": "invoice__customer_id",
        "storefront": "invoice__storefront_id",
        "staff": "payment__received_by_id",
        "method": "payment__method",
        "network": "payment__network",
        "payment": "payment_id",
        "sale": "invoice_id",
    },
    Source.STOCK: _OF_PRODUCT,
    Source.MOVEMENTS: _OF_PRODUCT | {"staff": "by_id", "movement": "id", "destination": "transfer__to_storefront_id"},
    Source.PRODUCTS: {"product": "id", "brand": "brand", "category": "category_id", "supplier": "supplier_id"},
    Source.CUSTOMERS: {"customer": "id", "customer_tier": "price_tier"},
    Source.STAFF: {"staff": "id"},
    Source.STOREFRONTS: {"storefront": "id"},
    Source.SUPPLIERS: {"supplier": "id"},
    Source.CATEGORIES: {"category": "id"},
    Source.BILLS: {"supplier": "supplier_id"},
    Source.BILLS_DUE: {"supplier": "supplier_id"},
    Source.BILLED: {"supplier": "supplier_id"},
    Source.PAID_OUT: {"supplier": "supplier_id", "staff": "by_id", "method": "method"},
    Source.BATCHES: _OF_PRODUCT,
    Source.PAST_EXPIRY: _OF_PRODUCT,
    Source.ON_ORDER: _OF_ORDER,
    Source.EXPECTED: _OF_ORDER,
    Source.ORDERS: _OF_ORDER,
    Source.PRICE_CHANGES: {each: lookup for each, lookup in _OF_PRODUCT.items() if each != "storefront"}
    | {"staff": "by_id"},
    Source.PROMISES: {"customer": "customer_id", "customer_tier": "customer__price_tier", "staff": "by_id"},
    Source.TILL_EVENTS: {"storefront": "storefront_id", "staff": "by_id"},
    Source.VOIDS: _OF_SALE | {"staff": "original__sold_by_id", "sale": "original_id"},
    Source.EXPENSES: {
        "expense_category": "category",
        "storefront": "storefront_id",
        "method": "method",
        "network": "network",
    },
    Source.OPEN_TILLS: {"storefront": "storefront_id", "staff": "cashier_id"},
    Source.TILL_COUNTS: {"storefront": "session__storefront_id", "staff": "session__cashier_id"},
    Source.TILL_MOVES: {"storefront": "session__storefront_id", "staff": "session__cashier_id"},
}
MOMENT = {
    Source.LINES: "sold_at",
    Source.TOGETHER: "sold_at",
    Source.SALES: "sold_at",
    Source.CREDIT: "sold_at",
    Source.PAYMENTS: "received_at",
    Source.SETTLED: "settled_at",
    Source.FIRST: "sold_at",
    Source.COLLECTED: "at",
    Source.MOVEMENTS: "at",
    Source.PAID_OUT: "paid_at",
    Source.EXPENSES: "spent_on",
    Source.TILL_COUNTS: "session__closed_at",
    Source.TILL_MOVES: "at",
    Source.ORDERS: "order__sent_at",
    Source.PRICE_CHANGES: "at",
    Source.TILL_EVENTS: "at",
    Source.VOIDS: "sold_at",
    Source.BILLS_DUE: "due_on",
    Source.BILLED: "billed_on",
    Source.BATCHES: "expires_on",
    Source.EXPECTED: "due_on",
    Source.PROMISES: "due_on",
}
_DATES = frozenset({"due_date", "spent_on", "due_on", "expires_on", "billed_on"})
"""Moments that are days, without a time."""
HAPPENED = MOMENT | dict.fromkeys((Source.INVOICES, Source.OVERDUE, Source.DUE), "sold_at")
"""When a row happened, whether or not days narrow it."""
_PERIOD = {**MOMENT, Source.DUE: "due_date"}
_GOODS = frozenset({"product", "brand", "category", "supplier"})


@dataclass(frozen=True)
class Within:
    """Only those, or all but those, whose value of a dimension is among `keys`: a list, or a query of ids."""

    dimension: str
    keys: Any
    exclude: bool = False


@dataclass(frozen=True)
class Cut:
    """What part of a business is looked at: `[start, end)` and, by dimension, the values wanted.

    Of overdue invoices, only those more than `overdue_days` days past due.
    """

    start: dt.date | None = None
    end: dt.date | None = None
    filters: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    excluding: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    within: tuple[Within, ...] = ()
    overdue_days: int = 0

    @property
    def dimensions(self) -> list[str]:
        """What it is narrowed by."""
        return [*self.filters, *self.excluding, *(each.dimension for each in self.within)]


def rows_of(business_id: uuid.UUID, source: Source, *, cut: Cut, by: Sequence[str] = ()) -> QuerySet[Any]:
    """The rows of a source in a cut: scoped to the business first, then the period, then the filters.

    Narrowed or grouped `by` the hour, only those whose hour is known: see `without_hour`.
    """
    if source is Source.TOGETHER:
        return _together(business_id, cut)
    rows = ROWS[source](business_id).filter(**_days(source, cut))
    if "hour" in (*by, *cut.dimensions):
        rows = rows.filter(_HOUR_KNOWN.get(source, Q()))
    if source is Source.OVERDUE and cut.overdue_days:
        rows = rows.filter(due_date__lt=clock.today() - dt.timedelta(days=cut.overdue_days))
    for dimension, values in cut.filters.items():
        rows = rows.filter(_one_of(source, dimension, values))
    for dimension, values in cut.excluding.items():
        rows = rows.exclude(_one_of(source, dimension, values))
    for each in cut.within:
        among = Q(**{f"{LOOKUPS[source][each.dimension]}__in": each.keys})
        rows = rows.exclude(among) if each.exclude else rows.filter(among)
    return rows


def _days(source: Source, cut: Cut) -> dict[str, dt.date | dt.datetime]:
    """The days of a cut as conditions on the moment of a source; none for what is as of now."""
    moment = _PERIOD.get(source)
    if not moment:
        return {}
    ends = {f"{moment}__gte": cut.start, f"{moment}__lt": cut.end}
    return {key: day if moment in _DATES else clock.start_of(day) for key, day in ends.items() if day}


def without_hour(business_id: uuid.UUID, *, cut: Cut) -> int:
    """How many sales of a cut have a day and no time of day, and so belong to no hour. The cut's hours do not count.

    None for payments by one method, which sales do not know.
    """
    others = {name: values for name, values in cut.filters.items() if name != "hour"}
    left = {name: values for name, values in cut.excluding.items() if name != "hour"}
    if not {*others, *left} <= LOOKUPS[Source.LINES].keys():
        return 0
    lines = rows_of(business_id, Source.LINES, cut=replace(cut, filters=others, excluding=left))
    return lines.filter(sale__time_known=False).values("sale_id").distinct().count()


def _together(business_id: uuid.UUID, cut: Cut) -> QuerySet[Any]:
    """The other goods on the sales that hold the goods of the cut."""
    goods = {dimension: values for dimension, values in cut.filters.items() if dimension in _GOODS}
    held = rows_of(business_id, Source.LINES, cut=cut).filter(quantity__gt=0)
    rows = SaleLine.objects.of(business_id).filter(sale_id__in=held.values("sale_id"), quantity__gt=0).order_by()
    for dimension, values in goods.items():
        rows = rows.exclude(_one_of(Source.LINES, dimension, values))
    return rows


_HOUR_KNOWN = {
    Source.LINES: Q(sale__time_known=True),
    Source.SALES: Q(time_known=True),
    Source.CREDIT: Q(time_known=True),
    Source.PAYMENTS: Q(imported=False) | Q(sale__time_known=True),
}


def known_by(source: Source, dimensions: Iterable[str]) -> bool:
    """Whether rows of a source can be cut or narrowed by all of these."""
    lookups = LOOKUPS[source]
    times = TIMES.keys() - {"hour"} if MOMENT.get(source) in _DATES else TIMES.keys()
    return all(each in lookups or (each in times and source in MOMENT) for each in dimensions)


def holds(source: Source, dimensions: Iterable[str]) -> bool:
    """Whether rows of a source that knows these dimensions hold each in a column of their own."""
    return not any("__" in LOOKUPS[source].get(each, "") for each in dimensions)


def expression(source: Source, dimension: str) -> Any:
    """What rows of a source are grouped by for a dimension."""
    if dimension in TIMES:
        moment = MOMENT[source]
        if moment in _DATES and dimension == "day":
            return F(moment)
        return TIMES[dimension](moment)
    return F(LOOKUPS[source][dimension])


def _one_of(source: Source, dimension: str, values: Sequence[Any]) -> Q:
    if dimension in TIMES:
        return Q(In(_NUMBERS[dimension](MOMENT[source]), list(values)))
    lookup = LOOKUPS[source][dimension]
    return Q(**{lookup: values[0]} if len(values) == 1 else {f"{lookup}__in": list(values)})
