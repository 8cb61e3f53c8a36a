"""Whom to ask for money today: every overdue customer in order of a stated formula, and who is left alone, and why.

Priority, out of 100: 40 for the rank of the overdue amount, 25 for days overdue (full at 90), 20 for the chance that
it is still unpaid in 30 days, 10 for a broken promise, 5 for time without contact (full at 14 days).
"""

import datetime as dt
import uuid
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

import numpy as np
from django.db.models import Max

from common import money
from common import shop_clock as clock
from reports import ledger, payment_dates, receivables
from reports.ledger import Book, Ints, cedis
from reports.payment_dates import Floats
from sales import queries
from sales.models import CollectionNote

WEIGHTS: Final = {"amount": 40.0, "age": 25.0, "chance": 20.0, "promise": 10.0, "contact": 5.0}
FULL_AGE_DAYS, FULL_SILENCE_DAYS = 90, 14
AHEAD_DAYS = 30
COOL_DOWN_DAYS = 3
BROKEN_FOR_DAYS = 90
URGENCIES: Final = ((75.0, "CRITICAL"), (55.0, "HIGH"), (35.0, "MEDIUM"), (0.0, "LOW"))


@dataclass(frozen=True)
class Debtor:
    """A customer to be asked. Amounts in GHS; `collectable` is overdue and not disputed."""

    customer_id: uuid.UUID
    outstanding: Decimal
    overdue: Decimal
    collectable: Decimal
    days_overdue: int
    unpaid_in_30_days: float
    expected_in_30_days: Decimal
    broken_promise: bool
    last_contact: dt.date | None
    priority: float

    @property
    def urgency(self) -> str:
        return next(name for least, name in URGENCIES if self.priority >= least)


@dataclass(frozen=True)
class LeftAlone:
    """A customer who is overdue and not to be asked today, with the reason in words and a day where it has one."""

    customer_id: uuid.UUID
    overdue: Decimal
    reason: str
    until: dt.date | None = None


@dataclass(frozen=True)
class CallList:
    """`debtors` by priority, and those left alone. Together they are everyone overdue."""

    as_of: dt.date
    book: Book
    debtors: list[Debtor]
    left_alone: list[LeftAlone]

    @property
    def overdue(self) -> Decimal:
        """All that is overdue, GHS: of those to be asked and those left alone."""
        asked = sum((each.overdue for each in self.debtors), money.ZERO)
        return asked + sum((each.overdue for each in self.left_alone), money.ZERO)

    @property
    def expected_in_30_days(self) -> Decimal:
        return sum((each.expected_in_30_days for each in self.debtors), money.ZERO)


def call_list(
    business_id: uuid.UUID,
    *,
    storefront_id: uuid.UUID | None = None,
    min_amount: Decimal = money.ZERO,
    overdue_only: bool = True,
) -> CallList:
    """Everyone with at least `min_amount` overdue (or open, unless `overdue_only`), as of today. Eight queries.

    A customer's unused credit counts as paid, towards the oldest due first.
    """
    book = ledger.book_to_collect(business_id, storefront_id=storefront_id)
    due = book.overdue if overdue_only else book.is_open
    owed = book.by_customer(book.open, due)
    wanted = np.flatnonzero((owed > 0) & (owed >= int(min_amount * 100)) & _named(book))
    standing = _Standing.of(business_id)
    late, undisputed = book.by_customer(book.open, book.overdue), book.by_customer(book.open, due & ~book.disputed)
    asked, alone = [], []
    for place in wanted.tolist():
        left = standing.leaves_alone(book, place, cedis(late[place]), disputed=not undisputed[place])
        asked.append(place) if left is None else alone.append(left)
    debtors = _debtors(book, np.array(asked, dtype=np.int64), standing, due & ~book.disputed)
    return CallList(book.as_of, book, debtors, alone)


def _named(book: Book) -> Any:
    return np.array([customer is not None for customer in book.customers], dtype=bool)


