import json
import time
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.core.signals import request_finished
from django.db import close_old_connections
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient, APIRequestFactory, force_authenticate

from ai_features.feature import Feature
from ai_features.model_work import CHECKED_SECONDS
from ai_features.models import AITransaction, BusinessAICredits, CreditHold, FeatureSetting
from ai_features.services.consent import withdraw_consent
from ai_features.services.sharing import dropped_streams
from ai_features.tests.builders import agree
from ai_features.tests.stubs.openai import OpenAIStub, Step
from ai_features.tests.toy import TOY, planning
from ai_features.views.features import stream_view_of
from conftest import Shop
from sales.tests.builders import make_customer

THREE = "You are owed {total}. {customer_1} owes {owes_1}. Call {customer_1} first."


@pytest.fixture(autouse=True)
def _connection_stays() -> Iterator[None]:
    """Closing a response ends its request, which would close the connection that the test's transaction is on."""
    request_finished.disconnect(close_old_connections)
    yield
    request_finished.connect(close_old_connections)


@pytest.fixture
def indebted(shop: Shop) -> Shop:
    agree(shop.caller)
    make_customer(shop.business, "Esi Quartey")
    return shop


def answer_to(shop: Shop, feature: Feature = TOY, **headers: str) -> Any:
    request = APIRequestFactory().post("/ai/api/toy/stream/", {"query": "who owes?"}, format="json", **headers)
    force_authenticate(request, shop.owner.user)
    return stream_view_of(feature).as_view()(request)


