"""Customers counted and ranked in the database: the same figures as from all the groups."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from common import shop_clock
from conftest import Shop
from reports import buyers, metric_queries
from reports.metric_queries import Cut
from reports.tests.trade import sell
from sales.services import set_opening_balance
from sales.tests.builders import make_customer

MAY = Cut(dt.date(2026, 5, 1), dt.date(2026, 6, 1))
FIRST = dt.date(2026, 5, 1)


@pytest.fixture
def trade(shop: Shop) -> Shop:
    for customer, quantity in (("Ama", 3), ("Kofi", 5), ("Esi", 3), ("", 40), ("Kofi", -1), ("Yaw", -2), ("Ama", 1)):
        sell(shop.storefront, "Rice", quantity, "10.00", on=FIRST, customer=customer)
    sell(shop.storefront, "Rice", 100, "10.00", on=FIRST - dt.timedelta(days=1), customer="Esi")
    return shop


def in_all(found: buyers.Top) -> tuple[Any, ...]:
    return found.revenue, found.nameless, found.sales, found.buyers


def counted(shop: Shop) -> list[Any]:
    return metric_queries.by(shop.id, ["revenue", "sales_count"], dimensions=["customer"], cut=MAY)


@pytest.mark.parametrize(("order", "metric"), [("revenue", "revenue"), ("sales", "sales_count")])
def test_the_first_customers_are_those_of_all_groups_and_equal_ones_go_by_id(
    trade: Shop, order: str, metric: str
) -> None:
    groups = [row for row in counted(trade) if row.key[0]]
    groups.sort(key=lambda row: (-(row[metric] or 0), str(row.key)))
    for limit in (1, 3, 50):
        found = buyers.top(trade.id, MAY, order=order, limit=limit).customers
        wanted = [(row.key[0], row["revenue"], row["sales_count"]) for row in groups[:limit]]
        assert [(each.customer_id, each.revenue, each.sales) for each in found] == wanted


def test_what_everybody_bought_does_not_depend_on_how_many_are_listed(trade: Shop) -> None:
    for limit in (1, 50):
        found = buyers.top(trade.id, MAY, order="revenue", limit=limit)
        assert in_all(found) == (490, 400, 5, 3)


def test_where_nobody_bought_everything_is_zero(shop: Shop) -> None:
    found = buyers.top(shop.id, MAY, order="revenue", limit=5)
    assert not found.customers
    assert in_all(found) == (0, 0, 0, 0)


def test_where_nobody_was_named_the_sales_count_and_no_customer_is_listed(shop: Shop) -> None:
    sell(shop.storefront, "Rice", 4, "10.00", on=FIRST)
    found = buyers.top(shop.id, MAY, order="revenue", limit=5)
    assert not found.customers
    assert in_all(found) == (40, 40, 1, 0)


def test_a_customer_who_only_brought_back_is_no_buyer(trade: Shop) -> None:
    found: list[Any] = sorted((spent, count, last) for _, spent, count, last in buyers.every(trade.id, MAY))
    assert found == [(30, 1, FIRST), (40, 1, FIRST), (40, 2, FIRST)]


def test_what_was_owed_before_the_books_were_kept_here_is_no_revenue(shop: Shop) -> None:
    ama, today = make_customer(shop.business, "Ama"), shop_clock.today()
    set_opening_balance(shop.caller, ama.pk, amount=Decimal("500.00"))
    sell(shop.storefront, "Rice", 1, "10.00", on=today, customer="Ama")
    cut = Cut(today, today + dt.timedelta(days=1))
    found = buyers.top(shop.id, cut, order="revenue", limit=5)
    assert [found.revenue, found.customers[0].revenue, found.sales] == [10, 10, 1]
    for by in ("customer", "staff", "price_tier"):
        groups = metric_queries.by(shop.id, ["revenue", "sales_count"], dimensions=[by], cut=cut)
        assert sum(row["revenue"] or 0 for row in groups) == 10
