"""What goods cost one customer now, by the tier and the price lists in force: the price that a sale would take."""

import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from common import shop_clock as clock
from common import statements
from inventory.models import PriceListEntry
from inventory.queries import HasPrices, by_goods, list_entries, list_price
from inventory.search.index import Good

MANY = 200
"""For more goods than these all entries of the lists are read, which are seldom more."""
PriceOf = Callable[[Sequence[Good], Decimal], Mapping[uuid.UUID, Decimal]]
"""The price of one unit of each of the goods, in GHS, by id, when so many of it are bought."""


def retail(goods: Sequence[Good], quantity: Decimal) -> Mapping[uuid.UUID, Decimal]:
    """The prices on the goods themselves, without price lists."""
    return {good.id: good.retail_price for good in goods}


@dataclass
class CustomerPrices:
    """The prices of a customer's `tier` and own list. One query for goods that were not asked for before."""

    business_id: uuid.UUID
    tier: str
    own_list: uuid.UUID | None = None
    _entries: dict[uuid.UUID, list[PriceListEntry]] = field(default_factory=dict)
    _read: set[uuid.UUID] = field(default_factory=set)

    def of(self, goods: Sequence[Good], quantity: Decimal) -> Mapping[uuid.UUID, Decimal]:
        """As `PriceOf`."""
        self.read(good.id for good in goods)
        listed = self._entries
        return {
            good.id: self.unit(good, good.id, quantity) if good.id in listed else good.price(self.tier)
            for good in goods
        }

    def read(self, products: Iterable[uuid.UUID]) -> None:
        """Know what the lists say of these products and their packs."""
        self.take(statements.ask(*self.asked(products)))

    def asked(self, products: Iterable[uuid.UUID]) -> list[statements.Question]:
        """For what the lists say of these products, as far as it was not asked; `take` is to be given the answers."""
        new = set(products) - self._read
        self._read |= new
        wanted = new if len(new) <= MANY else None
        return [list_entries(self.business_id, wanted, own_list=self.own_list, day=clock.today())] if new else []

    def take(self, answers: Iterable[Iterable[tuple[Any, ...]]]) -> None:
        """Know the answers to what was `asked`."""
        for rows in answers:
            self._entries |= by_goods(entry for (entry,) in rows)

    def unit(self, goods: HasPrices, key: uuid.UUID, quantity: Decimal) -> Decimal:
        """The price of a product or pack whose product was read."""
        entries = self._entries.get(key, ())
        wholesale = self.tier == "wholesale"
        return list_price(goods, quantity, wholesale=wholesale, own_list=self.own_list, entries=entries)

    def steps(self, good: Good, above: Decimal) -> Iterable[tuple[Decimal, Decimal]]:
        """From which quantities above one a unit of a product that was read costs less, and what."""
        now = self.unit(good, good.id, above)
        for quantity in sorted({e.min_quantity for e in self._entries.get(good.id, ()) if e.min_quantity > above}):
            price = self.unit(good, good.id, quantity)
            if price < now:
                now = price
                yield quantity, price
