"""News of a payment, by webhook and by verify, in every order: credits exactly once, or not at all with a reason."""

import datetime as dt
import hashlib
import hmac
import itertools
import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from ai_features.models import AICreditPurchase, BusinessAICredits, CreditInvoice, CreditLot, PaymentEvent
from ai_features.services.payments import inbox, purchases
from ai_features.services.payments.paystack import PaymentProviderError
from ai_features.tests.payment_builders import VERIFY, WEBHOOK, balance_stored, deliver, open_purchase, pay, verify
from ai_features.tests.stubs.paystack import Fault, PaystackStub
from common import clock
from conftest import Shop

pytestmark = pytest.mark.django_db


def test_verify_credits_a_paid_purchase(shop: Shop, owner_client: APIClient, paystack: PaystackStub) -> None:
    reference = open_purchase(owner_client)
    paystack.pay(reference)
    assert verify(owner_client, reference) == {
        "success": True,
        "status": "completed",
        "credits_added": 100.0,
        "new_balance": 100.0,
        "message": "100 AI credits were added.",
    }
    lots = CreditLot.objects.filter(business=shop.business).order_by("source")
    assert [(lot.source, lot.granted) for lot in lots] == [("bonus", Decimal(20)), ("purchase", Decimal(80))]


def test_post_verifies_too(owner_client: APIClient, paystack: PaystackStub) -> None:
    reference = open_purchase(owner_client)
    paystack.pay(reference)
    assert owner_client.post(VERIFY, {"reference": reference}).json()["success"] is True


@pytest.mark.parametrize("order", sorted(set(itertools.permutations("wwvv"))))
def test_webhooks_and_verifies_in_every_order_credit_once(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub, order: tuple[str, ...]
) -> None:
    reference = open_purchase(owner_client)
    paystack.pay(reference)
    for news in order:
        if news == "w":
            assert deliver(paystack.event(reference)) == 200
        else:
            assert verify(owner_client, reference)["credits_added"] == 100.0
    assert balance_stored(shop) == 100
    assert CreditLot.objects.filter(business=shop.business).count() == 2
    assert CreditInvoice.objects.count() == 1


