"""Which of the patterns found are told: the dearest two of a week, none again too soon."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reports.losses.judging import Judged
from reports.losses.tallies import Person

MOST_A_WEEK = 2
SILENT_WEEKS = 4
DOUBLED = 2.0


@dataclass(frozen=True, slots=True)
class Told:
    """A pattern that was told before: how many weeks ago, and events an opportunity then."""

    signal: str
    person: Person
    place: uuid.UUID
    weeks_ago: int
    rate: float
    silent_weeks: int = SILENT_WEEKS


def choose(found: Iterable[Judged], told: Sequence[Told]) -> list[Judged]:
    """At most two of those found, the dearest first. One that was told is silent for its weeks, unless it doubles."""
    new = [each for each in found if not any(_covers(old, each) for old in told)]
    return sorted(new, key=lambda each: (-each.loss, each.p))[:MOST_A_WEEK]


def _covers(old: Told, found: Judged) -> bool:
    same = (old.signal, old.person, old.place) == (found.signal, found.person, found.place)
    return same and old.weeks_ago < old.silent_weeks and found.events / found.chances < DOUBLED * old.rate
