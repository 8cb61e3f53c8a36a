"""A provider that is down holds nobody up: after some failures it is left alone, then tried by one request."""

import threading
import time
from typing import Any

import pytest
from prometheus_client import REGISTRY
from pytest_django.fixtures import Settings

from ai_features import engine
from ai_features.models import AITransaction, BusinessAICredits, CreditHold
from ai_features.services import OpenAIService
from ai_features.services.model.client import ModelUnavailable
from ai_features.streaming import stream
from ai_features.tests.builders import agree
from ai_features.tests.stubs.openai import OpenAIStub, Step
from ai_features.tests.toy import TOY
from common.circuit import Circuit
from conftest import Shop
from sales.tests.builders import make_customer


class Clock:
    """Seconds that pass when they are told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def circuit(clock: Clock) -> Circuit:
    """Three failures open it for thirty seconds."""
    return Circuit(3, 30, clock)


def fail(circuit: Circuit, times: int) -> list[bool]:
    return [circuit.failed() for _ in range(times)]


def test_failures_in_a_row_open_it_and_only_the_last_of_them_says_so(circuit: Circuit) -> None:
    assert fail(circuit, 2) == [False, False]
    assert circuit.admits()
    assert circuit.failed() is True
    assert not circuit.admits()


def test_a_success_between_failures_starts_the_count_anew(circuit: Circuit) -> None:
    fail(circuit, 2)
    assert circuit.succeeded() is False
    fail(circuit, 2)
    assert circuit.admits()


def test_after_its_seconds_one_call_is_let_through_and_the_others_wait_for_it(circuit: Circuit, clock: Clock) -> None:
    fail(circuit, 3)
    clock.now += 29
    assert not circuit.admits()
    clock.now += 1
    assert [circuit.admits() for _ in range(3)] == [True, False, False]
    assert circuit.succeeded() is True
    assert circuit.admits()


def test_a_trial_that_fails_leaves_it_open_for_as_long_again(circuit: Circuit, clock: Clock) -> None:
    fail(circuit, 3)
    clock.now += 30
    assert circuit.admits()
    clock.now += 10
    assert circuit.failed() is False
    clock.now += 29
    assert not circuit.admits()
    clock.now += 1
    assert circuit.admits()


def test_a_trial_that_never_tells_is_taken_as_failed(circuit: Circuit, clock: Clock) -> None:
    fail(circuit, 3)
    clock.now += 30
    assert circuit.admits()
    clock.now += 30
    assert circuit.admits()


def test_with_no_number_of_failures_it_never_opens(clock: Clock) -> None:
    circuit = Circuit(0, 30, clock)
    fail(circuit, 100)
    assert circuit.admits()


@pytest.fixture
def indebted(shop: Shop, settings: Settings) -> Shop:
    """A shop that may ask; two failures are enough, and a second later the model is tried again."""
    settings.AI_BREAKER_FAILURES, settings.AI_BREAKER_SECONDS = 2, 1
    agree(shop.caller)
    make_customer(shop.business, "Esi Quartey")
    return shop


def ask(shop: Shop, number: int) -> Any:
    return engine.run(TOY, shop.caller, {"query": f"question {number}"})


def gauge() -> float | None:
    return REGISTRY.get_sample_value("ai_model_circuit_open", {"model": "gpt-6-luna"})


DOWN = {
    "hanging": Step(seconds=2.5),
    "broken": Step(status=500),
    "wrong key": Step(status=401),
    "dropping": Step(dropped=True),
    "out of quota": Step(status=429, headers={"Retry-After": "60"}),
}


@pytest.mark.parametrize("step", DOWN.values(), ids=DOWN)
def test_a_model_that_is_down_is_left_alone_and_answers_come_at_once_free(
    step: Step, indebted: Shop, openai: OpenAIStub
) -> None:
    openai.always(step)
    assert [ask(indebted, number)["degraded"] for number in (1, 2)] == [True, True]
    calls, started = len(openai.calls), time.monotonic()
    body = ask(indebted, 3)
    assert time.monotonic() - started < 0.5
    assert (body["degraded"], body["credits_used"], body["balance"]) == (True, 0, 10)
    assert body["answer"].startswith("You are owed GHS 1,250.00.")
    assert len(openai.calls) == calls
    row = AITransaction.objects.order_by("-timestamp").first()
    assert row
    assert (row.error_message, float(row.cost_to_us), gauge()) == ("circuit_open", 0.0, 1.0)
    assert not CreditHold.objects.filter(status="open").exists()


def test_when_it_is_back_one_request_finds_out_and_all_are_answered_again(indebted: Shop, openai: OpenAIStub) -> None:
    openai.then(*[Step(status=401)] * 3)
    for number in (1, 2):
        ask(indebted, number)
    time.sleep(1.05)
    assert ask(indebted, 3)["degraded"] is True, "the trial failed"
    assert ask(indebted, 4)["degraded"] is True
    assert len(openai.calls) == 3
    time.sleep(1.05)
    assert [ask(indebted, number)["degraded"] for number in (5, 6)] == [False, False]
    assert gauge() == 0
    assert float(BusinessAICredits.objects.get().total_used) == 1


def test_a_request_that_the_provider_refuses_says_nothing_against_the_provider(
    indebted: Shop, openai: OpenAIStub
) -> None:
    openai.then(*[Step(status=400)] * 6)
    for number in range(3):
        ask(indebted, number)
    assert len(openai.calls) == 3


def test_bad_answers_say_nothing_against_the_provider(indebted: Shop, openai: OpenAIStub) -> None:
    openai.always(Step(text="{"))
    for number in range(3):
        ask(indebted, number)
    assert len(openai.calls) == 6


def test_another_model_is_still_asked(indebted: Shop, openai: OpenAIStub) -> None:
    openai.always(Step(status=401))
    for number in (1, 2):
        ask(indebted, number)
    with pytest.raises(ModelUnavailable, match="circuit_open"):
        OpenAIService.generate_text("Greet.", "{}")
    openai.always(Step(text="Good morning."))
    assert OpenAIService.generate_text("Greet.", "{}", tier="advanced").text == "Good morning."


def test_streams_that_break_off_count_and_a_stream_is_answered_at_once_too(indebted: Shop, openai: OpenAIStub) -> None:
    def stream_of(number: int) -> list[str]:
        events = stream(TOY, indebted.caller, {"query": f"question {number}"}, when_over=lambda body: None)
        return [name for name, _ in events]

    openai.always(Step(words={"answer": "You are owed {total}. Good. Well done.", "mood": "good"}, half=True))
    assert [stream_of(number)[-2:] for number in (1, 2)] == [["replace", "done"]] * 2
    assert stream_of(3) == ["plan", "replace", "done"]
    assert len(openai.calls) == 2


def test_of_many_threads_one_makes_the_trial(circuit: Circuit, clock: Clock) -> None:
    fail(circuit, 3)
    clock.now += 30
    let_through: list[bool] = []
    threads = [threading.Thread(target=lambda: let_through.append(circuit.admits())) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(let_through) == 1
