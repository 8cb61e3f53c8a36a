"""Renewals in odd circumstances: another email, a bank that asks back, days without jobs, a suspended business."""

import datetime as dt
from collections.abc import Callable

import pytest
import time_machine
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from ai_features.models import AICreditPurchase, BusinessAICredits, Message, PaymentEvent
from ai_features.services.billing import AIBillingService
from ai_features.services.payments import purchases, resume
from ai_features.tests.payment_builders import (
    PURCHASE,
    SUBSCRIBE,
    days_on,
    deliver,
    latest_addon,
    open_purchase,
    renew_all,
    subscribe,
)
from ai_features.tests.stubs.paystack import PaystackStub
from common import clock
from common.errors import Conflict, NotFound
from conftest import Shop

pytestmark = pytest.mark.django_db(transaction=True)
CHARGE = "/transaction/charge_authorization"
CANCEL, RESUME = "/ai/api/addon/cancel/", "/ai/api/addon/resume/"


def change_email(shop: Shop, email: str) -> None:
    shop.business.email = email
    shop.business.save()


def the_link(stub: PaystackStub, *, paid: bool = False) -> AICreditPurchase:
    """The payment that was opened last and is not credited; `paid` at Paystack, of which no webhook tells."""
    link = AICreditPurchase.objects.filter(payment_status__in=("pending", "failed")).latest("created_at")
    if paid:
        stub.pay(link.payment_reference)
    return link


