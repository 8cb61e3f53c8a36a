"""Money that goes back: what a refund, a reversal or a charge-back does to the credits it had bought."""

import functools
import uuid
from decimal import Decimal

import structlog
from django.db import transaction
from django.db.models import Sum

from ai_features.models import AICreditPurchase, AIMonthlyAddon, CreditLot, CreditRefund, PaymentEvent
from ai_features.services.billing import AIBillingService
from ai_features.services.payments import addons, invoices, storefront_months
from ai_features.services.payments.paystack import Refunded
from common import clock, money

log = structlog.get_logger("ai_features.payments")
Outcome = PaymentEvent.Outcome
Status = CreditRefund.Status
Kind = CreditRefund.Kind
Source = CreditLot.Source
PAID = (Source.PURCHASE, Source.ADDON, Source.PLAN)
OPEN = (Status.SENT, Status.PENDING)
NEWS = {"processed": Status.DONE, "success": Status.DONE, "failed": Status.FAILED, "needs-attention": None}
BEFORE = "This was taken back before."
DISPUTED = "The customer's bank disputes this payment: answer it in Paystack's dashboard."


def locked_purchase(purchase_id: uuid.UUID) -> AICreditPurchase:
    """A purchase, and the add-on it pays for, locked in the order in which a month is credited: credits come last."""
    purchase = AICreditPurchase.objects.select_for_update().get(pk=purchase_id)
    if purchase.addon_id:
        AIMonthlyAddon.objects.select_for_update().get(pk=purchase.addon_id)
    return purchase


def lots_of(purchase: AICreditPurchase) -> tuple[CreditLot | None, list[CreditLot]]:
    """The paid lot of a purchase, and what came free with it: its bonus, or what rolled over into its month."""
    lots = list(purchase.lots.all())
    return next((lot for lot in lots if lot.source in PAID), None), [lot for lot in lots if lot.source not in PAID]


def lock_lots(purchase: AICreditPurchase) -> Decimal:
    """Set what is unspent of a locked purchase aside; its paid credits. Raises `Conflict` while another does."""
    paid, free = lots_of(purchase)
    for lot in free:
        AIBillingService.lock_for_refund(lot.pk)
    return AIBillingService.lock_for_refund(paid.pk) if paid else money.ZERO


def finish(refund_id: uuid.UUID, provider_id: str = "", *, news_id: str = "") -> CreditRefund:
    """The money has gone back: void what came free, take out what was locked, and write the credit note. Once."""
    with transaction.atomic():
        purchase, refund = _locked(refund_id)
        if refund.status not in OPEN:
            return refund
        paid, free = lots_of(purchase)
        said = f"Refund of {purchase.payment_reference}"
        for lot in free:
            AIBillingService.unlock(lot.pk)
            refund.bonus_voided += AIBillingService.void(lot.pk, by=refund.by_id, reason=said)
        if paid:
            AIBillingService.refund_locked(paid.pk, by=refund.by_id, reason=said)
        refund.news_id = news_id
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
        for lot in purchase.lots.filter(locked__gt=0):
            AIBillingService.unlock(lot.pk)
        _close(refund, Status.FAILED, problem=problem)
    log.warning("refund_failed", reference=purchase.payment_reference, reason=problem)
    return refund


def refund_news(purchase_id: uuid.UUID, news: Refunded, status: str, *, news_id: str) -> tuple[str, str]:
    """Act on a `refund.*` event: ours is finished or failed; one made at Paystack takes its credits out.

    `news_id` is the refund the event is about: each is booked once.
    """
    with transaction.atomic():
        purchase = locked_purchase(purchase_id)
        if NEWS.get(status) == Status.DONE and _is_booked(purchase, news, news_id):
            return Outcome.DONE, "This refund was booked before."
        refund = purchase.refunds.filter(status__in=OPEN, kind=Kind.OURS).first()
        if refund is None:
            return _made_elsewhere(purchase, news, status, news_id)
        if news.amount is not None and news.amount != refund.amount:
            said = f"Paystack refunds {money.written(news.amount)} while {money.written(refund.amount)} is under way"
            return flag(purchase, f"{said}: work on the event again when that has ended.")
        return _ours(purchase, refund, news, status, news_id)


