"""What an owner is told about the renewal of the monthly add-on or plan: each message once."""

import datetime as dt

from ai_features.models import AICreditPurchase, AIMonthlyAddon
from ai_features.services.notices import messages
from ai_features.services.payments.subscriptions import name_of
from common import clock, money


def link(addon: AIMonthlyAddon, due: dt.date, purchase: AICreditPurchase, *, key: str = "link") -> bool:
    """Where to pay for the month from `due`; `key` tells the first message from the reminder. Whether it is new."""
    renews = "renews" if clock.today() <= due else "was due"
    return messages.queue(
        addon.business_id,
        key=f"{key}:{addon.pk}:{due}",
        subject=f"Renew your {name_of(purchase)}",
        text=(
            f"Your {name_of(purchase)} {renews} on {due:%d/%m/%Y}. Pay {money.written(purchase.amount_paid)}"
            f"{_for_credits(purchase)} here: {purchase.authorization_url}"
        ),
    )


def approval(addon: AIMonthlyAddon, purchase: AICreditPurchase) -> bool:
    """Where the cardholder approves a charge that the bank does not let through without them."""
    return messages.queue(
        addon.business_id,
        key=f"approval:{purchase.pk}",
        subject="Your bank asks you to approve a payment",
        text=(
            f"Your bank wants you to approve {money.written(purchase.amount_paid)} for your {name_of(addon)}. "
            f"Approve it here: {purchase.authorization_url}"
        ),
    )


def declined(addon: AIMonthlyAddon, due: dt.date, tries: int) -> bool:
    """A saved card was declined for the first time."""
    return messages.queue(
        addon.business_id,
        key=f"declined:{addon.pk}:{due}",
        subject="Your card was declined",
        text=f"The card for your {name_of(addon)} was declined. We try it {tries} times, once a day; then it ends.",
    )


def lapsed(addon: AIMonthlyAddon, due: dt.date) -> bool:
    """The add-on has ended unpaid."""
    return messages.queue(
        addon.business_id,
        key=f"lapsed:{addon.pk}:{due}",
        subject=f"Your {name_of(addon)} has ended",
        text=f"Your {name_of(addon)} was not renewed and has ended. Credits you bought otherwise are untouched.",
    )


def _for_credits(purchase: AICreditPurchase) -> str:
    return f" for {purchase.credits.normalize():f} credits" if purchase.credits else ""
