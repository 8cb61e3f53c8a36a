"""Ask the shop anything: a question in plain words, answered from its own figures, or not at all."""

import uuid
from typing import Any

from django.conf import settings
from pydantic import BaseModel, Field
from rest_framework import serializers

from accounts.models import Storefront
from ai_features.feature import PLANNED, READ, Ask, Facts, Feature, Inputs
from ai_features.models import AITransaction
from ai_features.services import conversations
from ai_features.services.query_intelligence import QueryIntelligenceService, answering, planner
from ai_features.services.query_intelligence.choices import learned
from ai_features.services.query_intelligence.choices.offering import Choice
from ai_features.services.query_intelligence.reading.follow_up import Turn
from ai_features.services.query_intelligence.reading.outcome import AskBack, Reading, Understood, Unsure
from ai_features.services.query_intelligence.service import (
    Answered,
    asks_back,
    body,
    subject_of,
    without_people,
)
from ai_features.services.slots import SlotError, Slots
from ai_features.services.slots.filling import put_in
from ai_features.shapes.questions import QuestionAnswer, QuestionPreview
from common import shop_clock as clock
from common.api import TenantField
from common.tenancy import Caller

LONGEST = 1000
SPOKEN = "voice_question"
"""The key of questions by voice, which are heard first and then asked like any other."""
HALF_AN_HOUR = 30 * 60


class QueryInputs(serializers.Serializer[Any]):
    query = serializers.CharField(
        max_length=LONGEST, required=False, allow_blank=True, default="", help_text="The question, in your own words."
    )
    choice = serializers.UUIDField(
        required=False,
        allow_null=True,
        help_text="The id of one of the `choices` that were offered, in place of `query`.",
    )
    storefront_id = TenantField(Storefront, required=False, allow_null=True)
    conversation_id = serializers.UUIDField(required=False, allow_null=True)

    def get_fields(self) -> dict[str, Any]:
        """`context` is taken, as the front end sends it, and changes nothing; a field by that name hides DRF's own."""
        hint = serializers.CharField(required=False, allow_blank=True, allow_null=True, max_length=100)
        return {**super().get_fields(), "context": hint}

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if not attrs["query"] and not attrs.get("choice"):
            raise serializers.ValidationError({"query": "Write a question, or choose one."})
        return attrs


class QueryWords(BaseModel):
    """What is said; the figures and names in it are slots."""

    answer: str


class Said(QueryWords):
    """The filled words, with what they were made from."""

    template: str = ""


class QueryFacts(Facts):
    """The answer but for its words. `own` is our own wording; `free` marks what is not charged."""

    body: dict[str, Any]
    own: str
    opening: str = Field(default="", exclude=True)
    kept: dict[str, Any] = Field(default_factory=dict, exclude=True)
    caller: Caller = Field(exclude=True)
    conversation_id: uuid.UUID = Field(exclude=True)
    opens: bool = Field(exclude=True)
    asked: str = Field(exclude=True)
    offered: list[Choice] = Field(default_factory=list, exclude=True)
    chosen: uuid.UUID | None = Field(default=None, exclude=True)


PROMPT = """
Answer a shopkeeper's question in one to three short plain sentences from the slots alone. Lead with the figure asked
for. Name the period by its slot. Give at most five rows, each name beside its own figures. Add no advice, no reason
and no figure of your own. "understood" in "data" says what the figures are; do not claim anything else.
"""


def first(caller: Caller, inputs: Inputs) -> Ask | None:
    """A plan from the model, when there is one and the rules do not know all of the words."""
    if settings.AI_PROVIDER == "offline":
        return None
    service, reading, asked = _read(caller, inputs)
    return planner.ask(asked, service.index, clock.today()) if isinstance(reading, Unsure) else None


def gather(caller: Caller, inputs: Inputs) -> QueryFacts:
    service, reading, asked = _read(caller, inputs)
    planned = inputs.get(PLANNED)
    if isinstance(reading, Unsure) and isinstance(planned, planner.Planned):
        reading = planner.reading(planned, service.index, asked)
    outcome = service.answer(reading)
    continued = inputs.get("conversation_id")
    common: dict[str, Any] = {
        "caller": caller,
        "conversation_id": continued or uuid.uuid4(),
        "opens": not continued,
        "asked": asked,
        "chosen": inputs.get("choice"),
    }
    if isinstance(outcome, Answered):
        return _answered(outcome, common)
    told, offered = service.free(asked, reading, previous=_previous(service, caller, inputs))
    if isinstance(reading, AskBack) and reading.subject:
        common["kept"] = {"plan": without_people(reading.subject).model_dump(mode="json"), "shown": ()}
    common |= {"asks_back" if asks_back(reading, offered) else "nothing_to_report": told["answer"]}
    return QueryFacts(body=told, own=told["answer"], offered=offered, **common)


def read_question(caller: Caller, inputs: Inputs) -> Reading:
    """What the rules make of a question, before anything is asked of a model."""
    return _read(caller, inputs)[1]


