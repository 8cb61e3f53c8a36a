"""Three full questions to choose from, where the words of a question were not clear."""

import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from ai_features.services.query_intelligence.answering import plan_in_words
from ai_features.services.query_intelligence.choices.bank import nearest_questions
from ai_features.services.query_intelligence.choices.shortened import shortened
from ai_features.services.query_intelligence.days import Period, day_spans
from ai_features.services.query_intelligence.names import Index
from ai_features.services.query_intelligence.plan import Plan
from ai_features.services.query_intelligence.reading.lexicon import lexicon
from ai_features.services.query_intelligence.reading.names import Named, name_spans
from ai_features.services.query_intelligence.reading.outcome import Reading, Understood
from ai_features.services.query_intelligence.tokens import Token, tokenise
from common import shop_clock as clock

MOST, MOST_SHORTER = 3, 2
_KINDS = ("product", "customer", "staff", "storefront", "category", "brand")
Read = Callable[[str], Reading]


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
    shorter: bool = False,
    otherwise: Iterable[str] = (),
) -> list[Choice]:
    """At most three questions near to `text` that the rules read whole.

    `offered` come before those of the bank, `otherwise` after them; with `shorter` the text without some of its words.
    """
    found: list[Choice] = []
    _add(found, offered, read, MOST)
    if shorter:
        _add(found, _shorter(text, index), read, MOST_SHORTER, worded=_worded)
    _add(found, chain(_near(text, index), otherwise), read, MOST)
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
        if isinstance(reading, Understood) and all(_figures(reading.plan) != _figures(each.plan) for each in found):
            found.append(Choice(uuid.uuid4(), worded(question, reading.plan, read), reading.plan))


def _worded(question: str, plan: Plan, read: Read) -> str:
    """The plan in words where these are read as it is; else the question."""
    words = plan_in_words(plan)
    reading = read(words)
    same = isinstance(reading, Understood) and _figures(reading.plan) == _figures(plan)
    return words if same else question


def _figures(plan: Plan) -> Plan:
    return plan.model_copy(update={"assumptions": ()})


def _shorter(text: str, index: Index) -> Iterator[str]:
    tokens = tokenise(text)
    days = day_spans(tokens, clock.today(), known=lexicon().knows)
    places = {place for span in days if span.role == "days" for place in range(span.start, span.stop)}
    yield from shortened(text, index, places.__contains__)


def _near(text: str, index: Index) -> Iterator[str]:
    tokens = tokenise(text)
    names, rest = _found(tokens, index)
    yield from nearest_questions(rest, names)


def _found(tokens: tuple[Token, ...], index: Index) -> tuple[dict[str, str], str]:
    """The names and days in the words, each by what it can fill; and the other words."""
    words = lexicon()
    used: set[int] = set()
    names: dict[str, str] = {}
    for span in day_spans(tokens, clock.today(), known=words.knows):
        if span.role == "days" and isinstance(span.value, Period) and not used:
            names["days"] = span.value.label
            used.update(range(span.start, span.stop))
    for span in sorted(name_spans(tokens, index, words.common), key=lambda each: each.start - each.stop):
        places = set(range(span.start, span.stop))
        kind = _kind(span.value)
        if kind and kind not in names and not places & used:
            names[kind] = _name(span.value, kind)
            used |= places
    return names, " ".join(token.word for place, token in enumerate(tokens) if place not in used)


def _kind(found: Named) -> str:
    return next((kind for kind in _KINDS if kind in found.kinds), "")


def _name(found: Named, kind: str) -> str:
    """The name as the shop has it, or the words when several have them."""
    entries = found.kinds[kind]
    return entries[0].name if len(entries) == 1 else " ".join(found.words)
