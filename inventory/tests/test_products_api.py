"""Products, categories and suppliers through the API."""

from collections.abc import Callable
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import Membership
from accounts.tests.builders import make_member, make_storefront
from common.tenancy import Role
from conftest import Shop
from inventory.models import Category, Product, Supplier
from inventory.tests.builders import make_category, make_product, make_supplier

PRODUCTS, CATEGORIES, SUPPLIERS = (f"/inventory/api/{name}/" for name in ("products", "categories", "suppliers"))
MILO = {"sku": "MILO-400", "name": "Milo 400 g", "cost": "38.50", "retail_price": "45.00", "reorder_level": "12"}


def ids(answer: Any) -> list[str]:
    return [row["id"] for row in answer.data["results"]]


def test_a_product_is_added_with_its_category_supplier_and_attributes(owner_client: APIClient, shop: Shop) -> None:
    drinks, nestle = make_category(shop.business, "Drinks"), make_supplier(shop.business, "Nestle")
    body = MILO | {"category_id": drinks.pk, "supplier_id": nestle.pk, "attributes": {"size": "400 g"}}
    answer = owner_client.post(PRODUCTS, body)
    assert answer.status_code == 201
    assert (answer.data["category_name"], answer.data["supplier_name"]) == ("Drinks", "Nestle")
    assert (answer.data["retail_price"], answer.data["stock"], answer.data["low_stock"]) == ("45.00", "0.000", True)
    assert owner_client.get(f"{PRODUCTS}{answer.data['id']}/").data == answer.data


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("sku", ""),
        ("sku", "x" * 65),
        ("name", "nul\x00"),
        ("cost", "-1"),
        ("cost", "NaN"),
        ("retail_price", "1.234"),
        ("retail_price", "99999999999.00"),
        ("reorder_level", "many"),
        ("wholesale_price", "-0.01"),
        ("attributes", ["a"]),
        ("attributes", {"a": "\x00"}),
        ("attributes", {"a": "x" * 10_001}),
        ("category_id", "not-an-id"),
        ("category_id", "00000000-0000-0000-0000-000000000000"),
    ],
)
def test_a_bad_field_is_named_and_nothing_is_added(owner_client: APIClient, field: str, value: Any) -> None:
    answer = owner_client.post(PRODUCTS, MILO | {field: value})
    assert answer.status_code == 400
    assert list(answer.data["fields"]) == [field]
    assert not Product.objects.exists()


def test_a_sku_and_a_barcode_are_used_once_in_a_business(owner_client: APIClient, shop: Shop, other_shop: Shop) -> None:
    make_product(other_shop.business, sku="MILO-400", barcode="603")
    assert owner_client.post(PRODUCTS, MILO | {"barcode": "603"}).status_code == 201
    again = owner_client.post(PRODUCTS, MILO | {"sku": "milo-400"})
    assert (again.status_code, list(again.data["fields"])) == (400, ["sku"])
    same_bars = owner_client.post(PRODUCTS, MILO | {"sku": "M2", "barcode": "603"})
    assert (same_bars.status_code, list(same_bars.data["fields"])) == (400, ["barcode"])


def test_a_price_is_changed_and_nothing_else(owner_client: APIClient, shop: Shop) -> None:
    rice = make_product(shop.business, "Rice", retail_price="10.00", brand="Gino")
    answer = owner_client.patch(f"{PRODUCTS}{rice.pk}/", {"retail_price": "12.50"})
    assert (answer.data["retail_price"], answer.data["brand"]) == ("12.50", "Gino")


def test_a_product_taken_off_sale_keeps_its_history(owner_client: APIClient, shop: Shop) -> None:
    rice = make_product(shop.business, stock=3, storefront=shop.storefront)
    assert owner_client.delete(f"{PRODUCTS}{rice.pk}/").status_code == 204
    assert ids(owner_client.get(f"{PRODUCTS}?active=true")) == []
    assert ids(owner_client.get(f"{PRODUCTS}?active=false")) == [str(rice.pk)]


def test_stock_is_shown_in_all_and_by_storefront(owner_client: APIClient, shop: Shop) -> None:
    market = make_storefront(shop.business, "Market")
    rice = make_product(shop.business, stock=3, storefront=shop.storefront)
    make_product(shop.business)
    owner_client.post(
        "/inventory/api/adjustments/",
        {"storefront_id": market.pk, "product_id": rice.pk, "quantity": "2.5", "kind": "purchase"},
    )
    row = owner_client.get(f"{PRODUCTS}{rice.pk}/").data
    assert row["stock"] == "5.500"
    assert [(s["storefront_name"], s["quantity"]) for s in row["stock_by_storefront"]] == [
        ("Main shop", "3.000"),
        ("Market", "2.500"),
    ]


