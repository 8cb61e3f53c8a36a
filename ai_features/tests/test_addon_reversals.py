"""Months of the add-on that are refunded, charged back, or paid late."""

import datetime as dt

import pytest
import time_machine
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from ai_features.models import (
    AICreditPurchase,
    BusinessAICredits,
    CreditDebt,
    CreditRefund,
    Message,
)
from ai_features.services.billing import AIBillingService
from ai_features.services.payments import addons, purchases, refund_purchase, renewals
from ai_features.tests.builders import answered, make_hold
from ai_features.tests.payment_builders import (
    CANCEL,
    balance_left,
    days_on,
    deliver,
    latest_addon,
    lots_left,
    renew_all,
    subscribe,
)
from ai_features.tests.stubs.paystack import PaystackStub
from common import clock
from conftest import Shop

pytestmark = pytest.mark.django_db(transaction=True)


LOST = {"status": "resolved", "resolution": "merchant-accepted"}


def _renewed(shop: Shop, client: APIClient, stub: PaystackStub, spend: str = "") -> list[AICreditPurchase]:
    """Two paid months of a card, the first with so much spent; time stays where the caller has put it."""
    subscribe(client, stub, "card")
    if spend:
        AIBillingService.settle(make_hold(shop.id, spend).pk, record=answered())
    with days_on(latest_addon(), 0):
        renew_all()
    return list(AICreditPurchase.objects.order_by("period_start"))


