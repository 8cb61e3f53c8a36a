"""How much better a count is explained by a raised rate than by the usual one."""

import math
from collections.abc import Iterable, Sequence

import numpy as np

from reports.losses.tallies import PAST_WEEKS, Tally

TIMES = (2.0, 3.0, 5.0)
"""How many times the usual rate a scheme may have; each as likely."""
HIGHEST = 0.97
"""No rate is raised above this."""
USUAL_DISPERSION = 0.2**2
"""Squared coefficient of variation of an honest person's rate from week to week, where nothing else is known."""
KNOWN_FROM = 1 / USUAL_DISPERSION**2
"""The information of a signal's own weeks that counts as much as `USUAL_DISPERSION`."""
LEAST_WEEKS, LEAST_DISPERSION = 4, 0.001


def log_bayes_factor(x: int, n: int, known: float, rate: float) -> float:
    """ln of P(x of n | rate raised) / P(x of n | usual rate), both beta-binomial; 0 says nothing either way.

    The usual rate is Beta(known, known / rate - known): of mean `rate`, and as sure as `known` events make it.
    A raised one has as many times the mean and the same relative width, averaged over `TIMES`.
    """
    usual = _log_probability(x, n, known, min(rate, HIGHEST))
    raised = [_log_probability(x, n, known, min(rate * times, HIGHEST)) for times in TIMES]
    return log_sum(raised) - math.log(len(TIMES)) - usual


def log_sum(logs: Sequence[float]) -> float:
    """ln of the sum of exp(logs)."""
    most = max(logs)
    return most + math.log(sum(math.exp(each - most) for each in logs)) if most > -math.inf else most


def overdispersion(tallies: Iterable[Tally]) -> float:
    """Squared coefficient of variation of one signal's rates from week to week, beyond what chance brings.

    By moments over everyone's past weeks, sum((x - due)^2 - due) / sum(due^2), drawn towards `USUAL_DISPERSION`, d, as
    far as those weeks can tell it: weeks x due^2 / (2 (1 + d due)^2) is the information of a negative binomial.
    """
    excess = due_squared = information = 0.0
    for tally in tallies:
        x, n = tally.x[:PAST_WEEKS], tally.n[:PAST_WEEKS]
        weeks = int(np.count_nonzero(n))
        if weeks < LEAST_WEEKS or not x.any():
            continue
        due, mean = n * (x.sum() / n.sum()), float(x.sum()) / weeks
        excess += float(np.square(x - due).sum()) * weeks / (weeks - 1) - float(x.sum())
        due_squared += float(np.square(due).sum())
        information += weeks * mean**2 / (2 * (1 + USUAL_DISPERSION * mean) ** 2)
    own = excess / due_squared if due_squared else USUAL_DISPERSION
    drawn = (KNOWN_FROM * USUAL_DISPERSION + information * own) / (KNOWN_FROM + information)
    return min(1.0, max(LEAST_DISPERSION, drawn))


def log_gamma_poisson(x: float, due: float, shape: float) -> float:
    """ln P(x) where `due` are expected times a gamma of that shape and mean 1."""
    counted = math.lgamma(shape + x) - math.lgamma(shape) - math.lgamma(x + 1)
    return counted + shape * math.log(shape / (shape + due)) + x * math.log(due / (shape + due))


def _log_probability(x: int, n: int, a: float, rate: float) -> float:
    """Beta-binomial, without the binomial coefficient, which is the same on both sides."""
    b = a / rate - a
    return _log_beta(a + x, b + n - x) - _log_beta(a, b)


def _log_beta(a: float, b: float) -> float:
    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)
