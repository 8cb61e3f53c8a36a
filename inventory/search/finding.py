"""A search over a shop's goods: what answers it, what is in stock where, and what else there is."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from common.money import ZERO
from inventory.search.catalogue import Units, catalogue_of, units
from inventory.search.choosing import MOST, NEAR, Choice, choose
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
class Found:
    """The answer to a search. Without `is_sold` the shop has nothing of the kind."""

    request: Request
    hits: list[Hit] = field(default_factory=list)
    alternatives: list[Hit] = field(default_factory=list)
    is_sold: bool = True
    by_code: bool = False
    missing: list[str] = field(default_factory=list)


def find(
    business_id: uuid.UUID,
    asked: str | Request,
    *,
    storefront_id: uuid.UUID | None = None,
    tier: str = "",
    limit: int = LIMIT,
) -> Found:
    """The goods that a text asks for, at the prices of `tier`, best first. Two queries; three when all are out."""
    catalogue = catalogue_of(business_id)
    request = asked if isinstance(asked, Request) else read(asked)
    tier = tier or request.tier or "retail"
    choice = choose(catalogue, request, tier=tier)
    places = sorted(choice.found, key=lambda place: -choice.found[place])[:MOST]
    stock = units(business_id, [catalogue.goods[place].id for place in (*places, *choice.near)])

    def hits(wanted: Iterable[int], known: Units) -> list[Hit]:
        return [hit(catalogue.goods[place], known, storefront_id, tier) for place in wanted]

    found = ordered(hits(places, stock), choice, places, catalogue)[:limit]
    near = sorted(hits(choice.near, stock), key=lambda hit: hit.rank)
    if found and not any(hit.rank < 2 for hit in found):
        others = _of_the_kind(catalogue, found, tier)
        near = [
            hit for hit in hits(others, units(business_id, [catalogue.goods[p].id for p in others])) if hit.rank < 2
        ]
        near.sort(key=lambda hit: hit.rank)
    return Found(request, found, near[:MOST_ALTERNATIVES], choice.is_sold, choice.by_code, choice.missing)


def hit(good: Good, known: Units, storefront_id: uuid.UUID | None, tier: str) -> Hit:
    """A product with its price for a tier, and what is known of its units at and beside a storefront."""
    at = known.get(good.id, {})
    if storefront_id is None:
        return Hit(good, good.price(tier), sum(at.values(), ZERO))
    others = (Place(shop, name, many) for (shop, name), many in at.items() if shop != storefront_id)
    here = sum((many for (shop, _), many in at.items() if shop == storefront_id), ZERO)
    return Hit(good, good.price(tier), here, tuple(others))


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
    return [hit for _, hit in paired]


def _of_the_kind(catalogue: Catalogue, out: Sequence[Hit], tier: str) -> list[int]:
    """Other goods of the same category at about the same price, those with most words in common first."""
    first, names = out[0], {hit.good.id for hit in out}
    words = set(first.good.name.casefold().split())

    def away(good: Good) -> Decimal:
        return abs(good.price(tier) - first.price)

    near = [
        (-len(words & set(good.name.casefold().split())), away(good), place)
        for place, good in enumerate(catalogue.goods)
        if good.category and good.category == first.good.category and good.id not in names
    ]
    return [place for _, distance, place in sorted(near) if distance <= NEAR * first.price][:MOST]
