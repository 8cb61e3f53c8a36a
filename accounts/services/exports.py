"""Copies of a business's data: asked for, made in the background, kept for some days, then deleted."""

import datetime as dt
import uuid

import structlog
from django.db import IntegrityError, transaction

from accounts.models import Export
from accounts.services import audit
from common import clock, errors
from common.tenancy import Caller, Role

log = structlog.get_logger("accounts.exports")
KEPT_FOR = dt.timedelta(days=7)
ABANDONED_AFTER = dt.timedelta(hours=6)
A_DAY = 5


def ask(caller: Caller, *, customer_id: uuid.UUID | None) -> Export:
    """A copy that waits to be made. Raises `Conflict` while another is, and after `A_DAY` of them in a day."""
    caller.require(Role.OWNER)
    since = clock.now() - dt.timedelta(days=1)
    if Export.objects.of(caller.business_id).filter(created_at__gt=since).count() >= A_DAY:
        raise errors.Conflict(f"{A_DAY} copies were made in a day; please try again tomorrow.")
    with transaction.atomic():
        try:
            with transaction.atomic():
                export = Export.objects.create(
                    business_id=caller.business_id, by_id=caller.membership_id, customer_id=customer_id
                )
        except IntegrityError as busy:
            raise errors.Conflict("A copy is being made already; wait until it is done.") from busy
        audit.record(caller, audit.Action.EXPORTED, subject_id=customer_id, export=export.pk)
    return export


def file_of(caller: Caller, export_id: uuid.UUID) -> Export:
    """A finished copy whose file is still there. Raises `NotFound`, and `Conflict` while it is being made."""
    caller.require(Role.OWNER)
    export = Export.objects.get_or_404(caller.business_id, export_id)
    if export.status in (Export.Status.WAITING, Export.Status.RUNNING):
        raise errors.Conflict("This copy is still being made.")
    if not export.file or not export.file.storage.exists(str(export.file.name)):
        raise errors.NotFound("This copy is no longer kept; ask for a new one.")
    return export


def forget(business_id: uuid.UUID) -> int:
    """Delete every file of a business, for data that was erased since, and end what is being made; how many files."""
    Export.objects.of(business_id).filter(status=Export.Status.RUNNING).update(
        status=Export.Status.FAILED, finished_at=clock.now()
    )
    return sum(map(_delete_file, Export.objects.of(business_id).exclude(file="")))


def forget_old() -> int:
    """Delete files that were kept long enough, give up copies whose worker died; how many. For the periodic job."""
    now = clock.now()
    dead = Export.objects.filter(
        status__in=[Export.Status.WAITING, Export.Status.RUNNING], created_at__lt=now - ABANDONED_AFTER
    )
    given_up = dead.update(status=Export.Status.FAILED, finished_at=now)
    return given_up + sum(map(_delete_file, Export.objects.filter(expires_at__lte=now).exclude(file="")))


def _delete_file(export: Export) -> int:
    export.file.delete(save=False)
    export.file = ""
    export.save(update_fields=["file"])
    return 1
