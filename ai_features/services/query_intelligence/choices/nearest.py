"""The nearest of many phrases to a text, by the letters they share: character TF-IDF."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LONGEST = 300
_WORD = re.compile(r"[^\W_]+")
_SIZES = (2, 3, 4)
Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Near:
    """The place of a phrase in the list it was given in, and how near it is, from 0 to 1."""

    place: int
    score: float


class Letters:
    """Phrases as vectors of pieces of two to four letters within words, weighted by how rare each piece is."""

    def __init__(self, phrases: Sequence[str]) -> None:
        counts = [Counter(_pieces(phrase)) for phrase in phrases]
        seen = Counter(piece for count in counts for piece in count)
        self._rarity = {piece: math.log((1 + len(phrases)) / (1 + number)) + 1 for piece, number in seen.items()}
        where: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, count in enumerate(counts):
            for piece, weight in self._weighted(count).items():
                where[piece].append((place, weight))
        self._where = {piece: _columns(rows) for piece, rows in where.items()}
        self._many = len(phrases)

    def find(self, text: str, most: int) -> list[Near]:
        """The nearest phrases, the nearest first; those that share nothing are left out."""
        scores = self.scores(text)
        best = np.argsort(-scores, kind="stable")[:most]
        return [Near(int(place), round(float(scores[place]), 4)) for place in best if scores[place]]

    def scores(self, text: str) -> Array:
        """How near each phrase is, from 0 to 1, by its place."""
        scores = np.zeros(self._many)
        for piece, weight in self._weighted(Counter(_pieces(text[:LONGEST]))).items():
            if piece in self._where:
                places, weights = self._where[piece]
                scores[places] += weight * weights
        return scores

    def _weighted(self, count: Counter[str]) -> dict[str, float]:
        rarest = math.log(1 + len(self._rarity)) + 1
        weights = {piece: (1 + math.log(number)) * self._rarity.get(piece, rarest) for piece, number in count.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {piece: weight / length for piece, weight in weights.items()}


def _columns(rows: Sequence[tuple[int, float]]) -> tuple[NDArray[np.intp], Array]:
    places, weights = zip(*rows, strict=True)
    return np.array(places, dtype=np.intp), np.array(weights)


def _pieces(text: str) -> Iterator[str]:
    for word in _WORD.findall(text.casefold()):
        yield from letters_of(word)


def letters_of(word: str) -> Iterator[str]:
    """The pieces of two to four letters of a word, its ends marked by spaces."""
    padded = f" {word} "
    for size in _SIZES:
        yield from (padded[at : at + size] for at in range(max(1, len(padded) - size + 1)))
