"""The bank of questions that can be answered, with ways of asking each, and which of them are likely asked."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from django.conf import settings

from ai_features.services.query_intelligence.choices.examples import Examples, Likely, trunk, words_of
from ai_features.services.query_intelligence.choices.sentences import Sentences

_HOLE = re.compile(r"\{(\w+)\}")
_NO_DAYS = re.compile(r" *\{days\}")
_JOINED = {
    "product": "of",
    "category": "of",
    "brand": "of",
    "customer": "to",
    "staff": "by",
    "storefront": "at",
    "supplier": "from supplier",
    "days": "",
}
"""How a name or days are put behind a question that has no hole for them."""


@dataclass(frozen=True)
class Question:
    """A question in full, with holes for names, days and a number, and other ways of asking it."""

    text: str
    said: tuple[str, ...]

    @cached_property
    def holes(self) -> frozenset[str]:
        return frozenset(_HOLE.findall(self.text))

    @cached_property
    def trunks(self) -> frozenset[str]:
        """Every word that is said in some way of asking it."""
        return frozenset(trunk(word) for way in (self.text, *self.said) for word in words_of(way))

    def filled(self, names: Mapping[str, str], more: Mapping[str, str]) -> str:
        """The question with names and days put in, without days where none are named; `more` are put behind it."""
        text = self.text if "days" in names else _NO_DAYS.sub("", self.text)
        text = _HOLE.sub(lambda hole: names[hole.group(1)], text)
        end = "?" if text.endswith("?") else ""
        behind = (f"{_JOINED[kind]} {name}".strip() for kind, name in more.items())
        return " ".join([text.removesuffix("?"), *behind]) + end


@lru_cache(maxsize=1)
def bank() -> tuple[Question, ...]:
    """Every question of `bank.tsv`."""
    text = Path(__file__).with_name("bank.tsv").read_text(encoding="utf-8")
    rows = [line.split(" | ") for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(Question(question, tuple(said.split("; "))) for question, said in rows)


def likely(words: Sequence[str]) -> list[Likely]:
    """The questions of the bank by how likely they are asked with these words, the likeliest first."""
    meaning = _sentences().likeness(_plain(" ".join(words))) if settings.AI_SENTENCE_MODEL else None
    return _examples().rank(words, meaning)


@lru_cache(maxsize=1)
def _examples() -> Examples:
    return Examples([[words_of(way) for way in (each.text, *each.said)] for each in bank()])


@lru_cache(maxsize=1)
def _sentences() -> Sentences:
    return Sentences([_plain(each.text) for each in bank()])


def _plain(text: str) -> str:
    """With words in place of holes, for a model of sentences."""
    return _HOLE.sub(r"the \1", text)
