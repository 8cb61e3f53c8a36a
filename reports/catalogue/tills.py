"""What was expected and counted in the tills, by session."""

import datetime as dt
import uuid
from typing import Any

from common import money
from common import shop_clock as clock
from reports.period import Period
from reports.report import Answer, Asked, Report, Summary
from reports.shapes import Id, Money, shape
from sales import queries


def summarise(business_id: uuid.UUID, period: Period) -> Summary:
    return _summary(_sessions(business_id, period))


def build(business_id: uuid.UUID, asked: Asked) -> Answer:
    sessions = _sessions(business_id, asked.period)
    return Answer(_summary(sessions), [_row(session) for session in sessions[: asked.limit]])


def _sessions(business_id: uuid.UUID, period: Period) -> list[Any]:
    """The sessions opened in the period, with their money, the latest first. Eight queries."""
    found = queries.till_sessions(business_id).filter(
        opened_at__gte=clock.start_of(period.start), opened_at__lt=clock.start_of(period.end)
    )
    if period.storefront_id:
        found = found.filter(storefront_id=period.storefront_id)
    return queries.with_money(business_id, found)


def _summary(sessions: list[Any]) -> Summary:
    off = [queries.difference(session.money) for session in sessions if session.closed_at]
    in_tills = sum((session.money[0].expected for session in sessions if not session.closed_at), money.ZERO)
    return {
        "sessions": len(sessions),
        "open": sum(session.closed_at is None for session in sessions),
        "to_approve": sum(session.closed_at is not None and session.approved_at is None for session in sessions),
        "cash_in_open_tills": money.plain(in_tills),
        "short": money.plain(-sum((amount for amount in off if amount < 0), money.ZERO)),
        "over": money.plain(sum((amount for amount in off if amount > 0), money.ZERO)),
        "difference": money.plain(sum(off, money.ZERO)),
    }


def _row(session: Any) -> dict[str, Any]:
    cash = session.money[0]
    closed = session.closed_at is not None
    return {
        "till_id": session.pk,
        "till": session.till,
        "number": session.number,
        "storefront_name": session.storefront.name,
        "cashier_id": session.cashier_id,
        "cashier_name": session.cashier.name,
        "opened_at": session.opened_at,
        "closed_at": session.closed_at,
        "approved_at": session.approved_at,
        "cash_expected": money.plain(cash.expected),
        "cash_counted": None if cash.counted is None else money.plain(cash.counted),
        "difference": money.plain(queries.difference(session.money)) if closed else None,
        "reason": session.reason,
    }


Totals = shape(
    "TillsTotals",
    sessions=int,
    open=int,
    to_approve=int,
    cash_in_open_tills=Money,
    short=Money,
    over=Money,
    difference=Money,
)
RowShape = shape(
    "TillsRow",
    till_id=Id,
    till=str,
    number=int,
    storefront_name=str,
    cashier_id=Id,
    cashier_name=str,
    opened_at=dt.datetime,
    closed_at=dt.datetime | None,
    approved_at=dt.datetime | None,
    cash_expected=Money,
    cash_counted=Money | None,
    difference=Money | None,
    reason=str,
)

TILLS = Report(
    key="tills",
    title="Cash in the tills",
    path="cash/tills",
    build=build,
    summarise=summarise,
    totals=Totals,
    row=RowShape,
    about="Till sessions opened in the period: what should be in each, what was counted, and the difference.",
)
