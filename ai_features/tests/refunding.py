"""Spending, refunding and looking at an account in tests of money that goes back."""

from decimal import Decimal
from typing import Any

from ai_features.models import AICreditPurchase, BusinessAICredits, CreditRefund
from ai_features.services.billing import AIBillingService
from ai_features.services.payments import refund_purchase
from ai_features.tests.builders import answered, make_hold
from conftest import Shop


def account_of(shop: Shop) -> Any:
    """Of any type, so that a tuple of Decimals compares with one of numbers."""
    return BusinessAICredits.objects.get(business=shop.business)


def spend(shop: Shop, credits: str) -> None:
    AIBillingService.settle(make_hold(shop.business.pk, credits).pk, record=answered())


def spend_bonus_and(shop: Shop, paid: str) -> None:
    """Of equal expiry the bonus is spent before what was paid for."""
    spend(shop, str(Decimal(20) + Decimal(paid)))


def refund_of(purchase: AICreditPurchase) -> CreditRefund:
    return refund_purchase(purchase.pk, by=None, reason="Not needed")
