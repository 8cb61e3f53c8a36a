"""The monthly add-on as a subscription: begin, renew by card or by pay link, lapse, cancel."""

import datetime as dt
import uuid
from collections.abc import Iterator

import structlog
from django.conf import settings
from django.db import transaction

from accounts.models import Business
from ai_features import packs
from ai_features.models import AICreditPurchase, AIMonthlyAddon
from ai_features.services import messages, paystack
from ai_features.services.payments.completion import complete
from ai_features.services.payments.purchases import checked_callback, open_checkout, write_purchase
from common import clock, money, sweeps
from common.errors import Conflict, NotFound
from common.tenancy import MANAGEMENT, Caller

log = structlog.get_logger("ai_features.payments")
Status = AIMonthlyAddon.Status
OPEN = (Status.WAITING, Status.ACTIVE)
LINK_AHEAD = dt.timedelta(days=3)
LAPSES_AFTER = dt.timedelta(days=3)
CARD_AGAIN_AFTER = dt.timedelta(hours=24)
LINK_AGAIN_AFTER = dt.timedelta(hours=1)


def subscribe(caller: Caller, *, payment_method: str, callback_url: str = "") -> AICreditPurchase:
    """Open the payment of the first month; its credits come when it is paid.

    Raises `InvalidInput`, `Conflict` while an add-on is active, `AIDisabled`, `PaymentProviderError`.
    """
    caller.require(*MANAGEMENT)
    address = checked_callback(callback_url)
    with transaction.atomic():
        business = Business.objects.select_for_update(no_key=True).get(pk=caller.business_id)
        addon = AIMonthlyAddon.objects.select_for_update().of(business.pk).filter(status__in=OPEN).first()
        if addon and addon.status == Status.ACTIVE:
            raise Conflict(f"The monthly add-on is active until {addon.next_renewal_date}.")
        addon = addon or AIMonthlyAddon(business=business)
        addon.user_id, addon.payment_method = caller.user_id, payment_method
        addon.monthly_price, addon.monthly_credits = packs.ADDON.price, packs.ADDON.credits
        addon.save()
        purchase = write_purchase(business, caller.user_id, _pack(addon), payment_method, addon=addon)
        AIMonthlyAddon.objects.filter(pk=addon.pk).update(email=purchase.email)
    return open_checkout(purchase, address)


def cancel(caller: Caller, *, immediate: bool) -> AIMonthlyAddon:
    """End the add-on now, or when the paid month ends. What was paid for stays until that day either way."""
    caller.require(*MANAGEMENT)
    with transaction.atomic():
        addon = AIMonthlyAddon.objects.select_for_update().of(caller.business_id).filter(status__in=OPEN).first()
        if addon is None:
            raise NotFound("There is no monthly add-on to cancel.")
        addon.auto_renew, addon.cancelled_at = False, clock.now()
        if immediate or addon.status == Status.WAITING:
            addon.status, addon.end_date = Status.CANCELLED, clock.today()
        else:
            addon.cancel_at_period_end, addon.end_date = True, addon.next_renewal_date
        addon.save()
    return addon


def renew_due() -> Iterator[tuple[str, str]]:
    """Bring every add-on to today: renew it, remind, let it lapse or end. (add-on, what was done)."""
    ahead = clock.today() + LINK_AHEAD
    due = AIMonthlyAddon.objects.filter(status=Status.ACTIVE, next_renewal_date__lte=ahead)
    ids = list(due.order_by("next_renewal_date").values_list("pk", flat=True))
    return sweeps.each(ids, _renew, name="addon_renewals")


def _renew(addon_id: uuid.UUID) -> tuple[str, str] | None:
    done = _bring_to_today(AIMonthlyAddon.objects.get(pk=addon_id))
    return (str(addon_id), done) if done else None


def _bring_to_today(addon: AIMonthlyAddon) -> str:
    if addon.status != Status.ACTIVE or addon.next_renewal_date is None:
        return ""
    today, due = clock.today(), addon.next_renewal_date
    if addon.cancel_at_period_end:
        return _end(addon, due, Status.CANCELLED) if today >= due else ""
    if not settings.AI_FEATURES_ENABLED:
        return ""  # nobody can pay for a month now, so none is let go either
    if today >= due + LAPSES_AFTER:
        return _end(addon, due, Status.LAPSED)
    if addon.authorization_code:
        return _charge_card(addon, due) if today >= due else ""
    return _send_link(addon, due) or _remind(addon, due)


@transaction.atomic
def _end(addon: AIMonthlyAddon, due: dt.date, status: AIMonthlyAddon.Status) -> str:
    """End an add-on that was not renewed, unless it was paid this moment."""
    still = AIMonthlyAddon.objects.filter(pk=addon.pk, status=Status.ACTIVE, next_renewal_date=due)
    if not still.update(status=status, end_date=due):
        return ""
    if status == Status.LAPSED:
        messages.queue(
            addon.business_id,
            key=f"lapsed:{addon.pk}:{due}",
            subject="Your monthly AI add-on has ended",
            text="Your monthly AI add-on was not renewed and has ended. Credits you bought otherwise are untouched.",
        )
    return status.value


