"""Keeping the list of customers: who they are and what credit they have."""

import uuid
from collections.abc import Sequence
from typing import Any

from django.db import IntegrityError, transaction

from accounts.services import audit
from common import errors
from common.money import ZERO
from common.phones import e164
from common.slips import confirm_amounts
from common.tenancy import MANAGEMENT, Caller
from sales.models import Customer
from sales.nobody import is_nobody

CREDIT_FIELDS = frozenset(
    {"credit_limit", "terms_days", "credit_hold", "credit_hold_reason", "price_tier", "price_list"}
)
_AUDITED = CREDIT_FIELDS - {"credit_hold_reason"}  # free words about a person are not kept for good


def create_customer(caller: Caller, *, name: str, phone: str = "", confirmed: bool = False, **fields: Any) -> Customer:
    """A new customer; `phone` in any usual form, once per business.

    Raises `InvalidInput` naming `phone`, `NotAllowed` where a cashier sets terms of credit, or
    `ConfirmationRequired` for a credit limit that looks like a slip.
    """
    _check_credit_fields(caller, fields)
    _confirm_limit(fields, confirmed=confirmed)
    check_name(name)
    with transaction.atomic():
        customer = _saved(Customer(business_id=caller.business_id, name=name, phone=e164(phone), **fields))
        if (limit := fields.get("credit_limit")) is not None:
            audit.record(caller, audit.Action.CREDIT_TERMS_CHANGED, subject_id=customer.pk, credit_limit=[None, limit])
    return customer


@transaction.atomic
def update_customer(caller: Caller, customer_id: uuid.UUID, *, confirmed: bool = False, **fields: Any) -> Customer:
    """Change what is known about a customer. Terms of credit are for owners and managers.

    Raises `NotFound`, `Conflict` for one whose data was erased, `InvalidInput`, `NotAllowed`, or
    `ConfirmationRequired` for a credit limit that looks like a slip.
    """
    _check_credit_fields(caller, fields)
    _confirm_limit(fields, confirmed=confirmed)
    customer = _locked(caller, customer_id)
    if customer.erased_at:
        raise errors.Conflict("This customer's data was erased and stays so.")
    if "phone" in fields:
        fields["phone"] = e164(fields["phone"])
    if fields.get("credit_hold") is False:
        fields.setdefault("credit_hold_reason", "")
    if changed := audit.differences(customer, fields, _AUDITED):
        audit.record(caller, audit.Action.CREDIT_TERMS_CHANGED, subject_id=customer.pk, **changed)
    for name, value in fields.items():
        setattr(customer, name, value)
    return _saved(customer)


def check_name(name: str) -> None:
    """Raise `InvalidInput` for a name that stands for no one in particular."""
    if is_nobody(name):
        raise errors.InvalidInput.field("name", "This names nobody: sell to walk-ins without a customer.")


def create_customers(caller: Caller, customers: Sequence[Customer]) -> None:
    """Add checked customers, as `create_customer` adds one. Two queries; raises `IntegrityError` for a taken phone."""
    Customer.objects.bulk_create(customers)
    limits = [(row.pk, {"credit_limit": [None, row.credit_limit]}) for row in customers if row.credit_limit is not None]
    audit.record_each(caller, audit.Action.CREDIT_TERMS_CHANGED, limits)


def _locked(caller: Caller, customer_id: uuid.UUID) -> Customer:
    return Customer.objects.select_for_update(no_key=True).get_or_404(caller.business_id, customer_id)


def _check_credit_fields(caller: Caller, fields: dict[str, Any]) -> None:
    if caller.role not in MANAGEMENT and (set_by_cashier := CREDIT_FIELDS & fields.keys()):
        names = ", ".join(sorted(set_by_cashier))
        raise errors.NotAllowed(f"Only an owner or manager may set: {names}.")


def _confirm_limit(fields: dict[str, Any], *, confirmed: bool) -> None:
    confirm_amounts([fields.get("credit_limit") or ZERO], field="credit_limit", confirmed=confirmed)


def _saved(customer: Customer) -> Customer:
    try:
        with transaction.atomic():
            customer.save()
    except IntegrityError as clash:
        taken = Customer.objects.of(customer.business_id).filter(phone=customer.phone).exclude(pk=customer.pk)
        if customer.phone and (other := taken.first()):
            raise errors.InvalidInput.field("phone", f"{other.name} already has this phone number.") from clash
        raise
    return customer
