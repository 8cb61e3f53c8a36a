"""Spending: what a request takes, from which lots, and when it is refused."""

import datetime as dt
from decimal import Decimal

import pytest

from ai_features.errors import AIDisabled, InsufficientCredits
from ai_features.models import AITransaction, BusinessAICredits, CreditLot, LedgerEntry
from ai_features.services import AIBillingService
from ai_features.tests.builders import answered, make_hold, make_lot, make_purchase
from common import clock
from common.errors import InvalidInput
from conftest import Shop


def account(shop: Shop) -> BusinessAICredits:
    return BusinessAICredits.objects.get(pk=shop.id)


def spend(shop: Shop, credits: str) -> AITransaction:
    return AIBillingService.settle(make_hold(shop.id, credits).pk, record=answered())


def remaining(lot: CreditLot) -> str:
    return str(CreditLot.objects.get(pk=lot.pk).remaining)


def test_the_soonest_to_expire_is_spent_first(shop: Shop) -> None:
    """Line 3."""
    never = make_lot(shop.id, "5.00", expires_at=None)
    late = make_lot(shop.id, "5.00", days=90)
    soon = make_lot(shop.id, "5.00", days=30)
    spend(shop, "7.00")
    assert [remaining(lot) for lot in (soon, late, never)] == ["0.00", "3.00", "5.00"]


def test_of_equals_free_credits_go_before_paid_ones_then_the_oldest(shop: Shop) -> None:
    """Line 3."""
    expires_at = clock.now() + dt.timedelta(days=30)
    purchase = make_purchase(shop.id)
    paid = make_lot(shop.id, "5.00", "purchase", purchase=purchase, expires_at=expires_at)
    older = make_lot(shop.id, "5.00", "bonus", purchase=purchase, expires_at=expires_at)
    newer = make_lot(shop.id, "5.00", "grant", expires_at=expires_at)
    spend(shop, "6.00")
    assert [remaining(lot) for lot in (older, newer, paid)] == ["0.00", "4.00", "5.00"]


def test_one_call_over_three_lots_makes_three_allocations_that_sum_to_its_price(shop: Shop) -> None:
    """Line 4."""
    for days, credits in enumerate(("2.00", "2.00", "2.00"), start=1):
        make_lot(shop.id, credits, days=days)
    hold = make_hold(shop.id, "5.00")
    assert [part.amount for part in hold.parts.order_by("pk")] == [Decimal(2), Decimal(2), Decimal(1)]
    row = AIBillingService.settle(hold.pk, record=answered())
    assert [entry.credits for entry in row.entries.order_by("credits")] == [Decimal(-2), Decimal(-2), Decimal(-1)]


def test_fifty_charges_of_a_tenth_remove_exactly_five(shop: Shop) -> None:
    """Line 5."""
    make_lot(shop.id, "8.00")
    for _ in range(50):
        spend(shop, "0.10")
    assert account(shop).balance == Decimal("3.00")


def test_a_balance_equal_to_the_price_is_enough(shop: Shop) -> None:
    """Line 6."""
    make_lot(shop.id, "3.00")
    assert spend(shop, "3.00").credits_used == Decimal("3.00")
    assert account(shop).balance == 0


def test_one_hundredth_less_than_the_price_is_refused_before_any_call(shop: Shop) -> None:
    """Line 6."""
    make_lot(shop.id, "2.99")
    with pytest.raises(InsufficientCredits) as refused:
        make_hold(shop.id, "3.00")
    assert refused.value.extra == {"current_balance": 2.99, "required_credits": 3.0, "shortfall": 0.01}
    assert account(shop).held == 0


def test_what_is_held_cannot_be_spent_again_and_the_refusal_quotes_what_is_available(shop: Shop) -> None:
    make_lot(shop.id, "5.00")
    make_hold(shop.id, "4.00")
    with pytest.raises(InsufficientCredits) as refused:
        make_hold(shop.id, "2.00")
    assert refused.value.extra["current_balance"] == 1.0


def test_a_price_changed_in_mid_call_does_not_touch_the_hold(shop: Shop) -> None:
    """Line 9: the hold's amount is what is charged, whatever the feature costs by then."""
    make_lot(shop.id)
    hold = make_hold(shop.id, "3.00")
    make_hold(shop.id, "4.00")
    assert AIBillingService.settle(hold.pk, record=answered()).credits_used == Decimal("3.00")


def test_another_businesss_lots_are_never_seen_or_spent(shop: Shop, other_shop: Shop) -> None:
    """Line 10."""
    theirs = make_lot(other_shop.id, "100.00")
    make_lot(shop.id, "1.00")
    with pytest.raises(InsufficientCredits):
        make_hold(shop.id, "2.00")
    spend(shop, "1.00")
    assert remaining(theirs) == "100.00"
    assert LedgerEntry.objects.filter(business_id=other_shop.id).count() == 1


def test_part_of_a_hold_may_be_charged_and_the_rest_goes_back(shop: Shop) -> None:
    first, second = make_lot(shop.id, "1.00", days=1), make_lot(shop.id, "1.00", days=2)
    hold = make_hold(shop.id, "2.00")
    AIBillingService.settle(hold.pk, record=answered(), credits=Decimal("1.30"))
    assert [remaining(first), remaining(second)] == ["0.00", "0.70"]
    assert (account(shop).balance, account(shop).held) == (Decimal("0.70"), Decimal(0))


def test_no_more_than_the_hold_can_be_charged(shop: Shop) -> None:
    make_lot(shop.id)
    hold = make_hold(shop.id, "2.00")
    with pytest.raises(InvalidInput):
        AIBillingService.settle(hold.pk, record=answered(), credits=Decimal("2.01"))


def test_a_free_feature_needs_no_lots_and_is_logged(shop: Shop) -> None:
    row = spend(shop, "0.00")
    assert (row.credits_used, row.success) == (Decimal(0), True)


def test_credits_finer_than_a_hundredth_are_refused(shop: Shop) -> None:
    make_lot(shop.id)
    with pytest.raises(InvalidInput):
        make_hold(shop.id, "0.005")


def test_a_suspended_business_spends_nothing(shop: Shop) -> None:
    make_lot(shop.id)
    BusinessAICredits.objects.filter(pk=shop.id).update(is_active=False)
    with pytest.raises(AIDisabled):
        make_hold(shop.id)


def test_a_request_is_logged_with_its_tokens_price_and_texts(shop: Shop) -> None:
    make_lot(shop.id)
    record = answered("0.04", tokens_in=900, tokens_out=100, unit_price={"input": "0.25"}, request_text={"q": "{a}"})
    row = AIBillingService.settle(make_hold(shop.id, user_id=shop.owner.user_id).pk, record=record)
    assert (row.tokens_used, row.cost_to_us, row.user_id) == (1000, Decimal("0.04"), shop.owner.user_id)
    assert row.text.request == {"q": "{a}"}
