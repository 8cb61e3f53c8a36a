"""Packs, price lists and the prices of other shops over the API, and which price applies."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from common import clock
from conftest import Shop
from inventory.models import CompetitorPrice, Pack, PriceList, PriceListEntry, Product
from inventory.queries import list_price
from inventory.tests.builders import make_product

D = Decimal
PACKS, LISTS, OTHERS = "/inventory/api/packs/", "/inventory/api/price-lists/", "/inventory/api/competitor-prices/"


@pytest.fixture
def milk(shop: Shop) -> Product:
    return make_product(
        shop.business, "Milk", barcode="600111", retail_price=D(5), wholesale_price=D(4), whole_units_only=True
    )


def post(client: APIClient, url: str, **body: Any) -> Any:
    return client.post(url, body, format="json")


def carton(client: APIClient, milk: Product, **fields: Any) -> Any:
    body = {"product_id": str(milk.pk), "name": "carton of 24", "units": "24", "retail_price": "110.00"}
    return post(client, PACKS, **body | fields)


def test_a_pack_has_its_own_barcode_and_price_and_stays_what_it_is(owner_client: APIClient, milk: Product) -> None:
    made = carton(owner_client, milk, barcode="600222").data
    assert owner_client.get(PACKS, {"barcode": "0600222"}).data["results"][0]["id"] == made["id"]
    url = f"{PACKS}{made['id']}/"
    assert owner_client.patch(url, {"retail_price": "112.00"}, format="json").data["retail_price"] == "112.00"
    assert "units" in owner_client.patch(url, {"units": "12"}, format="json").data["fields"]
    assert owner_client.delete(url).status_code == 204
    assert owner_client.get(PACKS, {"active": "true"}).data["count"] == 0
    assert Pack.objects.get().is_active is False


def test_a_pack_that_cannot_be_is_refused(
    owner_client: APIClient, cashier_client: APIClient, milk: Product, shop: Shop
) -> None:
    other = make_product(shop.business, barcode="600333")
    carton(owner_client, milk, barcode="600222")
    for field, wrong in {
        "name": {},
        "barcode": {"name": "box", "barcode": "600333"},
        "units": {"name": "half", "units": "0.5"},
        "retail_price": {"name": "gift", "retail_price": "-1"},
    }.items():
        assert field in carton(owner_client, milk, **wrong).data["fields"], field
    assert carton(owner_client, milk, name="dear", retail_price="5000000").data["error"] == "confirmation_required"
    url = f"/inventory/api/products/{other.pk}/"
    assert "barcode" in owner_client.patch(url, {"barcode": "600222"}, format="json").data["fields"]
    assert carton(cashier_client, milk, name="box").status_code == 403


def test_a_price_list_is_written_whole_and_read_in_a_fixed_number_of_queries(
    owner_client: APIClient, milk: Product, shop: Shop
) -> None:
    entry = {"product_id": str(milk.pk), "price": "4.50"}
    made = post(owner_client, LISTS, name="Schools", entries=[entry]).data
    assert (made["for_everyone"], made["entries"][0]["min_quantity"]) == (False, "0.000")
    url = f"{LISTS}{made['id']}/"

    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            owner_client.get(url), owner_client.get(LISTS)
        return len(seen)

    few = queries()
    more = [{"product_id": str(make_product(shop.business).pk), "price": "3.00"} for _ in range(5)]
    assert len(owner_client.patch(url, {"entries": [entry, *more]}, format="json").data["entries"]) == 6
    assert queries() == few
    assert owner_client.get(LISTS, {"product_id": str(milk.pk)}).data["results"][0]["entry_count"] == 6
    assert owner_client.delete(url).status_code == 204
    assert not PriceListEntry.objects.exists()


def test_a_change_of_a_list_names_product_and_price_of_each_entry(owner_client: APIClient, milk: Product) -> None:
    entry = {"product_id": str(milk.pk), "price": "4.50"}
    url = f"{LISTS}{post(owner_client, LISTS, name='Hotels', entries=[entry]).data['id']}/"
    for field in entry:
        lacking = {name: value for name, value in entry.items() if name != field}
        answer = owner_client.patch(url, {"entries": [lacking]}, format="json")
        assert (answer.status_code, answer.data["error"]) == (400, "validation_error"), field
    assert PriceListEntry.objects.get().price == D("4.50")


def test_a_price_list_that_contradicts_itself_is_refused(owner_client: APIClient, milk: Product, shop: Shop) -> None:
    pack = carton(owner_client, milk).data["id"]
    other = str(make_product(shop.business).pk)
    post(owner_client, LISTS, name="Schools")
    entry = {"product_id": str(milk.pk), "price": "4.50"}
    refused: list[tuple[str, dict[str, Any]]] = [
        ("name", {"name": "schools"}),
        ("ends_on", {"name": "A", "starts_on": "2026-02-01", "ends_on": "2026-01-01"}),
        ("entries", {"name": "B", "entries": [entry, entry]}),
    ]
    for field, body in refused:
        assert field in post(owner_client, LISTS, **body).data["fields"], field
    wrong = post(owner_client, LISTS, name="C", entries=[{"product_id": other, "pack_id": pack, "price": "1.00"}])
    assert wrong.data["fields"]["entries"]["0"]["pack_id"] == ["This pack is of another product."]
    assert PriceList.objects.count() == 1


def test_prices_of_other_shops_are_written_down_corrected_and_forgotten(
    owner_client: APIClient, cashier_client: APIClient, milk: Product
) -> None:
    made = post(owner_client, OTHERS, product_id=str(milk.pk), competitor="Melcom", price="4.80").data
    assert (made["seen_on"], made["by_name"] != "") == (clock.today().isoformat(), True)
    url = f"{OTHERS}{made['id']}/"
    assert owner_client.patch(url, {"price": "4.90"}, format="json").data["price"] == "4.90"
    later = (clock.today() + dt.timedelta(days=1)).isoformat()
    assert "seen_on" in owner_client.patch(url, {"seen_on": later}, format="json").data["fields"]
    assert "price" in owner_client.patch(url, {"price": "0"}, format="json").data["fields"]
    assert cashier_client.get(OTHERS).status_code == 403
    assert owner_client.delete(url).status_code == 204
    assert not CompetitorPrice.objects.exists()


def test_which_price_applies(milk: Product) -> None:
    own, everyone = (PriceList(business=milk.business, name=name) for name in ("Schools", "From a dozen"))

    def entry(listed: PriceList, at_least: int, price: str) -> PriceListEntry:
        return PriceListEntry(price_list=listed, product=milk, min_quantity=D(at_least), price=D(price))

    entries = [entry(own, 0, "4.60"), entry(own, 100, "3.90"), entry(everyone, 12, "4.40")]
    for quantity, wholesale, list_id, expected in (
        (1, False, None, "5.00"),  # retail
        (1, True, None, "4.00"),  # wholesale
        (12, False, None, "4.40"),  # the break for everyone
        (12, True, None, "4.00"),  # which never makes it dearer
        (12, False, own.pk, "4.60"),  # the customer's own list decides
        (100, True, own.pk, "3.90"),  # by its highest break
    ):
        theirs = [each for each in entries if each.price_list_id in (list_id, everyone.pk)]
        price = list_price(milk, D(quantity), wholesale=wholesale, own_list=list_id, entries=theirs)
        assert price == D(expected), (quantity, wholesale)
    milk.wholesale_price = None
    assert list_price(milk, D(1), wholesale=True) == D(5)


def test_a_product_counted_in_pieces_is_sold_whole_and_a_weighed_one_is_not(owner_client: APIClient) -> None:
    for unit, whole in (("piece", True), ("kg", False), ("olonka", False), ("Carton", True)):
        made = post(owner_client, "/inventory/api/products/", sku=unit, name=unit, unit=unit).data
        assert made["whole_units_only"] is whole, unit
