"""The parts of one question, by kind, and what has been settled of them."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from ai_features.services.query_intelligence.reading.making import FRAMES
from ai_features.services.query_intelligence.reading.outcome import Reading
from ai_features.services.query_intelligence.reading.patterns import Part

NOTES = frozenset({"several", "dated", "habit", "whole", "comparative", "people", "purchases", "whose"})
"""What the words of a part say beside its meaning."""


class Stop(Exception):
    """The question is answered, asked back or refused without a plan."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading


@dataclass
class Said:
    """Values by kind of part, in their order; `fields` of the plan to be, notes to tell, and what they cost."""

    today: dt.date
    parts: dict[str, list[Any]] = field(default_factory=lambda: defaultdict(list))
    fields: dict[str, Any] = field(default_factory=dict)
    metrics: list[str] = field(default_factory=list)
    dimensions: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    doubt: float = 0.0
    times: Counter[str] = field(default_factory=Counter)
    """How often each kind of part was said."""

    @classmethod
    def of(cls, parts: Sequence[Part], today: dt.date) -> "Said":
        said = cls(today)
        for part in chain.from_iterable(map(_meant, parts)):
            said.times[part.kind] += 1
            if part.value not in said.parts[part.kind] or part.kind == "threshold":
                said.parts[part.kind].append(part.value)
        return said

    @property
    def kinds(self) -> set[str]:
        """The kinds of parts that were said, but for what is only noted of their words."""
        return {kind for kind, values in self.parts.items() if values} - NOTES

    def __getitem__(self, kind: str) -> list[Any]:
        return self.parts.get(kind, [])

    def has(self, *kinds: str) -> bool:
        return any(self.parts.get(kind) for kind in kinds)

    def first(self, kind: str, default: Any = None) -> Any:
        return next(iter(self.parts.get(kind, ())), default)

    def assume(self, note: str, doubt: float) -> None:
        self.doubt += doubt
        if note and note not in self.notes:
            self.notes.append(note)


def _meant(part: Part) -> Sequence[Part]:
    if part.kind == "pair":
        return [Part("versus", "days", part.at), *(Part("days", days, part.at) for days in part.value)]
    if part.kind == "days" and part.value is None:
        return (Part("ever", True, part.at),)
    if not isinstance(part.value, str):
        return (part,)
    meant = FRAMES[part.value] if part.kind == "frame" else _SEVERAL.get((part.kind, part.value))
    return [Part(kind, value, part.at) for kind, value in meant] if meant else (part,)


_SEVERAL: dict[tuple[str, str], tuple[tuple[str, Any], ...]] = {
    ("rank", "big"): (("rank", "high"), ("big", True)),
    ("rank", "worst"): (("rank", "low"), ("worst", True)),
    ("amount", "value"): (("amount", ""), ("unit", "money")),
    ("average", "sale"): (("measure", "average_sale"),),
}
"""Values that say two things."""
