"""Expiry dates of what a demo shop receives, and the batches that are left of it."""

import datetime as dt
import random
import uuid
from collections.abc import Callable
from decimal import Decimal

from app.demo.stockroom import Place, Stockroom
from common import clock
from inventory.models import Batch, BatchMovement, StockMovement
from inventory.services.batches import Batches, BatchLabel

KEPT_SINCE = 120  # days ago the shop began to write down expiry dates
GOOD_FOR = {"Drinks": 60, "Provisions": 75, "Oils and tins": 120, "Rice and staples": 90}  # days, by category
SHORT_DATED = 0.12  # of what comes
SHORT_DAYS = (8, 24)


class ShelfLife:
    """Gives dates to what comes, then follows every movement as the services do: what expires first leaves first."""

    def __init__(self, room: Stockroom, end: dt.date, new_id: Callable[[], uuid.UUID], rng: random.Random) -> None:
        self.room, self.new_id, self.rng = room, new_id, rng
        self.since = end - dt.timedelta(days=KEPT_SINCE)
        self.labels: dict[uuid.UUID, BatchLabel] = {}
        self.at_storefront = {shop.pk: Batches(room.keeper.business_id, shop.pk) for shop in room.storefronts}
        self.good_for = {good.sku: GOOD_FOR[good.category] for good in room.profile.goods if good.category in GOOD_FOR}
        self._on_the_van: list[tuple[Batch, Decimal]] = []

    def label(self, place: Place, movement: StockMovement) -> BatchLabel | None:
        """The date and code on what came, if it has any; some of it was old when it came."""
        day, days = clock.local_date(movement.at), self.good_for.get(place[1])
        if days is None or day < self.since:
            return None
        if self.rng.random() < SHORT_DATED:
            days = self.rng.randint(*SHORT_DAYS)
        self.room.dated.add(place)
        self.labels[movement.pk] = BatchLabel(day + dt.timedelta(days=days), f"L{self.rng.randint(100, 999)}")
        return self.labels[movement.pk]

    def follow(self) -> None:
        """Take every movement after its labels were given."""
        for movement in self.room.movements:
            batches = self.at_storefront[movement.storefront_id]
            if label := self.labels.get(movement.pk):
                batches.put(movement, label, movement.quantity, movement.unit_cost)
            elif movement.quantity < 0 and movement.product_id in batches.of_product:
                taken = batches.take(movement)
                self._on_the_van = taken if movement.transfer_id else []
            elif movement.transfer_id and self._on_the_van:
                self._unload(batches, movement)
        self._number()

    @property
    def batches(self) -> list[Batch]:
        return [batch for place in self.at_storefront.values() for held in place.of_product.values() for batch in held]

    @property
    def parts(self) -> list[BatchMovement]:
        return [part for place in self.at_storefront.values() for part in place.parts]

    def _unload(self, batches: Batches, movement: StockMovement) -> None:
        for batch, units in self._on_the_van:
            batches.put(movement, BatchLabel(batch.expires_on, batch.code), units, batch.unit_cost)
        self._on_the_van = []
        shop = next(n for n, each in enumerate(self.room.storefronts) if each.pk == movement.storefront_id)
        self.room.dated.add((shop, movement.product.sku))

    def _number(self) -> None:
        """Keys that are the same on every machine."""
        for batch in self.batches:
            batch.pk = self.new_id()
        for part in self.parts:
            part.pk = self.new_id()
            part.batch = part.batch
            part.created_at = part.movement.at
