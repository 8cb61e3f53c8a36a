"""Taking what a till did without a connection: each item once, in order, or refused with its reason."""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from accounts.models import Storefront
from common import clock, errors
from common.tenancy import Caller, TenantModel
from inventory.models import Product
from inventory.services.stock import lock_stock
from sales.models import Customer, Payment, Sale, TillEvent
from sales.services.numbers import lock_counter
from sales.services.offline import Offline
from sales.services.payments import record_payment
from sales.services.selling import record_sale
from sales.services.till_events import NewEvent, record_events

KINDS: dict[str, Any] = {"sale": Sale, "payment": Payment, "event": TillEvent}
TOGETHER = 25
"""Items in one transaction: others wait for the invoice counter no longer than these take."""
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
        with transaction.atomic():
            _lock(caller, part)
            known = _known(caller, part)
            outcomes += [_outcome(caller, item, known, ahead) for item in part]
    return outcomes


def _outcome(
    caller: Caller, item: OfflineItem, known: dict[tuple[str, str], uuid.UUID], ahead: dt.timedelta
) -> Outcome:
    if item.fields is None:
        return Outcome(item.client_id, "refused", error=item.problem)
    before = known.get((item.kind, item.client_id))
    at = min(item.at - ahead, clock.now())
    flags = ["clock"] if at != item.at else []
    try:
        row = _TAKE[item.kind](caller, item, at, flags)
    except errors.DomainError as problem:
        error = {"error": problem.code, "message": problem.message, **problem.extra}
        return Outcome(item.client_id, "refused", error=error)
    known[item.kind, item.client_id] = row.pk
    return Outcome(item.client_id, "repeated" if before else "taken", id=row.pk, flags=[] if before else flags)


def _take_sale(caller: Caller, item: OfflineItem, at: dt.datetime, flags: list[str]) -> TenantModel:
    fields = {**(item.fields or {}), "client_id": item.client_id, "sold_at": at}
    try:
        return record_sale(caller, **fields, offline=Offline())
    except errors.OutOfStock:
        flags.append("oversold")
        return record_sale(caller, **fields, offline=Offline(oversell=True))


def _take_payment(caller: Caller, item: OfflineItem, at: dt.datetime, flags: list[str]) -> TenantModel:
    fields = {**(item.fields or {}), "client_id": item.client_id, "received_at": at}
    with transaction.atomic():
        return record_payment(caller, **fields, offline=True)


def _take_event(caller: Caller, item: OfflineItem, at: dt.datetime, flags: list[str]) -> TenantModel:
    with transaction.atomic():
        return record_events(caller, [NewEvent(**{**(item.fields or {}), "client_id": item.client_id, "at": at})])[0]


_TAKE = {"sale": _take_sale, "payment": _take_payment, "event": _take_event}


def _known(caller: Caller, items: Iterable[OfflineItem]) -> dict[tuple[str, str], uuid.UUID]:
    """What of the items was taken before, by kind and `client_id`. A query for each kind."""
    found: dict[tuple[str, str], uuid.UUID] = {}
    for kind, model in KINDS.items():
        if ids := [item.client_id for item in items if item.kind == kind]:
            rows = model.objects.of(caller.business_id).filter(client_id__in=ids).values_list("client_id", "pk")
            found |= {(kind, client_id): pk for client_id, pk in rows}
    return found


def _lock(caller: Caller, items: Iterable[OfflineItem]) -> None:
    """All that the items will lock, in the order that everyone keeps: customers, stock, invoice counter."""
    named = [item.fields for item in items if item.fields and item.kind != "event"]
    customers = {fields["customer_id"] for fields in named if fields.get("customer_id")}
    rows = Customer.objects.of(caller.business_id).filter(pk__in=customers).order_by("pk")
    list(rows.select_for_update(no_key=True).values_list("pk"))
    goods = {
        (fields["storefront_id"], line.product_id)
        for fields in named
        if fields.get("lines")
        for line in fields["lines"]
    }
    products = set(
        Product.objects.of(caller.business_id).filter(pk__in={pk for _, pk in goods}).values_list("pk", flat=True)
    )
    places = Storefront.objects.of(caller.business_id).filter(pk__in={place for place, _ in goods}).order_by("pk")
    for place in places.values_list("pk", flat=True):
        lock_stock(caller.business_id, place, {pk for there, pk in goods if there == place and pk in products})
    lock_counter(caller.business_id)
