"""Lead times as they were measured, and what is on order."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from common import clock
from conftest import Shop
from inventory import queries
from inventory.models import PurchaseOrder
from inventory.tests.builders import arrive, make_order, make_product, make_supplier

LONG_AGO = clock.now() - dt.timedelta(days=60)


def test_without_receipts_the_days_typed_in_are_the_lead_time(shop: Shop) -> None:
    mills = make_supplier(shop.business, lead_time_days=10)
    rice, salt = make_product(shop.business, supplier=mills), make_product(shop.business)
    found = queries.lead_times(shop.id)
    assert (found[rice.pk].mean_days, found[rice.pk].sd_days, found[rice.pk].n) == (10, 3, 0)
    assert (found[salt.pk].mean_days, found[salt.pk].n) == (7, 0)


def test_a_product_is_shrunk_to_its_supplier(shop: Shop) -> None:
    mills = make_supplier(shop.business, lead_time_days=30)
    rice, milo, oil = (make_product(shop.business, supplier=mills) for _ in range(3))
    for product, days in ((rice, 4), (rice, 6), (rice, 8), (milo, 14)):
        arrive(make_order(product, shop.storefront, 5, sent_at=LONG_AGO), days=days)
    found = queries.lead_times(shop.id)
    assert found[rice.pk].mean_days == pytest.approx((3 * 6 + 3 * 8) / 6)
    assert found[rice.pk].n == 3
    assert found[milo.pk].mean_days == pytest.approx((1 * 14 + 3 * 8) / 4)
    assert (found[oil.pk].mean_days, found[oil.pk].n) == (8, 0)
    assert queries.supplier_lead_times(shop.id)[mills.pk].n == 4


def test_a_lead_time_varies_by_a_day_at_least(shop: Shop) -> None:
    rice = make_product(shop.business, supplier=make_supplier(shop.business))
    for _ in range(4):
        arrive(make_order(rice, shop.storefront, 5, sent_at=LONG_AGO), days=2)
    found = queries.lead_times(shop.id)[rice.pk]
    assert (found.mean_days, found.sd_days) == (2, 1)


def test_what_came_without_an_order_or_for_another_business_is_not_measured(shop: Shop, other_shop: Shop) -> None:
    theirs = make_product(other_shop.business)
    arrive(make_order(theirs, other_shop.storefront, 5, sent_at=LONG_AGO), days=3)
    assert queries.lead_times(shop.id) == {}
    assert queries.on_order(shop.id) == {}


def test_on_order_are_the_units_of_open_orders_that_did_not_come(shop: Shop) -> None:
    rice = make_product(shop.business)
    make_order(rice, shop.storefront, 10)
    part = make_order(rice, shop.storefront, 8, status=PurchaseOrder.Status.PART_RECEIVED)
    part.lines.update(received=Decimal("2.5"))
    make_order(rice, shop.storefront, 100, status=PurchaseOrder.Status.DRAFT, sent_at=None)
    make_order(rice, shop.storefront, 100, status=PurchaseOrder.Status.CANCELLED)
    assert queries.on_order(shop.id) == {(rice.pk, shop.storefront.pk): Decimal("15.5")}


def test_the_queries_do_not_grow(shop: Shop, django_assert_num_queries: Any) -> None:
    for _ in range(3):
        arrive(make_order(make_product(shop.business), shop.storefront, 5, sent_at=LONG_AGO), days=3)
    with django_assert_num_queries(2):
        queries.lead_times(shop.id)
    with django_assert_num_queries(1):
        queries.on_order(shop.id)
