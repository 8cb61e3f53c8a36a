"""Products brought in from a file, in the background, and taken back."""

import uuid
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django_tasks import task

from accounts.models import Business
from accounts.services import audit
from common import imports
from common.csv_files import Row, Table
from common.file_lines import batches
from common.import_journal import Journal
from common.notation import Notation, notation
from common.tenancy import MANAGEMENT, Caller
from inventory.models import (
    Category,
    PriceChange,
    Product,
    ProductImport,
    ProductImportStep,
    Stock,
    StockMovement,
    Supplier,
)
from inventory.services.import_lines import TABLE, BadLine, NewProduct, checked
from inventory.services.import_writing import Catalogue
from inventory.services.price_history import prices_of, record_price_changes

BATCH = 500  # lines in one transaction
DOCUMENTS = (StockMovement, Stock, Product)
NAMES = (Supplier, Category)


def start_import(caller: Caller, *, file: UploadedFile[bytes], **options: Any) -> ProductImport:
    """Keep the file and queue its import; `options` are `check_only`, `mode`, `decimal` and `dates`.

    Raises `FileRefused` when it holds no line that could be read, or one that can be read in two ways.
    """
    job = imports.upload(ProductImport, caller, file, TABLE, **options)
    import_products.enqueue(str(job.pk))
    job.refresh_from_db()
    return job


@task()
def import_products(import_id: str) -> None:
    """Bring in the file of a waiting `ProductImport`; whatever stops it, its row says so."""
    imports.work_through(ProductImport, import_id, TABLE, _bring_in)


def take_up_abandoned() -> int:
    """Queue again the imports whose worker has died; how many."""
    return imports.take_up_abandoned(ProductImport, import_products.enqueue)


@transaction.atomic
def undo_import(caller: Caller, import_id: uuid.UUID) -> ProductImport:
    """Take a whole import back: its products with their opening stock, and what it changed.

    Raises `NotFound`, and `Conflict` where a product was sold, moved or changed since.
    """
    caller.require(*MANAGEMENT)
    of = caller.business_id
    Business.objects.select_for_update(no_key=True).get(pk=of)
    before = prices_of(Product.objects.of(of).filter(pk__in=_changed_by(of, import_id)))
    undone = imports.undo(ProductImport, of, import_id, documents=DOCUMENTS, names=NAMES)
    now = Product.objects.of(of).filter(pk__in=before)
    record_price_changes(before, now, source=PriceChange.Source.IMPORT, by_id=caller.membership_id)
    return undone


def _changed_by(business_id: uuid.UUID, import_id: uuid.UUID) -> list[str]:
    """The ids of the products that the import changed."""
    steps = ProductImportStep.objects.of(business_id).filter(job_id=import_id).values_list("changed", flat=True)
    return [key for changed in steps for key in changed.get(Product._meta.label, ())]


def _bring_in(job: ProductImport, table: Table) -> None:
    written = notation(table, job.told)
    for number, batch in enumerate(batches(table.rows(), BATCH), job.steps.count()):
        _write(job, _checked(job, batch, written), number)
        job.lines_read += len(batch)
        job.save()
    if job.lines_updated and not job.check_only:
        audit.record(
            Caller.of(job.by),
            audit.Action.PRICE_CHANGED,
            subject="Products from a file",
            subject_id=job.pk,
            products=job.lines_updated,
        )


def _checked(job: ProductImport, batch: list[Row], written: Notation) -> list[NewProduct]:
    products: list[NewProduct] = []
    for row in batch:
        try:
            products.append(checked(row, written))
        except BadLine as bad:
            _refuse(job, row, str(bad))
            continue
        job.show(products[-1].understood())
    return products


def _write(job: ProductImport, products: list[NewProduct], number: int) -> None:
    """One batch; the lock makes two imports into one business take turns."""
    journal = Journal()
    with transaction.atomic():
        Business.objects.select_for_update(no_key=True).get(pk=job.business_id)
        note = f"Opening stock from {job.original_name}"[:250]
        outcome = Catalogue(Caller.of(job.by), journal, mode=job.mode, note=note).add(products)
        ProductImportStep.objects.create(business_id=job.business_id, job=job, number=number, **journal.step())
    for row, reason in outcome.refused:
        _refuse(job, row, reason)
    for line, text in outcome.notices:
        job.notice(line, text)
    job.lines_imported += outcome.imported
    job.lines_updated += outcome.updated
    job.lines_skipped += outcome.skipped


def _refuse(job: ProductImport, row: Row, reason: str) -> None:
    job.lines_refused += 1
    job.note(row, reason)
