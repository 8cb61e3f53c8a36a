"""Which card answers a message: BM25 of its words with their synonyms, and the letters it shares with ways of asking.

The weights and gates were set on the cards themselves, a tenth of the ways of asking held out in turn
(`python -m benchmarks.help`).
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

K1 = 1.2
FIELDS = ((2.0, 0.5), (1.0, 0.75), (0.5, 0.75))
"""Weight and length normalisation (b) of a card's title, its ways of asking, and its answer with its screen."""
OF_SYNONYM, OF_LETTERS = 0.6, 4.0
OF_PASSAGES = (1.0, 0.5, 0.25)
"""What the nearest ways of asking of a card count, the nearest first."""
SURE, AHEAD = 11.0, 0.1
"""The least score of an answer, and by what share of it the next card must be behind."""
WORTH_OFFERING = 4.0
OFFERED = 3
_WORD = re.compile(r"[a-z0-9]+")
_SAME = (
    ("add-on", "addon"),
    ("add on", "addon"),
    ("top up", "topup"),
    ("log in", "login"),
    ("logged in", "login"),
    ("sign in", "login"),
    ("log out", "logout"),
    ("sign out", "logout"),
    ("mobile money", "momo"),
)
_EMPTY = """
    a about an and any are as at be been but by can could did do does for from had has have hello hi how i if in is it
    me my of on or our pls please so tell that the them there they this to us was we what when where which who why
    will with would you your want need get got am im its just then some dey abeg chale sir madam kindly also he she his
    her than into too very were these those let
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
    """Cards laid out for finding. Each way of asking is a passage of its own; the card as a whole has three fields."""

    def __init__(self, found: Sequence[Card]) -> None:
        self._cards = found
        passages = [(place, text) for place, card in enumerate(found) for text in card.ways]
        self._of = [place for place, _ in passages]
        self._letters = Letters([text for _, text in passages])
        self._weights = [self._weighed(card) for card in found]
        means = [sum(lengths) / max(1, len(found)) for lengths in zip(*(w[1] for w in self._weights), strict=True)]
        self._norms = [
            [1 - b + b * length / max(mean, 1) for (_, b), length, mean in zip(FIELDS, lengths, means, strict=True)]
            for _, lengths in self._weights
        ]
        seen = Counter(term for counts, _ in self._weights for term in set().union(*counts))
        self._rarity = {term: math.log(1 + (len(found) - n + 0.5) / (n + 0.5)) for term, n in seen.items()}

    @staticmethod
    def _weighed(card: Card) -> tuple[list[Counter[str]], list[int]]:
        """The terms of each field of a card, and how many there are."""
        texts = (card.title, " ".join((*card.asked, *card.voices)), f"{card.answer} {card.screen}")
        counts = [Counter(_terms(text)) for text in texts]
        return counts, [count.total() for count in counts]

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
        """BM25F (Robertson, Zaragoza and Taylor 2004): the fields are weighed and added before they are damped."""
        counts, norms = self._weights[at][0], self._norms[at]
        total = 0.0
        for term in terms:
            often = sum(w * c[term] / n for (w, _), c, n in zip(FIELDS, counts, norms, strict=True) if c[term])
            if often:
                weight = OF_SYNONYM if term.startswith("=") else 1
                total += weight * self._rarity[term] * often * (K1 + 1) / (often + K1)
        return total


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
    text = text.casefold().replace("\u2019", "").replace("'", "")
    for written, meant in _SAME:
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


_ENDINGS = (("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("ment", ""), ("ly", ""), ("er", ""))


def _stem(word: str) -> str:
    """Without the endings of plurals, tenses and doers: "charges", "charging" and "charged" are "charg"."""
    for ending, left in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 2 and not word.endswith(("ss", "us")):
            word = word[: -len(ending)] + left
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sle":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word.endswith("e") else word
