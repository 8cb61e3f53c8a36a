"""What customers owe and are owed: open invoices, unused credit and balances. Amounts in GHS."""

import datetime as dt
import uuid
from collections import defaultdict
from decimal import Decimal
from typing import Any

from django.db.models import (
    Case,
    DecimalField,
    Expression,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.expressions import CombinedExpression
from django.db.models.functions import Coalesce, Greatest, Least, Round

from common import shop_clock as clock
from common.money import ZERO
from common.tenancy import TenantQuerySet
from sales.models import OWED, Customer, CustomerImport, CustomerMerge, Payment, Sale

_AMOUNT: DecimalField[Decimal, Decimal] = DecimalField(max_digits=14, decimal_places=2)


def customer(business_id: uuid.UUID, customer_id: uuid.UUID) -> Customer:
    """One customer. Raises `NotFound`."""
    return Customer.objects.get_or_404(business_id, customer_id)


def merges(business_id: uuid.UUID) -> TenantQuerySet[CustomerMerge]:
    """The merges of customers, undone or not."""
    return CustomerMerge.objects.of(business_id)


def customer_imports(business_id: uuid.UUID) -> TenantQuerySet[CustomerImport]:
    """Files of customers taken in, newest first."""
    return CustomerImport.objects.of(business_id).select_related("by")


def open_invoices(business_id: uuid.UUID) -> TenantQuerySet[Any]:
    """Sales with something left to pay, each with its `open_amount`; oldest due first, then oldest sold."""
    invoices = Sale.objects.of(business_id).filter(OWED, paid__lt=F("total"))
    return invoices.annotate(open_amount=_exact(F("total") - F("paid"))).order_by(
        F("due_date").asc(nulls_first=True), "sold_at", "id"
    )


def unused_payments(business_id: uuid.UUID) -> TenantQuerySet[Payment]:
    """Money received that has not settled anything yet, oldest first."""
    received = Payment.objects.of(business_id).filter(kind=Payment.Kind.RECEIVED, allocated__lt=F("amount"))
    return received.order_by("received_at", "id")


def open_credit_notes(business_id: uuid.UUID) -> TenantQuerySet[Sale]:
    """Returns that are neither allocated nor paid back in full, oldest first."""
    return Sale.objects.of(business_id).filter(kind=Sale.Kind.RETURN, paid__gt=F("total")).order_by("sold_at", "id")


def unused_credit(business_id: uuid.UUID, customer_id: uuid.UUID) -> list[Payment | Sale]:
    """The customer's credit by source, credit notes before payments. Two queries."""
    return [
        *open_credit_notes(business_id).filter(customer_id=customer_id),
        *unused_payments(business_id).filter(customer_id=customer_id),
    ]


def credit_by_customer(business_id: uuid.UUID) -> dict[uuid.UUID, Decimal]:
    """The unused credit of each customer who has some, in GHS. Two queries."""
    credit: dict[uuid.UUID, Decimal] = defaultdict(Decimal)
    for rows, unused in (
        (unused_payments(business_id), F("amount") - F("allocated")),
        (open_credit_notes(business_id), F("paid") - F("total")),
    ):
        sums = rows.filter(customer__isnull=False).order_by().values_list("customer_id")
        for customer_id, amount in sums.annotate(unused=_exact(Sum(unused))):
            credit[customer_id] += amount
    return dict(credit)


def overdue_less_credit(business_id: uuid.UUID, *, on: dt.date | None = None) -> TenantQuerySet[Any]:
    """Invoices past due on `on`, today when empty, each with what is `left` to ask for; oldest due first."""
    return open_less_credit(business_id).filter(due_date__lt=on or clock.today())


def open_less_credit(business_id: uuid.UUID) -> TenantQuerySet[Any]:
    """Open invoices, each with what is `left` to ask for; oldest due first.

    That is what is open of it once the customer's unused credit has settled their oldest due invoices. What credit
    covers is left out: nobody is asked for what they have paid.
    """
    mine = Q(customer=OuterRef("customer"))
    earlier = (
        Q(due_date=None)
        | Q(due_date__lt=OuterRef("due_date"))
        | Q(due_date=OuterRef("due_date"))
        & (Q(sold_at__lt=OuterRef("sold_at")) | Q(sold_at=OuterRef("sold_at"), pk__lte=OuterRef("pk")))
    )
    up_to_this = _total(open_invoices(business_id).filter(mine & earlier), F("total") - F("paid"))
    left = Least(F("open_amount"), up_to_this - F("credit"), output_field=_AMOUNT)
    found = open_invoices(business_id).annotate(credit=_unused(business_id, mine))
    found = found.annotate(left=_exact(Case(When(credit=0, then=F("open_amount")), default=left, output_field=_AMOUNT)))
    return found.filter(left__gt=0)


def outstanding(business_id: uuid.UUID, customer_id: uuid.UUID) -> Decimal:
    """The sum of the customer's open invoices. One query."""
    found = open_invoices(business_id).filter(customer_id=customer_id).order_by()
    total: Decimal | None = found.aggregate(owed=_exact(Sum("open_amount")))["owed"]
    return total or ZERO


def customer_balances(business_id: uuid.UUID, *, on: dt.date | None = None) -> TenantQuerySet[Any]:
    """Customers, each with what they owe, in one query:

    `outstanding` (open invoices), `overdue` (of these, past due on `on`, today when empty, less credit), `oldest_due`,
    `credit` (unused payments and credit notes), `balance` (outstanding - credit: above zero they owe the shop),
    and `available_credit` (what they may still buy on account; None where no limit is set, zero on hold).
    """
    day = on or clock.today()
    mine = Q(customer=OuterRef("pk"))
    invoices = open_invoices(business_id).order_by().filter(mine)
    late = invoices.filter(due_date__lt=day)
    oldest = Subquery(invoices.order_by("due_date").values("due_date")[:1])
    return Customer.objects.of(business_id).annotate(
        outstanding=_total(invoices, F("total") - F("paid")),
        oldest_due=oldest,
        credit=_unused(business_id, mine),
        overdue=_exact(Greatest(_total(late, F("total") - F("paid")) - F("credit"), Value(ZERO))),
        balance=_exact(F("outstanding") - F("credit")),
        available_credit=Case(
            When(credit_limit=None, then=Value(None)),
            When(credit_hold=True, then=Value(ZERO)),
            default=_exact(Greatest(F("credit_limit") - F("balance"), Value(ZERO))),
            output_field=_AMOUNT,
        ),
    )


def _unused(business_id: uuid.UUID, mine: Q) -> CombinedExpression:
    """The unused credit of the outer row's customer."""
    paid = _total(unused_payments(business_id).filter(mine), F("amount") - F("allocated"))
    return paid + _total(open_credit_notes(business_id).filter(mine), F("paid") - F("total"))


def _total(rows: QuerySet[Any], amount: Expression | Any) -> Coalesce:
    """The sum of `amount` over rows that refer to the outer customer, zero where there are none."""
    summed = rows.order_by().values("customer").annotate(sum=_exact(Sum(amount))).values("sum")
    return Coalesce(Subquery(summed, output_field=_AMOUNT), Value(ZERO), output_field=_AMOUNT)


def _exact(amount: Expression | Any) -> Round:
    """Whole pesewas: SQLite adds and subtracts in binary fractions."""
    return Round(amount, precision=2, output_field=_AMOUNT)
