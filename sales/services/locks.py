"""Locks of sales, always in this order: customer, sale, stock, invoice counter."""

import uuid

from common import errors
from sales.models import Customer, Sale


def lock_customer(business_id: uuid.UUID, customer_id: uuid.UUID, *, field: str = "customer_id") -> Customer:
    """The customer, locked: every change of what they owe goes through this lock.

    Raises `InvalidInput` naming `field` where there is none.
    """
    found = Customer.objects.of(business_id).select_for_update(no_key=True).filter(pk=customer_id).first()
    if found is None:
        raise errors.InvalidInput.field(field, "There is no such customer.")
    return found


def lock_sale(business_id: uuid.UUID, sale_id: uuid.UUID) -> Sale:
    """The sale, locked, its customer first. Raises `NotFound`."""
    known = Sale.objects.of(business_id).filter(pk=sale_id).values_list("customer_id", flat=True)
    customers = [customer_id for customer_id in known if customer_id is not None]
    for customer_id in customers:
        lock_customer(business_id, customer_id)
    return Sale.objects.of(business_id).select_for_update(no_key=True).get_or_404(business_id, sale_id)