def events_of(response: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    for chunk in response.streaming_content:
        name, data = chunk.decode().strip().split("\n")
        yield name.removeprefix("event: "), json.loads(data.removeprefix("data: "))


def all_of(shop: Shop) -> list[tuple[str, dict[str, Any]]]:
    response = answer_to(shop)
    events = list(events_of(response))
    response.close()
    return events


def test_the_plan_comes_first_then_sentences_then_the_charge(indebted: Shop, openai: OpenAIStub) -> None:
    openai.says({"answer": THREE, "mood": "bad"})
    events = all_of(indebted)
    assert [name for name, _ in events] == ["plan", "sentence", "sentence", "sentence", "done"]
    assert events[2][1]["text"] == "Esi Quartey owes GHS 12.00."
    done = events[-1][1]
    assert done["answer"] == " ".join(data["text"] for name, data in events if name == "sentence")
    assert (done["credits_used"], done["balance"], done["degraded"]) == (0.5, 9.5, False)
    assert openai.calls[0].body["stream_options"] == {"include_usage": True}


def test_it_is_settled_before_the_last_sentence(indebted: Shop, openai: OpenAIStub) -> None:
    openai.says({"answer": THREE, "mood": "bad"})
    used = []
    for name, _ in events_of(answer_to(indebted)):
        used.append((name, float(BusinessAICredits.objects.get().total_used)))
    assert used == [("plan", 0), ("sentence", 0), ("sentence", 0), ("sentence", 0.5), ("done", 0.5)]


@pytest.mark.parametrize("used", [-9, 10**15], ids=["less than nothing", "beyond measure"])
def test_a_stream_that_says_what_it_cannot_have_used_is_estimated(
    used: int, indebted: Shop, openai: OpenAIStub
) -> None:
    openai.always(Step(words={"answer": THREE, "mood": "bad"}, used={"completion_tokens": used}))
    assert all_of(indebted)[-1][1]["credits_used"] == 0.5
    assert 10 < AITransaction.objects.get().tokens_out < 1000


@pytest.mark.parametrize(
    "step",
    [
        Step(words={"answer": "You are owed {total}. That is 40 more. Well done.", "mood": "good"}),
        Step(words={"answer": "You are owed {total}. {customer_1} is late. Call Yaw.", "mood": "good"}),
        Step(words={"answer": THREE, "mood": "bad"}, half=True),
        Step(words={"answer": THREE}),
        Step(words={"answer": "You are owed {total}. Ama owes it. Well done.", "mood": "good"}),
        Step(text='{"answer": "You are owed {total}. Good.", "mo'),
        Step(status=500),
        Step(status=401),
        Step(status=429, headers={"Retry-After": "60"}),
        Step(seconds=2.5),
        Step(dropped=True),
        Step(body="<html>Log in</html>", content_type="text/html"),
        Step(body="data: <html>\n\n", content_type="text/event-stream"),
        Step(body='data: {"choices": 7}\n\ndata: [DONE]\n\n', content_type="text/event-stream"),
        Step(body='data: {"error": {"message": "overloaded"}}\n\n', content_type="text/event-stream"),
    ],
    ids=[
        "invented figure",
        "invented name at the end",
        "half a stream",
        "wrong schema",
        "echoed name",
        "malformed",
        "outage",
        "wrong key",
        "out of quota",
        "hanging",
        "dropped",
        "a page",
        "a page in a stream",
        "another object",
        "an error in the stream",
    ],
)
def test_words_that_fail_are_replaced_by_the_offline_ones_free(step: Step, indebted: Shop, openai: OpenAIStub) -> None:
    openai.always(step)
    events = all_of(indebted)
    assert [name for name, _ in events][-2:] == ["replace", "done"]
    assert events[-2][1]["text"] == "You are owed GHS 1,250.00. Esi Quartey owes GHS 12.00."
    assert (events[-1][1]["credits_used"], events[-1][1]["degraded"]) == (0, True)
    assert AITransaction.objects.get().outcome == "degraded"
    assert not CreditHold.objects.filter(status="open").exists()


def test_consent_withdrawn_while_a_stream_is_open_ends_it_before_anything_is_sent(
    indebted: Shop, openai: OpenAIStub
) -> None:
    events = events_of(answer_to(indebted))
    time.sleep(CHECKED_SECONDS)
    withdraw_consent(indebted.caller)
    assert [(name, data.get("error")) for name, data in events] == [("plan", None), ("error", "consent_required")]
    assert openai.calls == []
    assert AITransaction.objects.get().outcome == "refused"
    assert BusinessAICredits.objects.get().available == 10


def test_consent_withdrawn_after_the_first_call_keeps_the_facts_here(indebted: Shop, openai: OpenAIStub) -> None:
    openai.says({"about": "debts"})
    response = answer_to(indebted, planning(lambda inputs: withdraw_consent(indebted.caller)))
    assert [(name, data.get("error")) for name, data in events_of(response)] == [
        ("plan", None),
        ("error", "consent_required"),
    ]
    assert len(openai.calls) == 1
    assert BusinessAICredits.objects.get().available == 10


def test_a_caller_who_goes_away_leaves_no_hold_and_is_not_charged(indebted: Shop, openai: OpenAIStub) -> None:
    openai.says({"answer": THREE, "mood": "bad"})
    response = answer_to(indebted)
    events = events_of(response)
    assert [next(events)[0] for _ in range(2)] == ["plan", "sentence"]
    response.close()
    row = AITransaction.objects.get()
    assert (row.outcome, float(row.credits_used)) == ("abandoned", 0)
    assert row.cost_to_us > 0
    assert not CreditHold.objects.filter(status="open").exists()


def test_a_caller_who_never_listens_leaves_no_hold(indebted: Shop, openai: OpenAIStub) -> None:
    answer_to(indebted).close()
    assert AITransaction.objects.get().outcome == "abandoned"
    assert not CreditHold.objects.filter(status="open").exists()


def test_without_a_model_it_streams_too_at_the_same_price(indebted: Shop) -> None:
    events = all_of(indebted)
    assert [name for name, _ in events] == ["plan", "sentence", "sentence", "done"]
    assert events[-1][1]["model"] == "offline"
    assert events[-1][1]["credits_used"] == 0.5


def test_a_kept_answer_is_streamed_free(indebted: Shop, openai: OpenAIStub) -> None:
    openai.says({"answer": THREE, "mood": "bad"})
    all_of(indebted)
    done = all_of(indebted)[-1][1]
    assert (done["cached"], done["credits_used"]) == (True, 0)


def test_a_refusal_comes_before_the_stream_as_any_error_does(shop: Shop) -> None:
    response = answer_to(shop)
    assert (response.status_code, response.data["error"]) == (403, "consent_required")


def test_a_repeat_with_the_same_key_replays_what_was_answered(indebted: Shop) -> None:
    first = list(events_of(answer_to(indebted, HTTP_IDEMPOTENCY_KEY="k")))
    again = answer_to(indebted, HTTP_IDEMPOTENCY_KEY="k")
    assert again.headers["Idempotent-Replayed"] == "true"
    assert list(events_of(again)) == [event for event in first if event[0] != "plan"]
    assert float(BusinessAICredits.objects.get().total_used) == 0.5


def test_a_key_whose_answer_was_abandoned_may_be_used_again(indebted: Shop) -> None:
    answer_to(indebted, HTTP_IDEMPOTENCY_KEY="k").close()
    assert list(events_of(answer_to(indebted, HTTP_IDEMPOTENCY_KEY="k")))[-1][0] == "done"


def test_a_question_is_streamed_at_its_own_address(indebted: Shop, owner_client: APIClient) -> None:
    response = owner_client.post(
        "/ai/api/query/stream/", {"query": "total sales last month"}, HTTP_ACCEPT="text/event-stream"
    )
    assert response.headers["Content-Type"] == "text/event-stream"
    names = [name for name, _ in events_of(response)]
    assert names[0] == "plan"
    assert names[-1] == "done"


def test_a_repeat_of_a_question_brings_all_its_events_again(indebted: Shop, owner_client: APIClient) -> None:
    address, body = "/ai/api/query/stream/", {"query": "total sales last month"}
    first, again = (list(events_of(owner_client.post(address, body, HTTP_IDEMPOTENCY_KEY="q"))) for _ in range(2))
    assert again == first


def test_a_stream_refused_is_json_whatever_was_accepted(shop: Shop, owner_client: APIClient) -> None:
    response = owner_client.post("/ai/api/query/stream/", {"query": "sales"}, HTTP_ACCEPT="text/event-stream")
    assert (response.status_code, response.json()["error"]) == (403, "consent_required")
    assert owner_client.post("/ai/api/query/stream/", {}).status_code == 400


def leave(shop: Shop, after: int) -> list[str]:
    """Ask, listen to so many events, go away."""
    response = answer_to(shop)
    events = events_of(response)
    heard = [name for name, _ in (next(events) for _ in range(after))]
    response.close()
    return heard


@pytest.fixture
def patient(indebted: Shop, openai: OpenAIStub, settings: Settings) -> Shop:
    """A shop that may leave two streams an hour."""
    settings.AI_STREAM_DROPS_PER_HOUR = 2
    openai.says({"answer": THREE, "mood": "bad"})
    return indebted


def used() -> float:
    return float(BusinessAICredits.objects.get().total_used)


@pytest.mark.parametrize("after", [1, 3], ids=["the data", "all sentences but the last"])
def test_who_always_leaves_before_the_charge_is_soon_charged_first(after: int, patient: Shop) -> None:
    for _ in range(2):
        leave(patient, after)
        assert used() == 0
    assert leave(patient, after)[0] == "plan"
    assert used() == 0.5
    assert not CreditHold.objects.filter(status="open").exists()


def test_who_is_charged_first_gets_the_same_events(patient: Shop) -> None:
    for _ in range(2):
        leave(patient, 2)
    assert [name for name, _ in all_of(patient)] == ["plan", "sentence", "sentence", "sentence", "done"]
    assert used() == 0.5


def test_who_is_charged_first_pays_nothing_for_words_that_fail(patient: Shop, openai: OpenAIStub) -> None:
    for _ in range(2):
        leave(patient, 2)
    openai.always(Step(words={"answer": "You are owed {total}. That is 40 more. Well done.", "mood": "good"}))
    assert [name for name, _ in all_of(patient)][-2:] == ["replace", "done"]
    assert used() == 0


def test_who_has_the_model_break_the_rules_at_the_end_is_soon_shown_nothing_first(
    patient: Shop, openai: OpenAIStub
) -> None:
    openai.always(Step(words={"answer": "You are owed {total}. That is 40 more. Well done.", "mood": "good"}))
    shown = [[name for name, _ in all_of(patient)].count("sentence") for _ in range(3)]
    assert shown == [1, 1, 0]
    assert used() == 0


def test_an_outage_in_the_middle_of_a_stream_does_not_count(patient: Shop, openai: OpenAIStub) -> None:
    openai.always(Step(words={"answer": THREE, "mood": "bad"}, half=True))
    shown = [[name for name, _ in all_of(patient)].count("sentence") for _ in range(3)]
    assert shown[0] == shown[2] > 0


def test_streams_left_before_they_show_anything_or_after_the_charge_do_not_count(patient: Shop) -> None:
    leave(patient, 0)
    leave(patient, 0)
    leave(patient, 4)
    assert used() == 0.5
    leave(patient, 2)  # from the cache, free
    leave(patient, 2)
    FeatureSetting.objects.create(feature="natural_language_query", cache_seconds=0)
    leave(patient, 2)
    assert used() == 0.5


def test_the_next_hour_begins_anew_and_other_shops_are_not_concerned(patient: Shop, other_shop: Shop) -> None:
    agree(other_shop.caller)
    make_customer(other_shop.business, "Efo Kwasi Mawuli")
    with time_machine.travel("2026-11-21T09:30:00Z", tick=True) as clock:
        for _ in range(2):
            leave(patient, 2)
        assert dropped_streams.too_many(patient.business.pk)
        assert not dropped_streams.too_many(other_shop.business.pk)
        clock.shift(3600)
        assert not dropped_streams.too_many(patient.business.pk)
