"""Imports that run in the background: a file uploaded, how far it has been read, and what was wrong with it."""

import uuid

import structlog
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django_tasks import task

from common import clock
from common.csv_files import FileRefused, Row, count_lines, rows
from common.tenancy import MANAGEMENT, Caller
from sales.imports.lines import REQUIRED
from sales.imports.run import SalesImporter, Tally
from sales.models import SalesImport

log = structlog.get_logger("sales.imports")
PROBLEMS_KEPT = 1000

Status = SalesImport.Status


def imports(business_id: uuid.UUID) -> QuerySet[SalesImport]:
    """The imports of a business, newest first."""
    return SalesImport.objects.of(business_id).select_related("by", "storefront").order_by("-created_at", "-id")


def start_import(caller: Caller, *, file: UploadedFile[bytes], storefront_id: uuid.UUID | None = None) -> SalesImport:
    """Keep the file and queue its import. Raises `FileRefused` when it holds no line that could be read."""
    caller.require(*MANAGEMENT)
    if next(rows(file, REQUIRED), None) is None:
        raise FileRefused("There are no lines after the first one.")
    file.seek(0)
    job = SalesImport.objects.create(
        business_id=caller.business_id,
        by_id=caller.membership_id,
        storefront_id=storefront_id,
        file=file,
        original_name=(file.name or "")[:250],
    )
    import_sales.enqueue(str(job.pk))
    return job


@task()
def import_sales(import_id: str) -> None:
    """Bring in the file of a waiting `SalesImport`; whatever stops it, its row says so. The file is not kept."""
    waiting = SalesImport.objects.filter(pk=import_id, status=Status.WAITING)
    if not waiting.update(status=Status.RUNNING):
        return
    job = SalesImport.objects.select_related("storefront").get(pk=import_id)
    try:
        _run(job)
        job.status = Status.DONE
    except FileRefused as refused:
        job.status, job.error = Status.FAILED, refused.message[:250]
    except Exception:
        job.status, job.error = Status.FAILED, "Something went wrong on our side; upload it again to go on."
        raise
    finally:
        job.finished_at = clock.now()
        job.file.delete(save=False)
        job.save()
        log.info("sales_imported", status=job.status, lines=job.lines_read, refused=job.lines_refused)


def _run(job: SalesImport) -> None:
    def note(row: Row, reason: str) -> None:
        if len(job.problems) < PROBLEMS_KEPT:
            job.problems.append({"line": row.line, "reason": reason})

    def progress(tally: Tally) -> None:
        job.lines_read, job.lines_imported = tally.read, tally.imported
        job.lines_skipped, job.lines_refused = tally.skipped, tally.refused
        job.save()

    storefront = job.storefront.name if job.storefront else ""
    importer = SalesImporter(job.business_id, storefront=storefront, on_problem=note, on_progress=progress)
    with job.file.open("rb") as file:
        job.lines_total = max(0, count_lines(file) - 1)
        try:
            importer.run(file)
        finally:
            progress(importer.tally)
