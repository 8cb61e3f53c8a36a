"""Refunds of AI credits as owners and our own staff ask for them, written down in the record that owners read."""

import uuid
from typing import Any

from accounts.services import audit
from ai_features.models import CreditRefund
from ai_features.services import payments
from common.tenancy import Caller


def by_owner(caller: Caller, *, reference: str, reason: str) -> CreditRefund:
    """Raises as `payments.request_refund`, and then nothing is written down."""
    refund = payments.request_refund(caller, reference=reference, reason=reason)
    audit.record(caller, audit.Action.CREDITS_REFUNDED, **_told(refund))
    return refund


def by_staff(purchase_id: uuid.UUID, *, by: uuid.UUID | None, reason: str) -> CreditRefund:
    """Raises as `payments.refund_purchase`."""
    refund = payments.refund_purchase(purchase_id, by=by, reason=reason)
    audit.record_staff(refund.business_id, audit.Action.CREDITS_REFUNDED, **_told(refund))
    return refund


def _told(refund: CreditRefund) -> dict[str, Any]:
    return {
        "subject": refund.purchase.payment_reference,
        "amount": str(refund.amount),
        "credits": str(refund.credits),
        "reason": refund.reason,
    }
