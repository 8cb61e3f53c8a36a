"""Schemes put into clean shop-years: one person begins to do something more often than the others do."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from benchmarks.shop_years import ShopYear
from reports.losses.signals import OF_A_PLACE, SIGNALS
from reports.losses.tallies import Event, Person

SIZES = (2.0, 3.0, 5.0)
SCHEMES = (
    "discounts",
    "price_overrides",
    "refunds",
    "voids",
    "cancelled_carts",
    "drawer_opened",
    "cash_short",
    "on_account",
    "removed_lines",
    "shrinkage",
    "reprints",
    "below_cost",
    "low_prices",
    "odd_hours",
    "refunds_given",
    "credit_approvals",
    "adjustments_down",
)
OF_MANAGERS = frozenset({"price_overrides", "refunds_given", "credit_approvals", "adjustments_down"})
WEEKS, LAST_START = 4, 45


@dataclass(frozen=True)
class Put:
    """A shop-year with a scheme, who runs it (None: it is at a storefront), and from which week on.

    `usual` events are to be expected of them in its weeks without it, `raised` with it.
    """

    year: ShopYear
    signal: str
    person: Person
    place: uuid.UUID
    week: int
    usual: float
    raised: float


def inject(year: ShopYear, signal: str, times: float, seed: int) -> Put:
    """From a random week on, (times - 1) x the peers' rate is added to someone's own events, for four weeks.

    The cashier of the demo who always gives more discounts than the others runs no discount scheme: she is above
    three times their rate already.
    """
    rng = np.random.default_rng([seed, SCHEMES.index(signal), int(times)])
    week = int(rng.integers(18, LAST_START))
    person, place = _who(year, signal, rng)
    more = min(1.0, _peers_rate(year, signal, person, place) * (times - 1))
    own = [each for each in year.events if each.signal == signal]
    worth, like = float(np.mean([each.value for each in own])), own[0]
    chances = [year.chances[SIGNALS[signal].base, person, place, at] for at in range(week, week + WEEKS)]
    added: list[Event] = []
    for at, n in enumerate(chances, week):
        event = like._replace(person=person, place=place, week=at, value=worth)
        added += [event] * int(rng.binomial(int(n), more))
    usual = _rate(year, signal, lambda who, where: (who, where) == (person, place)) * sum(chances)
    raised = usual + more * sum(chances)
    return Put(replace(year, events=year.events + added), signal, person, place, week, usual, raised)


def _who(year: ShopYear, signal: str, rng: np.random.Generator) -> tuple[Person, uuid.UUID]:
    if signal in OF_A_PLACE:
        places = sorted(set(year.cashiers.values()), key=str)
        return None, places[int(rng.integers(len(places)))]
    if signal in OF_MANAGERS:
        return year.manager, year.cashiers[year.generous]
    people = sorted((each for each in year.cashiers if signal != "discounts" or each != year.generous), key=str)
    person = people[int(rng.integers(len(people)))]
    return person, year.cashiers[person]


def _peers_rate(year: ShopYear, signal: str, person: Person, place: uuid.UUID) -> float:
    """Events an opportunity of all others of the role in the year; one's own where there are no others."""
    role = year.roles.get(person) if person else None

    def is_peer(who: Person, where: uuid.UUID) -> bool:
        same = (year.roles.get(who) if who else None) == role
        return same and (who, where) != (person, place) and not (signal == "discounts" and who == year.generous)

    def is_own(who: Person, where: uuid.UUID) -> bool:
        return (who, where) == (person, place)

    return _rate(year, signal, is_peer) or _rate(year, signal, is_own)


def _rate(year: ShopYear, signal: str, counts: Callable[[Person, uuid.UUID], bool]) -> float:
    """Events an opportunity in the year, of those who count; 0 where there are none."""
    x = sum(each.signal == signal and counts(each.person, each.place) for each in year.events)
    of_base = (each for each in year.chances.items() if each[0][0] == SIGNALS[signal].base)
    n = sum(n for (_, who, where, _), n in of_base if counts(who, where))
    return x / n if n else 0.0
