"""Payments that are paid back: entered by mistake, bounced, or credit that the customer wants in cash."""

import uuid
from collections.abc import Iterable, Sequence
from decimal import Decimal

from django.db import transaction
from django.db.models import Sum

from accounts.services import audit
from common import errors
from common import shop_clock as clock
from common.money import ZERO, written
from common.tenancy import MANAGEMENT, Caller
from sales.models import Payment, PaymentAllocation, Sale
from sales.services.allocation import unused
from sales.services.drawer import session_of
from sales.services.locks import lock_customer
from sales.services.returns import check_method
from sales.services.tender import METHODS


@transaction.atomic
def refund_payment(
    caller: Caller,
    payment_id: uuid.UUID,
    *,
    reason: str,
    amount: Decimal | None = None,
    method: str = Payment.Method.CASH,
    network: str = "",
    reference: str = "",
    till_id: uuid.UUID | None = None,
) -> Payment:
    """Pay back `amount` GHS of a customer's payment, or all that is left of it; the payment that goes out.

    What had settled nothing goes first; then invoices that it had settled are open again, the latest settled
    first. It goes out of the till session named, else of the caller's own. Owners and managers only. Raises
    `NotFound`, `InvalidInput`, and `Conflict` for money taken at the till for goods: those are returned with their
    sale.
    """
    caller.require(*MANAGEMENT)
    check_method(method, network, ways=METHODS)
    payment = _locked(caller, payment_id)
    amount = _checked(payment, amount)
    reopened = amount - min(amount, unused(payment))
    _reopen(payment, reopened)
    payment.allocated += amount - reopened
    payment.save(update_fields=["allocated"])
    audit.record(caller, audit.Action.PAYMENT_REFUNDED, subject_id=payment.pk, amount=amount, method=method)
    return Payment.objects.create(
        business_id=caller.business_id,
        kind=Payment.Kind.REFUND,
        customer_id=payment.customer_id,
        storefront_id=payment.storefront_id,
        method=method,
        network=network,
        reference=reference,
        amount=amount,
        allocated=amount,
        reverses=payment,
        note=reason,
        received_by_id=caller.membership_id,
        received_at=clock.now(),
        till_session_id=session_of(caller, payment.storefront_id, till_id=till_id),
    )


def _locked(caller: Caller, payment_id: uuid.UUID) -> Payment:
    """The payment under its customer's lock, read after the lock is held."""
    known = Payment.objects.get_or_404(caller.business_id, payment_id)
    if known.kind != Payment.Kind.RECEIVED:
        raise errors.Conflict("This is money that was paid back already.")
    if known.customer_id is None:
        raise errors.Conflict("This was paid for goods at the till; take the goods back instead.")
    lock_customer(caller.business_id, known.customer_id)
    return Payment.objects.get_or_404(caller.business_id, payment_id)


def _checked(payment: Payment, amount: Decimal | None) -> Decimal:
    """The amount to pay back, which is at most what was not paid back before."""
    left = payment.amount - (payment.reversals.aggregate(sum=Sum("amount"))["sum"] or ZERO)
    if not left:
        raise errors.Conflict("All of this payment has already been paid back.")
    if amount is None:
        return left
    if not 0 < amount <= left:
        raise errors.InvalidInput.field("amount", f"Only {written(left)} of this payment can be paid back.")
    return amount


def _reopen(payment: Payment, amount: Decimal) -> None:
    """Take back `amount` of the payment's allocations, the latest first. Four queries at most."""
    if not amount:
        return
    touched: list[PaymentAllocation] = []
    invoices: dict[uuid.UUID, Sale] = {}
    for row in payment.allocations.select_related("invoice").order_by("-at", "-created_at", "-id"):
        part = min(amount, row.amount)
        row.invoice = invoices.setdefault(row.invoice_id, row.invoice)  # a payment may settle one invoice twice
        _open_again(row.invoice, payment, part)
        row.amount -= part
        amount -= part
        touched.append(row)
        if not amount:
            break
    _save(touched, invoices.values())


def _open_again(invoice: Sale, payment: Payment, part: Decimal) -> None:
    if invoice.due_date is None and payment.sale_id == invoice.pk:
        raise errors.Conflict("This was paid for goods at the till; take the goods back instead.")
    invoice.paid -= part
    invoice.settled_at = None
    invoice.due_date = invoice.due_date or clock.today()


def _save(touched: Sequence[PaymentAllocation], invoices: Iterable[Sale]) -> None:
    Sale.objects.bulk_update(invoices, ["paid", "settled_at", "due_date"])
    PaymentAllocation.objects.filter(pk__in=[row.pk for row in touched if not row.amount]).delete()
    PaymentAllocation.objects.bulk_update([row for row in touched if row.amount], ["amount"])
