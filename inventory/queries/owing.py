"""Reads of what the shop owes its suppliers."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import F, Min, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from common import shop_clock as clock
from common.money import ZERO, cedis
from common.tenancy import TenantQuerySet
from inventory.models import Supplier, SupplierBill, SupplierPayment

BUCKETS = {
    "current": (None, 0),
    "days_1_30": (0, 30),
    "days_31_60": (30, 60),
    "days_61_90": (60, 90),
    "days_over_90": (90, None),
}
OPEN = Q(cancelled_at=None, paid__lt=F("amount"))
BILL_STATUSES = ("open", "overdue", "paid", "cancelled")


@dataclass(frozen=True, slots=True)
class SupplierAccount:
    """What is open with one supplier, in GHS: bills by how long they are overdue, and what was paid in advance."""

    supplier_id: uuid.UUID
    supplier_name: str
    owed: Decimal
    advance: Decimal
    overdue: Decimal
    oldest_due_on: dt.date | None
    buckets: Mapping[str, Decimal]

    @property
    def balance(self) -> Decimal:
        """Bills less payments: above zero the shop owes, below zero the supplier does."""
        return self.owed - self.advance


def supplier_bills(business_id: uuid.UUID) -> TenantQuerySet[SupplierBill]:
    """Bills, newest first."""
    return SupplierBill.objects.of(business_id).select_related("supplier", "receipt", "by")


def bills_in_state(rows: QuerySet[Any], status: str) -> QuerySet[Any]:
    """The bills that are open, overdue, paid or cancelled today."""
    late = OPEN & Q(due_on__lt=clock.today())
    states = {"open": OPEN, "overdue": late, "paid": Q(paid=F("amount")), "cancelled": Q(cancelled_at__isnull=False)}
    return rows.filter(states[status])


def supplier_payments(business_id: uuid.UUID) -> TenantQuerySet[SupplierPayment]:
    """Payments to suppliers, newest first, each with what it settled."""
    found = SupplierPayment.objects.of(business_id).select_related("supplier", "by")
    return found.prefetch_related("allocations__bill")


def supplier_accounts(business_id: uuid.UUID) -> list[SupplierAccount]:
    """Every supplier with something open or paid in advance, the largest balance first. Three queries."""
    bills, advances = _open_bills(business_id), _advances(business_id)
    names = Supplier.objects.of(business_id).filter(pk__in=bills.keys() | advances.keys()).values_list("pk", "name")
    accounts = [_account(pk, name, bills.get(pk, {}), advances.get(pk, ZERO)) for pk, name in names.order_by("name")]
    return sorted(accounts, key=lambda account: -account.balance)


def _open_bills(business_id: uuid.UUID) -> dict[uuid.UUID, dict[str, Any]]:
    rows = SupplierBill.objects.of(business_id).filter(OPEN).order_by().values("supplier_id")
    open_amount = F("amount") - F("paid")
    sums = {name: Coalesce(Sum(open_amount, filter=_due(*days)), ZERO) for name, days in BUCKETS.items()}
    found = rows.annotate(oldest_due_on=Min("due_on"), **sums)
    return {row["supplier_id"]: dict(row) for row in found}


def _due(more_than: int | None, at_most: int | None) -> Q:
    """Bills that are overdue by so many days."""
    today, condition = clock.today(), Q()
    if more_than is not None:
        condition &= Q(due_on__lt=today - dt.timedelta(days=more_than))
    if at_most is not None:
        condition &= Q(due_on__gte=today - dt.timedelta(days=at_most))
    return condition


def _advances(business_id: uuid.UUID) -> dict[uuid.UUID, Decimal]:
    unused = SupplierPayment.objects.of(business_id).filter(cancelled_at=None, allocated__lt=F("amount"))
    by_supplier = unused.order_by().values_list("supplier_id").annotate(rest=Sum(F("amount") - F("allocated")))
    return {pk: cedis(rest) for pk, rest in by_supplier}


def _account(pk: uuid.UUID, name: str, bills: Mapping[str, Any], advance: Decimal) -> SupplierAccount:
    buckets = {bucket: cedis(bills.get(bucket, ZERO)) for bucket in BUCKETS}
    owed = sum(buckets.values(), ZERO)
    return SupplierAccount(pk, name, owed, advance, owed - buckets["current"], bills.get("oldest_due_on"), buckets)


def sums_of(accounts: Iterable[SupplierAccount]) -> SupplierAccount:
    """All suppliers as if they were one, without a name."""
    each = list(accounts)
    buckets = {name: sum((account.buckets[name] for account in each), ZERO) for name in BUCKETS}
    oldest = min((account.oldest_due_on for account in each if account.oldest_due_on), default=None)
    owed, advance, overdue = (
        sum((getattr(account, part) for account in each), ZERO) for part in ("owed", "advance", "overdue")
    )
    return SupplierAccount(uuid.UUID(int=0), "", owed, advance, overdue, oldest, buckets)
