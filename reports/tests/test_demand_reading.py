"""Daily units as they are read from sales and from the record of stock."""

import datetime as dt
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
import time_machine
from django.db import connection

from common import clock
from common.versioned_cache import Remembered
from conftest import Shop
from inventory.tests.builders import make_product
from reports.demand import kept
from reports.demand.kept import outlooks
from reports.demand.outlook import Outlook
from reports.demand.reading import NEVER, Shelves, shelves
from reports.tests.shelves import moved, noon, sell_daily
from sales.models import SaleLine
from sales.tests.builders import make_return, make_sale


def read(shop: Shop, *products: Any) -> Shelves:
    found = shelves(shop.id, [product.pk for product in products])
    assert len(found) == 1
    return found[0]


def test_units_stand_on_their_day_until_yesterday(shop: Shop, other_shop: Shop) -> None:
    rice = make_product(shop.business)
    sell_daily(rice, shop.storefront, [2, 0, 1.5])
    make_sale(shop.business, product=rice, quantity=9)
    sell_daily(make_product(other_shop.business), other_shop.storefront, [7] * 9)
    found = read(shop, rice)
    assert found.series.units.tolist() == [[2, 0, 1.5]]
    assert found.series.end == clock.today()
    assert (found.offered[0], found.last_sold[0]) == (3, 1)


def test_what_came_back_was_not_sold_on_the_day_of_its_sale(shop: Shop) -> None:
    rice = make_product(shop.business)
    sale = make_sale(shop.business, product=rice, quantity=5, sold_at=noon(clock.today() - dt.timedelta(days=4)))
    SaleLine.objects.of(shop.id).filter(sale=make_return(sale, 3)).update(
        sold_at=noon(clock.today() - dt.timedelta(days=2))
    )
    sell_daily(rice, shop.storefront, [-6])
    assert read(shop, rice).series.units.tolist() == [[2, 0, 0, -6]]


def test_days_without_stock_teach_nothing_and_days_before_the_first_delivery_neither(shop: Shop) -> None:
    rice, other = make_product(shop.business), make_product(shop.business)
    sell_daily(other, shop.storefront, [1] * 20)
    sell_daily(rice, shop.storefront, [1, 1, 1, 1, 0, 0, 0, 0, 1, 0])
    for quantity, balance, days_ago in ((4, 4, 12), (-4, 0, 7), (9, 9, 3)):
        moved(rice, shop.storefront, quantity, balance, days_ago=days_ago)
    found = read(shop, rice, other)
    row = found.products.index(rice.pk)
    assert found.series.seen[row].tolist() == [0] * 8 + [1] * 6 + [0] * 3 + [1] * 3
    assert found.offered[row] == 12


def test_a_product_that_ran_out_for_good_is_unknown_since_then(shop: Shop) -> None:
    rice = make_product(shop.business)
    moved(rice, shop.storefront, 5, 5, days_ago=10)
    moved(rice, shop.storefront, -5, 0, days_ago=8)
    found = read(shop, rice)
    assert found.series.seen.sum() == 3
    assert found.last_sold[0] == NEVER


def test_reading_takes_four_queries_and_an_outlook_is_kept_until_the_past_changes(
    shop: Shop, django_assert_num_queries: Any
) -> None:
    goods = [make_product(shop.business).pk for _ in range(3)]
    sell_daily(rice := make_product(shop.business), shop.storefront, [2] * 30)
    with django_assert_num_queries(5 + (connection.vendor == "postgresql")):
        first = outlooks(shop.id, [*goods, rice.pk])
    with django_assert_num_queries(1):
        assert outlooks(shop.id, [*goods, rice.pk]) is first
    make_sale(shop.business, product=rice)
    assert outlooks(shop.id, [*goods, rice.pk]) is first
    sell_daily(rice, shop.storefront, [4] * 30, until=31)
    assert outlooks(shop.id, [*goods, rice.pk])[0].offered.tolist() == [60]
    with time_machine.travel(clock.now() + dt.timedelta(days=1)):
        assert outlooks(shop.id, [*goods, rice.pk])[0].forecast.start == clock.today()


def test_what_one_process_forecast_the_others_read_from_the_cache(
    shop: Shop, django_assert_num_queries: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    rice, never = make_product(shop.business), make_product(shop.business)
    sell_daily(rice, shop.storefront, [2, 3] * 300)
    moved(never, shop.storefront, 5, 5, days_ago=40)
    [first] = outlooks(shop.id, [rice.pk, never.pk])
    monkeypatch.setattr(kept, "_kept", Remembered[list[Outlook]](1))  # what a process has that was just started
    with django_assert_num_queries(1):
        [again] = outlooks(shop.id, [rice.pk, never.pk])
    for mine, theirs in ((vars(first), vars(again)), (vars(first.forecast), vars(again.forecast))):
        for name in mine.keys() - {"forecast", "missed"}:
            assert np.array_equal(mine[name], theirs[name]), name
    assert again.forecast.range_of(7)[1].tolist() == first.forecast.range_of(7)[1].tolist()
    assert again.forecast.missed.sold.tolist() == first.forecast.missed.sold.tolist()


def test_only_two_years_count(shop: Shop) -> None:
    rice = make_product(shop.business)
    make_sale(shop.business, product=rice, sold_at=noon(clock.today() - dt.timedelta(days=900)), quantity=Decimal(400))
    assert shelves(shop.id, [rice.pk]) == []
    sell_daily(rice, shop.storefront, [1])
    assert read(shop, rice).series.days == 1