def test_a_saved_card_is_charged_under_the_email_it_was_saved_with(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    change_email(shop, "a@shop.example")
    subscribe(owner_client, paystack, "card")
    change_email(shop, "b@shop.example")
    with days_on(latest_addon(), 0):
        assert renew_all() == ["card: completed"]
    assert paystack.sent(CHARGE)[0]["email"] == "a@shop.example"


def test_of_two_first_payments_the_one_that_was_paid_lends_its_email_to_the_card(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    change_email(shop, "a@shop.example")
    first = owner_client.post(SUBSCRIBE, {"payment_method": "card"}).data["reference"]
    change_email(shop, "b@shop.example")
    owner_client.post(SUBSCRIBE, {"payment_method": "card"})
    paystack.pay(first)
    deliver(paystack.event(first))
    with days_on(latest_addon(), 0):
        assert renew_all() == ["card: completed"]


def test_a_payment_after_it_failed_by_age_is_credited_though_its_webhook_is_lost(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    reference = open_purchase(owner_client)
    opened = AICreditPurchase.objects.get().created_at
    with time_machine.travel(opened + dt.timedelta(hours=24), tick=False):
        assert list(purchases.check_unpaid()) == [(reference, "failed")]
    paystack.pay(reference)
    with time_machine.travel(opened + dt.timedelta(hours=40), tick=False):
        assert list(purchases.check_unpaid()) == [(reference, "completed")]
    assert BusinessAICredits.objects.get(business=shop.business).balance == 100


def test_an_unpaid_purchase_is_asked_about_for_ever_and_ever_more_seldom(
    owner_client: APIClient, paystack: PaystackStub
) -> None:
    open_purchase(owner_client)
    opened, asked = AICreditPurchase.objects.get().created_at, []
    for day in range(1, 200):
        with time_machine.travel(opened + dt.timedelta(days=day), tick=False):
            asked += [day] if list(purchases.check_unpaid()) else []
    assert asked == [1, 2, 3, 5, 8, 12, 18, 27, 41, 62, 93, 140]


def test_a_purchase_that_paystack_refused_to_open_is_not_asked_about(
    owner_client: APIClient, paystack: PaystackStub, settings: Settings
) -> None:
    settings.PAYSTACK_SECRET_KEY = "sk_test_wrong"
    assert owner_client.post(PURCHASE, {"package": "value"}).status_code == 502
    settings.PAYSTACK_SECRET_KEY = paystack.secret
    with time_machine.travel(clock.now() + dt.timedelta(days=2), tick=False):
        assert list(purchases.check_unpaid()) == []


def test_a_question_put_off_by_a_clock_that_was_ahead_is_asked_when_it_is_right_again(
    owner_client: APIClient, paystack: PaystackStub
) -> None:
    reference = open_purchase(owner_client)
    with time_machine.travel(clock.now() + dt.timedelta(days=300), tick=False):
        list(purchases.check_unpaid())
    paystack.pay(reference)
    assert list(purchases.check_unpaid()) == [(reference, "completed")]


def test_an_addon_whose_link_was_paid_does_not_lapse_though_the_webhook_is_lost(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    subscribe(owner_client, paystack)
    addon = latest_addon()
    with days_on(addon, -3):
        renew_all()
    with days_on(addon, -1):
        list(purchases.check_unpaid())
    the_link(paystack, paid=True)
    with days_on(addon, 3):
        assert renew_all() == ["paid before it lapsed"]
    assert (latest_addon().status, latest_addon().period_start) == ("active", addon.next_renewal_date)


def test_nothing_lapses_while_paystack_cannot_be_asked(
    owner_client: APIClient, paystack: PaystackStub, settings: Settings
) -> None:
    subscribe(owner_client, paystack)
    with days_on(latest_addon(), -3):
        renew_all()
    with days_on(latest_addon(), 4):
        settings.PAYSTACK_BASE_URL = "http://127.0.0.1:1"
        assert renew_all() == ["payment_provider_error"]
        settings.PAYSTACK_BASE_URL = paystack.url
        assert renew_all() == ["lapsed"]


def test_a_renewal_that_needs_the_cardholder_passes_its_link_on(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    subscribe(owner_client, paystack, "card")
    addon = latest_addon()
    paystack.decide_card(addon.authorization_code, "paused")
    with days_on(addon, 0):
        assert renew_all() == ["card: approval asked for"]
        assert renew_all() == []
        link = the_link(paystack)
        assert f"Approve it here: {paystack.url}/checkout/{link.payment_reference}" in Message.objects.get().text
        paystack.pay(link.payment_reference)
        assert deliver(paystack.event(link.payment_reference)) == 200
    assert latest_addon().period_start == addon.next_renewal_date


def test_after_days_without_jobs_a_card_is_charged_before_the_addon_lapses(
    owner_client: APIClient, paystack: PaystackStub
) -> None:
    subscribe(owner_client, paystack, "card")
    with days_on(latest_addon(), 6):
        assert renew_all() == ["card: completed"]


def test_after_days_without_jobs_a_declined_card_is_tried_on_three_days_before_the_addon_lapses(
    owner_client: APIClient, paystack: PaystackStub
) -> None:
    subscribe(owner_client, paystack, "card")
    addon = latest_addon()
    paystack.decide_card(addon.authorization_code, "failed")
    done = []
    for days in range(6, 11):
        with days_on(addon, days, hour=9 + days - 6):
            done.append(renew_all())
    assert done == [["card: failed"], ["card: failed"], ["card: failed"], ["lapsed"], []]


def test_after_days_without_jobs_a_pay_link_is_sent_and_can_be_paid_before_the_addon_lapses(
    owner_client: APIClient, paystack: PaystackStub
) -> None:
    subscribe(owner_client, paystack)
    addon, done = latest_addon(), []
    for days in range(6, 11):
        with days_on(addon, days):
            done.append(renew_all())
    assert done == [["pay link sent"], ["reminded"], [], ["lapsed"], []]


def test_days_in_which_paystack_is_silent_are_no_attempts_to_open_a_pay_link(
    owner_client: APIClient, paystack: PaystackStub, settings: Settings
) -> None:
    subscribe(owner_client, paystack)
    addon = latest_addon()
    settings.PAYSTACK_BASE_URL = "http://127.0.0.1:1"
    for days in range(-3, 4):
        with days_on(addon, days):
            assert renew_all() == ["payment_provider_error"]
    settings.PAYSTACK_BASE_URL = paystack.url
    with days_on(addon, 4):
        assert renew_all() == ["pay link sent"]


@pytest.mark.parametrize("method", ["card", "mobile_money"])
def test_a_suspended_business_is_neither_renewed_nor_lapsed(
    method: str, shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    subscribe(owner_client, paystack, method)
    AIBillingService.suspend(shop.id, reason="Under review")
    for days in (-3, 0, 3, 9):
        with days_on(latest_addon(), days):
            assert renew_all() == []
    assert not paystack.sent(CHARGE)
    AIBillingService.resume(shop.id)
    with days_on(latest_addon(), 9):
        assert renew_all() == ["card: completed" if method == "card" else "pay link sent"]


def test_a_suspended_business_is_not_sold_to(shop: Shop, owner_client: APIClient, paystack: PaystackStub) -> None:
    AIBillingService.suspend(shop.id, reason="Under review")
    for path, body in ((PURCHASE, {"package": "value"}), (SUBSCRIBE, {"payment_method": "card"}), (RESUME, {})):
        response = owner_client.post(path, body)
        assert (response.status_code, response.json()["error"]) == (403, "ai_disabled")
    assert not AICreditPurchase.objects.exists()
    assert not paystack.calls


def test_a_payment_of_a_suspended_business_that_arrives_all_the_same_is_credited_and_flagged(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    reference = open_purchase(owner_client)
    AIBillingService.suspend(shop.id, reason="Under review")
    paystack.pay(reference)
    assert deliver(paystack.event(reference)) == 200
    purchase, event = AICreditPurchase.objects.get(), PaymentEvent.objects.get()
    assert (purchase.payment_status, purchase.needs_attention) == ("completed", True)
    assert (event.outcome, event.reason) == ("flagged", purchase.reason)
    assert "suspended" in purchase.reason
    assert BusinessAICredits.objects.get(business=shop.business).balance == 100
    told = owner_client.get("/ai/api/credits/verify/", {"reference": reference}).json()
    assert told["message"] == "100 AI credits were added."


def test_a_cancellation_at_the_months_end_can_be_taken_back_until_then(
    owner_client: APIClient, paystack: PaystackStub
) -> None:
    subscribe(owner_client, paystack, "card")
    assert owner_client.post(RESUME).json()["addon"]["auto_renew"] is True, "nothing to take back changes nothing"
    owner_client.post(CANCEL, {})
    found = owner_client.post(RESUME).json()["addon"]
    assert (found["auto_renew"], found["cancel_at_period_end"], found["end_date"]) == (True, False, None)
    with days_on(latest_addon(), 0):
        assert renew_all() == ["card: completed"]


def test_a_cancellation_cannot_be_taken_back_once_the_month_is_over(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    subscribe(owner_client, paystack, "card")
    owner_client.post(CANCEL, {})
    with days_on(latest_addon(), 0):
        with pytest.raises(Conflict):
            resume(shop.caller)
        renew_all()
        with pytest.raises(NotFound):
            resume(shop.caller)


def test_a_cancellation_is_taken_back_by_those_who_may_and_in_their_own_shop(
    owner_client: APIClient,
    cashier_client: APIClient,
    other_shop: Shop,
    client_of: Callable[..., APIClient],
    paystack: PaystackStub,
) -> None:
    subscribe(owner_client, paystack, "card")
    owner_client.post(CANCEL, {})
    assert cashier_client.post(RESUME).status_code == 403
    assert client_of(other_shop.owner).post(RESUME).status_code == 404
    assert APIClient().post(RESUME).status_code == 401
    assert latest_addon().cancel_at_period_end is True


def test_a_payment_for_a_paid_month_is_flagged_once_and_not_again_after_staff_looked_at_it(
    owner_client: APIClient, paystack: PaystackStub
) -> None:
    references = [owner_client.post(SUBSCRIBE, {"payment_method": "card"}).data["reference"] for _ in range(2)]
    for reference in references:
        paystack.pay(reference)
        deliver(paystack.event(reference))
    AICreditPurchase.objects.update(needs_attention=False)
    with time_machine.travel(clock.now() + dt.timedelta(days=2), tick=False):
        list(purchases.check_unpaid())
    assert not AICreditPurchase.objects.filter(needs_attention=True).exists()
