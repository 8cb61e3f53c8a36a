"""The shared shape of an import that runs in the background and reports each bad line."""

import datetime as dt

from django.db import models

from common import clock
from common.tenancy import TenantModel


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


def fail_abandoned(model: type[ImportJob]) -> int:
    """Give up imports that have been running for a day: their worker has died. How many; for the periodic job."""
    long_ago = clock.now() - dt.timedelta(days=1)
    running = model._default_manager.filter(status=ImportJob.Status.RUNNING, created_at__lt=long_ago)
    reason = "The import stopped half-way; upload the file again, what came in already is passed over."
    return running.update(status=ImportJob.Status.FAILED, error=reason, finished_at=clock.now())
