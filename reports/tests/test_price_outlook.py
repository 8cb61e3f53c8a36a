"""A product's price read from the records: its weeks and changes, other shops, and shops with little to tell."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from common import clock
from conftest import Shop
from inventory.models import CompetitorPrice, Product
from inventory.tests.builders import make_product
from reports.prices import reading
from reports.prices.advice import Goal, Why
from reports.prices.candidates import Limits
from reports.prices.outlook import outlook, past_of, what_if
from sales.tests.builders import make_sale

D = Decimal


def weekly(shop: Shop, product: Product, *prices: int, units: int = 8) -> None:
    """One sale in each of the last weeks, at these prices, the last price in the last week that is over."""
    monday = clock.today() - dt.timedelta(days=clock.today().weekday())
    for age, price in enumerate(reversed(prices), start=1):
        moment = clock.start_of(monday - dt.timedelta(weeks=age)) + dt.timedelta(days=2)
        make_sale(shop.business, product=product, quantity=units, unit_price=price, sold_at=moment)


@pytest.fixture
def rice(shop: Shop) -> Product:
    return make_product(shop.business, "Rice", cost=D(80), retail_price=D(120))


def test_a_products_own_change_is_read_from_its_weeks(shop: Shop, rice: Product) -> None:
    weekly(shop, rice, *[100] * 5, *[120] * 5)
    weekly(shop, make_product(shop.business), *[10] * 10)
    past = past_of(rice)
    (event,) = past.events
    assert (event.old, event.new, past.weeks, past.belief.events) == (100, 120, 10, 1)
    assert event.y == pytest.approx(0)


def test_weeks_off_the_shelf_count_for_nothing(shop: Shop) -> None:
    rice = make_product(shop.business, stock=8, storefront=shop.storefront)
    weekly(shop, rice, *[100] * 5, *[120] * 5)
    weekly(shop, make_product(shop.business), *[10] * 10)
    rice.movements.update(at=clock.now() - dt.timedelta(weeks=20))
    assert past_of(rice).belief.events == 1
    rice.stock.update(quantity=0)
    assert past_of(rice).belief.events == 0


def test_shops_with_little_to_tell_get_a_sensible_answer(shop: Shop, rice: Product) -> None:
    free = make_product(shop.business, cost=D(0), retail_price=D(5))
    short = make_product(shop.business, retail_price=D(7))
    weekly(shop, short, 7, 7)
    for product, why in ((rice, Why.NO_EVIDENCE), (free, Why.NO_COST), (short, Why.NO_EVIDENCE)):
        found = outlook(product, goal=Goal.PROFIT, limits=Limits())
        assert (found.advice.why, found.advice.price, found.quantity_break) == (why, product.retail_price, None)
        assert not found.promotion.is_advised
    service = make_product(shop.business, tracks_stock=False, stock=0)
    assert reading.cover_of(service) is None


def test_the_latest_price_of_each_competitor_counts(shop: Shop, rice: Product) -> None:
    for competitor, price, age in (("Melcom", 118, 5), ("melcom", 90, 9), ("Palace", 130, 2), ("Shoprite", 80, 99)):
        day = clock.today() - dt.timedelta(days=age)
        CompetitorPrice.objects.create(
            business=shop.business, product=rice, competitor=competitor, price=price, seen_on=day
        )
    assert [str(row.price) for row in reading.competitors(rice)] == ["130.00", "118.00"]


def test_a_what_if_says_what_a_rise_must_not_lose(shop: Shop, rice: Product) -> None:
    present, past, found = what_if(rice, D(126))
    assert past.belief.events == 0
    assert present.margin == pytest.approx(1 / 3)
    assert found.spare == pytest.approx(0.05 / (1 / 3 + 0.05))


def test_an_outlook_takes_as_many_queries_for_few_sales_and_for_many(shop: Shop, rice: Product) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            outlook(rice, goal=Goal.PROFIT, limits=Limits())
        return len(seen)

    weekly(shop, rice, *[100] * 5, *[120] * 5)
    weekly(shop, make_product(shop.business), *[10] * 10)
    few = queries()
    for _ in range(3):
        weekly(shop, make_product(shop.business), *[10] * 10)
    assert queries() == few <= 10


def test_the_shops_slow_days_and_weeks_are_read_from_a_year(shop: Shop, rice: Product) -> None:
    weekdays, weeks = reading.shop_rhythm(shop.id)
    assert (weekdays, weeks) == ([1.0] * 7, [])
    weekly(shop, rice, *[100] * 53)
    weekdays, weeks = reading.shop_rhythm(shop.id)
    assert weeks == pytest.approx([1.0] * 8)
    assert weekdays[2] == pytest.approx(1.0)
