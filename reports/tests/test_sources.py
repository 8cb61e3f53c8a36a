"""Which rows a figure is counted from, and that it is the same from either."""

from datetime import date

import pytest

from accounts.tests.builders import make_storefront
from conftest import Shop
from reports import metric_queries, rfm
from reports.metric_queries import Cut
from reports.metrics import Source
from reports.period import Period
from reports.tests.trade import sell

MAY = Cut(date(2026, 5, 1), date(2026, 6, 1))


@pytest.fixture
def trade(shop: Shop) -> Shop:
    for number, (count, customer) in enumerate([("3", "Ama"), ("2", "Kofi"), ("-1", "Ama"), ("5", "")]):
        sell(shop.storefront, "Rice", count, "9.99", on=date(2026, 5, 2 + number), customer=customer, discount="0.05")
    return shop


@pytest.mark.parametrize("dimension", ["customer", "staff"])
def test_sales_tell_of_customers_and_staff_what_their_lines_do(trade: Shop, dimension: str) -> None:
    of_sales = metric_queries.by(trade.id, ["revenue"], dimensions=[dimension], cut=MAY)
    assert all(row.counts.keys() == {Source.SALES} for row in of_sales)
    of_lines = metric_queries.by(trade.id, ["revenue"], dimensions=[dimension, "product"], cut=MAY)
    assert all(row.counts.keys() == {Source.LINES} for row in of_lines)
    assert {row.key: row.parts for row in of_sales} == {row.key[:1]: row.parts for row in of_lines}


def test_price_tiers_are_counted_from_lines_which_may_differ_in_them(trade: Shop) -> None:
    found = metric_queries.by(trade.id, ["revenue"], dimensions=["customer", "price_tier"], cut=MAY)
    assert all(row.counts.keys() == {Source.LINES} for row in found)


def test_the_recency_of_a_storefront_is_that_of_its_own_sales(shop: Shop) -> None:
    other = make_storefront(shop.business, "Second shop")
    sell(shop.storefront, "Rice", 1, "10.00", on=date(2026, 5, 1), customer="Ama")
    sell(other, "Rice", 1, "10.00", on=date(2026, 5, 31), customer="Ama")
    period = Period(date(2026, 1, 1), date(2026, 6, 1), shop.storefront.pk)
    assert [each.days_since for each in rfm.customers(shop.id, period)] == [30]
