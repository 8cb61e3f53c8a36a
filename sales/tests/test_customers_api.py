"""Customers, their statements and payments through the API."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from common import clock
from conftest import Shop
from sales.models import CollectionNote, Customer
from sales.tests.builders import make_customer, make_invoice, make_payment, make_return, make_sale

URL = "/sales/api/customers/"
PAYMENTS = "/sales/api/payments/"


def at(day: int) -> dt.datetime:
    return dt.datetime(2026, 3, day, 9, tzinfo=dt.UTC)


@pytest.mark.parametrize("phone", ["024 412 3456", "0244123456", "233244123456", "+233 24 412 3456"])
def test_a_cashier_adds_a_customer_with_a_phone_in_any_form(shop: Shop, cashier_client: APIClient, phone: str) -> None:
    answer = cashier_client.post(URL, {"name": "Ama Mensah", "phone": phone})
    assert (answer.status_code, answer.json()["phone"]) == (201, "+233244123456")
    assert (answer.json()["balance"], answer.json()["available_credit"]) == ("0.00", None)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"phone": "12"}, "phone"),
        ({"phone": "hello"}, "phone"),
        ({"name": ""}, "name"),
        ({"email": "ama"}, "email"),
        ({"credit_limit": "-1"}, "credit_limit"),
        ({"terms_days": -1}, "terms_days"),
        ({"language": "fr"}, "language"),
    ],
)
def test_a_wrong_customer_is_refused_by_field(
    shop: Shop, owner_client: APIClient, change: dict[str, Any], field: str
) -> None:
    answer = owner_client.post(URL, {"name": "Ama", **change})
    assert (answer.status_code, list(answer.json()["fields"])) == (400, [field])


def test_a_phone_belongs_to_one_customer_of_a_business(shop: Shop, other_shop: Shop, owner_client: APIClient) -> None:
    make_customer(other_shop.business, phone="+233244123456")
    first = owner_client.post(URL, {"name": "Ama", "phone": "0244123456"})
    again = owner_client.post(URL, {"name": "Kofi", "phone": "+233244123456"})
    assert (first.status_code, again.status_code) == (201, 400)
    assert again.json()["fields"] == {"phone": ["Ama already has this phone number."]}


def test_terms_of_credit_are_set_by_management(shop: Shop, owner_client: APIClient, cashier_client: APIClient) -> None:
    assert cashier_client.post(URL, {"name": "Ama", "credit_limit": "100"}).status_code == 403
    ama = owner_client.post(URL, {"name": "Ama", "credit_limit": "100", "terms_days": 14}).json()
    url = f"{URL}{ama['id']}/"
    held = owner_client.patch(url, {"credit_hold": True, "credit_hold_reason": "Two broken promises"}).json()
    assert (held["available_credit"], held["credit_hold_reason"]) == ("0.00", "Two broken promises")
    freed = owner_client.patch(url, {"credit_hold": False, "credit_limit": None}).json()
    assert (freed["credit_hold_reason"], freed["available_credit"]) == ("", None)


def test_customers_are_found_by_local_phone_and_narrowed_by_debt(shop: Shop, owner_client: APIClient) -> None:
    ama = make_customer(shop.business, "Ama", phone="+233244123456")
    kofi = make_customer(shop.business, "Kofi", phone="+233205555555")
    make_invoice(ama, 10, due=clock.today() - dt.timedelta(days=5))
    make_invoice(kofi, 90, due=clock.today())

    def names(query: str) -> list[str]:
        return [row["name"] for row in owner_client.get(f"{URL}?{query}").json()["results"]]

    assert names("search=0244123") == ["Ama"]
    assert names("search=kof") == ["Kofi"]
    assert names("overdue=true") == ["Ama"]
    assert names("owing=true&ordering=-balance") == ["Kofi", "Ama"]
    assert names("owing=false") == []


def test_the_list_of_customers_takes_the_same_queries_for_few_and_for_many(shop: Shop, owner_client: APIClient) -> None:
    def queries(url: str) -> int:
        with CaptureQueriesContext(connection) as seen:
            assert owner_client.get(url).status_code == 200
        return len(seen)

    def fill(count: int) -> None:
        for _ in range(count):
            customer = make_customer(shop.business)
            make_invoice(customer, 10, paid=4)
            make_payment(customer, 5)

    fill(1)
    few = [queries(URL), queries(PAYMENTS)]
    fill(12)
    assert [queries(URL), queries(PAYMENTS)] == few
    assert max(few) <= 6


def test_a_statement_opens_runs_and_closes_with_the_balance(shop: Shop, owner_client: APIClient) -> None:
    ama = make_customer(shop.business, "Ama")
    make_invoice(ama, 100, sold_at=at(1), paid=30, paid_at=at(3))
    sale = make_sale(shop.business, customer=ama, sold_at=at(10), unit_price=20)
    make_return(sale, at=at(11))
    make_payment(ama, 50, at=at(20))
    full = owner_client.get(f"{URL}{ama.pk}/statement/?from=2026-03-02&to=2026-03-11").json()
    assert (full["opening_balance"], full["closing_balance"]) == ("100.00", "70.00")
    assert [(row["kind"], row["amount"], row["balance"]) for row in full["entries"]] == [
        ("payment", "-30.00", "70.00"),
        ("sale", "20.00", "90.00"),
        ("payment", "-20.00", "70.00"),
        ("return", "-20.00", "50.00"),
        ("refund", "20.00", "70.00"),
    ]
    later = owner_client.get(f"{URL}{ama.pk}/statement/?from=2026-03-12").json()
    assert later["opening_balance"] == "70.00"
    assert later["closing_balance"] == owner_client.get(f"{URL}{ama.pk}/").json()["balance"] == "20.00"


@pytest.mark.parametrize(
    ("query", "field"), [("from=x", "from"), ("from=2026-02-02&to=2026-02-01", "from"), ("to=9999-12-31", "to")]
)
def test_a_statement_of_impossible_days_is_refused(shop: Shop, owner_client: APIClient, query: str, field: str) -> None:
    answer = owner_client.get(f"{URL}{make_customer(shop.business).pk}/statement/?{query}")
    assert (answer.status_code, list(answer.json()["fields"])) == (400, [field])


def test_erasing_removes_the_person_and_keeps_the_figures(shop: Shop, owner_client: APIClient) -> None:
    ama = make_customer(shop.business, "Ama Mensah", email="ama@example.com", address="12 Ring Road")
    make_invoice(ama, 40, note="For Ama's wedding")
    make_payment(ama, "0.01", note="Ama wants it in cash")
    CollectionNote.objects.create(
        business=shop.business, customer=ama, channel="call", outcome="reached", text="Ama is ill", at=clock.now()
    )
    erased = owner_client.post(f"{URL}{ama.pk}/erase/").json()
    assert (erased["balance"], erased["phone"], erased["email"], erased["address"]) == ("39.99", "", "", "")
    assert "Ama" not in str(Customer.objects.values_list("name", "phone", "email", "address"))
    assert "Ama" not in str(owner_client.get("/sales/api/collection-notes/").json())
    assert "Ama" not in str(owner_client.get("/sales/api/sales/").json())
    assert "Ama" not in str(owner_client.get("/sales/api/payments/").json())
    assert owner_client.post(f"{URL}{ama.pk}/erase/").json() == erased
    assert owner_client.patch(f"{URL}{ama.pk}/", {"name": "Ama"}).status_code == 409


def test_a_cashier_takes_a_payment_once_and_sees_what_it_settled(shop: Shop, cashier_client: APIClient) -> None:
    ama = make_customer(shop.business, "Ama")
    invoice = make_invoice(ama, 30)
    body = {"customer_id": str(ama.pk), "amount": "50", "method": "mobile_money", "network": "mtn", "reference": "M1"}
    answers = [cashier_client.post(PAYMENTS, body, HTTP_IDEMPOTENCY_KEY="p1") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert cashier_client.get(PAYMENTS).json()["count"] == 1
    paid = answers[0].json()
    assert (paid["allocated"], paid["unallocated"], paid["customer_name"]) == ("30.00", "20.00", "Ama")
    assert [(row["invoice_number"], row["amount"]) for row in paid["allocations"]] == [(invoice.number, "30.00")]


def test_a_payment_may_name_its_invoices_and_the_rest_is_applied_later(shop: Shop, owner_client: APIClient) -> None:
    ama = make_customer(shop.business)
    first, second = make_invoice(ama, 30, due=dt.date(2026, 1, 31)), make_invoice(ama, 30)
    named = [{"invoice_id": str(second.pk), "amount": "10"}]
    body = {"customer_id": str(ama.pk), "amount": "25", "method": "cash", "invoices": named}
    assert owner_client.post(PAYMENTS, body).json()["unallocated"] == "15.00"
    assert owner_client.get(f"{PAYMENTS}?unallocated=true").json()["count"] == 1
    applied = owner_client.post(f"{URL}{ama.pk}/apply-credit/").json()
    assert (applied["applied"], applied["customer"]["credit"], applied["customer"]["balance"]) == (
        "15.00",
        "0.00",
        "35.00",
    )
    first.refresh_from_db()
    assert first.paid == 15
    assert owner_client.get(f"{PAYMENTS}?unallocated=false").json()["count"] == 1


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"amount": 0}, "amount"),
        ({"amount": "1.005"}, "amount"),
        ({"method": "on_account"}, "method"),
        ({"customer_id": None}, "customer_id"),
        ({"network": "orange"}, "network"),
        ({"invoices": [{"invoice_id": "x"}]}, "invoices"),
        ({"received_at": "2999-01-01T00:00:00Z"}, "received_at"),
        ({"storefront_id": "00000000-0000-0000-0000-000000000000"}, "storefront_id"),
    ],
)
def test_a_wrong_payment_is_refused_by_field(
    shop: Shop, owner_client: APIClient, change: dict[str, Any], field: str
) -> None:
    body = {"customer_id": str(make_customer(shop.business).pk), "amount": "5", "method": "cash", **change}
    answer = owner_client.post(PAYMENTS, body)
    assert (answer.status_code, list(answer.json()["fields"])) == (400, [field])


@pytest.mark.parametrize("name", ["Walk-in Customer", "Cash", "N/A"])
def test_a_walk_in_is_no_customer_to_be_added(owner_client: APIClient, name: str) -> None:
    answer = owner_client.post("/sales/api/customers/", {"name": name})
    assert (answer.status_code, list(answer.data["fields"])) == (400, ["name"])
