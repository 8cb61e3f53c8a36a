"""Whether the largest sale of a week is larger than the sales before let one expect."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
TAIL = 40
"""How many of the largest sales the tail is read from."""
LEAST_SALES = 400
LARGER = 1.5
"""How many times as large as any before it must be."""


def chance_of_largest(before: Floats, known: int, largest: float, sales: int) -> float:
    """The chance that one of `sales` sales reaches `largest` GHS, by the tail of the `known` before; 1 where too few.

    `before` has the largest of those, `TAIL` + 1 at least. Hill's estimate of a Pareto tail over the forty largest:
    P(one > x) = k/N (x/u)^(-1/h).
    """
    if known < LEAST_SALES or not sales:
        return 1.0
    ordered = np.sort(before)
    if largest < LARGER * ordered[-1]:
        return 1.0
    threshold, tail = ordered[-TAIL - 1], ordered[-TAIL:]
    slope = float(np.mean(np.log(tail / threshold)))
    if slope <= 0:
        return 1.0
    one = TAIL / known * float((largest / threshold) ** (-1 / slope))
    return float(1 - (1 - min(one, 1.0)) ** sales)
