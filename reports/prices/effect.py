"""What a change of price would do to units and profit, by what is believed of the elasticity."""

import math
from dataclasses import dataclass

from reports.prices.break_even import elasticity_to_break_even, units_to_spare
from reports.prices.evidence import Belief


@dataclass(frozen=True, slots=True)
class Effect:
    """Shares of the present units and profit: 0.05 is 5 % more. `low` to `high` hold four cases in five.

    `spare`: the share of units that may be lost; below zero: must come on top; None: nothing makes up for it.
    Without margin now profit has no share, and `profit` is None.
    """

    change: float
    spare: float | None
    units: tuple[float, float, float]
    profit: tuple[float, float, float] | None
    chance_of_gain: float


def effect(belief: Belief, change: float, margin: float) -> Effect:
    """What a `change` of price does at a `margin`, both shares of the present price."""
    ratios = sorted((1 + change) ** belief.quantile(share) for share in (0.1, 0.5, 0.9))
    units = (ratios[0] - 1, ratios[1] - 1, ratios[2] - 1)
    profit = None
    if margin > 0:
        low, mid, high = sorted(ratio * (margin + change) / margin - 1 for ratio in ratios)
        profit = (low, mid, high)
    return Effect(change, units_to_spare(change, margin), units, profit, chance_of_gain(belief, change, margin))


def chance_of_gain(belief: Belief, change: float, margin: float) -> float:
    """How likely profit rises. Below cost, a rise gains for certain: what is not sold loses nothing."""
    if margin <= 0:
        return 1.0 if change > 0 else 0.0
    needed = elasticity_to_break_even(change, margin)
    if needed is None:
        return 0.0
    above = belief.chance_above(needed)
    return above if change > 0 else 1 - above


def expected_profit(belief: Belief, change: float, margin: float) -> float:
    """The mean of profit as a share of the present one, over the whole belief (a lognormal)."""
    step = math.log(1 + change)
    return math.exp(belief.mean * step + (belief.sd * step) ** 2 / 2) * (margin + change) / margin
