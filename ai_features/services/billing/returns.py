"""Credits given back to the lots they came from, when an answer was to another question than the one asked."""

import uuid
from decimal import Decimal

from ai_features.models import AITransaction, LedgerEntry
from ai_features.services.billing import accounts, lots
from common import clock, money
from common.errors import Conflict

Kind = LedgerEntry.Kind


def give_back(row: AITransaction, *, by_id: uuid.UUID | None) -> Decimal:
    """Put what a request was charged back into its lots; the credits that came back. Call it in a transaction.

    What comes back to a lot that has expired meanwhile expires, and is void in one that was taken back. Raises
    `Conflict` when it was given back before.
    """
    account = accounts.locked(row.business_id)
    entries = list(row.entries.select_related("lot").order_by("id"))
    if any(entry.kind == Kind.RETURN for entry in entries):
        raise Conflict("These credits have already been given back.")
    returned = money.ZERO
    for entry in entries:
        lot, credits = entry.lot, -entry.credits
        lot.remaining += credits
        lot.save(update_fields=["remaining"])
        LedgerEntry.objects.create(
            business_id=row.business_id,
            lot=lot,
            kind=Kind.RETURN,
            credits=credits,
            transaction=row,
            by_id=by_id,
            reason="A question was misunderstood",
        )
        account.balance += credits
        account.total_used -= credits
        returned += credits
        lots.expire_lots(account, [lot], clock.now())
    account.expires_at = accounts.next_expiry(row.business_id, clock.now())
    accounts.save(account)
    return returned
