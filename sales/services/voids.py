"""A sale undone on the day and in the till session in which it was made: its number stays, nothing else does."""

import uuid
from decimal import Decimal

from django.db import transaction
from django.db.models import Sum

from accounts.services import audit
from common import clock, errors
from common.money import ZERO
from common.tenancy import MANAGEMENT, Caller
from sales.issued import issue
from sales.models import Payment, Sale, SaleLine
from sales.services.allocation import Allocations
from sales.services.locks import lock_sale
from sales.services.returns import put_back, returned_lines, reversing

RETURN_INSTEAD = "take the goods back instead."


@transaction.atomic
def void_sale(caller: Caller, sale_id: uuid.UUID, *, reason: str) -> Sale:
    """Undo a sale of today whose till session is still open; the document that undoes it, of kind `void`.

    The stock comes back, each payment is paid back the way it came, and what had settled the sale from elsewhere is
    the customer's credit again. The sale keeps its number and counts in no figure. Owners and managers only. Raises
    `NotFound`, `NotAllowed`, or `Conflict` where the goods must be taken back instead.
    """
    caller.require(*MANAGEMENT)
    sale = lock_sale(caller.business_id, sale_id)
    _check(sale)
    lines = returned_lines(sale, None, restock=True)
    void = reversing(caller, sale, lines, number=f"{sale.number[:38]}-V", note=reason, kind=Sale.Kind.VOID)
    void.till_session_id = sale.till_session_id
    sale.voided_at = void.voided_at = void.sold_at
    refunds = _pay_back(caller, sale, void)
    allocations = Allocations(caller.business_id, void.sold_at)
    allocations.match([void], [sale])
    void.settled_at = void.sold_at
    put_back(caller, void, lines)
    _save(sale, void, lines, refunds)
    allocations.save()
    audit.record(
        caller, audit.Action.SALE_VOIDED, subject=sale.number, subject_id=sale.pk, amount=sale.total, reason=reason
    )
    return void


def _check(sale: Sale) -> None:
    if sale.kind != Sale.Kind.SALE or sale.imported:
        raise errors.Conflict("Only a sale made at the till can be voided.")
    if sale.voided_at:
        raise errors.Conflict("This sale is already voided.")
    ends_at = sale.storefront.business.day_ends_at
    if clock.trading_day(sale.sold_at, ends_at) != clock.trading_day(clock.now(), ends_at):
        raise errors.Conflict(f"This sale is not of today; {RETURN_INSTEAD}")
    if sale.till_session and sale.till_session.closed_at:
        raise errors.Conflict(f"The till of this sale was closed; {RETURN_INSTEAD}")
    if sale.returns.exists():
        raise errors.Conflict("Goods of this sale came back already; take back the rest as well.")


def _pay_back(caller: Caller, sale: Sale, void: Sale) -> list[Payment]:
    """Take away all that settled the sale; the refunds of what was paid for it at the till."""
    taken = {payment.pk: payment for payment in sale.payments.filter(kind=Payment.Kind.RECEIVED)}
    _release(sale, taken)
    back = dict(Payment.objects.filter(reverses__in=taken).order_by().values_list("reverses").annotate(Sum("amount")))
    refunds = [
        _refund(caller, payment, left, void)
        for payment in taken.values()
        if (left := payment.amount - back.get(payment.pk, ZERO))
    ]
    Payment.objects.bulk_update(taken.values(), ["allocated"])
    return refunds


def _release(sale: Sale, taken: dict[uuid.UUID, Payment]) -> None:
    notes: dict[uuid.UUID, Sale] = {}
    others: dict[uuid.UUID, Payment] = {}
    for row in sale.allocations.select_related("payment", "credit_note"):
        if row.payment:
            payment = taken.get(row.payment.pk) or others.setdefault(row.payment.pk, row.payment)
            payment.allocated -= row.amount
        elif row.credit_note:
            note = notes.setdefault(row.credit_note.pk, row.credit_note)
            note.paid, note.settled_at = note.paid + row.amount, None
    sale.allocations.all().delete()
    sale.paid = ZERO
    Payment.objects.bulk_update(others.values(), ["allocated"])
    Sale.objects.bulk_update(notes.values(), ["paid", "settled_at"])


def _refund(caller: Caller, payment: Payment, amount: Decimal, void: Sale) -> Payment:
    payment.allocated += amount
    return Payment(
        business_id=payment.business_id,
        kind=Payment.Kind.REFUND,
        customer_id=payment.customer_id,
        storefront_id=payment.storefront_id,
        method=payment.method,
        network=payment.network,
        reference=payment.reference,
        amount=amount,
        allocated=amount,
        reverses=payment,
        note=void.note,
        received_by_id=caller.membership_id,
        received_at=void.sold_at,
        till_session_id=payment.till_session_id,
    )


def _save(sale: Sale, void: Sale, lines: list[SaleLine], refunds: list[Payment]) -> None:
    issue(void, lines)
    void.save(force_insert=True)
    for line in lines:
        line.voided = True
    SaleLine.objects.bulk_create(lines)
    sale.lines.update(voided=True)
    Payment.objects.bulk_create(refunds)
    sale.save(update_fields=["paid", "settled_at", "voided_at"])
