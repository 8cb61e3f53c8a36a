"""The monthly add-on as its owner decides: begin, cancel, take the cancellation back."""

from django.db import transaction

from accounts.models import Business
from ai_features import packs
from ai_features.models import AICreditPurchase, AIMonthlyAddon
from ai_features.services.payments.purchases import checked_callback, open_checkout, require_open, write_purchase
from common import clock
from common.errors import Conflict, NotFound
from common.tenancy import MANAGEMENT, Caller

Status = AIMonthlyAddon.Status
OPEN = (Status.WAITING, Status.ACTIVE)


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
        purchase = write_purchase(business, caller.user_id, pack_of(addon), payment_method, addon=addon)
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


def resume(caller: Caller) -> AIMonthlyAddon:
    """Take back a cancellation at the period's end, as long as the paid month lasts. Asked again, it changes nothing.

    Raises `NotFound` without an active add-on, `Conflict` when the month is over, `AIDisabled`.
    """
    caller.require(*MANAGEMENT)
    require_open(caller.business_id)
    with transaction.atomic():
        active = AIMonthlyAddon.objects.select_for_update().of(caller.business_id).filter(status=Status.ACTIVE)
        addon = active.first()
        if addon is None or addon.next_renewal_date is None:
            raise NotFound("There is no monthly add-on whose cancellation could be taken back.")
        if not addon.cancel_at_period_end:
            return addon
        if clock.today() >= addon.next_renewal_date:
            raise Conflict("The monthly add-on has ended: subscribe again.")
        addon.cancel_at_period_end, addon.auto_renew = False, True
        addon.cancelled_at = addon.end_date = None
        addon.save()
    return addon


def pack_of(addon: AIMonthlyAddon) -> packs.Pack:
    """The add-on at the price this business subscribed at."""
    return packs.Pack(packs.ADDON.key, packs.ADDON.name, addon.monthly_price, addon.monthly_credits)
