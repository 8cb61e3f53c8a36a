"""Forgetting a customer who asks for it: the figures stay, what tells who they were goes, wherever it was kept."""

import uuid

from django.db import transaction
from django.db.models import Q

from accounts import idempotency
from accounts.services import audit, exports
from common import clock, imports
from common.tenancy import Caller, Role
from common.traces import Traces
from inventory.models import ProductImport, ProductImportStep, SupplierImport
from sales.models import (
    CollectionNote,
    Customer,
    CustomerImport,
    Payment,
    PromiseToPay,
    Sale,
    SalesImport,
    SalesImportStep,
)

ABOUT_ERASED = "This was about a customer whose data was erased."
WITHDRAWN = "A customer's data was erased while this file waited: take them out of it and upload it again."


@transaction.atomic
def erase_customer(caller: Caller, customer_id: uuid.UUID) -> Customer:
    """Remove a customer's personal data for good; invoices and payments stay, under a pseudonym. Owners only.

    Free text and references go too, and what imports, answers kept for repeats, and copies of the business's data
    say of the customer; files of customers or sales that wait to be taken in are withdrawn. Doing it again changes
    nothing. Raises `Conflict` while such a file is taken in.
    """
    caller.require(Role.OWNER)
    customer = Customer.objects.select_for_update(no_key=True).get_or_404(caller.business_id, customer_id)
    if customer.erased_at:
        return customer
    for jobs in (SalesImport, CustomerImport):
        imports.withdraw(jobs, caller.business_id, WITHDRAWN)
    known = (customer.name, customer.phone, customer.email, customer.address)
    for person in (customer, *customer.merged.all()):
        _forget_person(person)
    _forget_texts(customer)
    _forget_in_imports(caller.business_id, Traces(*known))
    idempotency.forget(caller.business_id, Traces(*known, str(customer.pk)), instead=ABOUT_ERASED)
    exports.forget(caller.business_id)
    audit.record(caller, audit.Action.CUSTOMER_ERASED, subject_id=customer.pk)
    return customer


def _forget_person(customer: Customer) -> None:
    customer.name = f"Erased customer {customer.pk.hex[:6]}"
    customer.phone = customer.email = customer.address = customer.form_of_address = customer.credit_hold_reason = ""
    customer.reminders_allowed = customer.receipts_allowed = customer.marketing_allowed = False
    customer.erased_at = clock.now()
    customer.save()


def _forget_texts(customer: Customer) -> None:
    """A reference is the payer's number at the bank or network, or whatever was typed."""
    CollectionNote.objects.of(customer.business_id).filter(customer=customer).update(text="")
    PromiseToPay.objects.of(customer.business_id).filter(customer=customer).update(note="")
    theirs = Q(customer=customer) | Q(sale__customer=customer)
    Payment.objects.of(customer.business_id).filter(theirs).update(note="", reference="")
    Sale.objects.of(customer.business_id).filter(customer=customer).update(
        issued_to="", note="", dispute_reason="", credit_approval_reason=""
    )


def _forget_in_imports(business_id: uuid.UUID, traces: Traces) -> None:
    """What was said of their lines, and what undoing an import would bring back."""
    for jobs in (SalesImport, ProductImport, CustomerImport, SupplierImport):
        for job in jobs.objects.of(business_id).iterator(chunk_size=100):
            for name in ("original_name", "error", "first_rows", "notices", "problems"):
                setattr(job, name, traces.taken_out(getattr(job, name), ABOUT_ERASED))
            job.save(update_fields=["original_name", "error", "first_rows", "notices", "problems"])
    for steps in (SalesImportStep, ProductImportStep):
        telling = steps.objects.of(business_id).exclude(changed={}, removed={})
        for step in telling.only("changed", "removed").iterator(chunk_size=20):
            step.changed, step.removed = (
                {label: traces.taken_out(rows) for label, rows in part.items()} for part in (step.changed, step.removed)
            )
            step.save(update_fields=["changed", "removed"])
