"""Suppliers' bills and what is paid on them. Every change of what is owed holds the supplier's lock."""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import F

from accounts.services import audit
from common import client_ids, errors
from common import shop_clock as clock
from common.moments import EARLIEST, dated, to_come
from common.money import written
from common.slips import confirm_amounts
from common.tenancy import MANAGEMENT, Caller
from inventory.models import GoodsReceipt, Supplier, SupplierAllocation, SupplierBill, SupplierPayment

Kind = SupplierBill.Kind
Method = SupplierPayment.Method
Entry = TypeVar("Entry", SupplierBill, SupplierPayment)


@dataclass(frozen=True, slots=True)
class NewBill:
    """A supplier's bill. Without `amount` that of the goods it is for; due after the supplier's terms unless said."""

    amount: Decimal | None = None
    number: str = ""
    billed_on: dt.date | None = None
    due_on: dt.date | None = None
    note: str = ""


def _same_bill(bill: SupplierBill, args: tuple[Any, ...], fields: dict[str, Any]) -> bool:
    return (bill.supplier_id, bill.amount) == (fields["supplier_id"], fields["bill"].amount)


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


def record_opening_bills(caller: Caller, entries: Sequence[tuple[Supplier, NewBill]]) -> None:
    """Owe locked suppliers what was owed before, for whom none was entered. Two queries, and more for advances."""
    bills = [_opening_bill(caller, supplier, bill) for supplier, bill in entries]
    SupplierBill.objects.bulk_create(bills)
    paid_ahead = SupplierPayment.objects.of(caller.business_id).filter(
        supplier__in=[supplier for supplier, _ in entries], cancelled_at=None, allocated__lt=F("amount")
    )
    for supplier in Supplier.objects.filter(pk__in=paid_ahead.values("supplier_id")):
        settle(supplier)


def with_opening_bill(business_id: uuid.UUID, suppliers: Sequence[Supplier]) -> set[uuid.UUID]:
    """The ids of those suppliers for whom one was entered. One query."""
    marks = {_opening_mark(supplier): supplier.pk for supplier in suppliers}
    found = SupplierBill.objects.of(business_id).filter(client_id__in=marks)
    return {marks[mark] for mark in found.values_list("client_id", flat=True)}


def _opening_mark(supplier: Supplier) -> str:
    return f"opening:{supplier.pk}"


def _opening_bill(caller: Caller, supplier: Supplier, bill: NewBill) -> SupplierBill:
    billed_on = min(bill.due_on or clock.today(), clock.today())
    return SupplierBill(
        business_id=caller.business_id,
        supplier=supplier,
        kind=Kind.OPENING,
        amount=_amount(bill, None, confirmed=True),
        billed_on=billed_on,
        due_on=_due_on(bill.due_on, billed_on, supplier),
        note="Opening balance",
        by_id=caller.membership_id,
        client_id=_opening_mark(supplier),
    )


record_bill = client_ids.once(_record_bill, client_ids.known_row(SupplierBill, _same_bill, "bill"))


def _same_payment(payment: SupplierPayment, args: tuple[Any, ...], fields: dict[str, Any]) -> bool:
    wanted = (fields["supplier_id"], fields["amount"], fields["method"])
    return (payment.supplier_id, payment.amount, payment.method) == wanted


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


pay_supplier = client_ids.once(_pay_supplier, client_ids.known_row(SupplierPayment, _same_payment, "payment"))


@transaction.atomic
def cancel_bill(caller: Caller, bill_id: uuid.UUID, *, reason: str) -> SupplierBill:
    """A bill that was entered by mistake is owed no longer; what was paid on it settles other bills."""
    bill, supplier = _to_cancel(caller, SupplierBill, bill_id)
    _note_cancelled(caller, bill, f"bill {bill} of {supplier.name}", reason)
    parts = bill.allocations.select_related("payment")
    _take_off(SupplierPayment, "allocated", ((part.payment, part.amount) for part in parts))
    bill.paid = Decimal(0)
    return _cancelled(bill, "paid", supplier)


@transaction.atomic
def cancel_supplier_payment(caller: Caller, payment_id: uuid.UUID, *, reason: str) -> SupplierPayment:
    """A payment that was entered by mistake, or bounced, settles nothing; its bills are open again."""
    payment, supplier = _to_cancel(caller, SupplierPayment, payment_id)
    _note_cancelled(caller, payment, f"payment of {written(payment.amount)} to {supplier.name}", reason)
    parts = payment.allocations.select_related("bill")
    _take_off(SupplierBill, "paid", ((part.bill, part.amount) for part in parts))
    payment.allocated = Decimal(0)
    return _cancelled(payment, "allocated", supplier)


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


def _to_cancel(caller: Caller, model: type[Entry], pk: uuid.UUID) -> tuple[Entry, Supplier]:
    """The entry as it is under its supplier's lock. Raises `NotFound`, `Conflict`."""
    caller.require(*MANAGEMENT)
    supplier = lock_supplier(caller.business_id, model.objects.get_or_404(caller.business_id, pk).supplier_id)
    entry = model.objects.get_or_404(caller.business_id, pk)
    if entry.cancelled_at:
        raise errors.Conflict("This was cancelled already.")
    return entry, supplier


def _note_cancelled(caller: Caller, entry: SupplierBill | SupplierPayment, subject: str, reason: str) -> None:
    action = audit.Action.SUPPLIER_ENTRY_CANCELLED
    audit.record(caller, action, subject=subject, subject_id=entry.pk, amount=entry.amount, reason=reason)


def _take_off(model: type[Entry], total: str, parts: Iterable[tuple[Entry, Decimal]]) -> None:
    """Take what was settled off the running sum `total` of the entries on the other side."""
    entries: dict[uuid.UUID, Entry] = {}
    for entry, amount in parts:
        kept = entries.setdefault(entry.pk, entry)
        setattr(kept, total, getattr(kept, total) - amount)
    model.objects.bulk_update(entries.values(), [total])


def _cancelled(entry: Entry, settled: str, supplier: Supplier) -> Entry:
    """The entry, which settles nothing any more; what it had settled is settled anew."""
    entry.allocations.all().delete()
    entry.cancelled_at = clock.now()
    entry.save(update_fields=[settled, "cancelled_at"])
    settle(supplier)
    return entry
