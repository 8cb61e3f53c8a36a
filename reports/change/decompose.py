"""The change of a figure between two stretches of days, taken apart by effect, by customers and by dimension."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.db.models import Aggregate, Count, Q, QuerySet, Sum

from accounts.models import Storefront
from common import money
from common import shop_clock as clock
from inventory.models import Category, Product
from reports.change.days import Days
from reports.change.effects import ZERO, Goods, effects
from reports.metric_queries import Cut
from reports.metrics import Source
from reports.sources import LOOKUPS, rows_of

EXPLAINED = Decimal("0.8")
"""Parts are named, the largest first, until they make up this much of all movement; the rest is one part."""
MOST_NAMED = 12
_COSTED = Q(cost__isnull=False)
_SOLD = Q(quantity__gt=0)
EFFECTS = {"price": "price", "cost": "cost of the goods", "volume": "volume", "mix": "mix of goods"}
CUSTOMERS = {
    "new": "new customers",
    "back": "customers who came back",
    "kept": "customers who bought in both",
    "lost": "customers who did not come",
    "walk_in": "sales without a customer",
}
_PLURAL = {"product": "products", "category": "categories", "storefront": "storefronts"}
_NAMED: Mapping[str, Any] = {"product": Product, "category": Category, "storefront": Storefront}


@dataclass(frozen=True)
class Measured:
    """How a figure is counted on sale lines in given days: its parts, of which costs count against it."""

    parts: Mapping[str, Callable[[Q], Aggregate]]
    dimensions: tuple[str, ...] = ("product", "category", "storefront")
    has_price: bool = False
    costed: bool = False


METRICS: Mapping[str, Measured] = {
    "revenue": Measured({"price": lambda days: Sum("revenue", filter=days)}, has_price=True),
    "profit": Measured(
        {
            "price": lambda days: Sum("revenue", filter=days & _COSTED),
            "cost": lambda days: Sum("cost", filter=days & _COSTED),
        },
        has_price=True,
        costed=True,
    ),
    "units": Measured({"units": lambda days: Sum("quantity", filter=days)}),
    "sales_count": Measured(
        {"sales": lambda days: Count("sale", distinct=True, filter=days & _SOLD)}, dimensions=("storefront",)
    ),
    "buyers": Measured({"buyers": lambda days: Count("sale__customer", distinct=True, filter=days & _SOLD)}, ()),
}


@dataclass(frozen=True)
class Driver:
    """One part of a change: its kind and name, the figure before and now, the change and its share in percent.

    Before and now are None for an effect. `key` is the id of what is named.
    """

    kind: str
    name: str
    change: Decimal
    share: Decimal | None
    before: Decimal | None = None
    now: Decimal | None = None
    key: Any = None


@dataclass(frozen=True)
class Change:
    """A figure before and now, and its drivers by "effect", "customer" and dimension: each way sums to the change."""

    metric: str
    before: Decimal
    now: Decimal
    by: Mapping[str, tuple[Driver, ...]]

    @property
    def change(self) -> Decimal:
        return self.now - self.before

    @property
    def drivers(self) -> tuple[Driver, ...]:
        """By effect, or by customers where a figure has no price."""
        return self.by.get("effect", self.by["customer"])


def decompose(business_id: uuid.UUID, metric: str, *, now: Days, before: Days, cut: Cut | None = None) -> Change:
    """How a metric moved between two stretches of days, in what `cut` leaves of the business; its days play no part.

    A fixed number of queries, at most eight. Raises `KeyError` for a metric that is not in `METRICS`.
    """
    lines = _Lines(business_id, METRICS[metric], cut or Cut(), now, before)
    customers = _customers(lines)
    old, new = (sum((side(row) for _, row in customers), ZERO) for side in (_before, _now))
    by: dict[str, tuple[Driver, ...]] = {}
    for dimension in METRICS[metric].dimensions:
        rows = lines.by(dimension)
        if dimension == "product" and METRICS[metric].has_price:
            by["effect"] = _effects(rows, METRICS[metric].parts, new - old)
        by[dimension] = tuple(_named(business_id, dimension, rows, new - old))
    by["customer"] = tuple(_kinds(customers, new - old))
    return Change(metric, old, new, by)


@dataclass(frozen=True)
class _Lines:
    """The sale lines of both stretches, and how the figure is counted on them."""

    business_id: uuid.UUID
    measured: Measured
    cut: Cut
    now: Days
    before: Days

    def rows(self, start: dt.date | None = None, end: dt.date | None = None) -> QuerySet[Any]:
        return rows_of(self.business_id, Source.LINES, cut=replace(self.cut, start=start, end=end))

    def by(self, dimension: str) -> list[tuple[Any, Goods]]:
        """Each value of a dimension with its figures before and now. One query."""
        then, now = (
            Q(sold_at__gte=clock.start_of(days[0]), sold_at__lt=clock.start_of(days[1]))
            for days in (self.before, self.now)
        )
        units = _COSTED if self.measured.costed else Q()
        sums: dict[str, Any] = {
            "_units_before": Sum("quantity", filter=then & units),
            "_units_now": Sum("quantity", filter=now & units),
        }
        for part, counted in self.measured.parts.items():
            sums |= {f"_{part}_before": counted(then), f"_{part}_now": counted(now)}
        key = LOOKUPS[Source.LINES][dimension]
        found = self.rows().filter(then | now).values(key).annotate(**sums)
        return [(row[key], self._goods(row)) for row in found]

    def _goods(self, row: Mapping[str, Any]) -> Goods:
        def parts(when: str) -> dict[str, Decimal]:
            signs = {part: -1 if part == "cost" else 1 for part in self.measured.parts}
            return {part: sign * _exact(row[f"_{part}_{when}"]) for part, sign in signs.items()}

        before, now = (_exact(row[f"_units_{when}"]) for when in ("before", "now"))
        return Goods(before, now, parts("before"), parts("now"))


def _exact(total: Any) -> Decimal:
    """A sum as it is stored, without what a database adds in binary: pesewas, thousandths of a unit."""
    return money.rounded(Decimal(total or 0), 3)


def _before(row: Goods) -> Decimal:
    return sum(row.before.values(), ZERO)


def _now(row: Goods) -> Decimal:
    return sum(row.now.values(), ZERO)


def _effects(rows: Iterable[tuple[Any, Goods]], parts: Iterable[str], whole: Decimal) -> tuple[Driver, ...]:
    goods = [row for _, row in rows]
    found = effects(goods, parts) if goods else {}
    return tuple(Driver(kind, EFFECTS[kind], change, money.share(change, whole)) for kind, change in found.items())


def _customers(lines: _Lines) -> list[tuple[str, Goods]]:
    """Each customer's figures, and of which kind the customer is. Two queries."""
    came = lines.rows(*lines.now).filter(_SOLD).values("sale__customer_id")
    earlier = lines.rows(None, lines.now[0]).filter(_SOLD, sale__customer_id__in=came)
    known = set(earlier.values_list("sale__customer_id", flat=True).distinct())
    return [(_kind(row, key, known), row) for key, row in lines.by("customer")]


