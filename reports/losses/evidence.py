"""How much better a count is explained by a raised rate than by the usual one."""

import math
from collections.abc import Sequence

TIMES = (2.0, 3.0, 5.0)
"""How many times the usual rate a scheme may have; each as likely."""
HIGHEST = 0.97
"""No rate is raised above this."""


def log_bayes_factor(x: int, n: int, known: float, rate: float) -> float:
    """ln of P(x of n | rate raised) / P(x of n | usual rate), both beta-binomial; 0 says nothing either way.

    The usual rate is Beta(known, known / rate - known): of mean `rate`, and as sure as `known` events make it.
    A raised one has as many times the mean and the same relative width, averaged over `TIMES`.
    """
    usual = _log_probability(x, n, known, min(rate, HIGHEST))
    raised = [_log_probability(x, n, known, min(rate * times, HIGHEST)) for times in TIMES]
    return log_mean(raised) - usual


def log_mean(logs: Sequence[float]) -> float:
    """ln of the mean of exp(logs)."""
    most = max(logs)
    return most + math.log(sum(math.exp(each - most) for each in logs) / len(logs))


def _log_probability(x: int, n: int, a: float, rate: float) -> float:
    """Beta-binomial, without the binomial coefficient, which is the same on both sides."""
    b = a / rate - a
    return _log_beta(a + x, b + n - x) - _log_beta(a, b)


def _log_beta(a: float, b: float) -> float:
    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)
