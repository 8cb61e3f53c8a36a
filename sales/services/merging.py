"""Two customers that are one person: their accounts become one, and for a day can be parted again."""

import datetime as dt
import uuid
from typing import Any

from django.db import models, transaction
from django.db.models import Q

from accounts.services import audit
from common import clock, errors
from common.tenancy import MANAGEMENT, Caller
from sales.models import Customer, CustomerMerge, Payment, PaymentAllocation, Sale
from sales.services.locks import lock_customer, lock_sale

UNDO_WITHIN = dt.timedelta(days=1)
FILLED = ("phone", "email", "address", "form_of_address")
"""What the one that stays gets from the other, where it has none."""


@transaction.atomic
def merge_customers(caller: Caller, *, keep_id: uuid.UUID, merge_id: uuid.UUID) -> CustomerMerge:
    """Give all that one customer bought, paid and promised to another; the first is no longer listed.

    Credit limit, terms and hold of the one that stays hold. Owners and managers only. Raises `InvalidInput` naming
    the field.
    """
    caller.require(*MANAGEMENT)
    if keep_id == merge_id:
        raise errors.InvalidInput.field("merge_id", "Name two customers.")
    fields = {keep_id: "keep_id", merge_id: "merge_id"}
    found = {pk: lock_customer(caller.business_id, pk, field=fields[pk]) for pk in sorted(fields)}
    kept, merged = found[keep_id], found[merge_id]
    if kept.erased_at or merged.erased_at:
        raise errors.InvalidInput.field("merge_id", "A customer whose data was erased cannot be merged.")
    moved = {model._meta.label: _move(model, column, merged, kept) for model, column in _tables()}
    filled = [name for name in FILLED if getattr(merged, name) and not getattr(kept, name)]
    merged.merged_into = kept
    merged.save(update_fields=["merged_into"])
    for name in filled:
        setattr(kept, name, getattr(merged, name))
    kept.save(update_fields=filled)
    audit.record(caller, audit.Action.CUSTOMERS_MERGED, subject_id=kept.pk, merged=merged.pk)
    return CustomerMerge.objects.create(
        business_id=caller.business_id,
        kept=kept,
        merged=merged,
        moved=moved,
        filled=filled,
        by_id=caller.membership_id,
        at=clock.now(),
    )


@transaction.atomic
def part_customers(caller: Caller, merge_id: uuid.UUID) -> CustomerMerge:
    """Undo a merge of less than a day ago: what went over goes back; what came since stays.

    Raises `NotFound`, or `Conflict` where it is too late, or where one has settled what the other owes since.
    """
    caller.require(*MANAGEMENT)
    merge = CustomerMerge.objects.select_for_update(no_key=True).get_or_404(caller.business_id, merge_id)
    if merge.undone_at or merge.at < clock.now() - UNDO_WITHIN:
        raise errors.Conflict("A merge can be undone once, within a day.")
    rows = Customer.objects.filter(business_id=caller.business_id, pk__in=[merge.kept_id, merge.merged_id])
    both = {row.pk: row for row in rows.order_by("pk").select_for_update(no_key=True)}
    kept, merged = both[merge.kept_id], both[merge.merged_id]
    if kept.erased_at or _settled_across(merge):
        raise errors.Conflict("One has since settled what the other owed: the merge can no longer be undone.")
    for name in merge.filled:
        if getattr(kept, name) == getattr(merged, name):
            setattr(kept, name, "")
    kept.save(update_fields=merge.filled)
    merged.merged_into = None
    merged.save(update_fields=["merged_into"])
    for model, column in _tables():
        ids = merge.moved.get(model._meta.label, [])
        model._default_manager.filter(pk__in=ids, **{column: kept}).update(**{column: merged})
    merge.undone_at = clock.now()
    merge.save(update_fields=["undone_at"])
    audit.record(caller, audit.Action.CUSTOMERS_PARTED, subject_id=kept.pk, merged=merged.pk)
    return merge


@transaction.atomic
def name_customer(caller: Caller, sale_id: uuid.UUID, *, customer_id: uuid.UUID) -> Sale:
    """Say later whose a sale was that named nobody, its returns and payments included. The receipt stays as issued.

    Raises `NotFound`, `NotAllowed` at another storefront, `InvalidInput`, or `Conflict` where the sale has a customer.
    """
    customer = lock_customer(caller.business_id, customer_id)
    if customer.erased_at:
        raise errors.InvalidInput.field("customer_id", "This customer's data was erased; please add them anew.")
    sale = lock_sale(caller.business_id, sale_id)
    caller.require_storefront(sale.storefront_id)
    if sale.customer_id:
        raise errors.Conflict("This sale has a customer already.")
    if sale.original_id:
        raise errors.Conflict("Name the customer of the sale that this belongs to.")
    documents = Sale.objects.of(caller.business_id).filter(Q(pk=sale.pk) | Q(original=sale))
    Payment.objects.of(caller.business_id).filter(
        Q(sale__in=documents.values("pk")) | Q(reverses__sale=sale), customer=None
    ).update(customer=customer)
    documents.update(customer=customer)
    return sale


def _tables() -> list[tuple[type[models.Model], str]]:
    """Every table with a column for a customer, apart from customers and merges themselves."""
    found: list[tuple[type[models.Model], str]] = []
    for relation in Customer._meta.related_objects:
        model: Any = relation.related_model
        if model not in (Customer, CustomerMerge):
            found.append((model, relation.field.name))
    return found


def _move(model: type[models.Model], column: str, merged: Customer, kept: Customer) -> list[str]:
    rows = model._default_manager.filter(business_id=merged.business_id, **{column: merged})
    ids = [str(pk) for pk in rows.values_list("pk", flat=True)]
    rows.update(**{column: kept})
    return ids


def _settled_across(merge: CustomerMerge) -> bool:
    """Whether a payment or return of one settled an invoice of the other since."""
    sales, payments = merge.moved.get("sales.Sale", []), merge.moved.get("sales.Payment", [])
    theirs = Q(payment__in=payments) | Q(credit_note__in=sales)
    rows = PaymentAllocation.objects.of(merge.business_id).filter(at__gte=merge.at, invoice__customer=merge.kept_id)
    return rows.filter(Q(invoice__in=sales) & ~theirs | ~Q(invoice__in=sales) & theirs).exists()
