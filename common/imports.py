"""The shared shape of an import that runs in the background and reports each bad line."""

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any, TypeVar

import structlog
from django.core.files.uploadedfile import UploadedFile
from django.db import models

from common import clock
from common.csv_files import FileRefused, Row, count_lines, rows
from common.tenancy import MANAGEMENT, Caller, TenantModel

log = structlog.get_logger("common.imports")
PROBLEMS_KEPT = 1000


class ImportJob(TenantModel):
    """An uploaded file, how far it has been read, and what was wrong with it. Abstract."""

    class Status(models.TextChoices):
        WAITING = "waiting", "Waiting"
        RUNNING = "running", "Running"
        DONE = "done", "Done"
        FAILED = "failed", "Failed"

    file = models.FileField(upload_to="imports/")
    original_name = models.CharField(max_length=250)
    by = models.ForeignKey("accounts.Membership", null=True, on_delete=models.SET_NULL, related_name="+")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.WAITING)
    lines_total = models.PositiveIntegerField(default=0)
    lines_read = models.PositiveIntegerField(default=0)
    lines_imported = models.PositiveIntegerField(default=0)
    lines_skipped = models.PositiveIntegerField(default=0, help_text="Already there from an earlier run.")
    lines_refused = models.PositiveIntegerField(default=0)
    problems = models.JSONField(default=list, help_text="The first 1,000 bad lines: [{line, reason}].")
    error = models.CharField(max_length=250, blank=True, help_text="Why the whole file was refused.")
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.original_name} {self.status}"

    def note(self, row: Row, reason: str) -> None:
        """Keep what was wrong with a line, of the first thousand."""
        if len(self.problems) < PROBLEMS_KEPT:
            self.problems.append({"line": row.line, "reason": reason})


J = TypeVar("J", bound=ImportJob)


def upload(model: type[J], caller: Caller, file: UploadedFile[bytes], required: Any, **more: Any) -> J:
    """Keep a file to import. Raises `FileRefused` when it holds no line that could be read."""
    caller.require(*MANAGEMENT)
    if next(rows(file, required), None) is None:
        raise FileRefused("There are no lines after the first one.")
    file.seek(0)
    name, file.name = (file.name or "")[:250], uuid.uuid4().hex  # what a shop calls its file is no path of ours
    job: J = model._default_manager.create(  # type: ignore[assignment]
        business_id=caller.business_id,
        by_id=caller.membership_id,
        file=file,
        original_name=name,
        **more,
    )
    return job


def work_through(model: type[J], import_id: str, bring_in: Callable[[J, Any], None]) -> None:
    """Bring in the open file of a waiting import, once; whatever stops it, its row says so. The file is not kept."""
    waiting = model._default_manager.filter(pk=import_id, status=ImportJob.Status.WAITING)
    if not waiting.update(status=ImportJob.Status.RUNNING):
        return
    job: J = model._default_manager.get(pk=import_id)  # type: ignore[assignment]
    try:
        with job.file.open("rb") as file:
            job.lines_total = max(0, count_lines(file) - 1)
            bring_in(job, file)
        job.status = ImportJob.Status.DONE
    except FileRefused as refused:
        job.status, job.error = ImportJob.Status.FAILED, refused.message[:250]
    except Exception:
        job.status = ImportJob.Status.FAILED
        job.error = "Something went wrong on our side; upload it again, what came in already is passed over."
        raise
    finally:
        job.finished_at = clock.now()
        job.file.delete(save=False)
        job.save()
        log.info("imported", of=model.__name__, status=job.status, lines=job.lines_read, refused=job.lines_refused)


def fail_abandoned(model: type[ImportJob]) -> int:
    """Give up imports that have been running for a day: their worker has died. How many; for the periodic job."""
    long_ago = clock.now() - dt.timedelta(days=1)
    running = model._default_manager.filter(status=ImportJob.Status.RUNNING, created_at__lt=long_ago)
    reason = "The import stopped half-way; upload the file again, what came in already is passed over."
    return running.update(status=ImportJob.Status.FAILED, error=reason, finished_at=clock.now())
