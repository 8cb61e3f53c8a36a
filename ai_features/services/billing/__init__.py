"""AIBillingService: credits are held before a model is called, then settled or released. Nothing else moves them.

The row of `BusinessAICredits` is the lock: whoever changes lots, holds or budgets of a business holds it first.
"""

import datetime as dt
import uuid
from collections.abc import Iterator
from decimal import Decimal

from django.db import transaction
from django.db.models import Q

from accounts.idempotency import KEPT_FOR
from accounts.services import audit
from ai_features.models import AITransaction, BusinessAICredits, CreditHold
from ai_features.services.billing import (
    accounts,
    fair_use,
    holds,
    lots,
    monthly_credits,
    one_step,
    records,
    returns,
)
from ai_features.services.billing.records import UsageRecord
from common import clock, isolated_work

__all__ = ["SUSPENDED", "AIBillingService", "UsageRecord"]
SUSPENDED = accounts.SUSPENDED


def record_free(
    *, business_id: uuid.UUID, user_id: uuid.UUID | None, feature: str, record: UsageRecord
) -> AITransaction:
    """Log a request that had no hold and costs no credits; what it cost us still counts against the budgets."""
    with transaction.atomic():
        if record.cost_ghs:
            account = accounts.locked(business_id)
            account.day_cost += record.cost_ghs
            account.month_cost += record.cost_ghs
            accounts.save(account)
        return records.write(record, business_id=business_id, user_id=user_id, feature=feature)


def expire(business_id: uuid.UUID, now: dt.datetime | None = None) -> Decimal:
    """Expire lots and release overdue holds of one business; returns the credits that expired."""
    with transaction.atomic():
        account = accounts.locked(business_id)
        before = account.total_expired
        if holds.tidy(account, now or clock.now()):
            accounts.save(account)
        return account.total_expired - before


def expire_due() -> Iterator[tuple[uuid.UUID, Decimal]]:
    """Do so for every business with something due, each in its own transaction: (business, credits expired)."""
    now = clock.now()
    due = BusinessAICredits.objects.filter(Q(expires_at__lte=now) | Q(next_deadline__lte=now))
    ids = list(due.values_list("business_id", flat=True))
    return isolated_work.each(ids, lambda business_id: (business_id, expire(business_id)), name="expire_due")


def was_charged(business_id: uuid.UUID, key: str) -> bool:
    """Whether a request with this Idempotency-Key was charged within the time that keys are kept."""
    if not key:
        return False
    settled = CreditHold.objects.of(business_id).filter(key=key, status=CreditHold.Status.SETTLED)
    return settled.filter(created_at__gt=clock.now() - KEPT_FOR).exists()


def open_account(business_id: uuid.UUID) -> BusinessAICredits:
    """The account of a business, made when it has none."""
    with transaction.atomic():
        return accounts.locked(business_id)


def suspend(business_id: uuid.UUID, *, reason: str) -> None:
    """No AI feature answers this business until `resume`; holds under way still end as they would."""
    _set_active(business_id, active=False, reason=reason[:250])


def resume(business_id: uuid.UUID) -> None:
    """AI features answer this business again."""
    _set_active(business_id, active=True, reason="")


def is_suspended(business_id: uuid.UUID) -> bool:
    """Whether our staff has suspended this business."""
    return BusinessAICredits.objects.of(business_id).filter(is_active=False).exists()


def _set_active(business_id: uuid.UUID, *, active: bool, reason: str) -> None:
    with transaction.atomic():
        account = accounts.locked(business_id)
        account.is_active, account.suspended_reason = active, reason
        account.save(update_fields=["is_active", "suspended_reason", "updated_at"])
        audit.record_staff(business_id, audit.Action.AI_RESUMED if active else audit.Action.AI_SUSPENDED)


class AIBillingService:
    """The one face of billing. All amounts are Decimal, credits with two decimals, costs in GHS."""

    hold = staticmethod(holds.hold)
    settle = staticmethod(holds.settle)
    release = staticmethod(holds.release)
    release_stuck = staticmethod(holds.release_stuck)
    open_account = staticmethod(open_account)
    suspend = staticmethod(suspend)
    resume = staticmethod(resume)
    is_suspended = staticmethod(is_suspended)
    record_free = staticmethod(record_free)
    was_charged = staticmethod(was_charged)
    grant_monthly_credits = staticmethod(monthly_credits.grant_if_due)
    watch_fair_use = staticmethod(fair_use.watch)
    give_back = staticmethod(returns.give_back)
    grant = staticmethod(lots.grant)
    grant_trial = staticmethod(lots.grant_trial)
    expire = staticmethod(expire)
    expire_due = staticmethod(expire_due)
    lock_for_refund = staticmethod(lots.lock_for_refund)
    unlock = staticmethod(lots.unlock)
    refund_locked = staticmethod(lots.refund_locked)
    void = staticmethod(lots.void)
    end_lot = staticmethod(lots.end)
    charge_back = staticmethod(lots.charge_back)
    grant_purchase = staticmethod(one_step.grant_purchase)
    accounts_of = staticmethod(one_step.accounts_of)
    get_account = staticmethod(one_step.get_account)
    get_credit_balance = staticmethod(one_step.get_credit_balance)
    check_credits = staticmethod(one_step.check_credits)
    charge_credits = staticmethod(one_step.charge_credits)
    purchase_credits = staticmethod(one_step.purchase_credits)
    get_usage_stats = staticmethod(one_step.get_usage_stats)
    log_failed_transaction = staticmethod(one_step.log_failed_transaction)
    availability = staticmethod(one_step.availability)
