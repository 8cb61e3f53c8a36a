"""What no database can keep, from a model or from our own fault, never leaves a hold behind or ends a stream mute."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.db import Error
from pydantic import BaseModel

from ai_features import engine
from ai_features.errors import AIServiceError
from ai_features.feature import Facts, Feature
from ai_features.models import AIText, AITransaction, BusinessAICredits, CreditHold
from ai_features.services import OpenAIService
from ai_features.services.model.schema import NotInSchema, parsed
from ai_features.streaming import stream
from ai_features.tests.builders import agree
from ai_features.tests.stubs.openai import OpenAIStub, Step
from ai_features.tests.toy import TOY, ToyAnswer, ToyWords
from conftest import Shop
from sales.tests.builders import make_customer

pytestmark = pytest.mark.django_db(transaction=True)
ODD = "You are\x00 owed {total}. Write\x00 to them."


class Weighed(BaseModel):
    answer: str
    weight: float


@pytest.fixture
def indebted(shop: Shop) -> Shop:
    agree(shop.caller)
    make_customer(shop.business, "Esi Quartey")
    return shop


def unstorable(
    words: Callable[[Facts], Any] = lambda facts: Weighed(answer="All is well.", weight=float("nan")),
) -> Feature:
    """A feature whose own words no database keeps."""
    return replace(
        TOY,
        words=Weighed,
        offline=words,
        answer=lambda facts, words: ToyAnswer(answer=words.answer, mood=""),
        cache_for=0,
        fill=lambda facts, words: words,
    )


def nothing_is_held() -> bool:
    return BusinessAICredits.objects.get().held == 0 and not CreditHold.objects.filter(status="open").exists()


def test_a_nul_that_a_model_writes_is_gone_before_anything_is_done_with_it(indebted: Shop, openai: OpenAIStub) -> None:
    openai.says({"answer": ODD, "mood": "good"})
    body = engine.run(TOY, indebted.caller, {"query": "who owes?"})
    assert (body["answer"], body["credits_used"]) == ("You are owed GHS 1,250.00. Write to them.", 0.5)
    assert AIText.objects.get().response == {"answer": "You are owed {total}. Write to them.", "mood": "good"}


def test_a_nul_in_a_stream_is_gone_from_every_sentence(indebted: Shop, openai: OpenAIStub) -> None:
    openai.says({"answer": ODD, "mood": "good"})
    events = list(stream(TOY, indebted.caller, {"query": "who owes?"}, when_over=lambda body: None))
    assert [data["text"] for name, data in events if name == "sentence"] == [
        "You are owed GHS 1,250.00.",
        "Write to them.",
    ]
    assert events[-1][1]["credits_used"] == 0.5


def test_a_nul_in_a_plain_text_is_gone(openai: OpenAIStub) -> None:
    openai.then(Step(text="Good\x00 morning."))
    assert OpenAIService.generate_text("Greet.", "{}").text == "Good morning."


@pytest.mark.parametrize(
    "text", ["[" * 9000, '{"answer": NaN, "mood": "good"}', '{"answer": "Hi"', "Hi", "{}", '{"a": 1}}']
)
def test_what_is_no_object_in_the_schema_is_told_as_such(text: str) -> None:
    with pytest.raises(NotInSchema):
        parsed(text, ToyWords)


def test_half_a_surrogate_pair_is_left_out() -> None:
    assert parsed('{"answer": "Hi\\ud83d there", "mood": "good"}', ToyWords).answer == "Hi there"


def test_a_hold_is_given_back_when_the_answer_cannot_be_written_down(indebted: Shop) -> None:
    with pytest.raises(Error):
        engine.run(unstorable(), indebted.caller, {"query": "who owes?"})
    assert nothing_is_held()
    row = AITransaction.objects.get()
    assert (row.outcome, float(row.credits_used)) == ("failed", 0)


def test_a_stream_whose_answer_cannot_be_written_down_ends_with_an_error_and_no_hold(indebted: Shop) -> None:
    said: list[Any] = []
    events = list(stream(unstorable(), indebted.caller, {"query": "who owes?"}, when_over=said.append))
    assert events[-1] == ("error", {"error": "ai_service_error", "message": AIServiceError.message})
    assert said == [None]
    assert nothing_is_held()


def test_a_hold_is_given_back_though_not_even_the_failure_can_be_logged(indebted: Shop, openai: OpenAIStub) -> None:
    """What is sent is logged with a failure; here it is what cannot be kept."""
    openai.always(Step(status=401))
    odd = replace(
        TOY, gather=lambda caller, inputs: TOY.gather(caller, inputs).model_copy(update={"shown": {"x": float("nan")}})
    )
    with pytest.raises(Error):
        engine.run(odd, indebted.caller, {"query": "who owes?"})
    assert nothing_is_held()
