"""Money that goes back: what a refund, a reversal or a charge-back does to the credits it had bought."""

import uuid
from decimal import Decimal

import structlog
from django.db import transaction
from django.db.models import Q, Sum

from ai_features.models import AICreditPurchase, CreditLot, CreditRefund, PaymentEvent
from ai_features.services.billing import AIBillingService
from ai_features.services.payments import invoices
from ai_features.services.paystack import Refunded
from common import clock, money

log = structlog.get_logger("ai_features.payments")
Outcome = PaymentEvent.Outcome
Status = CreditRefund.Status
Source = CreditLot.Source
PAID = (Source.PURCHASE, Source.ADDON)
OPEN = (Status.SENT, Status.PENDING)
NEWS = {"processed": Status.DONE, "success": Status.DONE, "failed": Status.FAILED, "needs-attention": None}


def lots_of(purchase: AICreditPurchase) -> tuple[CreditLot | None, CreditLot | None]:
    """The paid and the bonus lot of a purchase."""
    found = {lot.source: lot for lot in purchase.lots.all()}
    return next((found[source] for source in PAID if source in found), None), found.get(Source.BONUS)


def finish(refund_id: uuid.UUID, provider_id: str = "") -> CreditRefund:
    """The money has gone back: void the bonus, take out what was locked, and write the credit note. Once."""
    with transaction.atomic():
        purchase, refund = _locked(refund_id)
        if refund.status not in OPEN:
            return refund
        paid, bonus = lots_of(purchase)
        said = f"Refund of {purchase.payment_reference}"
        if bonus:
            AIBillingService.unlock(bonus.pk)
            refund.bonus_voided = AIBillingService.void(bonus.pk, by=refund.by_id, reason=said)
        if paid:
            AIBillingService.refund_locked(paid.pk, by=refund.by_id, reason=said)
        _close(refund, Status.DONE, provider_id=provider_id)
        _mark_refunded(purchase, f"{money.written(refund.amount)} given back.")
        invoices.issue_credit_note(refund)
    return refund


def fail(refund_id: uuid.UUID, problem: str) -> CreditRefund:
    """The money did not go back: unlock the credits. Once."""
    with transaction.atomic():
        purchase, refund = _locked(refund_id)
        if refund.status not in OPEN:
            return refund
        for lot in lots_of(purchase):
            if lot:
                AIBillingService.unlock(lot.pk)
        _close(refund, Status.FAILED, problem=problem)
    log.warning("refund_failed", reference=purchase.payment_reference, reason=problem)
    return refund


def refund_news(purchase_id: uuid.UUID, news: Refunded, status: str) -> tuple[str, str]:
    """Act on a `refund.*` event: ours is finished or failed; one made at Paystack takes its credits out."""
    with transaction.atomic():
        purchase = AICreditPurchase.objects.select_for_update().get(pk=purchase_id)
        refund = purchase.refunds.filter(status__in=OPEN, kind=CreditRefund.Kind.OURS).first()
        if refund is None:
            return _made_elsewhere(purchase, news, status)
        if news.amount is not None and news.amount != refund.amount:
            return _flag(
                purchase, f"Paystack refunds {money.written(news.amount)}, not {money.written(refund.amount)}."
            )
        if status == "needs-attention":
            return _flag(purchase, "Paystack needs the customer's account to refund: see its dashboard.")
        end = NEWS.get(status)
        if end == Status.DONE:
            finish(refund.pk, news.id)
            return Outcome.DONE, "The refund has gone through; its credits are taken out."
        if end == Status.FAILED:
            fail(refund.pk, "Paystack could not refund.")
            return _flag(purchase, "The refund failed; its credits are unlocked.")
    return Outcome.NOTHING, f"The refund is {status or 'under way'}."


def take_back_all(purchase: AICreditPurchase, reason: str, *, amount: Decimal | None = None) -> str:
    """Undo a locked purchase whose money was taken from us; what was spent becomes a debt. Returns what was done.

    `amount` limits it to a part of what was paid, in GHS.
    """
    if purchase.payment_status != AICreditPurchase.Status.COMPLETED:
        return _never_credited(purchase, reason, partly=amount is not None and amount < purchase.amount_paid)
    for refund in purchase.refunds.filter(status__in=OPEN):
        fail(refund.pk, reason)
    taken = purchase.amount_paid if amount is None else min(amount, purchase.amount_paid)
    credits = money.ZERO
    for lot in filter(None, lots_of(purchase)):
        part = money.cedis(lot.granted * taken / purchase.amount_paid) if purchase.amount_paid else lot.granted
        AIBillingService.charge_back(lot.pk, reason=reason, credits=None if part == lot.granted else part)
        credits += part if lot.source in PAID else money.ZERO
    return _book(purchase, reason, credits=credits, amount=taken)


def take_back_rest(purchase: AICreditPurchase, reason: str) -> str:
    """Undo what earlier refunds had left of a locked purchase, once its bank has taken the whole payment back."""
    before = purchase.refunds.filter(status=Status.DONE).aggregate(credits=Sum("credits"), amount=Sum("amount"))
    left = purchase.amount_paid - (before["amount"] or money.ZERO)
    if purchase.payment_status != AICreditPurchase.Status.REFUNDED or before["amount"] is None or left <= 0:
        return take_back_all(purchase, reason)
    for lot in filter(None, lots_of(purchase)):
        AIBillingService.charge_back(lot.pk, reason=reason)
    return _book(purchase, reason, credits=purchase.credits_purchased - before["credits"], amount=left)


