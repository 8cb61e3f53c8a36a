"""What the reorder plan says of one product, at all its storefronts together."""

import uuid
from collections.abc import Mapping, Sequence
from typing import Final, Literal

from pydantic import BaseModel

from reports.reorder import Action, Line, Urgency
from reports.reorder.line import in_packs

Told = Literal["REORDER", "MONITOR", "REDUCE_STOCK", "NO_ACTION"]
SOON: Final = 1.25
_TOLD: Final[dict[Action, Told]] = {
    Action.ORDER: "REORDER",
    Action.TRANSFER: "MONITOR",
    Action.DEAD: "REDUCE_STOCK",
    Action.OVERSTOCK: "REDUCE_STOCK",
}


class Advice(BaseModel):
    """`suggested` units to buy, `moved` ones that another storefront gives; `batch` is what one order is for."""

    action: Told
    urgency: Urgency
    reasons: list[str]
    suggested: float
    moved: float
    reorder_point: float
    batch: float
    lead_days: float
    measured: int


def advice(lines: Sequence[Line], storefronts: Mapping[uuid.UUID, str]) -> Advice:
    """The most pressing line decides; quantities add up."""
    first = min(lines, key=_rank)
    reasons = [_reason(line, storefronts, alone=len(lines) == 1) for line in lines if line.why]
    return Advice(
        action=_told(first),
        urgency=first.urgency,
        reasons=reasons,
        suggested=sum(line.suggested for line in lines),
        moved=sum(line.moved for line in lines),
        reorder_point=sum(in_packs(line.reorder_point, 1) for line in lines),
        batch=first.orderable(sum(line.daily * line.order_days for line in lines)),
        lead_days=first.lead_days,
        measured=first.lead_receipts,
    )


def _reason(line: Line, storefronts: Mapping[uuid.UUID, str], *, alone: bool) -> str:
    return line.why if alone else f"{storefronts[line.storefront_id]}: {line.why}"


def _rank(line: Line) -> tuple[int, int, str]:
    return list(Urgency).index(line.urgency), list(Action).index(line.action), str(line.storefront_id)


def _told(line: Line) -> Told:
    if line.action in _TOLD:
        return _TOLD[line.action]
    near = line.daily > 0 and line.position <= SOON * line.reorder_point
    return "MONITOR" if near else "NO_ACTION"
