"""How far a message strays from the app: its words and pairs of words in ways of asking, against other matters.

A card scores by its nearest ways; here all of them speak together. "Where can I buy a barcode scanner" is near the
card of barcodes, but "where can I buy" is said of other matters.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

SMOOTHING = 0.03
FAR = 1.0
"""From which a message is not answered at once; set on the ways of asking, a tenth held out in turn."""
Words = Callable[[str], Sequence[str]]


class Straying:
    """Bernoulli naive Bayes: each part of a text counts once. `words` are the stems of a text, in order."""

    def __init__(self, own: Sequence[str], others: Sequence[str], words: Words) -> None:
        self._words = words
        of_own, of_others = (Counter(part for text in texts for part in self._parts(text)) for texts in (own, others))
        self._worth = {
            part: _rate(of_others[part], len(others)) - _rate(of_own[part], len(own))
            for part in of_own.keys() | of_others.keys()
        }

    def of(self, message: str) -> float:
        """The log-odds of another matter, over the root of the number of parts, which are not independent."""
        parts = self._parts(message)
        return sum(self._worth.get(part, 0.0) for part in parts) / math.sqrt(max(1, len(parts)))

    def _parts(self, text: str) -> set[tuple[str, ...]]:
        """The stems, those that stand beside each other, and those with one between them."""
        stems = self._words(text)
        return {*((stem,) for stem in stems), *pairwise(("", *stems, "")), *_apart(stems)}


def _apart(stems: Sequence[str]) -> Iterable[tuple[str, ...]]:
    return ((first, "", last) for first, last in zip(stems, stems[2:], strict=False))


def _rate(times: int, of: int) -> float:
    return math.log((times + SMOOTHING) / (of + 2 * SMOOTHING))
