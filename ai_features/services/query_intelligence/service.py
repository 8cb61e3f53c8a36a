"""The way of a question: read by rules, or from a model's plan; checked; run; put in words."""

import hashlib
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from ai_features.services.query_intelligence import answering
from ai_features.services.query_intelligence.answering import Result
from ai_features.services.query_intelligence.choices.by_example import second_look
from ai_features.services.query_intelligence.choices.offering import Choice, choices
from ai_features.services.query_intelligence.names import Index, index_of, split
from ai_features.services.query_intelligence.papers import Paper, papers_in
from ai_features.services.query_intelligence.plan import Filter, Plan
from ai_features.services.query_intelligence.price_tries import price_tries
from ai_features.services.query_intelligence.reading.follow_up import Turn
from ai_features.services.query_intelligence.reading.outcome import AskBack, Reading, Refused, Understood, Unsure
from ai_features.services.query_intelligence.reading.reader import read
from ai_features.services.query_intelligence.trying import offer
from ai_features.services.slots import Slots
from ai_features.services.slots.filling import put_in
from common import shop_clock as clock
from reports import metric_queries
from reports.metrics import METRICS

MOST_FOLLOW_UPS = 3
DID_YOU_MEAN = "Did you mean one of these?"


@dataclass(frozen=True)
class Answered:
    """A result with its confidence and the questions that may follow it."""

    result: Result
    confidence: float
    follow_ups: tuple[str, ...]
    read_as: str = ""

    @property
    def opening(self) -> str:
        """How the question was read, where that was by example."""
        return f"I read this as: {self.read_as} " if self.read_as else ""


Outcome = Answered | AskBack | Refused


class QueryIntelligenceService:
    """Questions about one business; `storefront_id` narrows every answer to one storefront.

    Without `by_example` questions are read by rules alone.
    """

    def __init__(
        self, business_id: uuid.UUID, *, storefront_id: uuid.UUID | None = None, by_example: bool = True
    ) -> None:
        self.business_id = business_id
        self.storefront_id = storefront_id
        self.by_example = by_example
        self._index: Index | None = None

    @property
    def index(self) -> Index:
        if self._index is None:
            self._index = index_of(self.business_id)
        return self._index

    def read(self, query: str, *, previous: Turn | None = None) -> Reading:
        """What rules, and then examples, make of a question. One query for names, one for numbers of sales."""
        papers = papers_in(self.business_id, query)
        reading = self.by_rules(query, previous=previous, papers=papers)
        if previous or papers or not self.by_example:
            return reading
        found: Reading = self.index.reading(
            ("example", query, clock.today()), lambda: second_look(query, reading, self.index, self.by_rules)
        )
        return found

    def by_rules(self, query: str, *, previous: Turn | None = None, papers: Sequence[Paper] = ()) -> Reading:
        """What the rules make of a question that may name the sales in `papers`.

        One that follows on nothing and names no sale is read once a day, until the shop's names change.
        """
        if tries := price_tries(query, self.index):
            return Refused("", reason="what_if", tries=tries)
        today, index = clock.today(), self.index
        if previous or papers:
            return read(query, today=today, index=index, previous=previous, papers=papers)
        found: Reading = index.reading((query, today), lambda: read(query, today=today, index=index))
        return found

    def named_again(self, plan: Plan) -> Plan:
        """A kept plan with the people's names that were left out of it."""

        def called(one: Filter) -> str:
            if len(one.values) > 1:
                return one.name or f"these {len(one.values)}"
            found = (entry.name for entry in self.index.entries if str(one.values[0]) in entry.values)
            return one.name or next(found, "one person")

        return plan.with_people(called)

    def answer(self, reading: Reading) -> Outcome:
        """The figures of what was understood; a question back or a refusal as it is."""
        if isinstance(reading, Unsure):
            return reading.otherwise
        if not isinstance(reading, Understood):
            return reading
        result = answering.run(self.business_id, self._at_storefront(reading.plan), today=clock.today())
        return Answered(result, reading.confidence, self._follow_ups(result), reading.read_as)

    def offered(self, query: str, reading: Reading, *, previous: Turn | None = None) -> list[Choice]:
        """Full questions of this shop to choose from, of what was spoken of before; none where it was understood."""
        if isinstance(reading, Understood):
            return []
        before = self._of_the_turn(previous) if previous else []
        if isinstance(reading, Refused):
            return choices("", self.index, self.by_rules, offered=[*before, *reading.instead])
        if isinstance(reading, AskBack):
            near = "" if reading.words else query
            return choices(near, self.index, self.by_rules, offered=_in_full(query, reading))
        return choices(
            query,
            self.index,
            self.by_rules,
            offered=[*reading.near, *(before if reading.otherwise.reason == "pointer" else ())],
            shorter=partial(self.by_rules, previous=previous) if previous else self.by_rules,
            otherwise=[*before, *reading.otherwise.instead],
        )

    def _of_the_turn(self, previous: Turn) -> list[str]:
        """The figure spoken of, and by what it can be cut, as full questions."""
        return [answering.plan_in_words(plan) for plan in answering.going_on(previous.plan)]

    def process_query(self, query: str, *, previous: Turn | None = None) -> dict[str, Any]:
        """The answer in our own words, without a model and without a charge."""
        reading = self.read(query, previous=previous)
        outcome = self.answer(reading)
        if not isinstance(outcome, Answered):
            return self.free(query, reading, previous=previous)[0]
        slots = Slots()
        verdict, rest = answering.tell(outcome.result, slots)
        filled = {slot.id: slot for slot in slots}
        return body(outcome, put_in(verdict + rest, filled), put_in(verdict, filled))

    def free(
        self, query: str, reading: Reading, *, previous: Turn | None = None
    ) -> tuple[dict[str, Any], list[Choice]]:
        """The answer to what was not understood, or is not answered here, and what is offered in its place."""
        if isinstance(reading, Refused) and reading.tries:
            text, actions = offer(self.business_id, reading.tries)
            told = free_body(replace(reading, text=text), [])
            return {**told, "query_type": "what_if", "actions": actions}, []
        offered = self.offered(query, reading, previous=previous)
        return free_body(reading, offered), offered

    def _at_storefront(self, plan: Plan) -> Plan:
        if not self.storefront_id or any(each.dimension == "storefront" for each in plan.filters):
            return plan
        if plan.metric in METRICS and not metric_queries.can(plan.metric, [*plan.cuts(), "storefront"]):
            everywhere = (*plan.assumptions, "this is kept for the whole business, not by storefront")
            return plan.model_copy(update={"assumptions": everywhere})
        entries = [each for each in self.index.entries if str(self.storefront_id) in each.values]
        here = Filter(
            dimension="storefront",
            values=(str(self.storefront_id),),
            name=entries[0].name if entries else "this storefront",
        )
        return Plan.model_validate({**plan.model_dump(), "filters": (*plan.filters, here)})

    def _follow_ups(self, result: Result) -> tuple[str, ...]:
        kept: list[str] = []
        for text in answering.next_questions(result):
            reading = self.by_rules(text)
            if isinstance(reading, Understood) and not _same(reading.plan, result.plan) and text not in kept:
                kept.append(text)
            if len(kept) == MOST_FOLLOW_UPS:
                break
        return tuple(kept)