def test_a_charge_back_of_a_month_takes_the_rollover_that_came_with_it(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    _, second = _renewed(shop, owner_client, paystack)
    with days_on(latest_addon(), -20):
        assert lots_left(shop) == [("addon", 100), ("rollover", 50)]
        deliver(paystack.dispute_event(second.payment_reference, "charge.dispute.resolve", **LOST))
        assert lots_left(shop) == []


def test_a_refund_of_a_month_voids_the_rollover_that_came_with_it(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    _, second = _renewed(shop, owner_client, paystack)
    with days_on(latest_addon(), -20):
        refund_purchase(second.pk, by=None, reason="Not needed")
        assert BusinessAICredits.objects.get(business=shop.business).available == 0
        deliver(paystack.refund_event(second.payment_reference))
        assert lots_left(shop) == []
    assert CreditRefund.objects.get().bonus_voided == 50


def test_a_charge_back_of_a_month_that_has_ended_takes_what_rolled_over_from_it(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    first, _ = _renewed(shop, owner_client, paystack, spend="70")
    with days_on(latest_addon(), -20):
        assert lots_left(shop) == [("addon", 100), ("rollover", 30)]
        AIBillingService.settle(make_hold(shop.id, "10").pk, record=answered())
        deliver(paystack.dispute_event(first.payment_reference, "charge.dispute.resolve", **LOST))
        assert lots_left(shop) == [("addon", 100)]
    assert sorted(CreditDebt.objects.values_list("amount", flat=True)) == [10, 70]


def test_a_refund_of_the_present_month_ends_the_addon(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    reference = subscribe(owner_client, paystack, "card")
    addon = latest_addon()
    refund_purchase(AICreditPurchase.objects.get().pk, by=None, reason="Not needed")
    with days_on(addon, 0):
        assert renew_all() == []  # the refund is under way
    deliver(paystack.refund_event(reference))
    assert (latest_addon().status, latest_addon().end_date, latest_addon().auto_renew) == (
        "cancelled",
        clock.today(),
        False,
    )
    with days_on(addon, 1):
        assert renew_all() == []
    assert not paystack.sent("/transaction/charge_authorization")
    subscribe(owner_client, paystack, "card")
    assert lots_left(shop) == [("addon", 100)]


def test_a_refund_of_a_month_paid_ahead_ends_the_addon_with_the_month_before(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    subscribe(owner_client, paystack)
    addon = latest_addon()
    with days_on(addon, -3):
        renew_all()
        link = AICreditPurchase.objects.get(payment_status="pending")
        paystack.pay(link.payment_reference)
        deliver(paystack.event(link.payment_reference))
        refund_purchase(link.pk, by=None, reason="Not needed")
        deliver(paystack.refund_event(link.payment_reference))
        assert lots_left(shop) == [("addon", 100)]
    found = latest_addon()
    assert (found.status, found.period_start, found.end_date) == ("active", addon.period_start, addon.next_renewal_date)
    with days_on(addon, 0):
        assert renew_all() == ["cancelled"]


def test_a_refund_of_a_part_or_of_an_earlier_month_leaves_the_addon(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    first, second = _renewed(shop, owner_client, paystack)
    with days_on(latest_addon(), -20):
        deliver(paystack.refund_event(second.payment_reference, amount="1000", id=1))
        deliver(paystack.dispute_event(first.payment_reference, "charge.dispute.resolve", **LOST))
    assert (latest_addon().status, latest_addon().auto_renew) == ("active", True)


def test_a_card_whose_payment_is_disputed_is_not_charged_again(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    reference = subscribe(owner_client, paystack, "card")
    deliver(paystack.dispute_event(reference))
    with days_on(latest_addon(), 0):
        assert renew_all() == []
        won = {"status": "resolved", "resolution": "declined"}
        deliver(paystack.dispute_event(reference, "charge.dispute.resolve", **won))
        assert renew_all() == ["card: completed"]


def test_a_link_paid_after_its_month_has_ended_begins_a_new_month_though_no_job_ran(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    subscribe(owner_client, paystack)
    addon = latest_addon()
    with days_on(addon, -3):
        renew_all()
    link = AICreditPurchase.objects.get(payment_status="pending")
    paystack.pay(link.payment_reference)
    with days_on(addon, 40):
        assert deliver(paystack.event(link.payment_reference)) == 200
        assert lots_left(shop)[-1] == ("addon", 100)
        assert (latest_addon().status, latest_addon().period_start) == ("active", clock.today())
        assert balance_left(shop) == 100


def test_a_month_that_has_ended_when_the_job_runs_again_rolls_nothing_over(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    """From 28 February to 28 March."""
    with time_machine.travel(dt.datetime(2026, 1, 28, 9, tzinfo=clock.ACCRA), tick=False):
        subscribe(owner_client, paystack)
    with time_machine.travel(dt.datetime(2026, 2, 25, 9, tzinfo=clock.ACCRA), tick=False):
        list(renewals.renew_due())
        link = AICreditPurchase.objects.get(payment_status="pending")
        paystack.pay(link.payment_reference)
        deliver(paystack.event(link.payment_reference))
    with time_machine.travel(dt.datetime(2026, 3, 29, 9, tzinfo=clock.ACCRA), tick=False):
        assert list(addons.roll_over_due()) == []


def test_a_pay_link_whose_sender_died_before_telling_is_told_by_the_next_run(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    subscribe(owner_client, paystack)
    addon = latest_addon()
    assert addon.next_renewal_date
    with days_on(addon, -3):
        purchase = renewals._claim(addon, addon.next_renewal_date, renewals.LINK_AGAIN_AFTER)
        assert purchase
        purchases.open_checkout(purchase, "")
        assert renew_all() == ["pay link sent"]
        assert renew_all() == []
    assert purchase.authorization_url in Message.objects.get().text


def test_an_addon_that_was_cancelled_stays_so_when_a_late_link_is_paid_before_any_job_ran(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    subscribe(owner_client, paystack)
    addon = latest_addon()
    with days_on(addon, -3):
        renew_all()
        assert owner_client.post(CANCEL, {}).status_code == 200
    link = AICreditPurchase.objects.get(payment_status="pending")
    paystack.pay(link.payment_reference)
    with days_on(addon, 40):
        assert deliver(paystack.event(link.payment_reference)) == 200
        assert ("addon", 100) in lots_left(shop)
    assert (latest_addon().auto_renew, latest_addon().cancel_at_period_end) == (False, True)


def test_while_ai_is_switched_off_nothing_is_renewed_and_the_job_does_not_fail(
    owner_client: APIClient, paystack: PaystackStub, settings: Settings
) -> None:
    subscribe(owner_client, paystack, "card")
    settings.AI_FEATURES_ENABLED = False
    with days_on(latest_addon(), 0):
        assert renew_all() == []
    assert not paystack.sent("/transaction/charge_authorization")
