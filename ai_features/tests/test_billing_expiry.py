"""Expiry: six calendar months, usable up to the instant, and right even if the job never runs."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
import time_machine

from ai_features.errors import InsufficientCredits
from ai_features.models import AIUsageAlert, BusinessAICredits, LedgerEntry
from ai_features.services import AIBillingService
from ai_features.tests.builders import answered, make_hold, make_lot
from common import clock
from common.errors import InvalidInput
from conftest import Shop


def account(shop: Shop) -> BusinessAICredits:
    return BusinessAICredits.objects.get(pk=shop.id)


@pytest.mark.parametrize(
    ("granted", "expires"),
    [("2026-08-31", "2027-02-28"), ("2027-08-31", "2028-02-29"), ("2026-01-15", "2026-07-15")],
)
def test_credits_last_six_calendar_months(shop: Shop, granted: str, expires: str) -> None:
    """Line 25."""
    with time_machine.travel(f"{granted}T12:00:00Z", tick=False):
        assert make_lot(shop.id).expires_at == dt.datetime.fromisoformat(f"{expires}T12:00:00+00:00")


def test_with_no_months_configured_credits_never_expire(shop: Shop, settings: Any) -> None:
    settings.AI_CREDITS_EXPIRY_MONTHS = 0
    assert make_lot(shop.id).expires_at is None
    assert account(shop).expires_at is None


def test_credits_are_usable_up_to_the_instant_they_expire_and_not_at_it(shop: Shop) -> None:
    """Line 25."""
    end = clock.now() + dt.timedelta(days=1)
    make_lot(shop.id, "5.00", expires_at=end)
    with time_machine.travel(end - dt.timedelta(microseconds=1), tick=False):
        AIBillingService.settle(make_hold(shop.id, "1.00").pk, record=answered())
    with time_machine.travel(end, tick=False), pytest.raises(InsufficientCredits) as refused:
        make_hold(shop.id, "1.00")
    assert refused.value.extra["current_balance"] == 0


def test_an_expired_lot_is_not_spent_though_no_job_has_run(shop: Shop) -> None:
    """Line 26."""
    make_lot(shop.id, "5.00", days=1)
    make_lot(shop.id, "2.00", days=9)
    with time_machine.travel(clock.now() + dt.timedelta(days=2), tick=False):
        assert AIBillingService.check_credits(shop.id, "credit_assessment")["has_credits"] is False
        with pytest.raises(InsufficientCredits):
            make_hold(shop.id, "2.01")
        make_hold(shop.id, "2.00")


def test_the_job_run_twice_expires_once(shop: Shop) -> None:
    """Line 27."""
    make_lot(shop.id, "5.00", days=1)
    with time_machine.travel(clock.now() + dt.timedelta(days=2), tick=False):
        assert [credits for _, credits in AIBillingService.expire_due()] == [Decimal(5)]
        assert AIBillingService.expire(shop.id) == 0
    assert LedgerEntry.objects.filter(kind="expire").count() == 1
    assert AIUsageAlert.objects.filter(alert_type="expired").count() == 1


def test_the_account_shows_when_the_next_lot_expires(shop: Shop) -> None:
    soon, late = make_lot(shop.id, "1.00", days=1), make_lot(shop.id, "5.00", days=9)
    assert account(shop).expires_at == soon.expires_at
    AIBillingService.settle(make_hold(shop.id, "1.00").pk, record=answered())
    assert account(shop).expires_at == late.expires_at
    AIBillingService.settle(make_hold(shop.id, "5.00").pk, record=answered())
    assert account(shop).expires_at is None


def test_a_grant_that_has_expired_already_is_refused(shop: Shop) -> None:
    with pytest.raises(InvalidInput):
        make_lot(shop.id, expires_at=clock.now())


def test_only_what_was_left_of_a_lot_expires(shop: Shop) -> None:
    """Line 29: spent and expired parts sum to the lot."""
    lot = make_lot(shop.id, "5.00", days=1)
    AIBillingService.settle(make_hold(shop.id, "1.25").pk, record=answered())
    with time_machine.travel(clock.now() + dt.timedelta(days=2), tick=False):
        assert AIBillingService.expire(shop.id) == Decimal("3.75")
    assert sorted(lot.entries.values_list("kind", "credits")) == [
        ("expire", Decimal("-3.75")),
        ("grant", Decimal("5.00")),
        ("spend", Decimal("-1.25")),
    ]


def test_credits_that_come_after_a_lots_end_and_before_the_sweep_do_not_keep_it_alive(shop: Shop) -> None:
    """Line 26."""
    make_lot(shop.id, "30", days=10)
    with time_machine.travel(clock.now() + dt.timedelta(days=11), tick=False):
        make_lot(shop.id, "5")
        assert AIBillingService.expire(shop.business.pk) == 30
        assert account(shop).balance == 5