def _kind(row: Goods, customer: Any, known: set[Any]) -> str:
    if customer is None:
        return "walk_in"
    if _before(row):
        return "kept" if _now(row) else "lost"
    return "back" if customer in known else "new"


def _kinds(customers: Iterable[tuple[str, Goods]], whole: Decimal) -> Iterator[Driver]:
    """A driver for each kind of customer that there is, the largest change first."""
    of: dict[str, list[Goods]] = defaultdict(list)
    for kind, row in customers:
        of[kind].append(row)
    yield from _ranked(_driver(kind, CUSTOMERS[kind], rows, whole) for kind, rows in of.items())


def _named(business_id: uuid.UUID, dimension: str, rows: Iterable[tuple[Any, Goods]], whole: Decimal) -> list[Driver]:
    """The values of a dimension that make up most of the movement, by name, and the rest as one. One query."""
    moved = _ranked(_driver(dimension, "", [row], whole, key) for key, row in rows)
    shown = list(_most(moved))
    shown = moved if len(moved) - len(shown) == 1 else shown
    kept = {each.key for each in shown}
    names = dict(_NAMED[dimension].objects.of(business_id).filter(pk__in=kept - {None}).values_list("pk", "name"))
    found = [replace(each, name=names.get(each.key, f"no {dimension}")) for each in shown]
    others = [row for key, row in rows if key not in kept]
    rest = _driver("other", f"{len(others)} other {_PLURAL[dimension]}", others, whole)
    return [*found, rest] if others else found


def _most(drivers: Iterable[Driver]) -> Iterator[Driver]:
    """The largest, until they make up `EXPLAINED` of all movement."""
    ranked = list(drivers)
    wanted = EXPLAINED * sum((abs(each.change) for each in ranked), ZERO)
    seen = ZERO
    for each in ranked[:MOST_NAMED]:
        if seen and seen >= wanted:
            return
        seen += abs(each.change)
        yield each


def _ranked(drivers: Iterable[Driver]) -> list[Driver]:
    return sorted(drivers, key=lambda each: (-abs(each.change), str(each.key)))


def _driver(kind: str, name: str, rows: Iterable[Goods], whole: Decimal, key: Any = None) -> Driver:
    sides = list(rows)
    before, now = (sum((side(row) for row in sides), ZERO) for side in (_before, _now))
    return Driver(kind, name, now - before, money.share(now - before, whole), before, now, key)
