"""Goods that go back to a supplier: off the shelf, off their batch, and off what is owed."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import AuditEntry
from common import clock
from conftest import Shop
from inventory import queries, services
from inventory.models import Batch, GoodsReceipt, Product, StockMovement, Supplier, SupplierBill, SupplierReturn
from inventory.services import NewBill, ReceivedLine
from inventory.tests.builders import make_product, make_supplier, stock_of

D = Decimal
URL = "/inventory/api/supplier-returns/"


@dataclass
class Delivery:
    """Twenty tins at 6, ten of them good for five days, with their bill of 120."""

    shop: Shop
    mills: Supplier
    milk: Product
    receipt: GoodsReceipt

    def body(self, units: str = "4", **more: Any) -> dict[str, Any]:
        line = {"product_id": str(self.milk.pk), "quantity": units}
        place = {"supplier_id": str(self.mills.pk), "storefront_id": str(self.shop.storefront.pk)}
        return place | {"lines": [line], "reason": "Dented"} | more

    @property
    def of_receipt(self) -> dict[str, str]:
        return {"receipt_id": str(self.receipt.pk)}

    @property
    def left(self) -> Decimal:
        return stock_of(self.milk, self.shop.storefront)


@pytest.fixture
def came(shop: Shop) -> Delivery:
    mills, milk, soon = make_supplier(shop.business), make_product(shop.business), clock.today() + dt.timedelta(days=5)
    lines = [ReceivedLine(milk.pk, D(10), D(6), expires_on=soon), ReceivedLine(milk.pk, D(10), D(6))]
    receipt = services.receive_goods(
        shop.caller, storefront_id=shop.storefront.pk, supplier_id=mills.pk, lines=lines, bill=NewBill(number="I1")
    )
    return Delivery(shop, mills, milk, receipt)


def owed(shop: Shop) -> Decimal:
    return sum((account.balance for account in queries.supplier_accounts(shop.id)), D(0))


def test_what_goes_back_leaves_the_shelf_its_batch_and_the_bill(
    shop: Shop, came: Delivery, owner_client: APIClient
) -> None:
    services.record_bill(shop.caller, supplier_id=came.mills.pk, bill=NewBill(D(50), due_on=clock.today()))
    told = owner_client.post(URL, came.body(**came.of_receipt))
    assert told.status_code == 201, told.data
    assert (told.data["value"], told.data["lines"][0]["unit_cost"]) == ("24.00", "6.00")
    assert came.left == 16
    assert Batch.objects.get().quantity == 6
    assert owed(shop) == 146
    assert SupplierBill.objects.get(number="I1").paid == 24  # its own bill, though the other is due first
    movement = StockMovement.objects.get(kind="sent_back")
    assert (movement.quantity, str(movement.document_id)) == (D(-4), told.data["id"])
    assert AuditEntry.objects.filter(action="goods_sent_back").count() == 1
    assert owner_client.get(URL, {"supplier_id": str(came.mills.pk)}).data["count"] == 1


def test_what_went_back_can_be_asked_for(came: Delivery, owner_client: APIClient) -> None:
    owner_client.post(URL, came.body())
    owner_client.patch("/ai/api/settings/", {"consent": True})
    told = owner_client.post("/ai/api/query/", {"query": "how much did we send back to suppliers today"}).data
    assert told["data"]["total"] == {"sent_back_to_suppliers": "24.00"}, told["plan"]


def test_without_credit_nothing_is_taken_off_what_is_owed(shop: Shop, came: Delivery, owner_client: APIClient) -> None:
    assert owner_client.post(URL, came.body(is_credited=False)).data["credit_id"] is None
    assert (owed(shop), came.left) == (D(120), D(16))


def test_no_more_goes_back_than_came_or_is_there(shop: Shop, came: Delivery, owner_client: APIClient) -> None:
    assert owner_client.post(URL, came.body("15", **came.of_receipt)).status_code == 201
    refused = owner_client.post(URL, came.body("6", **came.of_receipt))
    assert refused.data["fields"]["lines"]["0"]["quantity"] == [
        "Only 5 of what came on this receipt can still go back."
    ]
    assert owner_client.post(URL, came.body("6")).status_code == 409
    assert (SupplierReturn.objects.count(), came.left, owed(shop)) == (1, D(5), D(30))


def test_sent_again_it_goes_back_once(came: Delivery, owner_client: APIClient) -> None:
    first, again = (owner_client.post(URL, came.body(client_id="r1")) for _ in "12")
    assert first.data["id"] == again.data["id"]
    assert owner_client.post(URL, came.body("1", client_id="r1")).status_code == 409
    assert came.left == 16


@pytest.mark.parametrize(
    "wrong",
    [{"lines": []}, {"reason": ""}, {"lines": [{"product_id": "x", "quantity": "1"}]}, {"supplier_id": None}],
)
def test_bad_input_is_refused(came: Delivery, owner_client: APIClient, wrong: dict[str, Any]) -> None:
    assert owner_client.post(URL, came.body() | wrong).status_code == 400


def test_cashiers_and_strangers_are_refused(
    other_shop: Shop, came: Delivery, owner_client: APIClient, cashier_client: APIClient
) -> None:
    assert cashier_client.post(URL, came.body()).status_code == 403
    assert cashier_client.get(URL).status_code == 403
    theirs, other = make_supplier(other_shop.business), make_supplier(came.shop.business)
    assert owner_client.post(URL, came.body(supplier_id=str(theirs.pk))).status_code == 404
    assert owner_client.post(URL, came.body(**came.of_receipt, supplier_id=str(other.pk))).status_code == 400
