"""Which counts of the last weeks are too high to be chance, and by how much."""

import math
import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from reports.losses.evidence import log_bayes_factor, log_gamma_poisson, log_sum, overdispersion
from reports.losses.tallies import PAST_WEEKS, SHOWN_WEEKS, WEEKS, Person, Tally

SINCE = {1: 0.1, 2: 0.2, 3: 0.3, 4: 0.4}
"""Weeks that a scheme may have run for, and how likely each is; the evidence of all is added up."""
SPREAD = 0.7
"""Coefficient of variation of the rates of honest people, wide on purpose."""
LEAST_EVENTS, LEAST_CHANCES, LEAST_KNOWN = 3, 20, 60
STRONG = math.log(10)
"""ln of the Bayes factor from which evidence is strong (Jeffreys 1961); with less, nothing is ever told."""
BY_CHANCE = 1 / 13
"""A Bayes factor above t is seen by chance in at most 1/t of cases, and in clean shop-years in about 1/(13 t)."""
FALSE_DISCOVERIES = 0.10
RISEN = 0.05
"""How likely it is, before counting, that a cause that all have in common raised everybody's rate."""


@dataclass(frozen=True)
class Judged:
    """A person's count in a window, beside what was to be expected. Rates are events an opportunity."""

    signal: str
    person: Person
    place: uuid.UUID
    weeks: int
    events: int
    chances: int
    expected: float
    value: float
    """GHS of the events in the window."""
    p: float
    own_rate: float | None
    peers: tuple[float, float] | None
    """The lowest and the highest rate of the peers in twelve weeks."""

    @property
    def excess(self) -> float:
        """Events beyond the expected ones."""
        return self.events - self.expected

    @property
    def loss(self) -> float:
        """GHS in four weeks: the excess at the mean value of the events."""
        return self.excess * self.value / self.events * 4 / self.weeks


def judge(tallies: Sequence[Tally], weights: Mapping[str, float] | None = None) -> list[Judged]:
    """What stands out in the last week, false discoveries held to one in ten over all that was looked at.

    `weights`: how much each signal has been worth here, 1 where nothing is known (weighted Benjamini-Hochberg).
    """
    return discoveries(tested(tallies), weights or {})


def tested(tallies: Sequence[Tally]) -> list[Judged]:
    """Every signal of everyone of whom enough is known, with its probability.

    What nobody of a role ever did, as cashiers approve no credit, is not looked at.
    """
    groups: dict[tuple[str, str], list[Tally]] = defaultdict(list)
    for tally in tallies:
        groups[tally.signal, tally.role].append(tally)
    groups = {key: group for key, group in groups.items() if any(tally.x.any() for tally in group)}
    dispersions = _dispersions(groups)
    return [
        judged
        for tally in tallies
        if (group := groups.get((tally.signal, tally.role)))
        for judged in _judged(tally, _peers(tally, group), dispersions[tally.signal])
    ]


def _dispersions(groups: Mapping[tuple[str, str], Sequence[Tally]]) -> dict[str, float]:
    """Of each signal, over everyone."""
    by_signal: dict[str, list[Tally]] = defaultdict(list)
    for (signal, _), group in groups.items():
        by_signal[signal] += group
    return {signal: overdispersion(each) for signal, each in by_signal.items()}


def discoveries(looked_at: Sequence[Judged], weights: Mapping[str, float]) -> list[Judged]:
    """Benjamini and Hochberg (1995), weighted as Genovese, Roeder and Wasserman (2006): weights have the mean 1.

    Each signal is as likely as any other, and shares that among all of whom it was looked at.
    """
    if not looked_at:
        return []
    of_signal = Counter(each.signal for each in looked_at)
    given = np.array([weights.get(each.signal, 1.0) / of_signal[each.signal] for each in looked_at])
    p = np.minimum(1.0, np.array([each.p for each in looked_at]) * given.mean() / given)
    order = np.argsort(p, kind="stable")
    passed = np.flatnonzero(p[order] <= FALSE_DISCOVERIES * np.arange(1, len(p) + 1) / len(p))
    return [looked_at[place] for place in order[: passed[-1] + 1]] if len(passed) else []


def _peers(tally: Tally, group: Iterable[Tally]) -> list[Tally]:
    """Those of the same role at the same storefront; where there are none, those of the other storefronts."""
    others = [each for each in group if each is not tally and (each.person != tally.person or each.person is None)]
    others = [each for each in others if each.n[-SHOWN_WEEKS:].sum() >= LEAST_CHANCES]
    return [each for each in others if each.place == tally.place] or others


