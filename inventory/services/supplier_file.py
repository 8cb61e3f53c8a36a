"""Suppliers from a file, with what they were owed before the shop kept its books here."""

import uuid
from collections.abc import Sequence
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db.models.functions import Lower
from django_tasks import task

from accounts.models import Business
from accounts.queries import days_of_shop
from common import file_values, imports
from common.csv_files import Columns, Row, Table
from common.file_lines import Became, Person, person, refuse_long, take_people
from common.notation import Notation, notation
from common.tenancy import Caller
from inventory.models import Supplier, SupplierImport
from inventory.services.buying import NewBill, record_opening_bills, with_opening_bill

COLUMNS = Columns(
    required=("name",),
    known=("name", "phone", "email", "lead_time_days", "terms_days", "opening_balance", "due_on"),
    numbers=("lead_time_days", "terms_days", "opening_balance"),
    dates=("due_on",),
)
MOST_LINES = 2_000


def start_supplier_import(caller: Caller, *, file: UploadedFile[bytes], **options: Any) -> SupplierImport:
    """Keep a file of suppliers and queue its import; `options` are `check_only`, `decimal` and `dates`.

    Raises `FileRefused` when it holds no line that could be read, or one that can be read in two ways.
    """
    job = imports.upload(SupplierImport, caller, file, COLUMNS, **options)
    import_suppliers.enqueue(str(job.pk))
    return job


@task()
def import_suppliers(import_id: str) -> None:
    """Bring in the file of a waiting `SupplierImport`; whatever stops it, its row says so."""
    imports.work_through(SupplierImport, import_id, COLUMNS, _bring_in)


def take_up_abandoned() -> int:
    """Queue again the imports whose worker has died; how many."""
    return imports.take_up_abandoned(SupplierImport, import_suppliers.enqueue)


def _bring_in(job: SupplierImport, table: Table) -> None:
    """The same file again adds nothing: who is there stays as they are, and an opening balance goes in once."""
    refuse_long(job, MOST_LINES, "suppliers")
    with days_of_shop(job.business_id):
        caller, written = Caller.of(job.by), notation(table, job.told)
        take_people(job, table, lambda row: _read(row, written), lambda people: _write(caller, people))


def _read(row: Row, written: Notation) -> Person:
    fields: dict[str, Any] = {name: file_values.days(row, name, written) for name in ("lead_time_days", "terms_days")}
    return person(row, written, fields | {"email": file_values.email(row)})


def _write(caller: Caller, people: Sequence[Person]) -> list[Became]:
    """Add those who are not there, and what they were owed where none is entered. Some six queries."""
    Business.objects.select_for_update(no_key=True).get(pk=caller.business_id)  # two files take turns
    known = _known(caller.business_id, people)
    new: dict[int, Supplier] = {}
    for who in people:
        if who.name.lower() not in known:
            made = Supplier(business_id=caller.business_id, name=who.name, phone=who.phone, **who.fields)
            known[who.name.lower()] = new[who.row.line] = made
    Supplier.objects.bulk_create(new.values())
    entered = _enter(caller, [(who, known[who.name.lower()]) for who in people if who.owed])
    return [Became(is_new=who.row.line in new, owes=who.row.line in entered) for who in people]


def _known(business_id: uuid.UUID, people: Sequence[Person]) -> dict[str, Supplier]:
    """Those of the people who are there, locked, by name in small letters."""
    rows = Supplier.objects.of(business_id).alias(lower_name=Lower("name"))
    found = rows.filter(lower_name__in={who.name.lower() for who in people}).order_by("pk")
    return {supplier.name.lower(): supplier for supplier in found.select_for_update(no_key=True)}


def _enter(caller: Caller, owing: Sequence[tuple[Person, Supplier]]) -> set[int]:
    """Enter what was owed, once for each supplier; the numbers of those lines."""
    there = with_opening_bill(caller.business_id, [supplier for _, supplier in owing])
    entered: dict[int, tuple[Supplier, NewBill]] = {}
    for who, supplier in owing:
        if supplier.pk not in there:
            there.add(supplier.pk)
            entered[who.row.line] = (supplier, NewBill(amount=who.owed, due_on=who.due_on))
    record_opening_bills(caller, list(entered.values()))
    return set(entered)
