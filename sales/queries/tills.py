"""Till sessions: which takes what is sold, what should be in each, and what a report of one says."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Case, DecimalField, F, OuterRef, Q, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce

from common.money import ZERO, cedis
from common.tenancy import TenantQuerySet
from sales.models import Cart, Expense, Payment, TillEvent, TillMovement, TillSession

Way = tuple[str, str]
"""A method and, for mobile money, a network."""
CASH: Way = (Payment.Method.CASH.value, "")

_SIGNED = Case(When(kind=Payment.Kind.REFUND, then=-F("amount")), default=F("amount"))
_MOVED = Case(When(kind=TillMovement.Kind.PAY_OUT, then=-F("amount")), default=F("amount"))


@dataclass(frozen=True, slots=True)
class Money:
    """One way to pay in one session, in GHS. `counted` is None until it was counted."""

    method: str
    network: str
    expected: Decimal
    counted: Decimal | None

    @property
    def difference(self) -> Decimal | None:
        """Above zero: more was there than expected."""
        return None if self.counted is None else self.counted - self.expected


def till_sessions(business_id: uuid.UUID, *, cashier_id: uuid.UUID | None = None) -> TenantQuerySet[TillSession]:
    """Sessions with the names they show and what was counted, the latest first; of one cashier where that is named."""
    found = TillSession.objects.of(business_id).select_related(
        "storefront", "cashier", "opened_by", "closed_by", "approved_by"
    )
    found = found.prefetch_related("counts", "movements__by")
    return found.filter(cashier_id=cashier_id) if cashier_id else found


def till_events(business_id: uuid.UUID) -> TenantQuerySet[TillEvent]:
    """What happened at tills, with the names it shows, the latest first."""
    return TillEvent.objects.of(business_id).select_related("storefront", "session", "by", "sale", "product")


def carts(business_id: uuid.UUID) -> TenantQuerySet[Cart]:
    """Carts that wait, with the names they show, the latest first."""
    return Cart.objects.of(business_id).select_related("customer", "held_by")


def sessions_at(
    business_id: uuid.UUID, moment: dt.datetime, *, cashier_id: uuid.UUID, till_id: uuid.UUID | None = None
) -> QuerySet[TillSession]:
    """Sessions that take what a person records at `moment`: the one named, else their own that was open then."""
    there = TillSession.objects.of(business_id).filter(Q(closed_at=None) | Q(closed_at__gt=moment))
    if till_id:
        return there.filter(pk=till_id)
    return there.filter(cashier_id=cashier_id, opened_at__lte=moment).order_by("-opened_at")


def expected(business_id: uuid.UUID, session_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, dict[Way, Decimal]]:
    """What should be in each session, in GHS by way to pay: the float, payments less refunds, pay-ins less pay-outs,
    less expenses.

    Four queries for any number of sessions. SQLite adds in binary fractions, hence the rounding.
    """
    found: dict[uuid.UUID, dict[Way, Decimal]] = {pk: defaultdict(lambda: ZERO) for pk in session_ids}
    sessions = TillSession.objects.of(business_id).filter(pk__in=session_ids)
    for pk, opening in sessions.values_list("pk", "opening_float"):
        found[pk][CASH] += opening
    money = Payment.objects.of(business_id).filter(till_session__in=session_ids).order_by()
    grouped = money.values_list("till_session", "method", "network")
    for pk, method, network, amount in grouped.annotate(sum=Sum(_SIGNED)):
        found[pk][method, network] += cedis(amount)
    moved = TillMovement.objects.of(business_id).filter(session__in=session_ids).order_by()
    for pk, amount in moved.values_list("session").annotate(sum=Sum(_MOVED)):
        found[pk][CASH] += cedis(amount)
    spent = Expense.objects.of(business_id).filter(till_session__in=session_ids, cancelled_at=None).order_by()
    for pk, method, network, amount in spent.values_list("till_session", "method", "network").annotate(
        sum=Sum("amount")
    ):
        found[pk][method, network] -= cedis(amount)
    return found


def with_money(business_id: uuid.UUID, sessions: Iterable[TillSession]) -> list[Any]:
    """The sessions, each with its `money`: a `Money` for each way to pay, cash first."""
    told: list[Any] = list(sessions)
    there = expected(business_id, [session.pk for session in told])
    for session in told:
        session.money = _money(session, there[session.pk])
    return told


def difference(money: Iterable[Money]) -> Decimal:
    """How much more was counted than expected, in GHS; below zero, how much was missing."""
    return sum((part.difference for part in money if part.difference is not None), ZERO)


def cash_in_tills(business_id: uuid.UUID) -> list[Any]:
    """The open sessions, each with its `money`: how much cash should be in the tills now. Eight queries."""
    return with_money(business_id, till_sessions(business_id).filter(closed_at=None))


def open_tills(business_id: uuid.UUID) -> QuerySet[Any]:
    """The open sessions, each with the `cash` that should be in it, so that it can be added up in the database."""
    cash = Q(method=Payment.Method.CASH)
    paid = Payment.objects.of(business_id).filter(cash)
    spent = Expense.objects.of(business_id).filter(cash, cancelled_at=None)
    found = TillSession.objects.of(business_id).filter(closed_at=None)
    return found.annotate(
        cash=F("opening_float")
        + _in_session(paid, "till_session", _SIGNED)
        + _in_session(TillMovement.objects.of(business_id), "session", _MOVED)
        - _in_session(spent, "till_session", F("amount"))
    )


def _in_session(rows: QuerySet[Any], session: str, amount: Any) -> Coalesce:
    """The sum of the rows of the session that is asked about."""
    own = rows.filter(**{session: OuterRef("pk")}).order_by().values(session)
    kind: DecimalField[Any, Any] = DecimalField(max_digits=14, decimal_places=2)
    return Coalesce(Subquery(own.annotate(sum=Sum(amount)).values("sum")), Value(ZERO), output_field=kind)


def _money(session: TillSession, expected: dict[Way, Decimal]) -> list[Money]:
    counted = {(count.method, count.network): count.counted for count in session.counts.all()}
    ways = sorted({CASH} | expected.keys() | counted.keys(), key=lambda way: (way != CASH, way))
    return [Money(*way, expected=expected.get(way, ZERO), counted=counted.get(way)) for way in ways]
