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

import numpy as np
from numpy.typing import NDArray

from ai_features.help.cards import FOLDER, OTHER, Card, cards, other_matters
from ai_features.help.straying import FAR, Straying
from ai_features.services.query_intelligence.choices.nearest import Array, Letters

K1 = 1.2
FIELDS = ((2.0, 0.5), (1.0, 0.75), (0.5, 0.75))
"""Weight and length normalisation (b) of a card's title, its ways of asking, and its answer with its screen."""
OF_SYNONYM, OF_LETTERS, OF_WHOLE = 0.6, 4.0, 1.5
OF_PASSAGES = (1.0, 0.5, 0.25)
"""What the nearest ways of asking of a card count, the nearest first. All of them as one count `OF_WHOLE`."""
SURE, AHEAD = 14.5, 0.1
"""The least score of an answer, and by what share of it the next card must be behind."""
SAME = 0.8
"""The cosine from which a message is a way of asking that is known."""
WORTH_OFFERING = 4.0
NEAR_OTHER = 0.7
"""From which part of the score of another matter a card is still worth offering."""
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
    """A card and its score: BM25 of words, and the likeness of letters. `nearest`: the cosine of its nearest way.

    `straying` is how far the message strays from the app.
    """

    card: Card
    words: float
    letters: float
    nearest: float
    straying: float

    @property
    def score(self) -> float:
        return self.words + OF_LETTERS * self.letters

    @property
    def is_other(self) -> bool:
        """Whether the message is of a kind that has nothing to do with the app."""
        return self.card.topic == OTHER


class Index:
    """Cards laid out for finding. Each way of asking is a passage of its own; the card as a whole has three fields."""

    def __init__(self, found: Sequence[Card]) -> None:
        self._cards = found
        ways = [text for card in found for text in card.ways]
        self._letters = Letters(ways)
        self._wholes = Letters([" ".join(card.ways) for card in found])
        self._ways = _laid_out([len(card.ways) for card in found])
        self._words = _words_of(found)
        own, others = (
            [text for card in found for text in card.ways if (card.topic == OTHER) == is_other]
            for is_other in (False, True)
        )
        self._straying = Straying(own, others, _stems)

    def find(self, message: str, most: int = OFFERED) -> list[Match]:
        """The best cards for a message, the best first; those that share nothing are left out.

        Of the other matters only the best: many of them near a message are no more than one.
        """
        words, (letters, nearest) = self._bm25(message), self._likeness(message)
        straying = self._straying.of(message)
        found = [
            Match(card, words.get(at, 0.0), float(letters[at]), float(nearest[at]), straying)
            for at, card in enumerate(self._cards)
            if at in words or letters[at]
        ]
        found.sort(key=lambda match: (-match.score, match.card.id))
        other = next((match for match in found if match.is_other), None)
        return [match for match in found if match is other or not match.is_other][:most]

    def _likeness(self, message: str) -> tuple[Array, Array]:
        """For each card how like it is by its letters, and the cosine of its nearest way of asking."""
        scores = np.append(self._letters.scores(message), 0)
        near = -np.sort(-scores[self._ways], axis=1)[:, : len(OF_PASSAGES)]
        return near @ OF_PASSAGES + OF_WHOLE * self._wholes.scores(message), near[:, 0]

    def _bm25(self, message: str) -> dict[int, float]:
        total: dict[int, float] = defaultdict(float)
        for term in _terms(message):
            for at, worth in self._words.get(term, ()):
                total[at] += worth
        return total


def _laid_out(lengths: Sequence[int]) -> NDArray[np.intp]:
    """The places of each card's ways of asking, a row a card, filled up with the place behind the last."""
    of, most = sum(lengths), max(len(OF_PASSAGES), *lengths)
    starts = np.cumsum([0, *lengths[:-1]])[:, None] + np.arange(most)
    return np.where(np.arange(most) < np.array(lengths)[:, None], starts, of)


def _words_of(found: Sequence[Card]) -> dict[str, list[tuple[int, float]]]:
    """For each term the places of the cards that have it, and what it is worth there.

    BM25F (Robertson, Zaragoza and Taylor 2004): the fields are weighed and added before they are damped.
    """
    counts = [_counted(card) for card in found]
    means = [sum(each.total() for each in field) / max(1, len(found)) for field in zip(*counts, strict=True)]
    often: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, fields in enumerate(counts):
        norms = [1 - b + b * c.total() / max(mean, 1) for (_, b), c, mean in zip(FIELDS, fields, means, strict=True)]
        for term in set().union(*fields):
            of_fields = zip(FIELDS, fields, norms, strict=True)
            often[term].append((at, sum(weight * c[term] / norm for (weight, _), c, norm in of_fields)))
    return {
        term: [(at, _worth(term, number, len(rows), len(found))) for at, number in rows] for term, rows in often.items()
    }


def _counted(card: Card) -> list[Counter[str]]:
    """The terms of each field of a card."""
    texts = (card.title, " ".join((*card.asked, *card.voices)), f"{card.answer} {card.screen}")
    return [Counter(_terms(text)) for text in texts]


def _worth(term: str, often: float, having: int, of: int) -> float:
    rarity = math.log(1 + (of - having + 0.5) / (having + 0.5))
    return (OF_SYNONYM if term.startswith("=") else 1) * rarity * often * (K1 + 1) / (often + K1)


@cache
def index() -> Index:
    """Every card, whoever may see it, and the other matters."""
    return Index((*cards(), *other_matters()))


def is_sure(found: Sequence[Match]) -> bool:
    """Whether the first card is the answer, and not one of several."""
    if not found or found[0].is_other:
        return False
    first, *others = found
    if is_same(first):
        return not any(is_same(match) for match in others)
    if first.straying > FAR:
        return False
    return first.score >= SURE and (not others or first.score - others[0].score >= AHEAD * first.score)


def is_same(match: Match) -> bool:
    """Whether the message is all but one of the card's ways of asking."""
    return match.nearest >= SAME


def worth_offering(found: Sequence[Match]) -> list[Match]:
    """The cards to choose from when none is sure; none that is far behind another matter."""
    least = max([WORTH_OFFERING, *(NEAR_OTHER * match.score for match in found[:1] if match.is_other)])
    return [match for match in found if match.score >= least and not match.is_other][:OFFERED]


def _terms(text: str) -> Iterator[str]:
    """The words of a text by their stems, each with "=" and the first of its synonyms."""
    for word in _written(text):
        if word not in _SAY_NOTHING:
            stem = _stem(word)
            yield stem
            if stem in _synonyms():
                yield f"={_synonyms()[stem]}"


def _stems(text: str) -> list[str]:
    return [_stem(word) for word in _written(text)]


def _written(text: str) -> list[str]:
    """The words of a text, those with two spellings in one of them."""
    text = text.casefold().replace("\u2019", "").replace("'", "")
    for written, meant in _SAME:
        text = text.replace(written, meant)
    return _WORD.findall(text)


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
