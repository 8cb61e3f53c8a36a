"""Taking what a till did without a connection: each item once, in order, or refused with its reason."""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import structlog
from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from common import clock, errors
from common.tenancy import Caller, TenantModel
from sales.models import Payment, Sale, TillEvent
from sales.services.client_ids import same_sale
from sales.services.desk_of_many import DeskOfMany
from sales.services.offline import Offline
from sales.services.payments import record_payment
from sales.services.selling import sell
from sales.services.till_events import NewEvent, record_events

log = structlog.get_logger("sales")
TOGETHER = 100
"""Items in one transaction: others wait for the invoice counter no longer than these take."""
BROKEN = "This does not fit what is recorded; please tell support."
CLOCK_MAY_BE_OFF = dt.timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class OfflineItem:
    """One sale, payment or event; `fields` as its service takes them, or None with the `problem` of the body."""

    client_id: str
    kind: str
    at: dt.datetime
    fields: dict[str, Any] | None
    problem: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an item: `taken`, `repeated` (taken before) or `refused` with its `error`.

    `flags`: `oversold`, where the stock was sold twice, and `clock`, where its moment was put right.
    """

    client_id: str
    status: str
    id: uuid.UUID | None = None
    error: dict[str, Any] | None = None
    flags: list[str] = field(default_factory=list)


def clock_offset(device_time: dt.datetime | None) -> dt.timedelta:
    """By how much the till's clock is ahead, when it is off by more than two minutes; else nothing."""
    ahead = device_time - clock.now() if device_time else dt.timedelta()
    return ahead if abs(ahead) > CLOCK_MAY_BE_OFF else dt.timedelta()


def take_offline(caller: Caller, items: Sequence[OfflineItem], *, ahead: dt.timedelta) -> list[Outcome]:
    """Take the items in their order; moments are put right by how far the till's clock is `ahead`, and to now at most.

    What was committed stays taken when a later part fails, and is `repeated` when the till sends it all again.
    """
    outcomes: list[Outcome] = []
    for start in range(0, len(items), TOGETHER):
        part = items[start : start + TOGETHER]
        try:
            outcomes += _taken(caller, part, ahead)
        except IntegrityError:  # one of them: it alone is refused
            for item in part:
                outcomes += _taken_alone(caller, item, ahead)
    return outcomes


def _taken_alone(caller: Caller, item: OfflineItem, ahead: dt.timedelta) -> list[Outcome]:
    try:
        return _taken(caller, [item], ahead)
    except IntegrityError:
        log.exception("offline_item_broken", kind=item.kind, client_id=item.client_id)
        error = {"error": errors.Conflict.code, "message": BROKEN}
        return [Outcome(item.client_id, "refused", error=error)]


@transaction.atomic
def _taken(caller: Caller, items: Sequence[OfflineItem], ahead: dt.timedelta) -> list[Outcome]:
    part = _Part(caller, items, ahead)
    outcomes = [part.outcome(item) for item in items]
    part.desk.save()
    return outcomes


class _Part:
    """Items that are taken in one transaction; all that they need is locked, in the order that everyone keeps."""

    def __init__(self, caller: Caller, items: Sequence[OfflineItem], ahead: dt.timedelta) -> None:
        self._caller, self._ahead, self._now = caller, ahead, clock.now()
        good = [item for item in items if item.fields is not None]
        sales = [self._sale(item) for item in good if item.kind == "sale"]
        customers = {item.fields["customer_id"] for item in good if item.fields and item.fields.get("customer_id")}
        self.desk = DeskOfMany(caller, sales, customer_ids=customers)
        self._known = _known(caller, good)

    def outcome(self, item: OfflineItem) -> Outcome:
        if item.fields is None:
            return Outcome(item.client_id, "refused", error=item.problem)
        before = self._known.get((item.kind, item.client_id))
        flags = ["clock"] if self._at(item) != item.at else []
        try:
            row = self._take(item, flags, before=before)
        except errors.DomainError as problem:
            error = {"error": problem.code, "message": problem.message, **problem.extra}
            return Outcome(item.client_id, "refused", error=error)
        self._known[item.kind, item.client_id] = row
        return Outcome(item.client_id, "repeated" if before else "taken", id=row.pk, flags=[] if before else flags)

    def _take(self, item: OfflineItem, flags: list[str], *, before: TenantModel | None) -> TenantModel:
        """Sales wait at the desk to be written together; whatever else comes between them finds them written."""
        if item.kind == "sale" and before is None:
            return self._sold(item, flags)
        self.desk.save()
        with transaction.atomic():
            if isinstance(before, Sale):
                return same_sale(before, self._sale(item)["lines"])
            if item.kind == "payment":
                return record_payment(self._caller, **self._fields(item, "received_at"), offline=True)
            return record_events(self._caller, [NewEvent(**self._fields(item, "at"))])[0]

    def _sold(self, item: OfflineItem, flags: list[str]) -> Sale:
        try:
            return sell(self.desk, **self._sale(item), offline=Offline())
        except errors.OutOfStock:
            flags.append("oversold")
            return sell(self.desk, **self._sale(item), offline=Offline(oversell=True))

    def _sale(self, item: OfflineItem) -> dict[str, Any]:
        return self._fields(item, "sold_at")

    def _fields(self, item: OfflineItem, moment: str) -> dict[str, Any]:
        return {**(item.fields or {}), "client_id": item.client_id, moment: self._at(item)}

    def _at(self, item: OfflineItem) -> dt.datetime:
        """When it was done, by our clock."""
        return min(item.at - self._ahead, self._now)


def _known(caller: Caller, items: Iterable[OfflineItem]) -> dict[tuple[str, str], TenantModel]:
    """What of the items was taken before, by kind and `client_id`. A query for each kind, two for sales."""
    found: dict[tuple[str, str], TenantModel] = {}
    for kind, rows in _rows(caller.business_id).items():
        if ids := [item.client_id for item in items if item.kind == kind]:
            found |= {(kind, row.client_id): row for row in rows.filter(client_id__in=ids)}
    return found


def _rows(business_id: uuid.UUID) -> dict[str, QuerySet[Any]]:
    return {
        "sale": Sale.objects.of(business_id).prefetch_related("lines"),
        "payment": Payment.objects.of(business_id),
        "event": TillEvent.objects.of(business_id),
    }
