"""Holds: given back to the same lots, closed once, and never outliving their deadline."""

import datetime as dt
import uuid
from decimal import Decimal

import pytest
import time_machine
from django.core.cache import cache

from ai_features.errors import HoldClosed
from ai_features.models import AITransaction, BusinessAICredits, CreditHold, CreditLot
from ai_features.services import AIBillingService
from ai_features.services.billing import UsageRecord
from ai_features.tests.builders import answered, failed, make_hold, make_lot
from common import clock
from common.errors import NotFound
from conftest import Shop

HOUR = dt.timedelta(hours=1)


def account(shop: Shop) -> BusinessAICredits:
    return BusinessAICredits.objects.get(pk=shop.id)


def lot_now(lot: CreditLot) -> str:
    """Remaining and held."""
    found = CreditLot.objects.get(pk=lot.pk)
    return f"{found.remaining}, {found.held} held"


@pytest.mark.parametrize("outcome", ["failed", "timed_out", "invalid", "abandoned", "degraded", "nothing_to_report"])
def test_whatever_goes_wrong_all_of_it_goes_back_to_the_same_lots(shop: Shop, outcome: str) -> None:
    """Lines 11 and 18."""
    first, second = make_lot(shop.id, "1.00", days=1), make_lot(shop.id, "5.00", days=2)
    hold = make_hold(shop.id, "3.00")
    assert (lot_now(first), lot_now(second)) == ("1.00, 1.00 held", "5.00, 2.00 held")
    row = AIBillingService.release(hold.pk, record=UsageRecord(outcome=outcome))
    assert (lot_now(first), lot_now(second)) == ("1.00, 0.00 held", "5.00, 0.00 held")
    assert row
    assert (row.credits_used, row.outcome) == (Decimal(0), outcome)


def test_a_hold_is_settled_once(shop: Shop) -> None:
    """Line 12."""
    make_lot(shop.id)
    hold = make_hold(shop.id, "3.00")
    AIBillingService.settle(hold.pk, record=answered())
    with pytest.raises(HoldClosed):
        AIBillingService.settle(hold.pk, record=answered())
    assert AIBillingService.release(hold.pk, record=failed()) is None
    assert (account(shop).balance, AITransaction.objects.count()) == (Decimal(7), 1)


def test_a_hold_is_released_once(shop: Shop) -> None:
    """Line 12."""
    make_lot(shop.id)
    hold = make_hold(shop.id, "3.00")
    AIBillingService.release(hold.pk, record=failed())
    assert AIBillingService.release(hold.pk, record=failed()) is None
    with pytest.raises(HoldClosed):
        AIBillingService.settle(hold.pk, record=answered())
    assert (account(shop).available, AITransaction.objects.count()) == (Decimal(10), 1)


def test_a_hold_that_is_not_there_is_not_found(db: None) -> None:
    with pytest.raises(NotFound):
        AIBillingService.settle(uuid.uuid4(), record=answered())


def test_an_overdue_hold_is_released_by_whoever_comes_next(shop: Shop) -> None:
    """Line 13."""
    make_lot(shop.id, "5.00")
    left_behind = make_hold(shop.id, "5.00", seconds=60)
    with time_machine.travel(clock.now() + HOUR, tick=False):
        make_hold(shop.id, "5.00")
    assert CreditHold.objects.get(pk=left_behind.pk).status == "expired"
    assert account(shop).held == 5


def test_an_overdue_hold_is_released_once_however_often_the_job_runs(shop: Shop) -> None:
    """Line 13."""
    make_lot(shop.id, "5.00")
    make_hold(shop.id, "5.00", seconds=60)
    with time_machine.travel(clock.now() + HOUR, tick=False):
        assert [business for business, _ in AIBillingService.expire_due()] == [shop.id]
        assert list(AIBillingService.expire_due()) == []
    assert (account(shop).available, account(shop).next_deadline) == (Decimal(5), None)


def test_a_success_after_the_sweep_charges_nothing_and_is_logged(shop: Shop) -> None:
    """Line 15."""
    make_lot(shop.id, "5.00")
    hold = make_hold(shop.id, "5.00", seconds=60)
    with time_machine.travel(clock.now() + HOUR, tick=False):
        AIBillingService.expire(shop.id)
        AIBillingService.settle(make_hold(shop.id, "5.00").pk, record=answered())
        for _ in range(2):
            with pytest.raises(HoldClosed):
                AIBillingService.settle(hold.pk, record=answered("0.02"))
    late = AITransaction.objects.get(hold=hold)
    assert (late.outcome, late.credits_used, late.success) == ("late", Decimal(0), False)
    assert account(shop).balance == 0


def test_a_hold_cannot_be_settled_at_its_deadline_even_if_nobody_swept(shop: Shop) -> None:
    """Line 15."""
    make_lot(shop.id)
    hold = make_hold(shop.id, "3.00")
    with time_machine.travel(hold.deadline, tick=False), pytest.raises(HoldClosed):
        AIBillingService.settle(hold.pk, record=answered())
    assert account(shop).available == 10


