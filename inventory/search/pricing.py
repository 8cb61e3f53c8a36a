"""What the goods found are sold in, and from how many on they cost less."""

import uuid
from dataclasses import dataclass
from decimal import Decimal
from itertools import starmap

from inventory.queries import packs_on_sale
from inventory.search.finding import Found, Hit


@dataclass(frozen=True, slots=True)
class PackPrice:
    """A pack of a product and what one of it costs, in GHS."""

    id: uuid.UUID
    name: str
    units: Decimal
    barcode: str
    price: Decimal


@dataclass(frozen=True, slots=True)
class Break:
    """From how many units on each costs less, in GHS."""

    min_quantity: Decimal
    price: Decimal


@dataclass(frozen=True, slots=True)
class PricedHit:
    """A product found, at the price of the quantity that was asked for, or of one."""

    hit: Hit
    packs: tuple[PackPrice, ...] = ()
    breaks: tuple[Break, ...] = ()


def priced(business_id: uuid.UUID, found: Found) -> tuple[list[PricedHit], list[PricedHit]]:
    """The hits and the alternatives of a search with their packs and quantity breaks. One query."""
    prices, many = found.shelf.prices, found.request.quantity or Decimal(1)
    of_product = packs_on_sale(business_id, [each.good.id for each in (*found.hits, *found.alternatives)])

    def told(each: Hit) -> PricedHit:
        held = tuple(
            PackPrice(pack.pk, pack.name, pack.units, pack.barcode, prices.unit(pack, pack.pk, Decimal(1)))
            for pack in of_product.get(each.good.id, ())
        )
        return PricedHit(each, held, tuple(starmap(Break, prices.steps(each.good, many))))

    return [told(each) for each in found.hits], [told(each) for each in found.alternatives]