def _judged(tally: Tally, peers: Sequence[Tally], dispersion: float) -> list[Judged]:
    """The weeks that stand out most, and the probability by the evidence of all; nothing where too little is known."""
    if not tally.n[-1]:
        return []
    found = [_since(tally, peers, weeks, dispersion) for weeks in SINCE if tally.n[-weeks:].sum() >= LEAST_CHANCES]
    found = [each for each in found if peers or each.own.n >= LEAST_KNOWN]
    if not found:
        return []
    best = max(found, key=lambda each: each.evidence)
    evidence = log_sum([each.evidence + math.log(SINCE[each.weeks]) for each in found])
    p = BY_CHANCE * math.exp(-evidence) if evidence >= STRONG else 1.0
    return [_shown(tally, peers, best, p)]


@dataclass(frozen=True, slots=True)
class _Count:
    x: float
    n: float

    @classmethod
    def of(cls, tallies: Iterable[Tally], part: slice) -> "_Count":
        listed = list(tallies)
        return cls(sum(float(each.x[part].sum()) for each in listed), sum(float(each.n[part].sum()) for each in listed))

    @property
    def rate(self) -> float:
        return (self.x + 0.5) / (self.n + 1)


@dataclass(frozen=True, slots=True)
class _Since:
    """The last so many weeks, the weeks of one's own before them, and the evidence that the rate rose in between."""

    weeks: int
    now: _Count
    own: _Count
    expected: float
    evidence: float


def _since(tally: Tally, peers: Sequence[Tally], weeks: int, dispersion: float) -> _Since:
    """The usual rate is drawn from the peers' to one's own past, which counts in full, and rises with the peers'.

    However many events it is known by, it is no surer than the `dispersion` of weeks lets it be.
    """
    before, last = slice(None, -weeks), slice(-weeks, None)
    now, own = _Count.of([tally], last), _Count.of([tally], before)
    mean, rise = _usual(peers, before, last, dispersion / weeks) if peers else (own.rate, 1.0)
    shape = 1 / SPREAD**2
    known = shape + own.x
    rate = known / (shape / mean + own.n) * rise
    expected = now.n * min(rate, 1.0)
    told = now.x >= LEAST_EVENTS and now.x > expected
    sure = 1 / (1 / known + dispersion / weeks)
    evidence = log_bayes_factor(int(now.x), int(now.n), sure, rate) if told else -math.inf
    return _Since(weeks, now, own, expected, evidence)


def _usual(peers: Sequence[Tally], before: slice, last: slice, dispersion: float) -> tuple[float, float]:
    """The peers' rate before, and how many times it has risen since: what everybody does is not unusual.

    Either it has not risen, but for the usual spread of weeks, or it has by a factor of which nothing is known (gamma
    of shape and mean 1); that counts as far as the peers' own count speaks for it.
    """
    past, now = _Count.of(peers, before), _Count.of(peers, last)
    if past.n < LEAST_KNOWN:
        return _Count(past.x + now.x, past.n + now.n).rate, 1.0
    due = max(past.rate * now.n, 1e-9)
    not_risen = math.log(1 - RISEN) + log_gamma_poisson(now.x, due, len(peers) / dispersion)
    risen = math.log(RISEN) + log_gamma_poisson(now.x, due, 1.0)
    chance = 1 / (1 + math.exp(min(500.0, not_risen - risen)))
    return past.rate, max(1.0, 1 - chance + chance * (now.x + 1) / (due + 1))


def _shown(tally: Tally, peers: Sequence[Tally], best: _Since, p: float) -> Judged:
    past = _Count.of([tally], slice(PAST_WEEKS - SHOWN_WEEKS, PAST_WEEKS))
    rates = [float(each.x[-SHOWN_WEEKS:].sum() / each.n[-SHOWN_WEEKS:].sum()) for each in peers]
    return Judged(
        tally.signal,
        tally.person,
        tally.place,
        best.weeks,
        int(best.now.x),
        int(best.now.n),
        best.expected,
        float(tally.value[-best.weeks :].sum()),
        p,
        past.x / past.n if past.n else None,
        (min(rates), max(rates)) if rates else None,
    )


assert PAST_WEEKS + max(SINCE) == WEEKS
