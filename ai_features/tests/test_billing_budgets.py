"""Budget caps: what the models may cost us, for a business a day and a month, and for all together."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ai_features.errors import BudgetExceeded
from ai_features.models import BusinessAICredits
from ai_features.services import AIBillingService
from ai_features.tests.builders import answered, failed, make_hold, make_lot
from common import clock
from conftest import Shop


@pytest.fixture(autouse=True)
def _caps(settings: Any) -> None:
    settings.AI_BUDGET_CAPS = {
        "per_business_daily": Decimal("1.00"),
        "per_business_monthly": Decimal("2.00"),
        "platform_monthly": Decimal("3.00"),
    }


def sums(asked: CaptureQueriesContext) -> int:
    """How often the accounts of all businesses were summed."""
    return sum("SUM(month_cost" in query["sql"] for query in asked)


def account(shop: Shop) -> BusinessAICredits:
    return BusinessAICredits.objects.get(pk=shop.id)


def test_the_very_first_request_is_capped_too(shop: Shop) -> None:
    """Line 24."""
    make_lot(shop.id)
    with pytest.raises(BudgetExceeded):
        make_hold(shop.id, cost="1.01")
    make_hold(shop.id, cost="1.00")


def test_what_is_reserved_counts_until_the_true_cost_is_known(shop: Shop) -> None:
    make_lot(shop.id)
    hold = make_hold(shop.id, cost="0.60")
    with pytest.raises(BudgetExceeded):
        make_hold(shop.id, cost="0.60")
    AIBillingService.settle(hold.pk, record=answered("0.05"))
    make_hold(shop.id, cost="0.60")
    assert (account(shop).day_cost, account(shop).day_reserved) == (Decimal("0.05"), Decimal("0.60"))


def test_failed_calls_cost_us_too(shop: Shop) -> None:
    make_lot(shop.id)
    AIBillingService.release(make_hold(shop.id, cost="0.60").pk, record=failed("0.50"))
    with pytest.raises(BudgetExceeded):
        make_hold(shop.id, cost="0.60")
    assert account(shop).available == 10


def test_a_hold_that_nobody_closed_counts_at_its_worst_until_its_cost_is_known(shop: Shop) -> None:
    make_lot(shop.id)
    with time_machine.travel("2026-03-01T10:00:00Z", tick=False) as hands:
        lost = make_hold(shop.id, cost="0.60", seconds=60)
        hands.shift(120)
        AIBillingService.expire(shop.id)
        assert (account(shop).day_cost, account(shop).day_reserved) == (Decimal("0.60"), Decimal(0))
        AIBillingService.release(lost.pk, record=failed("0.10"))
        assert account(shop).day_cost == Decimal("0.10")


def test_refused_by_the_second_cap_leaves_the_first_untouched(shop: Shop) -> None:
    """Line 22."""
    make_lot(shop.id)
    for day in ("2026-03-01", "2026-03-02"):
        with time_machine.travel(f"{day}T10:00:00Z", tick=False):
            AIBillingService.settle(make_hold(shop.id, cost="0.90").pk, record=answered("0.90"))
    with time_machine.travel("2026-03-03T10:00:00Z", tick=False):
        with pytest.raises(BudgetExceeded) as refused:
            make_hold(shop.id, cost="0.30")
        make_hold(shop.id, cost="0.20")
    assert (account(shop).day_reserved, account(shop).month_cost) == (Decimal("0.20"), Decimal("1.80"))
    assert refused.value.extra["retry_after"] == 28 * 86400 + 14 * 3600 + 1


def test_a_refusal_by_credits_reserves_no_budget(shop: Shop) -> None:
    """Line 22: nothing is half done, whichever check refuses."""
    make_lot(shop.id, "1.00")
    make_hold(shop.id, "1.00", cost="0.10")
    with pytest.raises(Exception, match="available"):
        make_hold(shop.id, "1.00", cost="0.10")
    assert account(shop).day_reserved == Decimal("0.10")


def test_the_cap_turns_over_at_midnight_in_accra_and_an_open_hold_stays_in_its_own_day(shop: Shop) -> None:
    """Line 23."""
    make_lot(shop.id)
    with time_machine.travel("2026-03-01T23:59:00Z", tick=False) as hands:
        hold = make_hold(shop.id, cost="0.90")
        hands.shift(120)
        today = make_hold(shop.id, cost="0.80")
        AIBillingService.settle(hold.pk, record=answered("0.70"))
        assert (account(shop).day_cost, account(shop).day_reserved) == (Decimal(0), Decimal("0.80"))
        assert (account(shop).month_cost, account(shop).month_reserved) == (Decimal("0.70"), Decimal("0.80"))
        AIBillingService.settle(today.pk, record=answered("0.80"))
    assert account(shop).day_cost == Decimal("0.80")


def test_a_hold_open_over_the_end_of_the_month_costs_the_old_month(shop: Shop) -> None:
    """Line 23."""
    make_lot(shop.id)
    with time_machine.travel("2026-03-31T23:59:00Z", tick=False) as hands:
        hold = make_hold(shop.id, cost="0.90")
        hands.shift(120)
        AIBillingService.settle(hold.pk, record=answered("0.70"))
        make_hold(shop.id, cost="1.00")
    assert (account(shop).month_cost, account(shop).month_reserved) == (Decimal(0), Decimal(1))


@pytest.mark.parametrize(
    ("today", "a_moment_before"),
    [("2026-03-05T00:00:05Z", "2026-03-04T23:59:58Z"), ("2026-04-01T00:00:05Z", "2026-03-31T23:59:58Z")],
)
def test_a_clock_that_lags_a_little_does_not_bring_yesterdays_budget_back(
    today: str, a_moment_before: str, shop: Shop
) -> None:
    make_lot(shop.id)
    with time_machine.travel(today, tick=False):
        AIBillingService.settle(make_hold(shop.id, cost="0.90").pk, record=answered("0.90"))
        as_it_was = account(shop)
    with time_machine.travel(a_moment_before, tick=False):
        with pytest.raises(BudgetExceeded):
            make_hold(shop.id, cost="0.20")
        assert make_hold(shop.id, cost="0.10").day == as_it_was.day
        now = account(shop)
    assert (now.day, now.month) == (as_it_was.day, as_it_was.month)
    assert (now.day_cost, now.day_reserved) == (Decimal("0.90"), Decimal("0.10"))
    assert (now.month_cost, now.month_reserved) == (Decimal("0.90"), Decimal("0.10"))


def test_the_refusal_says_when_to_come_back(shop: Shop) -> None:
    make_lot(shop.id)
    with time_machine.travel("2026-03-01T23:00:00Z", tick=False), pytest.raises(BudgetExceeded) as refused:
        make_hold(shop.id, cost="1.50")
    assert refused.value.extra["retry_after"] == 3601


def test_the_cap_of_all_businesses_together_holds(shop: Shop, other_shop: Shop, settings: Any) -> None:
    settings.AI_BUDGET_CAPS["platform_monthly"] = Decimal("1.50")
    make_lot(shop.id)
    make_lot(other_shop.id)
    make_hold(shop.id, cost="1.00")
    with pytest.raises(BudgetExceeded):
        make_hold(other_shop.id, cost="0.60")
    make_hold(other_shop.id, cost="0.50")


def test_the_sum_over_all_businesses_is_read_once_in_a_while_when_the_cap_is_far(shop: Shop, settings: Any) -> None:
    settings.AI_BUDGET_CAPS["platform_monthly"] = Decimal("30.00")
    make_lot(shop.id)
    with CaptureQueriesContext(connection) as asked:
        for _ in range(3):
            make_hold(shop.id, cost="0.10")
    assert sums(asked) == 1


def test_near_the_cap_of_all_businesses_each_hold_reads_the_sum(shop: Shop, other_shop: Shop, settings: Any) -> None:
    """What another process has reserved since the last reading is not in it; a tenth of the cap is left for that."""
    settings.AI_BUDGET_CAPS["platform_monthly"] = Decimal("1.00")
    make_lot(shop.id)
    make_lot(other_shop.id)
    make_hold(shop.id, cost="0.85")
    AIBillingService.record_free(business_id=other_shop.id, user_id=None, feature="x", record=failed("0.10"))
    with CaptureQueriesContext(connection) as asked, pytest.raises(BudgetExceeded):
        make_hold(other_shop.id, cost="0.06")
    assert sums(asked) == 1
    make_hold(other_shop.id, cost="0.05")


def test_a_new_month_does_not_begin_with_the_cost_of_the_old(shop: Shop, settings: Any) -> None:
    settings.AI_BUDGET_CAPS["platform_monthly"] = Decimal("1.00")
    make_lot(shop.id)
    with time_machine.travel("2026-03-31T23:59:59Z", tick=False) as hands:
        make_hold(shop.id, cost="0.85")
        hands.shift(1)
        make_hold(shop.id, cost="1.00")


def test_a_call_that_costs_us_nothing_is_not_capped(shop: Shop) -> None:
    make_lot(shop.id)
    make_hold(shop.id, cost="1.00")
    assert make_hold(shop.id, cost="0").amount == 1


def test_the_cost_of_a_request_without_a_hold_counts(shop: Shop) -> None:
    AIBillingService.record_free(business_id=shop.id, user_id=None, feature="support_chat", record=failed("0.80"))
    make_lot(shop.id)
    with pytest.raises(BudgetExceeded):
        make_hold(shop.id, cost="0.30")


@pytest.mark.parametrize("days", [2, 5, 40])
def test_a_clock_that_was_days_ahead_leaves_the_costs_of_today_right(days: int, shop: Shop) -> None:
    today = dt.datetime(2026, 3, 4, 10, tzinfo=clock.ACCRA)
    with time_machine.travel(today, tick=False):
        make_lot(shop.id, "50")
        AIBillingService.settle(make_hold(shop.id, cost="0.2").pk, record=answered("0.15"))
        open_hold = make_hold(shop.id, cost="0.2", seconds=10**8)
    with time_machine.travel(today + dt.timedelta(days=days), tick=False):
        ahead = make_hold(shop.id, cost="0.3", seconds=10**8)
    with time_machine.travel(today, tick=False):
        assert AIBillingService.settle(open_hold.pk, record=answered("0.025"))
        assert (float(account(shop).day_cost), float(account(shop).day_reserved)) == (0.175, 0)
        AIBillingService.settle(ahead.pk, record=answered("0.05"))
    with time_machine.travel(today + dt.timedelta(days=days), tick=False):
        AIBillingService.release(make_hold(shop.id, cost="0.1").pk, record=failed("0.0125"))
        assert (float(account(shop).day_cost), float(account(shop).day_reserved)) == (0.0625, 0)
        assert float(account(shop).month_cost) == (0.0625 if days == 40 else 0.2375)


def test_a_cost_without_a_hold_is_not_forgotten_by_a_clock_that_was_ahead(shop: Shop) -> None:
    today = dt.datetime(2026, 3, 4, 10, tzinfo=clock.ACCRA)
    with time_machine.travel(today, tick=False):
        make_lot(shop.id, "50")
        AIBillingService.record_free(business_id=shop.id, user_id=None, feature="support_chat", record=failed("0.75"))
    with time_machine.travel(today + dt.timedelta(days=9), tick=False):
        AIBillingService.release(make_hold(shop.id, cost="0.1").pk, record=failed())
    with time_machine.travel(today, tick=False):
        AIBillingService.release(make_hold(shop.id, cost="0.1").pk, record=failed())
    assert float(account(shop).day_cost) == 0.75


def test_a_clock_that_comes_back_counts_what_belongs_to_today_alone(shop: Shop) -> None:
    today = dt.datetime(2026, 3, 4, 10, tzinfo=clock.ACCRA)
    make_lot(shop.id, "50")
    for ahead, cost in ((0, "0.1"), (1, "0.2"), (9, "0.3"), (0, "0.05")):
        with time_machine.travel(today + dt.timedelta(days=ahead), tick=False):
            AIBillingService.release(make_hold(shop.id, cost=cost).pk, record=failed(cost))
    assert account(shop).day_cost == Decimal("0.15")
    assert account(shop).month_cost == Decimal("0.65")
