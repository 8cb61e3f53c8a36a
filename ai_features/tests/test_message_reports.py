"""What networks report comes back to the customer's log, and STOP is obeyed."""

import datetime as dt
import hashlib
import hmac
import json
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from ai_features.models import CustomerMessage, Proposal
from ai_features.proposals import executing
from ai_features.proposals.deciding import agree, keep
from ai_features.proposals.forgetting import forget_erased_customers
from ai_features.proposals.kinds import reminder
from ai_features.tests.stubs.arkesel import ArkeselStub
from ai_features.tests.stubs.whatsapp import WhatsAppStub
from common import clock
from conftest import Shop
from sales.models import CollectionNote, Customer
from sales.services import erase_customer
from sales.tests.builders import make_customer, make_invoice

pytestmark = pytest.mark.django_db
MONDAY = dt.datetime(2026, 6, 8, 10, tzinfo=dt.UTC)
WHATSAPP, SMS = "/ai/api/messages/whatsapp/", "/ai/api/messages/sms/local-secret/"
PHONE = "+233241112223"


@pytest.fixture(autouse=True)
def at() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(MONDAY, tick=False) as travel:
        yield travel


@pytest.fixture
def networks(settings: Settings) -> Iterator[None]:
    with WhatsAppStub() as meta, ArkeselStub() as gateway:
        settings.WHATSAPP_TOKEN, settings.WHATSAPP_PHONE_ID, settings.WHATSAPP_BASE_URL = (
            meta.key,
            meta.phone_id,
            meta.url,
        )
        settings.WHATSAPP_APP_SECRET, settings.WHATSAPP_VERIFY_TOKEN = "app-secret", "verify-me"
        settings.SMS_GATEWAY, settings.ARKESEL_API_KEY = "arkesel", gateway.key
        settings.ARKESEL_BASE_URL, settings.SMS_REPORTS_URL = gateway.url, f"https://pos.example.com{SMS}"
        yield
        assert all(sent["callback_url"] == f"https://pos.example.com{SMS}" for sent in gateway.sent)


def debtor(shop: Shop) -> Customer:
    customer = make_customer(shop.business, "Ama Serwaa", phone=PHONE)
    make_invoice(customer, 300, sold_at=clock.now() - dt.timedelta(days=90), storefront=shop.storefront)
    return customer


def agreed(shop: Shop, customer: Customer, channel: str) -> Proposal:
    wanted = reminder.own_words(shop.caller, customer, channel=channel, level="first_reminder")
    made = keep(wanted, business_id=shop.id, by_id=None)
    agree(made, by_id=shop.owner.pk)
    return made


def sent(shop: Shop, channel: str, at: time_machine.Traveller) -> Customer:
    customer = debtor(shop)
    agreed(shop, customer, channel)
    at.shift(dt.timedelta(minutes=10))
    assert list(executing.execute_due()) == ["executed"]
    return customer


