"""The way of a text to a reading: tokens, repair, spans of names, days and lexicon, covers, and the parts of each."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import zip_longest

from ai_features.services.query_intelligence.answering import plan_in_words
from ai_features.services.query_intelligence.days import day_spans
from ai_features.services.query_intelligence.names import Index
from ai_features.services.query_intelligence.papers import Paper
from ai_features.services.query_intelligence.plan import Plan
from ai_features.services.query_intelligence.reading.follow_up import Turn
from ai_features.services.query_intelligence.reading.lattice import Cover, covers
from ai_features.services.query_intelligence.reading.lexicon import Lexicon, lexicon, stem
from ai_features.services.query_intelligence.reading.meaning import VERBS, WHO
from ai_features.services.query_intelligence.reading.names import Named, name_spans
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
from ai_features.services.query_intelligence.reading.sizes import other_sizes
from ai_features.services.query_intelligence.tokens import Span, Token, tokenise
from reports.dimensions import VALUE_TITLES

__all__ = ["AskBack", "Reading", "Refused", "Understood", "Unsure", "cheapest", "read"]

MOST_WORDS = 40
"""No question is longer; a text that is says more than one plan can hold."""
LEAST_SURE = 0.6
PAPER = -0.5
"""How much cheaper the number of a sale is than the words it is made of."""
NEAR = 0.01
"""How much more than the one read a cover may cost and still be asked about."""
FARTHEST = {"unsure_days": 2.1, "not_understood": 1.25, "refused": 0.6}
"""How much more than the cheapest cover one that reads may cost: by what is wrong with the cheapest."""
_BEFORE_A_QUESTION = frozenset({"", "polite", "follow", "hello"})
"""Values of words that may stand before a question without being part of it."""
_OF_PLANS = frozenset({"advice", "hypothetical"})
_NAMING = frozenset({"name", "value", "number", "days", "filter"})
_SENTENCE = re.compile(r"(?<=\w\w)[.?!]\s+(?=\w)")
_PEOPLE = frozenset({"people", "person", "persons"})
"""Who buys without being known by name."""
_HABIT = frozenset({"do", "does", "are", "is", "dey"})
"""Words before a verb that tell what is so, and not what was."""
_TWO = ["more", "better", "higher", "bigger", "larger", "greater", "less", "lower", "worse", "fewer", "smaller", "well"]
_THEM = frozenset({"they", "them"})
_COMPARATIVES = frozenset(
    [*_TWO, "good", "great", "bad", "poor", "high", "low", "big", "small", "fast", "slow", "well"]
)
"""What says how one is, or sets two side by side; the most of many is another."""
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?$")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)$")


def read(
    text: str, *, today: dt.date, index: Index, previous: Turn | None = None, papers: Sequence[Paper] = ()
) -> Reading:
    """Read a question of one shop, whose names are in `index`, and those of its sales in `papers`.

    `previous` is the turn it may follow up on.
    """
    tokens = tokenise(text)
    if not tokens or len(tokens) > MOST_WORDS:
        return Unsure((), refused("not_understood"))
    others = [_paper(each, tokens) for each in papers]
    others += other_sizes(tokens, index, previous) if previous else ()
    right, found, doubts = _laid_out(tokens, today, index, others) if others else _laid_once(tokens, today, index)
    reading = _best([cover for cover in found if not _explains_away(cover, doubts)], right, today, previous)
    if isinstance(reading, Refused) and reading.reason in _OF_PLANS and (asked := _asked_at_last(text, today, index)):
        return asked
    return _called(reading, index) if previous else reading


def _asked_at_last(text: str, today: dt.date, index: Index) -> Understood | None:
    """ "Are Sundays worth it? What do we make on them?": the last question, if nothing named before is lost."""
    before, _, last = (part.strip() for part in _SENTENCE.sub("\n", text.strip()).rpartition("\n"))
    if not before:
        return None
    reading, (tokens, spans) = read(last, today=today, index=index), cheapest(before, today=today, index=index)
    said = {index.stem(token.word) for token in tokenise(last)}
    named = {
        index.stem(token.word) for span in spans if span.role in _NAMING for token in tokens[span.start : span.stop]
    }
    return reading if isinstance(reading, Understood) and named <= said else None


def cheapest(text: str, *, today: dt.date, index: Index) -> tuple[tuple[Token, ...], list[Span]]:
    """The tokens of a text after repair, and the spans that cover them best, whether they read whole or not."""
    tokens = tokenise(text)[:MOST_WORDS]
    if not tokens:
        return (), []
    right, found, doubts = _laid_once(tokens, today, index)
    kept = [cover for cover in found if not _explains_away(cover, doubts)]
    return right.tokens, (kept or found)[0].spans()


def _laid_once(tokens: Sequence[Token], today: dt.date, index: Index) -> tuple[Repaired, list[Cover], list[Span]]:
    """The same as the last time where it is asked for again, as examples do after rules."""
    laid: tuple[Repaired, list[Cover], list[Span]]
    laid = index.once((tokens, today), lambda: _laid_out(tokens, today, index))
    return laid


def _laid_out(
    tokens: Sequence[Token], today: dt.date, index: Index, others: Sequence[Span] = ()
) -> tuple[Repaired, list[Cover], list[Span]]:
    """The tokens after repair, their covers, cheapest first, and the phrases of days that are in doubt.

    `others` are spans of more than names, days and words: numbers of sales, sizes of goods spoken of.
    """
    words = lexicon()
    tokens = list(_joined(tokens, index))
    tokens = tuple(
        token
        if after and (after.word == "day" or token.word == "coming")
        else replace(token, word=words.written(token.word, index.by_word))
        for token, after in zip_longest(tokens, tokens[1:])
    )
    known = _known(words, index)
    days = _days(tokens, today, known)
    right = repaired(
        tokens, _or_within(lambda word: known(word) or word in words.real, tokens, days), words.spelt, names=index.spelt
    )
    if right.notes:
        days = _days(right.tokens, today, known)
    found = covers(len(right.tokens), [*days, *others, *_spans(right.tokens, words, index)])
    return right, found, [span for span in days if span.role == "unsure"]


def _joined(tokens: Sequence[Token], index: Index) -> Iterator[Token]:
    """The tokens, a name that is written apart as the one word that it is: "O Brien"."""
    rest = iter(zip_longest(tokens, tokens[1:]))
    for token, after in rest:
        word = f"{token.word}{after.word}" if after and len(token.word) < 3 else ""
        if not word.isalpha() or after is None or index.stem(after.word) in index.by_word or not _named(word, index):
            yield token
            continue
        yield replace(token, text=f"{token.text} {after.text}", word=word, stop=after.stop)
        next(rest, None)


def _named(word: str, index: Index) -> bool:
    return index.stem(word) in index.by_word


def _paper(paper: Paper, tokens: Sequence[Token]) -> Span:
    """The words that name a sale by its number."""
    within = [place for place, each in enumerate(tokens) if paper.start <= each.start < paper.stop]
    named = Named(paper.entry.words, {"sale": (paper.entry,)}, whole=True)
    return Span(within[0], within[-1] + 1, "name", named, PAPER)


def _explains_away(cover: Cover, doubts: Sequence[Span]) -> bool:
    """Whether words of days that are in doubt are read as other words piece by piece: "past 24 hours" as a threshold.

    A name may take some of them, a longer phrase all of them, and and what rules take may lead up to the rest.
    """
    if not doubts:
        return False
    spans = cover.spans()
    return not all(any(_settles(span, doubt) for span in spans) for doubt in doubts)


def _settles(span: Span, doubt: Span) -> bool:
    whole = span.start <= doubt.start and doubt.stop <= span.stop
    named = span.role in ("name", "value") and span.start < doubt.stop and doubt.start < span.stop
    leads = span.role in ("to", "not", "except") and span.start == doubt.start
    into = span.start <= doubt.start < span.stop < doubt.stop
    leads = leads or (into and (span.role == "share" or (span.role == "measure" and span.start < doubt.start)))
    return named or leads or (whole and span.role != "unknown")


def _called(reading: Reading, index: Index) -> Reading:
    """One that was only pointed at, by its name."""
    if not isinstance(reading, Understood) or all(each.name for each in reading.plan.filters):
        return reading
    wanted = {str(each.values[0]) for each in reading.plan.filters if not each.name}
    names = VALUE_TITLES | {value: entry.name for entry in index.entries for value in entry.values if value in wanted}
    filters = [
        each
        if each.name
        else each.model_copy(update={"name": names.get(str(each.values[0]), f"this {each.dimension}")})
        for each in reading.plan.filters
    ]
    return replace(reading, plan=reading.plan.model_copy(update={"filters": tuple(filters)}))


def _days(tokens: Sequence[Token], today: dt.date, known: Callable[[str], bool]) -> list[Span]:
    """Phrases of days; all of the text is unsure where it names days that no calendar reaches."""
    try:
        return day_spans(tokens, today, known=known)
    except (OverflowError, ValueError):
        return [Span(0, len(tokens), "unsure", None)]


def _best(found: list[Cover], right: Repaired, today: dt.date, turn: Turn | None) -> Reading:
    """The reading of the cheapest cover that reads whole; the first one's refusal where none does.

    Two that cost the same and ask for different figures are asked about.
    """
    first: Reading | None = None
    whole: list[tuple[float, Understood]] = []
    for cover in found:
        if whole and cover.cost > whole[0][0] + NEAR:
            break
        if first and (cover.leaves_words or _breaks_up(cover, found[0])):
            continue
        spans = [_word(span, right.tokens) for span in cover.spans()]
        reading = _settled(spans, today, turn)
        if isinstance(reading, Understood):
            whole.append((cover.cost, _less_sure(reading, right, sum(span.cost for span in spans))))
            continue
        first = first or reading
        if any(span.role == "refuse" for span in spans) or {span.role for span in spans} <= {"talk", "glue"}:
            break
    if whole and first and whole[0][0] > found[0].cost + _farthest(first):
        near = tuple(plan_in_words(reading.plan) for _, reading in whole)
        return replace(first, near=near) if isinstance(first, Unsure) else first
    return _one_of([reading for _, reading in whole]) or first or Unsure((), refused("not_understood"))


def _breaks_up(cover: Cover, best: Cover) -> bool:
    """Whether a cover takes a whole name of several words to pieces: "power banks" are no bank's."""
    spans = cover.spans()
    names = [span for span in best.spans() if span.role == "name" and span.value.whole and span.stop - span.start > 1]
    return not all(any(each.start <= name.start and name.stop <= each.stop for each in spans) for name in names)


