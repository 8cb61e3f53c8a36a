"""What a payment's news does to a purchase: credit it, fail it for now, take it back, or call staff."""

import datetime as dt
import uuid
from dataclasses import dataclass
from decimal import Decimal

import structlog
from django.conf import settings
from django.db import transaction

from ai_features.models import AICreditPurchase, BusinessAICredits, CreditLot
from ai_features.services.billing import AIBillingService
from ai_features.services.payments import addons, invoices, reversals, storefront_months
from ai_features.services.payments.paystack import CURRENCY, Charge, domain
from common import clock, money
from common.errors import NotFound

log = structlog.get_logger("ai_features.payments")
Status = AICreditPurchase.Status
GIVEN_UP_AFTER = dt.timedelta(hours=24)
PAID_WHILE_SUSPENDED = "Paid while the business is suspended: it is credited, and nobody can use the credits."
PAID_TWICE = "Paid twice for one month of the add-on: refund it in Paystack's dashboard."
STOREFRONTS_PAID_TWICE = "Paid twice for one month of the storefronts: refund it in Paystack's dashboard."
NOT_YET = "The payment has not come through yet."


@dataclass(frozen=True, slots=True)
class Verdict:
    """Where a purchase stands after news of it, and the reason in a sentence staff can read."""

    purchase: AICreditPurchase
    reason: str = ""

    @classmethod
    def of(cls, purchase: AICreditPurchase) -> "Verdict":
        return cls(purchase, purchase.reason)

    @property
    def credits_added(self) -> Decimal:
        return self.purchase.credits if self.purchase.payment_status == Status.COMPLETED else money.ZERO

    @property
    def balance(self) -> Decimal:
        """The business's balance now."""
        accounts = BusinessAICredits.objects.of(self.purchase.business_id)
        return accounts.values_list("balance", flat=True).first() or money.ZERO


def complete(reference: str, charge: Charge) -> Verdict:
    """Act on what Paystack says of a payment. The one function that adds bought credits.

    Locked on the purchase row, so that of any number of calls, in any order, one credits. Credits are added only
    for a success whose reference, amount, currency and live/test side match; a mismatch is flagged to staff.
    Raises `NotFound` for a reference that no purchase has.
    """
    with transaction.atomic():
        known = AICreditPurchase.objects.filter(payment_reference=reference).values_list("pk", flat=True).first()
        if known is None:
            raise NotFound("There is no payment with this reference.")
        purchase = reversals.locked_purchase(known)
        verdict = _act(purchase, charge)
    log.info("payment_news", reference=reference, status=purchase.payment_status, reason=verdict.reason)
    return verdict


def _act(purchase: AICreditPurchase, charge: Charge) -> Verdict:
    if charge.status == "reversed":
        return Verdict(purchase, reversals.reverse(purchase))
    if purchase.payment_status in (Status.COMPLETED, Status.REFUNDED):
        return Verdict(purchase, "This payment was credited before.")
    if charge.status == "failed":
        return Verdict(purchase, _set(purchase, Status.FAILED, f"The payment failed: {charge.message or 'no reason'}"))
    if charge.status != "success":
        return Verdict(purchase, NOT_YET)
    if problem := _mismatch(purchase, charge):
        return Verdict(purchase, _call_staff(purchase, problem))
    return Verdict(purchase, _credit(purchase, charge))


def _mismatch(purchase: AICreditPurchase, charge: Charge) -> str:
    """What does not fit, in a sentence for staff; "" when all does. Our key signs for one side only, so an
    event that names none is of the right one.
    """
    if charge.reference != purchase.payment_reference:
        return f"Paystack answered about another reference: {charge.reference[:80]}"
    if charge.currency != CURRENCY:
        return f"Paid in {charge.currency[:10] or 'no currency'}, expected {CURRENCY}; nothing was credited."
    if charge.amount != purchase.amount_paid:
        paid = "an unreadable amount" if charge.amount is None else money.written(charge.amount)
        return f"Paid {paid}, expected {money.written(purchase.amount_paid)}; nothing was credited."
    if charge.domain and charge.domain != (purchase.domain or domain()):
        return f"A {charge.domain[:10]} payment for a {purchase.domain or domain()} purchase; nothing was credited."
    return ""


def _credit(purchase: AICreditPurchase, charge: Charge) -> str:
    """Complete a locked purchase: its lots, which expire together, its invoice, its month of the add-on."""
    month = addons.unpaid_month(purchase) if purchase.addon_id else None
    if purchase.addon_id and month is None:
        return _call_staff(purchase, PAID_TWICE)
    if purchase.package == AICreditPurchase.Package.STOREFRONT and storefront_months.is_paid_already(purchase):
        return _call_staff(purchase, STOREFRONTS_PAID_TWICE)
    purchase.payment_status, purchase.purchased_at = Status.COMPLETED, clock.now()
    purchase.needs_attention, purchase.reason = False, ""
    if purchase.package == AICreditPurchase.Package.STOREFRONT:
        said = storefront_months.complete(purchase, charge)
        reversals.catch_up(purchase)
        return said
    said = addons.complete_month(purchase, month, charge) if month else _grant(purchase)
    reversals.catch_up(purchase)
    if AIBillingService.is_suspended(purchase.business_id) and not purchase.needs_attention:
        reversals.flag(purchase, PAID_WHILE_SUSPENDED)
    return said


def _call_staff(purchase: AICreditPurchase, problem: str) -> str:
    """Flag a payment that cannot be credited, once for each problem: staff may have looked at it before."""
    if purchase.reason != problem[:250]:
        reversals.flag(purchase, problem)
    return problem


def _grant(purchase: AICreditPurchase) -> str:
    purchase.save()
    assert purchase.purchased_at
    months = settings.AI_CREDITS_EXPIRY_MONTHS
    expires_at = clock.months_after(purchase.purchased_at, months) if months else None
    for source, credits in (
        (CreditLot.Source.PURCHASE, purchase.credits_purchased),
        (CreditLot.Source.BONUS, purchase.bonus_credits),
    ):
        if credits:
            AIBillingService.grant(
                business_id=purchase.business_id,
                credits=credits,
                source=source,
                expires_at=expires_at,
                by=purchase.user_id,
                reason=f"{purchase.get_package_display()}, {purchase.payment_reference}",
                purchase=purchase,
            )
    invoices.issue(purchase)
    return f"{purchase.credits} credits were added."


def fail_old(purchase_id: uuid.UUID) -> str:
    """Fail a purchase that is pending since `GIVEN_UP_AFTER`, for now: a verified success brings it back."""
    with transaction.atomic():
        purchase = AICreditPurchase.objects.select_for_update().get(pk=purchase_id)
        if purchase.payment_status == Status.PENDING and purchase.created_at <= clock.now() - GIVEN_UP_AFTER:
            _set(purchase, Status.FAILED, purchase.reason or "No payment within 24 hours.")
    return purchase.payment_status


def mark_looked_at(purchase_id: uuid.UUID, *, by: uuid.UUID) -> None:
    """Take a purchase off the list that needs staff's attention; the log keeps who did."""
    if AICreditPurchase.objects.filter(pk=purchase_id, needs_attention=True).update(needs_attention=False):
        log.info("payment_looked_at", purchase=str(purchase_id), by=str(by))


def _set(purchase: AICreditPurchase, status: str, reason: str) -> str:
    purchase.payment_status, purchase.reason = status, reason[:250]
    purchase.save(update_fields=["payment_status", "reason", "needs_attention"])
    return reason
