"""Stock counts: frozen, counted while the shop sells, and worth what is missing."""

from decimal import Decimal
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import AuditEntry
from accounts.tests.builders import caller_of, make_storefront
from conftest import Shop
from inventory import services
from inventory.models import Product, StockCount, StockMovement
from inventory.services import StockLine
from inventory.tests.builders import make_category, make_product, stock_of

COUNTS = "/inventory/api/counts/"


@pytest.fixture
def rice(shop: Shop) -> Product:
    food = make_category(shop.business, "Food")
    return make_product(shop.business, "Rice", stock=10, storefront=shop.storefront, cost="6.00", category=food)


def start(client: APIClient, shop: Shop, **body: Any) -> Any:
    return client.post(COUNTS, {"storefront_id": shop.storefront.pk} | body)


def enter(client: APIClient, count: Any, *found: tuple[Product, str | None], **body: Any) -> Any:
    lines = [{"product_id": product.pk, "counted": counted} for product, counted in found]
    return client.post(f"{COUNTS}{count['id']}/enter/", {"lines": lines} | body)


def lines(client: APIClient, count: Any) -> list[Any]:
    found: list[Any] = client.get(f"{COUNTS}{count['id']}/lines/").data["results"]
    return found


def sell(shop: Shop, product: Product, units: int) -> None:
    line = StockLine(product.pk, Decimal(-units))
    services.move_stock(
        caller_of(shop.owner), storefront_id=shop.storefront.pk, lines=[line], kind=StockMovement.Kind.SALE
    )


def test_a_completed_count_corrects_stock_and_knows_what_is_missing(
    owner_client: APIClient, shop: Shop, rice: Product
) -> None:
    soap = make_product(shop.business, "Soap", stock=5, storefront=shop.storefront, cost="2.00")
    count = start(owner_client, shop).data
    entered = enter(owner_client, count, (rice, "8"), (soap, "6")).data
    assert (entered["products"], entered["entered"], entered["status"]) == (2, 2, "open")
    done = owner_client.post(f"{COUNTS}{count['id']}/complete/").data
    assert (done["status"], done["missing_value"], done["surplus_value"]) == ("completed", "12.00", "2.00")
    assert [int(stock_of(product, shop.storefront)) for product in (rice, soap)] == [8, 6]
    assert [(line["difference"], line["value"]) for line in lines(owner_client, count)] == [
        ("-2.000", "-12.00"),
        ("1.000", "2.00"),
    ]
    movements = StockMovement.objects.filter(document_id=count["id"])
    assert {(movement.kind, movement.reason) for movement in movements} == {("adjustment", "Stock count")}
    assert AuditEntry.objects.get(action="stock_counted").details == {"missing": "GHS 12.00", "surplus": "GHS 2.00"}


def test_what_is_sold_during_the_count_is_not_missing(owner_client: APIClient, shop: Shop, rice: Product) -> None:
    count = start(owner_client, shop).data
    sell(shop, rice, 3)
    enter(owner_client, count, (rice, "6"))
    sell(shop, rice, 2)
    owner_client.post(f"{COUNTS}{count['id']}/complete/")
    [line] = lines(owner_client, count)
    assert (line["book"], line["moved"], line["difference"]) == ("10.000", "-3.000", "-1.000")
    assert stock_of(rice, shop.storefront) == 4


def test_an_entry_can_be_made_again_or_taken_back(owner_client: APIClient, shop: Shop, rice: Product) -> None:
    count = start(owner_client, shop).data
    assert owner_client.post(f"{COUNTS}{count['id']}/complete/").status_code == 409
    enter(owner_client, count, (rice, "1"))
    enter(owner_client, count, (rice, "10"))
    assert lines(owner_client, count)[0]["difference"] == "0.000"
    assert enter(owner_client, count, (rice, None)).data["entered"] == 0


def test_a_category_is_counted_with_all_below_it(owner_client: APIClient, shop: Shop, rice: Product) -> None:
    grains = make_category(shop.business, "Grains", rice.category)
    make_product(shop.business, "Maize", category=grains)
    make_product(shop.business, "Soap")
    make_product(shop.business, "Delivery", tracks_stock=False, category=grains)
    assert rice.category
    count = start(owner_client, shop, category_id=rice.category.pk).data
    assert [line["product_name"] for line in lines(owner_client, count)] == ["Maize", "Rice"]
    empty = make_category(shop.business)
    assert start(owner_client, shop, category_id=empty.pk).status_code == 400


def test_a_product_is_in_one_open_count_of_a_storefront(owner_client: APIClient, shop: Shop, rice: Product) -> None:
    first = start(owner_client, shop).data
    assert start(owner_client, shop).status_code == 409
    market = make_storefront(shop.business, "Market")
    assert start(owner_client, shop, storefront_id=market.pk).status_code == 201
    owner_client.post(f"{COUNTS}{first['id']}/cancel/")
    assert start(owner_client, shop).status_code == 201
    assert stock_of(rice, shop.storefront) == 10


def test_a_closed_count_takes_nothing_more(owner_client: APIClient, shop: Shop, rice: Product) -> None:
    count = start(owner_client, shop).data
    enter(owner_client, count, (rice, "10"))
    owner_client.post(f"{COUNTS}{count['id']}/complete/")
    again = [owner_client.post(f"{COUNTS}{count['id']}/{what}/").status_code for what in ("complete", "cancel")]
    assert [*again, enter(owner_client, count, (rice, "1")).status_code] == [409] * 3
    assert not StockMovement.objects.filter(kind="adjustment").exists()


def test_cashiers_count_blind_and_complete_nothing(
    owner_client: APIClient, cashier_client: APIClient, shop: Shop, rice: Product
) -> None:
    count = start(owner_client, shop).data
    assert enter(cashier_client, count, (rice, "9")).data["missing_value"] is None
    [line] = lines(cashier_client, count)
    assert (line["counted"], line["book"], line["difference"]) == ("9.000", None, None)
    refused = [cashier_client.post(f"{COUNTS}{count['id']}/{what}/").status_code for what in ("complete", "cancel")]
    assert [*refused, start(cashier_client, shop).status_code] == [403] * 3


def test_bad_counts_are_refused(
    owner_client: APIClient, shop: Shop, other_shop: Shop, rice: Product, client_of: Any
) -> None:
    count = start(owner_client, shop).data
    theirs = make_product(other_shop.business)
    for bad in ((rice, "-1"), (rice, "x"), (theirs, "1")):
        assert enter(owner_client, count, bad).status_code == 400
    assert enter(owner_client, count, (rice, "1"), (rice, "2")).status_code == 400
    assert enter(owner_client, count, (rice, "600000")).data["error"] == "confirmation_required"
    assert start(owner_client, shop, storefront_id=other_shop.storefront.pk).status_code == 404
    assert enter(client_of(other_shop.owner), count, (rice, "1")).status_code == 404
    assert StockCount.objects.get().lines.get().counted is None


def test_the_queries_do_not_grow_with_the_products(
    owner_client: APIClient, shop: Shop, rice: Product, django_assert_max_num_queries: Any
) -> None:
    goods = [make_product(shop.business, stock=2, storefront=shop.storefront) for _ in range(12)]
    caller = caller_of(shop.owner)
    with django_assert_max_num_queries(8):
        count = services.start_count(caller, storefront_id=shop.storefront.pk)
    found = [services.Found(product.pk, Decimal(1)) for product in goods]
    with django_assert_max_num_queries(7):
        services.enter_count(caller, count.pk, found=found)
    with django_assert_max_num_queries(13):
        services.complete_count(caller, count.pk)
