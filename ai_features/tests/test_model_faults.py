"""Each fault of a model's server once over HTTP: what is charged, what it may have cost us, that it ends in time."""

import json
import time
from decimal import Decimal
from typing import Any

import pytest
from pytest_django.fixtures import Settings

from ai_features import engine
from ai_features.models import AITransaction, BusinessAICredits, CreditHold
from ai_features.services.model.client import longest_call
from ai_features.services.model.prices import Tokens, ghs, unit_price
from ai_features.streaming import stream
from ai_features.tests.builders import agree
from ai_features.tests.model_faults import PLAIN, STREAMED, Fault
from ai_features.tests.stubs.openai import OpenAIStub
from ai_features.tests.toy import TOY
from conftest import Shop
from sales.tests.builders import make_customer


@pytest.fixture
def indebted(shop: Shop, settings: Settings) -> Shop:
    settings.AI_BREAKER_FAILURES = 0
    settings.AI_MODEL_PRICES = {"gpt-6-luna": {"input": "0.1", "output": "0.5"}}
    agree(shop.caller)
    make_customer(shop.business, "Esi Quartey")
    return shop


def ask_plain(shop: Shop) -> dict[str, Any]:
    return engine.run(TOY, shop.caller, {"query": "who owes?"})


def ask_streamed(shop: Shop) -> dict[str, Any]:
    events = stream(TOY, shop.caller, {"query": "who owes?"}, when_over=lambda body: None)
    try:
        return dict(events)["done"]
    finally:
        events.close()


def charged_by_the_provider(stub: OpenAIStub) -> Decimal:
    """What the owner of the model would put on our bill."""
    price = unit_price("gpt-6-luna")
    return sum((ghs(price.usd(Tokens(read, 0, written))) for read, written in stub.charged), Decimal(0))


def ends_well(fault: Fault, body: dict[str, Any], seconds: float, stub: OpenAIStub) -> None:
    """Charged only for an answer, our cost never below what the provider charges, no hold left, within the deadline."""
    row, account = AITransaction.objects.get(), BusinessAICredits.objects.get()
    assert (row.outcome, float(row.credits_used)) == (("answered", 0.5) if fault.answered else ("degraded", 0))
    assert body["degraded"] is not fault.answered
    assert body["answer"].startswith("You are owed GHS 1,250.00.")
    assert "\x00" not in json.dumps(body)
    assert row.cost_to_us >= charged_by_the_provider(stub)
    assert row.cost_to_us == account.day_cost == account.month_cost
    assert account.day_cost <= Decimal("0.2"), "an estimate from above stays near what it can be"
    assert account.held == account.day_reserved == 0
    assert not CreditHold.objects.filter(status="open").exists()
    assert seconds < longest_call("cheap") + 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("fault", PLAIN, ids=lambda fault: fault.name)
def test_a_fault_of_a_plain_call_ends_well(fault: Fault, indebted: Shop, openai: OpenAIStub) -> None:
    openai.then(*fault.steps)
    started = time.monotonic()
    body = ask_plain(indebted)
    ends_well(fault, body, time.monotonic() - started, openai)
    assert len(openai.calls) == len(fault.steps)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("fault", STREAMED, ids=lambda fault: fault.name)
def test_a_fault_of_a_streamed_call_ends_well(fault: Fault, indebted: Shop, openai: OpenAIStub) -> None:
    openai.then(*fault.steps)
    started = time.monotonic()
    body = ask_streamed(indebted)
    ends_well(fault, body, time.monotonic() - started, openai)


@pytest.mark.django_db(transaction=True)
def test_what_is_refused_or_put_off_costs_nothing(indebted: Shop, openai: OpenAIStub) -> None:
    for fault in PLAIN:
        if fault.name.startswith(("401", "503", "429, come back in a minute")):
            openai.then(*fault.steps)
            ask_plain(indebted)
    assert BusinessAICredits.objects.get().day_cost == 0
