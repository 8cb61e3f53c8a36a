"""Renewing the storefronts by a card that an owner lets us keep: charged on the day, tried three times, ended by them.

Without a card, or when all tries failed, the plan is paid by hand as `storefront_plan` tells, with its days of grace.
"""

import uuid
from collections.abc import Iterator

from django.db import transaction
from django.db.models import QuerySet

from accounts import queries as account_queries
from accounts.models import Business, Membership, Subscription
from accounts.models.tenants import GRACE
from accounts.services import audit
from ai_features import packs
from ai_features.models import AICreditPurchase, StorefrontCard
from ai_features.services.notices import messages
from ai_features.services.payments import cards, paystack
from ai_features.services.payments.purchases import check, write_purchase
from ai_features.services.payments.reversals import OPEN
from common import clock, errors, isolated_work, money
from common.tenancy import MANAGEMENT, Caller, Role

Purchase = AICreditPurchase


def of(caller: Caller) -> StorefrontCard:
    """The card that is charged each month. Raises `NotFound` where there is none."""
    caller.require(*MANAGEMENT)
    found = StorefrontCard.objects.of(caller.business_id).select_related("agreed_by", "business__subscription").first()
    if found is None:
        raise errors.NotFound("No card is kept for the storefronts.")
    return found


@transaction.atomic
def forget(caller: Caller) -> None:
    """Charge no card again: it is deleted, and a payment that is open keeps none. Owners only."""
    caller.require(Role.OWNER)
    unpaid = AICreditPurchase.objects.of(caller.business_id).filter(package=Purchase.Package.STOREFRONT)
    for purchase in unpaid.exclude(payment_status=Purchase.Status.COMPLETED).filter(terms__has_key="keep_card"):
        purchase.terms = {name: said for name, said in (purchase.terms or {}).items() if name != "keep_card"}
        purchase.save(update_fields=["terms"])
    if StorefrontCard.objects.of(caller.business_id).delete()[0]:
        audit.record(caller, audit.Action.RENEWAL_BY_CARD_OFF, subject="Storefronts")


def renew_due() -> Iterator[tuple[str, str]]:
    """Charge each card whose month has run out, within the days of grace: (business, what was done)."""
    today = clock.today()
    due = StorefrontCard.objects.filter(
        business__subscription__renews_on__lte=today, business__subscription__renews_on__gte=today - GRACE
    )
    return isolated_work.each(list(due.order_by("created_at")), _renew, name="storefront_renewals")


def _renew(card: StorefrontCard) -> tuple[str, str] | None:
    done = _charge(card) if _agrees_still(card) else _end(card)
    return (str(card.business_id), done) if done else None


def _agrees_still(card: StorefrontCard) -> bool:
    """A yes ends with the rights of who gave it."""
    owners = Membership.objects.of(card.business_id).filter(role=Role.OWNER, is_active=True)
    return card.agreed_by_id in set(owners.values_list("user_id", flat=True))


def _end(card: StorefrontCard) -> str:
    card.delete()
    _tell(card, "ended", "Your storefronts are no longer paid by card", "Who agreed to it is no longer an owner.")
    return "card: forgotten"


def _charge(card: StorefrontCard) -> str:
    """Charge it for the month that is due; a charge whose end is unknown is waited for."""
    try:
        _ask_about_earlier(card)
    except paystack.PaymentProviderError as problem:
        return problem.code
    purchase = _claim(card)
    if purchase is None:
        return ""
    outcome = cards.charge(purchase, card.authorization_code)
    if outcome == cards.APPROVAL:
        told = f"Your bank wants you to approve {money.written(purchase.amount_paid)}: {purchase.authorization_url}"
        _tell(card, f"approval:{purchase.pk}", "Your bank asks you to approve a payment", told)
    elif outcome == Purchase.Status.FAILED:
        told = f"{card} was declined. We try it {cards.TRIES} times, once a day. You can also pay in the settings."
        _tell(card, f"declined:{purchase.period_start}", "Your card was declined", told)
    return f"card: {outcome}"


def _ask_about_earlier(card: StorefrontCard) -> None:
    """An attempt that failed for want of an answer may have gone through since. Raises `PaymentProviderError`."""
    earlier = _payments(card.business_id).filter(period_start=card.due, payment_status=Purchase.Status.FAILED)
    for purchase in earlier.exclude(next_check_at=None) if card.due else ():
        check(purchase)


def _claim(card: StorefrontCard) -> AICreditPurchase | None:
    """A new purchase for the month that is due, for one worker; None when it is not time, or one is under way."""
    with transaction.atomic():
        plan = Subscription.objects.select_for_update().get(pk=card.business_id)
        locked = StorefrontCard.objects.select_for_update().filter(pk=card.pk).first()
        price = account_queries.plan(card.business_id)["monthly_price"]
        if locked is None or not price or clock.today() < plan.renews_on or plan.is_overdue(clock.today()):
            return None
        if locked.due != plan.renews_on:
            locked.due, locked.attempts, locked.next_attempt_at = plan.renews_on, 0, None
        if locked.attempts >= cards.TRIES or cards.waits(locked.next_attempt_at) or _is_held_up(card.business_id):
            return None
        locked.attempts, locked.next_attempt_at = locked.attempts + 1, clock.now() + cards.AGAIN_AFTER
        locked.save(update_fields=["due", "attempts", "next_attempt_at"])
        return write_purchase(
            Business.objects.get(pk=card.business_id),
            card.agreed_by_id,
            packs.Pack(Purchase.Package.STOREFRONT, "Storefront plan", price, money.ZERO),
            Purchase.Method.CARD,
            period_start=plan.renews_on,
            email=locked.email,
            terms={"months": "1", "by_card": "yes"},
        )


def _is_held_up(business_id: uuid.UUID) -> bool:
    """While a payment is open, by hand or by card, or its money asked back, no card is charged."""
    payments = _payments(business_id)
    is_open = payments.filter(payment_status=Purchase.Status.PENDING).exists()
    return is_open or payments.filter(refunds__status__in=OPEN).exists()


def _payments(business_id: uuid.UUID) -> QuerySet[AICreditPurchase]:
    return AICreditPurchase.objects.of(business_id).filter(package=Purchase.Package.STOREFRONT)


def _tell(card: StorefrontCard, key: str, subject: str, text: str) -> None:
    messages.queue(card.business_id, key=f"storefront-card:{key}", subject=subject, text=text)
