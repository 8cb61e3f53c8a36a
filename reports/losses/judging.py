"""Which counts of the last week are too high to be chance, and by how much."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from reports.losses.tail import beta_binomial
from reports.losses.tallies import OWN_WEEKS, PEER_WEEKS, WEEKS, Person, Tally

WINDOWS = (1, 2, 4)
"""Weeks that are judged together: a leap shows in one, a trickle in four."""
SPREAD = 0.7
"""Coefficient of variation of the rates of honest people, wide on purpose."""
OWN_WEIGHT = 1.0
LEAST_EVENTS, LEAST_CHANCES, LEAST_KNOWN = 3, 20, 60
FALSE_DISCOVERIES = 0.10
PEERS_NOW = 1
"""Events by which the rise of the peers' rate in the same weeks is drawn towards none."""


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
    tallies = [tally for tally in tallies if (tally.signal, tally.role) in groups]
    return [judged for tally in tallies for judged in _judged(tally, _peers(tally, groups[tally.signal, tally.role]))]


def discoveries(looked_at: Sequence[Judged], weights: Mapping[str, float]) -> list[Judged]:
    """Benjamini and Hochberg (1995), weighted as Genovese, Roeder and Wasserman (2006): weights have the mean 1."""
    if not looked_at:
        return []
    given = np.array([weights.get(each.signal, 1.0) for each in looked_at])
    p = np.minimum(1.0, np.array([each.p for each in looked_at]) * given.mean() / given)
    order = np.argsort(p, kind="stable")
    passed = np.flatnonzero(p[order] <= FALSE_DISCOVERIES * np.arange(1, len(p) + 1) / len(p))
    return [looked_at[place] for place in order[: passed[-1] + 1]] if len(passed) else []


def _peers(tally: Tally, group: Iterable[Tally]) -> list[Tally]:
    """Those of the same role at the same storefront; where there are none, those of the other storefronts."""
    others = [each for each in group if each is not tally and (each.person != tally.person or each.person is None)]
    others = [each for each in others if each.n[-PEER_WEEKS:].sum() >= LEAST_CHANCES]
    return [each for each in others if each.place == tally.place] or others


def _judged(tally: Tally, peers: Sequence[Tally]) -> list[Judged]:
    """The window that stands out most, its probability larger for the choice; nothing where too little is known."""
    own_x, own_n = tally.x[:OWN_WEEKS].sum(), tally.n[:OWN_WEEKS].sum()
    if not tally.n[-1] or (not peers and own_n < LEAST_KNOWN):
        return []
    found = [_window(tally, peers, own_x, own_n, weeks) for weeks in WINDOWS]
    found = [each for each in found if each.chances >= LEAST_CHANCES]
    if not found:
        return []
    best = min(found, key=lambda each: each.p)
    return [best]


def _window(tally: Tally, peers: Sequence[Tally], own_x: float, own_n: float, weeks: int) -> Judged:
    x, n = int(tally.x[-weeks:].sum()), int(tally.n[-weeks:].sum())
    mean, rise = _mean(peers, weeks) if peers else ((own_x + 0.5) / (own_n + 1), 1.0)
    shape = 1 / SPREAD**2
    a, b = shape + OWN_WEIGHT * own_x * rise, shape / mean + OWN_WEIGHT * own_n
    p = beta_binomial(x, n, a, b) if x >= LEAST_EVENTS else 1.0
    rates = [float(each.x[-PEER_WEEKS:].sum() / each.n[-PEER_WEEKS:].sum()) for each in peers]
    return Judged(
        tally.signal,
        tally.person,
        tally.place,
        weeks,
        x,
        n,
        n * a / (a + b),
        float(tally.value[-weeks:].sum()),
        min(1.0, p * len(WINDOWS)),
        float(own_x / own_n) if own_n else None,
        (min(rates), max(rates)) if rates else None,
    )


def _mean(peers: Sequence[Tally], weeks: int) -> tuple[float, float]:
    """The peers' rate of twelve weeks, or of the window where that is higher, and how many times it has risen.

    What everybody does is not unusual.
    """

    def counted(part: slice) -> tuple[float, float]:
        return sum(float(each.x[part].sum()) for each in peers), sum(float(each.n[part].sum()) for each in peers)

    (x, n), (now_x, now_n) = counted(slice(-PEER_WEEKS, None)), counted(slice(-weeks, None))
    before_x, before_n = counted(slice(OWN_WEEKS))
    usual = (x + 0.5) / (n + 1)
    before = (before_x + 0.5) / (before_n + 1) if before_n >= LEAST_KNOWN else usual
    rise = max(1.0, (now_x + PEERS_NOW) / (before * now_n + PEERS_NOW))
    return max(usual, before * rise), rise


assert OWN_WEEKS + max(WINDOWS) == WEEKS
