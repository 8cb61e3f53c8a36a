"""The storefronts renewed by a saved card: only with an owner's yes, once a month, whatever the network and bank do."""

import datetime as dt
from typing import Any

import pytest
import time_machine
from django.db import transaction
from rest_framework.test import APIClient

from accounts.models import AuditEntry, Membership, Subscription
from accounts.tests.builders import make_member
from ai_features.models import AICreditPurchase, Message, StorefrontCard
from ai_features.services.payments import purchases, reversals, storefront_card, storefront_plan
from ai_features.tests.payment_builders import deliver
from ai_features.tests.stubs.paystack import Fault, PaystackStub
from common import clock
from common.tenancy import Role
from conftest import Shop

pytestmark = pytest.mark.django_db(transaction=True)
PAY, CARD = "/accounts/api/subscription/pay/", "/accounts/api/subscription/card/"
CHARGE = "/transaction/charge_authorization"
BEGUN, DUE, NEXT = dt.date(2026, 1, 28), dt.date(2026, 2, 28), dt.date(2026, 3, 28)


def on(day: dt.date, hour: int = 9) -> Any:
    return time_machine.travel(clock.start_of(day) + dt.timedelta(hours=hour), tick=False)


def after(days: int, hour: int = 9) -> Any:
    """So many days after the day on which the paid month ends."""
    return on(DUE + dt.timedelta(days=days), hour)


def pay(client: APIClient, stub: PaystackStub, *, reusable: bool = True, **body: Any) -> AICreditPurchase:
    """A month paid by card, with what is said of the months to come."""
    opened = client.post(PAY, {"payment_method": "card"} | body, format="json")
    assert opened.status_code == 201, opened.json()
    stub.pay(opened.json()["reference"], reusable=reusable)
    assert deliver(stub.event(opened.json()["reference"])) == 200
    return AICreditPurchase.objects.get(payment_reference=opened.json()["reference"])


def renew() -> list[str]:
    return [done for _, done in storefront_card.renew_due()]


def paid_to(plan: Subscription) -> dt.date:
    plan.refresh_from_db()
    return plan.renews_on


def subjects() -> list[str]:
    return list(Message.objects.order_by("created_at").values_list("subject", flat=True))


@pytest.fixture
def plan(shop: Shop) -> Subscription:
    return Subscription.objects.create(business=shop.business, started_on=BEGUN, renews_on=BEGUN)


@pytest.fixture
def card(shop: Shop, plan: Subscription, paystack: PaystackStub, owner_client: APIClient) -> StorefrontCard:
    """An owner paid the month that ends on `DUE`, and agreed to be charged for those to come."""
    with on(BEGUN):
        pay(owner_client, paystack, keep_card=True)
    assert paid_to(plan) == DUE
    return StorefrontCard.objects.get()


def test_without_a_yes_no_card_is_kept_and_none_is_charged(
    plan: Subscription, paystack: PaystackStub, owner_client: APIClient
) -> None:
    with on(BEGUN):
        pay(owner_client, paystack)
        assert owner_client.get(CARD).status_code == 404
    with after(0):
        assert renew() == []
    assert (StorefrontCard.objects.count(), paystack.sent(CHARGE)) == (0, [])


def test_a_yes_is_an_owners_and_of_a_card_that_can_be_charged_again(
    shop: Shop, plan: Subscription, paystack: PaystackStub, owner_client: APIClient, client_of: Any
) -> None:
    manager = client_of(make_member(shop.business, Role.MANAGER))
    with on(BEGUN):
        assert manager.post(PAY, {"payment_method": "card", "keep_card": True}, format="json").status_code == 403
        refused = owner_client.post(PAY, {"payment_method": "mobile_money", "keep_card": True}, format="json")
        assert (refused.status_code, list(refused.json()["fields"])) == (400, ["keep_card"])
        pay(owner_client, paystack, keep_card=True, reusable=False)
    assert not StorefrontCard.objects.exists()


