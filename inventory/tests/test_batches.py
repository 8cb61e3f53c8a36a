"""Stock by batch: what expires first leaves first, and stock is never more or less than its ledger."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.db.models import Sum
from rest_framework.test import APIClient

from accounts.tests.builders import caller_of, make_storefront
from common import clock
from conftest import Shop
from inventory import services
from inventory.models import Batch, BatchMovement, Product, StockMovement
from inventory.services import BatchLabel, StockLine
from inventory.tests.builders import deliver, make_product

Kind = StockMovement.Kind


def day(days: int) -> dt.date:
    return clock.today() + dt.timedelta(days=days)


def move(shop: Shop, product: Product, units: int, kind: Kind, *, expires: int | None = None, code: str = "") -> None:
    label = None if expires is None else BatchLabel(day(expires), code)
    line = StockLine(product.pk, Decimal(units), Decimal(6), label)
    services.move_stock(caller_of(shop.owner), storefront_id=shop.storefront.pk, lines=[line], kind=kind)


def left(product: Product) -> list[tuple[int, int]]:
    """Days to expiry and units of each batch with something left."""
    rows = Batch.objects.filter(product=product, quantity__gt=0).order_by("storefront__name", "expires_on")
    return [((batch.expires_on - clock.today()).days, int(batch.quantity)) for batch in rows]


@pytest.fixture
def milk(shop: Shop) -> Product:
    """Five units past their date, ten good for 5 days, ten for 60, and five without a date."""
    milk = make_product(shop.business, "Milk")
    for units, expires in ((10, 60), (10, 5), (5, -1)):
        move(shop, milk, units, Kind.PURCHASE, expires=expires)
    deliver(milk, shop.storefront, 5)
    return milk


def test_what_expires_first_is_sold_first_and_what_is_past_its_date_last(shop: Shop, milk: Product) -> None:
    move(shop, milk, -12, Kind.SALE)
    assert left(milk) == [(-1, 5), (60, 8)]
    move(shop, milk, -13, Kind.SALE)
    assert left(milk) == [(-1, 5)]
    move(shop, milk, -2, Kind.SALE)
    assert left(milk) == [(-1, 3)]


def test_a_correction_takes_what_is_past_its_date_first(shop: Shop, milk: Product) -> None:
    move(shop, milk, -6, Kind.ADJUSTMENT)
    assert left(milk) == [(5, 9), (60, 10)]


def test_every_batch_is_the_sum_of_its_movements(shop: Shop, milk: Product) -> None:
    move(shop, milk, -12, Kind.SALE)
    move(shop, milk, 3, Kind.RETURN)
    move(shop, milk, -4, Kind.ADJUSTMENT)
    move(shop, milk, 7, Kind.PURCHASE, expires=5)
    for batch in Batch.objects.all():
        assert batch.quantity == batch.movements.aggregate(units=Sum("quantity"))["units"]
    for movement in StockMovement.objects.filter(quantity__lt=0):
        parts = movement.batch_parts.aggregate(units=Sum("quantity"))["units"] or 0
        assert movement.quantity <= parts <= 0


def test_one_label_is_one_batch_and_another_code_another(shop: Shop) -> None:
    milk = make_product(shop.business)
    for code in ("A", "A", "B"):
        move(shop, milk, 2, Kind.PURCHASE, expires=9, code=code)
    assert [(batch.code, batch.quantity) for batch in Batch.objects.order_by("code")] == [
        ("A", Decimal(4)),
        ("B", Decimal(2)),
    ]


def test_a_transfer_takes_the_batches_along(shop: Shop, milk: Product) -> None:
    market = make_storefront(shop.business, "Market")
    line = StockLine(milk.pk, Decimal(12))
    here, there = shop.storefront.pk, market.pk
    for source, target in ((here, there), (there, here)):
        services.transfer_stock(caller_of(shop.owner), from_storefront_id=source, to_storefront_id=target, lines=[line])
        if target == there:
            assert left(milk) == [(-1, 5), (60, 8), (5, 10), (60, 2)]
    assert left(milk) == [(-1, 5), (5, 10), (60, 10)]


def test_goods_without_batches_are_sold_with_as_many_queries_as_before(
    shop: Shop, milk: Product, django_assert_num_queries: Any
) -> None:
    rice = make_product(shop.business, stock=5, storefront=shop.storefront)
    with django_assert_num_queries(4):
        move(shop, rice, -1, Kind.SALE)
    with django_assert_num_queries(7):
        move(shop, milk, -1, Kind.SALE)
    assert BatchMovement.objects.filter(movement__product=rice).count() == 0


def test_what_expires_soon_is_listed(
    owner_client: APIClient, shop: Shop, milk: Product, client_of: Any, other_shop: Shop
) -> None:
    found = owner_client.get("/inventory/api/batches/?expiring_in=30").data["results"]
    assert [(row["days_left"], row["quantity"]) for row in found] == [(-1, "5.000"), (5, "10.000")]
    assert owner_client.get("/inventory/api/batches/?expiring_in=5").data["count"] == 2
    assert owner_client.get("/inventory/api/batches/?expiring_in=4").data["count"] == 1
    assert owner_client.get("/inventory/api/batches/?expiring_in=soon").status_code == 400
    assert client_of(other_shop.owner).get("/inventory/api/batches/").data["count"] == 0
