"""The best ways to cover a text with spans, by dynamic programming."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Optional

from ai_features.services.query_intelligence.tokens import Span

MOST_COVERS = 8
EACH = 1.0
CHEAP = {"glue": 0.2, "we": 0.3, "now": 0.3, "refuse": 0.5, "of": 0.5, "in": 0.5, "to": 0.5, "from": 0.5, "with": 0.5}
UNKNOWN = 6.0
"""What each span costs, so that long ones are preferred and glue costs little, and a word that means nothing known."""


@dataclass(frozen=True, slots=True)
class Cover:
    """Spans that follow on one another from the first token on: the last of them, and the cover before it.

    `meaning` is equal for covers that say the same, however they leave out words without meaning.
    """

    cost: float = 0.0
    last: Span | None = None
    before: Optional["Cover"] = None
    meaning: int = 0

    def and_then(self, span: Span) -> "Cover":
        cost = self.cost + CHEAP.get(span.role, EACH) + span.cost
        value = span.value if isinstance(span.value, str) else id(span.value)
        meaning = self.meaning if span.role == "glue" else hash((self.meaning, span.role, value))
        return Cover(cost, span, self, meaning)

    @property
    def leaves_words(self) -> bool:
        return any(span.role == "unknown" for span in self._backwards())

    def spans(self) -> list[Span]:
        return list(self._backwards())[::-1]

    def _backwards(self) -> Iterator[Span]:
        cover: Cover | None = self
        while cover and cover.last:
            yield cover.last
            cover = cover.before


def covers(size: int, spans: Iterable[Span]) -> list[Cover]:
    """The cheapest covers of `size` tokens, cheapest first, each of another meaning.

    A word that means nothing by itself may be left as "unknown"; one that does is not, as that reads nothing more.
    """
    starting = defaultdict(list)
    for span in spans:
        starting[span.start].append(span)
    best: list[list[Cover]] = [[Cover()]] + [[] for _ in range(size)]
    for at in range(size):
        best[at] = _cheapest(best[at])
        if not any(span.stop == at + 1 for span in starting[at]):
            starting[at].append(Span(at, at + 1, "unknown", None, UNKNOWN))
        for span in starting[at]:
            best[span.stop] += [each.and_then(span) for each in best[at]]
    return _cheapest(best[size])


def _cheapest(found: list[Cover]) -> list[Cover]:
    kept: dict[int, Cover] = {}
    for cover in sorted(found, key=lambda each: each.cost):
        kept.setdefault(cover.meaning, cover)
        if len(kept) == MOST_COVERS:
            break
    return list(kept.values())
