"""The months of the storefront plan: what a payment for some brings, and what goes when its money goes back."""

import datetime as dt
from calendar import monthrange

from accounts.models import Subscription
from ai_features.models import AICreditPurchase, StorefrontCard
from ai_features.services.notices import messages
from ai_features.services.payments import invoices
from ai_features.services.payments.paystack import Charge
from common import clock, money


def is_paid_already(purchase: AICreditPurchase) -> bool:
    """Whether the month for which a card was charged has been paid otherwise; locks the plan."""
    if purchase.period_start is None:  # no certain month
        return False
    return Subscription.objects.select_for_update().get(pk=purchase.business_id).renews_on != purchase.period_start


def complete(purchase: AICreditPurchase, charge: Charge) -> str:
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
    terms = purchase.terms or {}
    if terms.get("keep_card"):
        _keep_card(purchase, charge)
    if terms.get("by_card"):
        _tell_charged(purchase, subscription)
    return f"The storefronts are paid up to {subscription.renews_on}."


def take_back(purchase: AICreditPurchase) -> None:
    """Shorten the plan by the months whose money went back; no card is charged again without a new yes."""
    StorefrontCard.objects.of(purchase.business_id).delete()
    _move(Subscription.objects.select_for_update().get(pk=purchase.business_id), -_months(purchase))


def _keep_card(purchase: AICreditPurchase, charge: Charge) -> None:
    """Keep a card that may be charged again, with the email it belongs to: Paystack takes it under no other."""
    card = charge.authorization
    if card.get("reusable") is not True:
        return
    StorefrontCard.objects.update_or_create(
        business_id=purchase.business_id,
        defaults={
            "authorization_code": str(card.get("authorization_code", ""))[:100],
            "email": charge.email or purchase.email,
            "brand": str(card.get("brand") or card.get("card_type") or "")[:30],
            "last4": str(card.get("last4") or "")[:4],
            "agreed_by_id": purchase.user_id,
            "agreed_at": clock.now(),
        },
    )


def _tell_charged(purchase: AICreditPurchase, subscription: Subscription) -> None:
    messages.queue(
        purchase.business_id,
        key=f"storefronts:charged:{purchase.pk}",
        subject="Your storefronts are paid",
        text=(
            f"{money.written(purchase.amount_paid)} was taken from your card. "
            f"Your storefronts are paid up to {subscription.renews_on:%d/%m/%Y}."
        ),
    )


def _months(purchase: AICreditPurchase) -> int:
    return int((purchase.terms or {})["months"])


def _move(subscription: Subscription, months: int) -> None:
    """So many months on, on the day of the month on which it began, or on the last of a shorter one."""
    year, month = divmod(subscription.renews_on.year * 12 + subscription.renews_on.month - 1 + months, 12)
    day = min(subscription.started_on.day, monthrange(year, month + 1)[1])
    subscription.renews_on = dt.date(year, month + 1, day)
    subscription.save()
