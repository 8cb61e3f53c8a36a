"""Locking a credit account, keeping its budgets and its alerts right, and saving it."""

import datetime as dt
import uuid
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db.models import F, Q, Sum
from django.db.models.functions import Coalesce, Round

from ai_features.errors import AIDisabled, BudgetExceeded, InsufficientCredits
from ai_features.models import AITransaction, AIUsageAlert, BusinessAICredits, CreditHold, CreditLot
from ai_features.services.billing import platform
from common import clock, money, statements
from common.errors import DomainError, InvalidInput, NotFound

_ZERO = Decimal(0)
SUSPENDED = "AI features are suspended for this business. Please contact support."
CHANGING = [
    "balance",
    "held",
    "total_granted",
    "total_purchased",
    "total_used",
    "total_expired",
    "total_refunded",
    "expires_at",
    "low_alert_armed",
    "depleted_alert_armed",
    "next_deadline",
    "day",
    "day_cost",
    "day_reserved",
    "month",
    "month_cost",
    "month_reserved",
    "updated_at",
]


def locked(business_id: uuid.UUID) -> BusinessAICredits:
    """The account, made when there is none, locked until the transaction ends. Only then ask for the time."""
    account, _ = locked_and(business_id)
    return account


def locked_and(business_id: uuid.UUID, *also: statements.Question) -> tuple[BusinessAICredits, list[Any]]:
    """The account as `locked`, and the answers to what is asked once it is."""
    account = statements.rows_where(BusinessAICredits, "business_id = %s", business_id, lock=True)
    found, *answers = statements.ask(account, *also)
    if not found:
        BusinessAICredits.objects.bulk_create([BusinessAICredits(business_id=business_id)], ignore_conflicts=True)
        found, *answers = statements.ask(account, *also)
    _turn_over(found[0][0], clock.today())
    return found[0][0], answers


def save(account: BusinessAICredits) -> None:
    """Write a locked account back, with an alert for each threshold it has crossed."""
    _watch(account)
    account.updated_at = clock.now()
    statements.update(account, *CHANGING)


def locked_by_hold(hold_id: uuid.UUID, also: statements.Question) -> tuple[BusinessAICredits, list[tuple[Any, ...]]]:
    """The account of a hold, locked, and the answer to what is asked once it is. Raises `NotFound`."""
    owner = "business_id = (SELECT business_id FROM ai_features_credithold WHERE id = %s)"
    account = statements.rows_where(BusinessAICredits, owner, hold_id, lock=True)
    found, answer = statements.ask(account, also)
    if not found:
        raise NotFound
    _turn_over(found[0][0], clock.today())
    return found[0][0], answer


def exact(credits: Decimal, field: str = "credits") -> Decimal:
    """The amount, or `InvalidInput` when it is below zero or finer than a hundredth."""
    if credits != money.cedis(credits) or credits < 0:
        raise InvalidInput.field(field, "Credits are zero or more, with at most two decimals.")
    return money.cedis(credits)


def next_expiry(business_id: uuid.UUID, now: dt.datetime) -> dt.datetime | None:
    """When the next of the lots that still hold credits expires, or did: what is overdue is not forgotten.

    The rest of an expired lot that is wholly held expires when its hold closes, and needs no sweep.
    """
    set_aside = Round(F("held") + F("locked"), precision=2)
    lots = CreditLot.objects.of(business_id).filter(Q(expires_at__gt=now) | Q(remaining__gt=set_aside))
    lots = lots.filter(remaining__gt=0, expires_at__isnull=False)
    return lots.order_by("expires_at").values_list("expires_at", flat=True).first()


def refusal(account: BusinessAICredits, credits: Decimal, worst_cost: Decimal) -> DomainError | None:
    """Why the account cannot carry such a hold; None when it can."""
    if not account.is_active:
        return AIDisabled(SUSPENDED)
    if account.available < credits:
        return InsufficientCredits(available=account.available, required=credits)
    if not worst_cost:
        return None
    caps = settings.AI_BUDGET_CAPS
    today = clock.today()
    if account.day_cost + account.day_reserved + worst_cost > caps["per_business_daily"]:
        return BudgetExceeded(retry_after=_seconds_until(today + dt.timedelta(days=1)))
    if account.month_cost + account.month_reserved + worst_cost > caps["per_business_monthly"]:
        return BudgetExceeded(retry_after=_seconds_until(_next_month(today)))
    return None