def _in_full(query: str, reading: AskBack) -> Sequence[str]:
    """The questions to choose from; where people are, the question with the name of each."""
    words = split(query)
    runs = [words[at : at + len(reading.words)] for at in range(len(words))] if reading.words else []
    said = next((run for run in runs if tuple(word for word, _, _ in run) == reading.words), None)
    if not said:
        return reading.choices
    before, after = query[: said[0][1]], query[said[-1][2] :]
    return [f"{before}{name}{after}" for name in reading.choices]


def _same(one: Plan, other: Plan) -> bool:
    """Whether they ask for the same; days that are not over may be cut to those that have begun."""
    return (one.metric, one.dimensions, one.period and one.period.start, one.compare) == (
        other.metric,
        other.dimensions,
        other.period and other.period.start,
        other.compare,
    )


def subject_of(plan: Plan) -> str:
    """A hash that is equal for equal plans; the same under every name that a person may have."""
    return hashlib.sha256(without_people(plan).model_dump_json().encode()).hexdigest()


def without_people(plan: Plan) -> Plan:
    """A plan that can be kept: people by id only."""
    return plan.with_people(lambda one: "").as_asked()


def body(outcome: Answered, text: str, verdict: str) -> dict[str, Any]:
    """The response of the contract, without conversation and charge."""
    result = outcome.result
    notes = answering.notes(result)
    return {
        "answer": outcome.opening + " ".join([text, *notes]),
        "verdict": verdict,
        "query_type": answering.kind_of_question(result.plan),
        "data": answering.data(result),
        "plan": answering.plan_in_words(result.plan),
        "data_sources": answering.sources(result),
        "confidence": outcome.confidence,
        "assumptions": notes,
        "follow_up_questions": list(outcome.follow_ups),
        "suggestions": list(outcome.follow_ups),
        "visualizations": answering.visualizations(result),
        **answering.drivers(result),
    }


def free_body(reading: Reading, offered: Sequence[Choice]) -> dict[str, Any]:
    """A question back or a refusal in the shape of an answer, with what can be chosen in its place."""
    asks = asks_back(reading, offered)
    text = (
        reading.otherwise.text
        if isinstance(reading, Unsure)
        else ""
        if isinstance(reading, Understood)
        else reading.text
    )
    questions = [each.question for each in offered]
    return {
        "answer": f"{text} {DID_YOU_MEAN}" if asks and isinstance(reading, Unsure) else text,
        "verdict": "",
        "query_type": "clarify" if asks else "not_answerable",
        "choices": [{"id": str(each.id), "question": each.question, "plan": each.plan_in_words} for each in offered],
        "data": None,
        "plan": "",
        "data_sources": [],
        "confidence": 0.0,
        "assumptions": [],
        "follow_up_questions": questions,
        "suggestions": questions,
        "visualizations": [],
    }


def asks_back(reading: Reading, offered: Sequence[Choice]) -> bool:
    """Whether the answer is a question back rather than a refusal: several meanings, or words that were not clear."""
    return isinstance(reading, AskBack) or (isinstance(reading, Unsure) and bool(offered))
