"""What must hold for every AI feature, also those added later."""

from collections.abc import Callable
from typing import Any

import openai as sdk
import pytest
from django.urls import resolve
from rest_framework.test import APIClient

from accounts.models import Membership
from accounts.tests.builders import make_member
from ai_features.feature import Feature
from ai_features.features import FEATURES
from ai_features.models import AITransaction, CreditHold
from ai_features.pricing import FEATURE_PRICES
from ai_features.services.model import tokens
from ai_features.services.model.prompts import system
from ai_features.tests.examples import EXAMPLES, Trading, make_trading, request_of
from ai_features.tests.stubs.openai import OpenAIStub, Step, texts
from common.tenancy import EVERYONE, Role
from conftest import Shop

ENVELOPE = {"credits_used", "balance", "cached", "degraded", "model", "processing_time_ms", "transaction_id"}
ADDRESSED = [feature for feature in FEATURES if feature.path]
every = pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.id)
addressed = pytest.mark.parametrize("feature", ADDRESSED, ids=lambda feature: feature.id)


@pytest.fixture
def trading(shop: Shop) -> Trading:
    return make_trading(shop)


def ask(client: APIClient, feature: Feature, trading: Trading) -> Any:
    address, given = request_of(feature, trading)
    return client.get(address, given) if feature.methods == ("GET",) else client.post(address, given)


def test_names_and_addresses_are_given_once() -> None:
    ids = [feature.id for feature in FEATURES]
    places = [place for feature in FEATURES for place in (feature.path, *feature.aliases) if place]
    assert len(set(ids)) == len(ids)
    assert len(set(places)) == len(places)


@every
def test_it_has_a_price_and_a_schema_that_a_model_can_be_held_to(feature: Feature) -> None:
    assert feature.key in FEATURE_PRICES
    parameters: Any = sdk.pydantic_function_tool(feature.words)["function"]["parameters"]
    assert parameters["additionalProperties"] is False
    assert parameters["required"] == list(feature.words.model_fields)


@every
def test_its_prompt_leaves_most_of_its_tokens_to_the_facts(feature: Feature) -> None:
    assert tokens.count(system(feature.prompt)) < feature.tokens_in * 0.75


@addressed
def test_it_has_an_example_and_every_address_leads_to_it(feature: Feature) -> None:
    assert feature.id in EXAMPLES, "add one to ai_features/tests/examples.py"
    for place in (feature.path, *feature.aliases):
        found = resolve("/ai/api/" + place.replace("<uuid:customer_id>", "7d5ac073-3fec-44e8-a000-5a37b3bd35ef"))
        assert found.func.view_class.feature is feature  # type: ignore[attr-defined]


@addressed
def test_without_a_model_it_answers_in_full_at_its_price(
    feature: Feature, trading: Trading, owner_client: APIClient
) -> None:
    response = ask(owner_client, feature, trading)
    body = response.json()
    assert response.status_code == 200, body
    assert set(body) >= ENVELOPE
    assert (body["model"], body["cached"], body["degraded"]) == ("offline", False, False)
    assert body["credits_used"] == float(FEATURE_PRICES[feature.key].credits)
    assert body["balance"] == pytest.approx(110 - body["credits_used"])
    assert AITransaction.objects.get(pk=body["transaction_id"]).feature == feature.key


@addressed
def test_with_a_model_that_keeps_the_rules_it_answers_in_its_words(
    feature: Feature, trading: Trading, owner_client: APIClient, openai: OpenAIStub
) -> None:
    body = ask(owner_client, feature, trading).json()
    assert body["transaction_id"]
    assert len(openai.calls) <= 4
    for call in openai.calls:
        assert sum(tokens.count(message["content"]) for message in call.body["messages"][:2]) <= feature.tokens_in


@addressed
@pytest.mark.parametrize(
    "step",
    [Step(status=401), Step(text="{"), Step(words=texts("It rose by 17 percent, said Kwame Owusu."))],
    ids=["outage", "malformed", "invented"],
)
def test_with_a_model_that_fails_it_is_free_and_nothing_stays_held(
    feature: Feature, step: Step, trading: Trading, owner_client: APIClient, openai: OpenAIStub
) -> None:
    openai.always(step)
    response = ask(owner_client, feature, trading)
    body = response.json()
    if response.status_code == 200:
        assert body["credits_used"] == 0 or body["model"] == "offline"
        assert "17 percent" not in str(body.get("answer", ""))
        assert "Kwame Owusu" not in str(body)
    else:
        assert (response.status_code, body["error"]) == (503, "ai_service_error")
    assert not CreditHold.objects.filter(status="open").exists()


@addressed
def test_what_it_keeps_for_a_while_is_given_again_free(
    feature: Feature, trading: Trading, owner_client: APIClient
) -> None:
    first = ask(owner_client, feature, trading).json()
    second = ask(owner_client, feature, trading).json()
    assert second["cached"] is bool(feature.cache_for)
    if second["cached"]:
        assert second["credits_used"] == 0
        changing = ENVELOPE | {"conversation_id", "generated_at"}
        assert {k: v for k, v in first.items() if k not in changing} == {
            k: v for k, v in second.items() if k not in changing
        }


@addressed
def test_strangers_and_other_roles_are_refused(
    feature: Feature, trading: Trading, shop: Shop, client_of: Callable[[Membership], APIClient]
) -> None:
    assert ask(APIClient(), feature, trading).status_code == 401
    for role in EVERYONE:
        status = ask(client_of(make_member(shop.business, role)), feature, trading).status_code
        assert status == (200 if role in feature.roles else 403), role


@addressed
def test_without_consent_it_does_nothing(
    feature: Feature, trading: Trading, other_shop: Shop, client_of: Callable[[Membership], APIClient]
) -> None:
    response = ask(client_of(other_shop.owner), feature, trading)
    assert response.status_code in (400, 403, 404)
    if response.status_code == 403:
        assert response.json()["error"] == "consent_required"
    assert not AITransaction.objects.exists()


@addressed
def test_the_ids_of_another_business_are_unknown(
    feature: Feature, trading: Trading, other_shop: Shop, client_of: Callable[[Membership], APIClient]
) -> None:
    make_trading(other_shop)
    response = ask(client_of(other_shop.owner), feature, trading)
    if any(str(value) in str(request_of(feature, trading)) for value in (trading.product.pk, trading.customer.pk)):
        assert response.status_code in (400, 404), response.json()


@addressed
def test_owners_may_ask(feature: Feature) -> None:
    assert Role.OWNER in feature.roles
