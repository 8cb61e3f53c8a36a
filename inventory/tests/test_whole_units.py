"""What is counted by the piece is never entered by a part of one, whatever the document."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.tests.builders import make_storefront
from conftest import Shop
from inventory.models import Product
from inventory.tests.builders import make_order, make_product, make_supplier
from sales.tests.builders import make_sale


@pytest.fixture
def tin(shop: Shop) -> Product:
    return make_product(shop.business, "Milk", stock=10, storefront=shop.storefront, whole_units_only=True)


@pytest.fixture
def sugar(shop: Shop) -> Product:
    return make_product(shop.business, "Sugar", stock=10, storefront=shop.storefront, unit="kg")


def documents(shop: Shop, product: Product, quantity: str) -> dict[str, tuple[str, dict[str, Any]]]:
    """Address and body of each document that holds a quantity of a product."""
    line = {"product_id": str(product.pk), "quantity": quantity}
    place = {"storefront_id": str(shop.storefront.pk)}
    order = make_order(product, shop.storefront, 5)
    market = {
        "from_storefront_id": place["storefront_id"],
        "to_storefront_id": str(make_storefront(shop.business, "M").pk),
    }
    sold = make_sale(shop.business, product=product, quantity=2, storefront=shop.storefront)
    back = {"line_id": str(sold.lines.get().pk), "quantity": quantity}
    paid = [{"method": "cash", "amount": "1000"}]
    unlinked = place | {"lines": [line], "reason": "Lost the receipt"}
    return {
        "order": (
            "/inventory/api/purchase-orders/",
            place | {"supplier_id": str(make_supplier(shop.business).pk), "lines": [line]},
        ),
        "receive": (f"/inventory/api/purchase-orders/{order.pk}/receive/", {"lines": [line]}),
        "receipt": ("/inventory/api/receipts/", place | {"lines": [line]}),
        "transfer": ("/inventory/api/transfers/", market | {"lines": [line]}),
        "adjust": ("/inventory/api/adjustments/", place | {"lines": [line], "reason": "Broken"}),
        "sale": ("/sales/api/sales/", place | {"lines": [line], "payments": paid, "confirmed": True}),
        "return": (f"/sales/api/sales/{sold.pk}/refund/", {"lines": [back]}),
        "unlinked": ("/sales/api/sales/returns/", unlinked),
    }


KINDS = ["order", "receive", "receipt", "transfer", "adjust", "sale", "return", "unlinked"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_part_of_a_piece_is_refused_and_its_line_named(
    shop: Shop, tin: Product, owner_client: APIClient, kind: str
) -> None:
    path, body = documents(shop, tin, "1.5")[kind]
    answer = owner_client.post(path, body)
    assert answer.status_code == 400, answer.data
    assert "whole numbers, not 1.5" in answer.data["fields"]["lines"]["0"]["quantity"][0]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_weighed_may_be_divided(shop: Shop, sugar: Product, owner_client: APIClient, kind: str) -> None:
    path, body = documents(shop, sugar, "1.5")[kind]
    assert owner_client.post(path, body).status_code in (200, 201)


def test_counts_hold_whole_pieces(shop: Shop, tin: Product, sugar: Product, owner_client: APIClient) -> None:
    count = owner_client.post("/inventory/api/counts/", {"storefront_id": str(shop.storefront.pk)}).data["id"]
    lines = [{"product_id": str(each.pk), "counted": "9.5"} for each in (sugar, tin)]
    refused = owner_client.post(f"/inventory/api/counts/{count}/enter/", {"lines": lines})
    assert list(refused.data["fields"]["lines"]) == ["1"]
    assert owner_client.post(f"/inventory/api/counts/{count}/enter/", {"lines": lines[:1]}).status_code == 200


def test_half_a_piece_that_is_there_already_can_be_counted_away(
    shop: Shop, tin: Product, owner_client: APIClient
) -> None:
    """Stock of a product that was divided before the shop said that it is not."""
    place = {"storefront_id": str(shop.storefront.pk), "reason": "Count"}
    Product.objects.update(whole_units_only=False)
    half = place | {"lines": [{"product_id": str(tin.pk), "quantity": "-0.5"}]}
    assert owner_client.post("/inventory/api/adjustments/", half).status_code == 201
    Product.objects.update(whole_units_only=True)
    nine = place | {"lines": [{"product_id": str(tin.pk), "counted_quantity": "9"}]}
    assert owner_client.post("/inventory/api/adjustments/", nine).status_code == 201
