"""A search over a shop's goods: what answers it, what is in stock where, and what else there is."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from heapq import nsmallest

from common import statements
from common.money import ZERO
from inventory.search.catalogue import Units, catalogue_of, stock_of, units, units_in
from inventory.search.choosing import MOST, NEAR, Choice, choose
from inventory.search.customer_prices import CustomerPrices
from inventory.search.index import Catalogue, Good
from inventory.search.request import Request, read

LIMIT = 10
MOST_ALTERNATIVES = 3


@dataclass(frozen=True, slots=True)
class Place:
    """Units at another storefront; None for a caller who may not know how many."""

    storefront_id: uuid.UUID
    name: str
    quantity: Decimal | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A product found. `units` are those at the storefront of the search, or at all of them where none was named."""

    good: Good
    price: Decimal
    units: Decimal
    elsewhere: tuple[Place, ...] = ()

    @property
    def in_stock(self) -> bool:
        return self.units > 0 or not self.good.tracks_stock

    @property
    def rank(self) -> int:
        """What is here comes before what is at another storefront, and that before what is out of stock."""
        return 0 if self.in_stock else 1 if self.elsewhere else 2


@dataclass(frozen=True)
class Shelf:
    """Where a search looks: a catalogue, a customer's prices for a quantity, and a storefront."""

    catalogue: Catalogue
    prices: CustomerPrices
    storefront_id: uuid.UUID | None
    quantity: Decimal

    def hits(self, places: Sequence[int]) -> list[Hit]:
        """The products with their prices and stock. Two queries, in one message on PostgreSQL."""
        if not places:
            return []
        goods = [self.catalogue.goods[place] for place in places]
        ids = [good.id for good in goods]
        stock, *entries = statements.ask(stock_of(self.prices.business_id, ids), *self.prices.asked(ids))
        self.prices.take(entries)
        known, prices = units_in(stock), self.prices.of(goods, self.quantity)
        return [hit(good, known, self.storefront_id, prices[good.id]) for good in goods]

    def shown_before(self, request: Request) -> list[Hit]:
        """What was shown and is not wanted."""
        return self.hits(self.catalogue.places_of(request.without))

    def others_like(self, shown: Sequence[Hit]) -> list[Hit]:
        """What can be had of the same kind, what is here first."""
        goods = [self.catalogue.goods[place] for place in _of_the_kind(self.catalogue, shown, self.prices.tier)]
        known = units(self.prices.business_id, [good.id for good in goods])
        had = [good for good in goods if good.id in known or not good.tracks_stock]
        prices = self.prices.of(had, self.quantity)
        others = [hit(good, known, self.storefront_id, prices[good.id]) for good in had]
        return sorted(others, key=lambda each: each.rank)


@dataclass(frozen=True)
class Found:
    """The answer to a search on a shelf. Without `is_sold` the shop has nothing of the kind."""

    request: Request
    shelf: Shelf
    hits: list[Hit] = field(default_factory=list)
    alternatives: list[Hit] = field(default_factory=list)
    is_sold: bool = True
    by_code: bool = False
    missing: list[str] = field(default_factory=list)
    not_sold: list[str] = field(default_factory=list)
    several: int = 0
    """Of how many goods that were asked for at once the best come first; 0 where one kind was asked for."""


def find(
    business_id: uuid.UUID,
    asked: str | Request,
    *,
    storefront_id: uuid.UUID | None = None,
    tier: str = "",
    own_list: uuid.UUID | None = None,
    limit: int = LIMIT,
) -> Found:
    """The goods that a text asks for, at the prices of `tier` and of the price lists in force, best first.

    Three queries; one more when all are out, and another when there is something near.
    """
    catalogue = catalogue_of(business_id)
    request = asked if isinstance(asked, Request) else read(asked)
    prices = CustomerPrices(business_id, tier or request.tier or "retail", own_list)
    choice = choose(catalogue, request, price_of=prices.of)
    places = nsmallest(MOST, choice.found, key=lambda place: -choice.found[place])
    shelf = Shelf(catalogue, prices, storefront_id, request.quantity or Decimal(1))
    every = shelf.hits([*places, *choice.near])
    found = ordered(every[: len(places)], choice, places, catalogue)[:limit]
    near = sorted(every[len(places) :], key=lambda hit: hit.rank)
    if not any(hit.rank < 2 for hit in found) and (like := found or shelf.shown_before(request)):
        near = shelf.others_like(like) or near
    return Found(
        request,
        shelf,
        found,
        near[:MOST_ALTERNATIVES],
        choice.is_sold,
        choice.by_code,
        choice.missing,
        choice.not_sold,
        several=sum(any(place in choice.found for place in group) for group in choice.groups),
    )


def hit(good: Good, known: Units, storefront_id: uuid.UUID | None, price: Decimal) -> Hit:
    """A product with its price, and what is known of its units at and beside a storefront."""
    at = known.get(good.id, {})
    if storefront_id is None:
        return Hit(good, price, sum(at.values(), ZERO))
    others = (Place(shop, name, many) for (shop, name), many in at.items() if shop != storefront_id)
    here = sum((many for (shop, _), many in at.items() if shop == storefront_id), ZERO)
    return Hit(good, price, here, tuple(others))


def ordered(hits: Sequence[Hit], choice: Choice, places: Sequence[int], catalogue: Catalogue) -> list[Hit]:
    """In stock first; then as asked: by price or size, or by how well they answer."""
    order = choice.request.order

    def wanted(place: int, hit: Hit) -> tuple[float, str]:
        if order in ("cheapest", "dearest"):
            return float(hit.price if order == "cheapest" else -hit.price), hit.good.name
        if order in ("smallest", "largest"):
            most = max((size.amount for size in catalogue.sizes[place]), default=ZERO)
            return float(most if order == "smallest" else -most), hit.good.name
        return -round(choice.found[place], 2), hit.good.name

    paired = sorted(zip(places, hits, strict=True), key=lambda pair: (pair[1].rank, *wanted(*pair)))
    of_place = dict(paired)
    first = [next((place for place in of_place if place in group), None) for group in choice.groups]
    return [of_place[place] for place in dict.fromkeys([*first, *of_place]) if place is not None]


def _of_the_kind(catalogue: Catalogue, out: Sequence[Hit], tier: str) -> list[int]:
    """Other goods of the same category at about the same price, those with most words in common first."""
    first, names = out[0], {hit.good.id for hit in out}
    words, most = set(first.good.name.casefold().split()), NEAR * first.price
    near = []
    for place in catalogue.of_category.get(first.good.category, ()):
        good = catalogue.goods[place]
        away = abs(good.price(tier) - first.price)
        if away <= most and good.id not in names:
            near.append((-len(words.intersection(good.name.casefold().split())), away, place))
    return [place for *_, place in nsmallest(MOST, near)]