def _farthest(first: Reading) -> float:
    if isinstance(first, Refused) and first.reason != "as_of_now":
        return FARTHEST["refused"]
    unsure = isinstance(first, Unsure) and first.otherwise.reason == "unsure_days"
    return FARTHEST["unsure_days" if unsure else "not_understood"]


def _settled(spans: Sequence[Span], today: dt.date, turn: Turn | None) -> Reading:
    marks = {span.value for span in spans if span.role == "glue"} & {"follow", "shown", "then"}
    if turn:
        marks |= {"there"} if _there(spans, turn) else set()
        spans = list(_without_no(_pronouns(spans)))
    if all(span.role == "glue" for span in spans) and any(span.value == "thanks" for span in spans):
        return refused("talk:thanks")
    first = next((each for each in spans if each.role != "glue" or each.value not in _BEFORE_A_QUESTION), None)
    opens = first.value if first and first.role == "glue" else ""
    yes_no = opens in ("whether", "can") or (first is not None and (first.role, first.value) == ("we", "have"))
    marks |= {"can"} if opens == "can" else set()
    rest = [span for span in spans if span.role != "glue"]
    return settle(rest, today, turn=turn, marks=marks, yes_no=yes_no)


def _there(spans: Sequence[Span], turn: Turn) -> bool:
    """Whether "there" is the shop spoken of, and not part of "is there", "there are"."""
    places = any(each.dimension == "storefront" for each in turn.plan.filters)
    beside = ("", *(span.value if span.role == "glue" else "" for span in spans), "")
    alone = (
        span.value == "there" and "whether" not in (beside[place], beside[place + 2])
        for place, span in enumerate(spans)
        if span.role == "glue"
    )
    return places and any(alone)


