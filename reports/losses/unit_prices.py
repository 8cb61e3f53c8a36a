"""Unit prices far from a product's own: how far, on a scale that is the same for steady and for wavering products."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
STEADY = 30
"""Sales by which a product's spread is drawn towards that of all products."""
LEAST_SALES = 10
"""Sales of a product whose spread tells something of all."""


def scores(product: NDArray[np.int64], price: Floats) -> Floats:
    """How unusual each unit price is, 0 for the product's median; `product` numbers them from 0, prices are above 0.

    r = |ln price - median of the product|, s = (n MAD + 30 median MAD of products with ten sales) / (n + 30);
    the score is r / (s + 1).
    """
    logs = np.log(price)
    n = np.bincount(product)
    center = medians(product, logs, len(n))
    off = np.abs(logs - center[product])
    mad = medians(product, off, len(n))
    known = mad[n >= LEAST_SALES]
    usual = float(np.median(known)) if len(known) else 0.0
    spread = (n * mad + STEADY * usual) / (n + STEADY)
    return np.asarray(off / (spread[product] + 1))


def medians(group: NDArray[np.int64], values: Floats, groups: int = 0) -> Floats:
    """The median of each group's values; 0 of a group without any."""
    order = np.lexsort((values, group))
    counts = np.bincount(group, minlength=groups)
    ends = counts.cumsum()
    first = ends - counts
    held = values[order]
    low, high = first + np.maximum(counts - 1, 0) // 2, first + counts // 2
    full = counts > 0
    found = np.zeros(len(counts))
    found[full] = (held[low[full]] + held[np.minimum(high[full], len(held) - 1)]) / 2
    return found
