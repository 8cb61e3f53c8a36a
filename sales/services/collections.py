"""What was said and agreed about debts: contacts, promises, payment plans and disputes."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from django.db import transaction

from common import errors
from common import shop_clock as clock
from common.moments import dated, to_come
from common.money import ZERO, written
from common.tenancy import MANAGEMENT, Caller
from sales import queries
from sales.models import CollectionNote, Customer, Instalment, PaymentPlan, PromiseToPay, Sale
from sales.services.locks import lock_customer, lock_sale


@dataclass(frozen=True, slots=True)
class NewInstalment:
    """One part of a payment plan, in GHS."""

    due_on: dt.date
    amount: Decimal


def record_note(
    caller: Caller,
    *,
    customer_id: uuid.UUID,
    channel: str,
    outcome: str,
    text: str = "",
    message_type: str = "",
    next_action_on: dt.date | None = None,
    at: dt.datetime | None = None,
) -> CollectionNote:
    """A contact with a customer about a debt, and what came of it. Raises `InvalidInput`, `NotAllowed`."""
    caller.require(*MANAGEMENT)
    moment = dated(caller, at, field="at", what="a contact")
    return CollectionNote.objects.create(
        business_id=caller.business_id,
        customer=_customer(caller, customer_id),
        channel=channel,
        outcome=outcome,
        text=text,
        message_type=message_type,
        next_action_on=next_action_on and to_come(next_action_on, field="next_action_on"),
        by_id=caller.membership_id,
        at=moment,
    )


@transaction.atomic
def record_promise(
    caller: Caller, *, customer_id: uuid.UUID, amount: Decimal, due_on: dt.date, note: str = ""
) -> PromiseToPay:
    """A customer's word to pay `amount` GHS by `due_on`, one at a time; several dates are a payment plan.

    Raises `InvalidInput`, `Conflict` while another promise is open, `NotAllowed`.
    """
    caller.require(*MANAGEMENT)
    if amount <= 0:
        raise errors.InvalidInput.field("amount", "The amount must be above zero.")
    if due_on < clock.today():
        raise errors.InvalidInput.field("due_on", "A promise must be for today or later.")
    customer = lock_customer(caller.business_id, customer_id)
    if queries.promises(caller.business_id).filter(customer=customer, status="open").exists():
        raise errors.Conflict("This customer has an open promise; cancel it, or agree on a payment plan.")
    return PromiseToPay.objects.create(
        business_id=caller.business_id,
        customer=customer,
        amount=amount,
        promised_on=clock.today(),
        due_on=to_come(due_on, field="due_on"),
        note=note,
        by_id=caller.membership_id,
    )


def cancel_promise(caller: Caller, promise_id: uuid.UUID) -> PromiseToPay:
    """Take a promise back, as one entered by mistake; it counts neither as kept nor as broken."""
    caller.require(*MANAGEMENT)
    promise = PromiseToPay.objects.get_or_404(caller.business_id, promise_id)
    if promise.cancelled_at is None:
        promise.cancelled_at = clock.now()
        promise.save(update_fields=["cancelled_at"])
    return promise


@transaction.atomic
def agree_plan(
    caller: Caller, *, customer_id: uuid.UUID, instalments: Sequence[NewInstalment], total: Decimal | None = None
) -> PaymentPlan:
    """Instalments for a customer's open balance; `total`, where given, is what they must add up to.

    One plan holds for a customer at a time. Raises `InvalidInput`, `Conflict`, `NotAllowed`.
    """
    caller.require(*MANAGEMENT)
    customer = lock_customer(caller.business_id, customer_id)
    agreed = _checked(instalments, total)
    owed = queries.outstanding(caller.business_id, customer.pk)
    if agreed > owed:
        raise errors.InvalidInput.field("instalments", f"The customer owes {written(owed)}, less than the plan.")
    plans = queries.payment_plans(caller.business_id).filter(customer=customer)
    if plans.filter(status__in=("active", "behind")).exists():
        raise errors.Conflict("This customer has a payment plan; cancel it before agreeing on another.")
    plan = PaymentPlan.objects.create(
        business_id=caller.business_id,
        customer=customer,
        total=agreed,
        agreed_on=clock.today(),
        by_id=caller.membership_id,
    )
    Instalment.objects.bulk_create(
        Instalment(business_id=caller.business_id, plan=plan, due_on=part.due_on, amount=part.amount)
        for part in instalments
    )
    return plan


def cancel_plan(caller: Caller, plan_id: uuid.UUID) -> PaymentPlan:
    """End a payment plan; what was paid stays paid."""
    caller.require(*MANAGEMENT)
    plan = PaymentPlan.objects.get_or_404(caller.business_id, plan_id)
    if plan.cancelled_at is None:
        plan.cancelled_at = clock.now()
        plan.save(update_fields=["cancelled_at"])
    return plan


@transaction.atomic
def dispute_sale(caller: Caller, sale_id: uuid.UUID, *, reason: str) -> Sale:
    """Mark an invoice as disputed: it is not chased until that is resolved. Raises `NotFound`, `Conflict`."""
    caller.require(*MANAGEMENT)
    sale = lock_sale(caller.business_id, sale_id)
    if sale.kind not in (Sale.Kind.SALE, Sale.Kind.OPENING) or sale.paid >= sale.total:
        raise errors.Conflict("Only an open invoice can be disputed.")
    sale.disputed_at = sale.disputed_at or clock.now()
    sale.dispute_reason = reason
    sale.save(update_fields=["disputed_at", "dispute_reason"])
    return sale


@transaction.atomic
def resolve_dispute(caller: Caller, sale_id: uuid.UUID) -> Sale:
    """Lift the mark of a dispute; its reason stays on record. Raises `NotFound`, `Conflict`."""
    caller.require(*MANAGEMENT)
    sale = lock_sale(caller.business_id, sale_id)
    if sale.disputed_at is None:
        raise errors.Conflict("This invoice is not disputed.")
    sale.disputed_at = None
    sale.save(update_fields=["disputed_at"])
    return sale


def _checked(instalments: Sequence[NewInstalment], total: Decimal | None) -> Decimal:
    """The sum of the instalments, which fall due one after the other from today on."""
    if not instalments:
        raise errors.InvalidInput.field("instalments", "A plan needs at least one instalment.")
    if any(part.amount <= 0 for part in instalments):
        raise errors.InvalidInput.field("instalments", "Every instalment must be above zero.")
    days = [part.due_on for part in instalments]
    if days[0] < clock.today() or any(later <= earlier for earlier, later in pairwise(days)):
        raise errors.InvalidInput.field("instalments", "The instalments must fall due one after the other, from today.")
    to_come(days[-1], field="instalments")
    summed = sum((part.amount for part in instalments), ZERO)
    if total is not None and summed != total:
        raise errors.InvalidInput.field("instalments", f"The instalments add up to {written(summed)}.")
    return summed


def _customer(caller: Caller, customer_id: uuid.UUID) -> Customer:
    found = Customer.objects.of(caller.business_id).filter(pk=customer_id).first()
    if found is None:
        raise errors.InvalidInput.field("customer_id", "There is no such customer.")
    return found