def _without_no(spans: Iterable[Span]) -> Iterator[Span]:
    """ "No, only the televisions": no to the answer before, and what is meant instead."""
    rest = list(spans)
    said = [span for span in rest if span.role != "glue"]
    answers = len(said) > 1 and said[0].role == "not" and said[1].role in ("only", "days", "measure")
    yield from (span for span in rest if not (answers and span is said[0]))


def _pronouns(spans: Sequence[Span]) -> Iterator[Span]:
    """Pidgin "e" before what somebody does is "she" or "he"; elsewhere it only stands for the verb's place."""
    rest = [span for span in spans if span.role != "glue"]
    for span in spans:
        after = next((each for each in rest if each.start >= span.stop), None)
        does = after and _does(after) == "customer"
        if span.role == "glue" and span.value == "their" and not _names_people(rest):
            yield replace(span, role="pointer", value="those")
        else:
            yield replace(span, role="pointer", value="person") if span.value == "e" and does else span


def _names_people(spans: Iterable[Span]) -> bool:
    """Whether "their" has somebody to stand for in the same question."""
    return any(
        span.role in ("pointer", "frame", "segment")
        or (span.role in ("dim", "ask") and span.value in ("who", "customer", "staff", "supplier"))
        or (span.role == "name" and {"customer", "staff", "supplier"} & set(span.value.kinds))
        for span in spans
    )


def _does(span: Span) -> str:
    """Who does what a verb or a figure is about."""
    if span.role == "verb":
        return VERBS[span.value].who
    return WHO.get(span.value, "") if span.role == "measure" else ""


