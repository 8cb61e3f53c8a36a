"""Suppliers' bills and what is paid on them. Every change of what is owed holds the supplier's lock."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import F

from accounts.services import audit
from common import client_ids, clock, errors
from common.moments import EARLIEST, dated, to_come
from common.money import written
from common.slips import confirm_amounts
from common.tenancy import MANAGEMENT, Caller
from inventory.models import GoodsReceipt, Supplier, SupplierAllocation, SupplierBill, SupplierPayment

Kind = SupplierBill.Kind
Method = SupplierPayment.Method


@dataclass(frozen=True, slots=True)
class NewBill:
    """A supplier's bill. Without `amount` that of the goods it is for; due after the supplier's terms unless said."""

    amount: Decimal | None = None
    number: str = ""
    billed_on: dt.date | None = None
    due_on: dt.date | None = None
    note: str = ""


def _known_bill(client_id: str, args: tuple[Any, ...], fields: dict[str, Any]) -> SupplierBill | None:
    caller: Caller = args[0]
    bill = SupplierBill.objects.of(caller.business_id).filter(client_id=client_id).first()
    same = bill is None or (bill.supplier_id, bill.amount) == (fields["supplier_id"], fields["bill"].amount)
    if not same:
        raise errors.Conflict("This client_id belongs to another bill: use a new one.")
    return bill


@transaction.atomic
def _record_bill(
    caller: Caller,
    *,
    supplier_id: uuid.UUID,
    bill: NewBill,
    receipt_id: uuid.UUID | None = None,
    kind: Kind = Kind.INVOICE,
    client_id: str = "",
    confirmed: bool = False,
) -> SupplierBill:
    """Owe a supplier; what was paid to them in advance settles it, the oldest payment first.

    Raises `NotFound`, `InvalidInput` for a number that the supplier has used, or dates that cannot be, and
    `ConfirmationRequired` for a slip.
    """
    caller.require(*MANAGEMENT)
    supplier = lock_supplier(caller.business_id, supplier_id)
    receipt = GoodsReceipt.objects.get_or_404(caller.business_id, receipt_id) if receipt_id else None
    amount = _amount(bill, receipt, confirmed=confirmed)
    billed_on = bill.billed_on or clock.today()
    made = SupplierBill(
        business_id=caller.business_id,
        supplier=supplier,
        receipt=_of_supplier(receipt, supplier),
        kind=kind,
        number=bill.number,
        amount=amount,
        billed_on=billed_on,
        due_on=_due_on(bill.due_on, billed_on, supplier),
        note=bill.note,
        by_id=caller.membership_id,
        client_id=client_id,
    )
    _save_bill(made)
    settle(supplier)
    return made


record_bill = client_ids.once(_record_bill, _known_bill)


def _known_payment(client_id: str, args: tuple[Any, ...], fields: dict[str, Any]) -> SupplierPayment | None:
    caller: Caller = args[0]
    payment = SupplierPayment.objects.of(caller.business_id).filter(client_id=client_id).first()
    wanted = (fields["supplier_id"], fields["amount"], fields["method"])
    if payment is not None and (payment.supplier_id, payment.amount, payment.method) != wanted:
        raise errors.Conflict("This client_id belongs to another payment: use a new one.")
    return payment


@transaction.atomic
def _pay_supplier(
    caller: Caller,
    *,
    supplier_id: uuid.UUID,
    amount: Decimal,
    method: str,
    reference: str = "",
    note: str = "",
    paid_at: dt.datetime | None = None,
    bill_ids: Sequence[uuid.UUID] = (),
    client_id: str = "",
    confirmed: bool = False,
) -> SupplierPayment:
    """Pay a supplier, or enter their credit note: it settles the bills named, then the oldest due.

    What is left over is an advance for bills to come. Raises `NotFound`, `InvalidInput` for a bill that is not open,
    and `ConfirmationRequired` for a slip.
    """
    caller.require(*MANAGEMENT)
    confirm_amounts([amount], confirmed=confirmed)
    supplier = lock_supplier(caller.business_id, supplier_id)
    payment = SupplierPayment.objects.create(
        business_id=caller.business_id,
        supplier=supplier,
        amount=amount,
        method=method,
        reference=reference,
        note=note,
        by_id=caller.membership_id,
        paid_at=dated(caller, paid_at, field="paid_at", what="a payment"),
        client_id=client_id,
    )
    settle(supplier, first=bill_ids)
    audit.record(
        caller, audit.Action.SUPPLIER_PAID, subject=supplier.name, subject_id=payment.pk, amount=amount, method=method
    )
    payment.refresh_from_db(fields=["allocated"])
    return payment


pay_supplier = client_ids.once(_pay_supplier, _known_payment)


@transaction.atomic
def cancel_bill(caller: Caller, bill_id: uuid.UUID, *, reason: str) -> SupplierBill:
    """A bill that was entered by mistake is owed no longer; what was paid on it settles other bills."""
    caller.require(*MANAGEMENT)
    supplier_id = SupplierBill.objects.get_or_404(caller.business_id, bill_id).supplier_id
    supplier = lock_supplier(caller.business_id, supplier_id)
    bill = SupplierBill.objects.get_or_404(caller.business_id, bill_id)
    _cancel(caller, bill, f"bill {bill} of {supplier.name}", reason)
    for part in bill.allocations.select_related("payment"):
        SupplierPayment.objects.of(caller.business_id).filter(pk=part.payment_id).update(
            allocated=F("allocated") - part.amount
        )
        part.delete()
    bill.paid, bill.cancelled_at = Decimal(0), clock.now()
    bill.save(update_fields=["paid", "cancelled_at"])
    settle(supplier)
    return bill


@transaction.atomic
def cancel_supplier_payment(caller: Caller, payment_id: uuid.UUID, *, reason: str) -> SupplierPayment:
    """A payment that was entered by mistake, or bounced, settles nothing; its bills are open again."""
    caller.require(*MANAGEMENT)
    supplier_id = SupplierPayment.objects.get_or_404(caller.business_id, payment_id).supplier_id
    supplier = lock_supplier(caller.business_id, supplier_id)
    payment = SupplierPayment.objects.get_or_404(caller.business_id, payment_id)
    _cancel(caller, payment, f"payment of {written(payment.amount)} to {supplier.name}", reason)
    bills = SupplierBill.objects.of(caller.business_id)
    for part in payment.allocations.all():
        bills.filter(pk=part.bill_id).update(paid=F("paid") - part.amount)
        part.delete()
    payment.allocated, payment.cancelled_at = Decimal(0), clock.now()
    payment.save(update_fields=["allocated", "cancelled_at"])
    settle(supplier)
    return payment


def lock_supplier(business_id: uuid.UUID, supplier_id: uuid.UUID) -> Supplier:
    """The supplier, locked after orders and stock. Raises `NotFound`."""
    return Supplier.objects.select_for_update(no_key=True).get_or_404(business_id, supplier_id)


def settle(supplier: Supplier, *, first: Sequence[uuid.UUID] = ()) -> None:
    """Let unused payments settle open bills: those in `first`, then the oldest due.

    Afterwards the supplier has open bills or unused payments, never both. Five queries at most.
    """
    payments = list(
        SupplierPayment.objects.of(supplier.business_id)
        .filter(supplier=supplier, cancelled_at=None, allocated__lt=F("amount"))
        .order_by("paid_at", "pk")
    )
    bills = list(
        SupplierBill.objects.of(supplier.business_id)
        .filter(supplier=supplier, cancelled_at=None, paid__lt=F("amount"))
        .order_by("due_on", "billed_on", "pk")
    )
    if unknown := set(first) - {bill.pk for bill in bills}:
        raise errors.InvalidInput.field("bill_ids", f"{len(unknown)} of these are no open bills of this supplier.")
    bills.sort(key=lambda bill: bill.pk not in first)
    SupplierAllocation.objects.bulk_create(_matched(payments, bills))
    SupplierPayment.objects.bulk_update(payments, ["allocated"])
    SupplierBill.objects.bulk_update(bills, ["paid"])


def _matched(payments: Sequence[SupplierPayment], bills: Sequence[SupplierBill]) -> list[SupplierAllocation]:
    """The new allocations, in the order given on both sides; running sums are kept on the rows."""
    parts: list[SupplierAllocation] = []
    waiting = iter(bills)
    bill = next(waiting, None)
    for payment in payments:
        while bill is not None and payment.allocated < payment.amount:
            part = min(payment.amount - payment.allocated, bill.amount - bill.paid)
            parts.append(SupplierAllocation(business_id=payment.business_id, payment=payment, bill=bill, amount=part))
            payment.allocated += part
            bill.paid += part
            if bill.paid == bill.amount:
                bill = next(waiting, None)
    return parts


def _amount(bill: NewBill, receipt: GoodsReceipt | None, *, confirmed: bool) -> Decimal:
    amount = bill.amount if bill.amount is not None else receipt and receipt.goods_value
    if not amount:
        raise errors.InvalidInput.field("amount", "Say what the bill is over: the cost of the goods is not known.")
    confirm_amounts([amount], confirmed=confirmed)
    return amount


def _of_supplier(receipt: GoodsReceipt | None, supplier: Supplier) -> GoodsReceipt | None:
    if receipt is not None and receipt.supplier_id != supplier.pk:
        raise errors.InvalidInput.field("receipt_id", "These goods came from another supplier.")
    return receipt


def _due_on(asked: dt.date | None, billed_on: dt.date, supplier: Supplier) -> dt.date:
    if not EARLIEST <= billed_on <= clock.today():
        raise errors.InvalidInput.field("billed_on", "A bill must be dated today or earlier.")
    due_on = asked or billed_on + dt.timedelta(days=supplier.terms_days)
    if due_on < billed_on:
        raise errors.InvalidInput.field("due_on", "A bill cannot be due before its own date.")
    return to_come(due_on, field="due_on")


def _save_bill(bill: SupplierBill) -> None:
    if bill.number:
        rows = SupplierBill.objects.of(bill.business_id).filter(supplier=bill.supplier, cancelled_at=None)
        if bill.client_id:
            rows = rows.exclude(client_id=bill.client_id)  # the same bill sent again meets its constraint instead
        if rows.filter(number=bill.number).exists():
            raise errors.InvalidInput.field("number", f"{bill.supplier.name}'s bill {bill.number} is entered already.")
    bill.save(force_insert=True)


def _cancel(caller: Caller, row: SupplierBill | SupplierPayment, subject: str, reason: str) -> None:
    if row.cancelled_at:
        raise errors.Conflict("This was cancelled already.")
    action = audit.Action.SUPPLIER_ENTRY_CANCELLED
    audit.record(caller, action, subject=subject, subject_id=row.pk, amount=row.amount, reason=reason)