def _charge_card(addon: AIMonthlyAddon, due: dt.date) -> str:
    """Charge the saved card for the month from `due`; a charge whose end is unknown is waited for."""
    purchase = _claim(addon, due, CARD_AGAIN_AFTER)
    if purchase is None:
        return ""
    try:
        charge = paystack.charge_authorization(
            email=purchase.email,
            amount=purchase.amount_paid,
            reference=purchase.payment_reference,
            authorization_code=addon.authorization_code,
        )
    except paystack.PaymentRefused as refusal:
        AICreditPurchase.objects.filter(pk=purchase.pk, payment_status=AICreditPurchase.Status.PENDING).update(
            payment_status=AICreditPurchase.Status.FAILED, reason=f"Paystack refused the card: {refusal.reason}"[:250]
        )
        status: str = AICreditPurchase.Status.FAILED
    except paystack.PaymentProviderError:
        return "card charged, answer not known"
    else:
        status = complete(purchase.payment_reference, charge).purchase.payment_status
    if status == AICreditPurchase.Status.FAILED:
        _tell_declined(addon, due)
    return f"card: {status}"


def _tell_declined(addon: AIMonthlyAddon, due: dt.date) -> None:
    messages.queue(
        addon.business_id,
        key=f"declined:{addon.pk}:{due}",
        subject="Your card was declined",
        text=f"The card for your monthly AI add-on was declined. We try daily until {due + LAPSES_AFTER:%d/%m/%Y}.",
    )


def _send_link(addon: AIMonthlyAddon, due: dt.date) -> str:
    """Open the payment of the coming month and send the owner where to pay; once for a month."""
    if found := _link(addon, due):
        return "pay link sent" if _tell_link(addon, due, found, "link") else ""
    purchase = _claim(addon, due, LINK_AGAIN_AFTER)
    if purchase is None:
        return ""
    try:
        open_checkout(purchase, checked_callback(""))
    except paystack.PaymentProviderError as problem:
        return problem.code
    _tell_link(addon, due, purchase, "link")
    return "pay link sent"


def _remind(addon: AIMonthlyAddon, due: dt.date) -> str:
    """Send the link again on the day itself."""
    purchase = _link(addon, due) if clock.today() >= due else None
    return "reminded" if purchase and _tell_link(addon, due, purchase, "reminder") else ""


def _link(addon: AIMonthlyAddon, due: dt.date) -> AICreditPurchase | None:
    """The payment already opened for the month from `due`."""
    return AICreditPurchase.objects.filter(addon=addon, period_start=due).exclude(authorization_url="").first()


def _tell_link(addon: AIMonthlyAddon, due: dt.date, purchase: AICreditPurchase, which: str) -> bool:
    return messages.queue(
        addon.business_id,
        key=f"{which}:{addon.pk}:{due}",
        subject="Renew your monthly AI add-on",
        text=(
            f"Your monthly AI add-on renews on {due:%d/%m/%Y}. Pay {money.written(purchase.amount_paid)} for "
            f"{addon.monthly_credits.normalize():f} credits here: {purchase.authorization_url}"
        ),
    )


def _claim(addon: AIMonthlyAddon, due: dt.date, again_after: dt.timedelta) -> AICreditPurchase | None:
    """A new purchase for the month from `due`, for one worker; None when it is not time, or one is under way."""
    now = clock.now()
    with transaction.atomic():
        locked = AIMonthlyAddon.objects.select_for_update().get(pk=addon.pk)
        not_yet = locked.next_attempt_at is not None and locked.next_attempt_at > now
        if locked.status != Status.ACTIVE or locked.next_renewal_date != due or not_yet or not locked.auto_renew:
            return None
        if locked.purchases.filter(refunds__status__in=("sent", "pending")).exists():
            return None  # who asks for the money back is not charged again
        waiting = AICreditPurchase.objects.filter(
            addon=addon, period_start=due, payment_status=AICreditPurchase.Status.PENDING
        )
        if locked.authorization_code and waiting.exists():
            return None
        locked.attempts, locked.next_attempt_at = locked.attempts + 1, now + again_after
        locked.save(update_fields=["attempts", "next_attempt_at"])
        method = AICreditPurchase.Method.CARD if locked.authorization_code else locked.payment_method
        return write_purchase(
            Business.objects.get(pk=addon.business_id), addon.user_id, _pack(addon), method,
            addon=addon, period_start=due,
        )  # fmt: skip


def _pack(addon: AIMonthlyAddon) -> packs.Pack:
    """The add-on at the price this business subscribed at."""
    return packs.Pack(packs.ADDON.key, packs.ADDON.name, addon.monthly_price, addon.monthly_credits)
