"""What a till downloads to sell without a line: everything once, then what changed."""

import threading
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from accounts.tests.builders import make_member, make_storefront
from common.tenancy import Role
from conftest import Shop
from inventory.models import Pack, PriceList, PriceListEntry, Product
from inventory.services import change_product, save_price_list
from inventory.tests.builders import make_product
from sales.queries import till_data
from sales.services import erase_customer
from sales.tests.builders import make_customer

URL = "/sales/api/sync/"
D = Decimal


@pytest.fixture
def milk(shop: Shop) -> Product:
    return make_product(shop.business, "Milk", stock=9, storefront=shop.storefront)


def names(rows: list[dict[str, Any]]) -> list[str]:
    return [row["name"] for row in rows]


def test_a_new_till_gets_everything_but_the_cost(
    shop: Shop, milk: Product, owner_client: APIClient, cashier_client: APIClient
) -> None:
    make_product(shop.business, "Old", is_active=False)
    schools = PriceList.objects.create(business=shop.business, name="Schools")
    make_customer(shop.business, "Ama", price_list=schools)
    PriceListEntry.objects.create(business=shop.business, price_list=schools, product=milk, price=4)
    Pack.objects.create(business=shop.business, product=milk, name="carton", units=24, retail_price=100)
    told = cashier_client.get(URL)
    assert (told.data["whole"], told.data["more"]) == (True, False)
    kept = told.data["changes"]
    assert [names(kept[kind]) for kind in ("products", "packs", "price_lists", "customers")] == [
        ["Milk"],
        ["carton"],
        ["Schools"],
        ["Ama"],
    ]
    assert (kept["stock"][0]["quantity"], kept["price_lists"][0]["entries"][0]["price"]) == ("9.000", "4.00")
    assert "cost" not in told.content.decode()
    packed = cashier_client.get(URL, HTTP_ACCEPT_ENCODING="gzip")
    assert packed.headers["content-encoding"] == "gzip"


def test_a_till_gets_the_stock_of_its_own_storefront(shop: Shop, milk: Product, client_of: Any) -> None:
    tema = make_storefront(shop.business, "Tema")
    member = make_member(shop.business, Role.CASHIER)
    member.storefront = tema
    member.save()
    client = client_of(member)
    assert client.get(URL).data["changes"]["stock"] == []
    assert client.get(URL, {"storefront_id": str(shop.storefront.pk)}).status_code == 403


def test_a_cursor_that_is_none_is_refused_and_strangers_too(owner_client: APIClient) -> None:
    for wrong in ("x", "WzEsMiwzXQ==", "é"):
        assert "since" in owner_client.get(URL, {"since": wrong}).data["fields"], wrong
    assert APIClient().get(URL).status_code == 401


def test_a_download_takes_a_fixed_number_of_queries(shop: Shop, milk: Product) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            till_data(shop.id)
        return len(seen)

    few = queries()
    for _ in range(5):
        make_product(shop.business, stock=1, storefront=shop.storefront)
    assert queries() == few


def test_a_long_download_comes_in_parts(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sales.queries.till_downloads.ROWS_AT_MOST", 2)
    for number in range(3):
        make_product(shop.business, f"P{number}", stock=1, storefront=shop.storefront)
    found, cursor, parts = [], "", 0
    while parts < 9:
        part = till_data(shop.id, cursor)
        found += [row["id"] for rows in part.changes.values() for row in rows]
        cursor, parts = part.cursor, parts + 1
        if not part.more:
            break
    assert (len(found), len(set(found)), parts) == (6, 6, 4)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_till_hears_of_what_changed_and_of_what_is_gone(shop: Shop, milk: Product) -> None:
    rice, ama = make_product(shop.business, "Rice"), make_customer(shop.business, "Ama")
    schools = PriceList.objects.create(business=shop.business, name="Schools")
    cursor = till_data(shop.id).cursor
    assert not any(till_data(shop.id, cursor).changes.values())
    change_product(shop.caller, milk.pk, changes={"retail_price": D(11)})
    Product.objects.filter(pk=rice.pk).update(is_active=False)
    save_price_list(shop.caller, schools.pk, entries=[{"product": milk, "price": D(4)}])
    erase_customer(shop.caller, ama.pk)
    told = till_data(shop.id, cursor)
    assert (told.whole, told.removed["products"], told.removed["customers"]) == (
        False,
        [str(rice.pk)],
        [str(ama.pk)],
    )
    assert [row["retail_price"] for row in told.changes["products"]] == ["11.00"]
    assert len(told.changes["price_lists"][0]["entries"]) == 1
    assert told.changes["stock"] == told.changes["packs"] == []
    assert till_data(shop.id, told.cursor, storefront_id=shop.storefront.pk).whole
    PriceList.objects.filter(pk=schools.pk).delete()
    assert till_data(shop.id, told.cursor).removed["price_lists"] == [str(schools.pk)]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_change_that_ends_after_the_cursor_was_given_out_is_not_missed(shop: Shop, milk: Product) -> None:
    begun, read = threading.Event(), threading.Event()

    def slowly() -> None:
        with transaction.atomic():
            Product.objects.filter(pk=milk.pk).update(name="Milk 170 g")
            begun.set()
            read.wait(10)
        connection.close()

    other = threading.Thread(target=slowly)
    other.start()
    begun.wait(10)
    cursor = till_data(shop.id).cursor
    read.set()
    other.join()
    assert names(till_data(shop.id, cursor).changes["products"]) == ["Milk 170 g"]
