"""What a till did without a connection: taken once, in order, or refused with its reason."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from accounts.models import Membership
from common import clock
from conftest import Shop
from inventory.models import Product, Stock, StockMovement
from inventory.tests.builders import make_product, stock_of
from sales.models import Payment, Sale, TillEvent
from sales.tests.builders import make_customer, make_invoice, make_payment

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


def with_body(item: Any, **more: Any) -> Any:
    return {**item, "body": {**item["body"], **more}}


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


def test_sales_of_one_batch_see_each_other(shop: Shop, cashier_client: APIClient) -> None:
    milk = make_product(shop.business, stock=100, storefront=shop.storefront, retail_price=10)
    ama = make_customer(shop.business, credit_limit=D(25))
    make_payment(ama, 10)
    by_momo = [{"method": "mobile_money", "network": "mtn", "amount": "10", "reference": "MP1"}]
    accounts = [with_body(sale(shop, milk, f"a{n}"), customer_id=str(ama.pk), payments=[]) for n in range(4)]
    momo = [with_body(sale(shop, milk, f"m{n}"), payments=by_momo) for n in range(2)]
    answer = send(cashier_client, *accounts, *momo, sale(shop, milk, "c", quantity=9))
    assert statuses(answer) == ["taken"] * 3 + ["refused", "taken", "refused", "taken"]
    told = [row["error"]["error"] for row in answer.data["results"] if row["error"]]
    assert told == ["credit_limit_exceeded", "permission_denied"]
    made = Sale.objects.exclude(client_id="").order_by("number").values_list("client_id", "number", "paid")
    assert list(made) == [
        ("a0", "INV-000001", D(10)),
        ("a1", "INV-000002", D(0)),
        ("a2", "INV-000003", D(0)),
        ("m0", "INV-000004", D(10)),
        ("c", "INV-000005", D(90)),
    ]
    assert stock_of(milk, shop.storefront) == D(87)


def test_many_sales_take_as_many_queries_as_few(shop: Shop, cashier_client: APIClient, rice: Product) -> None:
    Stock.objects.filter(product=rice).update(quantity=1_000)
    with CaptureQueriesContext(connection) as few:
        assert statuses(send(cashier_client, *[sale(shop, rice, f"a{n}") for n in range(2)])) == ["taken"] * 2
    with CaptureQueriesContext(connection) as many:
        assert statuses(send(cashier_client, *[sale(shop, rice, f"b{n}") for n in range(40)])) == ["taken"] * 40
    assert len(many) <= len(few)
    movements = StockMovement.objects.filter(product=rice, quantity=-1).order_by("-balance_after")
    assert [row.balance_after for row in movements] == [D(999 - n) for n in range(42)]


@pytest.mark.postgres
def test_what_breaks_a_rule_of_the_database_is_refused_alone(
    shop: Shop, cashier_client: APIClient, rice: Product
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE sales_sale ADD CONSTRAINT none_is_bad CHECK (note <> 'bad')")
    items = [sale(shop, rice, "s1"), with_body(sale(shop, rice, "s2"), note="bad"), sale(shop, rice, "s3")]
    assert statuses(send(cashier_client, *items)) == ["taken", "refused", "taken"]
    assert list(Sale.objects.order_by("number").values_list("client_id", "number")) == [
        ("s1", "INV-000001"),
        ("s3", "INV-000002"),
    ]


def test_a_batch_that_is_no_batch_is_refused(shop: Shop, cashier_client: APIClient, rice: Product) -> None:
    assert send(cashier_client).status_code == 400
    assert send(cashier_client, {**sale(shop, rice, "s"), "kind": "refund"}).status_code == 400
    assert send(cashier_client, *[sale(shop, rice, str(n)) for n in range(501)]).status_code == 400
    assert send(APIClient(), sale(shop, rice, "s")).status_code == 401
    assert not Sale.objects.exists()
