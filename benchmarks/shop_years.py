"""Years of the demo's first shop in memory, with a till's records drawn on top, for judging who is found unusual.

Sales, credit, returns and counts are the demo's own. Who sold and who gave a discount is drawn anew by the demo's own
rule, so that one year of trade gives several shop-years. What the demo's trade does not record (voids, carts, drawers,
prices changed, cash counted) is drawn for each person at a rate of their own, spread by CV 0.5 between people and 0.2
between weeks.
"""

import datetime as dt
import random
import uuid
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from accounts.models import Business, Membership, Storefront
from app.demo.accra import ACCRA
from app.demo.profile import Profile, Year
from app.demo.stockroom import Counted
from app.demo.trade import Crew, Trade
from common import clock
from inventory.models import Product
from reports.losses.signals import Base
from reports.losses.tallies import WEEKS, Event, Person, Tally, tallies
from sales.models import Customer, PriceTier, Sale

YEAR = Year.until(dt.date(2026, 6, 1))  # a Monday, so that weeks are whole
WEEKS_OF_A_YEAR = 52
SPREAD, WEEKLY_SPREAD = 0.5, 0.2
DRAWN = {  # events for each sale, or for each session
    "voids": 0.008,
    "cancelled_carts": 0.025,
    "removed_lines": 0.01,
    "drawer_opened": 0.03,
    "reprints": 0.015,
    "cash_short": 0.12,
    "price_overrides": 0.05,
}
DRAWN_TOO = {"below_cost": 0.01, "low_prices": 0.01, "odd_hours": 0.01, "adjustments_down": 0.01}
"""Drawn after all else, so that what was drawn before these were looked at stays as it was."""
OF_THE_PLACE = frozenset({"adjustments_down"})
"""What the manager does, as often as the storefront sells."""
BY_MANAGERS = frozenset({"price_overrides"})
SHORT_BY = 12.0
OF_CASHIERS = 0.94
Place = uuid.UUID


@dataclass
class ShopYear:
    """One year: every event, the opportunities of each week, and who works where."""

    events: list[Event] = field(default_factory=list)
    chances: Counter[tuple[Base, Person, Place, int]] = field(default_factory=Counter)
    roles: dict[uuid.UUID, str] = field(default_factory=dict)
    cashiers: dict[uuid.UUID, Place] = field(default_factory=dict)
    manager: uuid.UUID = field(default_factory=uuid.uuid4)
    generous: uuid.UUID = field(default_factory=uuid.uuid4)
    sales: list[tuple[uuid.UUID, Place, int, float, dt.datetime]] = field(default_factory=list)
    """Seller, storefront, week, GHS and time of each sale."""

    def windows(self) -> Callable[[int], list[Tally]]:
        """Of a week, the tallies of the 28 that end with it, as the scan of that week counts them."""
        none = np.zeros(WEEKS - 1)
        whole = tallies(self.events, self.chances, self.roles, WEEKS_OF_A_YEAR)
        longer = [[np.concatenate((none, part)) for part in (each.x, each.n, each.value)] for each in whole]

        def of(week: int) -> list[Tally]:
            seen = slice(week, week + WEEKS)
            return [
                replace(each, x=x[seen], n=n[seen], value=value[seen])
                for each, (x, n, value) in zip(whole, longer, strict=True)
            ]

        return of


@dataclass(frozen=True)
class Traded:
    """What a year of the demo's trade leaves, before it is said who stood at the till."""

    crew: Crew
    sales: list[Sale]
    lines: dict[uuid.UUID, list[float]]
    """GHS of each line before discount, by sale."""
    counts: list[Counted]


def traded(seed: int, profile: Profile = ACCRA) -> Traded:
    """A year of the demo's trade; the same for the same seed. Takes some seconds."""
    rng = random.Random(f"{seed} alerts")  # noqa: S311

    def new_id() -> uuid.UUID:
        return uuid.UUID(int=rng.getrandbits(128), version=4)

    crew = _crew(profile, new_id)
    trade = Trade(profile, YEAR, crew, rng=rng, new_id=new_id)
    trade.run()
    lines: dict[uuid.UUID, list[float]] = {}
    for line in trade.lines:
        lines.setdefault(line.sale_id, []).append(float(line.quantity * line.unit_price))
    return Traded(crew, trade.sales, lines, trade.room.counts)


def shop_year(trades: Sequence[Traded], draw: int) -> ShopYear:
    """One of the shop-years of a year of trade: its people, and what a till records of them.

    Several trades make one shop that is as many times as busy, with the people and storefronts of the first.
    """
    crew, rng = trades[0].crew, np.random.default_rng(draw)
    made = ShopYear(manager=crew.manager.pk, generous=crew.tills[0][-1].pk)
    for tills, shop in zip(crew.tills, crew.storefronts, strict=True):
        made.cashiers |= {person.pk: shop.pk for person in tills}
    made.roles = dict.fromkeys(made.cashiers, "cashier") | {crew.manager.pk: "manager"}
    for trade in trades:
        _sold(made, trade, crew, rng)
    _counted(made, trades[0])
    _drawn(made, rng, DRAWN)
    _drawn(made, rng, DRAWN_TOO)
    return made


