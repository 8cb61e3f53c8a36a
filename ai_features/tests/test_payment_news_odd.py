"""News of a payment that is odd: texts that no database keeps, bodies nested beyond reading, old events."""

import datetime as dt
import hashlib
import hmac
import json

import pytest
import time_machine
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from ai_features.models import AICreditPurchase, PaymentEvent
from ai_features.services.payments import inbox, retention
from ai_features.tests.payment_builders import WEBHOOK, balance_stored, deliver, open_purchase, verify
from ai_features.tests.stubs.paystack import PaystackStub
from common import clock
from conftest import Shop

pytestmark = pytest.mark.django_db


UNSTORABLE = "Approved\x00 \ud800by bank"


@pytest.mark.parametrize("status", ["success", "failed"])
def test_text_that_a_database_cannot_keep_does_not_stop_a_webhook(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub, status: str
) -> None:
    """As JSON escapes, which is how such characters travel."""
    reference = open_purchase(owner_client, method="card")
    paystack.pay(reference, status, gateway_response=UNSTORABLE)
    body = json.dumps({"event": f"charge.{status}", "data": paystack.transactions[reference]}).encode()
    signature = hmac.new(paystack.secret.encode(), body, hashlib.sha512).hexdigest()
    assert deliver((body, signature)) == 200
    purchase = AICreditPurchase.objects.get()
    assert purchase.payment_status == ("completed" if status == "success" else "failed")
    assert purchase.reason == ("" if status == "success" else "The payment failed: Approved by bank")
    assert PaymentEvent.objects.get().outcome in ("done", "nothing")


def test_text_that_a_database_cannot_keep_does_not_stop_a_verify(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    reference = open_purchase(owner_client)
    paystack.pay(reference, "failed", gateway_response=UNSTORABLE)
    assert verify(owner_client, reference)["status"] == "failed"
    assert AICreditPurchase.objects.get().reason == "The payment failed: Approved by bank"


def test_a_currency_a_database_cannot_keep_is_a_mismatch_and_not_a_fault(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    reference = open_purchase(owner_client)
    paystack.pay(reference, currency="N\x00GN")
    body = json.dumps({"event": "charge.success", "data": paystack.transactions[reference]}).encode()
    assert deliver((body, hmac.new(paystack.secret.encode(), body, hashlib.sha512).hexdigest())) == 200
    assert AICreditPurchase.objects.get().reason == "Paid in NGN, expected GHS; nothing was credited."


def test_a_signed_body_nested_beyond_reading_is_kept_and_flagged_as_nothing_we_know(paystack: PaystackStub) -> None:
    body = b"[" * 200_000
    signature = hmac.new(paystack.secret.encode(), body, hashlib.sha512).hexdigest()
    assert deliver((body, signature)) == 200
    assert PaymentEvent.objects.get().event == "(not JSON)"


def test_the_body_of_an_old_event_is_forgotten_unless_it_still_waits_to_be_worked_on(
    owner_client: APIClient, paystack: PaystackStub, settings: Settings
) -> None:
    done, waiting = open_purchase(owner_client), open_purchase(owner_client)
    for reference in (done, waiting):
        paystack.pay(reference)
    deliver(paystack.event(done))
    inbox._keep(paystack.event(waiting)[0])
    assert retention.forget_event_bodies() == 0
    with time_machine.travel(clock.now() + dt.timedelta(days=settings.AI_TEXT_RETENTION_DAYS + 1), tick=False):
        assert [retention.forget_event_bodies(), retention.forget_event_bodies()] == [1, 0]
        assert list(inbox.work_left()) == [(waiting, "done")]
        assert retention.forget_event_bodies() == 1


@pytest.mark.parametrize("accepts", ["text/html", "application/pdf", "text/*;q=0.1", "nonsense", ""])
def test_a_signed_webhook_is_taken_whatever_its_sender_accepts(
    accepts: str, shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    reference = open_purchase(owner_client)
    paystack.pay(reference)
    body, signature = paystack.event(reference)
    headers = {"X-Paystack-Signature": signature, "Accept": accepts}
    assert APIClient().post(WEBHOOK, body, content_type="application/json", headers=headers).status_code == 200
    assert balance_stored(shop) == 100
