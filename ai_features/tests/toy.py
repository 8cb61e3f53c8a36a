"""A small AI feature for tests of the engine: who owes what, in as few words as there can be."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any, Literal

from pydantic import BaseModel
from rest_framework import serializers

from ai_features.feature import PLANNED, Ask, Facts, Feature, Inputs
from ai_features.services.slots import Slots
from common.tenancy import Caller
from sales.models import Customer


class ToyInputs(serializers.Serializer[Any]):
    query = serializers.CharField(max_length=500)


class ToyWords(BaseModel):
    answer: str
    mood: Literal["good", "bad"]


class ToyPlan(BaseModel):
    about: str


def gather(caller: Caller, inputs: Inputs) -> Facts:
    """Each customer owes twelve cedis more than the one before."""
    slots = Slots(seed="toy")
    for number, customer in enumerate(Customer.objects.of(caller.business_id).order_by("name"), 1):
        slots.person(f"customer_{number}", customer.name, key=customer.pk)
        slots.money(f"owes_{number}", Decimal(12 * number), of=f"customer_{number}")
    slots.money("total", Decimal("1250.00"))
    nothing = "" if "customer_1" in slots else "Nobody owes you money."
    return Facts(
        slots=slots, said=(inputs["query"],), nothing_to_report=nothing, shown={"planned": str(inputs.get(PLANNED))}
    )


def offline(facts: Facts) -> ToyWords:
    text = "Nobody owes you money." if facts.nothing_to_report else "You are owed {total}. {customer_1} owes {owes_1}."
    return ToyWords(answer=text, mood="good")


class ToyAnswer(BaseModel):
    answer: str
    mood: str


class ToyPreview(BaseModel):
    plan: dict[str, int]


def answer(facts: Facts, words: ToyWords) -> ToyAnswer:
    return ToyAnswer(answer=words.answer, mood=words.mood)


def preview(facts: Facts) -> ToyPreview:
    return ToyPreview(plan={"slots": len(facts.slots)})


TOY = Feature(
    key="natural_language_query",
    name="toy",
    title="A toy",
    path="toy/",
    inputs=ToyInputs,
    gather=gather,
    prompt="Say who owes what.",
    words=ToyWords,
    offline=offline,
    answer=answer,
    streamed="answer",
    preview=preview,
    cache_for=60,
)


def planning(note: Callable[[Inputs], None] = lambda inputs: None) -> Feature:
    """The toy, asking the model first what the question is about; `note` is told what is gathered from."""

    def gather_noted(caller: Caller, inputs: Inputs) -> Facts:
        note(inputs)
        return gather(caller, inputs)

    def first(caller: Caller, inputs: Inputs) -> Ask:
        return Ask("What is it about?", ToyPlan, {"choices": ["debts"]}, (inputs["query"],))

    return replace(TOY, first=first, gather=gather_noted)
