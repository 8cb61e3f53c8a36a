"""What the goods found cost this customer: the price lists in force, and the packs that they are sold in."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from common import shop_clock as clock
from inventory.models import Pack, Product
from inventory.queries import entries_in_force, list_price, packs
from inventory.search.finding import Found, Hit
from inventory.search.index import Good


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


def priced(
    business_id: uuid.UUID, found: Found, *, tier: str = "", own_list: uuid.UUID | None = None
) -> tuple[list[PricedHit], list[PricedHit]]:
    """The hits and the alternatives of a search with the prices that a sale would take. Two queries."""
    every = [*found.hits, *found.alternatives]
    ids = [each.good.id for each in every]
    entries = entries_in_force(business_id, ids, own_list=own_list, day=clock.today())
    of_product: dict[uuid.UUID, list[Pack]] = defaultdict(list)
    for pack in packs(business_id).filter(product_id__in=ids, is_active=True).order_by("units", "id"):
        of_product[pack.product_id].append(pack)
    wholesale = (tier or found.request.tier) == "wholesale"
    many = found.request.quantity or Decimal(1)

    def price(goods: Product | Pack, key: uuid.UUID, quantity: Decimal) -> Decimal:
        return list_price(goods, quantity, wholesale=wholesale, own_list=own_list, entries=entries.get(key, ()))

    def told(each: Hit) -> PricedHit:
        product, now = _product(each.good), price(_product(each.good), each.good.id, many)
        held = tuple(
            PackPrice(pack.pk, pack.name, pack.units, pack.barcode, price(pack, pack.pk, Decimal(1)))
            for pack in of_product[each.good.id]
        )
        reached = sorted({entry.min_quantity for entry in entries.get(each.good.id, ()) if entry.min_quantity > many})
        steps = [Break(quantity, price(product, each.good.id, quantity)) for quantity in reached]
        return PricedHit(replace(each, price=now), held, tuple(_falling(now, steps)))

    return [told(each) for each in found.hits], [told(each) for each in found.alternatives]


def _product(good: Good) -> Product:
    return Product(retail_price=good.retail, wholesale_price=good.wholesale)


def _falling(now: Decimal, steps: Sequence[Break]) -> Iterable[Break]:
    """Those that make it cheaper."""
    for step in steps:
        if step.price < now:
            now = step.price
            yield step
