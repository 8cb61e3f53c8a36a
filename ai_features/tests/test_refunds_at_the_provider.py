"""Refunds and disputes that begin at Paystack: each takes its share once, in whatever order its news comes."""

import datetime as dt
import itertools
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from rest_framework.test import APIClient

from ai_features.models import AICreditPurchase, CreditDebt, CreditInvoice, CreditRefund
from ai_features.services.billing import AIBillingService
from ai_features.services.payments import refunds
from ai_features.tests.builders import answered, failed, make_hold
from ai_features.tests.payment_builders import deliver, open_purchase, pay
from ai_features.tests.refunding import account_of, refund_of, spend_bonus_and
from ai_features.tests.stubs.paystack import Fault, PaystackStub
from conftest import Shop

pytestmark = [pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _holds_commit(transactional_db: None) -> None:
    """Holds are committed, so these tests run without a transaction around them."""


def _dashboard(stub: PaystackStub, purchase: AICreditPurchase, amount: int, number: int, **changes: Any) -> int:
    """A refund of so many pesewas that staff made in Paystack's dashboard."""
    return deliver(stub.refund_event(purchase.payment_reference, amount=str(amount), id=number, **changes))


def test_every_refund_made_in_the_dashboard_takes_its_share_once(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    purchase = pay(owner_client, paystack)
    for number, amount, left in (
        (1, 2350, 75),
        (1, 2350, 75),
        (2, 2350, 50),
        (3, 1000, Decimal("39.36")),
        (4, 3700, 0),
    ):
        assert _dashboard(paystack, purchase, amount, number) == 200
        assert account_of(shop).balance == left
        purchase.refresh_from_db()
        assert purchase.payment_status == ("refunded" if left == 0 else "completed")
    rows = CreditRefund.objects.filter(purchase=purchase, kind="provider", status="done")
    assert (rows.count(), sum(rows.values_list("amount", flat=True))) == (4, Decimal(94))
    assert sum(rows.values_list("credits", flat=True)) == 80
    assert CreditInvoice.objects.filter(kind="credit_note").count() == 4


def test_more_than_was_paid_is_never_taken_back(shop: Shop, owner_client: APIClient, paystack: PaystackStub) -> None:
    purchase = pay(owner_client, paystack)
    pay(owner_client, paystack, "starter")
    for number in (1, 2, 3):
        _dashboard(paystack, purchase, 9000, number)
    assert account_of(shop).balance == 30
    assert sum(CreditRefund.objects.values_list("amount", flat=True)) == 94


def test_refunds_in_the_dashboard_without_an_id_are_told_apart_by_their_bodies(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    purchase = pay(owner_client, paystack)
    for note in ("first", "first", "second"):
        changes: Any = {"id": None, "refund_reference": None, "merchant_note": note}
        deliver(paystack.refund_event(purchase.payment_reference, amount="2350", **changes))
    assert account_of(shop).balance == 50


def test_what_a_refund_in_the_dashboard_leaves_can_still_be_refunded_by_us_and_no_more(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    purchase = pay(owner_client, paystack)
    _dashboard(paystack, purchase, 4700, 1)
    refund = refund_of(purchase)
    assert (refund.credits, refund.amount) == (Decimal(40), Decimal(47))
    deliver(paystack.refund_event(purchase.payment_reference))
    assert account_of(shop).balance == 0


def test_a_refund_in_the_dashboard_after_ours_makes_what_was_spent_a_debt(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    purchase = pay(owner_client, paystack)
    spend_bonus_and(shop, "40")
    refund_of(purchase)
    deliver(paystack.refund_event(purchase.payment_reference))
    _dashboard(paystack, purchase, 2350, 7)
    assert sorted(CreditDebt.objects.values_list("amount", flat=True)) == [5, 20]
    _dashboard(paystack, purchase, 2350, 8)
    assert sorted(CreditDebt.objects.values_list("amount", flat=True)) == [20, 40]
    assert account_of(shop).balance == 0


def test_our_refund_learnt_from_the_list_is_not_booked_again_by_its_event(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    """The event names the refund by another id than the list does."""
    purchase = pay(owner_client, paystack)
    spend_bonus_and(shop, "40")
    refund_of(purchase)
    paystack.refunds[0]["status"] = "processed"
    assert [status for _, status in refunds.settle_open()] == ["done"]
    for _ in range(2):
        _dashboard(paystack, purchase, 4700, 77)
    assert not CreditDebt.objects.exists()
    assert CreditRefund.objects.count() == 1


@pytest.mark.parametrize(("amount", "left"), [(4700, 50), (9400, 0)])
def test_a_refund_in_the_dashboard_that_we_hear_of_before_the_payment_counts_when_it_is_credited(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub, amount: int, left: int
) -> None:
    reference = open_purchase(owner_client)
    purchase = AICreditPurchase.objects.get()
    paystack.pay(reference)
    assert _dashboard(paystack, purchase, amount, 1) == 200
    for _ in range(2):
        assert deliver(paystack.event(reference)) == 200
    purchase.refresh_from_db()
    assert purchase.payment_status == ("completed" if left else "refunded")
    assert AIBillingService.get_credit_balance(shop.id) == left
    notes = CreditInvoice.objects.filter(kind="credit_note").values_list("total_amount", flat=True)
    assert list(notes) == ([Decimal(47)] if left else [])


def test_a_part_refunded_in_the_dashboard_while_ours_is_under_way_waits_for_it(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    purchase = pay(owner_client, paystack)
    spend_bonus_and(shop, "40")
    refund_of(purchase)
    part = paystack.refund_event(purchase.payment_reference, amount="1000", id=5)
    assert deliver(part) == 200
    purchase.refresh_from_db()
    assert "while GHS 47.00 is under way" in purchase.reason
    deliver(paystack.refund_event(purchase.payment_reference))
    assert deliver(part) == 200
    assert sorted(CreditRefund.objects.values_list("amount", flat=True)) == [10, 47]


def test_a_bonus_held_at_the_moment_of_a_refund_is_voided_when_its_hold_gives_it_back(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    purchase = pay(owner_client, paystack)
    held = make_hold(shop.id, "15")
    refund_of(purchase)
    deliver(paystack.refund_event(purchase.payment_reference))
    assert account_of(shop).balance == 15
    AIBillingService.release(held.pk, record=failed())
    assert account_of(shop).balance == 0


def test_a_bonus_held_at_the_moment_of_a_refund_still_pays_for_its_answer(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    purchase = pay(owner_client, paystack)
    held = make_hold(shop.id, "15")
    refund_of(purchase)
    deliver(paystack.refund_event(purchase.payment_reference))
    AIBillingService.settle(held.pk, record=answered(), credits=Decimal(5))
    assert (account_of(shop).balance, account_of(shop).total_used) == (0, 5)


RESOLVED = "charge.dispute.resolve"


@pytest.mark.parametrize("order", list(itertools.permutations(["create", "remind", "resolve"])), ids="-".join)
@pytest.mark.parametrize("resolution", ["declined", "merchant-accepted"])
def test_the_news_of_a_dispute_may_come_in_any_order(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub, order: Any, resolution: str
) -> None:
    purchase = pay(owner_client, paystack)
    left = 100 if resolution == "declined" else 0
    for name in order:
        changes = {"status": "resolved", "resolution": resolution} if name == "resolve" else {}
        event = paystack.dispute_event(purchase.payment_reference, f"charge.dispute.{name}", **changes)
        assert deliver(event) == 200
    purchase.refresh_from_db()
    assert (account_of(shop).available, purchase.needs_attention) == (left, False)
    assert purchase.payment_status == ("completed" if left else "refunded")


def test_a_second_dispute_of_a_payment_is_a_dispute_of_its_own(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    purchase = pay(owner_client, paystack)
    won = {"status": "resolved", "resolution": "declined"}
    deliver(paystack.dispute_event(purchase.payment_reference, RESOLVED, **won))
    deliver(paystack.dispute_event(purchase.payment_reference, id=2))
    assert account_of(shop).available == 0
    deliver(paystack.dispute_event(purchase.payment_reference, RESOLVED, id=2, **won))
    assert account_of(shop).available == 100


def test_a_dispute_lost_in_part_takes_its_share(shop: Shop, owner_client: APIClient, paystack: PaystackStub) -> None:
    purchase = pay(owner_client, paystack)
    deliver(paystack.dispute_event(purchase.payment_reference))
    lost = {"status": "resolved", "resolution": "merchant-accepted", "refund_amount": 4700}
    deliver(paystack.dispute_event(purchase.payment_reference, RESOLVED, **lost))
    _dashboard(paystack, purchase, 4700, 9)  # the refund in which Paystack pays it out
    purchase.refresh_from_db()
    assert (account_of(shop).available, purchase.payment_status, purchase.needs_attention) == (50, "completed", False)


def test_a_dispute_lost_in_part_while_our_refund_is_under_way_leaves_that_refund_its_credits(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    """Half of the money goes back by us, a quarter by the bank: of what was spent a quarter is owed."""
    purchase = pay(owner_client, paystack)
    spend_bonus_and(shop, "40")
    assert refund_of(purchase).credits == 40
    lost = {"status": "resolved", "resolution": "merchant-accepted", "refund_amount": 2350}
    deliver(paystack.dispute_event(purchase.payment_reference, RESOLVED, **lost))
    assert account_of(shop).held == 40
    deliver(paystack.refund_event(purchase.payment_reference))
    assert account_of(shop).balance == 0
    assert sorted(CreditDebt.objects.values_list("amount", flat=True)) == [5, 20]


@pytest.mark.parametrize(("name", "left"), [("refund.processed", 0), ("refund.failed", 75)])
def test_a_dispute_lost_in_part_takes_what_our_refund_has_locked_when_nothing_was_spent(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub, name: str, left: int
) -> None:
    purchase = pay(owner_client, paystack)
    assert refund_of(purchase).credits == 80
    lost = {"status": "resolved", "resolution": "merchant-accepted", "refund_amount": 2350}
    deliver(paystack.dispute_event(purchase.payment_reference, RESOLVED, **lost))
    deliver(paystack.refund_event(purchase.payment_reference, name))
    assert account_of(shop).available == left
    assert not CreditDebt.objects.exists()


def test_a_dispute_that_we_hear_of_before_the_payment_locks_its_credits_when_they_come(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    reference = open_purchase(owner_client)
    paystack.pay(reference)
    deliver(paystack.dispute_event(reference))
    deliver(paystack.event(reference))
    assert AICreditPurchase.objects.get().needs_attention
    assert (account_of(shop).balance, account_of(shop).available) == (100, 0)
    deliver(paystack.dispute_event(reference, RESOLVED, status="resolved", resolution="declined"))
    assert account_of(shop).available == 100


def test_a_payment_reversed_because_of_a_refund_in_part_is_not_taken_back_whole(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    purchase = pay(owner_client, paystack)
    _dashboard(paystack, purchase, 4700, 1)
    paystack.pay(purchase.payment_reference, "reversed")
    deliver(paystack.event(purchase.payment_reference, "charge.reversed"))
    assert account_of(shop).balance == 50


def test_our_refund_that_got_lost_is_not_taken_for_one_of_the_same_amount_in_the_dashboard(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    purchase = pay(owner_client, paystack)
    refund_of(purchase)
    by_hand = paystack.refunds[0] | {"amount": 4700, "status": "processed"}
    deliver(paystack.refund_event(purchase.payment_reference, "refund.failed"))
    paystack.refunds[:] = [by_hand]
    _dashboard(paystack, purchase, 4700, 991)
    paystack.fail_next("/refund", Fault(status=500))
    lost = refund_of(purchase)
    assert (lost.amount, lost.status) == (Decimal(47), "sent")
    assert [status for _, status in refunds.settle_open()] == ["sent"]
    with time_machine.travel(lost.created_at + dt.timedelta(hours=1), tick=False):
        assert [status for _, status in refunds.settle_open()] == ["failed"]
    assert account_of(shop).available == 50


def test_a_bonus_held_through_a_refund_and_a_charge_back_is_given_up_once(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    """The five paid credits of the hold come back and are owed; the bonus of the hold is gone and is not owed too."""
    purchase = pay(owner_client, paystack)
    held = make_hold(shop.id, "25")
    refund_of(purchase)
    deliver(paystack.refund_event(purchase.payment_reference))
    lost = {"status": "resolved", "resolution": "merchant-accepted"}
    deliver(paystack.dispute_event(purchase.payment_reference, RESOLVED, **lost))
    AIBillingService.release(held.pk, record=failed())
    assert account_of(shop).balance == 5
    assert list(CreditDebt.objects.values_list("amount", flat=True)) == [5]


def test_a_payment_called_reversed_after_a_refund_in_part_that_was_never_credited_calls_staff(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    reference = open_purchase(owner_client)
    paystack.pay(reference)
    purchase = AICreditPurchase.objects.get()
    _dashboard(paystack, purchase, 4700, 1)
    paystack.pay(reference, "reversed")
    deliver(paystack.event(reference, "charge.reversed"))
    purchase.refresh_from_db()
    assert (purchase.payment_status, purchase.needs_attention) == ("pending", True)


def _lines(kind: str) -> list[dict[str, Decimal]]:
    """Base and taxes of each invoice or credit note."""
    found = CreditInvoice.objects.filter(kind=kind)
    taxes = [{tax["name"]: Decimal(tax["amount"]) for tax in invoice.taxes} for invoice in found]
    return [{"base": invoice.base_amount} | lines for invoice, lines in zip(found, taxes, strict=True)]


@pytest.mark.parametrize("parts", [[3133, 3133, 3134], [1, 1, 1, 9397], [1000, 2000, 3000, 3400], [9399, 1]])
def test_the_lines_of_credit_notes_sum_to_those_of_the_invoice(
    parts: list[int], owner_client: APIClient, paystack: PaystackStub
) -> None:
    purchase = pay(owner_client, paystack)
    for number, part in enumerate(parts):
        _dashboard(paystack, purchase, part, number)
    [invoice], notes = _lines("invoice"), _lines("credit_note")
    assert {name: sum(note[name] for note in notes) for name in invoice} == invoice
    assert min(amount for note in notes for name, amount in note.items() if name != "base") >= 0


def test_a_hundred_refunds_of_a_pesewa_take_as_many_credits_as_one_of_a_cedi(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    purchase = pay(owner_client, paystack)
    for number in range(100):
        _dashboard(paystack, purchase, 1, number)
    rows = CreditRefund.objects.filter(purchase=purchase)
    assert sum(rows.values_list("credits", flat=True)) == Decimal("0.85")
    assert account_of(shop).balance == 100 - Decimal("0.85") - Decimal("0.21")


def test_what_is_refunded_in_all_for_an_unspent_pack_is_what_was_paid(
    owner_client: APIClient, paystack: PaystackStub
) -> None:
    purchase = pay(owner_client, paystack)
    for number in range(3):
        _dashboard(paystack, purchase, 1, number)
    assert refund_of(purchase).amount == Decimal("93.97")
