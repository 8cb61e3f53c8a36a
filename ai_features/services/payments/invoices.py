"""Invoices for completed purchases and credit notes for refunds, with numbers without gaps."""

import uuid
from decimal import Decimal
from typing import Any

from django.conf import settings

from accounts.models import Business
from ai_features.models import AICreditPurchase, CreditInvoice, CreditRefund, InvoiceCounter
from common import clock, money
from common.errors import NotFound

Kind = CreditInvoice.Kind


def issue(purchase: AICreditPurchase) -> CreditInvoice:
    """The invoice of a purchase that is being completed, in the transaction that completes it.

    The counter is the last row that transaction locks, so a number is given exactly when the credits are.
    """
    return CreditInvoice.objects.create(
        business_id=purchase.business_id,
        kind=Kind.INVOICE,
        number=_next_number(Kind.INVOICE),
        purchase=purchase,
        issued_at=clock.now(),
        base_amount=purchase.base_amount,
        taxes=purchase.taxes,
        total_amount=purchase.amount_paid,
        **_parties(purchase.business_id),
    )


def issue_credit_note(refund: CreditRefund) -> CreditInvoice:
    """The credit note of a refund: of each tax the share of all that went back, less what was noted before.

    So the notes of a purchase that went back whole add up to its invoice, line by line. What is no tax is the base.
    """
    purchase = refund.purchase
    before = list(purchase.invoices.filter(kind=Kind.CREDIT_NOTE))
    gone = sum((note.total_amount for note in before), refund.amount)
    taxes = []
    for number, tax in enumerate(purchase.taxes):
        noted = sum((Decimal(note.taxes[number]["amount"]) for note in before), money.ZERO)
        due = money.next_share(Decimal(tax["amount"]), gone, of=purchase.amount_paid)
        taxes.append(tax | {"amount": str(due - noted)})
    total_tax = sum((Decimal(tax["amount"]) for tax in taxes), money.ZERO)
    return CreditInvoice.objects.create(
        business_id=refund.business_id,
        kind=Kind.CREDIT_NOTE,
        number=_next_number(Kind.CREDIT_NOTE),
        purchase=purchase,
        refund=refund,
        issued_at=clock.now(),
        base_amount=refund.amount - total_tax,
        taxes=taxes,
        total_amount=refund.amount,
        **_parties(refund.business_id),
    )


def invoice_of(business_id: uuid.UUID, reference: str) -> CreditInvoice:
    """The invoice of a completed purchase. Raises `NotFound`, also while it is not paid."""
    invoices = CreditInvoice.objects.of(business_id).filter(kind=Kind.INVOICE).select_related("purchase")
    found = invoices.filter(purchase__payment_reference=reference).first()
    if found is None:
        raise NotFound("There is no invoice for this reference; it is made when the payment comes through.")
    return found


def _next_number(series: str) -> int:
    InvoiceCounter.objects.bulk_create([InvoiceCounter(series=series)], ignore_conflicts=True)
    counter = InvoiceCounter.objects.select_for_update().get(pk=series)
    counter.last += 1
    counter.save(update_fields=["last"])
    return counter.last


def _parties(business_id: uuid.UUID) -> dict[str, Any]:
    business = Business.objects.get(pk=business_id)
    buyer = {"name": business.name, "address": business.address, "tin": business.tin}
    return {"seller": settings.INVOICE_SELLER, "buyer": buyer}
