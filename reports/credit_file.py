"""One customer's credit: score with points, what knocks it out, context, comparable customers, the limit it bears.

Suggested limit: the median of six months' purchases on account × (terms + days late that four in five payments stay
within) / 30 × a factor of the grade, down to GHS 50, and never more than a quarter above the present limit.
"""

import datetime as dt
import math
import uuid
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

import numpy as np
from django.db.models import Avg

from common import money
from common import shop_clock as clock
from reports import credit_score, ledger, payment_dates, profiles, receivables
from reports.credit_score import Scores
from reports.ledger import Book, cedis
from reports.profiles import NO_PURCHASES, Paying, Purchases
from reports.receivables import Measure
from sales import queries
from sales.models import Customer

GRADE_FACTORS: Final = {"A": "1.5", "B": "1.25", "C": "1.0", "D": "0.5", "E": "0"}
STEP, MOST_RAISE = 50, Decimal("1.25")
KNOCK_OUT_DAYS, PROMISE_GRACE_DAYS = 90, 14
SIMILAR, LEAST_SIMILAR = 10.0, 3
LATE_QUANTILE = 0.2
TREND_DAYS = 90


@dataclass(frozen=True)
class Factor:
    """A line of the scorecard. `value` is in words; `max_points` 0 marks context that carries no weight."""

    factor: str
    value: str
    points: float
    max_points: float


@dataclass(frozen=True)
class Comparable:
    """Customers within ten points: how many, their mean limit, the share ever more than 90 days late. None: too few."""

    customers: int
    mean_limit: Decimal | None
    default_percent: Decimal | None


@dataclass(frozen=True)
class CreditFile:
    """What is known of a customer's credit today. `score` is None under three settled invoices."""

    score: float | None
    grade: str
    risk_level: str | None
    knock_outs: list[str]
    scorecard: list[Factor]
    paying: Paying
    purchases: Purchases
    outstanding: Decimal
    overdue: Decimal
    days_overdue: int
    utilisation: Measure
    lateness_trend: int | None
    monthly_purchases: Decimal
    likely_days_late: int
    limit_borne: Decimal
    similar: Comparable
    shop_median: float | None

    @property
    def confidence(self) -> float:
        """The weight that the customer's own history has in the score."""
        return round(self.paying.settled / (self.paying.settled + credit_score.SHRINK_WEIGHT), 2)


def of_customer(business_id: uuid.UUID, customer: Customer) -> CreditFile:
    """The credit of a customer as of today; unused credit counts as paid. Seven queries."""
    book = ledger.book_to_collect(business_id)
    scores = credit_score.score(book)
    place = book.index_of.get(customer.pk)
    bought = profiles.purchases(business_id, [customer.pk]).get(customer.pk, NO_PURCHASES)
    mine = book.customer == (-1 if place is None else place)
    outstanding, overdue = cedis(book.open[mine].sum()), cedis(book.open[mine & book.overdue].sum())
    days = int(book.late[mine & book.overdue].max()) if (mine & book.overdue).any() else 0
    knock_outs = _knock_outs(business_id, customer, days, overdue)
    value = _value(scores, place, knock_outs)
    monthly, late = _monthly(book, customer.pk), _likely_days_late(book, place)
    use = receivables.utilisation(outstanding, customer.credit_limit)
    trend = _trend(book, mine)
    return CreditFile(
        score=value,
        grade="" if value is None else credit_score.grade(value),
        risk_level=None if value is None else credit_score.risk_level(value),
        knock_outs=knock_outs,
        scorecard=_scorecard(scores, place) + _context(bought, use, trend, book.sold[mine]),
        paying=profiles.paying(book, customer.pk),
        purchases=bought,
        outstanding=outstanding,
        overdue=overdue,
        days_overdue=days,
        utilisation=use,
        lateness_trend=trend,
        monthly_purchases=monthly,
        likely_days_late=late,
        limit_borne=_limit(value, monthly, customer, late),
        similar=_similar(business_id, book, scores, place),
        shop_median=None if math.isnan(scores.shop_median) else round(scores.shop_median, 1),
    )


def _knock_outs(business_id: uuid.UUID, customer: Customer, days: int, overdue: Decimal) -> list[str]:
    """`hold`, `very_late`, `broken_promise`: what no score makes up for."""
    since = clock.today() - dt.timedelta(days=PROMISE_GRACE_DAYS)
    promises = queries.promises(business_id).filter(customer=customer, status="broken", due_on__lt=since)
    broken = overdue > 0 and promises.exists() if overdue > 0 else False
    found = {"hold": customer.credit_hold, "very_late": days > KNOCK_OUT_DAYS, "broken_promise": broken}
    return [name for name, is_so in found.items() if is_so]


def _value(scores: Scores, place: int | None, knock_outs: list[str]) -> float | None:
    if place is None or math.isnan(scores.score[place]):
        return None
    value = round(float(scores.score[place]), 1)
    return min(value, credit_score.KNOCK_OUT_CAP) if knock_outs else value


