"""Writing down what happens at a till: what tills send, and what the server sees itself."""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from accounts.models import Storefront
from common import clock, errors
from common.money import cedis
from common.tenancy import Caller, TenantModel
from inventory.models import Product
from sales.models import Sale, TillEvent, TillSession
from sales.services.drawer import OwnSessions, session_of
from sales.services.lines import PricedLine

Kind = TillEvent.Kind
FROM_TILLS = tuple(kind for kind in Kind if kind != Kind.OVERSOLD)
"""The kinds that tills send."""


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event as a till sends it."""

    client_id: str
    kind: str
    storefront_id: uuid.UUID
    at: dt.datetime
    till_id: uuid.UUID | None = None
    sale_id: uuid.UUID | None = None
    product_id: uuid.UUID | None = None
    quantity: Decimal | None = None
    amount: Decimal | None = None
    note: str = ""


def record_events(caller: Caller, events: Sequence[NewEvent]) -> list[TillEvent]:
    """Keep the events of a till, each once for its `client_id`; the rows, old and new, in the order sent.

    A moment to come is taken for now. Seven queries for any number. Raises `InvalidInput` naming the event.
    """
    for event in events:
        caller.require_storefront(event.storefront_id)
    _check_ids(caller, events)
    now = clock.now()
    own = OwnSessions(caller, since=min([event.at for event in events], default=now))
    rows = [_row(caller, event, now, own) for event in events]
    TillEvent.objects.bulk_create(rows, ignore_conflicts=True)
    kept = TillEvent.objects.of(caller.business_id).filter(client_id__in=[event.client_id for event in events])
    by_client_id = {row.client_id: row for row in kept}
    return [by_client_id[event.client_id] for event in events]


def overrides(caller: Caller, sale: Sale, goods: Iterable[PricedLine]) -> list[TillEvent]:
    """An event for each line that is sold at another price than the listed one, to be written with the sale."""
    return [
        _seen(
            caller,
            Kind.PRICE_OVERRIDDEN,
            sale,
            product=line.product,
            quantity=line.quantity,
            amount=cedis((line.list_price - line.unit_price) * line.quantity),
        )
        for line in goods
        if line.unit_price != line.list_price
    ]


def oversold(caller: Caller, sale: Sale, missing: dict[uuid.UUID, Decimal]) -> list[TillEvent]:
    """An event for each product that a till without a connection sold beyond the recorded stock, in units."""
    return [
        _seen(caller, Kind.OVERSOLD, sale, product_id=product_id, quantity=units)
        for product_id, units in missing.items()
    ]


def note_refused_discount(caller: Caller, storefront_id: uuid.UUID, amount: Decimal) -> None:
    """Write down that a cashier asked for more off than cashiers may give."""
    TillEvent.objects.create(
        business_id=caller.business_id,
        kind=Kind.DISCOUNT_REFUSED,
        storefront_id=storefront_id,
        session_id=session_of(caller, storefront_id, till_id=None),
        by_id=caller.membership_id,
        at=clock.now(),
        amount=amount,
    )


def note_printed(caller: Caller, sale_id: uuid.UUID) -> None:
    """A receipt was printed; from the second time on that is written down. The sale is the caller's to see."""
    sales = Sale.objects.of(caller.business_id)
    if sales.filter(pk=sale_id, printed_at=None).update(printed_at=clock.now()):
        return
    sale = sales.get(pk=sale_id)
    event = _seen(caller, Kind.RECEIPT_REPRINTED, sale, amount=sale.total)
    event.at, event.session_id = clock.now(), session_of(caller, sale.storefront_id, till_id=None)
    event.save()


def _seen(caller: Caller, kind: Kind, sale: Sale, **more: Any) -> TillEvent:
    return TillEvent(
        business_id=caller.business_id,
        kind=kind,
        storefront_id=sale.storefront_id,
        session_id=sale.till_session_id,
        by_id=caller.membership_id,
        at=sale.sold_at,
        sale=sale,
        **more,
    )


def _row(caller: Caller, event: NewEvent, now: dt.datetime, own: OwnSessions) -> TillEvent:
    at = min(event.at, now)
    return TillEvent(
        business_id=caller.business_id,
        kind=event.kind,
        storefront_id=event.storefront_id,
        session_id=event.till_id or own.at(event.storefront_id, at),
        by_id=caller.membership_id,
        at=at,
        sale_id=event.sale_id,
        product_id=event.product_id,
        quantity=event.quantity,
        amount=event.amount,
        note=event.note,
        client_id=event.client_id,
    )


def _check_ids(caller: Caller, events: Sequence[NewEvent]) -> None:
    models: dict[str, type[TenantModel]] = {
        "storefront_id": Storefront,
        "till_id": TillSession,
        "sale_id": Sale,
        "product_id": Product,
    }
    for field, model in models.items():
        named = [getattr(event, field) for event in events]
        rows = model.objects.of(caller.business_id).filter(pk__in=[pk for pk in named if pk])
        there = set(rows.values_list("pk", flat=True))
        for number, pk in enumerate(named):
            if pk is not None and pk not in there:
                raise errors.InvalidInput(
                    f"Event {number + 1}: there is nothing with this id.",
                    fields={"events": {str(number): {field: ["There is nothing with this id."]}}},
                )
