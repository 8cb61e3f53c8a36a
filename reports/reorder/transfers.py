"""Stock of one storefront that another needs before it can be bought."""

import math
import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from common import money
from reports.reorder.line import Action, Line

TRIP_COST = Decimal(20)


@dataclass(frozen=True)
class Move:
    """Whole units of one product from one storefront to another, and the margin in GHS that they save."""

    line: Line
    donor: Line
    units: float
    saves: Decimal

    @property
    def from_storefront_id(self) -> uuid.UUID:
        return self.donor.storefront_id


def transfers(lines: Iterable[Line], *, trip_cost: Decimal = TRIP_COST) -> list[Move]:
    """What to move before anything is bought, the largest saving first; the lines are changed accordingly.

    A donor keeps its reorder point, or, where its own order goes out today, what lasts until that comes: it then orders
    what it gives. A receiver is one that runs out before a delivery can come. Between two storefronts nothing moves
    unless all of it together saves more than the trip costs.
    """
    of_product: dict[uuid.UUID, list[Line]] = defaultdict(list)
    for line in lines:
        of_product[line.product.pk].append(line)
    wanted = [move for held in of_product.values() if len(held) > 1 for move in _moves(held)]
    trips: dict[tuple[uuid.UUID, uuid.UUID], Decimal] = defaultdict(Decimal)
    for move in wanted:
        trips[move.from_storefront_id, move.line.storefront_id] += move.saves
    worth = [m for m in wanted if trips[m.from_storefront_id, m.line.storefront_id] > trip_cost]
    for move in worth:
        _apply(move)
    return sorted(worth, key=lambda move: (-move.saves, move.line.product.name, str(move.line.storefront_id)))


def _moves(held: list[Line]) -> Iterable[Move]:
    short = [line for line in held if line.action == Action.ORDER and (line.cover_days or 0) < line.lead_days]
    if not short:
        return
    spare = {line.storefront_id: line.spare for line in held if line not in short}
    for line in sorted(short, key=lambda line: -line.shortage):
        need = line.suggested
        for donor in sorted(held, key=lambda each: (-spare.get(each.storefront_id, 0), str(each.storefront_id))):
            units = min(spare.get(donor.storefront_id, 0), math.floor(need))
            if units < 1:
                continue
            spare[donor.storefront_id] -= units
            need -= units
            missed = Decimal(min(units, math.ceil(line.shortage)))
            yield Move(line, donor, units, money.cedis(line.unit_margin * missed))


def _apply(move: Move) -> None:
    line, donor = move.line, move.donor
    line.moved += move.units
    line.suggested = line.orderable(line.suggested - move.units)
    if line.suggested <= 0:
        line.action = Action.TRANSFER
    donor.given += move.units
    if donor.suggested:
        donor.suggested = donor.orderable(donor.order_up_to - donor.position + donor.given)
