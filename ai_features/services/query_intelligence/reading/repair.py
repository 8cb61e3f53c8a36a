"""Words that nobody knows, put right: misspelt ones, and several written without a space."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ai_features.services.query_intelligence.days.almanac import MONTHS, WEEKDAYS
from ai_features.services.query_intelligence.spelling import Words
from ai_features.services.query_intelligence.tokens import Token

COST = 0.08
"""What each repair takes from certainty."""
MOST = 4
"""After so many repairs nothing would be certain."""
SHORTEST, FEWEST_NEAR, LONG, LONGEST_SPLIT, LONGEST_PIECE = 4, 5, 9, 30, 13
_TINY = frozenset(
    ["in", "is", "of", "to", "by", "my", "me", "we", "us", "at", "on", "or", "tv", "no", "do", "it", "go", "hw"]
)
_DAYS = frozenset(
    {
        *MONTHS,
        *WEEKDAYS,
        *(name[:3] for name in (*MONTHS, *WEEKDAYS)),
        "sept",
        "tues",
        "thurs",
        "yest",
        "tdy",
        "today",
        "yesterday",
        "tomorrow",
        "day",
        "week",
        "month",
        "year",
        "last",
        "this",
        "next",
        "past",
    }
)
_DAY_WORDS = Words(_DAYS)


@dataclass(frozen=True)
class Repaired:
    """Tokens after repair; `cost` in all, and what was read as what."""

    tokens: tuple[Token, ...]
    cost: float = 0.0
    notes: tuple[tuple[str, str], ...] = ()


def repaired(tokens: Sequence[Token], known: Callable[[str], bool], words: Words, *, names: Words) -> Repaired:
    """Tokens that are known, or whose word is near one word of the lexicon or of the names, or is several in one."""
    found: list[Token] = []
    notes: list[tuple[str, str]] = []
    for token in tokens:
        tried = len(notes) < MOST and not _sure(token.word, known)
        right = _right(token.word, known, (words, names)) if tried else None
        found += [replace(token, word=word) for word in right or (token.word,)]
        notes += [(token.text, " ".join(right))] if right else []
    return Repaired(tuple(found), len(notes) * COST, tuple(notes))


def _sure(word: str, known: Callable[[str], bool]) -> bool:
    return known(word) or len(word) < SHORTEST or not word.isalpha()


def _right(word: str, known: Callable[[str], bool], among: Sequence[Words]) -> tuple[str, ...] | None:
    written = (word, word.removesuffix("s")) if len(word) >= FEWEST_NEAR else ()
    if near := _first(
        (
            *(each.sounding(word) for each in (_DAY_WORDS, *among)),
            *(each.near(form, 1) for form in written for each in among),
            _DAY_WORDS.near(word, 1),
        )
    ):
        return (near,)
    if pieces := _pieces(word, lambda each: known(each) or each in _DAYS):
        return pieces
    near = _first(each.near(word, 2) for each in among) if len(word) >= LONG else None
    return (near,) if near else None


def _first(found: Iterable[str | None]) -> str | None:
    return next(filter(None, found), None)


def _pieces(word: str, known: Callable[[str], bool]) -> tuple[str, ...] | None:
    """The fewest known words that the letters are made of, written without spaces."""
    if not 6 <= len(word) <= LONGEST_SPLIT:
        return None
    best: list[tuple[str, ...] | None] = [()] + [None] * len(word)
    for stop in range(2, len(word) + 1):
        ways = [(*before, piece) for before, piece in _endings(word, stop, best) if piece in _TINY or known(piece)]
        best[stop] = min(ways, key=len, default=None)
    whole = best[len(word)]
    return whole if whole and len(whole) > 1 and len(word) / len(whole) >= 3 else None


def _endings(word: str, stop: int, best: list[tuple[str, ...] | None]) -> Iterator[tuple[tuple[str, ...], str]]:
    for start in range(max(0, stop - LONGEST_PIECE), stop - 1):
        before, piece = best[start], word[start:stop]
        if before is not None and (len(piece) > 2 or piece in _TINY):
            yield before, piece