def _read(caller: Caller, inputs: Inputs) -> tuple[QueryIntelligenceService, Reading, str]:
    """What the rules make of the question, and its words; read once a request."""
    kept: list[tuple[QueryIntelligenceService, Reading, str]] = inputs.get(READ, [])
    if not kept:
        storefront = inputs.get("storefront_id")
        service = QueryIntelligenceService(caller.business_id, storefront_id=storefront.pk if storefront else None)
        kept.append((service, *_reading(service, caller, inputs)))
    return kept[0]


def _reading(service: QueryIntelligenceService, caller: Caller, inputs: Inputs) -> tuple[Reading, str]:
    """A choice as it was offered; else the question as it is written, or as this shop chose to mean it before."""
    if inputs.get("choice"):
        asked, plan = learned.offered_question(caller, inputs["choice"])
        return Understood(service.named_again(plan), 1.0), asked
    query: str = inputs["query"]
    reading = service.read(query, previous=_previous(service, caller, inputs))
    if isinstance(reading, Unsure | AskBack) and (meant := learned.learned_question(caller.business_id, query)):
        reading = service.read(meant)
    return reading, query


def _answered(outcome: Answered, common: dict[str, Any]) -> QueryFacts:
    slots = Slots(seed=str(common["conversation_id"]))
    verdict, rest = answering.tell(outcome.result, slots)
    plan = outcome.result.plan
    return QueryFacts(
        slots=slots,
        shown={"understood": answering.plan_in_model_words(plan)},
        said=(common["asked"],),
        body=body(outcome, "", put_in(verdict, {slot.id: slot for slot in slots})),
        own=verdict + rest,
        opening=outcome.opening,
        kept={"plan": without_people(plan).model_dump(mode="json"), "shown": outcome.result.shown},
        subject=subject_of(plan),
        nothing_to_report="Nothing is recorded for that." if outcome.result.empty else "",
        **common,
    )


def _previous(service: QueryIntelligenceService, caller: Caller, inputs: Inputs) -> Turn | None:
    """The last turn that was answered, for "and last month?", with the days last spoken of."""
    if not inputs.get("conversation_id"):
        return None
    states = conversations.last_states(caller, inputs["conversation_id"])
    answered = [(plan, state) for state in states if (plan := learned.kept_plan(state.get("plan")))]
    if not answered:
        return None
    plan, state = answered[0]
    shown = tuple((dimension, tuple(ids)) for dimension, ids in state.get("shown", ()))
    days = next((each.period for each, _ in answered if each.period), None)
    return Turn(service.named_again(plan), shown, days)


def offline(facts: QueryFacts) -> QueryWords:
    return QueryWords(answer=facts.own)


def fill(facts: QueryFacts, words: QueryWords) -> Said:
    """Our own wording is filled in as it is; a model's is checked first."""
    if words.answer == facts.own:
        text = put_in(words.answer, {slot.id: slot for slot in facts.slots})
    else:
        text = facts.slots.fill(words.answer, said=facts.said)
        if not text.strip():
            raise SlotError(["the answer is empty"])
    return Said(answer=text, template=words.answer)


def after(facts: QueryFacts, words: Said, row: AITransaction) -> None:
    """Keep the turn for the questions that follow, and for whoever says that it was misunderstood."""
    if facts.chosen:
        learned.choose(facts.caller, facts.chosen)
    learned.keep_offered(facts.caller, facts.asked, facts.offered, seed=str(facts.conversation_id))
    conversations.add_turn(
        facts.caller,
        conversation_id=facts.conversation_id,
        opens=facts.opens,
        feature="natural_language_query",
        asked=facts.asked,
        answered=words.template,
        state=facts.kept,
        transaction_id=row.pk,
    )


def answer(facts: QueryFacts, words: Said) -> QuestionAnswer:
    """The response of the contract."""
    said = facts.opening + " ".join([words.answer, *facts.body["assumptions"]])
    if facts.nothing_to_report and facts.kept:
        said = f"{facts.nothing_to_report} {said}"
    return QuestionAnswer.model_validate(facts.body | {"answer": said, "conversation_id": str(facts.conversation_id)})


def preview(facts: QueryFacts) -> QuestionPreview:
    """What a stream shows before the words."""
    return QuestionPreview.model_validate(
        {
            "plan": {"plan": facts.body["plan"], "confidence": facts.body["confidence"]},
            "data": {key: facts.body[key] for key in ("data", "data_sources", "visualizations")},
        }
    )


FEATURE = Feature(
    key="natural_language_query",
    title="Ask a question about the shop",
    path="query/",
    aliases=("insights/query/",),
    inputs=QueryInputs,
    first=first,
    gather=gather,
    prompt=PROMPT,
    words=QueryWords,
    offline=offline,
    fill=fill,
    answer=answer,
    after=after,
    streamed="answer",
    preview=preview,
    cache_for=HALF_AN_HOUR,
    tokens_in=3000,
    tokens_out=400,
)
