"""Sales that are undone: voids, exchanges, and returns without a receipt."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import AuditEntry, Membership
from conftest import Shop
from inventory.models import Product
from inventory.tests.builders import make_product, stock_of
from reports import metric_queries
from reports.sources import Cut
from sales.models import Payment, Sale
from sales.tests.builders import make_customer, make_invoice, make_payment

D = Decimal
SALES = "/sales/api/sales/"


@pytest.fixture
def boss(manager: Membership, client_of: Callable[[Membership], APIClient]) -> APIClient:
    return client_of(manager)


@pytest.fixture
def rice(shop: Shop) -> Product:
    return make_product(shop.business, "Rice", stock=50, storefront=shop.storefront, retail_price=10)


@pytest.fixture
def soap(shop: Shop) -> Product:
    return make_product(shop.business, "Soap", stock=50, storefront=shop.storefront, retail_price=15)


def sold(client: APIClient, shop: Shop, product: Product, paid: str = "20.00", **more: Any) -> Any:
    body = {
        "storefront_id": str(shop.storefront.pk),
        "payments": [{"method": "cash", "amount": paid}] if paid else [],
        "lines": [{"product_id": str(product.pk), "quantity": "2"}],
        **more,
    }
    answer = client.post(SALES, body, format="json")
    assert answer.status_code == 201, answer.data
    return answer.data


def post(client: APIClient, sale: Any, action: str, **body: Any) -> Any:
    return client.post(f"{SALES}{sale['id']}/{action}/", body, format="json")


def test_a_voided_sale_keeps_its_number_and_counts_in_nothing(shop: Shop, boss: APIClient, rice: Product) -> None:
    momo = {"method": "mobile_money", "network": "mtn", "amount": "12.00", "reference": "MP1"}
    sale = sold(boss, shop, rice, payments=[momo, {"method": "cash", "amount": "8.00"}])
    answer = post(boss, sale, "void", reason="Rung up twice")
    assert (answer.status_code, answer.data["status"], answer.data["number"]) == (200, "voided", sale["number"])
    void = answer.data["returns"][0]
    assert (void["kind"], void["number"], void["note"]) == ("void", f"{sale['number']}-V", "Rung up twice")
    assert stock_of(rice, shop.storefront) == 50
    refunds = Payment.objects.filter(kind="refund").order_by("amount").values_list("method", "reference", "amount")
    assert list(refunds) == [("cash", "", D(8)), ("mobile_money", "MP1", D(12))]
    figures = metric_queries.total(shop.id, ["revenue", "sales_count", "units", "returns"], cut=Cut())
    assert not any(figures[name] for name in ("revenue", "sales_count", "units", "returns"))
    assert "VOIDED" in boss.get(f"{SALES}{sale['id']}/receipt/?format=text").content.decode()
    assert boss.get(f"{SALES}?status=voided&kind=sale").data["count"] == 1
    assert [post(boss, sale, "void", reason="x").status_code, post(boss, sale, "refund").status_code] == [409, 409]
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.details) == ("sale_voided", {"amount": "20.00", "reason": "Rung up twice"})
    assert sold(boss, shop, rice, payments=[momo | {"amount": "20.00"}])["number"] == "INV-000002"


def test_what_settled_a_voided_sale_is_the_customers_credit_again(shop: Shop, boss: APIClient, rice: Product) -> None:
    ama = make_customer(shop.business, credit_limit=100)
    make_payment(ama, 5)
    sale = sold(boss, shop, rice, "8.00", customer_id=str(ama.pk))
    boss.post("/sales/api/payments/", {"customer_id": str(ama.pk), "amount": "4.00", "method": "cash"})
    assert post(boss, sale, "void", reason="x").status_code == 200
    told = boss.get(f"/sales/api/customers/{ama.pk}/").data
    assert (told["outstanding"], told["credit"], told["balance"]) == ("0.00", "9.00", "-9.00")
    assert Payment.objects.get(kind="refund").amount == 8


def test_a_sale_is_voided_only_in_its_open_till_on_its_day(
    shop: Shop, boss: APIClient, cashier_client: APIClient, rice: Product
) -> None:
    till = boss.post("/sales/api/tills/", {"storefront_id": str(shop.storefront.pk), "till": "1"}).data["id"]
    kept, undone = sold(boss, shop, rice), sold(boss, shop, rice)
    assert post(cashier_client, kept, "void", reason="x").status_code == 403
    assert post(boss, kept, "void").status_code == 400
    assert post(boss, undone, "void", reason="x").status_code == 200
    report = boss.get(f"/sales/api/tills/{till}/report/").data
    assert (report["sales"], report["sold"], report["voids"], report["voided"]) == (1, "20.00", 1, "20.00")
    assert (report["not_paid"], report["returns"], report["money"][0]["expected"]) == ("0.00", 0, "20.00")
    boss.post(f"/sales/api/tills/{till}/close/", {"counted": [{"method": "cash", "amount": "20"}]}, format="json")
    assert "till of this sale was closed" in post(boss, kept, "void", reason="x").data["message"]
    old = make_invoice(make_customer(shop.business), 20)
    assert "not of today" in post(boss, {"id": old.pk}, "void", reason="x").data["message"]
    partly = sold(boss, shop, rice)
    post(boss, partly, "refund", lines=[{"line_id": partly["lines"][0]["id"], "quantity": "1"}])
    assert "came back already" in post(boss, partly, "void", reason="x").data["message"]


def test_an_exchange_is_one_document_with_lines_both_ways(
    shop: Shop, boss: APIClient, rice: Product, soap: Product
) -> None:
    sale = sold(boss, shop, rice)
    swap: dict[str, Any] = {
        "back": [{"line_id": sale["lines"][0]["id"], "quantity": "1"}],
        "client_id": "till-1:7",
        "lines": [{"product_id": str(soap.pk), "quantity": "2"}],
        "payments": [{"method": "cash", "amount": "50"}],
    }
    made = post(boss, sale, "exchange", **swap)
    assert (made.status_code, made.data["kind"], made.data["number"]) == (201, "exchange", "INV-000002")
    assert (made.data["total"], made.data["change"], made.data["status"]) == ("20.00", "30.00", "paid")
    assert [line["quantity"] for line in made.data["lines"]] == ["-1.000", "2.000"]
    assert (stock_of(rice, shop.storefront), stock_of(soap, shop.storefront)) == (D(49), D(48))
    assert post(boss, sale, "exchange", **swap).data["id"] == made.data["id"]
    figures = metric_queries.total(shop.id, ["revenue", "sales_count", "units"], cut=Cut())
    assert [figures[name] for name in ("revenue", "sales_count", "units")] == [40, 2, 3]
    assert AuditEntry.objects.get().action == "sale_exchanged"
    text = boss.get(f"{SALES}{made.data['id']}/receipt/?format=text").content.decode()
    assert "Exchange" in text
    back = post(boss, made.data, "refund")
    assert (back.status_code, back.data["total"]) == (201, "-30.00")


def test_what_new_goods_cost_less_settles_the_sale_and_then_goes_back(
    shop: Shop, boss: APIClient, rice: Product, soap: Product
) -> None:
    ama = make_customer(shop.business, credit_limit=100)
    sale = sold(boss, shop, soap, "26.00", customer_id=str(ama.pk))
    swap = {
        "back": [{"line_id": sale["lines"][0]["id"], "quantity": "2"}],
        "lines": [{"product_id": str(rice.pk), "quantity": "1"}],
    }
    refused = post(boss, sale, "exchange", **swap, payments=[{"method": "cash", "amount": "1"}])
    assert refused.data["fields"]["payments"] == ["Nothing is due: GHS 20.00 goes back."]
    made = post(boss, sale, "exchange", **swap)
    assert (made.data["total"], made.data["payments"][0]["amount"]) == ("-20.00", "16.00")
    assert boss.get(f"{SALES}{sale['id']}/").data["status"] == "paid"
    assert boss.get(f"/sales/api/customers/{ama.pk}/").data["balance"] == "0.00"


def test_an_exchange_that_cannot_be_is_refused_whole(
    shop: Shop, boss: APIClient, cashier_client: APIClient, rice: Product, soap: Product
) -> None:
    sale = sold(boss, shop, rice)
    back = [{"line_id": sale["lines"][0]["id"], "quantity": "1"}]
    lines = [{"product_id": str(soap.pk), "quantity": "1"}]
    assert post(cashier_client, sale, "exchange", back=back, lines=lines).status_code == 403
    unpaid = post(boss, sale, "exchange", back=back, lines=lines)
    assert unpaid.data["fields"]["payments"] == ["An exchange is paid at once: GHS 5.00 is due."]
    wrongs: list[dict[str, Any]] = [{"back": []}, {"lines": []}, {"method": "credit_note"}]
    for wrong in wrongs:
        assert post(boss, sale, "exchange", **{"back": back, "lines": lines, **wrong}).status_code == 400
    short = post(
        boss,
        sale,
        "exchange",
        back=back,
        lines=[{"product_id": str(soap.pk), "quantity": "60"}],
        payments=[{"method": "cash", "amount": "890"}],
    )
    assert (short.status_code, short.data["error"]) == (409, "out_of_stock")
    post(boss, sale, "void", reason="x")
    assert post(boss, sale, "exchange", back=back, lines=lines).status_code == 409
    assert (stock_of(rice, shop.storefront), stock_of(soap, shop.storefront)) == (D(50), D(50))
    assert not Sale.objects.filter(kind="exchange").exists()


def test_goods_without_a_receipt_come_back_at_no_more_than_they_cost_now(
    shop: Shop, other_shop: Shop, boss: APIClient, cashier_client: APIClient, rice: Product
) -> None:
    body = {
        "storefront_id": str(shop.storefront.pk),
        "reason": "Lost the receipt",
        "client_id": "r-1",
        "lines": [{"product_id": str(rice.pk), "quantity": "2", "unit_price": "8.00"}],
    }
    assert cashier_client.post(f"{SALES}returns/", body, format="json").status_code == 403
    made = boss.post(f"{SALES}returns/", body, format="json")
    assert (made.status_code, made.data["kind"], made.data["total"]) == (201, "return", "-16.00")
    assert (made.data["number"], made.data["note"]) == ("INV-000001", "Lost the receipt")
    assert stock_of(rice, shop.storefront) == D(52)
    assert boss.post(f"{SALES}returns/", body, format="json").data["id"] == made.data["id"]
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.details["amount"]) == ("returned_without_receipt", "16.00")
    for wrong, field in (
        ({"lines": [{"product_id": str(rice.pk), "quantity": "1", "unit_price": "10.01"}]}, "lines"),
        ({"reason": ""}, "reason"),
        ({"storefront_id": str(other_shop.storefront.pk)}, "storefront_id"),
        ({"method": "bitcoin"}, "method"),
    ):
        refused = boss.post(f"{SALES}returns/", {**body, "client_id": "", **wrong}, format="json")
        assert (refused.status_code, list(refused.data["fields"])) == (400, [field])


def test_nothing_of_another_business_is_undone(
    shop: Shop, other_shop: Shop, boss: APIClient, other_client: APIClient, rice: Product
) -> None:
    sale = sold(boss, shop, rice)
    back, lines = [{"line_id": sale["lines"][0]["id"], "quantity": "1"}], [{"product_id": rice.pk, "quantity": "1"}]
    assert post(other_client, sale, "void", reason="x").status_code == 404
    assert post(other_client, sale, "exchange", back=back, lines=lines).status_code == 404
    assert APIClient().post(f"{SALES}returns/").status_code == 401


@pytest.fixture
def other_client(other_shop: Shop, client_of: Callable[[Membership], APIClient]) -> APIClient:
    return client_of(other_shop.owner)
