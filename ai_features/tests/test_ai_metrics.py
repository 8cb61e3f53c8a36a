from typing import Any

import pytest
from prometheus_client import REGISTRY
from rest_framework.test import APIClient

from ai_features import engine
from ai_features.tests.builders import agree
from ai_features.tests.stubs.openai import OpenAIStub, Step, texts
from ai_features.tests.toy import TOY
from common.errors import DomainError
from conftest import Shop
from sales.tests.builders import make_customer


@pytest.fixture
def indebted(shop: Shop) -> Shop:
    agree(shop.caller)
    make_customer(shop.business, "Esi Quartey")
    return shop


def value(name: str, **labels: str) -> float:
    return REGISTRY.get_sample_value(name, labels) or 0.0


def ask(shop: Shop, query: str = "who owes") -> Any:
    return engine.run(TOY, shop.caller, {"query": query})


def test_requests_tokens_cost_and_credits_are_counted(indebted: Shop, openai: OpenAIStub) -> None:
    names = {
        "ai_requests_total": {"feature": "toy", "outcome": "answered"},
        "ai_tokens_total": {"feature": "toy", "model": "gpt-6-luna", "direction": "in"},
        "ai_model_cost_ghs_total": {"feature": "toy", "model": "gpt-6-luna"},
        "ai_credits_total": {"feature": "natural_language_query"},
        "ai_model_seconds_count": {"model": "gpt-6-luna"},
        "ai_request_seconds_count": {"feature": "toy"},
    }
    before = {name: value(name, **labels) for name, labels in names.items()}
    ask(indebted)
    rises = {name: value(name, **labels) - before[name] for name, labels in names.items()}
    assert min(rises.values()) > 0, rises
    assert rises["ai_requests_total"] == 1
    assert value("ai_requests_in_flight", feature="toy") == 0


@pytest.mark.parametrize(
    ("step", "name", "labels"),
    [
        (Step(status=401), "ai_model_failures_total", {"reason": "status_401"}),
        (Step(text="{"), "ai_bad_replies_total", {"feature": "toy", "kind": "schema"}),
        (Step(words=texts("40 more.")), "ai_bad_replies_total", {"feature": "toy", "kind": "slots"}),
    ],
)
def test_what_goes_wrong_is_counted_by_its_kind(
    step: Step, name: str, labels: dict[str, str], indebted: Shop, openai: OpenAIStub
) -> None:
    openai.always(step)
    before, degraded = value(name, **labels), value("ai_requests_total", feature="toy", outcome="degraded")
    ask(indebted)
    assert value(name, **labels) > before
    assert value("ai_requests_total", feature="toy", outcome="degraded") == degraded + 1


def test_refusals_are_counted_by_their_reason(indebted: Shop, settings: Any) -> None:
    settings.AI_RATE_LIMITS = {**settings.AI_RATE_LIMITS, "requests_per_minute": 0}
    before = value("ai_refusals_total", feature="toy", code="rate_limited")
    with pytest.raises(DomainError):
        ask(indebted)
    assert value("ai_refusals_total", feature="toy", code="rate_limited") == before + 1


def test_cached_answers_are_counted_and_no_label_names_anyone(indebted: Shop, client: APIClient, settings: Any) -> None:
    settings.METRICS_TOKEN = "for-prometheus-only"
    before = value("ai_requests_total", feature="toy", outcome="cached")
    ask(indebted)
    ask(indebted)
    assert value("ai_requests_total", feature="toy", outcome="cached") == before + 1
    page = client.get("/metrics", headers={"Authorization": "Bearer for-prometheus-only"}).content.decode()
    assert "ai_requests_total" in page
    assert str(indebted.business.pk) not in page
    assert "Quartey" not in page
