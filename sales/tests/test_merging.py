"""Customers who are one person, sales that get their customer later, and carts that wait."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import AuditEntry, Membership
from common import clock
from conftest import Shop
from inventory.models import Product
from inventory.tests.builders import make_product
from sales.models import Cart, Customer, CustomerMerge, Sale, TillEvent
from sales.services import refund_sale
from sales.tests.builders import make_customer, make_invoice, make_payment, make_sale

CUSTOMERS = "/sales/api/customers/"
CARTS = "/sales/api/carts/"


@pytest.fixture
def boss(manager: Membership, client_of: Callable[[Membership], APIClient]) -> APIClient:
    return client_of(manager)


@pytest.fixture
def rice(shop: Shop) -> Product:
    return make_product(shop.business, "Rice", stock=50, storefront=shop.storefront, retail_price=10)


def merge(client: APIClient, keep: Customer, other: Customer) -> Any:
    return client.post(f"{CUSTOMERS}merge/", {"keep_id": str(keep.pk), "merge_id": str(other.pk)})


def balances(client: APIClient) -> dict[str, str]:
    return {row["name"]: row["balance"] for row in client.get(CUSTOMERS).data["results"]}


def test_two_customers_become_one_and_can_be_parted_for_a_day(shop: Shop, boss: APIClient) -> None:
    ama, twin = make_customer(shop.business, "Ama", phone=""), make_customer(shop.business, "Ama M.")
    make_invoice(ama, 30)
    make_invoice(twin, 50)
    make_payment(twin, 20)
    made = merge(boss, ama, twin)
    assert (made.status_code, balances(boss)) == (201, {"Ama": "60.00"})
    assert boss.get(f"{CUSTOMERS}{twin.pk}/").status_code == 404
    assert boss.get(f"{CUSTOMERS}{ama.pk}/").data["phone"] == twin.phone
    make_invoice(ama, 7)
    undone = boss.post(f"/sales/api/customer-merges/{made.data['id']}/undo/")
    assert (undone.status_code, balances(boss)) == (200, {"Ama": "37.00", "Ama M.": "30.00"})
    assert Customer.objects.get(pk=ama.pk).phone == ""
    assert boss.post(f"/sales/api/customer-merges/{made.data['id']}/undo/").status_code == 409
    assert list(AuditEntry.objects.order_by("created_at").values_list("action", flat=True)) == [
        "customers_merged",
        "customers_parted",
    ]


def test_customers_are_not_parted_late_or_once_one_paid_for_the_other(shop: Shop, boss: APIClient) -> None:
    ama, twin, third = (make_customer(shop.business) for _ in range(3))
    make_invoice(ama, 30)
    make_payment(twin, 20)
    made = merge(boss, ama, twin).data["id"]
    boss.post(f"{CUSTOMERS}{ama.pk}/apply-credit/")
    assert "settled what the other owed" in boss.post(f"/sales/api/customer-merges/{made}/undo/").data["message"]
    late = merge(boss, ama, third).data["id"]
    CustomerMerge.objects.filter(pk=late).update(at=clock.now() - dt.timedelta(hours=25))
    assert boss.post(f"/sales/api/customer-merges/{late}/undo/").status_code == 409


def test_who_may_not_be_merged_is_refused(
    shop: Shop, other_shop: Shop, boss: APIClient, cashier_client: APIClient, owner_client: APIClient
) -> None:
    ama, theirs = make_customer(shop.business), make_customer(other_shop.business)
    erased = make_customer(shop.business, erased_at=clock.now())
    for other in (ama, theirs, erased):
        refused = merge(boss, ama, other)
        assert (refused.status_code, list(refused.data["fields"])) == (400, ["merge_id"])
    assert merge(cashier_client, ama, make_customer(shop.business)).status_code == 403
    assert APIClient().post(f"{CUSTOMERS}merge/").status_code == 401


def test_erasing_a_customer_reaches_those_merged_into_them(
    shop: Shop, boss: APIClient, owner_client: APIClient
) -> None:
    ama, twin = make_customer(shop.business, "Ama"), make_customer(shop.business, "Ama Mensah")
    merge(boss, ama, twin)
    assert owner_client.post(f"{CUSTOMERS}{ama.pk}/erase/").status_code == 200
    assert not Customer.objects.filter(name__startswith="Ama").exists()


def test_a_sale_gets_its_customer_later_with_returns_and_payments(
    shop: Shop, boss: APIClient, cashier_client: APIClient, rice: Product
) -> None:
    sale = make_sale(shop.business, product=rice, storefront=shop.storefront, quantity=2)
    refund_sale(shop.caller, sale.pk, method="cash")
    ama = make_customer(shop.business, "Ama")
    named = cashier_client.post(f"/sales/api/sales/{sale.pk}/customer/", {"customer_id": str(ama.pk)})
    assert (named.status_code, named.data["customer_name"]) == (200, "Ama")
    assert Sale.objects.filter(customer=ama).count() == 2
    assert boss.get(f"{CUSTOMERS}{ama.pk}/").data["balance"] == "0.00"
    assert boss.get(f"/sales/api/payments/?customer_id={ama.pk}").data["count"] == 2
    again = cashier_client.post(f"/sales/api/sales/{sale.pk}/customer/", {"customer_id": str(ama.pk)})
    assert again.status_code == 409


def test_a_cart_waits_for_any_till_and_is_taken_up_once(
    shop: Shop, other_shop: Shop, cashier_client: APIClient, boss: APIClient, rice: Product
) -> None:
    body = {
        "storefront_id": str(shop.storefront.pk),
        "held_for": "Red shirt",
        "lines": [{"product_id": str(rice.pk), "quantity": "3"}],
    }
    held = cashier_client.post(CARTS, body, format="json")
    assert (held.status_code, held.data["lines"][0]["quantity"]) == (201, "3.000")
    assert boss.get(CARTS).data["results"][0]["held_for"] == "Red shirt"
    assert boss.post(f"{CARTS}{held.data['id']}/take-up/").data["id"] == held.data["id"]
    assert cashier_client.post(f"{CARTS}{held.data['id']}/take-up/").status_code == 404
    dropped = cashier_client.post(CARTS, body, format="json").data["id"]
    assert cashier_client.delete(f"{CARTS}{dropped}/").status_code == 204
    event = TillEvent.objects.get()
    assert (event.kind, str(event.amount), event.note) == ("cart_cancelled", "30.00", "Red shirt")
    theirs = make_product(other_shop.business)
    wrongs: list[dict[str, Any]] = [
        {"lines": []},
        {"lines": [{"product_id": str(theirs.pk), "quantity": "1"}]},
        {"storefront_id": str(other_shop.storefront.pk)},
        {"customer_id": str(theirs.pk)},
    ]
    for wrong in wrongs:
        assert cashier_client.post(CARTS, {**body, **wrong}, format="json").status_code == 400
    assert not Cart.objects.exists()
    assert APIClient().get(CARTS).status_code == 401
