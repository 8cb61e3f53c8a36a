"""The shared shape of an import that runs in the background and reports each bad line."""

import datetime as dt
import uuid
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from functools import partial
from typing import IO, Any, TypeVar, cast

import structlog
from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction

from common import clock
from common.csv_files import Columns, Row, Table
from common.errors import Conflict, FileRefused
from common.import_journal import ImportStep, take_back, touched
from common.notation import DATES, DECIMALS, Told, refuse_doubtful
from common.tenancy import MANAGEMENT, Caller, TenantModel, TenantQuerySet
from common.unpacking import beginning

log = structlog.get_logger("common.imports")
PROBLEMS_KEPT = 1000
ROWS_SHOWN = 10  # of a file, as understood
MOST_SECONDS = 3600  # that one import may take
SILENT = dt.timedelta(minutes=5)  # after which a running import has lost its worker
MOST_ATTEMPTS = 3


class ImportMode(models.TextChoices):
    """What becomes of a line that is there already and says otherwise: refused, or taken as the correction."""

    ADD = "add", "Add"
    UPDATE = "update", "Update"


class ImportJob(TenantModel):
    """An uploaded file, how far it has been read, and what was wrong with it. Abstract."""

    class Status(models.TextChoices):
        WAITING = "waiting", "Waiting"
        RUNNING = "running", "Running"
        DONE = "done", "Done"
        FAILED = "failed", "Failed"
        UNDONE = "undone", "Undone"

    file = models.FileField(upload_to="imports/")
    original_name = models.CharField(max_length=250)
    by = models.ForeignKey("accounts.Membership", null=True, on_delete=models.SET_NULL, related_name="+")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.WAITING)
    lines_total = models.PositiveIntegerField(default=0)
    lines_read = models.PositiveIntegerField(default=0)
    lines_imported = models.PositiveIntegerField(default=0)
    lines_skipped = models.PositiveIntegerField(default=0, help_text="Already there from an earlier run.")
    lines_refused = models.PositiveIntegerField(default=0)
    lines_updated = models.PositiveIntegerField(default=0, help_text="Took the place of what was there.")
    check_only = models.BooleanField(default=False, help_text="Only shows what would come in; nothing was changed.")
    mode = models.CharField(max_length=6, choices=ImportMode.choices, default=ImportMode.ADD)
    decimal = models.CharField(max_length=5, choices=[(each, each) for each in DECIMALS], blank=True)
    dates = models.CharField(max_length=11, choices=[(each, each) for each in DATES], blank=True)
    first_rows = models.JSONField(default=list, help_text="The first lines as they were understood.")
    notices = models.JSONField(default=list, help_text="What to know of lines that went in: [{line, reason}].")
    problems = models.JSONField(default=list, help_text="The first 1,000 bad lines: [{line, reason}].")
    error = models.CharField(max_length=250, blank=True, help_text="Why the whole file was refused.")
    finished_at = models.DateTimeField(null=True, blank=True)
    heartbeat_at = models.DateTimeField(null=True, blank=True, help_text="When its worker was last heard of.")
    attempts = models.PositiveSmallIntegerField(default=0)
    steps: Any  # the child's `ImportStep` rows

    class Meta:
        abstract = True
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.original_name} {self.status}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Each save while it runs, one a batch, is a sign of life."""
        if self.status == self.Status.RUNNING:
            self.heartbeat_at = clock.now()
        super().save(*args, **kwargs)

    def begin(self) -> None:
        """Count from the first line: what an attempt before brought in is there, and is passed over."""
        self.lines_read = self.lines_imported = self.lines_skipped = self.lines_refused = self.lines_updated = 0
        self.first_rows, self.notices, self.problems = [], [], []

    @property
    def told(self) -> Told:
        """What was said about how the file writes."""
        return Told(self.decimal, self.dates)

    def note(self, row: Row, reason: str) -> None:
        """Keep what was wrong with a line, of the first thousand."""
        if len(self.problems) < PROBLEMS_KEPT:
            self.problems.append({"line": row.line, "reason": reason})

    def notice(self, line: int, reason: str) -> None:
        """Keep what to know of a line that went in; of the whole file with the line 0."""
        if len(self.notices) < PROBLEMS_KEPT:
            self.notices.append({"line": line, "reason": reason})

    def show(self, understood: dict[str, str]) -> None:
        """Keep a line as it was understood, of the first ten."""
        if len(self.first_rows) < ROWS_SHOWN:
            self.first_rows.append(understood)


J = TypeVar("J", bound=ImportJob)


def upload(model: type[J], caller: Caller, file: UploadedFile[bytes], columns: Columns, **options: Any) -> J:
    """Keep a file to import, looking at its beginning alone: all else is its job's.

    Raises `FileRefused` when that holds no line that could be read, or one in two ways.
    """
    caller.require(*MANAGEMENT)
    if looked_at := beginning(cast(IO[bytes], file)):
        start, is_whole = looked_at
        told = Told(options.get("decimal", ""), options.get("dates", ""))
        refuse_doubtful(Table(start, columns), told, is_whole=is_whole)
    file.seek(0)
    name, file.name = (file.name or "")[:250], uuid.uuid4().hex  # what a shop calls its file is no path of ours
    job: J = model._default_manager.create(  # type: ignore[assignment]
        business_id=caller.business_id,
        by_id=caller.membership_id,
        file=file,
        original_name=name,
        **options,
    )
    return job


def work_through(model: type[J], import_id: str, columns: Columns, bring_in: Callable[[J, Table], Any]) -> None:
    """Bring in the file of a waiting import, once; whatever stops it, its row says so. The file is not kept."""
    waiting = model._default_manager.filter(pk=import_id, status=ImportJob.Status.WAITING)
    if not waiting.update(status=ImportJob.Status.RUNNING, heartbeat_at=clock.now(), attempts=models.F("attempts") + 1):
        return
    job: J = model._default_manager.get(pk=import_id)  # type: ignore[assignment]
    job.begin()
    opened = job.file.open("rb")  # where it cannot be reached the import is taken up again, within minutes
    try:
        with opened as file:
            table = Table(file, columns, seconds=MOST_SECONDS)
            job.lines_total = table.count_lines()
            run(job, table, bring_in)
    except FileRefused as refused:
        job.status, job.error, job.finished_at = ImportJob.Status.FAILED, refused.message[:250], clock.now()
    finally:
        job.file.delete(save=False)
        job.save()


def run(job: J, table: Table, bring_in: Callable[[J, Table], Any]) -> None:
    """Bring in an open file, or with `check_only` go through all of it and leave nothing. The job tells the outcome."""
    try:
        with transaction.atomic() if job.check_only else nullcontext():
            bring_in(job, table)
            if job.check_only:
                transaction.set_rollback(True)
        job.status = ImportJob.Status.DONE
    except FileRefused as refused:
        job.status, job.error = ImportJob.Status.FAILED, refused.message[:250]
    except Exception:
        job.status = ImportJob.Status.FAILED
        job.error = "Something went wrong on our side; upload it again, what came in already is passed over."
        raise
    finally:
        job.finished_at = clock.now()
        job.save()
        kind = type(job).__name__
        log.info("imported", of=kind, status=job.status, lines=job.lines_read, refused=job.lines_refused)


def withdraw(model: type[ImportJob], business_id: uuid.UUID, why: str) -> int:
    """End the imports of a business that wait, and delete their files once that is committed; how many.

    Raises `Conflict` while one runs.
    """
    of = model._default_manager.filter(business_id=business_id)
    waiting = list(of.filter(status=ImportJob.Status.WAITING).select_for_update(of=("self",)))
    for job in waiting:
        transaction.on_commit(partial(job.file.storage.delete, str(job.file.name)))
        job.status, job.error, job.file, job.finished_at = ImportJob.Status.FAILED, why, "", clock.now()
        job.save(update_fields=["status", "error", "file", "finished_at"])
    if of.filter(status=ImportJob.Status.RUNNING).exists():
        raise Conflict("A file that may mention them is being imported; please try again in a few minutes.")
    return len(waiting)


def undo(
    model: type[J],
    business_id: uuid.UUID,
    import_id: uuid.UUID,
    *,
    documents: Sequence[type[models.Model]],
    names: Sequence[type[models.Model]],
) -> J:
    """Take back all that an import did; what of `names` is used since stays, and is told.

    To be run in a transaction that holds the lock of the business, which every import takes.

    Raises `NotFound`, and `Conflict` while it runs, for one that is undone, or where something was built on it.
    """
    jobs = cast("TenantQuerySet[J]", model._default_manager.select_for_update())
    job = jobs.get_or_404(business_id, import_id)
    if job.check_only or job.status not in (ImportJob.Status.DONE, ImportJob.Status.FAILED):
        raise Conflict(f"This import is {job.get_status_display().lower()}: there is nothing to undo.")
    mine = list(job.steps.order_by("-number"))
    _refuse_built_upon(job, mine)
    kept = take_back(mine, documents=documents, names=names)
    job.status, job.finished_at = ImportJob.Status.UNDONE, clock.now()
    if kept:
        job.notice(0, f"{kept} of the names that came in are used since, and stay")
    job.save()
    log.info("import undone", of=model.__name__, kept=kept)
    return job


def _refuse_built_upon(job: ImportJob, mine: list[ImportStep]) -> None:
    """A later import that changed what this one brought must be undone first."""
    steps = job.steps.model.objects.of(job.business_id)
    later = steps.filter(job__created_at__gt=job.created_at)
    rows = touched(mine)
    for step in later.exclude(job__status=ImportJob.Status.UNDONE).iterator():
        if any(not rows.isdisjoint(changed) for changed in step.changed.values()):
            raise Conflict("A later import changed what this one brought: undo that one first.")


def take_up_abandoned(model: type[ImportJob], enqueue: Callable[[str], Any]) -> int:
    """Queue again the imports whose worker has died, or give them up after three attempts; how many.

    For the periodic job. An import whose row is locked is alive: a check holds one transaction to its end.
    """
    with transaction.atomic():
        silent = models.Q(heartbeat_at__lt=clock.now() - SILENT) | models.Q(heartbeat_at=None)
        running = model._default_manager.filter(silent, status=ImportJob.Status.RUNNING)
        found = list(running.select_for_update(skip_locked=True, of=("self",)))
        for job in found:
            _give_up(job) if job.attempts >= MOST_ATTEMPTS else _wait_again(job)
    for job in found:
        if job.status == ImportJob.Status.WAITING:
            enqueue(str(job.pk))
    return len(found)


def _wait_again(job: ImportJob) -> None:
    job.status = ImportJob.Status.WAITING
    job.save(update_fields=["status"])
    log.warning("import taken up again", of=type(job).__name__, job=str(job.pk), attempts=job.attempts)


def _give_up(job: ImportJob) -> None:
    job.status, job.finished_at = ImportJob.Status.FAILED, clock.now()
    job.error = "The import stopped half-way; upload the file again, what came in already is passed over."
    job.file.delete(save=False)
    job.save()
    log.error("import given up", of=type(job).__name__, job=str(job.pk))