def _crew(profile: Profile, make: Callable[[], uuid.UUID]) -> Crew:
    business = Business(id=make())
    shops = [Storefront(id=make(), business=business, name=name) for name, _, _ in profile.storefronts]
    people = [
        Membership(
            id=make(),
            business=business,
            name=each.name,
            role=each.role,
            storefront=shops[each.shop] if each.shop >= 0 else None,
        )
        for each in profile.people
    ]
    tills = [[p for p in people if p.role == "cashier" and p.storefront_id == shop.pk] for shop in shops]
    customers = [
        Customer(
            id=make(),
            business=business,
            name=buyer.name,
            terms_days=buyer.terms,
            credit_limit=buyer.limit,
            price_tier=PriceTier.WHOLESALE if buyer.wholesale else PriceTier.RETAIL,
        )
        for buyer in profile.buyers
    ]
    products = {
        good.sku: Product(
            id=make(),
            business=business,
            sku=good.sku,
            name=good.name,
            cost=good.cost,
            retail_price=good.retail,
            wholesale_price=good.wholesale,
        )
        for good in profile.goods
    }
    return Crew(shops, people[0], people[1], tills, list(zip(profile.buyers, customers, strict=True)), products)


def _sold(made: ShopYear, trade: Traded, crew: Crew, rng: np.random.Generator) -> None:
    sellers: dict[uuid.UUID, uuid.UUID] = {}
    places = {old.pk: new.pk for old, new in zip(trade.crew.storefronts, crew.storefronts, strict=True)}
    tills = {shop.pk: till for shop, till in zip(crew.storefronts, crew.tills, strict=True)}
    for sale in trade.sales:
        place = places[sale.storefront_id]
        week = _week(sale.sold_at)
        if week >= WEEKS_OF_A_YEAR:
            continue
        if sale.kind == Sale.Kind.RETURN:
            assert sale.original
            for signal, person in (("refunds", sellers[sale.original.pk]), ("refunds_given", made.manager)):
                made.events.append(_event(signal, person, place, float(-sale.total), sale.sold_at))
        else:
            till = tills[place]
            seller = till[rng.integers(len(till))].pk if rng.random() < OF_CASHIERS else made.manager
            sellers[sale.pk] = seller
            _one_sale(made, sale, (seller, place), week)
            _discount(made, sale, (seller, place), trade.lines[sale.pk], rng)


def _one_sale(made: ShopYear, sale: Sale, by: tuple[uuid.UUID, Place], week: int) -> None:
    person, place = by
    made.sales.append((person, place, week, float(sale.total), sale.sold_at))
    made.chances[Base.OWN_SALES, person, place, week] += 1
    made.chances[Base.OWN_CARTS, person, place, week] += 1
    for each in made.roles:
        made.chances[Base.SALES_OF_THE_PLACE, each, place, week] += 1
    if sale.due_date:
        made.events.append(_event("on_account", person, place, float(sale.total), sale.sold_at))
    if sale.credit_approved_by_id:
        made.events.append(_event("credit_approvals", made.manager, place, float(sale.total), sale.sold_at))


def _discount(
    made: ShopYear, sale: Sale, by: tuple[uuid.UUID, Place], lines: list[float], rng: np.random.Generator
) -> None:
    """The demo's rule: a twentieth off a line now and then, and more often by one cashier."""
    person, place = by
    chance = 0.09 if person == made.generous else 0.02
    if off := sum(gross * 0.05 for gross in lines if rng.random() < chance):
        made.events.append(_event("discounts", person, place, off, sale.sold_at))


def _counted(made: ShopYear, trade: Traded) -> None:
    for count in trade.counts:
        week = _week(clock.start_of(count.day))
        for shop in trade.crew.storefronts:
            made.chances[Base.LINES_COUNTED, None, shop.pk, week] += len(trade.crew.products)
        for (number, _), movement in count.found:
            worth = float(-movement.quantity * (movement.unit_cost or 0))
            place = trade.crew.storefronts[number].pk
            made.events.append(_event("shrinkage", None, place, worth, movement.at))


def _drawn(made: ShopYear, rng: np.random.Generator, usual: dict[str, float]) -> None:
    """What a till records besides sales, at each person's own rate around the `usual` one of a signal."""
    by_week: dict[tuple[uuid.UUID, Place, int], list[tuple[float, dt.datetime]]] = {}
    for person, place, week, total, at in made.sales:
        by_week.setdefault((person, place, week), []).append((total, at))
    rates = {(signal, person): rate * _around(rng, SPREAD) for signal, rate in usual.items() for person in made.roles}
    for (person, place, week), sold in by_week.items():
        days = sorted({at.date() for _, at in sold})
        if "cash_short" in usual:
            made.chances[Base.OWN_SESSIONS, person, place, week] += len(days)
        for signal in usual:
            if signal in BY_MANAGERS and made.roles[person] != "manager":
                continue
            by = made.manager if signal in OF_THE_PLACE else person
            rate = min(0.9, rates[signal, by] * _around(rng, WEEKLY_SPREAD))
            of = [(SHORT_BY, clock.start_of(day)) for day in days] if signal == "cash_short" else sold
            for value, at in of:
                if rng.random() < rate:
                    made.events.append(_event(signal, by, place, value, at))


def _around(rng: np.random.Generator, spread: float) -> float:
    """A factor of mean 1 with that coefficient of variation."""
    return float(rng.gamma(1 / spread**2, spread**2))


def _event(signal: str, person: Person, place: Place, value: float, at: dt.datetime) -> Event:
    return Event(signal, person, place, _week(at), value, at, "sale", uuid.UUID(int=0))


def _week(at: dt.datetime) -> int:
    return (at.date() - YEAR.start).days // 7
