"""Refunds and charge-backs: what is unspent goes back, nothing is both refunded and spent, what was spent is owed."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest
import time_machine
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from accounts.tests.builders import make_member
from ai_features.errors import InsufficientCredits
from ai_features.models import CreditDebt, CreditInvoice, CreditLot, CreditRefund
from ai_features.services.billing import AIBillingService
from ai_features.services.payments import refunds
from ai_features.services.payments.paystack import PaymentRefused
from ai_features.tests.builders import answered, make_hold, make_purchase
from ai_features.tests.payment_builders import deliver, open_purchase, pay
from ai_features.tests.refunding import account_of, refund_of, spend, spend_bonus_and
from ai_features.tests.stubs.paystack import Fault, PaystackStub
from common import clock
from common.errors import Conflict
from common.tenancy import Role
from conftest import Shop

pytestmark = [pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _holds_commit(transactional_db: None) -> None:
    """Holds are committed, so these tests run without a transaction around them."""


def test_an_unspent_pack_goes_back_whole_with_its_tax_and_its_bonus_is_voided(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    purchase = pay(owner_client, paystack)
    refund = refund_of(purchase)
    assert (refund.amount, refund.credits, refund.status) == (Decimal("94.00"), Decimal(80), "pending")
    assert (account_of(shop).available, account_of(shop).balance) == (0, 100)
    assert deliver(paystack.refund_event(purchase.payment_reference)) == 200
    refund.refresh_from_db()
    purchase.refresh_from_db()
    assert (refund.status, refund.bonus_voided, purchase.payment_status) == ("done", Decimal(20), "refunded")
    assert (account_of(shop).balance, account_of(shop).held) == (0, 0)


def test_a_partly_used_pack_gives_back_its_unspent_share(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    purchase = pay(owner_client, paystack)
    spend_bonus_and(shop, "30")
    refund = refund_of(purchase)
    assert (refund.credits, refund.amount) == (Decimal(50), Decimal("58.75"))
    assert paystack.sent("/refund")[0]["amount"] == 5875


def test_what_is_locked_for_a_refund_cannot_be_spent_and_what_is_held_is_not_refunded(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    purchase = pay(owner_client, paystack)
    held = make_hold(shop.business.pk, "30")
    assert refund_of(purchase).credits == 70
    with pytest.raises(InsufficientCredits):
        make_hold(shop.business.pk, "0.01")
    AIBillingService.settle(held.pk, record=answered())
    deliver(paystack.refund_event(purchase.payment_reference))
    assert account_of(shop).balance == 0


def test_a_refused_refund_unlocks(shop: Shop, owner_client: APIClient, paystack: PaystackStub) -> None:
    purchase = pay(owner_client, paystack)
    paystack.fail_next("/refund", Fault(status=400))
    with pytest.raises(PaymentRefused):
        refund_of(purchase)
    assert CreditRefund.objects.get().status == "failed"
    assert account_of(shop).available == 100
    assert refund_of(purchase).status == "pending"


def test_a_refund_that_fails_later_unlocks_and_calls_staff(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    purchase = pay(owner_client, paystack)
    refund_of(purchase)
    deliver(paystack.refund_event(purchase.payment_reference, "refund.failed"))
    purchase.refresh_from_db()
    assert (account_of(shop).available, purchase.payment_status, purchase.needs_attention) == (100, "completed", True)


def test_a_lost_answer_keeps_the_credits_locked_until_paystack_says_what_it_did(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    purchase = pay(owner_client, paystack)
    paystack.fail_next("/refund", Fault(answer_lost=True))
    assert refund_of(purchase).status == "sent"
    assert account_of(shop).available == 0
    paystack.refunds[0]["status"] = "processed"
    assert list(refunds.settle_open()) == [(purchase.payment_reference, "done")]
    assert len(paystack.sent("/refund")) == 2  # asked once, listed once


def test_a_refund_paystack_never_heard_of_unlocks_after_an_hour(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    purchase = pay(owner_client, paystack)
    paystack.fail_next("/refund", Fault(status=500))
    refund = refund_of(purchase)
    assert list(refunds.settle_open()) == [(purchase.payment_reference, "sent")]
    with time_machine.travel(refund.created_at + dt.timedelta(hours=1), tick=False):
        assert list(refunds.settle_open()) == [(purchase.payment_reference, "failed")]
    assert account_of(shop).available == 100


def test_a_second_refund_while_one_is_under_way_or_done_is_refused(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    purchase = pay(owner_client, paystack)
    refund_of(purchase)
    with pytest.raises(Conflict):
        refund_of(purchase)
    deliver(paystack.refund_event(purchase.payment_reference))
    deliver(paystack.refund_event(purchase.payment_reference))
    with pytest.raises(Conflict):
        refund_of(purchase)
    assert CreditRefund.objects.count() == 1


def test_a_pack_that_is_spent_or_expired_has_nothing_to_refund(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    spent, old = pay(owner_client, paystack, "starter"), pay(owner_client, paystack, "starter")
    spend(shop, "30")
    with pytest.raises(Conflict, match="nothing to refund"):
        refund_of(spent)
    with time_machine.travel(clock.months_after(clock.now(), 6) + dt.timedelta(minutes=1)), pytest.raises(Conflict):
        refund_of(old)


def test_a_purchase_without_paid_credits_has_nothing_to_refund(shop: Shop) -> None:
    purchase = make_purchase(shop.business.pk, "0", "10", payment_status="completed")
    with pytest.raises(Conflict, match="nothing to refund"):
        refund_of(purchase)


def test_the_credit_note_shares_the_tax_and_has_a_number_of_its_own(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    purchase = pay(owner_client, paystack)
    spend_bonus_and(shop, "40")
    refund_of(purchase)
    deliver(paystack.refund_event(purchase.payment_reference))
    note = CreditInvoice.objects.get(kind="credit_note")
    assert (note.written_number, note.total_amount, note.base_amount) == ("AI-CN-000001", Decimal(47), Decimal(40))
    assert [tax["amount"] for tax in note.taxes] == ["6.00", "1.00"]


def test_a_charge_back_on_a_spent_pack_is_a_debt_that_the_next_purchase_pays(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    purchase = pay(owner_client, paystack)
    spend_bonus_and(shop, "60")
    accepted = {"status": "resolved", "resolution": "merchant-accepted"}
    for _ in range(2):
        deliver(paystack.dispute_event(purchase.payment_reference, "charge.dispute.resolve", **accepted))
    assert account_of(shop).balance == 0
    assert sorted(CreditDebt.objects.values_list("amount", flat=True)) == [20, 60]
    pay(owner_client, paystack)
    assert account_of(shop).balance == 20
    assert all(debt.paid == debt.amount for debt in CreditDebt.objects.all())


def test_a_dispute_sets_the_unspent_aside_and_gives_it_back_when_we_win(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    purchase = pay(owner_client, paystack)
    for name in ("charge.dispute.create", "charge.dispute.remind"):
        assert deliver(paystack.dispute_event(purchase.payment_reference, name)) == 200
    purchase.refresh_from_db()
    assert (account_of(shop).available, purchase.needs_attention) == (0, True)
    won = {"status": "resolved", "resolution": "declined"}
    deliver(paystack.dispute_event(purchase.payment_reference, "charge.dispute.resolve", **won))
    purchase.refresh_from_db()
    assert (account_of(shop).available, purchase.needs_attention) == (100, False)


def test_a_refund_made_in_paystacks_own_dashboard_takes_its_share_of_the_credits(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    purchase = pay(owner_client, paystack)
    deliver(paystack.refund_event(purchase.payment_reference, amount="4700"))
    lots = CreditLot.objects.filter(business=shop.business).order_by("source")
    assert [lot.remaining for lot in lots] == [10, 40]
    assert account_of(shop).balance == 50


def test_an_owner_asks_for_a_refund_and_nobody_else_can(
    shop: Shop, owner_client: APIClient, client_of: Callable[..., APIClient], paystack: PaystackStub, other_shop: Shop
) -> None:
    url = f"/ai/api/credits/purchases/{pay(owner_client, paystack).payment_reference}/refund/"
    assert APIClient().post(url, {"reason": "x"}).status_code == 401
    assert client_of(make_member(shop.business, Role.MANAGER)).post(url, {"reason": "x"}).status_code == 403
    assert client_of(other_shop.owner).post(url, {"reason": "x"}).status_code == 404
    assert owner_client.post(url, {}).json()["fields"]["reason"]
    response = owner_client.post(url, {"reason": "Bought by mistake"})
    assert (response.status_code, response.json()["amount"]) == (201, 94.0)


def test_a_purchase_that_was_never_paid_cannot_be_refunded(owner_client: APIClient, paystack: PaystackStub) -> None:
    reference = open_purchase(owner_client)
    response = owner_client.post(f"/ai/api/credits/purchases/{reference}/refund/", {"reason": "x"})
    assert (response.status_code, response.json()["error"]) == (409, "conflict")


def test_refunds_stay_on_while_ai_is_switched_off(
    owner_client: APIClient, paystack: PaystackStub, settings: Settings
) -> None:
    purchase = pay(owner_client, paystack)
    settings.AI_FEATURES_ENABLED = False
    assert refund_of(purchase).status == "pending"


def test_a_charge_back_after_a_refund_makes_what_was_spent_a_debt_once(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    purchase = pay(owner_client, paystack)
    spend_bonus_and(shop, "60")
    refund_of(purchase)
    deliver(paystack.refund_event(purchase.payment_reference))
    accepted = {"status": "resolved", "resolution": "merchant-accepted"}
    for number in (1, 2):
        deliver(paystack.dispute_event(purchase.payment_reference, "charge.dispute.resolve", id=number, **accepted))
    assert account_of(shop).balance == 0
    assert sorted(CreditDebt.objects.values_list("amount", flat=True)) == [20, 60]
    assert sum(CreditRefund.objects.values_list("amount", flat=True)) == purchase.amount_paid


def test_late_news_of_a_dispute_that_we_won_locks_nothing_again(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    purchase = pay(owner_client, paystack)
    opened = paystack.dispute_event(purchase.payment_reference, "charge.dispute.create")
    won = {"status": "resolved", "resolution": "declined"}
    for event in (opened, paystack.dispute_event(purchase.payment_reference, "charge.dispute.resolve", **won), opened):
        assert deliver(event) == 200
    assert account_of(shop).available == 100
