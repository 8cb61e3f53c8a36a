"""The monthly add-on or plan as its owner decides: begin, change, cancel, take a decision back.

A business has one of them at a time, which is one `AIMonthlyAddon`. What a payment was opened for is what runs once it
is paid, with the numbers of that moment.
"""

from dataclasses import dataclass

from django.db import transaction

from accounts.models import Business
from ai_features import packs
from ai_features.models import AICreditPurchase, AIMonthlyAddon, AIPlan
from ai_features.queries import plans
from ai_features.services.payments.purchases import checked_callback, open_checkout, require_open, write_purchase
from common import clock
from common.errors import Conflict, InvalidInput, NotFound
from common.tenancy import MANAGEMENT, Caller

Status = AIMonthlyAddon.Status
OPEN = (Status.WAITING, Status.ACTIVE)
ADDON = AICreditPurchase.Package.ADDON
STANDARD = AIPlan.Key.STANDARD


@dataclass(frozen=True, slots=True)
class Offer:
    """A month of the add-on or of a plan: its price and credits, and what it gives besides, as decimal strings."""

    pack: packs.Pack
    terms: dict[str, str] | None = None


def subscribe(caller: Caller, *, payment_method: str, callback_url: str = "") -> AICreditPurchase:
    """Open the payment of the add-on's first month; its credits come when it is paid.

    Raises `InvalidInput`, `Conflict` while an add-on or plan is active, `AIDisabled`, `PaymentProviderError`.
    """
    caller.require(*MANAGEMENT)
    address = checked_callback(callback_url)
    with transaction.atomic():
        business, addon = _locked(caller)
        if addon and addon.status == Status.ACTIVE:
            raise Conflict(f"The {name_of(addon)} is active until {addon.next_renewal_date}.")
        purchase = _begin(business, addon, _addon_offer(), caller, payment_method)
    return open_checkout(purchase, address)


def choose_plan(
    caller: Caller, *, plan: str, payment_method: str, callback_url: str = ""
) -> AICreditPurchase | AIMonthlyAddon:
    """Begin a plan, or change to it.

    Without one, or from a cheaper one, a payment is opened: the plan begins, or the new month, when it is paid. To a
    cheaper one the change comes when the paid month ends; `standard` ends it then. Returns the payment to make, or the
    add-on or plan with the change noted. Raises `InvalidInput`, `Conflict` where it runs already, `AIDisabled`,
    `PaymentProviderError`.
    """
    caller.require(*MANAGEMENT)
    address, offer = checked_callback(callback_url), _offer(plan)
    with transaction.atomic():
        business, addon = _locked(caller)
        active = addon if addon and addon.status == Status.ACTIVE else None
        if active and active.package == plan and not active.next_package and not active.cancel_at_period_end:
            raise Conflict(f"The {name_of(active)} is active until {active.next_renewal_date}.")
        if active and offer.pack.price <= active.monthly_price:
            return _change_later(active, plan)
        if plan == STANDARD:
            raise Conflict("You are on the standard plan already.")
        purchase = _begin(business, addon, offer, caller, payment_method)
    return open_checkout(purchase, address)


def cancel(caller: Caller, *, immediate: bool) -> AIMonthlyAddon:
    """End the add-on or plan now, or when the paid month ends. Credits that were paid for stay until that day."""
    caller.require(*MANAGEMENT)
    with transaction.atomic():
        addon = AIMonthlyAddon.objects.select_for_update().of(caller.business_id).filter(status__in=OPEN).first()
        if addon is None:
            raise NotFound("There is no monthly add-on or plan to cancel.")
        addon.auto_renew, addon.cancelled_at, addon.next_package = False, clock.now(), ""
        if immediate or addon.status == Status.WAITING:
            addon.status, addon.end_date = Status.CANCELLED, clock.today()
        else:
            addon.cancel_at_period_end, addon.end_date = True, addon.next_renewal_date
        addon.save()
    return addon


