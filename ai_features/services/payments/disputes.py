"""Disputes: the customer's bank asks for the money back, and in the end takes it or does not."""

import uuid
from decimal import Decimal

from django.db import transaction

from ai_features.models import AICreditPurchase, CreditRefund
from ai_features.services.payments import reversals
from ai_features.services.payments.events import Dispute
from ai_features.services.payments.reversals import OPEN, Kind, Outcome, Status, flag
from common import clock, money

BY_THE_BANK = "Charge-back: the bank took the payment back."


def act(purchase_id: uuid.UUID, dispute: Dispute, *, is_over: bool) -> tuple[str, str]:
    """Act on a `charge.dispute.*` event: lock what is unspent, and at the end take it out or unlock it.

    A dispute is a row by its id at Paystack, so that the news of one may come in any order: once it is over, late
    news of its beginning locks nothing. Returns (outcome, reason).
    """
    with transaction.atomic():
        purchase = reversals.locked_purchase(purchase_id)
        known = purchase.refunds.filter(kind=Kind.CHARGE_BACK, provider_id=dispute.id)
        if is_over:
            return _end(purchase, dispute)
        if known.exists() and not known.filter(status__in=OPEN).exists():
            return Outcome.NOTHING, "This dispute is over."
        if not known.exists():
            _begin(purchase, dispute.id)
        return flag(purchase, reversals.DISPUTED)


def _begin(purchase: AICreditPurchase, dispute_id: str) -> None:
    """Lock what a disputed purchase has left; `catch_up` does it for one that is not credited yet."""
    is_over = purchase.payment_status == AICreditPurchase.Status.REFUNDED
    if not is_over and not purchase.refunds.filter(status__in=OPEN).exists():
        _write(purchase, dispute_id, Status.PENDING, "Disputed", credits=reversals.lock_lots(purchase))


def _write(
    purchase: AICreditPurchase, dispute_id: str, status: Status, reason: str, *, credits: Decimal = money.ZERO
) -> None:
    CreditRefund.objects.create(
        business_id=purchase.business_id,
        purchase=purchase,
        kind=Kind.CHARGE_BACK,
        credits=credits,
        amount=purchase.amount_paid,
        status=status,
        reason=reason,
        provider_id=dispute_id,
        closed_at=None if status in OPEN else clock.now(),
    )


def _end(purchase: AICreditPurchase, dispute: Dispute) -> tuple[str, str]:
    mine = purchase.refunds.filter(kind=Kind.CHARGE_BACK, provider_id=dispute.id)
    if dispute.resolution == "merchant-accepted":
        if mine.filter(status=Status.DONE).exists():
            return Outcome.DONE, reversals.BEFORE
        for refund in mine.filter(status__in=OPEN):
            reversals.fail(refund.pk, BY_THE_BANK)
        part = dispute.amount if dispute.amount and dispute.amount > 0 else None
        done = reversals.take_back(purchase, BY_THE_BANK, amount=part, provider_id=dispute.id)
        AICreditPurchase.objects.filter(pk=purchase.pk).update(needs_attention=False)
        return Outcome.DONE, done
    if dispute.resolution == "declined":
        for refund in mine.filter(status__in=OPEN):
            reversals.fail(refund.pk, "The dispute was declined.")
        if not mine.exists():
            _write(purchase, dispute.id, Status.FAILED, "The dispute was declined.")
        purchase.needs_attention, purchase.reason = False, ""
        purchase.save(update_fields=["needs_attention", "reason"])
        return Outcome.DONE, "The dispute was declined; the credits are unlocked."
    return flag(purchase, f"A dispute ended in a way we do not know: {dispute.resolution[:80]}")
