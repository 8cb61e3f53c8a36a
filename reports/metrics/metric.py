"""What a metric is: a figure with its unit, its meaning and the ways people say it, made of parts that are counted."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from django.db.models import Aggregate

from common import money

Parts = Mapping[str, Decimal]


class Unit(StrEnum):
    """What a figure counts. A `DATE` is the ordinal number of its day, so that dates compare and sort."""

    MONEY = "money"
    UNITS = "units"
    COUNT = "count"
    PERCENT = "percent"
    DAYS = "days"
    DATE = "date"


class Source(StrEnum):
    """Where rows come from; `reports.sources` says which rows, in which time and by what they can be cut."""

    LINES = "lines"
    SALES = "sales"
    PAYMENTS = "payments"
    CREDIT = "credit"
    INVOICES = "invoices"
    OVERDUE = "overdue"
    DUE = "due"
    SETTLED = "settled"
    FIRST = "first"
    COLLECTED = "collected"
    STOCK = "stock"
    RECENT = "recent"
    MOVEMENTS = "movements"
    TOGETHER = "together"
    PRODUCTS = "products"
    CUSTOMERS = "customers"
    STAFF = "staff"
    STOREFRONTS = "storefronts"
    SUPPLIERS = "suppliers"
    CATEGORIES = "categories"
    BILLS = "bills"
    PAID_OUT = "paid_out"
    BILLS_DUE = "bills_due"
    BILLED = "billed"
    BATCHES = "batches"
    PAST_EXPIRY = "past_expiry"
    ON_ORDER = "on_order"
    EXPECTED = "expected"
    ORDERS = "orders"
    PRICE_CHANGES = "price_changes"
    PROMISES = "promises"
    TILL_EVENTS = "till_events"
    VOIDS = "voids"
    EXPENSES = "expenses"
    OPEN_TILLS = "open_tills"
    TILL_COUNTS = "till_counts"
    TILL_MOVES = "till_moves"


AS_OF_NOW = frozenset(Source) - {
    Source.LINES,
    Source.SALES,
    Source.PAYMENTS,
    Source.CREDIT,
    Source.DUE,
    Source.SETTLED,
    Source.COLLECTED,
    Source.MOVEMENTS,
    Source.TOGETHER,
    Source.FIRST,
    Source.PAID_OUT,
    Source.EXPENSES,
    Source.TILL_COUNTS,
    Source.TILL_MOVES,
    Source.BILLS_DUE,
    Source.BILLED,
    Source.BATCHES,
    Source.EXPECTED,
    Source.ORDERS,
    Source.PRICE_CHANGES,
    Source.PROMISES,
    Source.TILL_EVENTS,
    Source.VOIDS,
}


@dataclass(frozen=True)
class Part:
    """A named aggregate, by source in order of preference. Not `additive`: groups do not add up to the total."""

    by_source: Mapping[Source, Aggregate]
    additive: bool = True


@dataclass(frozen=True)
class Metric:
    """A figure with its name, unit and definition. `value` gives None where there is nothing to divide by.

    `said`: what people call it, in small letters and the singular. `more_is`: "better" or "worse", where a shop would
    say so. `of`: the one thing it is a fact of, a product or a customer. `beside`: metrics shown with it.
    `adds_up`: the figures of groups sum to that of all. `counts`: what one of it is called. `share_of`: the metric of
    which each figure is told as a share. `skips_zero`: groups without any are not listed. `group`: "selling",
    "paying", "stocking", "watching" or "recording".
    """

    key: str
    title: str
    unit: Unit
    definition: str
    parts: tuple[str, ...]
    value: Callable[[Parts], Decimal | None]
    more_is: str = ""
    said: tuple[str, ...] = ()
    of: str = ""
    beside: tuple[str, ...] = ()
    adds_up: bool = True
    as_of_now: bool = False
    counts: str = ""
    share_of: str = ""
    skips_zero: bool = False
    group: str = "selling"


def said(phrases: str) -> tuple[str, ...]:
    """The phrases of a text that commas divide."""
    return tuple(phrase.strip() for phrase in phrases.split(","))


def cedis(name: str, *less: str) -> Callable[[Parts], Decimal | None]:
    """A part in GHS, less others."""
    return lambda parts: money.cedis(parts[name] - sum(parts[each] for each in less))


def number(name: str, sign: int = 1) -> Callable[[Parts], Decimal | None]:
    """A part as it is; with `sign` -1, what went out as a number above zero."""
    return lambda parts: sign * Decimal(parts[name]) + 0


def known(name: str) -> Callable[[Parts], Decimal | None]:
    """A part where zero means that nothing is recorded."""
    return lambda parts: Decimal(parts[name]) if parts[name] else None


def ratio(part: str, whole: str, *, places: int = 2) -> Callable[[Parts], Decimal | None]:
    """One part for each of another."""
    return lambda parts: money.rounded(parts[part] / parts[whole], places) if parts[whole] else None


def percent(part: str, whole: Sequence[str]) -> Callable[[Parts], Decimal | None]:
    """A part as a share of the sum of others."""
    return lambda parts: money.share(parts[part], sum((parts[each] for each in whole), Decimal(0)))


def recorded(name: str, rows: str) -> Callable[[Parts], Decimal | None]:
    """A part in GHS; none where the shop keeps no such records."""
    return lambda parts: money.cedis(parts[name]) if parts[rows] else None


def lost(name: str) -> Callable[[Parts], Decimal | None]:
    """A part below zero, what went out, as GHS above zero."""
    return lambda parts: money.cedis(-parts[name]) + 0