def test_the_card_is_told_of_before_charged_on_the_day_and_a_receipt_follows(
    plan: Subscription, card: StorefrontCard, paystack: PaystackStub, owner_client: APIClient
) -> None:
    with after(-3):
        assert renew() == []
        assert [what for _, what in storefront_plan.remind_due()] == ["ahead"]
        shown = owner_client.get(CARD).json()
    assert (shown["brand"], shown["last4"], shown["next_charge_on"]) == ("visa", "4081", str(DUE))
    assert "authorization" not in str(shown)
    with after(0):
        assert renew() == ["card: completed"]
        assert renew() == []
        assert list(storefront_plan.remind_due()) == []
    assert paid_to(plan) == NEXT
    [charged] = paystack.sent(CHARGE)
    told = Message.objects.get(subject="Your storefronts renew soon").text
    renewal = AICreditPurchase.objects.get(terms__has_key="by_card")
    assert charged["amount"] == renewal.amount_paid * 100
    assert f"{renewal.amount_paid}" in told
    assert "ending 4081" in told
    assert (renewal.invoices.count(), subjects()[-1]) == (1, "Your storefronts are paid")
    assert paystack.violations == []


def test_a_job_that_comes_late_charges_within_the_days_of_grace_and_not_after(
    plan: Subscription, card: StorefrontCard, paystack: PaystackStub
) -> None:
    with after(15):
        assert renew() == []
    with after(14):
        assert renew() == ["card: completed"]
    assert paid_to(plan) == NEXT


def test_a_declined_card_is_tried_three_times_a_day_apart_told_once_and_then_paid_by_hand(
    plan: Subscription, card: StorefrontCard, paystack: PaystackStub, owner_client: APIClient
) -> None:
    paystack.decide_card(card.authorization_code, "failed")
    done = []
    for days, hour in ((0, 9), (0, 20), (1, 9), (1, 10), (2, 10), (3, 11), (5, 9)):
        with after(days, hour):
            done += renew()
    assert done == ["card: failed"] * 3
    assert subjects().count("Your card was declined") == 1
    with after(7):
        assert [what for _, what in storefront_plan.remind_due()] == ["unpaid"]
        pay(owner_client, paystack)
    assert paid_to(plan) == NEXT
    paystack.decide_card(card.authorization_code, "success")
    with on(NEXT):
        assert renew() == ["card: completed"]


def test_a_card_that_was_revoked_is_refused_and_charges_nothing(
    plan: Subscription, card: StorefrontCard, paystack: PaystackStub
) -> None:
    paystack.fail_next(CHARGE, Fault(status=400))
    with after(0):
        assert renew() == ["card: failed"]
    assert (paid_to(plan), AICreditPurchase.objects.latest("created_at").next_check_at) == (DUE, None)


def test_a_lost_answer_is_no_second_charge_and_the_late_webhook_brings_the_month(
    plan: Subscription, card: StorefrontCard, paystack: PaystackStub
) -> None:
    paystack.fail_next(CHARGE, Fault(answer_lost=True))
    with after(0):
        assert renew() == ["card: charged, answer not known"]
        assert renew() == []
    with after(1, 10):
        assert renew() == []
        reference = AICreditPurchase.objects.get(payment_status="pending").payment_reference
        assert deliver(paystack.event(reference)) == 200
        assert deliver(paystack.event(reference)) == 200
        assert renew() == []
    assert (paid_to(plan), len(paystack.sent(CHARGE))) == (NEXT, 1)
    assert subjects()[-1] == "Your storefronts are paid"


def test_before_it_is_charged_again_paystack_is_asked_about_the_attempt_before(
    plan: Subscription, card: StorefrontCard, paystack: PaystackStub
) -> None:
    paystack.fail_next(CHARGE, Fault(answer_lost=True))
    with after(0):
        renew()
    AICreditPurchase.objects.filter(payment_status="pending").update(payment_status="failed")
    with after(1, 10):
        assert renew() == []
    assert (paid_to(plan), len(paystack.sent(CHARGE))) == (NEXT, 1)