def _one_of(whole: Sequence[Understood]) -> Reading | None:
    if not whole:
        return None
    if whole[0].confidence < LEAST_SURE:
        return Unsure((), refused("not_understood"))
    other = next((each for each in whole if _figures(each.plan) != _figures(whole[0].plan)), None)
    if not other:
        return whole[0]
    meant = plan_in_words(whole[0].plan), plan_in_words(other.plan)
    return AskBack(f"Do you mean: {meant[0]}, or: {meant[1]}?", meant)


def _figures(plan: Plan) -> tuple[object, ...]:
    return plan.metrics[0], plan.segments, plan.bought


def _word(span: Span, tokens: Sequence[Token]) -> Span:
    """The span with its word where it means nothing known, and a note of what its words say besides."""
    said = [token.text for token in tokens[span.start : span.stop]]
    if span.role == "unknown":
        return replace(span, value=said[0])
    if span.role == "in" and said in (["AT"], ["at"]):
        return replace(span, note=said[0])
    words = [word.casefold() for word in said]
    before = [token.text.casefold() for token in tokens[max(0, span.start - 2) : span.start]]
    note = next((note for note, holds in _NOTES.items() if holds(span, words, before)), span.note)
    return replace(span, note=note)


_NOTES: dict[str, Callable[[Span, Sequence[str], Sequence[str]], bool]] = {
    "whose": lambda span, words, _: span.role == "dim" and len(words) > 1 and words[-1] in ("who", "whose", "that"),
    "purchases": lambda span, words, _: span.value == "revenue" and any(word.startswith("purchase") for word in words),
    "minus": lambda span, words, _: span.role == "rank" and words == ["less"],
    "without": lambda span, words, _: span.role == "except" and words[0] in ("without", "with"),
    "whole": lambda span, words, _: span.role == "measure" and words[0] in ("total", "overall"),
    "of_it": lambda span, words, _: span.role == "measure" and "it" in words,
    "of_them": lambda span, words, _: span.role == "measure" and not _THEM.isdisjoint(words),
    "several": lambda span, words, _: span.role in ("dim", "frame", "average") and stem(words[-1]) != words[-1],
    "people": lambda span, words, _: span.role in ("dim", "measure") and not _PEOPLE.isdisjoint(words),
    "plural": lambda span, words, _: span.role == "name" and stem(words[-1]) != words[-1],
    "habit": lambda span, _, before: span.role == "verb" and not _HABIT.isdisjoint(before),
    "comparative": lambda span, words, _: span.role == "rank" and words[0] in _COMPARATIVES,
    "dated": lambda span, words, _: span.role == "measure" and "date" in words,
}
"""What the words of a span say besides what it means; the first that holds."""


def _less_sure(reading: Understood, right: Repaired, cost: float) -> Understood:
    notes = [f"'{wrong}' read as '{put}'" for wrong, put in right.notes]
    plan = reading.plan.model_copy(update={"assumptions": (*notes, *reading.plan.assumptions)})
    return Understood(plan, round(reading.confidence - right.cost - max(cost, 0) / 10, 2))


def _known(words: Lexicon, index: Index) -> Callable[[str], bool]:
    return lambda word: words.knows(word) or index.stem(word) in index.by_word


def _or_within(known: Callable[[str], bool], tokens: Sequence[Token], days: Sequence[Span]) -> Callable[[str], bool]:
    """Words are known too where they are part of a phrase of days."""
    within = {tokens[place].word for span in days for place in range(span.start, span.stop)}
    return lambda word: word in within or known(word)


def _without_inner(spans: Sequence[Span]) -> Iterator[Span]:
    """No refusal of words that are part of a longer phrase: "how did we do" is no "how do we"."""
    longer = [span for span in spans if span.role not in ("glue", "refuse")]
    for span in spans:
        if span.role != "refuse" or not any(_is_within(span, each) for each in longer):
            yield span


def _is_within(span: Span, other: Span) -> bool:
    shorter = span.stop - span.start < other.stop - other.start
    return shorter and other.start <= span.start and span.stop <= other.stop


def _spans(tokens: Sequence[Token], words: Lexicon, index: Index) -> Iterator[Span]:
    packed = set()
    for span in _without_inner(list(words.spans(tokens))):
        yield replace(span, value=Decimal(span.value)) if span.role == "number" else span
        if span.role == "unit" and tokens[span.stop : span.stop + 1] and tokens[span.stop].word == "of":
            packed.add((span.start, span.stop))
    yield from (span for span in name_spans(tokens, index, words.common) if (span.start, span.stop) not in packed)
    for place, token in enumerate(tokens):
        if _NUMBER.match(token.word):
            yield Span(place, place + 1, "number", Decimal(token.word.replace(",", "")))
        elif ordinal := _ORDINAL.match(token.word):
            yield Span(place, place + 1, "ordinal", ordinal.group(1))
