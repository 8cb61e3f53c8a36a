"""The nearest of many phrases to a text, by the letters they share: character TF-IDF, without a dependency."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

LONGEST = 300
_WORD = re.compile(r"[^\W_]+")
_SIZES = (2, 3, 4)


@dataclass(frozen=True, slots=True)
class Near:
    """The place of a phrase in the list it was given in, and how near it is, from 0 to 1."""

    place: int
    score: float


class Nearest(Protocol):
    """What finds the nearest phrases: the letters here, or a small model of sentences."""

    def find(self, text: str, most: int) -> list[Near]: ...


class Letters:
    """Phrases as vectors of pieces of two to four letters within words, weighted by how rare each piece is."""

    def __init__(self, phrases: Sequence[str]) -> None:
        counts = [Counter(_pieces(phrase)) for phrase in phrases]
        seen = Counter(piece for count in counts for piece in count)
        self._rarity = {piece: math.log((1 + len(phrases)) / (1 + number)) + 1 for piece, number in seen.items()}
        self._where: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, count in enumerate(counts):
            for piece, weight in self._weighted(count).items():
                self._where[piece].append((place, weight))

    def find(self, text: str, most: int) -> list[Near]:
        """The nearest phrases, the nearest first; those that share nothing are left out."""
        scores: dict[int, float] = defaultdict(float)
        for piece, weight in self._weighted(Counter(_pieces(text[:LONGEST]))).items():
            for place, other in self._where.get(piece, ()):
                scores[place] += weight * other
        best = sorted(scores.items(), key=lambda each: (-each[1], each[0]))
        return [Near(place, round(score, 4)) for place, score in best[:most]]

    def _weighted(self, count: Counter[str]) -> dict[str, float]:
        rarest = math.log(1 + len(self._rarity)) + 1
        weights = {piece: (1 + math.log(number)) * self._rarity.get(piece, rarest) for piece, number in count.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {piece: weight / length for piece, weight in weights.items()}


def _pieces(text: str) -> Iterator[str]:
    for word in _WORD.findall(text.casefold()):
        padded = f" {word} "
        for size in _SIZES:
            yield from (padded[at : at + size] for at in range(max(1, len(padded) - size + 1)))
