"""What to ask for a product, where the shop's own past is reason enough; else the present price, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from statistics import median

from common.money import nearest_step
from reports.prices.candidates import Limits, Present, allowed, candidates, ending, floor
from reports.prices.effect import Effect, chance_of_gain, effect, expected_profit
from reports.prices.evidence import Belief

ENOUGH = 0.85  # chance of gain from which a step is advised
NEAR = Decimal("0.03")  # of the competitors' median


class Goal(StrEnum):
    PROFIT = "profit_maximization"
    VOLUME = "volume"
    COMPETITIVE = "competitive"


class Why(StrEnum):
    """What an advice, or the lack of one, rests on."""

    GAIN = "gain"
    VOLUME = "volume"
    COMPETITORS = "competitors"
    BELOW_COST = "below_cost"
    NO_COST = "no_cost"
    NO_PRICE = "no_price"
    NO_EVIDENCE = "no_evidence"
    NO_BETTER_PRICE = "no_better_price"
    NO_COMPETITORS = "no_competitors"
    NEAR_COMPETITORS = "near_competitors"


@dataclass(frozen=True, slots=True)
class Advice:
    """A price, and the effect of asking it; without `effect` it is the present price."""

    price: Decimal
    why: Why
    effect: Effect | None = None
    confidence: float | None = None

    @property
    def is_change(self) -> bool:
        return self.effect is not None


def advise(
    present: Present, belief: Belief, *, goal: Goal, limits: Limits, competitors: Sequence[Decimal] = ()
) -> Advice:
    """The price to ask for a goal; the present one where nothing is certain enough.

    Keeps every limit, but for what is sold below cost: there the lowest price with the least margin, however far.
    """
    if present.price <= 0:
        return Advice(present.price, Why.NO_PRICE)
    if present.cost <= 0:
        return Advice(present.price, Why.NO_COST)
    if present.margin <= 0:
        return _above_cost(present, belief, limits)
    if goal is Goal.COMPETITIVE:
        return _near_competitors(present, belief, limits, competitors)
    if not belief.is_own:
        return Advice(present.price, Why.NO_EVIDENCE)
    return _cheapest(present, belief, limits) if goal is Goal.VOLUME else _most_profit(present, belief, limits)


def change_to(price: Decimal, present: Present) -> float:
    """A price as a change of the present one, as a share."""
    return float(price / present.price - 1)


def _above_cost(present: Present, belief: Belief, limits: Limits) -> Advice:
    price = max(floor(present, limits), present.wholesale or Decimal(0))
    if price <= present.price:
        return Advice(present.price, Why.NO_BETTER_PRICE)
    return _advice(price, Why.BELOW_COST, present, belief)


def _most_profit(present: Present, belief: Belief, limits: Limits) -> Advice:
    likely = [
        price
        for price in candidates(present, limits)
        if chance_of_gain(belief, change_to(price, present), present.margin) >= ENOUGH
    ]
    if not likely:
        return Advice(present.price, Why.NO_BETTER_PRICE)
    best = max(likely, key=lambda price: expected_profit(belief, change_to(price, present), present.margin))
    return _advice(best, Why.GAIN, present, belief)


def _cheapest(present: Present, belief: Belief, limits: Limits) -> Advice:
    lower = [price for price in candidates(present, limits) if price < present.price]
    if not lower:
        return Advice(present.price, Why.NO_BETTER_PRICE)
    return _advice(lower[0], Why.VOLUME, present, belief)


def _near_competitors(present: Present, belief: Belief, limits: Limits, competitors: Sequence[Decimal]) -> Advice:
    if not competitors:
        return Advice(present.price, Why.NO_COMPETITORS)
    middle = Decimal(median(competitors))
    low, high = middle * (1 - NEAR), middle * (1 + NEAR)
    if low <= present.price <= high:
        return Advice(present.price, Why.NEAR_COMPETITORS)
    goal = min(max(present.price, low), high)
    ended = nearest_step(goal, ending(goal))
    near = [price for price in {*candidates(present, limits), ended} if allowed(price, present, limits)]
    if not near:
        return Advice(present.price, Why.NO_BETTER_PRICE)
    best = min(near, key=lambda price: (abs(price - goal), price))
    if abs(best - middle) >= abs(present.price - middle):
        return Advice(present.price, Why.NO_BETTER_PRICE)
    return _advice(best, Why.COMPETITORS, present, belief)


def _advice(price: Decimal, why: Why, present: Present, belief: Belief) -> Advice:
    found = effect(belief, change_to(price, present), present.margin)
    known = belief.is_own or why is Why.BELOW_COST
    return Advice(price, why, found, found.chance_of_gain if known else None)
