"""What the report of a till session says: sales, returns, money by way to pay, cash in and out."""

import datetime as dt
import uuid
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q, Sum

from accounts.models import Business
from common import clock
from common.money import ZERO
from sales.models import SOLD, Expense, Payment, Sale, TillEvent, TillMovement, TillSession
from sales.queries.tills import Money, difference

_OF_GOODS = Q(sale__isnull=False, sale__voided_at=None)


@dataclass(frozen=True, slots=True)
class Moved:
    """Cash put in or taken out; the amount in GHS is below zero for what was taken out."""

    at: dt.datetime
    by: str
    reason: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class TillReport:
    """A session on paper, amounts in GHS. `money` is None while the cashier has not counted yet.

    `not_paid` is what of the sales went on account or was met from credit. `late` is money that came in by a till
    without a connection after the session was approved.
    """

    till_id: uuid.UUID
    title: str
    number: int
    day: dt.date
    till: str
    business: str
    storefront: str
    cashier: str
    opened_at: dt.datetime
    closed_at: dt.datetime | None
    closed_by: str | None
    approved_at: dt.datetime | None
    approved_by: str | None
    opening_float: Decimal
    sales: int
    sold: Decimal
    discounts: Decimal
    returns: int
    returned: Decimal
    voids: int
    voided: Decimal
    tax: Decimal
    not_paid: Decimal
    collected: Decimal
    expenses: Decimal
    movements: list[Moved]
    money: list[Money] | None
    difference: Decimal | None
    late: Decimal
    events: dict[str, int]
    reason: str
    currency: str = "GHS"


def till_report(session: Any, *, business: Business, blind: bool) -> TillReport:
    """The report of a session from `with_money`; without what is expected while `blind`. Four queries."""
    goods, money = _goods(session), _money(session)
    counted = session.closed_at is not None
    return TillReport(
        till_id=session.pk,
        title="Z report" if counted else "X report",
        number=session.number,
        till=session.till,
        day=clock.trading_day(session.opened_at, business.day_ends_at),
        business=business.name,
        storefront=session.storefront.name,
        cashier=session.cashier.name,
        opened_at=session.opened_at,
        closed_at=session.closed_at,
        closed_by=session.closed_by.name if session.closed_by else None,
        approved_at=session.approved_at,
        approved_by=session.approved_by.name if session.approved_by else None,
        opening_float=session.opening_float,
        sales=goods["sales"],
        sold=goods["sold"] or ZERO,
        discounts=goods["discounts"] or ZERO,
        returns=goods["returns"],
        returned=-(goods["returned"] or ZERO),
        voids=goods["voids"],
        voided=goods["voided"] or ZERO,
        tax=goods["tax"] or ZERO,
        not_paid=(goods["sold"] or ZERO) - (money["paid"] or ZERO) + (money["given"] or ZERO),
        collected=money["collected"] or ZERO,
        expenses=_expenses(session),
        movements=[_moved(row) for row in session.movements.all()],
        money=None if blind else session.money,
        difference=difference(session.money) if counted else None,
        late=money["late"] or ZERO,
        events=_events(session),
        reason=session.reason,
    )


def _goods(session: TillSession) -> dict[str, Any]:
    back = Q(kind=Sale.Kind.RETURN)
    voided = Q(kind=Sale.Kind.SALE, voided_at__isnull=False)
    documents = Sale.objects.of(session.business_id).filter(till_session=session).order_by()
    return documents.aggregate(
        sales=Count("id", filter=SOLD),
        sold=Sum("total", filter=SOLD),
        discounts=Sum("discount", filter=SOLD),
        voids=Count("id", filter=voided),
        voided=Sum("total", filter=voided),
        returns=Count("id", filter=back),
        returned=Sum("total", filter=back),
        tax=Sum("tax"),
    )


def _money(session: TillSession) -> dict[str, Any]:
    received = Q(kind=Payment.Kind.RECEIVED)
    late = Q(created_at__gt=session.approved_at) if session.approved_at else Q(pk=None)
    payments = Payment.objects.of(session.business_id).filter(till_session=session).order_by()
    return payments.aggregate(
        paid=Sum("amount", filter=received & _OF_GOODS),
        given=Sum("amount", filter=~received & Q(sale__kind=Sale.Kind.EXCHANGE)),
        collected=Sum("amount", filter=received & Q(sale=None)),
        late=Sum("amount", filter=received & late),
    )


def _expenses(session: TillSession) -> Decimal:
    """What was spent out of the till."""
    spent = Expense.objects.of(session.business_id).filter(till_session=session, cancelled_at=None)
    return spent.aggregate(sum=Sum("amount"))["sum"] or ZERO


def _events(session: TillSession) -> dict[str, int]:
    """How often what happened, by kind."""
    found = TillEvent.objects.of(session.business_id).filter(session=session).order_by()
    return dict(found.values_list("kind").annotate(Count("pk")).order_by("kind"))


def _moved(row: TillMovement) -> Moved:
    sign = -1 if row.kind == TillMovement.Kind.PAY_OUT else 1
    return Moved(row.at, row.by.name, row.reason, sign * row.amount)
