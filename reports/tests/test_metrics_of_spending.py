"""Metrics of expenses and of the cash in tills, on a shop of a few rows."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
import time_machine

from accounts.models import Membership
from accounts.tests.builders import make_member
from common.tenancy import Role
from conftest import Shop
from reports import metric_queries
from reports.metric_queries import Cut
from reports.tests.trade import sell
from sales import queries
from sales.models import Payment, TillSession
from sales.services import cancel_expense, close_till, move_cash, open_till, record_expense
from sales.services.tills import Counted

D = Decimal
TODAY = dt.date(2026, 6, 15)
MAY = {"start": dt.date(2026, 5, 1), "end": dt.date(2026, 6, 1)}


@pytest.fixture(autouse=True)
def _june() -> Iterator[None]:
    with time_machine.travel(dt.datetime.combine(TODAY, dt.time(12), tzinfo=dt.UTC), tick=False):
        yield


def value(shop: Shop, metric: str, **cut: Any) -> Decimal | None:
    return metric_queries.total(shop.business.pk, [metric], cut=Cut(**cut))[metric]


def groups(shop: Shop, metric: str, dimension: str) -> dict[Any, Decimal | None]:
    rows = metric_queries.by(shop.business.pk, [metric], dimensions=[dimension], cut=Cut())
    return {row.key[0]: row[metric] for row in rows}


def spend(shop: Shop, category: str, amount: str, on: dt.date = TODAY, **more: Any) -> Any:
    return record_expense(shop.caller, category=category, amount=D(amount), method="cash", spent_on=on, **more)


def at_till(shop: Shop, cashier: Membership, till: str) -> TillSession:
    return open_till(
        shop.caller, storefront_id=shop.storefront.pk, till=till, opening_float=D(100), cashier_id=cashier.pk
    )


def test_expenses_are_told_by_category_storefront_and_month_without_those_taken_back(shop: Shop) -> None:
    assert value(shop, "expenses") is None
    spend(shop, "rent", "300.00", dt.date(2026, 5, 1))
    spend(shop, "fuel", "40.00", storefront_id=shop.storefront.pk)
    spend(shop, "fuel", "20.00", dt.date(2026, 5, 31))
    cancel_expense(shop.caller, spend(shop, "other", "999.00").pk)
    assert value(shop, "expenses") == 360
    assert value(shop, "expenses", **MAY) == 320
    assert value(shop, "expenses", filters={"expense_category": ["fuel"]}) == 60
    assert groups(shop, "expenses", "expense_category") == {"rent": 300, "fuel": 60}
    assert groups(shop, "expenses", "storefront") == {None: 320, shop.storefront.pk: 40}
    assert groups(shop, "expenses", "month") == {dt.date(2026, 5, 1): 320, dt.date(2026, 6, 1): 40}
    assert groups(shop, "expenses", "day")[dt.date(2026, 5, 31)] == 20
    assert groups(shop, "expenses", "weekday") == {5: 300, 1: 40, 7: 20}
    assert not metric_queries.can("expenses", ["hour"])
    assert not metric_queries.can("expenses", ["category"])


def test_profit_after_expenses_is_told_only_where_expenses_are_written_down(shop: Shop) -> None:
    sell(shop.storefront, "Rice", 10, "10.00", cost="6.00", on=TODAY)
    assert value(shop, "profit_after_expenses") is None
    spend(shop, "rent", "25.00", storefront_id=shop.storefront.pk)
    assert value(shop, "profit") == 40
    assert value(shop, "profit_after_expenses") == 15
    assert groups(shop, "profit_after_expenses", "storefront") == {shop.storefront.pk: 15}
    assert groups(shop, "profit_after_expenses", "month") == {dt.date(2026, 6, 1): 15}
    assert value(shop, "profit_after_expenses", **MAY) is None
    assert value(shop, "net_margin") == 15
    assert value(shop, "net_margin", **MAY) is None
    assert value(shop, "expense_share") == 25


def test_open_tills_should_hold_what_each_session_says(shop: Shop) -> None:
    assert value(shop, "cash_in_tills") is None
    esi, yaw = (make_member(shop.business, Role.CASHIER, name=name) for name in ("Esi", "Yaw"))
    first, second = at_till(shop, esi, "Till 1"), at_till(shop, yaw, "Till 2")
    for method, amount, kind in (("cash", 50, "received"), ("cash", 5, "refund"), ("mobile_money", 70, "received")):
        Payment.objects.create(
            business=shop.business,
            storefront=shop.storefront,
            till_session=first,
            kind=kind,
            method=method,
            amount=amount,
            received_at=first.opened_at,
            received_by=esi,
        )
    for moved, cash in (("pay_in", "30.00"), ("pay_out", "8.00")):
        move_cash(shop.caller, first.pk, kind=moved, amount=D(cash), reason="Change")
    spend(shop, "fuel", "7.00", till_id=first.pk)
    assert groups(shop, "cash_in_tills", "staff") == {esi.pk: 160, yaw.pk: 100}
    assert value(shop, "cash_in_tills", filters={"staff": [esi.pk]}) == 160
    told = sum(session.money[0].expected for session in queries.cash_in_tills(shop.business.pk))
    assert value(shop, "cash_in_tills") == told == 260
    close_till(shop.caller, second.pk, counted=[Counted("cash", D(100))])
    assert value(shop, "cash_in_tills") == 160


def test_cash_taken_out_of_tills_is_told_and_what_of_it_went_to_the_bank(shop: Shop) -> None:
    esi = make_member(shop.business, Role.CASHIER)
    till = at_till(shop, esi, "One")
    for kind, cash, reason in (("pay_out", 60, "Brought to the bank"), ("pay_out", 5, "Water"), ("pay_in", 9, "Bank")):
        move_cash(shop.caller, till.pk, kind=kind, amount=D(cash), reason=reason)
    assert value(shop, "cash_taken_out") == 65
    assert groups(shop, "cash_banked", "staff") == {esi.pk: 60}
    assert value(shop, "cash_banked", **MAY) == 0


def test_cash_missing_at_closing_is_not_made_up_by_what_others_had_too_much(shop: Shop) -> None:
    assert value(shop, "cash_missing") is None
    esi, yaw = (make_member(shop.business, Role.CASHIER, name=name) for name in ("Esi", "Yaw"))
    for cashier, counted in ((esi, "88.00"), (yaw, "105.00"), (esi, "99.50")):
        session = at_till(shop, cashier, f"Till {cashier.name}")
        close_till(shop.caller, session.pk, counted=[Counted("cash", D(counted))])
    assert value(shop, "cash_missing") == D("12.50")
    assert groups(shop, "cash_missing", "staff") == {esi.pk: D("12.50"), yaw.pk: 0}
    assert groups(shop, "cash_shortages", "staff") == {esi.pk: 2, yaw.pk: 0}
    assert groups(shop, "cash_missing", "month") == {dt.date(2026, 6, 1): D("12.50")}
    assert value(shop, "cash_missing", **MAY) is None
