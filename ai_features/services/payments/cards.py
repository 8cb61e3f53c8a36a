"""Charging a card that was saved, once for a purchase, and what came of it."""

from typing import Final

from ai_features.models import AICreditPurchase
from ai_features.services.payments import paystack
from ai_features.services.payments.completion import complete

Status = AICreditPurchase.Status
UNKNOWN: Final = "charged, answer not known"
APPROVAL: Final = "approval asked for"


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
