"""Customers, their phones and what they owed before, from a file or one by one."""

import datetime as dt
from decimal import Decimal
from typing import Any

import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from rest_framework.test import APIClient

from accounts.models import AuditEntry
from common import clock
from conftest import Shop
from reports import metric_queries
from reports.metric_queries import Cut
from sales import queries
from sales.models import Customer, Sale
from sales.tests.builders import make_customer

LINES = """Name;Phone;Email;Price tier;Credit limit;Terms days;Opening balance;Due on;Storefront
Ama Mensah;024 123 4567;ama@shop.example;wholesale;2.000;14;1.250,50;31/03/2026;
Kofi;;;;;;;;
Efua;0201234567;;;;;80;;Market
Yaw;12;;;;;;;
Esi;;nobody;;;;;;
Adjoa;;;gold;;;;;
Kwame;;;;;;minus;;
"""
URL = "/sales/api/customers/import/"


def send(client: APIClient, text: str = LINES, **body: Any) -> Any:
    file = SimpleUploadedFile("customers.csv", text.encode())
    return client.post(URL, {"file": file, "decimal": "comma"} | body, format="multipart")


def counts(told: dict[str, Any]) -> tuple[int, ...]:
    """Lines imported, skipped, updated and refused, and opening balances."""
    lines = (told[f"lines_{name}"] for name in ("imported", "skipped", "updated", "refused"))
    return (*lines, told["opening_balances"])


def owing(shop: Shop) -> dict[str, Decimal]:
    return {row.name: row.balance for row in queries.customer_balances(shop.id) if row.balance}


def test_a_file_brings_customers_and_what_they_owed_once(owner_client: APIClient, shop: Shop) -> None:
    make_customer(shop.business, "KOFI", phone="+233247654321")
    told = send(owner_client).data
    assert counts(told) == (1, 1, 0, 5, 1), told
    assert [problem["line"] for problem in told["problems"]] == [4, 5, 6, 7, 8]
    ama = Customer.objects.get(name="Ama Mensah")
    assert (ama.phone, ama.price_tier, ama.credit_limit, ama.terms_days) == (
        "+233241234567",
        "wholesale",
        Decimal(2000),
        14,
    )
    assert counts(send(owner_client).data) == (0, 2, 0, 5, 0)
    assert owing(shop) == {"Ama Mensah": Decimal("1250.50")}


def test_of_two_with_one_name_the_phone_says_who(owner_client: APIClient, shop: Shop) -> None:
    for phone in ("+233241111111", "+233242222222"):
        make_customer(shop.business, "Ama", phone=phone)
    told = send(owner_client, "name,phone,opening_balance\nAma,,5\nAma,0241111111,7\n").data
    assert ([each["line"] for each in told["problems"]], told["opening_balances"]) == ([2], 1)
    assert Sale.objects.get().customer == Customer.objects.get(phone="+233241111111")


def test_a_file_that_cannot_be_read_and_a_cashier_are_refused(
    owner_client: APIClient, cashier_client: APIClient
) -> None:
    assert send(owner_client, "customer\nAma\n").status_code == 400
    assert owner_client.post(URL, {}, format="multipart").status_code == 400
    assert send(cashier_client).status_code == 403
    assert not Customer.objects.exists()


def test_what_was_owed_before_is_owed_and_aged_but_was_not_sold(owner_client: APIClient, shop: Shop) -> None:
    ama = make_customer(shop.business, "Ama")
    with time_machine.travel(dt.datetime(2026, 6, 15, 12, tzinfo=clock.ACCRA)):
        body = {"amount": "300.00", "due_on": "2026-05-01"}
        shown = owner_client.post(f"/sales/api/customers/{ama.pk}/opening-balance/", body).data
        assert (shown["balance"], shown["overdue"], shown["oldest_due"]) == ("300.00", "300.00", "2026-05-01")
        measured = metric_queries.total(shop.id, ["revenue", "sales_count", "outstanding"], cut=Cut())
        ageing = owner_client.get("/reports/api/financial/ar-aging/").data
        statement = owner_client.get(f"/sales/api/customers/{ama.pk}/statement/").data
    assert [measured[name] for name in ("revenue", "sales_count", "outstanding")] == [0, 0, 300]
    assert Decimal(ageing["summary"]["total_outstanding"]) == 300, ageing["summary"]
    assert [(entry["kind"], entry["amount"]) for entry in statement["entries"]] == [("opening", "300.00")]


def test_it_can_be_put_right_until_something_was_paid_of_it(owner_client: APIClient, shop: Shop) -> None:
    ama = make_customer(shop.business, "Ama")
    url = f"/sales/api/customers/{ama.pk}/opening-balance/"
    for amount, balance in (("300.00", "300.00"), ("30.00", "30.00"), ("0.00", "0.00"), ("50.00", "50.00")):
        assert owner_client.post(url, {"amount": amount}).data["balance"] == balance
    paid = {"customer_id": str(ama.pk), "amount": "20.00", "method": "cash"}
    assert owner_client.post("/sales/api/payments/", paid).status_code == 201
    assert owner_client.post(url, {"amount": "60.00"}).status_code == 409
    assert owing(shop) == {"Ama": Decimal(30)}
    assert AuditEntry.objects.filter(action="opening_balance_set").count() == 4


def test_strangers_and_slips_are_refused(
    owner_client: APIClient, cashier_client: APIClient, shop: Shop, other_shop: Shop
) -> None:
    ama, theirs = make_customer(shop.business, "Ama"), make_customer(other_shop.business, "Abena")
    url = f"/sales/api/customers/{ama.pk}/opening-balance/"
    assert cashier_client.post(url, {"amount": "5"}).status_code == 403
    assert owner_client.post(f"/sales/api/customers/{theirs.pk}/opening-balance/", {"amount": "5"}).status_code == 404
    for wrong in ({}, {"amount": "-5"}, {"amount": "5", "due_on": "1226-01-01"}):
        assert owner_client.post(url, wrong).status_code == 400
    place = {"amount": "5", "storefront_id": str(other_shop.storefront.pk)}
    assert owner_client.post(url, place).status_code == 400
