"""A customer's credit: a new limit, or no further sale on account."""

import datetime as dt
import uuid
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from ai_features.models import Proposal
from ai_features.proposals.kind import Facts, Kind, Payload, Wanted
from ai_features.proposals.kinds.reminder import lock
from ai_features.proposals.owed import owed_by
from common import clock, errors, money
from common.slips import confirm_amounts
from common.tenancy import Caller
from sales import queries
from sales.models import Customer
from sales.services import update_customer

LIVES: Final = dt.timedelta(days=7)
MOVED = {
    "there": "This customer is no longer listed.",
    "limit": "The customer's limit or hold was changed.",
    "owes": "What the customer owes has changed.",
    "promised": "The customer promised to pay, or broke a promise.",
    "disputed": "The customer disputes an invoice.",
}


def propose_limit(caller: Caller, inputs: Mapping[str, Any]) -> Wanted:
    """Raises `InvalidInput` for the limit that it has, and `ConfirmationRequired` for what looks like a slip."""
    customer, limit = inputs["customer_id"], inputs["credit_limit"]
    confirm_amounts([limit], field="credit_limit", confirmed=inputs.get("confirmed", False))
    if limit == customer.credit_limit:
        raise errors.InvalidInput.field("credit_limit", "This customer already has this limit.")
    old = "no limit" if customer.credit_limit is None else money.written(customer.credit_limit)
    summary = f"{{customer}}'s credit limit from {old} to {money.written(limit)}"
    return _wanted(Proposal.Kind.CREDIT_LIMIT, customer, summary, {"credit_limit": money.plain(limit)}, limit)


def propose_hold(caller: Caller, inputs: Mapping[str, Any]) -> Wanted:
    """Raises `Conflict` for a customer who is on hold."""
    customer = inputs["customer_id"]
    if customer.credit_hold:
        raise errors.Conflict("This customer is on hold already.")
    reason = inputs.get("reason", "")
    owed = money.cedis(queries.outstanding(customer.business_id, customer.pk))
    summary = f"No further sale on account to {{customer}}, who owes {money.written(owed)}"
    return _wanted(Proposal.Kind.CREDIT_HOLD, customer, summary, {"reason": reason}, owed)


def _wanted(kind: Proposal.Kind, customer: Customer, summary: str, what: Payload, amount: Decimal) -> Wanted:
    payload = {"customer_id": str(customer.pk)} | what
    found = facts(customer.business_id, payload)
    if not found["there"]:
        raise errors.Conflict(MOVED["there"])
    return Wanted(
        kind=kind,
        key=f"{kind}:{customer.pk}",
        summary=summary,
        payload=payload,
        facts=found,
        amount=amount,
        customer_id=customer.pk,
        expires_at=clock.now() + LIVES,
    )


def facts(business_id: uuid.UUID, payload: Payload) -> Facts:
    customer_id = uuid.UUID(payload["customer_id"])
    customer = Customer.objects.of(business_id).filter(pk=customer_id, erased_at=None).first()
    if customer is None:
        return {"there": False, "limit": [], "owes": "", "promised": [], "disputed": []}
    limit = "" if customer.credit_limit is None else money.plain(customer.credit_limit)
    promises = queries.promises(business_id).filter(customer_id=customer_id, status__in=("open", "broken"))
    return {
        "there": True,
        "limit": [limit, customer.credit_hold],
        "owes": money.plain(queries.outstanding(business_id, customer_id)),
        "promised": [[str(pk), status] for pk, status in promises.order_by("pk").values_list("pk", "status")],
        "disputed": owed_by(business_id, customer_id).disputed,
    }


def set_limit(caller: Caller, proposal: Proposal) -> str:
    limit = Decimal(proposal.payload["credit_limit"])
    update_customer(caller, _id(proposal), credit_limit=limit, confirmed=True)
    return "The limit was changed."


def hold(caller: Caller, proposal: Proposal) -> str:
    reason = proposal.payload["reason"] or "As proposed."
    update_customer(caller, _id(proposal), credit_hold=True, credit_hold_reason=reason)
    return "The customer is on hold."


def _id(proposal: Proposal) -> uuid.UUID:
    return uuid.UUID(proposal.payload["customer_id"])


LIMIT = Kind(
    name=Proposal.Kind.CREDIT_LIMIT,
    needs=("customer_id", "credit_limit"),
    propose=propose_limit,
    lock=lock,
    facts=facts,
    moved=MOVED,
    act=set_limit,
)
HOLD = Kind(
    name=Proposal.Kind.CREDIT_HOLD,
    needs=("customer_id",),
    propose=propose_hold,
    lock=lock,
    facts=facts,
    moved=MOVED,
    act=hold,
)