def test_a_month_that_was_paid_by_hand_meanwhile_is_not_paid_twice_unseen(
    plan: Subscription, card: StorefrontCard, paystack: PaystackStub, owner_client: APIClient
) -> None:
    paystack.fail_next(CHARGE, Fault(answer_lost=True))
    with after(0):
        renew()
        by_card = AICreditPurchase.objects.get(payment_status="pending")
        pay(owner_client, paystack)
        assert deliver(paystack.event(by_card.payment_reference)) == 200
    by_card.refresh_from_db()
    assert (paid_to(plan), by_card.payment_status, by_card.needs_attention) == (NEXT, "pending", True)
    assert "Paid twice" in by_card.reason


def test_while_somebody_pays_by_hand_or_asks_money_back_the_card_waits(
    plan: Subscription, card: StorefrontCard, paystack: PaystackStub, owner_client: APIClient
) -> None:
    with after(0):
        owner_client.post(PAY, {"payment_method": "mobile_money"}, format="json")
        assert renew() == []
    with after(2):
        assert [status for _, status in purchases.check_unpaid()] == ["failed"]
        assert renew() == ["card: completed"]


def test_a_bank_that_asks_back_sends_the_owner_there(
    plan: Subscription, card: StorefrontCard, paystack: PaystackStub
) -> None:
    paystack.decide_card(card.authorization_code, "paused")
    with after(0):
        assert renew() == ["card: approval asked for"]
        assert renew() == []
    purchase = AICreditPurchase.objects.get(payment_status="pending")
    assert purchase.authorization_url in Message.objects.latest("created_at").text


def test_a_no_ends_it_also_for_a_payment_that_is_open(
    plan: Subscription, card: StorefrontCard, paystack: PaystackStub, owner_client: APIClient, cashier_client: APIClient
) -> None:
    with after(-5):
        opened = owner_client.post(PAY, {"payment_method": "card", "keep_card": True}, format="json").json()
        assert cashier_client.delete(CARD).status_code == 403
        assert owner_client.delete(CARD).status_code == 204
        assert owner_client.delete(CARD).status_code == 204
        paystack.pay(opened["reference"])
        assert deliver(paystack.event(opened["reference"])) == 200
    assert (paid_to(plan), StorefrontCard.objects.count()) == (NEXT, 0)
    actions = AuditEntry.objects.order_by("created_at").values_list("action", flat=True)
    assert list(actions) == ["renewal_by_card_on", "renewal_by_card_on", "renewal_by_card_off"]


def test_a_yes_ends_with_the_rights_of_who_gave_it_and_with_money_taken_back(
    shop: Shop, plan: Subscription, card: StorefrontCard, paystack: PaystackStub
) -> None:
    Membership.objects.filter(pk=shop.owner.pk).update(role="manager")
    with after(0):
        assert renew() == ["card: forgotten"]
        assert renew() == []
    assert (paystack.sent(CHARGE), subjects()[-1]) == ([], "Your storefronts are no longer paid by card")


def test_money_that_goes_back_ends_it(plan: Subscription, card: StorefrontCard, paystack: PaystackStub) -> None:
    with after(-1), transaction.atomic():
        purchase = reversals.locked_purchase(AICreditPurchase.objects.get().pk)
        reversals.take_back(purchase, "Charged back.")
    assert not StorefrontCard.objects.exists()


def test_another_business_sees_and_ends_no_card_but_its_own(
    card: StorefrontCard, other_shop: Shop, client_of: Any
) -> None:
    stranger = client_of(other_shop.owner)
    assert stranger.get(CARD).status_code == 404
    assert stranger.delete(CARD).status_code == 204
    assert StorefrontCard.objects.filter(pk=card.pk).exists()
