"""Suppliers from a file, with what they were owed before the shop kept its books here."""

import datetime as dt
from decimal import Decimal
from typing import IO

from common import file_values
from common import shop_clock as clock
from common.csv_files import Columns, Row, Table
from common.file_lines import Taken, bounded, take_lines
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


def take_suppliers(caller: Caller, file: IO[bytes], *, told: Told) -> Taken:
    """Bring in a file of suppliers; the same file again adds nothing. A bad line is named and the rest goes in.

    Raises `FileRefused` for a file that cannot be read, or that can be read in two ways.
    """
    caller.require(*MANAGEMENT)
    table = bounded(Table(file, COLUMNS), MOST_LINES, "suppliers")
    written = notation(table, told)
    return take_lines(table, lambda row: _take(caller, row, written))


def _take(caller: Caller, row: Row, written: Notation) -> tuple[bool, bool]:
    """Whether the supplier is new, and whether what was owed to them was entered."""
    name = file_values.name_of(row)
    balance = file_values.amount(row, "opening_balance", written)
    due_on, fields = file_values.day(row, "due_on", written), _fields(row, written)
    supplier = Supplier.objects.of(caller.business_id).filter(name__iexact=name).first()
    made = supplier or create_supplier(caller, name=name, **fields)
    owes = bool(balance and _owe(caller, made, balance, due_on))
    return supplier is None, owes


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
