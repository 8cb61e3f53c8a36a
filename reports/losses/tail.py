"""How unlikely a count is, where the rate itself is only known by a beta distribution."""

import math

import numpy as np

SMALLEST = 1e-12


def beta_binomial(x: int, n: int, a: float, b: float) -> float:
    """P(X >= x) for X events among n opportunities whose rate is Beta(a, b); never below 1e-12.

    The probabilities follow each other by (n-k)(k+a) / ((k+1)(n-k-1+b)), so that only the first needs a gamma.
    """
    if x <= 0:
        return 1.0
    if x > n:
        return SMALLEST
    k = np.arange(n)
    steps = np.log((n - k) * (k + a)) - np.log((k + 1) * (n - k - 1 + b))
    first = math.lgamma(n + b) - math.lgamma(b) + math.lgamma(a + b) - math.lgamma(n + a + b)
    logs = first + np.concatenate(([0.0], np.cumsum(steps)))
    return float(min(1.0, max(SMALLEST, np.exp(logs[x:]).sum())))
