"""Paying for the storefronts: months opened at Paystack like any purchase, and what is told before they run out.

The plan itself is `accounts.models.Subscription`: paid up to `renews_on`, then fourteen days in which nothing is
locked, then AI and new storefronts wait while selling and reading go on.
"""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from django.conf import settings
from django.db import transaction

from accounts import queries as account_queries
from accounts.models import Business, Subscription
from accounts.services import audit
from ai_features import packs, taxes
from ai_features.models import AICreditPurchase, StorefrontCard
from ai_features.services.notices import messages
from ai_features.services.payments.purchases import checked_callback, open_checkout, write_purchase
from common import clock, isolated_work, money
from common.errors import InvalidInput
from common.tenancy import MANAGEMENT, Caller, Role

TOLD_ON = {-3: "ahead", 0: "due", 7: "unpaid", 15: "overdue"}
"""Days after `renews_on` from which each message is due, with its name."""
LATE = dt.timedelta(days=30)
"""For so long a message that no job wrote in time is still written."""


def pay(
    caller: Caller, *, months: int, payment_method: str, callback_url: str = "", keep_card: bool = False
) -> AICreditPurchase:
    """Open the payment of so many months at the price of the storefronts that are open now.

    With `keep_card`, an owner's to say, the card that pays is charged for each month to come (`storefront_card`).
    Raises `NotFound` for a business without a plan, `NotAllowed`, `InvalidInput`, `PaymentProviderError`.
    """
    caller.require(*((Role.OWNER,) if keep_card else MANAGEMENT))
    if keep_card and payment_method != AICreditPurchase.Method.CARD:
        raise InvalidInput.field("keep_card", "Only a card can be charged each month: pay by card.")
    address = checked_callback(callback_url)
    price = account_queries.plan(caller.business_id)["monthly_price"] * months
    pack = packs.Pack(AICreditPurchase.Package.STOREFRONT, "Storefront plan", price, money.ZERO)
    business = Business.objects.get(pk=caller.business_id)
    terms = {"months": str(months)} | ({"keep_card": "yes"} if keep_card else {})
    purchase = write_purchase(business, caller.user_id, pack, payment_method, terms=terms)
    if keep_card:
        audit.record(caller, audit.Action.RENEWAL_BY_CARD_ON, subject="Storefronts")
    return open_checkout(purchase, address)


def remind_due() -> Iterator[tuple[str, str]]:
    """Tell each business once when its month runs out, has run out, and is overdue: (business, what)."""
    today = clock.today()
    near = Subscription.objects.filter(
        renews_on__lte=today - dt.timedelta(days=min(TOLD_ON)), renews_on__gte=today - LATE
    )
    return isolated_work.each(list(near.order_by("renews_on")), _remind, name="storefront_reminders")


def _remind(subscription: Subscription) -> tuple[str, str] | None:
    since = (clock.today() - subscription.renews_on).days
    what = TOLD_ON[max(days for days in TOLD_ON if days <= since)]
    if what == "overdue":
        _lapse(subscription)
    price = account_queries.plan(subscription.pk)["monthly_price"]
    subject, text = _message(what, subscription, price)
    is_new = messages.queue(
        subscription.pk, key=f"storefronts:{what}:{subscription.renews_on}", subject=subject, text=text
    )
    return (str(subscription.pk), what) if is_new else None


@transaction.atomic
def _lapse(subscription: Subscription) -> None:
    """Mark it, unless it was paid this moment."""
    unpaid = Subscription.objects.filter(pk=subscription.pk, renews_on=subscription.renews_on)
    unpaid.update(status=Subscription.Status.LAPSED)


def _message(what: str, subscription: Subscription, price: Decimal) -> tuple[str, str]:
    day, last = f"{subscription.renews_on:%d/%m/%Y}", f"{subscription.grace_ends_on:%d/%m/%Y}"
    card = StorefrontCard.objects.of(subscription.pk).first()
    if card and what == "ahead":
        total = money.written(taxes.quote(price, on=subscription.renews_on).total)
        stop = f"Stop it here: {settings.FRONTEND_URL}/settings"
        return "Your storefronts renew soon", f"On {day} {total}, taxes included, is taken from your {card}. {stop}"
    pay_here = f"Pay {money.written(price)} a month before taxes here: {settings.FRONTEND_URL}/settings"
    return {
        "ahead": ("Your storefronts renew soon", f"They are paid up to {day}. {pay_here}"),
        "due": (
            "Your storefronts are to be paid",
            f"They were paid up to {day}. Nothing is locked until {last}. {pay_here}",
        ),
        "unpaid": (
            "Your storefronts are not paid",
            f"They were due on {day}. Nothing is locked until {last}. {pay_here}",
        ),
        "overdue": (
            "AI waits until your storefronts are paid",
            f"They were due on {day}. Selling and reports go on; AI and new storefronts wait. {pay_here}",
        ),
    }[what]