def take_back(
    purchase: AICreditPurchase,
    reason: str,
    *,
    amount: Decimal | None = None,
    kind: Kind = Kind.CHARGE_BACK,
    provider_id: str = "",
    news_id: str = "",
) -> str:
    """Undo a locked purchase whose money was taken from us, or the share that `amount` GHS is of it.

    What is unspent is taken out, what was spent becomes a debt. Before the purchase is credited, a part is kept for
    `catch_up`, and the whole means that it never will be. Never more than was paid. Returns what was done.
    """
    left = purchase.amount_paid - gone(purchase)[0]
    taken = left if amount is None else min(amount, left)
    if taken <= 0 or (_is_refunded(purchase) and not _was_credited(purchase)):
        return BEFORE
    is_whole = taken == left
    if is_whole:
        for refund in purchase.refunds.filter(status__in=OPEN):
            fail(refund.pk, reason)
    booked = CreditRefund.objects.create(
        business_id=purchase.business_id,
        purchase=purchase,
        kind=kind,
        credits=0,
        amount=taken,
        status=Status.DONE,
        reason=reason[:250],
        provider_id=provider_id,
        news_id=news_id,
        closed_at=clock.now(),
    )
    was_credited = _was_credited(purchase)
    if was_credited:
        _take_credits(booked, is_whole=is_whole)
    if is_whole:
        _mark_refunded(purchase, reason)
    else:
        purchase.reason = f"{money.written(taken)} given back: {reason}"[:250]
        purchase.save(update_fields=["reason"])
    end = "Its credits are taken out; what was spent is owed." if was_credited else "It had not been credited."
    return f"{reason} {end}"


def reverse(purchase: AICreditPurchase) -> str:
    """Undo a locked purchase that Paystack calls reversed, which says neither how much nor why: where a refund or a
    dispute explains it, their own news is acted on instead. Returns what was done.
    """
    if not purchase.refunds.exclude(status=Status.FAILED).exists():
        return take_back(purchase, "Paystack reversed the payment.")
    if not _was_credited(purchase) and not _is_refunded(purchase):
        flag(purchase, "Paystack calls this reversed after a refund in part, and it was never credited: see there.")
    return "Reversed at Paystack, as its refund or dispute says."


def catch_up(purchase: AICreditPurchase) -> None:
    """Do to a purchase that is being credited what came before it: parts given back, and a dispute that is open."""
    for refund in purchase.refunds.filter(status=Status.DONE, credit_note=None):
        _take_credits(refund, is_whole=False)
    disputed = purchase.refunds.filter(status__in=OPEN, kind=Kind.CHARGE_BACK).first()
    if disputed:
        disputed.credits = lock_lots(purchase)
        disputed.save(update_fields=["credits"])
        flag(purchase, DISPUTED)


def flag(purchase: AICreditPurchase, reason: str) -> tuple[str, str]:
    """Call staff to a purchase: (outcome, reason)."""
    purchase.needs_attention, purchase.reason = True, reason[:250]
    purchase.save(update_fields=["needs_attention", "reason"])
    log.error("payment_flagged", reference=purchase.payment_reference, reason=reason)
    return Outcome.FLAGGED, reason


def _take_credits(refund: CreditRefund, *, is_whole: bool) -> None:
    """Take the credits of booked money out of what its purchase gave, and write the credit note."""
    purchase = refund.purchase
    noted = purchase.refunds.filter(credit_note__isnull=False).exclude(pk=refund.pk)
    before = noted.aggregate(amount=Sum("amount", default=money.ZERO), credits=Sum("credits", default=money.ZERO))
    share = functools.partial(
        money.next_share, part=refund.amount, after=money.cedis(before["amount"]), of=purchase.amount_paid
    )
    ours_under_way = purchase.refunds.filter(status__in=OPEN, kind=Kind.OURS).exists()
    for lot in _given(purchase):
        part = None if is_whole else share(lot.granted)
        AIBillingService.charge_back(lot.pk, reason=refund.reason, credits=part, locked_last=ours_under_way)
    left = purchase.credits_purchased - money.cedis(before["credits"])
    refund.credits = left if is_whole else min(left, share(purchase.credits_purchased))
    refund.save(update_fields=["credits"])
    invoices.issue_credit_note(refund)


