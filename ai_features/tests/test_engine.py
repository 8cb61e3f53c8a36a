"""The engine against a model that fails in every way, through the real SDK."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from accounts.models import IdempotentRequest
from ai_features import engine
from ai_features.models import AIText, AITransaction, BusinessAICredits, CreditHold, FeatureSetting
from ai_features.services.billing import AIBillingService
from ai_features.services.consent import change_settings
from ai_features.services.slots import SlotError
from ai_features.tests.builders import agree
from ai_features.tests.stubs.openai import OpenAIStub, Step, texts
from ai_features.tests.toy import TOY
from common import clock
from common.errors import DomainError
from conftest import Shop
from sales.tests.builders import make_customer

PATH = "/ai/api/products/generate-description/"
SOAP = {"product_name": "Key Soap", "category": "Household", "attributes": {"weight": "400 g"}}


@pytest.fixture
def open_shop(shop: Shop) -> Shop:
    """A shop whose owner has agreed; the trial brought ten credits."""
    agree(shop.caller)
    return shop


def ask(client: APIClient, **changes: Any) -> Any:
    return client.post(PATH, SOAP | changes)


def the_only_request() -> AITransaction:
    return AITransaction.objects.get()


def nothing_is_held(shop: Shop) -> bool:
    account = BusinessAICredits.objects.get(business=shop.business)
    return account.held == 0 and not CreditHold.objects.filter(status="open").exists()


def test_the_model_words_the_answer_and_our_code_fills_it(
    open_shop: Shop, owner_client: APIClient, openai: OpenAIStub
) -> None:
    openai.says(texts("Clean and fresh: {product}, {detail_1}."))
    body = ask(owner_client).json()
    assert body["description"] == "Clean and fresh: Key Soap, weight 400 g."
    assert (body["credits_used"], body["model"], body["degraded"]) == (0.1, "gpt-6-luna", False)


def test_a_request_is_charged_with_its_tokens_price_and_cost(
    open_shop: Shop, owner_client: APIClient, openai: OpenAIStub
) -> None:
    ask(owner_client)
    row = the_only_request()
    assert row.tokens_in > 300
    assert row.tokens_out > 10
    assert row.unit_price is not None
    assert row.unit_price["input"] == "0.1"
    million = Decimal(1_000_000)
    assert row.cost_usd == (row.tokens_in * Decimal("0.1") + row.tokens_out * Decimal("0.5")) / million
    assert row.cost_to_us >= row.cost_usd * 16
    assert BusinessAICredits.objects.get().day_cost == row.cost_to_us


def test_input_that_the_provider_had_cached_costs_its_own_price(
    open_shop: Shop, owner_client: APIClient, openai: OpenAIStub
) -> None:
    ask(owner_client)
    ask(owner_client, product_name="Sunlight")
    row = AITransaction.objects.order_by("-timestamp").first()
    assert row
    assert row.tokens_cached > 300
    fresh = row.tokens_in - row.tokens_cached
    cost = fresh * Decimal("0.1") + row.tokens_cached * Decimal("0.01") + row.tokens_out * Decimal("0.5")
    assert row.cost_usd == cost / 1_000_000


@pytest.mark.parametrize(
    "step",
    [
        Step(usage=False),
        Step(used={"prompt_tokens": -900_000}),
        Step(used={"completion_tokens": 10**15}),
        Step(used={"prompt_tokens_details": {"cached_tokens": 900_000}}),
    ],
    ids=["nothing", "less than nothing", "beyond measure", "more cached than read"],
)
def test_a_server_that_does_not_truly_say_what_it_used_is_not_taken_as_free(
    step: Step, open_shop: Shop, owner_client: APIClient, openai: OpenAIStub
) -> None:
    openai.always(step)
    assert ask(owner_client).status_code == 200
    row = the_only_request()
    assert row.outcome == "answered"
    assert 300 < row.tokens_in < 3000
    assert 10 < row.tokens_out < 3000
    assert 0 < row.cost_to_us < 1


def test_requests_are_not_stored_at_the_provider(open_shop: Shop, owner_client: APIClient, openai: OpenAIStub) -> None:
    ask(owner_client)
    assert openai.calls[0].body["store"] is False
    assert openai.calls[0].body["response_format"]["json_schema"]["strict"] is True


OUTAGES = {
    "wrong key": ("status_401", [Step(status=401)]),
    "forbidden": ("status_403", [Step(status=403)]),
    "no such model": ("status_404", [Step(status=404)]),
    "bad request": ("status_400", [Step(status=400)]),
    "out of quota for long": ("status_429", [Step(status=429, headers={"Retry-After": "60"})]),
    "out of quota": ("status_429", [Step(status=429, headers={"Retry-After": "0.05"})] * 2),
    "out of quota until a day": (
        "status_429",
        [Step(status=429, headers={"Retry-After": "Wed, 21 Oct 2099 07:28:00 GMT"})],
    ),
    "broken": ("status_500", [Step(status=500)] * 2),
    "hanging": ("timeout", [Step(seconds=2.5)]),
    "dropping": ("connection", [Step(dropped=True)] * 2),
    "half an answer": ("connection", [Step(half=True)] * 2),
    "a page": ("not_a_completion", [Step(body="<html>Log in</html>", content_type="text/html")]),
    "a page called JSON": ("not_a_completion", [Step(body="<html>Log in</html>")]),
    "nothing": ("not_a_completion", [Step(body="")]),
    "null": ("not_a_completion", [Step(body="null")]),
    "a list": ("not_a_completion", [Step(body="[]")]),
    "another object": ("not_a_completion", [Step(body='{"error": "try later"}')]),
    "choices of another kind": ("not_a_completion", [Step(body='{"choices": [7], "usage": "none"}')]),
}


@pytest.mark.parametrize(("reason", "steps"), OUTAGES.values(), ids=OUTAGES)
def test_an_outage_is_answered_from_facts_free_and_says_so(
    reason: str, steps: list[Step], open_shop: Shop, owner_client: APIClient, openai: OpenAIStub
) -> None:
    openai.then(*steps)
    response = ask(owner_client)
    body = response.json()
    assert response.status_code == 200
    assert (body["degraded"], body["credits_used"], body["balance"], body["model"]) == (True, 0, 10, "offline")
    assert "Key Soap" in body["description"]
    assert len(openai.calls) == len(steps)
    assert (the_only_request().outcome, the_only_request().error_message) == ("degraded", reason)
    assert nothing_is_held(open_shop)


@pytest.mark.parametrize(
    "step", [Step(status=500), Step(status=429, headers={"Retry-After": "0.01"}), Step(dropped=True)]
)
def test_a_passing_failure_is_tried_once_more(
    step: Step, open_shop: Shop, owner_client: APIClient, openai: OpenAIStub
) -> None:
    openai.then(step)
    body = ask(owner_client).json()
    assert (body["degraded"], body["credits_used"]) == (False, 0.1)
    assert len(openai.calls) == 2


MISTAKES = {
    "malformed": Step(text='{"description": "Look'),
    "not JSON": Step(text="Sure! Here is your description."),
    "wrong schema": Step(words={"title": "Soap"}),
    "empty": Step(text=""),
    "cut off": Step(finish="length"),
    "refused": Step(refusal="I cannot help with that."),
    "filtered": Step(finish="content_filter"),
    "invented figure": Step(words=texts("{product} lasts 30 days.")),
    "invented number word": Step(words=texts("{product} lasts twice as long.")),
    "invented slot": Step(words=texts("{product} costs {price}.")),
    "invented name": Step(words=texts("{product}, loved by Abena.")),
    "invented warranty": Step(words=texts("{product} with a lifetime guarantee.")),
    "invented certificate": Step(words=texts("{product}, FDA approved.")),
    "a link": Step(words=texts("Buy {product} at www.example.com.")),
}


@pytest.mark.parametrize("step", MISTAKES.values(), ids=MISTAKES)
def test_a_bad_answer_is_told_what_was_wrong_and_corrected_once(
    step: Step, open_shop: Shop, owner_client: APIClient, openai: OpenAIStub
) -> None:
    openai.then(step)
    body = ask(owner_client).json()
    assert (body["degraded"], body["credits_used"]) == (False, 0.1)
    assert "cannot be used" in openai.calls[1].body["messages"][-1]["content"]
    assert the_only_request().tokens_in > 700


@pytest.mark.parametrize("step", MISTAKES.values(), ids=MISTAKES)
def test_twice_a_bad_answer_is_the_offline_wording_free_with_its_true_cost(
    step: Step, open_shop: Shop, owner_client: APIClient, openai: OpenAIStub
) -> None:
    openai.always(step)
    body = ask(owner_client).json()
    assert (body["degraded"], body["credits_used"], body["balance"]) == (True, 0, 10)
    assert len(openai.calls) == 2
    row = the_only_request()
    assert row.error_message == "answer_failed_its_checks"
    assert row.cost_to_us > 0
    assert BusinessAICredits.objects.get().day_cost == row.cost_to_us
    assert nothing_is_held(open_shop)


def test_a_degraded_answer_is_not_kept(open_shop: Shop, owner_client: APIClient, openai: OpenAIStub) -> None:
    openai.then(Step(status=401))
    assert ask(owner_client).json()["degraded"] is True
    body = ask(owner_client).json()
    assert (body["degraded"], body["cached"], body["credits_used"]) == (False, False, 0.1)


def test_the_same_again_is_answered_from_the_cache_free(
    open_shop: Shop, owner_client: APIClient, openai: OpenAIStub
) -> None:
    first, second = ask(owner_client).json(), ask(owner_client).json()
    assert (second["cached"], second["credits_used"], second["balance"]) == (True, 0, 9.9)
    assert second["description"] == first["description"]
    assert second["model"] == "gpt-6-luna"
    assert len(openai.calls) == 1


def test_changed_facts_are_a_new_answer(open_shop: Shop, owner_client: APIClient, openai: OpenAIStub) -> None:
    ask(owner_client)
    body = ask(owner_client, attributes={"weight": "500 g"}).json()
    assert (body["cached"], body["balance"]) == (False, 9.8)


def test_another_model_is_a_new_answer(
    open_shop: Shop, owner_client: APIClient, openai: OpenAIStub, settings: Settings
) -> None:
    ask(owner_client)
    settings.AI_MODELS = {**settings.AI_MODELS, "cheap": "gpt-5-mini"}
    assert ask(owner_client).json()["cached"] is False


def test_the_same_idempotency_key_is_charged_once(open_shop: Shop, owner_client: APIClient, openai: OpenAIStub) -> None:
    FeatureSetting.objects.create(feature="product_description", cache_seconds=0)
    answers = [owner_client.post(PATH, SOAP, HTTP_IDEMPOTENCY_KEY="k1").json() for _ in range(2)]
    assert answers[0] == answers[1]
    assert AIBillingService.get_credit_balance(open_shop.business.pk) == Decimal("9.90")


def test_a_charged_answer_that_was_lost_is_given_again_free_to_the_same_request_alone(
    open_shop: Shop, owner_client: APIClient, openai: OpenAIStub
) -> None:
    FeatureSetting.objects.create(feature="product_description", cache_seconds=0)

    def charged(body: dict[str, Any], key: str) -> float:
        credits: float = owner_client.post(PATH, body, HTTP_IDEMPOTENCY_KEY=key).json()["credits_used"]
        IdempotentRequest.objects.all().delete()  # its worker died before the answer was kept
        return credits

    assert [charged(SOAP, "k1"), charged(SOAP, "k1")] == [0.1, 0]
    assert [charged(SOAP | {"tone": "casual"}, "k1"), charged(SOAP, "k2")] == [0.1, 0.1]
    with time_machine.travel(clock.now() + dt.timedelta(days=1, seconds=1)):
        assert charged(SOAP, "k1") == 0.1


def test_a_request_that_failed_is_charged_when_its_repeat_succeeds(
    open_shop: Shop, owner_client: APIClient, openai: OpenAIStub
) -> None:
    openai.then(Step(status=401))
    answers = [owner_client.post(PATH, SOAP, HTTP_IDEMPOTENCY_KEY=key).json() for key in ("k1", "k2", "k2")]
    assert [answer["degraded"] for answer in answers] == [True, False, False]
    assert AIBillingService.get_credit_balance(open_shop.business.pk) == Decimal("9.90")


def test_without_consent_nothing_is_sent(shop: Shop, owner_client: APIClient, openai: OpenAIStub) -> None:
    response = ask(owner_client)
    assert (response.status_code, response.json()["error"]) == (403, "consent_required")
    assert openai.calls == []


def test_switched_off_answers_before_anything_is_read(
    open_shop: Shop, owner_client: APIClient, settings: Settings, django_assert_num_queries: Any
) -> None:
    settings.AI_FEATURES_ENABLED = False
    with django_assert_num_queries(0):
        response = ask(owner_client)
    assert (response.status_code, response.json()["error"]) == (403, "ai_disabled")


def test_staff_can_switch_a_feature_off_and_change_its_price_and_model(
    open_shop: Shop, owner_client: APIClient, openai: OpenAIStub
) -> None:
    row = FeatureSetting.objects.create(
        feature="product_description", price=Decimal("0.30"), model="gpt-5-mini", cache_seconds=0
    )
    assert ask(owner_client).json()["credits_used"] == 0.3
    assert openai.calls[0].body["model"] == "gpt-5-mini"
    row.enabled = False
    row.save()
    assert ask(owner_client).json()["error"] == "ai_disabled"


def test_a_model_without_a_price_is_never_called(
    open_shop: Shop, owner_client: APIClient, openai: OpenAIStub, settings: Settings
) -> None:
    settings.AI_MODELS = {**settings.AI_MODELS, "cheap": "my-own-model"}
    assert ask(owner_client).status_code == 503
    assert openai.calls == []
    settings.AI_MODEL_PRICES = {"my-own-model": {"input": "1", "output": "2"}}
    assert ask(owner_client).json()["model"] == "my-own-model"


def test_too_few_credits_is_refused_before_a_model_is_asked(
    open_shop: Shop, owner_client: APIClient, openai: OpenAIStub
) -> None:
    FeatureSetting.objects.create(feature="product_description", price=Decimal("10.01"))
    response = ask(owner_client)
    assert (response.status_code, response.json()["error"]) == (402, "insufficient_credits")
    assert openai.calls == []
    assert the_only_request().outcome == "refused"


def test_a_request_above_the_minutes_limit_waits(open_shop: Shop, owner_client: APIClient, settings: Settings) -> None:
    settings.AI_RATE_LIMITS = {**settings.AI_RATE_LIMITS, "requests_per_minute": 2}
    assert [ask(owner_client).status_code for _ in range(3)] == [200, 200, 429]


def test_a_rate_limit_says_when_to_come_back(open_shop: Shop, owner_client: APIClient) -> None:
    FeatureSetting.objects.create(feature="product_description", per_day=1)
    ask(owner_client)
    response = ask(owner_client)
    assert response.json()["error"] == "rate_limited"
    assert int(response["Retry-After"]) == response.json()["retry_after"] > 0


def test_texts_are_kept_with_slots_unfilled_beside_the_request(
    open_shop: Shop, owner_client: APIClient, openai: OpenAIStub
) -> None:
    ask(owner_client)
    kept = AIText.objects.get(transaction=the_only_request())
    assert kept.response is not None
    assert kept.request is not None
    assert kept.response["description"] == "Look at {product}."
    assert kept.request["sent"][0]["slots"]["product"]["detail_1"] == "weight 400 g"


@pytest.mark.parametrize(
    ("change", "code"),
    [({"consent": False}, "consent_required"), ({"ai_enabled": False}, "ai_disabled")],
    ids=["consent", "switch"],
)
def test_what_is_withdrawn_during_a_request_stops_its_second_call(
    open_shop: Shop, openai: OpenAIStub, change: dict[str, bool], code: str
) -> None:
    make_customer(open_shop.business)

    def unhappy(facts: Any, words: Any) -> Any:
        change_settings(open_shop.caller, change)
        raise SlotError(["never good enough"])

    with pytest.raises(DomainError) as refused:
        engine.run(replace(TOY, fill=unhappy), open_shop.caller, {"query": "who owes?"})
    assert refused.value.code == code
    assert len(openai.calls) == 1
    assert (the_only_request().outcome, the_only_request().tokens_in > 0) == ("refused", True)
    assert nothing_is_held(open_shop)
