"""The months of the storefront plan: what a payment for some brings, and what goes when its money goes back."""

import datetime as dt
from calendar import monthrange

from accounts.models import Subscription
from ai_features.models import AICreditPurchase
from ai_features.services.payments import invoices
from common import clock


def complete(purchase: AICreditPurchase) -> str:
    """Lengthen the plan by what was paid, from the day to which it is paid, or from today after the days of grace."""
    subscription = Subscription.objects.select_for_update().get(pk=purchase.business_id)
    today = clock.today()
    if subscription.is_overdue(today):
        subscription.started_on = subscription.renews_on = today
    purchase.period_start = subscription.renews_on
    purchase.save()
    subscription.status = Subscription.Status.ACTIVE
    _move(subscription, _months(purchase))
    invoices.issue(purchase)
    return f"The storefronts are paid up to {subscription.renews_on}."


def take_back(purchase: AICreditPurchase) -> None:
    """Shorten the plan by the months whose money went back."""
    _move(Subscription.objects.select_for_update().get(pk=purchase.business_id), -_months(purchase))


def _months(purchase: AICreditPurchase) -> int:
    return int((purchase.terms or {})["months"])


def _move(subscription: Subscription, months: int) -> None:
    """So many months on, on the day of the month on which it began, or on the last of a shorter one."""
    year, month = divmod(subscription.renews_on.year * 12 + subscription.renews_on.month - 1 + months, 12)
    day = min(subscription.started_on.day, monthrange(year, month + 1)[1])
    subscription.renews_on = dt.date(year, month + 1, day)
    subscription.save()
