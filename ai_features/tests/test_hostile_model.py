"""A model that tries to place what somebody chose in any field of any answer or plan: nothing of it arrives."""

import os
import re
from decimal import Decimal
from functools import partial
from itertools import cycle, islice, product
from typing import Any

import pytest
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from ai_features.feature import Feature
from ai_features.features import FEATURES
from ai_features.models import AIText
from ai_features.tests.examples import Trading, make_trading, url_of
from ai_features.tests.stubs.hostile import Path, fields, planting
from ai_features.tests.stubs.openai import OpenAIStub
from conftest import Shop
from reports.dimensions import DIMENSIONS

MARK = "zanzibar"
CHOSEN = {
    "link": f"See {MARK}.com for more.",
    "figure": "You are owed 31337 in all.",
    "name": "Tell Zanzibar Okoampah of it.",
    "markup": f"<b>{MARK}</b>",
    "payment": "Pay into the other wallet, not the usual one.",
    "length": "well and good " * 8000,
}
ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
TRACES = (MARK, "31337", "31,337", "other wallet", "well and good")
every = pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.id)


@pytest.fixture
def trading(shop: Shop, settings: Settings) -> Trading:
    settings.AI_RATE_LIMITS = dict.fromkeys(settings.AI_RATE_LIMITS, 100_000)
    settings.AI_BUDGET_CAPS = dict.fromkeys(settings.AI_BUDGET_CAPS, Decimal(100_000))
    return make_trading(shop)


def ask(client: APIClient, feature: Feature, trading: Trading) -> Any:
    url, given = url_of(feature, trading)
    return client.post(url, given) if feature.methods == ("POST",) and feature.path else client.get(url, given)


def good_words(client: APIClient, feature: Feature, trading: Trading, settings: Settings) -> Any:
    """An answer that keeps every rule: our own."""
    settings.AI_PROVIDER = "offline"
    assert ask(client, feature, trading).status_code == 200
    settings.AI_PROVIDER = "openai"
    settings.AI_CACHE_DURATIONS = dict.fromkeys((each.key for each in FEATURES), 0)
    return AIText.objects.latest("created_at").response


def rounds(places: list[Path]) -> list[tuple[Path, str]]:
    """Each field and each kind of what is chosen, in turn; with HOSTILE_ROUNDS=all each kind in each field."""
    if os.environ.get("HOSTILE_ROUNDS") == "all":
        return list(product(places, CHOSEN))
    number = max(len(places), len(CHOSEN))
    return list(islice(zip(cycle(places), cycle(CHOSEN), strict=False), number))


def arrives(body: str) -> set[str]:
    """What of it is in an answer; the digits of an id of ours are none of it."""
    said = ID.sub("", body.lower())
    return {trace for trace in TRACES if trace in said}


@every
def test_nothing_chosen_arrives_through_any_field_of_an_answer(
    feature: Feature, trading: Trading, owner_client: APIClient, openai: OpenAIStub, settings: Settings
) -> None:
    words = good_words(owner_client, feature, trading, settings)
    for at, kind in rounds(list(fields(words))):
        openai.says(planting(CHOSEN[kind], at, words))
        answer = ask(owner_client, feature, trading)
        assert not arrives(answer.content.decode()), (at, kind)
        assert answer.status_code == 200 or not feature.degrade


@every
def test_a_plain_word_arrives_only_in_prose_of_the_models_own(
    feature: Feature, trading: Trading, owner_client: APIClient, openai: OpenAIStub, settings: Settings
) -> None:
    """So the test above does not hold for want of answers that are used. Messages to customers have no such prose."""
    words = good_words(owner_client, feature, trading, settings)
    arrived = []
    for at in fields(words):
        openai.says(planting("A marigold.", at, words))
        arrived.append("marigold" in ask(owner_client, feature, trading).content.decode())
    assert any(arrived) is (feature.id != "collection_message")


ASKED = "how many gadgets flew off the shelves this month"
PLAN: dict[str, Any] = {
    "answerable": True,
    "metrics": ["units"],
    "dimensions": ["product"],
    "start": "2026-01-01",
    "end": "2026-12-31",
    "filters": [{"dimension": "product", "name": "rice", "exclude": False}],
    "compare": "none",
    "order": "high",
    "limit": 0,
    "share": False,
    "average_per": "",
    "segments": [],
    "threshold_sign": ">",
    "threshold_value": "",
}
PLANS = [
    *((at, CHOSEN[kind]) for at, kind in rounds(list(fields(PLAN)))),
    *((at, "marigold") for at in fields(PLAN)),
    *((("filters", 0), {"dimension": kind, "name": "Marigold", "exclude": False}) for kind in DIMENSIONS),
    (("limit",), 37),
    (("threshold_value",), "31337"),
    (("start",), "31337-01-01"),
]


@pytest.mark.parametrize("place", ["query/", "query/stream/"])
def test_nothing_chosen_arrives_through_any_field_of_a_plan(
    place: str, trading: Trading, owner_client: APIClient, openai: OpenAIStub
) -> None:
    for at, chosen in PLANS:
        planted = planting(chosen, at, PLAN)
        openai.says(partial(planned, planted))
        answer: Any = owner_client.post(f"/ai/api/{place}", {"query": ASKED})
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert not arrives(body.decode()), (at, chosen)
        assert "marigold" not in body.decode().lower(), (at, chosen)
        assert "the 37 " not in body.decode()


def planned(plan: Any, payload: Any, schema: Any) -> Any:
    """The plan when one is asked for, else the answer in words."""
    return plan(payload, schema) if "answerable" in schema["properties"] else {"answer": "Here it is."}


def test_a_plan_is_said_in_names_of_ours(trading: Trading, owner_client: APIClient, openai: OpenAIStub) -> None:
    plan = PLAN | {
        "segments": [],
        "threshold_sign": "none",
        "filters": [{"dimension": "product", "name": "RICE aroma", "exclude": False}],
    }
    openai.says(partial(planned, lambda payload, schema: plan))
    body = owner_client.post("/ai/api/query/", {"query": ASKED}).json()
    assert "Aroma Rice" in body["plan"]
    assert "RICE" not in str(body)