def resume(caller: Caller) -> AIMonthlyAddon:
    """Take back a cancellation or change at the month's end, while the paid month lasts. Twice changes nothing more.

    Raises `NotFound` without an active add-on or plan, `Conflict` when the month is over, `AIDisabled`.
    """
    caller.require(*MANAGEMENT)
    require_open(caller.business_id)
    with transaction.atomic():
        active = AIMonthlyAddon.objects.select_for_update().of(caller.business_id).filter(status=Status.ACTIVE)
        addon = active.first()
        if addon is None or addon.next_renewal_date is None:
            raise NotFound("No monthly add-on or plan is about to end.")
        if addon.cancel_at_period_end and clock.today() >= addon.next_renewal_date:
            raise Conflict(f"The {name_of(addon)} has ended: subscribe again.")
        _keep(addon, next_package="")
    return addon


def next_month(addon: AIMonthlyAddon) -> Offer:
    """What the month after the paid one costs and gives: as this business subscribed, or what it changes to."""
    if addon.next_package == ADDON:
        return _addon_offer()
    if addon.next_package:
        return _of_plan(plans.one(addon.next_package))
    pack = packs.Pack(addon.package, addon.get_package_display(), addon.monthly_price, addon.monthly_credits)
    return Offer(pack)


def name_of(row: AIMonthlyAddon | AICreditPurchase) -> str:
    """What an add-on or plan, or the payment for one, is called in a sentence."""
    return "monthly AI add-on" if row.package == ADDON else row.get_package_display()


def _locked(caller: Caller) -> tuple[Business, AIMonthlyAddon | None]:
    """The business, so that one payment is opened at a time, and the add-on or plan that is open."""
    business = Business.objects.select_for_update(no_key=True).get(pk=caller.business_id)
    return business, AIMonthlyAddon.objects.select_for_update().of(business.pk).filter(status__in=OPEN).first()


def _begin(
    business: Business, addon: AIMonthlyAddon | None, offer: Offer, caller: Caller, payment_method: str
) -> AICreditPurchase:
    """The payment that begins it. What is active stays as it is until then."""
    addon = addon or AIMonthlyAddon(business=business)
    if addon.status == Status.WAITING:
        addon.user_id, addon.package, addon.payment_method = caller.user_id, offer.pack.key, payment_method
        addon.monthly_price, addon.monthly_credits = offer.pack.price, offer.pack.credits
        addon.save()
    purchase = write_purchase(business, caller.user_id, offer.pack, payment_method, addon=addon, terms=offer.terms)
    if addon.status == Status.WAITING:
        AIMonthlyAddon.objects.filter(pk=addon.pk).update(email=purchase.email)
    return purchase


def _change_later(addon: AIMonthlyAddon, plan: str) -> AIMonthlyAddon:
    """Note what it changes to when the paid month ends; its own name takes an earlier note back."""
    if plan == STANDARD:
        addon.auto_renew, addon.cancel_at_period_end, addon.cancelled_at = False, True, clock.now()
        addon.next_package, addon.end_date = "", addon.next_renewal_date
        addon.save()
    else:
        _keep(addon, next_package="" if plan == addon.package else plan)
    return addon


def _keep(addon: AIMonthlyAddon, *, next_package: str) -> None:
    addon.cancel_at_period_end, addon.auto_renew, addon.next_package = False, True, next_package
    addon.cancelled_at = addon.end_date = None
    addon.save()


def _offer(key: str) -> Offer:
    """What can be chosen: an offered plan, or the add-on. Raises `InvalidInput`."""
    if key == ADDON:
        return _addon_offer()
    offered = {plan.key: plan for plan in plans.every() if plan.is_offered or plan.key == STANDARD}
    if key not in offered:
        raise InvalidInput.field("plan", f"Choose {', '.join([*offered, ADDON])}.")
    return _of_plan(offered[key])


def _addon_offer() -> Offer:
    return Offer(packs.ADDON, {"rollover": str(packs.ADDON_ROLLOVER)})


def _of_plan(plan: AIPlan) -> Offer:
    terms = {"rollover": str(plan.rollover), "starter_bonus": str(plan.starter_bonus)}
    if plan.fair_use is not None:
        terms["fair_use"] = str(plan.fair_use)
    return Offer(packs.Pack(plan.key, f"{plan} plan", plan.price, plan.credits), terms)
