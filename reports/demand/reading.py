"""The daily units of a business from its sales and its record of stock: one `Shelves` for each storefront."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from django.db.models import BigIntegerField, F, Min, Q
from django.db.models.functions import Cast, Coalesce, Round

from common import shop_clock as clock
from common.postgres import memory_for_groups
from inventory.models import StockMovement
from reports.demand.series import LONGEST_DAYS, Floats, Ints, Series, likely_on_offer
from reports.ledger import date_of, day_number
from reports.packed_columns import Joined, Packed, ShopDayNumber
from sales.models import SaleLine

Place = tuple[uuid.UUID, uuid.UUID]
"""A storefront and a product."""

NEVER = 10**6
THOUSANDTHS = 1000
FEW_PRODUCTS = 50
GROUPS_MEGABYTES = 32  # ten thousand groups of sixty lines; with the usual 4 they are written to disk and read again


@dataclass(frozen=True)
class Shelves:
    """The goods of one storefront: what it sold of them, since when it has them, and when it last sold one.

    `offered` and `last_sold` are days before the end of the series: 1 is yesterday, `NEVER` never.
    """

    storefront_id: uuid.UUID
    products: tuple[uuid.UUID, ...]
    series: Series
    offered: Ints
    last_sold: Ints


def shelves(
    business_id: uuid.UUID, product_ids: Collection[uuid.UUID], *, storefront_id: uuid.UUID | None = None
) -> list[Shelves]:
    """What each storefront sold of these products in two years to yesterday. Four queries in one transaction.

    What came back counts as not sold on the day of its sale, where that is known.
    """
    rows = _Rows(business_id, storefront_id, day_number(clock.today()), frozenset(product_ids))
    with memory_for_groups(GROUPS_MEGABYTES):
        found = _Found(rows.end, [*rows.sold(), *rows.returned()], rows.arrived(), rows.gaps())
    goods = sorted(product_ids)
    storefronts = sorted({place[0] for place in found.places})
    stocked = {each: [product for product in goods if (each, product) in found.places] for each in storefronts}
    return [_shelves(found, each, products) for each, products in stocked.items() if products]


Packs = list[tuple[Place, str]]
"""Of each place: days and thousandths of units in turn, as text."""


@dataclass(frozen=True)
class _Found:
    """What was read: sold and returned units, the first day with stock, and days without any."""

    end: int
    packs: Packs
    arrived: dict[Place, int]
    gaps: dict[Place, list[tuple[int, int]]]

    @cached_property
    def packs_of(self) -> dict[uuid.UUID, Packs]:
        """By storefront."""
        of: dict[uuid.UUID, Packs] = defaultdict(list)
        for pack in self.packs:
            of[pack[0][0]].append(pack)
        return of

    @cached_property
    def places(self) -> set[Place]:
        return {place for place, _ in self.packs} | set(self.arrived)


@dataclass(frozen=True)
class _Rows:
    """The queries."""

    business_id: uuid.UUID
    storefront_id: uuid.UUID | None
    end: int
    product_ids: frozenset[uuid.UUID]

    def sold(self) -> Packs:
        return self._packed(SaleLine.objects.filter(quantity__gt=0), F("sold_at"))

    def returned(self) -> Packs:
        lines = SaleLine.objects.filter(quantity__lt=0)
        return self._packed(lines, Coalesce("original_line__sold_at", "sold_at"))

    def _packed(self, lines: Any, moment: Any) -> Packs:
        rows = self._of(lines, "sold_at").annotate(day=_number(moment))
        rows = rows.annotate(units=Cast(Round(F("quantity") * THOUSANDTHS), BigIntegerField()))
        rows = rows.values_list("storefront_id", "product_id")
        packed = rows.annotate(columns=Joined(Packed("day", "units")))
        return [((storefront, product), columns) for storefront, product, columns in packed]

    def arrived(self) -> dict[Place, int]:
        """The day on which a product's stock was first recorded at a storefront."""
        rows = self._of(StockMovement.objects.all(), "at").values_list("storefront_id", "product_id")
        return {(storefront, product): day for storefront, product, day in rows.annotate(day=_number(Min("at")))}

    def gaps(self) -> dict[Place, list[tuple[int, int]]]:
        """Whole days `[from, to)` on which a product was out of stock at a storefront."""
        moved = self._of(StockMovement.objects.filter(Q(balance_after__lte=0) | Q(balance_after=F("quantity"))), "at")
        rows = moved.order_by("at", "created_at").annotate(day=_number("at"))
        out: dict[Place, int] = {}
        found: dict[Place, list[tuple[int, int]]] = {}
        for storefront, product, day, balance in rows.values_list(
            "storefront_id", "product_id", "day", "balance_after"
        ):
            place = storefront, product
            if balance <= 0:
                out.setdefault(place, day + 1)
            elif place in out:
                found.setdefault(place, []).append((out.pop(place), day))
        for place, since in out.items():
            found.setdefault(place, []).append((since, self.end))
        return found

    def _of(self, rows: Any, moment: str) -> Any:
        start, end = (clock.start_of(date_of(day)) for day in (self.end - LONGEST_DAYS, self.end))
        rows = rows.of(self.business_id).filter(**{f"{moment}__gte": start, f"{moment}__lt": end}).order_by()
        if len(self.product_ids) <= FEW_PRODUCTS:
            rows = rows.filter(product_id__in=self.product_ids)
        return rows.filter(storefront_id=self.storefront_id) if self.storefront_id else rows


def _shelves(found: "_Found", storefront: uuid.UUID, products: list[uuid.UUID]) -> Shelves:
    row_of = {(storefront, product): row for row, product in enumerate(products)}
    arrived = np.array([found.arrived.get(place, found.end) for place in row_of])
    packs = [(row_of[place], columns) for place, columns in found.packs_of[storefront] if place in row_of]
    units, start = _units(packs, len(products), arrived, found.end)
    known = likely_on_offer(units) | (np.arange(start, found.end) >= arrived[:, None])
    for place, spans in found.gaps.items():
        if place in row_of:
            for since, to in spans:
                known[row_of[place], max(0, since - start) : max(0, to - start)] = False
    sold = units > 0
    known |= sold
    any_sold = sold.any(axis=1)
    first = np.minimum(np.where(any_sold, sold.argmax(axis=1) + start, found.end), arrived)
    return Shelves(
        storefront,
        tuple(products),
        Series.of(date_of(start), units, known),
        offered=np.where(first < found.end, found.end - first, NEVER),
        last_sold=np.where(any_sold, sold[:, ::-1].argmax(axis=1) + 1, NEVER),
    )


def _units(packs: Sequence[tuple[int, str]], products: int, first: Ints, end: int) -> tuple[Floats, int]:
    """Units by product and day, and the day number of the first column."""
    numbers = np.fromstring(",".join(columns for _, columns in packs), dtype=np.int64, sep=",").reshape(-1, 2)
    lines = [columns.count(",") // 2 + 1 for _, columns in packs]
    row = np.repeat([row for row, _ in packs], lines).astype(np.int64)
    day, units = numbers.T
    start = int(max(min(day.min(initial=end - 1), first.min(initial=end - 1)), end - LONGEST_DAYS))
    inside = (day >= start) & (day < end)
    cell = row[inside] * (end - start) + day[inside] - start
    sums = np.bincount(cell, units[inside] / THOUSANDTHS, minlength=products * (end - start))
    return sums.reshape(products, end - start).astype(np.float32), start


def _number(moment: Any) -> ShopDayNumber:
    return ShopDayNumber(moment)
