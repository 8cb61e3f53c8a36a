"""Refunds that we ask for: credits are locked first, then Paystack is asked, then they leave or come back."""

import datetime as dt
import uuid
from collections.abc import Iterator
from decimal import Decimal

import structlog
from django.db import IntegrityError, transaction

from ai_features.models import AICreditPurchase, CreditRefund
from ai_features.services.payments import paystack, reversals
from common import clock, isolated_work, money
from common.errors import Conflict, InvalidInput, NotFound
from common.tenancy import Caller, Role

log = structlog.get_logger("ai_features.payments")
Status = CreditRefund.Status
UNHEARD_AFTER = dt.timedelta(hours=1)


def request_refund(caller: Caller, *, reference: str, reason: str) -> CreditRefund:
    """An owner asks for the money of what a purchase has left. Raises as `refund_purchase`, and `NotAllowed`."""
    caller.require(Role.OWNER)
    purchase = AICreditPurchase.objects.of(caller.business_id).filter(payment_reference=reference).first()
    if purchase is None:
        raise NotFound("There is no payment with this reference.")
    return refund_purchase(purchase.pk, by=caller.user_id, reason=reason)


def refund_purchase(purchase_id: uuid.UUID, *, by: uuid.UUID | None, reason: str) -> CreditRefund:
    """Give back the unspent paid credits of a purchase, pro rata of its total with tax; its bonus goes first.

    When Paystack's answer is lost the credits stay locked until `settle_open` learns what it did.
    Raises `Conflict` when there is nothing to give back or a refund is under way, `InvalidInput` without a reason,
    `PaymentRefused` when Paystack refuses.
    """
    if not reason.strip():
        raise InvalidInput.field("reason", "Say why the money is given back.")
    refund = _lock(purchase_id, by=by, reason=reason.strip())
    try:
        answer = paystack.refund(
            refund.purchase.payment_reference, refund.amount, note=refund.reason, own_id=str(refund.pk)
        )
    except paystack.PaymentRefused as refusal:
        reversals.fail(refund.pk, f"Paystack refused: {refusal.reason}")
        raise
    except paystack.PaymentProviderError:
        log.error("refund_answer_lost", reference=refund.purchase.payment_reference)
        return refund
    return _answered(refund, answer)


def refundable(purchase: AICreditPurchase, credits: Decimal) -> Decimal:
    """GHS for `credits` unspent paid credits of a purchase: their share of the total, taxes included.

    With what went back before it makes the share of all credits that are gone then, and never more than was paid.
    """
    amount_gone, credits_gone = reversals.gone(purchase)
    if not credits:
        return money.ZERO
    due = money.next_share(purchase.amount_paid, credits_gone + credits, of=purchase.credits_purchased)
    return max(min(due, purchase.amount_paid) - amount_gone, money.ZERO)


def settle_open() -> Iterator[tuple[str, str]]:
    """Learn from Paystack's list what became of refunds that are under way or unheard of: (reference, status)."""
    open_ones = list(
        CreditRefund.objects.filter(status__in=reversals.OPEN, kind=CreditRefund.Kind.OURS).select_related("purchase")
    )
    if not open_ones:
        return
    oldest = clock.local_date(min(refund.created_at for refund in open_ones))
    newest_first = list(paystack.refunds_since(oldest))

    def learn(refund: CreditRefund) -> tuple[str, str]:
        return refund.purchase.payment_reference, _learned(refund, _found(refund, newest_first)).status

    yield from isolated_work.each(open_ones, learn, name="refunds")


def _found(refund: CreditRefund, newest_first: list[paystack.Refunded]) -> paystack.Refunded | None:
    """A refund in Paystack's list, by its id there or by ours in its note: others of that amount may be in it too."""
    for found in newest_first:
        is_ours = found.id == refund.provider_id if refund.provider_id else found.note.startswith(str(refund.pk))
        if is_ours and found.reference == refund.purchase.payment_reference:
            return found
    return None


def _learned(refund: CreditRefund, found: paystack.Refunded | None) -> CreditRefund:
    if found:
        return _answered(refund, found)
    if refund.status == Status.SENT and refund.created_at <= clock.now() - UNHEARD_AFTER:
        return reversals.fail(refund.pk, "Paystack never heard of this refund.")
    return refund


def _lock(purchase_id: uuid.UUID, *, by: uuid.UUID | None, reason: str) -> CreditRefund:
    """Lock the unspent credits and write the refund down, in one transaction that ends before Paystack is asked."""
    try:
        with transaction.atomic():
            purchase = AICreditPurchase.objects.select_for_update().filter(pk=purchase_id).first()
            if purchase is None:
                raise NotFound
            if purchase.payment_status != AICreditPurchase.Status.COMPLETED:
                raise Conflict("Only a completed purchase that was not refunded can be refunded.")
            credits = reversals.lock_lots(purchase)
            amount = refundable(purchase, credits)
            if not amount:
                raise Conflict("All credits of this purchase are spent, in use or expired: there is nothing to refund.")
            return CreditRefund.objects.create(
                business_id=purchase.business_id,
                purchase=purchase,
                credits=credits,
                amount=amount,
                by_id=by,
                reason=reason[:250],
            )
    except IntegrityError as twice:
        raise Conflict("A refund of this purchase is already under way.") from twice


def _answered(refund: CreditRefund, answer: paystack.Refunded) -> CreditRefund:
    end = reversals.NEWS.get(answer.status)
    if end == Status.DONE:
        return reversals.finish(refund.pk, answer.id)
    if end == Status.FAILED:
        return reversals.fail(refund.pk, "Paystack could not refund.")
    with transaction.atomic():
        CreditRefund.objects.filter(pk=refund.pk, status__in=reversals.OPEN).update(
            status=Status.PENDING, provider_id=answer.id
        )
    refund.refresh_from_db()
    return refund
