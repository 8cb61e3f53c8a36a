"""The goods of a demo shop: ordered, delivered, moved, counted and sold, each time with a movement."""

import datetime as dt
import random
import uuid
from collections import defaultdict
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from accounts.models import Membership, Storefront
from app.demo import month, repricing
from app.demo.profile import Good, Profile
from app.demo.seasons import demand, price_level
from common.clock import ACCRA
from common.money import cedis
from inventory.models import Product, Stock, StockMovement, Transfer

Kind = StockMovement.Kind
Place = tuple[int, str]  # storefront, sku
VAN = 3  # products on one trip


class Coming(NamedTuple):
    """Units of one product on their way to one storefront."""

    arrives: dt.date
    units: int
    ordered: dt.date


class Delivery(NamedTuple):
    """Units that came, when they were ordered, and the movement that says so."""

    place: Place
    ordered: dt.date
    movement: StockMovement


class Counted(NamedTuple):
    """A monthly count: the units on each shelf as it began, and the movements that it and its finds led to."""

    day: dt.date
    units: dict[Place, int]
    found: list[tuple[Place, StockMovement]]


class Stockroom:
    """Units on each shelf. Every change is a row in `movements`; nothing ever goes below zero."""

    def __init__(
        self,
        profile: Profile,
        rng: random.Random,
        new_id: Callable[[], uuid.UUID],
        *,
        products: dict[str, Product],
        storefronts: list[Storefront],
        keeper: Membership,
        per_week: dict[str, float],
    ) -> None:
        self.profile, self.rng, self.new_id = profile, rng, new_id
        self.products, self.storefronts, self.keeper, self.per_week = products, storefronts, keeper, per_week
        self.units: dict[Place, int] = defaultdict(int)
        self.coming: dict[Place, Coming] = {}
        self.deliveries: list[Delivery] = []
        self.counts: list[Counted] = []
        self.dated: set[Place] = set()  # where something came with an expiry date
        self.movements: list[StockMovement] = []
        self.transfers: list[Transfer] = []

    def open(self, day: dt.date) -> None:
        """Opening stock: five weeks of everything."""
        for place, good in self._places():
            self._move(
                place, Kind.PURCHASE, max(2, round(self._weekly(place, good) * 5)), at(day, 6), reason="Opening stock"
            )

    def morning(self, day: dt.date, gone: float) -> None:
        """Before the doors open: deliveries come in, shelves are evened out and counted, orders go out."""
        for place, good in self._places():
            if place in self.coming and self.coming[place].arrives <= day:
                came = self.coming.pop(place)
                self._move(place, Kind.PURCHASE, came.units, at(day, 7), reason=good.supplier, gone=gone)
                self.deliveries.append(Delivery(place, came.ordered, self.movements[-1]))
            if place not in self.coming:
                self._order(place, good, day, gone)
        if day.weekday() == 0 and len(self.storefronts) == 2:
            self._even_out(day)
        if day.day == 28:
            self._count(day)

    def sell(self, place: Place, units: int, at: dt.datetime, document: uuid.UUID, gone: float) -> int:
        """Take up to `units` off the shelf; how many there were."""
        found = min(units, self.units[place])
        if found:
            self._move(place, Kind.SALE, -found, at, gone=gone, document=document)
        return found

    def take_back(self, place: Place, units: int, at: dt.datetime, document: uuid.UUID, gone: float) -> None:
        self._move(place, Kind.RETURN, units, at, gone=gone, document=document)

    def cost(self, sku: str, gone: float) -> Decimal:
        return cedis(self.products[sku].cost * Decimal(str(price_level(gone))))

    def stock(self) -> list[Stock]:
        """The running totals as rows."""
        return [
            Stock(
                id=self.new_id(),
                business_id=self.keeper.business_id,
                product=self.products[sku],
                storefront=self.storefronts[shop],
                quantity=Decimal(units),
                has_batches=(shop, sku) in self.dated,
            )
            for (shop, sku), units in self.units.items()
        ]

    def _places(self) -> list[tuple[Place, Good]]:
        return [((shop, good.sku), good) for shop in range(len(self.storefronts)) for good in self.profile.goods]

    def _weekly(self, place: Place, good: Good) -> float:
        return self.per_week[good.sku] * self.profile.storefronts[place[0]][2]

    def _order(self, place: Place, good: Good, day: dt.date, gone: float) -> None:
        """Order four weeks' worth when what is left lasts less than the lead time and a week; some come late."""
        if month.is_forgotten(good.sku, gone):
            return
        lead = self.profile.suppliers[good.supplier]
        wanted = demand(good.season, day + dt.timedelta(days=lead), gone) * repricing.pull(good.sku, gone)
        weekly = self._weekly(place, good) * wanted
        if not weekly or self.units[place] > weekly * (lead + 6) / 7:
            return
        delay = self.rng.choice((-1, 0, 0, 1, 2)) if self.rng.random() > 0.1 else self.rng.randint(6, 16)
        arrives = day + dt.timedelta(days=max(1, lead + delay))
        self.coming[place] = Coming(arrives, max(2, round(weekly * 4)), day)

    def _even_out(self, day: dt.date) -> None:
        """On Mondays the van fills a few empty shelves from the other storefront."""
        empty = [(place, good) for place, good in self._places() if not self.units[place]]
        for place, good in empty[:VAN]:
            shop, sku = place
            other = (1 - shop, sku)
            units = self.units[other] // 2
            if units < 3:
                continue
            transfer = Transfer(
                id=self.new_id(),
                business_id=self.keeper.business_id,
                from_storefront=self.storefronts[1 - shop],
                to_storefront=self.storefronts[shop],
                by=self.keeper,
                note=f"{good.name} had run out",
                at=at(day, 7, 40),
            )
            self.transfers.append(transfer)
            self._move(other, Kind.TRANSFER, -units, transfer.at, transfer=transfer)
            self._move(place, Kind.TRANSFER, units, transfer.at, transfer=transfer)

    def _count(self, day: dt.date) -> None:
        """The monthly count finds a little missing or broken."""
        count = Counted(day, dict(self.units), [])
        self.counts.append(count)
        for place, _ in self.rng.sample(self._places(), 4):
            lost = min(self.rng.randint(1, 3), self.units[place])
            if lost:
                reason = self.rng.choice(("Stock count", "Damaged", "Expired"))
                self._move(place, Kind.ADJUSTMENT, -lost, at(day, 7, 50), reason=reason)
                count.found.append((place, self.movements[-1]))

    def _move(
        self,
        place: Place,
        kind: Kind,
        units: int,
        at: dt.datetime,
        *,
        reason: str = "",
        gone: float = 0.0,
        document: uuid.UUID | None = None,
        transfer: Transfer | None = None,
    ) -> None:
        self.units[place] += units
        shop, sku = place
        self.movements.append(
            StockMovement(
                id=self.new_id(),
                business_id=self.keeper.business_id,
                product=self.products[sku],
                storefront=self.storefronts[shop],
                kind=kind,
                quantity=Decimal(units),
                balance_after=Decimal(self.units[place]),
                unit_cost=None if kind == Kind.TRANSFER else self.cost(sku, gone),
                reason=reason,
                document_id=document,
                transfer=transfer,
                by=self.keeper,
                at=at,
            )
        )


def at(day: dt.date, hour: int, minute: int = 0) -> dt.datetime:
    """That time of a day in Accra."""
    return dt.datetime.combine(day, dt.time(hour, minute), tzinfo=ACCRA)
