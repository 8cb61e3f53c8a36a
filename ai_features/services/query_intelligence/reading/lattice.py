"""The best ways to cover a text with spans, by dynamic programming."""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Optional

from ai_features.services.query_intelligence.tokens import Span

MOST_COVERS = 6
EACH = 1.0
CHEAP = {"glue": 0.2, "we": 0.3, "now": 0.3, "refuse": 0.5, "of": 0.5, "in": 0.5, "to": 0.5, "from": 0.5, "with": 0.5}
UNKNOWN = 6.0
"""What each span costs, so that long ones are preferred and glue costs little, and a word that means nothing known."""


@dataclass(frozen=True, slots=True)
class Cover:
    """Spans that follow on one another from the first token on: the last of them, and the cover before it."""

    cost: float = 0.0
    last: Span | None = None
    before: Optional["Cover"] = None

    def spans(self) -> list[Span]:
        return list(self._backwards())[::-1]

    def _backwards(self) -> Iterator[Span]:
        cover: Cover | None = self
        while cover and cover.last:
            yield cover.last
            cover = cover.before


def covers(size: int, spans: Iterable[Span]) -> list[Cover]:
    """The cheapest covers of `size` tokens, cheapest first; words without a span are of role "unknown"."""
    starting = defaultdict(list)
    for span in spans:
        starting[span.start].append(span)
    best: list[list[Cover]] = [[Cover()]] + [[] for _ in range(size)]
    for at in range(size):
        best[at] = _cheapest(best[at])
        for span in (*starting[at], Span(at, at + 1, "unknown", None, UNKNOWN)):
            best[span.stop] += [
                Cover(each.cost + CHEAP.get(span.role, EACH) + span.cost, span, each) for each in best[at]
            ]
    return _cheapest(best[size])


def _cheapest(found: list[Cover]) -> list[Cover]:
    return heapq.nsmallest(MOST_COVERS, found, key=lambda each: each.cost)
