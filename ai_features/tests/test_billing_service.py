"""The service by the names of its first version."""

from decimal import Decimal

import pytest

from ai_features.errors import InsufficientCredits
from ai_features.models import AICreditPurchase, AITransaction, CreditLot
from ai_features.services import AIBillingService
from ai_features.tests.builders import make_hold, make_lot
from common.errors import InvalidInput
from conftest import Shop


def test_a_balance_counts_what_is_held(shop: Shop) -> None:
    make_lot(shop.id, "5.00")
    make_hold(shop.id, "2.00")
    assert AIBillingService.get_credit_balance(shop.id) == Decimal("5.00")


def test_credits_are_checked_against_what_is_available_by_any_name_of_a_feature(shop: Shop) -> None:
    make_lot(shop.id, "5.00")
    make_hold(shop.id, "2.00")
    assert AIBillingService.check_credits(shop.id, "collection_analysis") == {
        "has_credits": False,
        "required": Decimal("5.0"),
        "current_balance": Decimal("3.00"),
        "shortfall": Decimal("2.00"),
        "feature_name": "Collection priorities",
    }


def test_a_balance_that_is_just_enough_is_enough(shop: Shop) -> None:
    make_lot(shop.id, "5.00")
    checked = AIBillingService.check_credits(shop.id, "collection_priority")
    assert (checked["has_credits"], checked["required"], checked["shortfall"]) == (True, Decimal(5), Decimal(0))
    make_hold(shop.id, "0.01")
    checked = AIBillingService.check_credits(shop.id, "collection_priority")
    assert (checked["has_credits"], checked["shortfall"]) == (False, Decimal("0.01"))


def test_a_feature_that_is_not_there_cannot_be_checked(shop: Shop) -> None:
    with pytest.raises(InvalidInput):
        AIBillingService.check_credits(shop.id, "fortune_telling")


def test_work_that_is_done_can_be_charged_at_once(shop: Shop) -> None:
    make_lot(shop.id, "10.00")
    charged = AIBillingService.charge_credits(
        shop.id, shop.owner.user_id, "credit_assessment", Decimal("0.01"), input_tokens=900, output_tokens=100
    )
    row = AITransaction.objects.get(pk=charged["transaction_id"])
    assert charged == {
        "success": True,
        "credits_charged": Decimal(3),
        "new_balance": Decimal(7),
        "transaction_id": str(row.pk),
        "low_credit_warning": True,
    }
    assert (row.tokens_used, row.cost_to_us) == (1000, Decimal("0.16"))


def test_charging_more_than_there_is_charges_nothing(shop: Shop) -> None:
    make_lot(shop.id, "2.00")
    with pytest.raises(InsufficientCredits):
        AIBillingService.charge_credits(shop.id, None, "credit_assessment")
    assert AIBillingService.get_credit_balance(shop.id) == 2


def test_a_payment_entered_twice_credits_once(shop: Shop) -> None:
    for _ in range(2):
        entered = AIBillingService.purchase_credits(
            shop.id, Decimal("94.00"), Decimal(80), "CASH-0001", "mobile_money", bonus_credits=Decimal(20)
        )
        assert entered == {
            "success": True,
            "purchase_id": str(AICreditPurchase.objects.get().pk),
            "credits_added": Decimal(100),
            "new_balance": Decimal(100),
        }
    assert AICreditPurchase.objects.get().payment_status == "completed"
    assert CreditLot.objects.count() == 2


def test_a_reference_of_another_business_is_refused(shop: Shop, other_shop: Shop) -> None:
    for business in (shop, other_shop):
        try:
            AIBillingService.purchase_credits(business.id, Decimal(30), Decimal(30), "CASH-0001", "card")
        except InvalidInput as refusal:
            assert "payment_reference" in refusal.extra["fields"]  # noqa: PT017
    assert AIBillingService.get_credit_balance(other_shop.id) == 0


def test_a_free_trial_can_be_entered_as_a_payment_of_nothing(shop: Shop) -> None:
    for _ in range(2):
        given = AIBillingService.purchase_credits(shop.id, Decimal(0), Decimal(10), "FREE-TRIAL", "free_trial")
        assert given == {"success": True, "credits_added": Decimal(10), "new_balance": Decimal(10)}
    assert AIBillingService.get_credit_balance(shop.id) == 10
    assert CreditLot.objects.get().source == "trial"


def test_a_failure_is_logged_and_charges_nothing(shop: Shop) -> None:
    make_lot(shop.id, "5.00")
    row = AIBillingService.log_failed_transaction(shop.id, None, "report_summary", "no answer")
    assert (row.feature, row.success, row.credits_used) == ("report_narrative", False, Decimal(0))
    assert AIBillingService.get_credit_balance(shop.id) == 5
