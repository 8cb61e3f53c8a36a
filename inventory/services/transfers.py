"""Goods that go from one storefront to another."""

import uuid
from collections.abc import Sequence

from django.db import transaction

from accounts.models import Storefront
from common import clock, errors
from common.tenancy import MANAGEMENT, Caller
from inventory.models import StockMovement, Transfer
from inventory.services.batches import carry
from inventory.services.counted_units import refuse_divided
from inventory.services.stock import StockLine, move_stock


@transaction.atomic
def transfer_stock(
    caller: Caller,
    *,
    from_storefront_id: uuid.UUID,
    to_storefront_id: uuid.UUID,
    lines: Sequence[StockLine],
    note: str = "",
) -> Transfer:
    """Take the lines' positive quantities out of one storefront and into the other, all or nothing.

    Raises `OutOfStock`, `NotFound`, and `InvalidInput` for one storefront twice, a closed one to send to, or
    a product that keeps no stock.
    """
    caller.require(*MANAGEMENT)
    _check_storefronts(caller.business_id, from_storefront_id, to_storefront_id)
    refuse_divided(caller.business_id, [(line.product_id, line.quantity) for line in lines])
    transfer = Transfer.objects.create(
        business_id=caller.business_id,
        from_storefront_id=from_storefront_id,
        to_storefront_id=to_storefront_id,
        by_id=caller.membership_id,
        note=note,
        at=clock.now(),
    )
    out = [StockLine(line.product_id, -line.quantity, line.unit_cost) for line in lines]
    ways = [(from_storefront_id, out), (to_storefront_id, list(lines))]
    moved: dict[uuid.UUID, list[StockMovement]] = {}
    for storefront_id, part in sorted(ways):  # in id order, so that two opposite transfers cannot lock each other out
        moved[storefront_id] = _move(caller, transfer, storefront_id, part)
    if len(moved[to_storefront_id]) < len(lines):
        raise errors.InvalidInput.field("lines", "A product that keeps no stock cannot be sent.")
    carry(moved[from_storefront_id], moved[to_storefront_id])
    return transfer


def _move(
    caller: Caller, transfer: Transfer, storefront_id: uuid.UUID, lines: Sequence[StockLine]
) -> list[StockMovement]:
    kind, reason = StockMovement.Kind.TRANSFER, transfer.note
    return move_stock(
        caller, storefront_id=storefront_id, lines=lines, kind=kind, reason=reason, at=transfer.at, transfer=transfer
    )


def _check_storefronts(business_id: uuid.UUID, source: uuid.UUID, target: uuid.UUID) -> None:
    if source == target:
        raise errors.InvalidInput.field("to_storefront_id", "Choose two different storefronts.")
    known = dict(Storefront.objects.of(business_id).filter(pk__in=[source, target]).values_list("pk", "is_active"))
    if len(known) < 2:
        raise errors.NotFound
    if not known[target]:
        raise errors.InvalidInput.field("to_storefront_id", "This storefront is closed.")
