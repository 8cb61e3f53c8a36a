"""What a till did without a connection: taken once, in order, or refused with its reason."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import Membership
from common import clock
from conftest import Shop
from inventory.models import Product, StockMovement
from inventory.tests.builders import make_product, stock_of
from sales.models import Payment, Sale, TillEvent
from sales.tests.builders import make_customer, make_invoice

D = Decimal
SYNC = "/sales/api/sync/"


@pytest.fixture
def rice(shop: Shop) -> Product:
    return make_product(shop.business, "Rice", stock=5, storefront=shop.storefront, retail_price=10)


@pytest.fixture
def boss(manager: Membership, client_of: Callable[[Membership], APIClient]) -> APIClient:
    return client_of(manager)


def ago(minutes: int) -> str:
    return (clock.now() - dt.timedelta(minutes=minutes)).isoformat()


def sale(shop: Shop, product: Product, client_id: str, *, minutes: int = 30, quantity: int = 1, **more: Any) -> Any:
    line = {"product_id": str(product.pk), "quantity": str(quantity), **more}
    body = {
        "storefront_id": str(shop.storefront.pk),
        "lines": [line],
        "payments": [{"method": "cash", "amount": "500"}],
    }
    return {"client_id": client_id, "kind": "sale", "at": ago(minutes), "body": body}


def send(client: APIClient, *items: Any, **more: Any) -> Any:
    return client.post(SYNC, {"items": list(items), **more}, format="json")


def statuses(answer: Any) -> list[str]:
    assert answer.status_code == 200, answer.data
    return [outcome["status"] for outcome in answer.data["results"]]


def test_a_morning_without_a_connection_is_taken_in_order_and_once(
    shop: Shop, cashier_client: APIClient, rice: Product
) -> None:
    ama = make_customer(shop.business)
    make_invoice(ama, 30)
    till = cashier_client.post("/sales/api/tills/", {"storefront_id": str(shop.storefront.pk), "till": "1"}).data["id"]
    paid = {
        "client_id": "p1",
        "kind": "payment",
        "at": ago(0),
        "body": {"customer_id": str(ama.pk), "amount": "30", "method": "cash"},
    }
    opened = {
        "client_id": "e1",
        "kind": "event",
        "at": ago(5),
        "body": {"kind": "drawer_opened", "storefront_id": str(shop.storefront.pk)},
    }
    items = [sale(shop, rice, "s1"), paid, opened, sale(shop, rice, "s2", minutes=0)]
    first = send(cashier_client, *items)
    assert (statuses(first), first.data["message"]) == (["taken"] * 4, "")
    again = send(cashier_client, *items)
    assert statuses(again) == ["repeated"] * 4
    assert [row["id"] for row in again.data["results"]] == [row["id"] for row in first.data["results"]]
    sold = Sale.objects.get(client_id="s1")
    assert clock.now() - sold.sold_at > dt.timedelta(minutes=29)
    assert str(Sale.objects.get(client_id="s2").till_session_id) == till
    assert (Payment.objects.get(client_id="p1").amount, TillEvent.objects.get().client_id) == (D(30), "e1")
    assert (Sale.objects.exclude(client_id="").count(), stock_of(rice, shop.storefront)) == (2, D(3))


def test_stock_that_was_sold_twice_is_recorded_and_flagged(
    shop: Shop, cashier_client: APIClient, boss: APIClient, rice: Product
) -> None:
    answer = send(cashier_client, sale(shop, rice, "s1", quantity=4), sale(shop, rice, "s2", quantity=3))
    assert statuses(answer) == ["taken", "taken"]
    assert [row["flags"] for row in answer.data["results"]] == [[], ["oversold"]]
    assert stock_of(rice, shop.storefront) == 0
    found = StockMovement.objects.get(kind="adjustment", reason__startswith="Sold without")
    assert (found.quantity, str(found.document_id)) == (D(2), answer.data["results"][1]["id"])
    event = boss.get("/sales/api/till-events/?kind=oversold").data["results"][0]
    assert (event["quantity"], event["product_name"], event["sale_id"]) == ("2.000", "Rice", found.document_id)


def test_what_cannot_be_taken_is_refused_with_its_reason_and_keeps_nothing_waiting(
    shop: Shop, other_shop: Shop, cashier_client: APIClient, boss: APIClient, rice: Product
) -> None:
    theirs = make_product(other_shop.business)
    other_lines = sale(shop, rice, "s1", quantity=2)
    answer = send(
        cashier_client,
        sale(shop, theirs, "x1"),
        sale(other_shop, rice, "x2"),
        sale(shop, rice, "x3", unit_price="8.99"),
        {**sale(shop, rice, "x4"), "body": {}},
        sale(shop, rice, "s1", unit_price="9.50"),
        other_lines,
    )
    assert statuses(answer) == ["refused"] * 4 + ["taken", "refused"]
    told = [row["error"]["error"] for row in answer.data["results"] if row["error"]]
    assert told == ["validation_error"] * 2 + ["permission_denied", "validation_error", "conflict"]
    assert "not taken" in answer.data["message"]
    assert list(Sale.objects.values_list("client_id", "total")) == [("s1", D("9.50"))]
    assert TillEvent.objects.get().kind == "price_overridden"
    assert statuses(send(boss, sale(shop, rice, "x3", unit_price="8.99"))) == ["taken"]


def test_a_clock_that_is_wrong_is_told_and_put_right(shop: Shop, cashier_client: APIClient, rice: Product) -> None:
    fast = clock.now() + dt.timedelta(hours=3)
    late = {**sale(shop, rice, "s1"), "at": (fast - dt.timedelta(minutes=10)).isoformat()}
    answer = send(cashier_client, late, device_time=fast.isoformat())
    assert (statuses(answer), answer.data["results"][0]["flags"]) == (["taken"], ["clock"])
    assert abs(answer.data["clock_ahead_seconds"] - 3 * 3600) < 60
    assert "clock" in answer.data["message"]
    age = clock.now() - Sale.objects.get().sold_at
    assert dt.timedelta(minutes=9) < age < dt.timedelta(minutes=12)
    ahead = send(cashier_client, {**sale(shop, rice, "s2"), "at": fast.isoformat()})
    assert ahead.data["results"][0]["flags"] == ["clock"]


def test_a_batch_that_is_no_batch_is_refused(shop: Shop, cashier_client: APIClient, rice: Product) -> None:
    assert send(cashier_client).status_code == 400
    assert send(cashier_client, {**sale(shop, rice, "s"), "kind": "refund"}).status_code == 400
    assert send(cashier_client, *[sale(shop, rice, str(n)) for n in range(501)]).status_code == 400
    assert send(APIClient(), sale(shop, rice, "s")).status_code == 401
    assert not Sale.objects.exists()
