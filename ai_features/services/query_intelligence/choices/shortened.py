"""What is left of a question without some of its words, or one part of it alone: to be offered, never answered."""

import re
from collections.abc import Callable, Iterator, Sequence

from ai_features.services.query_intelligence.names import Index
from ai_features.services.query_intelligence.reading.lexicon import Lexicon, lexicon
from ai_features.services.query_intelligence.tokens import Token, tokenise

MOST_TRIED, LONGEST_GAP = 10, 4
_PART = re.compile(r"[,;:?]|\.\s|\b(?:and|but|then)\b", re.IGNORECASE)
_OF_A_PART = 1.4
_UNKNOWN, _NEUTRAL, _TURNS, _NAME, _WORD = 0.5, 0.1, 2.0, 2.5, 1.0
_TURNING = frozenset(["not", "no", "never", "without", "except", "excluding", "only", "unless"])
"""Words without which a question would be another one."""
_LEADING = frozenset(
    ["and", "or", "of", "in", "at", "on", "by", "to", "for", "with", "from", "than", "versus", "both", "between"]
)


def shortened(text: str, index: Index, is_day: Callable[[int], bool]) -> Iterator[str]:
    """Shorter texts, those first that lose least. `is_day`: whether the token at a place is part of the days named."""
    tokens = tokenise(text)
    costs = [_cost(token, index, lexicon()) + _NAME * is_day(place) for place, token in enumerate(tokens)]
    found = {_without(tokens, gap): cost for gap, cost in _gaps([token.word for token in tokens], costs)}
    parts = [part.strip() for part in _PART.split(text)]
    if len(parts) > 1:
        found |= {part: _OF_A_PART for part in parts if len(part.split()) > 1}
    ranked = sorted(found.items(), key=lambda each: each[1])
    yield from (short for short, _ in ranked[:MOST_TRIED] if short)


def _cost(token: Token, index: Index, words: Lexicon) -> float:
    """What is lost without a word."""
    word = token.word
    if word in _TURNING:
        return _TURNS
    if index.stem(word) in index.by_word and not words.common(word):
        return _NAME
    if not words.knows(word):
        return _UNKNOWN
    return _WORD if words.skipped.isdisjoint(words.forms(word)) else _NEUTRAL


def _gaps(words: Sequence[str], costs: Sequence[float]) -> Iterator[tuple[frozenset[int], float]]:
    """The words that may be left out: those that nobody knows, and with them some that follow on one another."""
    unknown = frozenset(place for place, cost in enumerate(costs) if cost == _UNKNOWN)
    for start in range(len(costs)):
        for stop in range(start, min(start + LONGEST_GAP, len(costs)) + 1):
            gap = frozenset(range(start, stop)) | unknown
            if gap and not _hanging(words, start, stop):
                yield gap, sum(costs[place] for place in gap)


def _hanging(words: Sequence[str], start: int, stop: int) -> bool:
    """Whether a word that leads up to another would lead nowhere."""
    return start > 0 and words[start - 1] in _LEADING and (stop == len(words) or words[stop] in _LEADING)


def _without(tokens: Sequence[Token], gap: frozenset[int]) -> str:
    return " ".join(token.text for place, token in enumerate(tokens) if place not in gap)