def platform_refusal(worst_cost: Decimal) -> DomainError | None:
    """Whether the cap of all businesses together refuses. Read without a lock: calls in flight may overshoot it."""
    month = clock.today().replace(day=1)
    if not worst_cost or platform.allows(worst_cost, month, settings.AI_BUDGET_CAPS["platform_monthly"]):
        return None
    return BudgetExceeded(retry_after=_seconds_until(_next_month(month)))


def reserve(account: BusinessAICredits, worst_cost: Decimal) -> None:
    """Set the worst case of a call aside in the budgets of the day and the month."""
    account.day_reserved += worst_cost
    account.month_reserved += worst_cost


def spend_reserved(account: BusinessAICredits, hold: CreditHold, cost: Decimal) -> None:
    """Put the true cost in place of what a hold reserved, in the periods it was placed in."""
    if hold.day == account.day:
        account.day_reserved -= hold.cost_reserved
        account.day_cost += cost
    if hold.day.replace(day=1) == account.month:
        account.month_reserved -= hold.cost_reserved
        account.month_cost += cost


def correct_cost(account: BusinessAICredits, hold: CreditHold, cost: Decimal) -> None:
    """Put the true cost in place of the worst case that stood in for it once the deadline had passed."""
    if hold.day == account.day:
        account.day_cost += cost - hold.cost_reserved
    if hold.day.replace(day=1) == account.month:
        account.month_cost += cost - hold.cost_reserved


def _turn_over(account: BusinessAICredits, today: dt.date) -> None:
    """Turn to another day's and month's budget. A clock that lags a little never brings an old one back.

    A clock that was days ahead does: so the budget begins with what its requests have cost and reserved so far.
    """
    lagging = account.day == today + dt.timedelta(days=1)
    day = today + dt.timedelta(days=1) if lagging else today
    is_new, month = account.day is None, day.replace(day=1)
    if account.day != day:
        account.day = day
        until = day + dt.timedelta(days=1)
        account.day_cost, account.day_reserved = (_ZERO, _ZERO) if is_new else _so_far(account, day, until)
    if account.month != month:
        account.month = month
        account.month_cost, account.month_reserved = (
            (_ZERO, _ZERO) if is_new else _so_far(account, month, _next_month(month))
        )


def _so_far(account: BusinessAICredits, start: dt.date, end: dt.date) -> tuple[Decimal, Decimal]:
    """(cost, reserved) of the days from `start` to before `end`. An unknown cost counts at its worst."""
    holds = CreditHold.objects.of(account.business_id).filter(day__gte=start, day__lt=end)
    is_open = Q(status=CreditHold.Status.OPEN)
    held = holds.aggregate(
        cost=Sum(Coalesce("cost", "cost_reserved"), filter=~is_open), reserved=Sum("cost_reserved", filter=is_open)
    )
    without = AITransaction.objects.of(account.business_id).filter(
        hold=None, timestamp__gte=clock.start_of(start), timestamp__lt=clock.start_of(end)
    )
    free = without.aggregate(cost=Sum("cost_to_us"))
    cost = (held["cost"] or _ZERO) + (free["cost"] or _ZERO)
    return money.sum_of_model_costs(cost), money.sum_of_model_costs(held["reserved"] or _ZERO)


def _watch(account: BusinessAICredits) -> None:
    """One alert when the balance falls under the threshold, one when it is gone; armed again by a top-up."""
    low, depleted = account.is_low, account.balance == 0
    if low and account.low_alert_armed:
        _alert(account, AIUsageAlert.Type.LOW_BALANCE, account.alert_below)
    if depleted and account.depleted_alert_armed:
        _alert(account, AIUsageAlert.Type.DEPLETED, money.ZERO)
    account.low_alert_armed = not low
    account.depleted_alert_armed = not depleted


def _alert(account: BusinessAICredits, alert_type: AIUsageAlert.Type, threshold: Decimal) -> None:
    AIUsageAlert.objects.create(
        business_id=account.business_id, alert_type=alert_type, current_balance=account.balance, threshold=threshold
    )


def _next_month(day: dt.date) -> dt.date:
    return (day.replace(day=1) + dt.timedelta(days=32)).replace(day=1)


def _seconds_until(day: dt.date) -> int:
    return max(1, int((clock.start_of(day) - clock.now()).total_seconds()) + 1)
