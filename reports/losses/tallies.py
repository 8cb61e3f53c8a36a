"""Events and opportunities, week by week, of each person at each storefront."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reports.losses.signals import SIGNALS, Base

WEEKS, PAST_WEEKS, SHOWN_WEEKS = 28, 24, 12
"""Weeks that are read; those before the four that may be judged; those that a range or a past rate is shown of."""
Floats = NDArray[np.float64]
Person = uuid.UUID | None
"""A membership; None where a signal is about a storefront."""
Chances = Mapping[tuple[Base, Person, uuid.UUID, int], float]
"""Opportunities by base, person, storefront and week."""


class Event(NamedTuple):
    """Something that was counted. `week` from 0, the last is the one that is judged; `value` in GHS."""

    signal: str
    person: Person
    place: uuid.UUID
    week: int
    value: float
    at: dt.datetime
    kind: str
    """What `document` is: sale, till_event, session, movement or count."""
    document: uuid.UUID


@dataclass
class Tally:
    """One signal of one person at one storefront: events, opportunities and GHS, week by week."""

    signal: str
    person: Person
    place: uuid.UUID
    role: str
    x: Floats
    n: Floats
    value: Floats


def tallies(
    events: Iterable[Event], chances: Chances, roles: Mapping[uuid.UUID, str], weeks: int = WEEKS
) -> list[Tally]:
    """Every signal that was ever seen in so many weeks, of everyone who had a chance of it.

    People who are not in `roles` are left out.
    """
    found: dict[tuple[str, Person, uuid.UUID], Tally] = {}
    seen: set[str] = set()
    counted = [event for event in events if event.person is None or event.person in roles]
    for event in counted:
        seen.add(event.signal)
        tally = _of(found, roles, event[:3], weeks)
        tally.x[event.week] += 1
        tally.value[event.week] += event.value
    by_base = defaultdict(list)
    for key in seen:
        by_base[SIGNALS[key].base].append(key)
    for (base, person, place, week), n in chances.items():
        if person is None or person in roles:
            for key in by_base[base]:
                _of(found, roles, (key, person, place), weeks).n[week] += n
    for tally in found.values():
        tally.n = np.maximum(tally.n, tally.x)
    return list(found.values())


def _of(
    found: dict[tuple[str, Person, uuid.UUID], Tally],
    roles: Mapping[uuid.UUID, str],
    key: tuple[str, Person, uuid.UUID],
    weeks: int,
) -> Tally:
    if key not in found:
        signal, person, place = key
        none = (np.zeros(weeks), np.zeros(weeks), np.zeros(weeks))
        found[key] = Tally(signal, person, place, roles[person] if person else "", *none)
    return found[key]
