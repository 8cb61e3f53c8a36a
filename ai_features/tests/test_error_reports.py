"""What reaches Sentry: every fault, and nothing of what was said or whom it was about."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import sentry_sdk
import structlog
from django.db import IntegrityError, transaction
from django.urls import path
from pytest_django.fixtures import Settings
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from ai_features import engine
from ai_features.tests.builders import agree
from ai_features.tests.stubs.openai import OpenAIStub, Step
from ai_features.tests.stubs.sentry import SentryStub
from ai_features.tests.toy import TOY
from app import error_reports, logs
from app.urls import urlpatterns as all_addresses
from conftest import Shop
from sales.tests.builders import make_customer

PERSONAL = ("Akosua", "Darkwah", "244987654", "darkwah@", "Palm Street", "who owes", "secret-key", "sk-local")


class BrokenView(APIView):
    """Breaks with everything in its hands that must not be told."""

    def post(self, request: Request, code: str) -> Response:
        customer = {"name": "Akosua Darkwah", "phone": "+233244987654"}
        raise ValueError(f"{request.data}: {customer} {request.headers['Authorization']}")


urlpatterns = [*all_addresses, path("broken/<str:code>/", BrokenView.as_view())]


@pytest.fixture
def sentry(settings: Settings) -> Iterator[SentryStub]:
    """Reports go to a local server; afterwards nothing is reported any more."""
    with SentryStub() as stub:
        settings.SENTRY_DSN = stub.dsn
        error_reports.start()
        yield stub
        sentry_sdk.get_client().close(timeout=2)
        sentry_sdk.get_global_scope().set_client(None)


def reported(stub: SentryStub) -> list[dict[str, Any]]:
    """The events so far; nothing personal may be in any of them, nor in what came around them."""
    sentry_sdk.flush(timeout=5)
    assert [secret for secret in PERSONAL if secret.lower() in stub.raw.lower()] == []
    return stub.events


@pytest.mark.urls(__name__)
def test_an_error_in_a_view_is_reported_with_its_route_and_code_and_nothing_that_was_said(
    sentry: SentryStub, owner_client: Any
) -> None:
    owner_client.raise_request_exception = False
    token = owner_client._credentials["HTTP_AUTHORIZATION"].split()[1]
    response = owner_client.post(
        "/broken/secret-key/?search=Akosua&email=darkwah@example.com",
        {"query": "who owes", "to": "Palm Street"},
        HTTP_X_REQUEST_ID="request-12345",
        HTTP_IDEMPOTENCY_KEY="secret-key",
        HTTP_COOKIE="sessionid=secret-key",
    )
    assert response.status_code == 500
    event = next(event for event in reported(sentry) if "exception" in event)
    fault = event["exception"]["values"][-1]
    assert (fault["type"], event["transaction"]) == ("ValueError", "/broken/{code}/")
    assert fault["stacktrace"]["frames"][-1]["function"] == "post"
    assert event["tags"]["request_id"] == "request-12345"
    assert token not in sentry.raw
    assert {"request", "user", "breadcrumbs"} & set(event) == set()


def test_a_row_that_the_database_refuses_is_reported_without_the_row(sentry: SentryStub, shop: Shop) -> None:
    make_customer(shop.business, "Akosua Darkwah", phone="+233244987654")
    try:
        with transaction.atomic():
            make_customer(shop.business, "Another", phone="+233244987654")
    except IntegrityError as refused:
        sentry_sdk.capture_exception(refused)
    assert [value["type"] for value in reported(sentry)[0]["exception"]["values"]][-1] == "IntegrityError"


def test_a_fault_of_ours_in_an_ai_call_is_reported_without_question_or_names(
    sentry: SentryStub, shop: Shop, openai: OpenAIStub
) -> None:
    def answer(facts: Any, words: Any) -> Any:
        raise KeyError(f"{facts.said} {words.answer}")

    agree(shop.caller)
    make_customer(shop.business, "Akosua Darkwah", phone="+233244987654", email="darkwah@example.com")
    openai.says({"answer": "{customer_1} owes {owes_1}.", "mood": "bad"})
    with pytest.raises(KeyError) as fault:
        engine.run(replace(TOY, answer=answer), shop.caller, {"query": "who owes? Akosua of Palm Street?"})
    sentry_sdk.capture_exception(fault.value)
    frames = reported(sentry)[0]["exception"]["values"][-1]["stacktrace"]["frames"]
    assert frames[-1]["function"] == "answer"
    assert "vars" not in str(frames)


def test_a_key_that_the_provider_refuses_is_reported_and_a_passing_outage_is_not(
    sentry: SentryStub, shop: Shop, openai: OpenAIStub
) -> None:
    agree(shop.caller)
    make_customer(shop.business, "Akosua Darkwah", phone="+233244987654")
    openai.then(Step(status=500), Step(status=500))
    engine.run(TOY, shop.caller, {"query": "who owes? Akosua?"})
    assert reported(sentry) == []
    openai.then(Step(status=401))
    engine.run(TOY, shop.caller, {"query": "who owes? Darkwah?"})
    (event,) = reported(sentry)
    assert (event["logentry"]["message"], event["extra"]["reason"]) == ("model_unavailable", "status_401")


def test_of_a_line_of_another_package_its_arguments_are_left_out(sentry: SentryStub) -> None:
    logging.getLogger("some.package").error("could not write to %s", "darkwah@example.com")
    structlog.get_logger("ours").error("row_failed", row="17")
    theirs, ours = reported(sentry)
    assert theirs["logentry"] == {"message": "could not write to %s"}
    assert ours["extra"]["row"] == "17"


def test_without_an_address_nothing_is_reported(settings: Settings) -> None:
    settings.SENTRY_DSN = ""
    error_reports.start()
    assert not sentry_sdk.get_client().is_active()
    assert sentry_sdk.capture_message("nobody hears this") is None


def test_a_fault_in_the_logs_is_its_lines_of_code_without_the_messages() -> None:
    def broken(name: str) -> None:
        try:
            raise KeyError(name)
        except KeyError as first:
            raise ValueError(f"nobody is called {name}") from first

    try:
        broken("Akosua" + " Darkwah")
    except ValueError as fault:
        told = logs.without_messages((ValueError, fault, fault.__traceback__))
    assert "Akosua Darkwah" not in told
    assert told.index("KeyError") < told.index("then:") < told.rindex("ValueError")
    assert "in broken" in told


def test_causes_that_form_a_circle_are_written_once() -> None:
    first, second = KeyError("first"), ValueError("second")
    first.__cause__, second.__cause__ = second, first
    told = logs.without_messages((KeyError, first, None))
    assert told == "ValueError\n\nthen:\nKeyError"


def test_of_a_very_long_chain_of_causes_the_last_are_written() -> None:
    fault: Exception = KeyError()
    for _ in range(500):
        fault = _caused_by(fault)
    assert logs.without_messages((ValueError, fault, None)).count("ValueError") == logs.LONGEST_CHAIN


def _caused_by(cause: Exception) -> ValueError:
    fault = ValueError()
    fault.__cause__ = cause
    return fault
