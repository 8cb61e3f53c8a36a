"""May this customer buy on account: the limit, the hold, and who may say otherwise."""

import uuid
from decimal import Decimal

from common import errors
from common.money import plain
from common.tenancy import MANAGEMENT, Caller
from sales.models import Customer


def approve(
    caller: Caller, customer: Customer, *, amount: Decimal, outstanding: Decimal, reason: str
) -> uuid.UUID | None:
    """The member who answers for `amount` GHS more on account, or None where the limit covers it.

    The caller holds the customer's lock. `outstanding` is net of the customer's own credit. Raises
    `CreditLimitExceeded`, `Conflict` for a customer on hold, and `NotAllowed` where a cashier would decide.
    """
    if reason and caller.role not in MANAGEMENT:
        raise errors.NotAllowed("Only an owner or manager may approve credit beyond the limit.")
    if customer.credit_hold and not reason:
        raise errors.Conflict(
            f"{customer.name} is on credit hold; an owner or manager can approve this sale with a reason."
        )
    if customer.credit_limit is None:
        caller.require(*MANAGEMENT)
        return caller.membership_id
    within = outstanding + amount <= customer.credit_limit
    if within and not customer.credit_hold:
        return None
    if not reason:
        raise _exceeded(customer, amount, outstanding, customer.credit_limit)
    return caller.membership_id


def _exceeded(customer: Customer, amount: Decimal, outstanding: Decimal, limit: Decimal) -> errors.CreditLimitExceeded:
    headroom = max(limit - outstanding, Decimal(0))
    return errors.CreditLimitExceeded(
        f"{customer.name} may take GHS {headroom:,.2f} more on account; this sale needs GHS {amount:,.2f}.",
        credit_limit=plain(limit),
        outstanding=plain(outstanding),
        headroom=plain(headroom),
    )
