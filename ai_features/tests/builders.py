"""Builders of ai_features for tests: `make_lot(...)`, `make_hold(...)`, `answered()`."""

import datetime as dt
import itertools
from decimal import Decimal
from typing import Any
from uuid import UUID

from ai_features.models import AICreditPurchase, CreditHold, CreditLot
from ai_features.services.billing import AIBillingService, UsageRecord
from ai_features.services.consent import give_consent
from common import clock
from common.tenancy import Caller

_numbers = itertools.count(1)


def make_lot(business_id: Any, credits: str = "10.00", source: str = "grant", **fields: Any) -> CreditLot:
    """A lot of credits; `days=30` for one that expires so many days from now."""
    if "days" in fields:
        fields["expires_at"] = clock.now() + dt.timedelta(days=fields.pop("days"))
    return AIBillingService.grant(business_id=business_id, credits=Decimal(credits), source=source, **fields)


def make_purchase(business_id: Any, credits: str = "80.00", bonus: str = "20.00", **fields: Any) -> AICreditPurchase:
    values = {
        "package": "value",
        "amount_paid": Decimal("94.00"),
        "credits_purchased": Decimal(credits),
        "bonus_credits": Decimal(bonus),
        "payment_reference": f"AI-CREDIT-1700000000000-{next(_numbers):08x}",
        "payment_method": "mobile_money",
    }
    return AICreditPurchase.objects.create(business_id=business_id, **(values | fields))


def make_hold(
    business_id: Any, credits: str = "1.00", *, cost: str = "0", user_id: UUID | None = None, **fields: Any
) -> CreditHold:
    return AIBillingService.hold(
        business_id=business_id,
        user_id=user_id,
        feature=fields.pop("feature", "credit_assessment"),
        credits=Decimal(credits),
        worst_cost_ghs=Decimal(cost),
        **fields,
    )


def answered(cost: str = "0", **fields: Any) -> UsageRecord:
    """How a request that was answered went."""
    return UsageRecord(outcome="answered", model="gpt-6-luna", cost_ghs=Decimal(cost), **fields)


def failed(cost: str = "0", **fields: Any) -> UsageRecord:
    return UsageRecord(outcome="failed", error="the model did not answer", cost_ghs=Decimal(cost), **fields)


def agree(caller: Caller) -> None:
    """The owner agrees to AI features; the first time brings the trial credits."""
    give_consent(caller)
