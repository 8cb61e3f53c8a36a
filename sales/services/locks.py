"""Locks of sales, always in this order: customer, sale, stock, invoice counter."""

import uuid
from collections.abc import Iterable
from typing import NoReturn

from common import errors
from sales.models import Customer, Sale


def lock_customer(business_id: uuid.UUID, customer_id: uuid.UUID, *, field: str = "customer_id") -> Customer:
    """The customer, locked: every change of what they owe goes through this lock.

    Raises `InvalidInput` naming `field` where there is none.
    """
    found = Customer.objects.of(business_id).select_for_update(no_key=True).filter(pk=customer_id).first()
    return found or no_customer(field)


def lock_customers(business_id: uuid.UUID, customer_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, Customer]:
    """Those of the customers that there are, locked in the order of their ids. One query."""
    rows = Customer.objects.of(business_id).filter(pk__in=set(customer_ids)).order_by("pk")
    return {row.pk: row for row in rows.select_for_update(no_key=True)}


def no_customer(field: str) -> NoReturn:
    """Raise `InvalidInput` naming `field`."""
    raise errors.InvalidInput.field(field, "There is no such customer.")


def lock_sale(business_id: uuid.UUID, sale_id: uuid.UUID) -> Sale:
    """The sale, locked, its customer first. Raises `NotFound`."""
    known = Sale.objects.of(business_id).filter(pk=sale_id).values_list("customer_id", flat=True)
    customers = [customer_id for customer_id in known if customer_id is not None]
    for customer_id in customers:
        lock_customer(business_id, customer_id)
    return Sale.objects.of(business_id).select_for_update(no_key=True).get_or_404(business_id, sale_id)
