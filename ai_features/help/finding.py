"""Which card answers a message: BM25 of its words with their synonyms, and the letters it shares with what was asked.

The gates were set on the cards themselves, each way of asking held out in turn (`python -m benchmarks.help`).
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ai_features.help.cards import FOLDER, Card, cards
from ai_features.services.query_intelligence.choices.nearest import Letters
from common.tenancy import Role

K1, B = 1.2, 0.75
OF_SYNONYM, OF_LETTERS = 0.6, 6.0
OF_PASSAGES = (1.0, 0.5, 0.25)
"""What the nearest ways of asking of a card count, the nearest first."""
SURE, AHEAD = 9.0, 0.12
"""The least score of an answer, and by what share of it the next card must be behind."""
WORTH_OFFERING = 4.0
OFFERED = 3
_WORD = re.compile(r"[a-z0-9]+")
_ONE_WORD = (("add-on", "addon"), ("add on", "addon"), ("top up", "topup"))
_EMPTY = """
    a about an and any are as at be been but by can could did do does for from had has have hello hi how i if in is it
    me my of on or our please pls so tell that the them there they this to us was we what when where which who why
    will with would you your want need get got am im its not
"""
_SAY_NOTHING = frozenset(_WORD.findall(_EMPTY))


@dataclass(frozen=True, slots=True)
class Match:
    """A card and its score: BM25 of words, and the likeness of letters."""

    card: Card
    words: float
    letters: float

    @property
    def score(self) -> float:
        return self.words + OF_LETTERS * self.letters


class Index:
    """Cards laid out for finding. Each way of asking is a passage of its own, and so is the answer."""

    def __init__(self, found: Sequence[Card]) -> None:
        self._cards = found
        passages = [(place, text) for place, card in enumerate(found) for text in (card.title, *card.asked)]
        self._of = [place for place, _ in passages]
        self._letters = Letters([text for _, text in passages])
        texts = [" ".join((card.title, *card.asked, card.answer)) for card in found]
        self._counts = [Counter(_terms(text)) for text in texts]
        self._average = sum(sum(count.values()) for count in self._counts) / max(1, len(found))
        seen = Counter(term for count in self._counts for term in count)
        self._rarity = {term: math.log(1 + (len(found) - n + 0.5) / (n + 0.5)) for term, n in seen.items()}

    def find(self, message: str, most: int = OFFERED) -> list[Match]:
        """The best cards for a message, the best first; those that share nothing are left out."""
        terms = list(_terms(message))
        letters = self._likeness(message)
        found = [Match(card, self._bm25(terms, at), letters.get(at, 0.0)) for at, card in enumerate(self._cards)]
        return sorted((match for match in found if match.score), key=lambda match: -match.score)[:most]

    def _likeness(self, message: str) -> dict[int, float]:
        near: dict[int, list[float]] = defaultdict(list)
        for each in self._letters.find(message, len(self._of)):
            near[self._of[each.place]].append(each.score)
        return {at: sum(w * s for w, s in zip(OF_PASSAGES, scores, strict=False)) for at, scores in near.items()}

    def _bm25(self, terms: Sequence[str], at: int) -> float:
        count = self._counts[at]
        length = K1 * (1 - B + B * sum(count.values()) / self._average)
        return sum(
            (OF_SYNONYM if term.startswith("=") else 1)
            * self._rarity[term]
            * count[term]
            * (K1 + 1)
            / (count[term] + length)
            for term in terms
            if count[term]
        )


@cache
def index_for(role: Role) -> Index:
    """The cards that people of a role may see."""
    return Index([card for card in cards() if role in card.roles])


def is_sure(found: Sequence[Match]) -> bool:
    """Whether the first card is the answer, and not one of several."""
    if not found or found[0].score < SURE:
        return False
    return len(found) == 1 or found[0].score - found[1].score >= AHEAD * found[0].score


def worth_offering(found: Sequence[Match]) -> list[Match]:
    """The cards to choose from when none is sure."""
    return [match for match in found if match.score >= WORTH_OFFERING]


def _terms(text: str) -> Iterator[str]:
    """The words of a text by their stems, each with "=" and the first of its synonyms."""
    text = text.casefold()
    for written, meant in _ONE_WORD:
        text = text.replace(written, meant)
    for word in _WORD.findall(text):
        if word not in _SAY_NOTHING:
            stem = _stem(word)
            yield stem
            if stem in _synonyms():
                yield f"={_synonyms()[stem]}"


@cache
def _synonyms() -> dict[str, str]:
    rows = [line.split() for line in (FOLDER / "synonyms.txt").read_text().splitlines()]
    return {_stem(word): row[0] for row in rows for word in row}


def _stem(word: str) -> str:
    """Without the endings of plurals and tenses."""
    for ending in ("ing", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word[: -len(ending)]
    return word
