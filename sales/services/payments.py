"""Money received from customers after the sale, and which invoices it settles."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from accounts.models import Storefront
from common import clock, errors
from common.moments import dated
from common.money import written
from common.slips import confirm_amounts
from common.tenancy import Caller
from sales import queries
from sales.models import Customer, Payment, Sale
from sales.services.allocation import Allocations, open_amount, unused
from sales.services.client_ids import one_payment_per_client_id
from sales.services.drawer import session_of
from sales.services.locks import lock_customer
from sales.services.references import confirm_references
from sales.services.tender import METHODS


@dataclass(frozen=True, slots=True)
class Settle:
    """An invoice that a payment is meant for; without `amount`, as much of it as the payment covers."""

    invoice_id: uuid.UUID
    amount: Decimal | None = None


@one_payment_per_client_id
@transaction.atomic
def record_payment(
    caller: Caller,
    *,
    customer_id: uuid.UUID,
    amount: Decimal,
    method: str,
    network: str = "",
    reference: str = "",
    received_at: dt.datetime | None = None,
    storefront_id: uuid.UUID | None = None,
    invoices: Sequence[Settle] = (),
    confirmed: bool = False,
    client_id: str = "",
    till_id: uuid.UUID | None = None,
    offline: bool = False,
) -> Payment:
    """Take `amount` GHS from a customer and settle their invoices with it, oldest due first, or those named.

    What is left over stays as the customer's credit. It belongs to the till session named, else to the caller's own.
    Locks the customer; a fixed number of queries. A `client_id`
    that the business had before gives that payment back, whoever sent it and whenever. Raises `InvalidInput`,
    `NotAllowed` where a cashier dates a payment back, `Conflict` where the `client_id` is another payment's, or
    `ConfirmationRequired` for a slip or a reference used before.
    """
    moment = dated(caller, received_at, field="received_at", what="a payment", offline=offline)
    storefront_id = storefront_id or caller.storefront_id
    caller.require_storefront(storefront_id)
    _check(caller, amount, method, network, storefront_id)
    confirm_amounts([amount], confirmed=confirmed)
    customer = lock_customer(caller.business_id, customer_id)
    payment = Payment(
        business_id=caller.business_id,
        customer=customer,
        storefront_id=storefront_id,
        method=method,
        network=network,
        reference=reference,
        amount=amount,
        allocated=Decimal(0),
        received_by_id=caller.membership_id,
        received_at=moment,
        client_id=client_id,
        till_session_id=session_of(caller, storefront_id, moment=moment, till_id=till_id),
    )
    allocations = Allocations(caller.business_id, moment)
    _settle(allocations, payment, invoices)
    confirm_references(caller, [payment], confirmed=confirmed)
    payment.save(force_insert=True)
    allocations.save()
    return payment


@transaction.atomic
def apply_credit(caller: Caller, *, customer_id: uuid.UUID) -> Decimal:
    """Settle a customer's open invoices, oldest due first, with their unused credit; the amount settled, in GHS."""
    customer = lock_customer(caller.business_id, customer_id)
    allocations = Allocations(caller.business_id, clock.now())
    settled = settle_with_credit(allocations, customer)
    allocations.save()
    return settled


def settle_with_credit(allocations: Allocations, customer: Customer) -> Decimal:
    """As `apply_credit`, within allocations that the caller saves, under the customer's lock."""
    sources = queries.unused_credit(customer.business_id, customer.pk)
    return allocations.match(sources, queries.open_invoices(customer.business_id).filter(customer=customer))


def _check(caller: Caller, amount: Decimal, method: str, network: str, storefront_id: uuid.UUID | None) -> None:
    if amount <= 0:
        raise errors.InvalidInput.field("amount", "The amount must be above zero.")
    if method not in METHODS:
        raise errors.InvalidInput.field("method", f"{method!r} is not a way to pay.")
    if network and method != Payment.Method.MOBILE_MONEY:
        raise errors.InvalidInput.field("network", "Only mobile money has a network.")
    if storefront_id and not Storefront.objects.of(caller.business_id).filter(pk=storefront_id).exists():
        raise errors.InvalidInput.field("storefront_id", "There is no such storefront.")


def _settle(allocations: Allocations, payment: Payment, wanted: Sequence[Settle]) -> None:
    """Settle the invoices named, else those due first."""
    open_ones = list(queries.open_invoices(payment.business_id).filter(customer=payment.customer))
    if wanted:
        _settle_named(allocations, payment, open_ones, wanted)
    else:
        allocations.match([payment], open_ones)


def _settle_named(allocations: Allocations, payment: Payment, open_ones: list[Sale], wanted: Sequence[Settle]) -> None:
    known = {invoice.pk: invoice for invoice in open_ones}
    for settle in wanted:
        invoice = known.get(settle.invoice_id)
        if invoice is None:
            raise errors.InvalidInput.field("invoices", "This customer has no such open invoice.")
        part = settle.amount if settle.amount is not None else min(unused(payment), open_amount(invoice))
        if part > open_amount(invoice):
            raise errors.InvalidInput.field(
                "invoices", f"{invoice.number} has only {written(open_amount(invoice))} left to pay."
            )
        if part <= 0 or part > unused(payment):
            raise errors.InvalidInput.field("invoices", "The amounts for the invoices do not fit the payment.")
        allocations.add(payment, invoice, part)
