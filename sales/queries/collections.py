"""Promises and payment plans with what became of them, computed from what was paid."""

import datetime as dt
import uuid
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Case, DecimalField, F, OuterRef, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce

from common import shop_clock as clock
from common.money import ZERO
from common.tenancy import TenantQuerySet
from sales.models import CollectionNote, Instalment, PaymentAllocation, PaymentPlan, PromiseToPay

_AMOUNT: DecimalField[Decimal, Decimal] = DecimalField(max_digits=14, decimal_places=2)
PROMISE_STATUSES = ("open", "kept", "broken", "cancelled")
PLAN_STATUSES = ("active", "behind", "completed", "cancelled")


def collection_notes(business_id: uuid.UUID) -> TenantQuerySet[CollectionNote]:
    """Contacts with customers about debts, newest first."""
    return CollectionNote.objects.of(business_id).select_related("customer", "by")


def promises(business_id: uuid.UUID) -> TenantQuerySet[Any]:
    """Promises, each with `received` (of the debts of that day, paid by the day it was for) and its `status`:
    `kept` when that is enough, else `open` until the day is over, then `broken`; or `cancelled`."""
    paid = _paid(business_id, since="promised_on").filter(day__lte=OuterRef("due_on"))
    found = PromiseToPay.objects.of(business_id).select_related("customer", "by")
    return found.annotate(
        received=_sum(paid, "invoice__customer"),
        status=Case(
            When(cancelled_at__isnull=False, then=Value("cancelled")),
            When(received__gte=F("amount"), then=Value("kept")),
            When(due_on__gte=clock.today(), then=Value("open")),
            default=Value("broken"),
        ),
    )


def payment_plans(business_id: uuid.UUID) -> TenantQuerySet[Any]:
    """Payment plans with their instalments, each with `received` (of the debts of that day, paid since),
    `due_by_now` (of the instalments whose day is over) and its `status`: `completed`, `behind` or `active`; or
    `cancelled`."""
    parts = Instalment.objects.of(business_id).filter(plan=OuterRef("pk"), due_on__lt=clock.today())
    found = PaymentPlan.objects.of(business_id).select_related("customer", "by").prefetch_related("instalments")
    return found.annotate(
        received=_sum(_paid(business_id, since="agreed_on"), "invoice__customer"),
        due_by_now=_sum(parts, "plan"),
        status=Case(
            When(cancelled_at__isnull=False, then=Value("cancelled")),
            When(received__gte=F("total"), then=Value("completed")),
            When(received__lt=F("due_by_now"), then=Value("behind")),
            default=Value("active"),
        ),
    )


@dataclass(frozen=True, slots=True)
class InstalmentState:
    """An instalment and what of it is paid; `status` is paid, overdue or open."""

    due_on: dt.date
    amount: Decimal
    paid: Decimal
    status: str


def instalment_states(plan: Any) -> list[InstalmentState]:
    """The instalments of a plan of `payment_plans`, filled in order by what was received. No query."""
    states, left = [], min(plan.received, plan.total)
    for part in plan.instalments.all():
        paid = min(left, part.amount)
        left -= paid
        late = "overdue" if part.due_on < clock.today() else "open"
        states.append(InstalmentState(part.due_on, part.amount, paid, "paid" if paid == part.amount else late))
    return states


def _paid(business_id: uuid.UUID, *, since: str) -> QuerySet[Any]:
    """Money, not returned goods, that from the outer row's day `since` on settled debts its customer had by then.

    What was paid at the till, in the moment of a sale, settled no debt.
    """
    parts = PaymentAllocation.objects.of(business_id).annotate(
        day=clock.Day("at"), sold_on=clock.Day("invoice__sold_at")
    )
    return parts.filter(
        payment__isnull=False,
        invoice__customer=OuterRef("customer"),
        invoice__due_date__isnull=False,
        sold_on__lte=OuterRef(since),
        day__gte=OuterRef(since),
        at__gt=F("invoice__sold_at"),
    )


def _sum(rows: QuerySet[Any], group: str) -> Coalesce:
    summed = rows.order_by().values(group).annotate(sum=Sum("amount")).values("sum")
    return Coalesce(Subquery(summed, output_field=_AMOUNT), Value(ZERO), output_field=_AMOUNT)
