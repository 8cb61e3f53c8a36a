"""Products brought in from a CSV file, in the background."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django_tasks import task

from accounts.models import Business
from common.csv_files import Row, rows
from common.imports import upload, work_through
from common.tenancy import Caller, Role
from inventory.models import ProductImport
from inventory.services.import_lines import REQUIRED, BadLine, NewProduct, checked
from inventory.services.import_writing import Catalogue

BATCH = 500  # lines in one transaction


def start_import(caller: Caller, *, file: UploadedFile[bytes]) -> ProductImport:
    """Keep the file and queue its import. Raises `FileRefused` when it holds no line that could be read."""
    job = upload(ProductImport, caller, file, REQUIRED)
    import_products.enqueue(str(job.pk))
    job.refresh_from_db()
    return job


@task()
def import_products(import_id: str) -> None:
    """Bring in the file of a waiting `ProductImport`; whatever stops it, its row says so."""
    work_through(ProductImport, import_id, _bring_in)


def _bring_in(job: ProductImport, file: Any) -> None:
    for batch in _batches(rows(file, REQUIRED)):
        _write(job, batch)
        job.save()


def _write(job: ProductImport, batch: list[Row]) -> None:
    """One batch; the lock makes two imports into one business take turns."""
    caller = _caller(job)
    products: list[NewProduct] = []
    for row in batch:
        try:
            products.append(checked(row))
        except BadLine as bad:
            _refuse(job, row, str(bad))
    with transaction.atomic():
        Business.objects.select_for_update(no_key=True).get(pk=job.business_id)
        catalogue = Catalogue(caller, note=f"Opening stock from {job.original_name}"[:250])
        outcome = catalogue.add(products)
    for row, reason in outcome.refused:
        _refuse(job, row, reason)
    job.lines_read += len(batch)
    job.lines_imported += outcome.imported
    job.lines_skipped += outcome.skipped


def _refuse(job: ProductImport, row: Row, reason: str) -> None:
    job.lines_refused += 1
    job.note(row, reason)


def _caller(job: ProductImport) -> Caller:
    by: Any = job.by
    return Caller(business_id=job.business_id, membership_id=by.pk, user_id=by.user_id, role=Role(by.role))


def _batches(found: Iterable[Row]) -> Iterator[list[Row]]:
    iterator = iter(found)
    while batch := list(islice(iterator, BATCH)):
        yield batch
