"""Imports that run in the background: a file uploaded, how far it has been read, and what was wrong with it."""

import uuid
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django_tasks import task

from common.imports import upload, work_through
from common.tenancy import Caller
from sales.imports.lines import REQUIRED
from sales.imports.run import SalesImporter, Tally
from sales.models import SalesImport


def imports(business_id: uuid.UUID) -> QuerySet[SalesImport]:
    """The imports of a business, newest first."""
    return SalesImport.objects.of(business_id).select_related("by", "storefront").order_by("-created_at", "-id")


def start_import(caller: Caller, *, file: UploadedFile[bytes], storefront_id: uuid.UUID | None = None) -> SalesImport:
    """Keep the file and queue its import. Raises `FileRefused` when it holds no line that could be read."""
    job = upload(SalesImport, caller, file, REQUIRED, storefront_id=storefront_id)
    import_sales.enqueue(str(job.pk))
    return job


@task()
def import_sales(import_id: str) -> None:
    """Bring in the file of a waiting `SalesImport`; whatever stops it, its row says so."""
    work_through(SalesImport, import_id, _bring_in)


def _bring_in(job: SalesImport, file: Any) -> None:
    def progress(tally: Tally) -> None:
        job.lines_read, job.lines_imported = tally.read, tally.imported
        job.lines_skipped, job.lines_refused = tally.skipped, tally.refused
        job.save()

    storefront = job.storefront.name if job.storefront else ""
    importer = SalesImporter(job.business_id, storefront=storefront, on_problem=job.note, on_progress=progress)
    try:
        importer.run(file)
    finally:
        progress(importer.tally)
