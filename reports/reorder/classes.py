"""How much a product matters, and how steadily it sells."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from reports.demand.series import Floats

SERVICE: Final = {"A": 0.98, "B": 0.95, "C": 0.90}
"""How often stock should last until the next delivery."""
FIRST, SECOND = 0.80, 0.95
STEADY, WAVERING = 0.5, 1.0

Letters = NDArray[np.str_]


def by_margin(margin: Floats) -> Letters:
    """A: the products that bring the first 80 % of all margin; B: up to 95 %; C: the rest, and what brings none."""
    gains = np.maximum(margin, 0)
    order = np.argsort(-gains, kind="stable")
    before = np.cumsum(gains[order]) - gains[order]
    whole = max(float(gains.sum()), 1e-9)
    letters = np.where(before < FIRST * whole, "A", np.where(before < SECOND * whole, "B", "C"))
    found = np.empty(len(gains), dtype="<U1")
    found[order] = np.where(gains[order] > 0, letters, "C")
    return found


def by_steadiness(weekly_variation: Floats) -> Letters:
    """X: a week varies by less than half its mean; Y: by less than its mean; Z: by more."""
    letters = np.where(weekly_variation < STEADY, "X", np.where(weekly_variation < WAVERING, "Y", "Z"))
    return np.asarray(letters)
