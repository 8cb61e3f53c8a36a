"""Questions where a model words the answer or plans it: what it sees, and what of its plan is refused."""

import datetime as dt
from typing import Any

import pytest
from rest_framework.test import APIClient

from ai_features.tests.asking import ask
from ai_features.tests.stubs.openai import OpenAIStub, Step
from common import clock
from conftest import Shop

PLANNED: dict[str, Any] = {
    "answerable": True,
    "metrics": ["revenue"],
    "dimensions": ["customer"],
    "filters": [],
    "start": "",
    "end": "",
    "compare": "none",
    "order": "high",
    "limit": 0,
    "share": False,
    "average_per": "",
    "segments": [],
    "threshold_sign": "none",
    "threshold_value": "",
}


@pytest.mark.parametrize(
    "written",
    [
        {"start": "0001-01-01", "end": "0001-01-02", "compare": "previous"},
        {"start": "0001-01-01", "end": "9999-12-31", "compare": "last_year"},
        {"start": "9999-12-31", "end": "9999-12-31"},
        {"threshold_sign": "<", "threshold_value": "1e999999"},
        {"threshold_sign": ">", "threshold_value": "-" + "9" * 400},
        {"threshold_sign": ">", "threshold_value": "NaN"},
        {"limit": -5},
    ],
)
def test_a_models_plan_beyond_any_shop_is_refused_and_free(
    trading: Shop, owner_client: APIClient, openai: OpenAIStub, written: dict[str, Any]
) -> None:
    openai.says(PLANNED | written)
    body = ask(owner_client, "flibber the takings of our zorp days").json()
    assert (body["query_type"], body["credits_used"]) == ("not_answerable", 0)
    assert len(openai.calls) == 1


def test_a_model_that_words_single_sales_sees_no_buyer(
    trading: Shop, owner_client: APIClient, openai: OpenAIStub
) -> None:
    openai.says({"answer": "The biggest was {name_1}, {revenue_1}."})
    body = ask(owner_client, "biggest sale this month").json()
    assert "to Ama Mensah" in body["answer"]
    assert "GHS 4,000.00" in body["answer"]
    assert "Ama" not in openai.sent


def test_a_model_words_the_answer_and_sees_no_name(trading: Shop, owner_client: APIClient, openai: OpenAIStub) -> None:
    openai.says({"answer": "{name_1} bought the most in {period}: {revenue_1}."})
    body = ask(owner_client, "top 3 customers this month").json()
    assert body["answer"].startswith("Ama Mensah bought the most in ")
    assert "GHS 4,000.00" in body["answer"]
    assert "Ama" not in openai.sent


NO_PLAN = PLANNED | {"metrics": ["password"], "dimensions": []}


def test_what_the_rules_do_not_know_a_model_may_plan(
    trading: Shop, owner_client: APIClient, openai: OpenAIStub
) -> None:
    today = clock.today()
    days = {"start": today.replace(day=1).isoformat(), "end": (today + dt.timedelta(days=1)).isoformat()}
    openai.then(Step(words=NO_PLAN | {"metrics": ["units"]} | days), Step(words={"answer": "You sold {total}."}))
    body = ask(owner_client, "how many gadgets flew off the shelves this month").json()
    assert body["data"]["total"] == {"units": 12}
    assert "with the help of a language model" in body["answer"]
    assert (body["confidence"], body["credits_used"]) == (0.75, 0.5)


def test_a_plan_that_cannot_be_run_is_refused_free(trading: Shop, owner_client: APIClient, openai: OpenAIStub) -> None:
    openai.says(NO_PLAN)
    body = ask(owner_client, "how many gadgets flew off the shelves this month").json()
    assert (body["query_type"], body["credits_used"]) == ("not_answerable", 0)
