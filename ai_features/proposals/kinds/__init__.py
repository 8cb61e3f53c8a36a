"""Every kind of proposal, by its name."""

from typing import Final

from ai_features.models import Proposal
from ai_features.proposals.kind import Kind
from ai_features.proposals.kinds import credit, price_change, purchase_order, reminder, transfer

KINDS: Final[dict[Proposal.Kind, Kind]] = {
    kind.name: kind
    for kind in (
        reminder.KIND,
        purchase_order.KIND,
        transfer.KIND,
        price_change.KIND,
        credit.LIMIT,
        credit.HOLD,
    )
}
