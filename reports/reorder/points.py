"""When to order and how much: the reorder point is a quantile of what sells until the next delivery.

Units sold in the lead time are taken for gamma distributed: never below zero, and longer on the side that hurts. The
variance is that of the days, of the lead time, and of a forecast that may be off by a seventh.
"""

from statistics import NormalDist

import numpy as np

from reports.demand.series import Floats

FORECAST_ERROR = 0.15
SMALLEST_SHAPE = 1e-3


def reorder_points(expected: Floats, variance: Floats, service: Floats) -> Floats:
    """Units that last until the next delivery in `service` of all cases (0.95: nineteen of twenty).

    The Wilson-Hilferty approximation of the gamma quantile: F·(1 - 1/9k + z/3√k)³, k = F²/variance.
    """
    shape = np.maximum(expected**2 / np.maximum(variance, 1e-12), SMALLEST_SHAPE)
    normal = np.vectorize(NormalDist().inv_cdf, otypes=[np.float64])
    levels, place = np.unique(service, return_inverse=True)
    z = normal(levels)[place] if levels.size else levels
    root = 1 - 1 / (9 * shape) + z / (3 * np.sqrt(shape))
    return np.asarray(np.where(expected > 0, expected * np.maximum(root, 0) ** 3, 0))


def variance(expected: Floats, days: Floats, spread: Floats, lead_spread: Floats) -> Floats:
    """Of the units of so many `days`: `spread` is the standard deviation of a day, `lead_spread` of the lead time."""
    each_day = expected / np.maximum(days, 1)
    return np.asarray(days * spread**2 + (each_day * lead_spread) ** 2 + (FORECAST_ERROR * expected) ** 2)


def expected_shortage(expected: Floats, variance: Floats, position: Floats) -> Floats:
    """Units that will be asked for and not be there, if nothing is ordered: the loss function of the normal curve."""
    spread = np.sqrt(np.maximum(variance, 1e-12))
    z = (position - expected) / spread
    density = np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)
    above = 1 - _normal_cdf(z)
    return np.asarray(np.maximum(spread * (density - z * above), 0))


def _normal_cdf(z: Floats) -> Floats:
    """Abramowitz and Stegun 26.2.17, right to 7e-8."""
    t = 1 / (1 + 0.2316419 * np.abs(z))
    series = ((((1.330274429 * t - 1.821255978) * t + 1.781477937) * t - 0.356563782) * t + 0.319381530) * t
    tail = series * np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)
    return np.asarray(np.where(z >= 0, 1 - tail, tail))
