"""Making a copy in the background."""

import tempfile
import uuid

import structlog
from django.core.files import File
from django_tasks import task

from accounts.models import Export
from accounts.services import exports
from app.exports.tables import tables
from app.exports.writing import write
from common import clock
from common.tenancy import Caller, TenantQuerySet

log = structlog.get_logger("app.exports")
Status = Export.Status


def copies(business_id: uuid.UUID) -> TenantQuerySet[Export]:
    """The copies that were asked for, with who asked."""
    return Export.objects.of(business_id).select_related("by")


def start(caller: Caller, *, customer_id: uuid.UUID | None = None) -> Export:
    """Queue a copy of the business, or of one customer. Raises as `exports.ask`."""
    export = exports.ask(caller, customer_id=customer_id)
    make_export.enqueue(str(export.pk))
    export.refresh_from_db()
    return export


@task()
def make_export(export_id: str) -> None:
    """Make a waiting copy, once; whatever stops it, its row says so."""
    if not Export.objects.filter(pk=export_id, status=Status.WAITING).update(status=Status.RUNNING):
        return
    export = Export.objects.get(pk=export_id)
    try:
        _make(export)
    except Exception:
        Export.objects.filter(pk=export.pk).update(status=Status.FAILED, finished_at=clock.now())
        raise


def _make(export: Export) -> None:
    with tempfile.TemporaryFile() as file:
        export.rows = write(file, tables(export.business_id, export.customer_id))
        file.seek(0)
        export.file.save(f"{uuid.uuid4().hex}.zip", File(file), save=False)
    now = clock.now()
    done = {"file": export.file.name, "rows": export.rows, "finished_at": now, "expires_at": now + exports.KEPT_FOR}
    still_wanted = Export.objects.filter(pk=export.pk, status=Status.RUNNING)
    if not still_wanted.update(status=Status.DONE, **done):  # somebody was erased while it was made
        export.file.delete(save=False)
    log.info("exported", rows=export.rows, of_customer=export.customer_id is not None)
