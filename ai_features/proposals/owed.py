"""What a customer owes, as JSON among the facts of a proposal."""

import datetime as dt
import uuid
from dataclasses import dataclass

from common import money
from reports import profiles


@dataclass(frozen=True, slots=True)
class Owed:
    """`late`: overdue and undisputed invoices, [id, GHS open]; `disputed`: ids; `oldest_due` of the late ones."""

    late: list[list[str]]
    disputed: list[str]
    oldest_due: dt.date | None


def owed_by(business_id: uuid.UUID, customer_id: uuid.UUID) -> Owed:
    """As of now, unused credit taken off. Three queries."""
    found = profiles.open_invoices(business_id, [customer_id]).get(customer_id, [])
    late = [each for each in found if each.days_overdue > 0 and not each.disputed]
    return Owed(
        late=[[str(each.id), money.plain(each.open)] for each in late],
        disputed=sorted(str(each.id) for each in found if each.disputed),
        oldest_due=min((each.due_on for each in late), default=None),
    )
