"""Whole calls in one: look at a balance, charge after the fact, enter a payment, log a failure."""

import datetime as dt
import uuid
from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import transaction

from accounts.models import Business
from ai_features import pricing
from ai_features.models import (
    AICreditPurchase,
    AITransaction,
    BusinessAICredits,
    CreditLot,
    FeatureSetting,
    Outcome,
)
from ai_features.queries import credits as credit_queries
from ai_features.queries import features as feature_queries
from ai_features.queries import plans
from ai_features.services.billing import accounts, holds, lots, monthly_credits, records
from ai_features.services.billing.records import UsageRecord
from ai_features.services.model.prices import ghs
from common import clock, money
from common.errors import InvalidInput


def get_account(business_id: uuid.UUID) -> BusinessAICredits:
    """The account as of now. What has come due since the last request, and only that, is settled first."""
    found, now = credit_queries.account(business_id), clock.now()
    if not _is_due(found, now):
        return found
    with transaction.atomic():
        account = accounts.locked(business_id)
        if holds.tidy(account, clock.now()):
            accounts.save(account)
        return account


def accounts_of(businesses: Sequence[Business]) -> list[tuple[Business, BusinessAICredits]]:
    """Each business with its account as of now: two queries, and more only for accounts with something due."""
    now = clock.now()
    stored = {account.business_id: account for account in BusinessAICredits.objects.all()}
    found = []
    for business in businesses:
        account = stored.get(business.pk) or BusinessAICredits(business_id=business.pk)
        found.append((business, get_account(business.pk) if _is_due(account, now) else account))
    return found


def get_credit_balance(business_id: uuid.UUID) -> Decimal:
    """Unexpired credits, those held for requests under way included."""
    return get_account(business_id).balance


def check_credits(business_id: uuid.UUID, feature: str) -> dict[str, Any]:
    """Whether one answer of `feature` can be paid for. Raises `InvalidInput` for a feature there is not."""
    key, required = _priced(feature, business_id)
    available = get_account(business_id).available
    return {
        "has_credits": available >= required,
        "required": required,
        "current_balance": available,
        "shortfall": max(required - available, money.ZERO),
        "feature_name": pricing.display_name(key),
    }