def test_low_stock_is_at_or_below_the_reorder_level(owner_client: APIClient, shop: Shop) -> None:
    low = make_product(shop.business, stock=5, storefront=shop.storefront, reorder_level=5)
    make_product(shop.business, stock=6, storefront=shop.storefront, reorder_level=5)
    make_product(shop.business, reorder_level=0)
    make_product(shop.business, reorder_level=5, tracks_stock=False)
    make_product(shop.business, reorder_level=5, is_active=False)
    answer = owner_client.get(f"{PRODUCTS}?low_stock=1")
    assert ids(answer) == [str(low.pk)]
    assert answer.data["results"][0]["low_stock"] is True
    assert owner_client.get(f"{PRODUCTS}?low_stock=0").data["count"] == 4


def test_a_category_finds_what_hangs_below_it(owner_client: APIClient, shop: Shop, other_shop: Shop) -> None:
    food = make_category(shop.business, "Food")
    grains = make_category(shop.business, "Grains", food)
    rice = make_product(shop.business, category=make_category(shop.business, "Rice", grains))
    make_product(shop.business)
    assert ids(owner_client.get(f"{PRODUCTS}?category_id={food.pk}")) == [str(rice.pk)]
    theirs = make_category(other_shop.business)
    assert ids(owner_client.get(f"{PRODUCTS}?category_id={theirs.pk}")) == []


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("search=jas", ["Jasmine rice"]),
        ("search=603001", ["Milo"]),
        ("brand=GINO", ["Jasmine rice"]),
        ("min_price=20", ["Milo"]),
        ("max_price=20&ordering=-retail_price", ["Jasmine rice", "Soap"]),
        ("ordering=-retail_price", ["Milo", "Jasmine rice", "Soap"]),
    ],
)
def test_products_are_searched_filtered_and_ordered(
    owner_client: APIClient, shop: Shop, query: str, names: list[str]
) -> None:
    make_product(shop.business, "Jasmine rice", brand="Gino", retail_price="15.00")
    make_product(shop.business, "Milo", barcode="603001", retail_price="45.00")
    make_product(shop.business, "Soap", retail_price="5.00")
    assert [row["name"] for row in owner_client.get(f"{PRODUCTS}?{query}").data["results"]] == names


@pytest.mark.parametrize("query", ["min_price=cheap", "category_id=1", "supplier_id=x", "search=%00"])
def test_a_filter_that_cannot_be_read_is_a_clear_400(owner_client: APIClient, query: str) -> None:
    answer = owner_client.get(f"{PRODUCTS}?{query}")
    assert (answer.status_code, answer.data["error"]) == (400, "validation_error")


def test_cashiers_read_products_without_costs_and_change_nothing(cashier_client: APIClient, shop: Shop) -> None:
    rice = make_product(shop.business, cost="6.00")
    address = f"{PRODUCTS}{rice.pk}/"
    assert cashier_client.get(address).data["cost"] is None
    writes = [
        cashier_client.post(PRODUCTS, MILO),
        cashier_client.patch(address, {"retail_price": "1.00"}),
        cashier_client.delete(address),
        cashier_client.post(CATEGORIES, {"name": "X"}),
        cashier_client.post(SUPPLIERS, {"name": "X"}),
    ]
    assert [answer.status_code for answer in writes] == [403] * 5


def test_managers_change_products(shop: Shop, client_of: Callable[[Membership], APIClient]) -> None:
    manager = client_of(make_member(shop.business, Role.MANAGER))
    assert manager.post(PRODUCTS, MILO).status_code == 201


def test_what_belongs_to_another_business_is_not_there(owner_client: APIClient, other_shop: Shop) -> None:
    theirs = {
        PRODUCTS: make_product(other_shop.business),
        CATEGORIES: make_category(other_shop.business),
        SUPPLIERS: make_supplier(other_shop.business),
    }
    for address, row in theirs.items():
        at = f"{address}{row.pk}/"
        asked = [owner_client.get(at), owner_client.patch(at, {"name": "Mine"}), owner_client.delete(at)]
        assert [answer.status_code for answer in asked] == [404, 404, 404]
        assert owner_client.get(address).data["count"] == 0


