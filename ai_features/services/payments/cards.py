"""Charging a card that was saved, once for a purchase, and what came of it."""

import datetime as dt
from typing import Final

from ai_features.models import AICreditPurchase
from ai_features.services.payments import paystack
from ai_features.services.payments.completion import complete
from common import clock

Status = AICreditPurchase.Status
UNKNOWN: Final = "charged, answer not known"
APPROVAL: Final = "approval asked for"
TRIES: Final = 3
AGAIN_AFTER: Final = dt.timedelta(hours=24)


def waits(next_attempt_at: dt.datetime | None, again_after: dt.timedelta = AGAIN_AFTER) -> bool:
    """Whether the next attempt is still to come; one further off was set by a clock that was ahead."""
    now = clock.now()
    return next_attempt_at is not None and now < next_attempt_at <= now + again_after


def charge(purchase: AICreditPurchase, authorization_code: str) -> str:
    """Charge a saved card for a new purchase: the status that this has now, or `UNKNOWN`, or `APPROVAL`.

    With `APPROVAL` the purchase has the address where its bank asks the cardholder; both are pending, like any other.
    """
    try:
        answer = paystack.charge_authorization(
            email=purchase.email,
            amount=purchase.amount_paid,
            reference=purchase.payment_reference,
            authorization_code=authorization_code,
        )
    except paystack.PaymentRefused as refusal:
        _note_refused(purchase, refusal)
        return Status.FAILED.value
    except paystack.PaymentProviderError:
        return UNKNOWN
    if answer.authorization_url:
        purchase.authorization_url = answer.authorization_url
        purchase.save(update_fields=["authorization_url"])
        return APPROVAL
    return complete(purchase.payment_reference, answer).purchase.payment_status


def _note_refused(purchase: AICreditPurchase, refusal: paystack.PaymentRefused) -> None:
    """Nothing was charged, and nothing can be under this reference any more."""
    AICreditPurchase.objects.filter(pk=purchase.pk, payment_status=Status.PENDING).update(
        payment_status=Status.FAILED, next_check_at=None, reason=f"Paystack refused the card: {refusal.reason}"[:250]
    )
