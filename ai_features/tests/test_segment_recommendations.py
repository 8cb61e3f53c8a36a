"""Advice for each group of customers, beside the segmentation."""

import datetime as dt
from typing import Any

import pytest
from rest_framework.test import APIClient

from ai_features.features.selling.segment_advice import ADVICE
from ai_features.tests.builders import agree
from ai_features.tests.stubs.openai import OpenAIStub
from common import clock
from conftest import Shop
from reports.rfm import SEGMENTS
from reports.tests.trade import sell

PATH = "/reports/api/customer/segmentation/"


@pytest.fixture
def open_shop(shop: Shop) -> Shop:
    agree(shop.caller)
    for days in (1, 60, 200):
        sell(shop.storefront, "Rice", 1, "50.00", on=clock.today() - dt.timedelta(days=days), customer=f"Zigah {days}")
    return shop


def ask(client: APIClient, query: str = "?recommendations=1") -> Any:
    answer = client.get(PATH + query)
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_there_is_advice_for_every_segment() -> None:
    assert set(ADVICE) == set(SEGMENTS)


def test_each_segment_of_the_report_gets_its_advice_for_half_a_credit(open_shop: Shop, owner_client: APIClient) -> None:
    body = ask(owner_client)
    advised = [entry["segment"] for entry in body["ai_recommendations"]]
    assert advised == [row["segment"] for row in body["results"]]
    for entry in body["ai_recommendations"]:
        assert entry["marketing_strategy"]
        assert entry["retention_tactics"]
    assert body["credits_used"] == 0.5


@pytest.mark.parametrize("segment", list(SEGMENTS))
def test_our_advice_keeps_the_rules_of_slots(open_shop: Shop, segment: str) -> None:
    from ai_features.features.selling import segment_recommendations as feature

    row = {
        "segment": segment,
        "segment_name": SEGMENTS[segment][0],
        "customer_count": 3,
        "avg_revenue": "1.00",
        "avg_days_since_purchase": 5,
        "description": SEGMENTS[segment][1],
    }
    facts = feature.gather(open_shop.caller, {"rows": [row]})
    assert feature.fill(facts, feature.offline(facts)).segments[0].segment == "s1"


def test_the_model_sees_no_customer(open_shop: Shop, owner_client: APIClient, openai: OpenAIStub) -> None:
    body = ask(owner_client)
    assert (body["degraded"], len(openai.calls), "Zigah" in openai.sent) == (False, 1, False)


def test_without_consent_the_report_is_whole(shop: Shop, owner_client: APIClient) -> None:
    body = ask(owner_client)
    assert (body["ai_recommendations"], body["ai_error"]["error"]) == (None, "consent_required")
    assert "results" in body


def test_other_reports_take_no_notice(open_shop: Shop, owner_client: APIClient) -> None:
    body = owner_client.get("/reports/api/customer/top/?recommendations=1").json()
    assert "ai_recommendations" not in body


def test_words_and_advice_together_cost_what_both_cost(open_shop: Shop, owner_client: APIClient) -> None:
    body = ask(owner_client, "?recommendations=1&narrative=1")
    assert body["ai_narrative"]
    assert body["ai_recommendations"]
    assert (body["credits_used"], body["balance"]) == (0.7, 9.3)
