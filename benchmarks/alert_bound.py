"""What no way of watching can beat: the power of the best test that knows all but whether there is a scheme.

It knows a person's true usual rate, the day a scheme would begin, and how large it would be, and looks once, after four
weeks. By Neyman and Pearson no test of the same level finds more. Whoever watches by the week and raises so many false
alarms a week in a series, raises at most four times as many in four weeks; that is its level.
"""

import math

import numpy as np

from reports.losses.tallies import Floats


def power(usual: float, raised: float, level: float) -> float:
    """The chance that the likelihood ratio test of that level finds `raised` events, Poisson, where `usual` are due.

    The test is randomised at its threshold, so that it spends the level whole.
    """
    most = int(raised + 12 * math.sqrt(raised) + 20)
    by_chance, by_scheme = _tail(usual, most), _tail(raised, most)
    least = int(np.argmax(by_chance <= level))
    if least == 0:
        return 1.0
    share = (level - by_chance[least]) / (by_chance[least - 1] - by_chance[least])
    return float(by_scheme[least] + share * (by_scheme[least - 1] - by_scheme[least]))


def _tail(mean: float, most: int) -> Floats:
    """P(X >= k) for k from 0, X Poisson of that mean."""
    k = np.arange(most)
    logs = k * math.log(max(mean, 1e-9)) - mean - np.array([math.lgamma(each + 1) for each in k])
    return np.concatenate((np.cumsum(np.exp(logs)[::-1])[::-1], [0.0]))
