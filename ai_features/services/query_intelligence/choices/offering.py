"""Three full questions to choose from, where the words of a question were not clear."""

import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from ai_features.services.query_intelligence.answering import plan_in_words
from ai_features.services.query_intelligence.choices.by_example import Read, examples
from ai_features.services.query_intelligence.choices.masked import masked
from ai_features.services.query_intelligence.choices.shortened import shortened
from ai_features.services.query_intelligence.days import day_spans
from ai_features.services.query_intelligence.names import Index
from ai_features.services.query_intelligence.plan import Plan
from ai_features.services.query_intelligence.reading.lexicon import lexicon
from ai_features.services.query_intelligence.reading.outcome import Understood
from ai_features.services.query_intelligence.tokens import tokenise
from common import shop_clock as clock

MOST, MOST_SHORTER = 3, 2
LEAST = 0.1
"""How near a question must be to be offered."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A question that can be chosen, and what it would ask of the figures."""

    id: uuid.UUID
    question: str
    plan: Plan

    @property
    def plan_in_words(self) -> str:
        return plan_in_words(self.plan)


def choices(
    text: str,
    index: Index,
    read: Read,
    *,
    offered: Iterable[str] = (),
    shorter: Read | None = None,
    otherwise: Iterable[str] = (),
) -> list[Choice]:
    """At most three questions near to `text` that the rules read whole.

    `offered` come before those of the bank, `otherwise` after them; with `shorter`, which may read them as following on
    a turn, the text without some of its words.
    """
    found: list[Choice] = []
    _add(found, offered, read, MOST)
    if shorter:
        worded = _worded if shorter == read else _in_words
        _add(found, _shorter(text, index), shorter, MOST_SHORTER, worded=worded)
    _add(found, chain(_near(text, index, read), otherwise), read, MOST)
    return found


def _as_it_is(question: str, plan: Plan, read: Read) -> str:
    return question


def _add(
    found: list[Choice],
    questions: Iterable[str],
    read: Read,
    most: int,
    worded: Callable[[str, Plan, Read], str] = _as_it_is,
) -> None:
    for question in questions:
        if len(found) >= most:
            return
        reading = read(question)
        if isinstance(reading, Understood) and all(reading.plan.as_asked() != each.plan.as_asked() for each in found):
            found.append(Choice(uuid.uuid4(), worded(question, reading.plan, read), reading.plan))


def _worded(question: str, plan: Plan, read: Read) -> str:
    """The plan in words where these are read as it is; else the question."""
    words = plan_in_words(plan)
    reading = read(words)
    same = isinstance(reading, Understood) and reading.plan.as_asked() == plan.as_asked()
    return words if same else question


def _in_words(question: str, plan: Plan, read: Read) -> str:
    """The plan in words: the question says it only after the one before."""
    return plan_in_words(plan)


def _shorter(text: str, index: Index) -> Iterator[str]:
    tokens = tokenise(text)
    days = day_spans(tokens, clock.today(), known=lexicon().knows)
    places = {place for span in days if span.role == "days" for place in range(span.start, span.stop)}
    yield from shortened(text, index, places.__contains__)


def _near(text: str, index: Index, read: Read) -> Iterator[str]:
    """Questions of the bank, the likeliest first."""
    if text:
        found = examples(masked(text, index), read)
        yield from (each.question for each in found if each.nearest >= LEAST)