def test_a_product_cannot_join_a_category_of_another_business(owner_client: APIClient, other_shop: Shop) -> None:
    answer = owner_client.post(PRODUCTS, MILO | {"category_id": make_category(other_shop.business).pk})
    assert (answer.status_code, list(answer.data["fields"])) == (400, ["category_id"])


def test_the_tree_of_categories(owner_client: APIClient, shop: Shop) -> None:
    food = make_category(shop.business, "Food")
    make_product(shop.business, category=make_category(shop.business, "Grains", food))
    make_category(shop.business, "Drinks")
    drinks, food_node = owner_client.get(f"{CATEGORIES}?tree=1").data["results"]
    assert (drinks["name"], drinks["children"]) == ("Drinks", [])
    assert [(c["name"], c["product_count"]) for c in food_node["children"]] == [("Grains", 1)]
    assert owner_client.get(f"{CATEGORIES}?root=true").data["count"] == 2


def test_a_category_cannot_hang_below_itself(owner_client: APIClient, shop: Shop) -> None:
    food = make_category(shop.business, "Food")
    grains = make_category(shop.business, "Grains", food)
    answer = owner_client.patch(f"{CATEGORIES}{food.pk}/", {"parent_id": grains.pk})
    assert (answer.status_code, list(answer.data["fields"])) == (400, ["parent_id"])
    moved = owner_client.patch(f"{CATEGORIES}{grains.pk}/", {"parent_id": None})
    assert moved.data["parent_id"] is None


def test_a_name_is_used_once_at_one_place_of_the_tree(owner_client: APIClient, shop: Shop) -> None:
    food = make_category(shop.business, "Food")
    assert owner_client.post(CATEGORIES, {"name": "FOOD"}).status_code == 400
    assert owner_client.post(CATEGORIES, {"name": "Food", "parent_id": food.pk}).status_code == 201
    assert owner_client.post(CATEGORIES, {"name": "food", "parent_id": food.pk}).status_code == 400


def test_only_what_is_empty_can_be_removed(owner_client: APIClient, shop: Shop) -> None:
    food, nestle = make_category(shop.business), make_supplier(shop.business)
    rice = make_product(shop.business, category=food, supplier=nestle)
    for address in (f"{CATEGORIES}{food.pk}/", f"{SUPPLIERS}{nestle.pk}/"):
        assert owner_client.delete(address).status_code == 409
    rice.category = rice.supplier = None
    rice.save()
    for address in (f"{CATEGORIES}{food.pk}/", f"{SUPPLIERS}{nestle.pk}/"):
        assert owner_client.delete(address).status_code == 204
    assert not Category.objects.exists()
    assert not Supplier.objects.exists()


def test_a_supplier_has_a_lead_time_and_a_phone_in_one_form(owner_client: APIClient) -> None:
    made = owner_client.post(SUPPLIERS, {"name": "Nestle", "lead_time_days": 5, "phone": "0302 213 100"})
    assert (made.data["lead_time_days"], made.data["phone"]) == (5, "+233302213100")
    changed = owner_client.patch(f"{SUPPLIERS}{made.data['id']}/", {"lead_time_days": 9})
    assert changed.data["lead_time_days"] == 9
    assert owner_client.post(SUPPLIERS, {"name": "NESTLE"}).status_code == 400
    assert owner_client.post(SUPPLIERS, {"name": "Cowbell", "lead_time_days": -1}).status_code == 400


@pytest.mark.parametrize("count", [1, 30])
@pytest.mark.parametrize("listed", [(PRODUCTS, 5), (CATEGORIES, 4), (SUPPLIERS, 4)])
def test_the_lists_take_a_fixed_number_of_queries(
    owner_client: APIClient, shop: Shop, count: int, listed: tuple[str, int], django_assert_num_queries: Any
) -> None:
    address, queries = listed
    for _ in range(count):
        category, supplier = make_category(shop.business), make_supplier(shop.business)
        make_product(shop.business, stock=1, storefront=shop.storefront, category=category, supplier=supplier)
    with django_assert_num_queries(queries):
        assert owner_client.get(address).data["count"] == count


@pytest.mark.parametrize("count", [1, 30])
def test_the_tree_takes_three_queries(
    owner_client: APIClient, shop: Shop, count: int, django_assert_num_queries: Any
) -> None:
    parent = None
    for _ in range(count):
        parent = make_category(shop.business, parent=parent)
    with django_assert_num_queries(3):
        assert owner_client.get(f"{CATEGORIES}?tree=1").data["count"] == 1
