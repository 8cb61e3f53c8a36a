"""Crediting: each lot comes in once, and a charge-back is owed by the lots that follow."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F

from ai_features.models import BusinessAICredits, CreditDebt, CreditLot, LedgerEntry
from ai_features.services import AIBillingService
from ai_features.tests.builders import answered, make_hold, make_lot, make_purchase
from common.errors import Conflict, InvalidInput
from conftest import Shop


def account(shop: Shop) -> BusinessAICredits:
    return BusinessAICredits.objects.get(pk=shop.id)


def spend(shop: Shop, credits: str) -> None:
    AIBillingService.settle(make_hold(shop.id, credits).pk, record=answered())


def test_a_purchase_gives_one_paid_and_one_bonus_lot_however_often_it_is_completed(shop: Shop) -> None:
    """Line 30."""
    purchase = make_purchase(shop.id)
    for _ in range(3):
        assert AIBillingService.grant_purchase(purchase) == 100
    lots = CreditLot.objects.filter(purchase=purchase).order_by("source")
    assert [(lot.source, lot.granted) for lot in lots] == [("bonus", Decimal(20)), ("purchase", Decimal(80))]
    assert (account(shop).balance, account(shop).total_purchased) == (Decimal(100), Decimal(100))


def test_a_staff_grant_clicked_twice_is_one_grant_with_who_and_why(shop: Shop) -> None:
    """Line 35."""
    for _ in range(2):
        make_lot(shop.id, "20.00", by=shop.owner.user_id, reason="Sorry for Tuesday", key="form-7")
    lot = CreditLot.objects.get()
    assert (lot.by_id, lot.reason, account(shop).balance) == (shop.owner.user_id, "Sorry for Tuesday", Decimal(20))
    assert lot.entries.get().by_id == shop.owner.user_id


def test_the_trial_comes_once(shop: Shop) -> None:
    """Line 36."""
    first = AIBillingService.grant_trial(shop.id, shop.owner.user_id)
    spend(shop, "10.00")
    assert AIBillingService.grant_trial(shop.id, None) == first
    assert (account(shop).balance, account(shop).total_granted) == (Decimal(0), Decimal(10))


def test_no_trial_where_none_is_configured(shop: Shop, settings: Any) -> None:
    settings.AI_FREE_TRIAL_CREDITS = Decimal(0)
    assert AIBillingService.grant_trial(shop.id, None) is None


@pytest.mark.parametrize("credits", ["0", "-5", "0.001"])
def test_a_grant_of_nothing_or_less_is_refused(shop: Shop, credits: str) -> None:
    with pytest.raises(InvalidInput):
        make_lot(shop.id, credits)


def test_a_refund_takes_what_was_locked_and_the_lock_keeps_it_from_being_spent(shop: Shop) -> None:
    lot = make_lot(shop.id, "80.00", "purchase", purchase=make_purchase(shop.id))
    spend(shop, "30.00")
    assert AIBillingService.lock_for_refund(lot.pk) == 50
    assert account(shop).available == 0
    with pytest.raises(Conflict):
        AIBillingService.lock_for_refund(lot.pk)
    assert AIBillingService.refund_locked(lot.pk) == 50
    assert AIBillingService.refund_locked(lot.pk) == 0
    assert (account(shop).balance, account(shop).total_refunded) == (Decimal(0), Decimal(50))


def test_a_failed_refund_gives_everything_back(shop: Shop) -> None:
    lot = make_lot(shop.id, "80.00", "purchase", purchase=make_purchase(shop.id))
    AIBillingService.lock_for_refund(lot.pk)
    AIBillingService.unlock(lot.pk)
    assert (account(shop).available, account(shop).held) == (Decimal(80), Decimal(0))


def test_what_is_held_for_a_request_is_not_refunded(shop: Shop) -> None:
    lot = make_lot(shop.id, "80.00", "purchase", purchase=make_purchase(shop.id))
    hold = make_hold(shop.id, "5.00")
    assert AIBillingService.lock_for_refund(lot.pk) == 75
    AIBillingService.settle(hold.pk, record=answered())
    AIBillingService.refund_locked(lot.pk)
    assert account(shop).balance == 0


def test_a_bonus_is_voided_without_touching_what_is_held_of_it(shop: Shop) -> None:
    lot = make_lot(shop.id, "20.00", "bonus", purchase=make_purchase(shop.id))
    make_hold(shop.id, "5.00")
    assert AIBillingService.void(lot.pk) == 15
    assert account(shop).balance == 5


def test_a_charge_back_on_a_spent_lot_is_a_debt_that_the_next_lots_pay_first(shop: Shop) -> None:
    lot = make_lot(shop.id, "80.00", "purchase", purchase=make_purchase(shop.id))
    spend(shop, "60.00")
    debt = AIBillingService.charge_back(lot.pk, reason="dispute 12")
    assert debt
    assert (debt.amount, account(shop).balance) == (Decimal(60), Decimal(0))
    assert AIBillingService.charge_back(lot.pk, reason="dispute 12") is None
    make_lot(shop.id, "50.00")
    assert account(shop).balance == 0
    make_lot(shop.id, "30.00")
    assert (account(shop).balance, CreditDebt.objects.get().paid) == (Decimal(20), Decimal(60))
    assert list(LedgerEntry.objects.filter(kind="debt").order_by("credits").values_list("credits", flat=True)) == [
        Decimal(-50),
        Decimal(-10),
    ]


def test_a_charge_back_on_an_unspent_lot_leaves_no_debt(shop: Shop) -> None:
    lot = make_lot(shop.id, "80.00", "purchase", purchase=make_purchase(shop.id))
    assert AIBillingService.charge_back(lot.pk, reason="dispute 12") is None
    assert (account(shop).balance, CreditDebt.objects.count()) == (Decimal(0), 0)


@pytest.mark.parametrize(
    "change",
    [
        {"remaining": Decimal("-0.01")},
        {"remaining": Decimal("10.01")},
        {"held": Decimal("10.01")},
        {"held": Decimal("-0.01")},
        {"held": Decimal(6), "locked": Decimal(5)},
    ],
)
def test_the_database_alone_forbids_a_lot_below_zero(shop: Shop, change: dict[str, Decimal]) -> None:
    make_lot(shop.id, "10.00")
    with pytest.raises(IntegrityError), transaction.atomic():
        CreditLot.objects.update(**change)


@pytest.mark.parametrize(
    "change", [{"balance": Decimal(-1)}, {"held": Decimal(11)}, {"balance": Decimal(11)}, {"total_used": Decimal(1)}]
)
def test_the_database_alone_forbids_an_account_that_does_not_add_up(shop: Shop, change: dict[str, Decimal]) -> None:
    make_lot(shop.id, "10.00")
    with pytest.raises(IntegrityError), transaction.atomic():
        BusinessAICredits.objects.update(**change)


@pytest.mark.parametrize("source", ["purchase", "bonus"])
def test_the_database_alone_forbids_a_second_lot_of_one_purchase(shop: Shop, source: str) -> None:
    purchase = make_purchase(shop.id)
    make_lot(shop.id, "10.00", source, purchase=purchase)
    with pytest.raises(IntegrityError), transaction.atomic():
        CreditLot.objects.create(business_id=shop.id, source=source, granted=1, remaining=1, purchase=purchase)


def test_the_database_alone_forbids_a_second_trial(shop: Shop) -> None:
    make_lot(shop.id, "10.00", "trial")
    with pytest.raises(IntegrityError), transaction.atomic():
        CreditLot.objects.create(business_id=shop.id, source="trial", granted=1, remaining=1)


def test_ledger_entries_are_never_changed_or_deleted(shop: Shop) -> None:
    entry = make_lot(shop.id).entries.get()
    for change in (entry.save, entry.delete):
        with pytest.raises(TypeError):
            change()
    assert LedgerEntry.objects.filter(credits=F("lot__granted")).count() == 1
