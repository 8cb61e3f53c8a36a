"""What customers owed before the shop kept its books here."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.db.models import Max

from accounts.models import Storefront
from accounts.services import audit
from common import errors
from common import shop_clock as clock
from common.moments import owed_on
from common.tenancy import MANAGEMENT, Caller
from sales.models import Customer, Sale
from sales.services.locks import lock_customer
from sales.services.numbers import lock_counter


@dataclass(frozen=True, slots=True)
class Owed:
    """What a customer owed, in GHS; due after their terms unless said."""

    customer: Customer
    amount: Decimal
    due_on: dt.date | None
    storefront_id: uuid.UUID


@transaction.atomic
def set_opening_balance(
    caller: Caller,
    customer_id: uuid.UUID,
    *,
    amount: Decimal,
    due_on: dt.date | None = None,
    storefront_id: uuid.UUID | None = None,
) -> Sale | None:
    """Say that the customer owed `amount` GHS before; said again it replaces what was said, and zero takes it back.

    It is a debt like an invoice, of `storefront_id` or the oldest storefront, due after the customer's terms unless
    said, and counts in no figure of sales. Raises `NotFound`, `InvalidInput`, or `Conflict` once something was paid of
    it.
    """
    caller.require(*MANAGEMENT)
    customer = lock_customer(caller.business_id, customer_id)
    if customer.erased_at:
        raise errors.Conflict("This customer's data was erased and stays so.")
    _take_back(customer)
    if not amount:
        audit.record(caller, audit.Action.OPENING_BALANCE_SET, subject_id=customer.pk, amount=amount)
        return None
    due_on = due_on and owed_on(due_on, field="due_on")
    owed = Owed(customer, amount, due_on, _place(caller.business_id, storefront_id))
    return enter_opening_balances(caller, [owed])[0]


def enter_opening_balances(caller: Caller, all_owed: Sequence[Owed]) -> list[Sale]:
    """Write down what each of these owed, for locked customers who have no such document yet. Three queries or four."""
    if not all_owed:
        return []
    last = _last_number(caller.business_id)
    made = [_document(caller, owed, number) for number, owed in enumerate(all_owed, start=last + 1)]
    Sale.objects.bulk_create(made)
    amounts = ((owed.customer.pk, {"amount": owed.amount}) for owed in all_owed)
    audit.record_each(caller, audit.Action.OPENING_BALANCE_SET, amounts)
    return made


def opening_balance(customer: Customer) -> Sale | None:
    """The document of what the customer owed before, if there is one."""
    return Sale.objects.of(customer.business_id).filter(customer=customer, kind=Sale.Kind.OPENING).first()


def with_opening_balance(business_id: uuid.UUID, customers: Sequence[Customer]) -> set[uuid.UUID]:
    """The ids of those customers who have such a document."""
    found = Sale.objects.of(business_id).filter(customer__in=customers, kind=Sale.Kind.OPENING)
    return set(found.values_list("customer_id", flat=True))


def _take_back(customer: Customer) -> None:
    known = opening_balance(customer)
    if known is None:
        return
    if known.allocations.exists():
        raise errors.Conflict("Part of the opening balance is paid already, so it can no longer be changed.")
    known.delete()


def _place(business_id: uuid.UUID, storefront_id: uuid.UUID | None) -> uuid.UUID:
    places = Storefront.objects.of(business_id).order_by("created_at", "pk")
    place = places.filter(pk=storefront_id).first() if storefront_id else places.first()
    if place is None:
        raise errors.InvalidInput.field("storefront_id", "There is no such storefront.")
    return place.pk


def _last_number(business_id: uuid.UUID) -> int:
    """The last number of such documents, under the lock of the counter."""
    lock_counter(business_id)
    earlier = Sale.objects.of(business_id).filter(kind=Sale.Kind.OPENING, number__startswith="OB-")
    last: str | None = earlier.aggregate(last=Max("number"))["last"]
    return int((last or "OB-0").removeprefix("OB-"))


def _document(caller: Caller, owed: Owed, number: int) -> Sale:
    due_on = owed.due_on or clock.today() + dt.timedelta(days=owed.customer.terms_days)
    return Sale(
        business_id=caller.business_id,
        kind=Sale.Kind.OPENING,
        number=f"OB-{number:06d}",
        storefront_id=owed.storefront_id,
        customer=owed.customer,
        sold_by_id=caller.membership_id,
        sold_at=clock.start_of(min(due_on, clock.today())),
        time_known=False,
        subtotal=owed.amount,
        total=owed.amount,
        due_date=due_on,
        issued_to=owed.customer.name,
        imported=True,
    )
