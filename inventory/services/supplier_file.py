"""Suppliers from a file, with what they were owed before the shop kept its books here."""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import IO

from django.db import transaction

from common import errors, file_values
from common import shop_clock as clock
from common.csv_files import Columns, Row, Table
from common.notation import Notation, Told, notation
from common.phones import e164
from common.tenancy import MANAGEMENT, Caller
from inventory.models import Supplier, SupplierBill
from inventory.services.buying import NewBill, record_bill
from inventory.services.catalogue import create_supplier

COLUMNS = Columns(
    required=("name",),
    known=("name", "phone", "email", "lead_time_days", "terms_days", "opening_balance", "due_on"),
    numbers=("lead_time_days", "terms_days", "opening_balance"),
    dates=("due_on",),
)
MOST_LINES = 2_000


@dataclass(slots=True)
class SuppliersTaken:
    """What became of a file; each problem has its `line` and `reason`."""

    created: int = 0
    known: int = 0
    opening_balances: int = 0
    problems: list[dict[str, object]] = field(default_factory=list)


def take_suppliers(caller: Caller, file: IO[bytes], *, told: Told) -> SuppliersTaken:
    """Bring in a file of suppliers; the same file again adds nothing. A bad line is named and the rest goes in.

    Raises `FileRefused` for a file that cannot be read, or that can be read in two ways.
    """
    caller.require(*MANAGEMENT)
    table, taken = Table(file, COLUMNS), SuppliersTaken()
    if table.count_lines() > MOST_LINES:
        raise errors.FileRefused(f"A file of suppliers may have at most {MOST_LINES:,} lines: split it.")
    written = notation(table, told)
    for row in table.rows():
        try:
            with transaction.atomic():
                _take(caller, row, written, taken)
        except (file_values.BadLine, errors.DomainError) as bad:
            taken.problems.append({"line": row.line, "reason": str(bad)})
    return taken


def _take(caller: Caller, row: Row, written: Notation, taken: SuppliersTaken) -> None:
    name = file_values.name_of(row)
    balance = file_values.amount(row, "opening_balance", written)
    due_on, fields = file_values.day(row, "due_on", written), _fields(row, written)
    supplier = Supplier.objects.of(caller.business_id).filter(name__iexact=name).first()
    made = supplier or create_supplier(caller, name=name, **fields)
    owes = balance and _owe(caller, made, balance, due_on)
    taken.created += supplier is None
    taken.known += supplier is not None
    taken.opening_balances += bool(owes)


def _fields(row: Row, written: Notation) -> dict[str, object]:
    """The columns that the line fills, as fields of a supplier."""
    numbers = {name: file_values.days(row, name, written) for name in ("lead_time_days", "terms_days")}
    filled: dict[str, object] = {name: number for name, number in numbers.items() if number is not None}
    return filled | {"phone": e164(file_values.text(row, "phone")), "email": file_values.email(row)}


def _owe(caller: Caller, supplier: Supplier, balance: Decimal, due_on: dt.date | None) -> bool:
    """Enter the opening balance once; False where it is there already."""
    mark = f"opening:{supplier.pk}"
    if SupplierBill.objects.of(caller.business_id).filter(client_id=mark).exists():
        return False
    billed_on = min(due_on, clock.today()) if due_on else None
    bill = NewBill(amount=balance, billed_on=billed_on, due_on=due_on, note="Opening balance")
    record_bill(
        caller, supplier_id=supplier.pk, bill=bill, kind=SupplierBill.Kind.OPENING, client_id=mark, confirmed=True
    )
    return True
