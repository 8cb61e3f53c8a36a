"""How healthy the credit given to all customers is: a score, its parts, the month before, risks and opportunities.

Score, out of 100: 40 % the customers' credit scores weighted by what they owe (the shop's median, or 50, where a
customer has none), 30 % the share not overdue, 30 % 100 less one and a half times the share over 30 days overdue.
"""

import uuid
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

import numpy as np
from dateutil.relativedelta import relativedelta
from django.db.models import F, Sum

from common import money
from common import shop_clock as clock
from reports import credit_score, ledger, payment_dates, receivables
from reports.credit_score import Scores
from reports.ledger import Book, Ints, cedis
from reports.packed_columns import Pesewas
from reports.payment_dates import Floats
from sales.models import Customer

STATUSES: Final = ((85, "EXCELLENT"), (70, "GOOD"), (50, "MODERATE_RISK"), (30, "HIGH_RISK"), (0, "CRITICAL"))
SCORE_STEP, DAYS_STEP, PERCENT_STEP = 3, 2, 3
UNKNOWN_SCORE = 50.0
RISKY_SCORE, RISKY_DAYS, LOST_DAYS = 55.0, 60, 90
EXCELLENT_SCORE, BUSY_USE = 80.0, 0.6
RAISE = Decimal("0.25")
CONCENTRATED = 0.25
RECENT_DAYS, HALF_YEAR_DAYS = 90, 180
AHEAD_DAYS = 30


@dataclass(frozen=True)
class Finding:
    """A risk or an opportunity: what it is, how many customers, and the amount in GHS."""

    kind: str
    customers: int
    amount: Decimal


@dataclass(frozen=True)
class Snapshot:
    """The portfolio at the end of a day. Amounts in GHS; shares in percent; None where nothing can be divided."""

    score: int
    outstanding: Decimal
    overdue: Decimal
    overdue_share: Decimal | None
    collection_days: int | None
    utilisation: Decimal | None
    lost_share: Decimal | None


@dataclass(frozen=True)
class TopDebtor:
    customer_id: uuid.UUID
    name: str
    outstanding: Decimal
    days_overdue: int


@dataclass(frozen=True)
class Portfolio:
    """The portfolio today and a month before, with what stands out."""

    now: Snapshot
    before: Snapshot
    debtors: int
    overdue_customers: int
    credit_extended: Decimal
    default_risk: Decimal
    expected_in_30_days: Decimal
    risks: list[Finding]
    opportunities: list[Finding]
    top: list[TopDebtor]
    ever_on_account: bool

    @property
    def status(self) -> str:
        return next(name for least, name in STATUSES if self.now.score >= least)

    @property
    def trend(self) -> str:
        """IMPROVING, DETERIORATING or STABLE against the month before, by three points."""
        change = self.now.score - self.before.score
        return "STABLE" if abs(change) < SCORE_STEP else "IMPROVING" if change > 0 else "DETERIORATING"


def direction(before: Any, now: Any, step: float) -> str:
    """INCREASING, DECREASING or STABLE; STABLE too where either is not known."""
    if before is None or now is None or abs(now - before) < step:
        return "STABLE"
    return "INCREASING" if now > before else "DECREASING"


def of_business(business_id: uuid.UUID, *, storefront_id: uuid.UUID | None = None) -> Portfolio:
    """The portfolio as of today, of one storefront or all. Five queries."""
    today = clock.today()
    before, now = ledger.books(business_id, [today - relativedelta(months=1), today], storefront_id=storefront_id)
    people = _People.of(business_id, now)
    late, owed = receivables.days_overdue(now), now.by_customer(now.open)
    measured = credit_score.score(now)
    scores, expected = measured.score, _expected(now)
    risky = (owed > 0) & ((np.nan_to_num(scores, nan=100.0) < RISKY_SCORE) | (late > RISKY_DAYS))
    lost = (owed > 0) & ((np.nan_to_num(scores, nan=100.0) < credit_score.RISK_LEVELS[2][0]) | (late > LOST_DAYS))
    return Portfolio(
        now=_snapshot(now, people, measured),
        before=_snapshot(before, people, credit_score.score(before)),
        debtors=int((owed > 0).sum()),
        overdue_customers=int((late > 0).sum()),
        credit_extended=people.extended,
        default_risk=cedis(owed[lost].sum()),
        expected_in_30_days=expected,
        risks=_risks(now, people, owed, risky),
        opportunities=_opportunities(now, people, owed, scores, expected),
        top=_top(business_id, now, owed, late),
        ever_on_account=bool(len(now.open)),
    )


