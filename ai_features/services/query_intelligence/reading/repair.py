"""Words that nobody knows, put right: misspelt ones, and several written without a space."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from ai_features.services.query_intelligence.tokens import Token

Words = Mapping[str, Sequence[str]]
"""Words by their first letter, which few people get wrong."""

COST = 0.08
"""What each repair takes from certainty."""
MOST = 4
"""After so many repairs nothing would be certain."""
SHORTEST, LONG, LONGEST_SPLIT, LONGEST_PIECE = 5, 9, 30, 13
_TINY = frozenset(
    ["in", "is", "of", "to", "by", "my", "me", "we", "us", "at", "on", "or", "tv", "no", "do", "is", "it", "go", "hw"]
)
_DAYS = frozenset(
    [
        "today",
        "yesterday",
        "tomorrow",
        "week",
        "month",
        "year",
        "day",
        "last",
        "this",
        "next",
        "past",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "yest",
        "tdy",
    ]
)


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
        right = _right(token.word, known, words, names) if tried else None
        found += [replace(token, word=word) for word in right or (token.word,)]
        notes += [(token.text, " ".join(right))] if right else []
    return Repaired(tuple(found), len(notes) * COST, tuple(notes))


def by_letter(words: Iterable[str]) -> Words:
    """Words under their first letters."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in words:
        found[word[:1]].append(word)
    return found


def _sure(word: str, known: Callable[[str], bool]) -> bool:
    return known(word) or len(word) < SHORTEST or not word.isalpha()


def _right(word: str, known: Callable[[str], bool], words: Words, names: Words) -> tuple[str, ...] | None:
    near = _near(word, words, 1) or _near(word, names, 1)
    if near:
        return (near,)
    if pieces := _pieces(word, lambda each: known(each) or each in _DAYS):
        return pieces
    near = _near(word, words, 2) or _near(word, names, 2) if len(word) >= LONG else None
    return (near,) if near else None


def _near(word: str, words: Words, most: int) -> str | None:
    """The one word so many letters away; None when there is none, or when two are equally near."""
    found = process.extract(word, words.get(word[0], ()), scorer=OSA.distance, score_cutoff=most, limit=4)
    found = [each for each in found if len(each[0]) >= SHORTEST - 1]
    if not found or (len(found) > 1 and found[0][1] == found[1][1]):
        return None
    return str(found[0][0])


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
