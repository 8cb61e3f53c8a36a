"""What customers owed before the shop kept its books here."""

import datetime as dt
import uuid
from decimal import Decimal

from django.db import transaction
from django.db.models import Max

from accounts.models import Storefront
from accounts.services import audit
from common import errors
from common import shop_clock as clock
from common.moments import EARLIEST, to_come
from common.tenancy import MANAGEMENT, Caller
from sales.models import Customer, Sale
from sales.services.locks import lock_customer
from sales.services.numbers import lock_counter


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
    made = _opened(caller, customer, amount, _due(due_on, customer), storefront_id) if amount else None
    audit.record(caller, audit.Action.OPENING_BALANCE_SET, subject_id=customer.pk, amount=amount)
    return made


def opening_balance(customer: Customer) -> Sale | None:
    """The document of what the customer owed before, if there is one."""
    return Sale.objects.of(customer.business_id).filter(customer=customer, kind=Sale.Kind.OPENING).first()


def _take_back(customer: Customer) -> None:
    known = opening_balance(customer)
    if known is None:
        return
    if known.allocations.exists():
        raise errors.Conflict("Something was paid of the opening balance already, so it stays as it is.")
    known.delete()


def _due(asked: dt.date | None, customer: Customer) -> dt.date:
    due_on = asked or clock.today() + dt.timedelta(days=customer.terms_days)
    if due_on < EARLIEST:
        raise errors.InvalidInput.field("due_on", "This is too long ago; please check the year.")
    return to_come(due_on, field="due_on")


def _opened(
    caller: Caller, customer: Customer, amount: Decimal, due_on: dt.date, storefront_id: uuid.UUID | None
) -> Sale:
    places = Storefront.objects.of(caller.business_id).order_by("created_at", "pk")
    place = places.filter(pk=storefront_id).first() if storefront_id else places.first()
    if place is None:
        raise errors.InvalidInput.field("storefront_id", "There is no such storefront.")
    lock_counter(caller.business_id)
    earlier = Sale.objects.of(caller.business_id).filter(kind=Sale.Kind.OPENING, number__startswith="OB-")
    last: str | None = earlier.aggregate(last=Max("number"))["last"]
    return Sale.objects.create(
        business_id=caller.business_id,
        kind=Sale.Kind.OPENING,
        number=f"OB-{int((last or 'OB-0').removeprefix('OB-')) + 1:06d}",
        storefront=place,
        customer=customer,
        sold_by_id=caller.membership_id,
        sold_at=clock.start_of(min(due_on, clock.today())),
        time_known=False,
        subtotal=amount,
        total=amount,
        due_date=due_on,
        issued_to=customer.name,
        imported=True,
    )
