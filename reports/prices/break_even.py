"""What a change of price must achieve so that profit does not fall. Arithmetic alone, no model."""

import math


def units_to_spare(change: float, margin: float) -> float | None:
    """The share of units that may be lost at a change of price; below zero: so many must come on top.

    `change` and `margin` are shares of the old price: +5 % at a margin of 20 % may lose 0.05 / 0.25 = 20 %, and 5 %
    off must bring 0.05 / 0.15 = 33 %. None where the new price leaves no margin: no quantity makes up for that.
    """
    left = margin + change
    return change / left if left > 0 else None


def elasticity_to_break_even(change: float, margin: float) -> float | None:
    """The price elasticity at which the change brings the same profit; None without margin before or after it."""
    if margin <= 0 or margin + change <= 0 or not change:
        return None
    return -math.log((margin + change) / margin) / math.log(1 + change)