def _given(purchase: AICreditPurchase) -> list[CreditLot]:
    """Every lot that a purchase gave, and what rolled over from its month."""
    return [*purchase.lots.all(), *(addons.rolled_on(purchase) if purchase.addon_id else [])]


def _is_booked(purchase: AICreditPurchase, news: Refunded, news_id: str) -> bool:
    """Whether a refund that has gone through is in the books; one we learnt of otherwise is known by its amount."""
    done = purchase.refunds.filter(status=Status.DONE)
    if done.filter(news_id=news_id).exists():
        return True
    silent = done.filter(news_id="", amount=news.amount).exclude(kind=Kind.PROVIDER).first() if news.amount else None
    if silent:
        silent.news_id = news_id
        silent.save(update_fields=["news_id"])
    return silent is not None


def _ours(
    purchase: AICreditPurchase, refund: CreditRefund, news: Refunded, status: str, news_id: str
) -> tuple[str, str]:
    """News of a refund that we asked for and that is under way."""
    end = NEWS.get(status)
    if end == Status.DONE:
        finish(refund.pk, news.id, news_id=news_id)
        return Outcome.DONE, "The refund has gone through; its credits are taken out."
    if end == Status.FAILED:
        fail(refund.pk, "Paystack could not refund.")
        return flag(purchase, "The refund failed; its credits are unlocked.")
    if status == "needs-attention":
        return flag(purchase, "Paystack needs the customer's account to refund: see its dashboard.")
    return Outcome.NOTHING, f"The refund is {status or 'under way'}."


def _made_elsewhere(purchase: AICreditPurchase, news: Refunded, status: str, news_id: str) -> tuple[str, str]:
    """A refund that staff made in Paystack's own dashboard, or news of one that is closed."""
    if NEWS.get(status) != Status.DONE:
        return Outcome.NOTHING, f"A refund made at Paystack is {status or 'under way'}."
    if news.amount is None or news.amount <= 0:
        return flag(purchase, "A refund made at Paystack without a readable amount.")
    done = take_back(
        purchase, "Refunded at Paystack.", amount=news.amount, kind=Kind.PROVIDER, provider_id=news.id, news_id=news_id
    )
    return Outcome.DONE, done


def gone(purchase: AICreditPurchase) -> tuple[Decimal, Decimal]:
    """What of a purchase went back already: (GHS, paid credits)."""
    done = purchase.refunds.filter(status=Status.DONE)
    sums = done.aggregate(amount=Sum("amount", default=money.ZERO), credits=Sum("credits", default=money.ZERO))
    return money.cedis(sums["amount"]), money.cedis(sums["credits"])


def _was_credited(purchase: AICreditPurchase) -> bool:
    """Whether its credits came in, or its month began: a plan may give no credits."""
    return purchase.purchased_at is not None


def _is_refunded(purchase: AICreditPurchase) -> bool:
    return purchase.payment_status == AICreditPurchase.Status.REFUNDED


def _locked(refund_id: uuid.UUID) -> tuple[AICreditPurchase, CreditRefund]:
    purchase_id = CreditRefund.objects.values_list("purchase_id", flat=True).get(pk=refund_id)
    purchase = locked_purchase(purchase_id)
    return purchase, CreditRefund.objects.select_related("purchase").get(pk=refund_id)


def _close(refund: CreditRefund, status: str, *, provider_id: str = "", problem: str = "") -> None:
    refund.status, refund.closed_at = status, clock.now()
    refund.provider_id, refund.problem = provider_id or refund.provider_id, problem[:250]
    refund.save()


def _mark_refunded(purchase: AICreditPurchase, reason: str) -> None:
    purchase.payment_status, purchase.reason = AICreditPurchase.Status.REFUNDED, reason[:250]
    purchase.needs_attention = False
    purchase.save(update_fields=["payment_status", "reason", "needs_attention"])
    if purchase.addon_id:
        addons.end_refunded(purchase)
    elif purchase.package == AICreditPurchase.Package.STOREFRONT and _was_credited(purchase):
        storefront_months.take_back(purchase)
