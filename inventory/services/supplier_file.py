"""Suppliers from a file, with what they were owed before the shop kept its books here."""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import IO

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from common import clock, errors
from common.csv_files import Columns, Row, Table
from common.identifiers import is_blank
from common.notation import Notation, Told, notation
from common.phones import e164
from common.tenancy import MANAGEMENT, Caller
from inventory.models import Supplier, SupplierBill
from inventory.services.buying import NewBill, record_bill
from inventory.services.catalogue import create_supplier
from inventory.services.import_lines import BadLine

COLUMNS = Columns(
    required=("name",),
    known=("name", "phone", "email", "lead_time_days", "terms_days", "opening_balance", "due_on"),
    numbers=("lead_time_days", "terms_days", "opening_balance"),
    dates=("due_on",),
)
MOST_LINES = 2_000
MOST_DAYS = 365


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
        except (BadLine, errors.DomainError) as bad:
            taken.problems.append({"line": row.line, "reason": str(bad)})
    return taken


def _take(caller: Caller, row: Row, written: Notation, taken: SuppliersTaken) -> None:
    if row.problem:
        raise BadLine(row.problem)
    name = " ".join(row.values.get("name", "").split())
    if not name or len(name) > 150:
        raise BadLine("name is empty or too long")
    balance, due_on = _number(row, "opening_balance", written), _day(row, written)
    fields = _fields(row, written)
    supplier = Supplier.objects.of(caller.business_id).filter(name__iexact=name).first()
    made = supplier or create_supplier(caller, name=name, **fields)
    owes = balance and _owe(caller, made, balance, due_on)
    taken.created += supplier is None
    taken.known += supplier is not None
    taken.opening_balances += bool(owes)


def _fields(row: Row, written: Notation) -> dict[str, object]:
    """The columns that the line fills, as fields of a supplier."""
    days = {name: _number(row, name, written) for name in ("lead_time_days", "terms_days")}
    for name, number in days.items():
        if number is not None and (number > MOST_DAYS or number % 1):
            raise BadLine(f"{name} is not a number of days up to {MOST_DAYS}")
    filled: dict[str, object] = {name: int(number) for name, number in days.items() if number is not None}
    return filled | {"phone": e164(_text(row, "phone")), "email": _email(row)}


def _email(row: Row) -> str:
    email = _text(row, "email")
    try:
        if email:
            validate_email(email)
    except ValidationError as problem:
        raise BadLine(f"email is not an email address: {email[:40]!r}") from problem
    return email


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


def _text(row: Row, name: str) -> str:
    text = row.values.get(name, "").strip()
    return "" if is_blank(text) else text


def _number(row: Row, name: str, written: Notation) -> Decimal | None:
    text = _text(row, name)
    number = written.number(text) if text else None
    if text and (number is None or number < 0 or number > 100_000_000 or number != round(number, 2)):
        raise BadLine(f"{name} is not an amount of zero or more: {text[:40]!r}")
    return number


def _day(row: Row, written: Notation) -> dt.date | None:
    text = _text(row, "due_on")
    moment = written.moment(text) if text else None
    if text and moment is None:
        raise BadLine(f"due_on is not a date: {text[:40]!r}")
    return moment.date() if moment else None