def _scorecard(scores: Scores, place: int | None) -> list[Factor]:
    """The factors that make the score, before it is drawn toward the shop's median. Empty without history."""
    if place is None or not scores.counted[place]:
        return []
    late, counted = int(scores.late_count[place]), int(scores.counted[place])
    share = round(float(scores.seriously_late_share[place]) * 100)
    values = {
        "timeliness": f"{scores.days_late[place]:+.0f} days from the due date on average, recent and large weigh more",
        "delinquency": f"{share}% of the balance more than 30 days overdue",
        "punctuality": f"{late} of {counted} invoices late",
    }
    best = credit_score.LATENESS_POINTS[0][1] / 100  # paid early earns more than paid on the day
    most = (credit_score.TIMELINESS * best, credit_score.DELINQUENCY, credit_score.PUNCTUALITY)
    earned = (scores.timeliness, scores.delinquency, scores.punctuality)
    return [
        Factor(name, value, round(float(points[place]), 1), round(whole / credit_score.DIVISOR, 1))
        for (name, value), points, whole in zip(values.items(), earned, most, strict=True)
    ]


def _context(bought: Purchases, use: Measure, trend: int | None, sold: ledger.Ints) -> list[Factor]:
    """Shown beside the score; without weight until the shop's own data proves them."""
    months = (clock.today() - bought.first_on).days * 12 // 365 if bought.first_on else 0
    values = {
        "utilisation": use.reason if use.value is None else f"{use.value}% of the credit limit in use",
        "trend": "Too few payments to tell" if trend is None else f"{trend:+d} days against the 90 days before",
        "regularity": _regularity(sold),
        "tenure": f"{months} {'month' if months == 1 else 'months'} since the first purchase"
        if bought.first_on
        else "No purchase yet",
    }
    return [Factor(name, value, 0.0, 0.0) for name, value in values.items()]


def _regularity(sold: ledger.Ints) -> str:
    gaps = np.diff(np.unique(sold))
    if len(gaps) < 3:
        return "Too few purchases to tell"
    variation = float(gaps.std() / gaps.mean())
    kind = "regular" if variation < 0.5 else "fairly regular" if variation < 1 else "irregular"
    return f"{kind} purchases, every {round(float(np.median(gaps)))} days or so"


def _trend(book: Book, mine: ledger.Flags) -> int | None:
    """Mean days late of the last 90 days' payments, less that of the 90 before; None with fewer than two each."""
    age = book.today - book.settled
    spans = [mine & ~book.is_open & (age >= start) & (age < start + TREND_DAYS) for start in (0, TREND_DAYS)]
    if min(int(span.sum()) for span in spans) < 2:
        return None
    recent, earlier = (float(book.late[span].mean()) for span in spans)
    return round(recent - earlier)


def _monthly(book: Book, customer_id: uuid.UUID) -> Decimal:
    return profiles.monthly_credit_purchases(book, customer_id)


def _likely_days_late(book: Book, place: int | None) -> int:
    """Days late that four in five of the customer's payments stay within, 0 at least."""
    if place is None:
        return 0
    survival = payment_dates.fit(book, np.array([place]))
    start = np.array([payment_dates.EARLIEST - 1])
    return max(0, int(survival.lateness(np.array([0]), start, LATE_QUANTILE)[0]))


def _limit(score: float | None, monthly: Decimal, customer: Customer, days_late: int) -> Decimal:
    if score is None:
        return money.ZERO
    factor = Decimal(GRADE_FACTORS[credit_score.grade(score)])
    limit = monthly * (customer.terms_days + days_late) / 30 * factor
    if customer.credit_limit:
        limit = min(limit, customer.credit_limit * MOST_RAISE)
    return money.whole_step_down(limit, STEP)


def _similar(business_id: uuid.UUID, book: Book, scores: Scores, place: int | None) -> Comparable:
    if place is None or math.isnan(scores.score[place]):
        return Comparable(0, None, None)
    near = np.abs(np.nan_to_num(scores.score, nan=-1000.0) - scores.score[place]) <= SIMILAR
    near[place] = False
    ids = [book.customers[index] for index in np.flatnonzero(near)]
    if len(ids) < LEAST_SIMILAR:
        return Comparable(len(ids), None, None)
    defaulted = np.zeros(len(book.customers), dtype=bool)
    defaulted[book.customer[book.late > KNOCK_OUT_DAYS]] = True
    limits = Customer.objects.of(business_id).filter(pk__in=[key for key in ids if key], credit_limit__gt=0)
    mean = limits.order_by().aggregate(mean=Avg("credit_limit"))["mean"]
    share = money.share(Decimal(int((defaulted & near).sum())), Decimal(len(ids)))
    return Comparable(len(ids), None if mean is None else money.cedis(mean), share)