def test_a_failure_after_the_sweep_is_logged_and_gives_nothing_back_twice(shop: Shop) -> None:
    make_lot(shop.id)
    hold = make_hold(shop.id, "3.00")
    with time_machine.travel(hold.deadline, tick=False):
        row = AIBillingService.release(hold.pk, record=failed("0.03"))
        assert AIBillingService.release(hold.pk, record=failed("0.03")) is None
    assert row
    assert (account(shop).available, row.outcome) == (Decimal(10), "failed")


def test_a_lot_that_expires_while_held_pays_that_hold_and_the_rest_expires(shop: Shop) -> None:
    """Line 16."""
    lot = make_lot(shop.id, "5.00", expires_at=clock.now() + HOUR)
    with time_machine.travel(clock.now() + HOUR - dt.timedelta(seconds=30), tick=False) as clock_hands:
        hold = make_hold(shop.id, "2.00")
        clock_hands.shift(60)
        assert AIBillingService.get_credit_balance(shop.id) == 2
        AIBillingService.settle(hold.pk, record=answered())
    assert lot_now(lot) == "0.00, 0.00 held"
    assert (account(shop).total_used, account(shop).total_expired) == (Decimal(2), Decimal(3))


def test_what_is_released_to_an_expired_lot_expires_and_does_not_come_back(shop: Shop) -> None:
    """Line 17."""
    make_lot(shop.id, "5.00", expires_at=clock.now() + HOUR)
    with time_machine.travel(clock.now() + HOUR - dt.timedelta(seconds=30), tick=False) as clock_hands:
        hold = make_hold(shop.id, "2.00")
        clock_hands.shift(60)
        AIBillingService.release(hold.pk, record=failed())
    assert (account(shop).balance, account(shop).total_expired) == (Decimal(0), Decimal(5))


def test_a_client_that_asks_again_with_its_key_has_one_hold(shop: Shop) -> None:
    """Line 19."""
    make_lot(shop.id, "5.00")
    lost = make_hold(shop.id, "3.00", key="till-1/42")
    again = make_hold(shop.id, "3.00", key="till-1/42")
    assert account(shop).held == 3
    with pytest.raises(HoldClosed):
        AIBillingService.settle(lost.pk, record=answered())
    assert AIBillingService.settle(again.pk, record=answered()).credits_used == 3


def test_the_same_key_may_be_used_again_once_its_hold_is_closed(shop: Shop) -> None:
    make_lot(shop.id, "5.00")
    for _ in range(2):
        AIBillingService.settle(make_hold(shop.id, "1.00", key="till-1/42").pk, record=answered())
    assert account(shop).balance == 3


def test_a_stuck_hold_can_be_given_back_by_staff(shop: Shop) -> None:
    make_lot(shop.id, "5.00")
    hold = make_hold(shop.id, "5.00")
    assert AIBillingService.release_stuck(hold.pk)
    assert not AIBillingService.release_stuck(hold.pk)
    assert account(shop).available == 5


def test_the_deadline_follows_the_setting_and_can_be_set_for_one_call(shop: Shop, settings: object) -> None:
    settings.AI_HOLD_SECONDS = 120  # type: ignore[attr-defined]
    with time_machine.travel("2026-03-01T10:00:00Z", tick=False):
        assert make_hold(shop.id, "0").deadline - clock.now() == dt.timedelta(seconds=120)
        assert make_hold(shop.id, "0", seconds=10).deadline - clock.now() == dt.timedelta(seconds=10)


def test_balances_do_not_depend_on_the_cache(shop: Shop) -> None:
    """Line 20: nothing about credits is kept in Redis."""
    make_lot(shop.id, "5.00")
    hold = make_hold(shop.id, "2.00")
    cache.clear()
    AIBillingService.settle(hold.pk, record=answered())
    assert AIBillingService.get_credit_balance(shop.id) == 3


def test_a_key_used_again_while_something_else_is_due_still_leaves_one_hold(shop: Shop) -> None:
    make_lot(shop.id, "5.00")
    with time_machine.travel(clock.now(), tick=False) as hands:
        make_hold(shop.id, "1.00", seconds=10)
        make_hold(shop.id, "2.00", key="till-1/42")
        hands.shift(20)
        make_hold(shop.id, "2.00", key="till-1/42")
    assert CreditHold.objects.filter(status="open").count() == 1
    assert account(shop).held == 2


def test_a_cost_finer_than_a_millionth_is_rounded_up_the_same_everywhere(shop: Shop) -> None:
    make_lot(shop.id, "5.00")
    for _ in range(3):
        hold = make_hold(shop.id, "0.10", cost="0.0000015")
        AIBillingService.settle(hold.pk, record=answered("0.0000001"))
    assert (account(shop).day_reserved, account(shop).day_cost) == (Decimal(0), Decimal("0.000003"))
