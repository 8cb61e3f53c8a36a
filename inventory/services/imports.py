"""Products brought in from a CSV file, in the background."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import structlog
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django_tasks import task

from accounts.models import Business
from common import clock
from common.csv_files import FileRefused, Row, count_lines, rows
from common.tenancy import MANAGEMENT, Caller, Role
from inventory.models import ProductImport
from inventory.services.import_lines import REQUIRED, BadLine, NewProduct, checked
from inventory.services.import_writing import Catalogue

log = structlog.get_logger("inventory.imports")
BATCH = 500  # lines in one transaction
PROBLEMS_KEPT = 1000


def start_import(caller: Caller, *, file: UploadedFile[bytes]) -> ProductImport:
    """Keep the file and queue its import. Raises `FileRefused` when it holds no line that could be read."""
    caller.require(*MANAGEMENT)
    if next(rows(file, REQUIRED), None) is None:
        raise FileRefused("There are no lines after the first one.")
    file.seek(0)
    job = ProductImport.objects.create(
        business_id=caller.business_id, by_id=caller.membership_id, file=file, original_name=(file.name or "")[:250]
    )
    import_products.enqueue(str(job.pk))
    job.refresh_from_db()
    return job


@task()
def import_products(import_id: str) -> None:
    """Bring in the file of a waiting `ProductImport`; whatever stops it, its row says so."""
    waiting = ProductImport.objects.filter(pk=import_id, status=ProductImport.Status.WAITING)
    if not waiting.update(status=ProductImport.Status.RUNNING):
        return
    job = ProductImport.objects.select_related("by").get(pk=import_id)
    try:
        _run(job)
        job.status = ProductImport.Status.DONE
    except FileRefused as refused:
        job.status, job.error = ProductImport.Status.FAILED, refused.message[:250]
    except Exception:
        job.status, job.error = ProductImport.Status.FAILED, "Something went wrong on our side; import it again."
        raise
    finally:
        job.finished_at = clock.now()
        job.save()


def _run(job: ProductImport) -> None:
    with job.file.open("rb") as file:
        job.lines_total = max(0, count_lines(file) - 1)
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
    if len(job.problems) < PROBLEMS_KEPT:
        job.problems.append({"line": row.line, "reason": reason})


def _caller(job: ProductImport) -> Caller:
    by: Any = job.by
    return Caller(business_id=job.business_id, membership_id=by.pk, user_id=by.user_id, role=Role(by.role))


def _batches(found: Iterable[Row]) -> Iterator[list[Row]]:
    iterator = iter(found)
    while batch := list(islice(iterator, BATCH)):
        yield batch
