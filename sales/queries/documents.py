"""Sales, payments and statements as they are listed and shown."""

import datetime as dt
import uuid
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.db.models import F, Prefetch, Q, QuerySet, Sum

from common import shop_clock as clock
from common.money import ZERO
from common.tenancy import TenantQuerySet
from sales.models import OWED, Customer, Payment, PaymentAllocation, Sale, SaleLine

MOST_NAMED = 1_000  # customers whose sales are looked up one customer at a time
SALE_STATUSES = ("open", "overdue", "paid", "voided")


def sales(business_id: uuid.UUID) -> TenantQuerySet[Sale]:
    """Sales and returns with the names they show, newest first."""
    found = Sale.objects.of(business_id).select_related("storefront", "customer", "sold_by", "original")
    return found.defer("issued")


def mentioning(business_id: uuid.UUID, word: str) -> Q:
    """The condition of sales with `word` in their number, note or customer's name, each found by an index of its own.

    One query, for the customers.
    """
    named = Customer.objects.of(business_id).filter(name__icontains=word).order_by()
    known = list(named.values_list("pk", flat=True)[: MOST_NAMED + 1])
    customers = Q(customer_id__in=known) if len(known) <= MOST_NAMED else Q(customer__in=named)
    return Q(number__icontains=word) | Q(note__icontains=word) | customers


def sale_details(business_id: uuid.UUID) -> TenantQuerySet[Sale]:
    """As `sales`, with lines (each with `returned` units), payments, returns, and what settled it or it settled.

    Six queries in all.
    """
    lines: QuerySet[Any] = SaleLine.objects.of(business_id).select_related("product", "pack")
    allocations = PaymentAllocation.objects.of(business_id).order_by("at", "id")
    returns = Sale.objects.of(business_id).order_by("sold_at", "id")
    returned: Any = -Sum("returns__quantity")
    found = sales(business_id).defer(None).select_related("storefront__business", "credit_approved_by")
    return found.prefetch_related(
        Prefetch("lines", lines.annotate(returned=returned).order_by("position", "id")),
        Prefetch("payments", Payment.objects.of(business_id).order_by("received_at", "created_at", "id")),
        Prefetch("allocations", allocations.select_related("payment")),
        Prefetch("settles", allocations.select_related("invoice")),
        Prefetch("returns", returns),
    )


def with_status(status: str) -> Q:
    """The condition of a `status`: `paid`, `open` (something left to pay), `overdue` (of these, past due), `voided`."""
    if status == "voided":
        return Q(voided_at__isnull=False)
    is_open = OWED & Q(paid__lt=F("total"))
    if status == "paid":
        return Q(paid=F("total"), voided_at=None)
    return is_open & Q(due_date__lt=clock.today()) if status == "overdue" else is_open


def status_of(sale: Sale) -> str:
    """`paid`, `overdue`, `open` or `voided`."""
    if sale.voided_at:
        return "voided"
    if sale.paid == sale.total:
        return "paid"
    return "overdue" if sale.due_date and sale.due_date < clock.today() else "open"


def payments(business_id: uuid.UUID) -> TenantQuerySet[Payment]:
    """Money received and paid back, with what it settled, newest first. Two queries for any number."""
    found = Payment.objects.of(business_id).select_related("customer", "received_by", "sale")
    return found.prefetch_related("allocations__invoice")


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of a statement. `amount` above zero is owed to the shop; `balance` is what is owed after it."""

    at: dt.datetime
    kind: str
    document_id: uuid.UUID
    reference: str
    amount: Decimal
    balance: Decimal
    due_date: dt.date | None


@dataclass(frozen=True, slots=True)
class Statement:
    """A customer's account over days: opening and closing balance in GHS, and what lies between."""

    opening_balance: Decimal
    closing_balance: Decimal
    invoiced: Decimal
    received: Decimal
    entries: list[Entry]


def statement(business_id: uuid.UUID, customer_id: uuid.UUID, *, start: dt.date, end: dt.date) -> Statement:
    """The account of a customer from `start` up to, not including, `end`. Four queries."""
    since, until = clock.start_of(start), clock.start_of(end)
    documents = Sale.objects.of(business_id).filter(customer_id=customer_id, sold_at__lt=until)
    money = Payment.objects.of(business_id).filter(customer_id=customer_id, received_at__lt=until)
    opening = _sum(documents.filter(sold_at__lt=since), "total") - _net(money.filter(received_at__lt=since))
    rows = [_sale_entry(sale) for sale in documents.filter(sold_at__gte=since)]
    rows += [_payment_entry(payment) for payment in money.filter(received_at__gte=since)]
    rows.sort(key=lambda row: (row[0].at, row[1]))
    entries, balance = [], opening
    for entry, _ in rows:
        balance += entry.amount
        entries.append(replace(entry, balance=balance))
    return Statement(
        opening_balance=opening,
        closing_balance=balance,
        invoiced=sum((entry.amount for entry in entries if entry.kind in Sale.Kind.values), ZERO),
        received=-sum((entry.amount for entry in entries if entry.kind not in Sale.Kind.values), ZERO),
        entries=entries,
    )


def _sale_entry(sale: Sale) -> tuple[Entry, int]:
    """The entry and its place among entries of the same moment: the invoice before its payment."""
    return Entry(sale.sold_at, sale.kind, sale.pk, sale.number, sale.total, ZERO, sale.due_date), 0


def _payment_entry(payment: Payment) -> tuple[Entry, int]:
    back = payment.kind == Payment.Kind.REFUND
    kind = "refund" if back else "payment"
    amount = payment.amount if back else -payment.amount
    return Entry(payment.received_at, kind, payment.pk, payment.reference, amount, ZERO, None), 1


def _sum(rows: QuerySet[Any], field: str) -> Decimal:
    total: Decimal | None = rows.order_by().aggregate(sum=Sum(field))["sum"]
    return total or ZERO


def _net(money: QuerySet[Payment]) -> Decimal:
    """Received less paid back. One query."""
    back = Q(kind=Payment.Kind.REFUND)
    sums = money.order_by().aggregate(received=Sum("amount", filter=~back), back=Sum("amount", filter=back))
    return (sums["received"] or ZERO) - (sums["back"] or ZERO)