def charge_credits(
    business_id: uuid.UUID,
    user_id: uuid.UUID | None,
    feature: str,
    actual_openai_cost_usd: Decimal = records.NOTHING,
    *,
    input_tokens: int = 0,
    output_tokens: int = 0,
    response_time_ms: int = 0,
    request_data: dict[str, Any] | None = None,
    response_summary: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """Hold and settle the price of `feature` at once, for work that is already done.

    Raises `InsufficientCredits`, `BudgetExceeded`, `AIDisabled`, `InvalidInput`.
    """
    key, price = _priced(feature, business_id)
    cost_usd = Decimal(str(actual_openai_cost_usd))
    cost = ghs(cost_usd)
    placed = holds.hold(business_id=business_id, user_id=user_id, feature=key, credits=price, worst_cost_ghs=cost)
    record = UsageRecord(
        outcome=Outcome.ANSWERED,
        tokens_in=input_tokens,
        tokens_out=output_tokens,
        cost_usd=cost_usd,
        cost_ghs=cost,
        milliseconds=response_time_ms,
        request_text=request_data,
        response_text=response_summary,
    )
    row = holds.settle(placed.pk, record=record)
    account = get_account(business_id)
    return {
        "success": True,
        "credits_charged": price,
        "new_balance": account.balance,
        "transaction_id": str(row.pk),
        "low_credit_warning": account.is_low,
    }


def purchase_credits(
    business_id: uuid.UUID,
    amount_paid: Decimal,
    credits_purchased: Decimal,
    payment_reference: str,
    payment_method: str,
    *,
    bonus_credits: Decimal = money.ZERO,
    user_id: uuid.UUID | None = None,
) -> dict[str, Any]:
    """Enter a payment that was received outside Paystack, once for each reference; "free_trial" gives the trial."""
    if payment_method == "free_trial":
        trial = lots.grant(
            business_id=business_id, credits=credits_purchased, source=CreditLot.Source.TRIAL, by=user_id
        )
        return {"success": True, "credits_added": trial.granted, "new_balance": get_credit_balance(business_id)}
    with transaction.atomic():
        purchase, _ = AICreditPurchase.objects.get_or_create(
            payment_reference=payment_reference,
            defaults={
                "business_id": business_id,
                "user_id": user_id,
                "package": AICreditPurchase.Package.CUSTOM,
                "amount_paid": amount_paid,
                "credits_purchased": credits_purchased,
                "bonus_credits": bonus_credits,
                "payment_method": payment_method,
                "payment_status": AICreditPurchase.Status.COMPLETED,
                "purchased_at": clock.now(),
            },
        )
        if purchase.business_id != business_id:
            raise InvalidInput.field("payment_reference", "This reference belongs to another payment.")
        added = grant_purchase(purchase)
    return {
        "success": True,
        "purchase_id": str(purchase.pk),
        "credits_added": added,
        "new_balance": get_credit_balance(business_id),
    }


def grant_purchase(purchase: AICreditPurchase) -> Decimal:
    """The paid and the bonus lot of a purchase, both expiring together; the same lots when asked again."""
    months = settings.AI_CREDITS_EXPIRY_MONTHS
    expires_at = clock.months_after(clock.now(), months) if months else None
    sources = (
        (CreditLot.Source.PURCHASE, purchase.credits_purchased),
        (CreditLot.Source.BONUS, purchase.bonus_credits),
    )
    with transaction.atomic():
        return sum(
            (
                lots.grant(
                    business_id=purchase.business_id,
                    credits=credits,
                    source=source,
                    expires_at=expires_at,
                    by=purchase.user_id,
                    purchase=purchase,
                ).granted
                for source, credits in sources
                if credits
            ),
            start=money.ZERO,
        )


def get_usage_stats(business_id: uuid.UUID, days: int = 30) -> dict[str, Any]:
    """Requests and credits of the last `days` days, with the balance as of now."""
    return {"current_balance": get_credit_balance(business_id), **credit_queries.usage(business_id, days)}


def log_failed_transaction(
    business_id: uuid.UUID,
    user_id: uuid.UUID | None,
    feature: str,
    error_message: str,
    request_data: dict[str, Any] | None = None,
) -> AITransaction:
    """Log a request that failed before it had a hold; nothing is charged."""
    record = UsageRecord(outcome=Outcome.FAILED, error=error_message, request_text=request_data)
    return records.write(
        record, business_id=business_id, user_id=user_id, feature=pricing.feature_key(feature) or feature
    )


def availability(business_id: uuid.UUID, features: list[str], *, denied: Collection[str] = ()) -> list[dict[str, Any]]:
    """For each feature whether it can be asked now, and if not the code of the refusal. Three queries.

    `denied`: features that the caller's role may not ask. The month's free credits come in first, once a day.
    """
    standing = feature_queries.for_business(features[0], business_id)
    monthly_credits.grant_if_due(standing.own)
    account, rows = get_account(business_id), feature_queries.settings_by_feature()
    closed, is_free = _closed_to(account, standing), standing.plan is not None
    return [
        _availability(account, rows[key], "permission_denied" if key in denied else closed, is_free=is_free)
        for key in features
    ]


def _closed_to(account: BusinessAICredits, standing: feature_queries.Standing) -> str | None:
    """Why no feature at all answers this business."""
    own, storefronts = standing.own, standing.storefronts
    is_overdue = storefronts is not None and storefronts.is_overdue(clock.today())
    if not settings.AI_FEATURES_ENABLED or not account.is_active or is_overdue or (own and not own.ai_enabled):
        return "ai_disabled"
    if own is None or own.consent_id is None:
        return "consent_required"
    caps = settings.AI_BUDGET_CAPS
    spent_today = account.day == clock.today() and account.day_cost >= caps["per_business_daily"]
    this_month = clock.today().replace(day=1)
    spent_this_month = account.month == this_month and account.month_cost >= caps["per_business_monthly"]
    return "budget_exceeded" if spent_today or spent_this_month else None


def _availability(
    account: BusinessAICredits, row: FeatureSetting, closed: str | None, *, is_free: bool
) -> dict[str, Any]:
    required = money.ZERO if is_free else feature_queries.price_of(row)
    has_credits = account.available >= required
    reason = (
        closed
        or (None if feature_queries.is_open(row) else "ai_disabled")
        or (None if has_credits else "insufficient_credits")
    )
    return {
        "feature": row.feature,
        "feature_name": pricing.display_name(row.feature),
        "available": reason is None,
        "reason": reason,
        "has_credits": has_credits,
        "required": required,
        "current_balance": account.available,
        "shortfall": max(required - account.available, money.ZERO),
    }


def _is_due(account: BusinessAICredits, now: dt.datetime) -> bool:
    return any(due is not None and due <= now for due in (account.expires_at, account.next_deadline))


def _priced(feature: str, business_id: uuid.UUID) -> tuple[str, Decimal]:
    """The key of a feature, and what one answer costs this business."""
    key = pricing.feature_key(feature)
    if key is None:
        raise InvalidInput.field("feature", f"There is no AI feature named {feature}.")
    return key, money.ZERO if plans.makes_free(business_id) else feature_queries.price(key)