@dataclass(frozen=True)
class _People:
    """Credit limits in pesewas by place in the book, -1 where none is set; `extended` adds up those not on hold."""

    limits: Ints
    extended: Decimal

    @classmethod
    def of(cls, business_id: uuid.UUID, book: Book) -> "_People":
        limited = Customer.objects.of(business_id).filter(credit_limit__isnull=False).order_by()
        extended = limited.filter(credit_hold=False).aggregate(sum=Sum("credit_limit"))["sum"] or money.ZERO
        limits = np.full(len(book.customers), -1, dtype=np.int64)
        for customer, limit in limited.values_list("pk", Pesewas(F("credit_limit"))):
            place = book.index_of.get(customer)
            if place is not None:
                limits[place] = limit
        return cls(limits, extended)


def _snapshot(book: Book, people: _People, scores: Scores) -> Snapshot:
    amounts = receivables.bucket_pesewas(book).sum(axis=0)
    total = int(amounts.sum())
    overdue, serious = int(amounts[1:].sum()), int(amounts[2:].sum())
    limited = people.limits > 0
    used = cedis(book.by_customer(book.open)[limited].sum())
    return Snapshot(
        score=_score(book, scores, total, overdue, serious),
        outstanding=cedis(total),
        overdue=cedis(overdue),
        overdue_share=money.share(cedis(overdue), cedis(total)),
        collection_days=_collection_days(book),
        utilisation=money.share(used, cedis(people.limits[limited].sum())),
        lost_share=money.share(cedis(amounts[-1]), cedis(total)),
    )


def _score(book: Book, scores: Scores, total: int, overdue: int, serious: int) -> int:
    usual = UNKNOWN_SCORE if np.isnan(scores.shop_median) else scores.shop_median
    known = np.where(np.isnan(scores.score), usual, scores.score)
    if not total:
        return round(0.4 * (float(known.mean()) if len(known) else UNKNOWN_SCORE) + 60)
    weighted = float((known * book.by_customer(book.open)).sum() / total)
    return round(0.4 * weighted + 30 * (1 - overdue / total) + 30 * max(0.0, 1 - 1.5 * serious / total))


def _collection_days(book: Book) -> int | None:
    """Days from sale to payment of what was settled in the last 90 days, weighted by amount."""
    recent = ~book.is_open & (book.settled > book.today - RECENT_DAYS)
    weight = book.total[recent]
    return round(float((weight * (book.settled - book.sold)[recent]).sum() / weight.sum())) if weight.sum() else None


def _expected(book: Book) -> Decimal:
    """What of the overdue money is likely to come within 30 days."""
    where = book.overdue
    if not where.any():
        return money.ZERO
    return cedis((book.open[where] * (1 - payment_dates.still_unpaid(book, where, AHEAD_DAYS))).sum())


def _risks(book: Book, people: _People, owed: Ints, risky: Any) -> list[Finding]:
    over = np.where(people.limits >= 0, np.maximum(owed - people.limits, 0), 0)
    without = np.where(people.limits < 0, owed, 0)
    very_late = book.by_customer(book.open, book.is_open & (book.late > LOST_DAYS))
    largest = int(owed.max()) if owed.size else 0
    concentrated = (owed > 0).sum() > 3 and largest > CONCENTRATED * owed.sum()
    found = [
        Finding("customers_at_risk", int(risky.sum()), cedis(owed[risky].sum())),
        Finding("over_90_days", int((very_late > 0).sum()), cedis(very_late.sum())),
        Finding("over_limit", int((over > 0).sum()), cedis(over.sum())),
        Finding("one_large_debtor", 1, cedis(largest if concentrated else 0)),
        Finding("no_limit_set", int((without > 0).sum()), cedis(without.sum())),
    ]
    return sorted((each for each in found if each.amount > 0), key=lambda each: -each.amount)


def _opportunities(book: Book, people: _People, owed: Ints, scores: Floats, expected: Decimal) -> list[Finding]:
    """Customers to give more, with a quarter of what they buy in a month; and what can be collected."""
    late = receivables.days_overdue(book) > 0
    busy = (people.limits > 0) & (owed >= BUSY_USE * people.limits)
    ready = (np.nan_to_num(scores, nan=0.0) >= EXCELLENT_SCORE) & ~late & busy
    half_year = book.by_customer(book.total, book.sold > book.today - HALF_YEAR_DAYS)
    more = money.cedis(cedis(half_year[ready].sum()) / 6 * RAISE)
    found = [
        Finding("raise_limits", int(ready.sum()), more),
        Finding("collect_now", int(late.sum()), expected),
    ]
    return [each for each in found if each.amount > 0]


def _top(business_id: uuid.UUID, book: Book, owed: Ints, late: Ints) -> list[TopDebtor]:
    named = [place for place in np.argsort(-owed, kind="stable")[:6].tolist() if owed[place] and book.customers[place]]
    rows = Customer.objects.of(business_id).filter(pk__in=[book.customers[place] for place in named])
    names = dict(rows.order_by().values_list("pk", "name"))
    found = []
    for place in named[:5]:
        customer = book.customers[place]
        assert customer is not None
        found.append(TopDebtor(customer, names[customer], cedis(owed[place]), int(late[place])))
    return found
