"""The way of a text to a reading: tokens, repair, spans of names, days and lexicon, covers, and the parts of each."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from ai_features.services.query_intelligence.days import day_spans
from ai_features.services.query_intelligence.names import Index
from ai_features.services.query_intelligence.plan import Plan
from ai_features.services.query_intelligence.reading.lattice import Cover, covers
from ai_features.services.query_intelligence.reading.lexicon import Lexicon, lexicon
from ai_features.services.query_intelligence.reading.names import name_spans
from ai_features.services.query_intelligence.reading.outcome import (
    AskBack,
    Reading,
    Refused,
    Understood,
    Unsure,
    refused,
)
from ai_features.services.query_intelligence.reading.repair import Repaired, repaired
from ai_features.services.query_intelligence.reading.settle import settle
from ai_features.services.query_intelligence.reading.tokens import MOST_TOKENS, Span, Token, tokenise

__all__ = ["AskBack", "Reading", "Refused", "Understood", "Unsure", "read"]

LEAST_SURE = 0.6
FARTHEST = 2.5
"""How much more than the cheapest a cover may cost and still be read."""
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?$")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)$")


def read(text: str, *, today: dt.date, index: Index, previous: Plan | None = None) -> Reading:
    """Read a question of one shop, whose names are in `index`; `previous` is the plan it may follow up on."""
    words = lexicon()
    tokens = tokenise(text)
    if not tokens or len(tokens) == MOST_TOKENS:
        return Unsure((), refused("not_understood"))
    tokens = tuple(replace(token, word=words.written(token.word, index.by_word)) for token in tokens)
    known = _known(words, index)
    days = day_spans(tokens, today, known=known)
    right = repaired(tokens, _or_within(known, tokens, days), words.words, names=index.words)
    if right.notes:
        days = day_spans(right.tokens, today, known=known)
    found = covers(len(right.tokens), [*days, *_spans(right.tokens, words, index)])
    return _best(found, right, today)


def _best(found: list[Cover], right: Repaired, today: dt.date) -> Reading:
    """The reading of the cheapest cover that reads whole; the first one's refusal where none does."""
    first: Reading | None = None
    for cover in found:
        if first and cover.cost > found[0].cost + FARTHEST:
            break
        spans = [_word(span, right.tokens) for span in cover.spans()]
        reading = settle([span for span in spans if span.role != "glue"], today)
        if isinstance(reading, Understood):
            return _less_sure(reading, right, sum(span.cost for span in spans))
        first = first or reading
        if any(span.role == "refuse" for span in spans):
            break
    return first or Unsure((), refused("not_understood"))


def _word(span: Span, tokens: Sequence[Token]) -> Span:
    return replace(span, value=tokens[span.start].text) if span.role == "unknown" else span


def _less_sure(reading: Understood, right: Repaired, cost: float) -> Reading:
    confidence = round(reading.confidence - right.cost - cost / 10, 2)
    if confidence < LEAST_SURE:
        return Unsure((), refused("not_understood"))
    notes = [f"'{wrong}' read as '{put}'" for wrong, put in right.notes]
    plan = reading.plan.model_copy(update={"assumptions": (*notes, *reading.plan.assumptions)})
    return Understood(plan, confidence)


def _known(words: Lexicon, index: Index) -> Callable[[str], bool]:
    return lambda word: words.knows(word) or index.stem(word) in index.by_word


def _or_within(known: Callable[[str], bool], tokens: Sequence[Token], days: Sequence[Span]) -> Callable[[str], bool]:
    """Words are known too where they are part of a phrase of days."""
    within = {tokens[place].word for span in days for place in range(span.start, span.stop)}
    return lambda word: word in within or known(word)


def _spans(tokens: Sequence[Token], words: Lexicon, index: Index) -> Iterator[Span]:
    for span in words.spans(tokens):
        yield replace(span, value=Decimal(span.value)) if span.role == "number" else span
    yield from name_spans(tokens, index, words.common)
    for place, token in enumerate(tokens):
        if _NUMBER.match(token.word):
            yield Span(place, place + 1, "number", Decimal(token.word.replace(",", "")))
        elif ordinal := _ORDINAL.match(token.word):
            yield Span(place, place + 1, "ordinal", ordinal.group(1))