def test_a_webhook_that_comes_three_times_is_one_row_with_a_count(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    reference = open_purchase(owner_client)
    paystack.pay(reference)
    assert [deliver(paystack.event(reference)) for _ in range(3)] == [200, 200, 200]
    event = PaymentEvent.objects.get()
    assert (event.deliveries, event.outcome, event.reason) == (3, "done", "100.00 credits were added.")
    assert balance_stored(shop) == 100


@pytest.mark.parametrize("status", ["abandoned", "ongoing", "pending", "pay_offline", "send_otp", "queued"])
def test_a_payment_under_way_stays_pending(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub, status: str
) -> None:
    reference = open_purchase(owner_client)
    paystack.pay(reference, status)
    verdict = verify(owner_client, reference)
    assert (verdict["success"], verdict["status"], verdict["credits_added"]) == (False, "pending", 0.0)
    assert balance_stored(shop) == 0


def test_a_failed_payment_is_told_and_a_later_success_still_credits(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    reference = open_purchase(owner_client)
    paystack.pay(reference, "failed")
    assert verify(owner_client, reference)["status"] == "failed"
    paystack.pay(reference)
    assert deliver(paystack.event(reference)) == 200
    assert balance_stored(shop) == 100


MISMATCHES = [
    ({"amount": 9399}, "Paid GHS 93.99, expected GHS 94.00"),
    ({"amount": 940000}, "Paid GHS 9,400.00, expected GHS 94.00"),
    ({"currency": "NGN"}, "Paid in NGN, expected GHS"),
    ({"domain": "live"}, "A live payment for a test purchase"),
]


@pytest.mark.parametrize("mismatch", MISMATCHES)
@pytest.mark.parametrize("way", ["webhook", "verify"])
def test_a_payment_that_does_not_fit_credits_nothing_and_calls_staff(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub, way: str, mismatch: tuple[dict[str, Any], str]
) -> None:
    changes, reason = mismatch
    reference = open_purchase(owner_client)
    paystack.pay(reference, **changes)
    if way == "webhook":
        assert deliver(paystack.event(reference)) == 200
        assert PaymentEvent.objects.get().outcome == "flagged"
    else:
        assert verify(owner_client, reference)["success"] is False
    purchase = AICreditPurchase.objects.get()
    assert purchase.needs_attention
    assert reason in purchase.reason
    assert balance_stored(shop) == 0


def test_a_wrong_amount_that_is_put_right_credits_after_all(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    reference = open_purchase(owner_client)
    paystack.pay(reference, amount=1)
    deliver(paystack.event(reference))
    paystack.pay(reference, amount=9400)
    assert deliver(paystack.event(reference)) == 200
    assert balance_stored(shop) == 100
    assert not AICreditPurchase.objects.get().needs_attention


def test_an_event_that_names_no_amount_or_reference_credits_nothing(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    reference = open_purchase(owner_client)
    for data in ({"reference": reference, "status": "success", "currency": "GHS"}, {"status": "success"}):
        assert deliver(paystack.sign({"event": "charge.success", "data": data})) == 200
    assert set(PaymentEvent.objects.values_list("outcome", flat=True)) == {"flagged"}
    assert balance_stored(shop) == 0


def test_an_unknown_reference_is_answered_kept_and_flagged(paystack: PaystackStub) -> None:
    data = {"id": 1, "reference": "AI-CREDIT-1-deadbeef", "status": "success", "amount": 9400, "currency": "GHS"}
    assert deliver(paystack.sign({"event": "charge.success", "data": data})) == 200
    event = PaymentEvent.objects.get()
    assert (event.outcome, event.reason) == ("flagged", "No purchase has the reference AI-CREDIT-1-deadbeef.")


def test_a_bad_signature_is_401_and_counted_without_keeping_the_body(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    reference = open_purchase(owner_client)
    paystack.pay(reference)
    body, signature = paystack.event(reference)
    assert deliver((body, "")) == 401
    assert deliver((body.replace(b"9400", b"9401"), signature)) == 401
    assert deliver((body + b" ", signature)) == 401
    event = PaymentEvent.objects.get()
    assert (event.outcome, event.deliveries, event.body) == ("refused", 3, "")
    assert balance_stored(shop) == 0


def test_a_body_with_letters_of_twi_is_verified_over_its_bytes(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    reference = open_purchase(owner_client)
    paystack.pay(reference, gateway_response="Ɛyɛ, wɔatua ₵94")
    body, signature = paystack.event(reference)
    assert "Ɛyɛ".encode() in body
    assert deliver((body, signature)) == 200
    assert balance_stored(shop) == 100


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"not json",
        b'{"event": 5}',
        b'{"event": "charge.success", "data": []}',
        b"\xff\xfe",
        b'{"event":"charge.success","data":{"reference":"a\\u0000b","id":{"x":1}}}',
        b'{"event":"charge.success","data":{"reference":null,"amount":true}}',
        b'{"event":"subscription.create","data":{"id":1}}',
    ],
)
def test_a_signed_body_of_any_shape_is_answered_200(paystack: PaystackStub, body: bytes) -> None:

    signature = hmac.new(paystack.secret.encode(), body, hashlib.sha512).hexdigest()
    assert deliver((body, signature)) == 200
    assert PaymentEvent.objects.get().outcome in ("flagged", "nothing")


def test_a_crash_between_the_record_and_the_credit_is_made_good_by_the_next_delivery(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    reference = open_purchase(owner_client)
    paystack.pay(reference)
    body, _ = paystack.event(reference)
    inbox._keep(body)  # the record is written, then the process dies
    assert balance_stored(shop) == 0
    assert deliver(paystack.event(reference)) == 200
    assert balance_stored(shop) == 100


def test_what_a_crash_left_in_the_inbox_is_worked_on_later(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    reference = open_purchase(owner_client)
    paystack.pay(reference)
    with time_machine.travel(clock.now() - dt.timedelta(minutes=5), tick=False):
        inbox._keep(paystack.event(reference)[0])
    assert list(inbox.work_left()) == [(reference, "done")]
    assert list(inbox.work_left()) == []
    assert balance_stored(shop) == 100


def test_a_purchase_nobody_asks_about_is_verified_again_then_failed_and_can_still_come_back(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    reference = open_purchase(owner_client)
    opened = AICreditPurchase.objects.get().created_at
    with time_machine.travel(opened + dt.timedelta(hours=23), tick=False):
        assert list(purchases.check_unpaid()) == [(reference, "pending")]
    with time_machine.travel(opened + dt.timedelta(hours=24), tick=False):
        assert list(purchases.check_unpaid()) == [(reference, "failed")]
        assert AICreditPurchase.objects.get().reason == "No payment within 24 hours."
    paystack.pay(reference)
    with time_machine.travel(opened + dt.timedelta(hours=30), tick=False):
        assert deliver(paystack.event(reference)) == 200
        assert deliver(paystack.event(reference)) == 200
    assert balance_stored(shop) == 100


def test_one_purchase_paystack_stumbles_over_does_not_hold_up_the_others(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    first, second = open_purchase(owner_client, "starter"), open_purchase(owner_client)
    for reference in (first, second):
        paystack.pay(reference)
    paystack.fail_next("/transaction/verify/{reference}", *[Fault(status=500)] * 3)
    with time_machine.travel(clock.now() + dt.timedelta(minutes=10), tick=False):
        assert dict(purchases.check_unpaid()) == {first: PaymentProviderError.code, second: "completed"}
    assert balance_stored(shop) == 100


def test_while_paystack_is_silent_the_rest_waits_for_the_next_run(
    owner_client: APIClient, paystack: PaystackStub, settings: Settings
) -> None:
    for _ in range(7):
        open_purchase(owner_client)
    settings.PAYSTACK_BASE_URL = "http://127.0.0.1:1"
    with time_machine.travel(clock.now() + dt.timedelta(minutes=10), tick=False):
        assert len(list(purchases.check_unpaid())) == purchases.UNREACHABLE


def test_a_purchase_is_asked_about_more_seldom_the_longer_it_waits(
    owner_client: APIClient, paystack: PaystackStub
) -> None:
    open_purchase(owner_client)
    opened = AICreditPurchase.objects.get().created_at
    asked = []
    for minute in range(0, 60, 5):
        with time_machine.travel(opened + dt.timedelta(minutes=minute), tick=False):
            asked += [minute] if list(purchases.check_unpaid()) else []
    assert asked == [5, 10, 15, 25, 40]


def test_a_payment_reversed_after_it_was_credited_is_taken_back_once(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    purchase = pay(owner_client, paystack)
    paystack.pay(purchase.payment_reference, "reversed")
    for _ in range(2):
        assert deliver(paystack.event(purchase.payment_reference, "charge.reversed")) == 200
    assert balance_stored(shop) == 0
    assert verify(owner_client, purchase.payment_reference)["status"] == "refunded"


def test_verify_says_nothing_of_another_shops_payment(
    owner_client: APIClient, other_shop: Shop, client_of: Callable[..., APIClient], paystack: PaystackStub
) -> None:
    theirs = open_purchase(client_of(other_shop.owner))
    assert owner_client.get(VERIFY, {"reference": theirs}).status_code == 404
    assert owner_client.get(VERIFY).json()["fields"]["reference"]


def test_verify_needs_a_login_and_a_role(cashier_client: APIClient, paystack: PaystackStub) -> None:
    assert APIClient().get(VERIFY, {"reference": "x"}).status_code == 401
    assert cashier_client.get(VERIFY, {"reference": "x"}).status_code == 403


def test_verify_says_so_when_paystack_does_not_answer(owner_client: APIClient, paystack: PaystackStub) -> None:
    reference = open_purchase(owner_client)
    paystack.fail_next("/transaction/verify/{reference}", *[Fault(status=503)] * 3)
    response = owner_client.get(VERIFY, {"reference": reference})
    assert (response.status_code, response.json()["error"]) == (502, "payment_provider_error")
    assert AICreditPurchase.objects.get().payment_status == "pending"


def test_money_in_flight_arrives_while_ai_is_switched_off(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub, settings: Settings
) -> None:
    reference = open_purchase(owner_client)
    paystack.pay(reference)
    settings.AI_FEATURES_ENABLED = False
    assert deliver(paystack.event(reference)) == 200
    assert verify(owner_client, reference)["success"] is True


def test_the_webhook_takes_only_post_and_leaks_nothing(paystack: PaystackStub) -> None:
    assert APIClient().get(WEBHOOK).status_code == 405
    refused = APIClient().post(WEBHOOK, data=json.dumps({}), content_type="application/json")
    assert refused.json() == {"error": "invalid_signature", "message": "The signature does not fit the body."}


def test_a_success_that_arrives_after_its_reversal_credits_nothing(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    reference = open_purchase(owner_client)
    paystack.pay(reference)
    late = paystack.event(reference)
    paystack.pay(reference, "reversed")
    for event in (paystack.event(reference, "charge.reversed"), late):
        assert deliver(event) == 200
    assert not BusinessAICredits.objects.filter(business=shop.business, balance__gt=0).exists()
    assert AICreditPurchase.objects.get().payment_status == "refunded"