def news(client: APIClient, value: dict[str, Any], *, key: str = "app-secret") -> Any:
    body = json.dumps({"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [{"value": value}]}]})
    signature = f"sha256={hmac.new(key.encode(), body.encode(), hashlib.sha256).hexdigest()}"
    return client.post(WHATSAPP, body, content_type="application/json", HTTP_X_HUB_SIGNATURE_256=signature)


def status(kind: str, **more: Any) -> dict[str, Any]:
    return {"statuses": [{"id": "wamid.1", "status": kind, "recipient_id": PHONE[1:], **more}]}


def logged(customer: Customer) -> list[str]:
    return list(
        CollectionNote.objects.filter(customer=customer).order_by("at", "created_at").values_list("outcome", flat=True)
    )


@pytest.mark.usefixtures("networks")
def test_a_delivered_message_says_so_in_the_log_in_whatever_order_news_come(
    shop: Shop, client: APIClient, at: time_machine.Traveller
) -> None:
    customer = sent(shop, "whatsapp", at)
    for kind in ("delivered", "sent", "read", "delivered"):
        assert news(client, status(kind)).status_code == 200
    assert (CustomerMessage.objects.get().status, logged(customer)) == ("delivered", ["delivered"])
    assert Proposal.objects.get().outcome == "Delivered."


@pytest.mark.usefixtures("networks")
def test_a_failed_message_says_why(shop: Shop, client: APIClient, at: time_machine.Traveller) -> None:
    customer = sent(shop, "whatsapp", at)
    news(client, status("failed", errors=[{"code": 131026, "title": "Message undeliverable"}]))
    assert (CustomerMessage.objects.get().problem, logged(customer)) == ("Message undeliverable", ["failed"])


@pytest.mark.usefixtures("networks")
def test_news_of_a_stranger_are_refused(shop: Shop, client: APIClient, at: time_machine.Traveller) -> None:
    customer = sent(shop, "whatsapp", at)
    assert news(client, status("failed"), key="another").status_code == 401
    assert client.post(WHATSAPP, "{}", content_type="application/json").status_code == 401
    assert client.get(f"/ai/api/messages/sms/guess/?sms_id=id-{PHONE[1:]}&status=FAILED").status_code == 404
    assert logged(customer) == ["sent"]


@pytest.mark.usefixtures("networks")
@pytest.mark.parametrize("body", ["", "[]", "null", '{"entry": 1}', '{"entry": [{"changes": [{"value": []}]}]}'])
def test_news_of_another_shape_are_passed_over(client: APIClient, body: str) -> None:
    signature = f"sha256={hmac.new(b'app-secret', body.encode(), hashlib.sha256).hexdigest()}"
    answer = client.post(WHATSAPP, body, content_type="application/json", HTTP_X_HUB_SIGNATURE_256=signature)
    assert answer.status_code == 200


@pytest.mark.usefixtures("networks")
def test_meta_may_ask_whose_the_address_is(client: APIClient) -> None:
    asked = {"hub.mode": "subscribe", "hub.verify_token": "verify-me", "hub.challenge": "7"}
    assert client.get(WHATSAPP, asked).content == b"7"
    assert client.get(WHATSAPP, asked | {"hub.verify_token": "guess"}).status_code == 404


@pytest.mark.usefixtures("networks")
def test_the_sms_gateway_reports_too(shop: Shop, client: APIClient, at: time_machine.Traveller) -> None:
    customer = sent(shop, "sms", at)
    assert client.get(SMS, {"sms_id": f"id-{PHONE[1:]}", "status": "DELIVERED"}).status_code == 200
    assert logged(customer) == ["delivered"]


def whatsapp_answer(client: APIClient, text: str) -> None:
    told = {"from": PHONE[1:], "id": "wamid.in", "type": "text", "text": {"body": text}}
    assert news(client, {"messages": [told]}).status_code == 200


def sms_answer(client: APIClient, text: str) -> None:
    assert client.get(SMS, {"from": PHONE, "message": text}).status_code == 200


@pytest.mark.usefixtures("networks")
@pytest.mark.parametrize("answer", [whatsapp_answer, sms_answer])
@pytest.mark.parametrize("text", ["STOP", " stop. ", "Stop please!", "End.", "gyae, mepa wo kyɛw"])
def test_stop_ends_reminders_and_what_waits(
    shop: Shop, client: APIClient, at: time_machine.Traveller, answer: Any, text: str
) -> None:
    customer = sent(shop, "whatsapp", at)
    at.shift(dt.timedelta(days=7))
    waiting = agreed(shop, customer, "sms")
    answer(client, text)
    customer.refresh_from_db()
    waiting.refresh_from_db()
    assert (customer.reminders_allowed, waiting.state, logged(customer)) == (False, "withdrawn", ["sent", "refused"])
    answer(client, text)
    at.shift(dt.timedelta(minutes=10))
    assert list(executing.execute_due()) == []
    assert logged(customer) == ["sent", "refused"]


@pytest.mark.usefixtures("networks")
def test_other_words_and_shops_that_never_wrote_are_left_alone(
    shop: Shop, other_shop: Shop, client: APIClient, at: time_machine.Traveller
) -> None:
    customer = sent(shop, "sms", at)
    theirs = make_customer(other_shop.business, phone=PHONE)
    for text in ("I will stop by on Friday", "nonstop", "", "Thank you", "End of month I will pay", "endorsed"):
        sms_answer(client, text)
    customer.refresh_from_db()
    assert customer.reminders_allowed
    sms_answer(client, "STOP")
    theirs.refresh_from_db()
    assert theirs.reminders_allowed


@pytest.mark.usefixtures("networks")
def test_an_erased_customer_is_in_no_proposal_and_no_message(shop: Shop, at: time_machine.Traveller) -> None:
    customer = sent(shop, "sms", at)
    at.shift(dt.timedelta(days=7))
    waiting = agreed(shop, customer, "sms")
    erase_customer(shop.caller, customer.pk)
    assert forget_erased_customers() == 3
    assert forget_erased_customers() == 0
    waiting.refresh_from_db()
    assert waiting.state == "withdrawn"
    kept = json.dumps(
        [*Proposal.objects.values_list("payload", "summary"), *CustomerMessage.objects.values_list("text", "values")]
    )
    assert "Serwaa" not in kept
