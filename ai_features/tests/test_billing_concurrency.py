"""Many requests at the same moment, on real threads and connections."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from django.core.cache import cache

from ai_features.errors import BudgetExceeded, HoldClosed, InsufficientCredits
from ai_features.models import AITransaction, AIUsageAlert, BusinessAICredits, CreditHold, CreditLot, LedgerEntry
from ai_features.services import AIBillingService
from ai_features.tests.builders import answered, failed, make_hold, make_lot, make_purchase
from ai_features.tests.parallel import at_once
from common import clock
from conftest import Shop

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def business(transactional_db: None, shop: Shop) -> UUID:
    return shop.id


def account(business: UUID) -> BusinessAICredits:
    return BusinessAICredits.objects.get(pk=business)


def spend(business: UUID, credits: str = "1.00", **record: Any) -> AITransaction:
    return AIBillingService.settle(make_hold(business, credits).pk, record=answered(**record))


def kinds(results: list[Any]) -> Counter[type]:
    return Counter(type(result) for result in results)


@pytest.mark.parametrize("lots", [["5.00"], ["2.50", "2.50"], ["0.75", "4.00", "0.25"]])
def test_fifty_requests_of_one_credit_against_five_succeed_exactly_five_times(business: UUID, lots: list[str]) -> None:
    """Lines 1 and 2."""
    for days, credits in enumerate(lots, start=1):
        make_lot(business, credits, days=days)
    results = at_once(*[partial(spend, business)] * 50)
    assert kinds(results) == {AITransaction: 5, InsufficientCredits: 45}
    assert (account(business).balance, account(business).held) == (Decimal(0), Decimal(0))
    assert CreditLot.objects.filter(remaining=0).count() == len(lots)


def test_many_holds_of_a_business_without_an_account_make_one(business: UUID) -> None:
    results = at_once(*[partial(make_hold, business, "0.00")] * 10)
    assert kinds(results) == {CreditHold: 10}
    assert BusinessAICredits.objects.count() == 1


def test_a_hold_settled_and_released_at_once_ends_one_way(business: UUID) -> None:
    """Line 12."""
    make_lot(business, "10.00")
    for _ in range(5):
        hold = make_hold(business, "2.00")
        settle = partial(AIBillingService.settle, hold.pk, record=answered())
        release = partial(AIBillingService.release, hold.pk, record=failed())
        results = at_once(settle, release, settle, release)
        assert kinds(results)[AITransaction] == 1
    assert account(business).held == 0


def test_two_sweepers_release_an_overdue_hold_once(business: UUID) -> None:
    """Line 13."""
    make_lot(business, "5.00")
    make_hold(business, "5.00")
    CreditHold.objects.update(deadline=clock.now() - dt.timedelta(seconds=1))
    BusinessAICredits.objects.update(next_deadline=clock.now() - dt.timedelta(seconds=1))
    at_once(*[lambda: list(AIBillingService.expire_due())] * 4)
    assert (account(business).available, account(business).next_deadline) == (Decimal(5), None)


def test_a_late_success_against_the_sweep_is_charged_or_released_never_both(business: UUID) -> None:
    """Line 15."""
    make_lot(business, "5.00")
    hold = make_hold(business, "5.00")
    CreditHold.objects.update(deadline=clock.now())
    BusinessAICredits.objects.update(next_deadline=clock.now())
    results = at_once(
        partial(AIBillingService.settle, hold.pk, record=answered("0.02")), partial(AIBillingService.expire, business)
    )
    assert isinstance(results[0], HoldClosed)
    assert account(business).balance == 5
    assert AITransaction.objects.get().outcome == "late"


def test_one_key_at_once_leaves_one_open_hold(business: UUID) -> None:
    """Line 19."""
    make_lot(business, "10.00")
    at_once(*[partial(make_hold, business, "2.00", key="till-1/42")] * 5)
    assert CreditHold.objects.filter(status="open").count() == 1
    assert account(business).held == 2


def test_with_the_cache_gone_balances_are_exact(business: UUID, settings: Any) -> None:
    """Line 20: Redis is pointed at a port where nothing listens."""
    settings.CACHES = {"default": {"BACKEND": "django_redis.cache.RedisCache", "LOCATION": "redis://127.0.0.1:1/0"}}
    with pytest.raises(Exception, match=r"127\.0\.0\.1:1"):
        cache.get("anything")
    make_lot(business, "5.00")
    results = at_once(*[partial(spend, business)] * 20)
    assert kinds(results) == {AITransaction: 5, InsufficientCredits: 15}


def test_parallel_calls_cannot_pass_the_cap(business: UUID, settings: Any) -> None:
    """Line 21."""
    settings.AI_BUDGET_CAPS = settings.AI_BUDGET_CAPS | {"per_business_daily": Decimal("1.00")}
    make_lot(business, "100.00")
    results = at_once(*[partial(make_hold, business, cost="0.30")] * 20)
    assert kinds(results) == {CreditHold: 3, BudgetExceeded: 17}
    assert account(business).day_reserved == Decimal("0.90")


def test_spending_against_expiry_sums_to_the_lot(business: UUID) -> None:
    """Line 29."""
    for _ in range(3):
        lot = make_lot(business, "5.00", expires_at=clock.now() + dt.timedelta(milliseconds=150))
        at_once(*[partial(spend, business)] * 8, *[partial(AIBillingService.expire, business)] * 2)
        while CreditLot.objects.get(pk=lot.pk).remaining:
            AIBillingService.expire(business)
        taken = [entry.credits for entry in lot.entries.exclude(kind="grant")]
        assert sum(taken) == -5
    assert account(business).balance == 0


def test_a_purchase_completed_from_all_sides_at_once_gives_its_lots_once(business: UUID) -> None:
    """Line 30."""
    purchase = make_purchase(business)
    at_once(*[partial(AIBillingService.grant_purchase, purchase)] * 6)
    assert CreditLot.objects.count() == 2
    assert account(business).balance == 100


def test_a_grant_double_clicked_at_once_is_one_grant(business: UUID) -> None:
    """Line 35."""
    results = at_once(*[partial(make_lot, business, "20.00", key="form-7")] * 6)
    assert len({lot.pk for lot in results if isinstance(lot, CreditLot)}) == 1
    assert LedgerEntry.objects.count() == 1


def test_the_trial_asked_for_at_once_comes_once(business: UUID) -> None:
    """Line 36."""
    at_once(*[partial(AIBillingService.grant_trial, business, None)] * 6)
    assert account(business).balance == 10


def test_a_refund_against_spending_never_gives_both(business: UUID) -> None:
    """Line 38."""
    lot = make_lot(business, "10.00", "purchase", purchase=make_purchase(business))
    work: list[Callable[[], object]] = [partial(spend, business)] * 10
    work.append(lambda: (AIBillingService.lock_for_refund(lot.pk), AIBillingService.refund_locked(lot.pk)))
    at_once(*work)
    found = account(business)
    assert found.balance == 0
    assert found.total_used + found.total_refunded == 10


def test_a_low_balance_is_told_once_over_all_workers(business: UUID) -> None:
    """Line 41."""
    make_lot(business, "20.00")
    at_once(*[partial(spend, business)] * 20)
    assert Counter(AIUsageAlert.objects.values_list("alert_type", flat=True)) == {"low_balance": 1, "depleted": 1}


def test_everything_at_once_leaves_the_books_right(business: UUID) -> None:
    """Line 42: the books are checked after every test; here with all operations against each other."""
    lot = make_lot(business, "8.00", "purchase", purchase=make_purchase(business))
    work: list[Callable[[], object]] = [partial(spend, business, "0.70", cost="0.01")] * 12
    work += [partial(make_lot, business, "1.10")] * 4 + [partial(AIBillingService.expire, business)] * 4
    work += [lambda: AIBillingService.release(make_hold(business, "0.30", cost="0.05").pk, record=failed("0.02"))] * 6
    work.append(lambda: (AIBillingService.lock_for_refund(lot.pk), AIBillingService.unlock(lot.pk)))
    at_once(*work)
    assert account(business).held == 0
    assert AITransaction.objects.filter(success=True).count() > 0
