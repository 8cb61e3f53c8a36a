"""The bank of questions that can be answered, and which of them are nearest to words that were not clear."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from ai_features.services.query_intelligence.choices.nearest import Letters, Nearest

DAYS = "this month"
"""Which days are offered when the words name none."""
_HOLE = re.compile(r"\{(\w+)\}")
_LOOKED_AT = 40
_SAYS_A_NAME = 0.15
_LEAVES_A_NAME = 0.25
_LEAST = 0.08
"""What it counts to carry a name that was said, or not to, and how near a question must be; set on known questions."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question in full, with holes for names and days, and other ways of asking it."""

    text: str
    said: tuple[str, ...]

    @property
    def holes(self) -> frozenset[str]:
        return frozenset(_HOLE.findall(self.text))

    def filled(self, names: Mapping[str, str]) -> str:
        """The question with names and days put in."""
        return _HOLE.sub(lambda hole: names.get(hole.group(1), DAYS), self.text)


@lru_cache(maxsize=1)
def bank() -> tuple[Question, ...]:
    """Every question of `bank.tsv`."""
    text = Path(__file__).with_name("bank.tsv").read_text(encoding="utf-8")
    rows = [line.split(" | ") for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(Question(question, tuple(said.split(", "))) for question, said in rows)


def nearest_questions(text: str, names: Mapping[str, str]) -> Iterator[str]:
    """Full questions near to `text`, the nearest first. `names`: what was found in it, by hole; `days` among them."""
    scores: dict[str, float] = {}
    finder, owners = _finder()
    for near in finder.find(text, _LOOKED_AT):
        question = bank()[owners[near.place]]
        if question.holes - {"days"} <= names.keys():
            filled = question.filled(names)
            scores[filled] = max(scores.get(filled, 0.0), near.score + _fit(question, names))
    for filled, score in sorted(scores.items(), key=lambda each: -each[1]):
        if score >= _LEAST:
            yield filled


def _fit(question: Question, names: Mapping[str, str]) -> float:
    """Better for each name that is said in it, worse for each that is left out."""
    named = names.keys() - {"days"}
    return _SAYS_A_NAME * len(named & question.holes) - _LEAVES_A_NAME * len(named - question.holes)


@lru_cache(maxsize=1)
def _finder() -> tuple[Nearest, tuple[int, ...]]:
    """The finder over every way of asking, and which question each way belongs to."""
    ways, owners = [], []
    for place, question in enumerate(bank()):
        for way in (_HOLE.sub(" ", question.text), *question.said):
            ways.append(way)
            owners.append(place)
    return _nearest(ways), tuple(owners)


def _nearest(ways: list[str]) -> Nearest:
    """By letters; by meaning where AI_SENTENCE_MODEL asks for it."""
    if not settings.AI_SENTENCE_MODEL:
        return Letters(ways)
    from ai_features.services.query_intelligence.choices.sentences import Sentences

    return Sentences(ways)