def dispute(purchase_id: uuid.UUID, event: str, resolution: str) -> tuple[str, str]:
    """Act on a `charge.dispute.*` event: set aside what is unspent, and at the end take it out or give it back."""
    with transaction.atomic():
        purchase = AICreditPurchase.objects.select_for_update().get(pk=purchase_id)
        if event != "charge.dispute.resolve":
            _set_aside(purchase)
            return _flag(purchase, "The customer's bank disputes this payment: answer it in Paystack's dashboard.")
        if resolution == "merchant-accepted":
            return Outcome.DONE, take_back_rest(purchase, "Charge-back: the bank took the payment back.")
        if resolution == "declined":
            for refund in purchase.refunds.filter(status__in=OPEN, kind=CreditRefund.Kind.CHARGE_BACK):
                fail(refund.pk, "The dispute was declined.")
            purchase.needs_attention, purchase.reason = False, ""
            purchase.save(update_fields=["needs_attention", "reason"])
            return Outcome.DONE, "The dispute was declined; the credits are unlocked."
        return _flag(purchase, f"A dispute ended in a way we do not know: {resolution[:80]}")


def lock_lots(purchase: AICreditPurchase) -> tuple[Decimal, Decimal]:
    """Set the unspent credits of a locked purchase aside: (paid, bonus). Raises `Conflict` while another does."""
    paid, bonus = lots_of(purchase)
    return (
        AIBillingService.lock_for_refund(paid.pk) if paid else money.ZERO,
        AIBillingService.lock_for_refund(bonus.pk) if bonus else money.ZERO,
    )


def _set_aside(purchase: AICreditPurchase) -> None:
    """Lock what a disputed purchase has left, once: late news of a dispute that is over locks nothing."""
    completed = purchase.payment_status == AICreditPurchase.Status.COMPLETED
    known = Q(status__in=OPEN) | Q(kind=CreditRefund.Kind.CHARGE_BACK)
    if not completed or purchase.refunds.filter(known).exists():
        return
    credits, _ = lock_lots(purchase)
    CreditRefund.objects.create(
        business_id=purchase.business_id,
        purchase=purchase,
        kind=CreditRefund.Kind.CHARGE_BACK,
        credits=credits,
        amount=purchase.amount_paid,
        status=Status.PENDING,
        reason="Disputed",
    )


def _made_elsewhere(purchase: AICreditPurchase, news: Refunded, status: str) -> tuple[str, str]:
    """A refund that staff made in Paystack's own dashboard, or news of one that is closed."""
    if NEWS.get(status) != Status.DONE:
        return Outcome.NOTHING, f"A refund made at Paystack is {status or 'under way'}."
    if purchase.payment_status == AICreditPurchase.Status.REFUNDED:
        return Outcome.DONE, "This refund was booked before."
    if news.amount is None:
        return _flag(purchase, "A refund made at Paystack without a readable amount.")
    return Outcome.DONE, take_back_all(purchase, "Refunded at Paystack.", amount=news.amount)


def _book(purchase: AICreditPurchase, reason: str, *, credits: Decimal, amount: Decimal) -> str:
    """Write down money that was taken from us, with its credit note. Returns what was done."""
    refund = CreditRefund.objects.create(
        business_id=purchase.business_id,
        purchase=purchase,
        kind=CreditRefund.Kind.CHARGE_BACK,
        credits=credits,
        amount=amount,
        status=Status.DONE,
        reason=reason[:250],
        closed_at=clock.now(),
    )
    _mark_refunded(purchase, reason)
    invoices.issue_credit_note(refund)
    return f"{reason} Its credits are taken out; what was spent is owed."


def _never_credited(purchase: AICreditPurchase, reason: str, *, partly: bool) -> str:
    """Money that was taken back whole before we credited it is not credited by late news of its success."""
    if purchase.payment_status == AICreditPurchase.Status.REFUNDED:
        return "This was taken back before."
    if not partly:
        purchase.purchased_at = None
        purchase.save(update_fields=["purchased_at"])
        _mark_refunded(purchase, reason)
        return f"{reason} It had not been credited."
    purchase.payment_status, purchase.reason = AICreditPurchase.Status.FAILED, reason
    purchase.save(update_fields=["payment_status", "reason"])
    return f"{reason} It had not been credited."


def _locked(refund_id: uuid.UUID) -> tuple[AICreditPurchase, CreditRefund]:
    purchase_id = CreditRefund.objects.values_list("purchase_id", flat=True).get(pk=refund_id)
    purchase = AICreditPurchase.objects.select_for_update().get(pk=purchase_id)
    return purchase, CreditRefund.objects.select_related("purchase").get(pk=refund_id)


def _close(refund: CreditRefund, status: str, *, provider_id: str = "", problem: str = "") -> None:
    refund.status, refund.closed_at = status, clock.now()
    refund.provider_id, refund.problem = provider_id or refund.provider_id, problem[:250]
    refund.save()


def _mark_refunded(purchase: AICreditPurchase, reason: str) -> None:
    purchase.payment_status, purchase.reason = AICreditPurchase.Status.REFUNDED, reason[:250]
    purchase.needs_attention = False
    purchase.save(update_fields=["payment_status", "reason", "needs_attention"])


def _flag(purchase: AICreditPurchase, reason: str) -> tuple[str, str]:
    purchase.needs_attention, purchase.reason = True, reason[:250]
    purchase.save(update_fields=["needs_attention", "reason"])
    log.error("payment_flagged", reference=purchase.payment_reference, reason=reason)
    return Outcome.FLAGGED, reason
