"""Alerts about the balance: one for each crossing, armed again by a top-up."""

from decimal import Decimal

from ai_features.models import AIUsageAlert, BusinessAICredits
from ai_features.services import AIBillingService
from ai_features.tests.builders import answered, failed, make_hold, make_lot
from conftest import Shop


def spend(shop: Shop, credits: str) -> None:
    AIBillingService.settle(make_hold(shop.id, credits).pk, record=answered())


def alerts() -> list[tuple[str, Decimal]]:
    return list(AIUsageAlert.objects.order_by("created_at").values_list("alert_type", "current_balance"))


def test_a_low_balance_is_told_once_a_crossing(shop: Shop) -> None:
    """Line 41."""
    make_lot(shop.id, "12.00")
    for _ in range(3):
        spend(shop, "1.00")
    assert alerts() == [("low_balance", Decimal(9))]


def test_a_top_up_arms_the_alert_again(shop: Shop) -> None:
    """Line 41."""
    make_lot(shop.id, "10.00")
    spend(shop, "1.00")
    make_lot(shop.id, "5.00")
    spend(shop, "5.00")
    assert alerts() == [("low_balance", Decimal(9)), ("low_balance", Decimal(9))]


def test_the_end_of_the_credits_is_told_once(shop: Shop) -> None:
    make_lot(shop.id, "5.00")
    spend(shop, "5.00")
    AIBillingService.expire(shop.id)
    assert alerts() == [("depleted", Decimal(0))]


def test_a_trial_at_the_threshold_is_not_low_and_a_small_grant_to_a_new_account_is_no_crossing(shop: Shop) -> None:
    AIBillingService.grant_trial(shop.id, None)
    assert alerts() == []


def test_each_business_has_its_own_threshold(shop: Shop) -> None:
    make_lot(shop.id, "12.00")
    BusinessAICredits.objects.filter(pk=shop.id).update(low_balance_threshold=Decimal(3))
    spend(shop, "8.00")
    assert alerts() == []
    spend(shop, "2.00")
    assert alerts() == [("low_balance", Decimal(2))]


def test_what_is_only_held_alerts_nobody(shop: Shop) -> None:
    make_lot(shop.id, "10.00")
    AIBillingService.release(make_hold(shop.id, "9.00").pk, record=failed())
    assert alerts() == []
