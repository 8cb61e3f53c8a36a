"""The renewals of the monthly add-on or plan: by the saved card or a pay link, and the end when neither was paid."""

import datetime as dt
import uuid
from collections.abc import Iterator

from django.conf import settings
from django.db import transaction
from django.db.models import F

from accounts.models import Business
from ai_features.models import AICreditPurchase, AIMonthlyAddon
from ai_features.services.billing import AIBillingService
from ai_features.services.payments import cards, paystack
from ai_features.services.payments import renewal_messages as tell
from ai_features.services.payments.purchases import UNPAID, check, checked_callback, open_checkout, write_purchase
from ai_features.services.payments.reversals import OPEN
from ai_features.services.payments.subscriptions import next_month
from common import clock, isolated_work

Status = AIMonthlyAddon.Status
Purchase = AICreditPurchase.Status
LINK_AHEAD = dt.timedelta(days=3)
LAPSES_AFTER = dt.timedelta(days=3)
LINK_AGAIN_AFTER = dt.timedelta(hours=1)


def renew_due() -> Iterator[tuple[str, str]]:
    """Bring every add-on to today: renew it, remind, let it lapse or end. (add-on, what was done)."""
    ahead = clock.today() + LINK_AHEAD
    due = AIMonthlyAddon.objects.filter(status=Status.ACTIVE, next_renewal_date__lte=ahead)
    ids = list(due.order_by("next_renewal_date").values_list("pk", flat=True))
    return isolated_work.each(ids, _renew, name="addon_renewals")


def _renew(addon_id: uuid.UUID) -> tuple[str, str] | None:
    done = _bring_to_today(AIMonthlyAddon.objects.get(pk=addon_id))
    return (str(addon_id), done) if done else None


def _bring_to_today(addon: AIMonthlyAddon) -> str:
    if addon.status != Status.ACTIVE or addon.next_renewal_date is None:
        return ""
    today, due = clock.today(), addon.next_renewal_date
    if addon.cancel_at_period_end:
        return _end(addon, due, Status.CANCELLED) if today >= due else ""
    if not settings.AI_FEATURES_ENABLED or AIBillingService.is_suspended(addon.business_id):
        return ""  # nobody can pay for a month now, so none is let go either
    if today >= due + LAPSES_AFTER and _was_tried(addon, due):
        return _lapse(addon, due)
    if addon.authorization_code:
        return _charge_card(addon, due) if today >= due else ""
    return _send_link(addon, due) or _remind(addon, due)


def _was_tried(addon: AIMonthlyAddon, due: dt.date) -> bool:
    """Whether all was done to renew it, however late the job ran. While money is asked back, nothing is tried."""
    link = None if addon.authorization_code else _link(addon, due)
    if link:
        return clock.today() >= clock.local_date(link.created_at) + LAPSES_AFTER
    return (addon.attempts >= cards.TRIES and not cards.waits(addon.next_attempt_at)) or _is_asked_back(addon)


def _lapse(addon: AIMonthlyAddon, due: dt.date) -> str:
    """Let the add-on go, once Paystack has said of each payment for the month that it is not paid."""
    try:
        for purchase in addon.purchases.filter(period_start=due, payment_status__in=UNPAID):
            check(purchase)
    except paystack.PaymentProviderError as problem:
        return problem.code
    return _end(addon, due, Status.LAPSED) or "paid before it lapsed"


@transaction.atomic
def _end(addon: AIMonthlyAddon, due: dt.date, status: AIMonthlyAddon.Status) -> str:
    """End an add-on that was not renewed, unless it was paid this moment."""
    still = AIMonthlyAddon.objects.filter(pk=addon.pk, status=Status.ACTIVE, next_renewal_date=due)
    if not still.update(status=status, end_date=due):
        return ""
    if status == Status.LAPSED:
        tell.lapsed(addon, due)
    return status.value


def _charge_card(addon: AIMonthlyAddon, due: dt.date) -> str:
    """Charge the saved card for the month from `due`; a charge whose end is unknown is waited for."""
    purchase = _claim(addon, due, cards.AGAIN_AFTER)
    if purchase is None:
        return ""
    outcome = cards.charge(purchase, addon.authorization_code)
    if outcome == cards.APPROVAL:
        tell.approval(addon, purchase)
    elif outcome == Purchase.FAILED:
        tell.declined(addon, due, cards.TRIES)
    return f"card: {outcome}"


def _send_link(addon: AIMonthlyAddon, due: dt.date) -> str:
    """Open the payment of the coming month and send the owner where to pay; once for a month."""
    if found := _link(addon, due):
        return "pay link sent" if tell.link(addon, due, found) else ""
    purchase = _claim(addon, due, LINK_AGAIN_AFTER)
    if purchase is None:
        return ""
    try:
        open_checkout(purchase, checked_callback(""))
    except paystack.PaymentRefused as refusal:
        return refusal.code
    except paystack.PaymentProviderError as problem:
        AIMonthlyAddon.objects.filter(pk=addon.pk, attempts__gt=0).update(attempts=F("attempts") - 1)
        return problem.code
    tell.link(addon, due, purchase)
    return "pay link sent"


def _remind(addon: AIMonthlyAddon, due: dt.date) -> str:
    """Send the link again on the day itself, or on the day after it was opened when that was late."""
    link = _link(addon, due)
    if link is None or clock.today() < max(due, clock.local_date(link.created_at) + dt.timedelta(days=1)):
        return ""
    return "reminded" if tell.link(addon, due, link, key="reminder") else ""


def _link(addon: AIMonthlyAddon, due: dt.date) -> AICreditPurchase | None:
    """The payment already opened for the month from `due`."""
    return AICreditPurchase.objects.filter(addon=addon, period_start=due).exclude(authorization_url="").first()


def _is_asked_back(addon: AIMonthlyAddon) -> bool:
    """Whether a refund or dispute is open: who asks for the money back is not charged again."""
    return addon.purchases.filter(refunds__status__in=OPEN).exists()


def _claim(addon: AIMonthlyAddon, due: dt.date, again_after: dt.timedelta) -> AICreditPurchase | None:
    """A new purchase for the month from `due`, for one worker; None when it is not time, or one is under way."""
    with transaction.atomic():
        locked = AIMonthlyAddon.objects.select_for_update().get(pk=addon.pk)
        if locked.status != Status.ACTIVE or locked.next_renewal_date != due or not locked.auto_renew:
            return None
        if cards.waits(locked.next_attempt_at, again_after) or _is_asked_back(locked):
            return None
        waiting = locked.purchases.filter(period_start=due, payment_status=Purchase.PENDING)
        if locked.authorization_code and waiting.exists():
            return None
        locked.attempts, locked.next_attempt_at = locked.attempts + 1, clock.now() + again_after
        locked.save(update_fields=["attempts", "next_attempt_at"])
        by_card = bool(locked.authorization_code)
        offer = next_month(locked)
        return write_purchase(
            Business.objects.get(pk=addon.business_id),
            addon.user_id,
            offer.pack,
            AICreditPurchase.Method.CARD if by_card else locked.payment_method,
            addon=addon,
            period_start=due,
            email=locked.email if by_card else "",
            terms=offer.terms,
        )