@dataclass(frozen=True)
class _Standing:
    """What was said and agreed lately, by customer."""

    open_promises: dict[Any, dt.date]
    broken_promises: set[Any]
    plans: set[Any]
    contacts: dict[Any, dt.date]

    @classmethod
    def of(cls, business_id: uuid.UUID) -> "_Standing":
        today = clock.today()
        promises = queries.promises(business_id).filter(due_on__gte=today - dt.timedelta(days=BROKEN_FOR_DAYS))
        found = list(promises.order_by().values_list("customer_id", "status", "due_on"))
        plans = queries.payment_plans(business_id).filter(status="active").order_by()
        there = CollectionNote.objects.of(business_id).exclude(outcome=CollectionNote.Outcome.FAILED)
        notes = there.order_by().values_list("customer_id")
        contacts = notes.filter(at__gte=clock.start_of(today - dt.timedelta(days=365))).annotate(last=Max("at"))
        return cls(
            open_promises={customer: due for customer, status, due in found if status == "open"},
            broken_promises={customer for customer, status, _ in found if status == "broken"},
            plans=set(plans.values_list("customer_id", flat=True)),
            contacts={customer: clock.local_date(at) for customer, at in contacts},
        )

    def leaves_alone(self, book: Book, place: int, overdue: Decimal, *, disputed: bool) -> LeftAlone | None:
        """Why this customer is not asked today; None when they are."""
        customer = book.customers[place]
        assert customer is not None
        if disputed:
            return LeftAlone(customer, overdue, "Everything overdue is in dispute; settle the dispute first.")
        if (promised := self.open_promises.get(customer)) is not None:
            return LeftAlone(customer, overdue, "Promised to pay, and the day has not passed.", promised)
        if customer in self.plans:
            return LeftAlone(customer, overdue, "Is keeping to a payment plan.")
        contact = self.contacts.get(customer)
        if contact is not None and (book.as_of - contact).days < COOL_DOWN_DAYS:
            until = contact + dt.timedelta(days=COOL_DOWN_DAYS)
            return LeftAlone(customer, overdue, "Was contacted in the last few days.", until)
        return None


def _debtors(book: Book, asked: Ints, standing: _Standing, askable: Any) -> list[Debtor]:
    if not asked.size:
        return []
    outstanding, overdue, collectable = (
        book.by_customer(book.open, where)[asked] for where in (book.is_open, book.overdue, askable)
    )
    expected = book.by_customer(book.open * (1 - _still_unpaid(book)), askable)[asked]
    chance = np.where(collectable > 0, 1 - expected / np.maximum(collectable, 1), 1.0)
    late = receivables.days_overdue(book)[asked]
    owners = [book.customers[place] for place in asked]
    broken = np.array([owner in standing.broken_promises for owner in owners])
    silence = [
        (book.as_of - standing.contacts[o]).days if o in standing.contacts else FULL_SILENCE_DAYS for o in owners
    ]
    priority = _priority(collectable, late, chance, broken, np.array(silence))
    found = [
        Debtor(
            customer_id=owner,
            outstanding=cedis(outstanding[i]),
            overdue=cedis(overdue[i]),
            collectable=cedis(collectable[i]),
            days_overdue=int(late[i]),
            unpaid_in_30_days=float(chance[i]),
            expected_in_30_days=cedis(expected[i]),
            broken_promise=bool(broken[i]),
            last_contact=standing.contacts.get(owner),
            priority=float(priority[i]),
        )
        for i, owner in enumerate(owners)
        if owner is not None
    ]
    return sorted(found, key=lambda d: (-d.priority, -d.collectable, str(d.customer_id)))


def _still_unpaid(book: Book) -> Floats:
    """For each invoice the chance that it is unpaid in 30 days; zero for what is paid."""
    chance = np.zeros(len(book.open))
    where = book.is_open
    chance[where] = payment_dates.still_unpaid(book, where, AHEAD_DAYS)
    return chance


def _priority(amount: Ints, late: Ints, chance: Floats, broken: Any, silence: Any) -> Any:
    ordered = np.sort(amount)
    rank = np.searchsorted(ordered, amount, "right") / len(ordered)
    return np.round(
        WEIGHTS["amount"] * rank
        + WEIGHTS["age"] * np.minimum(1, np.maximum(late, 0) / FULL_AGE_DAYS)
        + WEIGHTS["chance"] * chance
        + WEIGHTS["promise"] * broken
        + WEIGHTS["contact"] * np.minimum(1, np.maximum(silence, 0) / FULL_SILENCE_DAYS),
        1,
    )
