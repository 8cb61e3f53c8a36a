"""Imports of sales: a file uploaded or named, how far it has been read, what was wrong with it, and taking it back."""

import uuid
from itertools import count
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import QuerySet
from django_tasks import task

from accounts.models import Business, Membership, Storefront
from common import imports as common_imports
from common.csv_files import Row, Table
from common.import_journal import Journal
from common.tenancy import MANAGEMENT, Caller
from inventory.models import Category, Product
from sales.imports.lines import TABLE, Line
from sales.imports.run import Hears, SalesImporter, Tally
from sales.models import Customer, Payment, PaymentAllocation, Sale, SaleLine, SalesImport, SalesImportStep

DOCUMENTS = (PaymentAllocation, Payment, SaleLine, Sale)
NAMES = (Customer, Product, Category, Membership, Storefront)


def imports(business_id: uuid.UUID) -> QuerySet[SalesImport]:
    """The imports of a business, newest first."""
    return SalesImport.objects.of(business_id).select_related("by", "storefront").order_by("-created_at", "-id")


def start_import(
    caller: Caller, *, file: UploadedFile[bytes], storefront_id: uuid.UUID | None = None, **options: Any
) -> SalesImport:
    """Keep the file and queue its import; `options` are `check_only`, `mode`, `decimal` and `dates`.

    Raises `FileRefused` when it holds no line that could be read, or one that can be read in two ways.
    """
    job = common_imports.upload(SalesImport, caller, file, TABLE, storefront_id=storefront_id, **options)
    import_sales.enqueue(str(job.pk))
    return job


@task()
def import_sales(import_id: str) -> None:
    """Bring in the file of a waiting `SalesImport`; whatever stops it, its row says so."""
    common_imports.work_through(SalesImport, import_id, TABLE, bring_in)


def take_up_abandoned() -> int:
    """Queue again the imports whose worker has died; how many."""
    return common_imports.take_up_abandoned(SalesImport, import_sales.enqueue)


def bring_in(job: SalesImport, table: Table, hears: Hears | None = None, *, storefront: str = "") -> Tally:
    """Import the lines of an open file, and keep what each batch did. `hears` hears of it besides the job."""
    also = hears or Hears()
    numbers = count(job.steps.count())

    def progress(tally: Tally) -> None:
        job.lines_read, job.lines_imported, job.lines_updated = tally.read, tally.imported, tally.updated
        job.lines_skipped, job.lines_refused = tally.skipped, tally.refused
        job.save()
        also.progress(tally)

    def problem(row: Row, reason: str) -> None:
        job.note(row, reason)
        also.problem(row, reason)

    def understood(line: Line) -> None:
        job.show(line.understood())

    def batch(journal: Journal) -> None:
        fields = {"number": next(numbers), **journal.step()}
        SalesImportStep.objects.create(business_id=job.business_id, job=job, **fields)

    importer = SalesImporter(
        job.business_id,
        storefront=job.storefront.name if job.storefront else storefront,
        mode=job.mode,
        told=job.told,
        hears=Hears(problem, job.notice, understood, batch, progress),
    )
    try:
        return importer.run(table)
    finally:
        progress(importer.tally)


def undo_import(caller: Caller, import_id: uuid.UUID) -> SalesImport:
    """Take a whole import back. Raises `NotFound`, and `Conflict` where something was built on it since."""
    caller.require(*MANAGEMENT)
    return take_back(caller.business_id, import_id)


@transaction.atomic
def take_back(business_id: uuid.UUID, import_id: uuid.UUID) -> SalesImport:
    """As `undo_import`, for whoever runs commands on the server."""
    Business.objects.select_for_update(no_key=True).get(pk=business_id)
    return common_imports.undo(SalesImport, business_id, import_id, documents=DOCUMENTS, names=NAMES)
