"""Contacts, promises and payment plans through the API."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from common import clock
from conftest import Shop
from sales.models import Customer, Instalment, PaymentPlan, PromiseToPay
from sales.tests.builders import make_customer, make_invoice, make_sale, pay

NOTES, PROMISES, PLANS = (f"/sales/api/{name}/" for name in ("collection-notes", "promises", "payment-plans"))


def day(offset: int) -> dt.date:
    return clock.today() + dt.timedelta(days=offset)


def promised(customer: Customer, amount: int, given: int, due: int, **fields: Any) -> PromiseToPay:
    return PromiseToPay.objects.create(
        business=customer.business, customer=customer, amount=amount, promised_on=day(given), due_on=day(due), **fields
    )


def planned(customer: Customer, *parts: tuple[int, int]) -> PaymentPlan:
    total = sum(amount for _, amount in parts)
    plan = PaymentPlan.objects.create(business=customer.business, customer=customer, total=total, agreed_on=day(-40))
    for offset, amount in parts:
        Instalment.objects.create(business=customer.business, plan=plan, due_on=day(offset), amount=amount)
    return plan


def test_a_contact_is_written_down_with_who_made_it(shop: Shop, owner_client: APIClient) -> None:
    ama = make_customer(shop.business, "Ama")
    body = {"customer_id": str(ama.pk), "channel": "whatsapp", "outcome": "promised", "next_action_on": str(day(3))}
    answer = owner_client.post(NOTES, body)
    assert answer.status_code == 201
    assert (answer.json()["by_name"], answer.json()["customer_name"]) == (shop.owner.name, "Ama")
    assert owner_client.get(f"{NOTES}?outcome=promised&customer_id={ama.pk}").json()["count"] == 1
    assert owner_client.post(NOTES, {**body, "channel": "pigeon"}).json()["fields"].keys() == {"channel"}
    assert owner_client.post(NOTES, {**body, "at": "2999-01-01T00:00:00Z"}).json()["fields"].keys() == {"at"}


def test_a_promise_is_open_kept_broken_or_taken_back(shop: Shop, owner_client: APIClient) -> None:
    statuses = {}
    for name, given, due, paid in (
        ("open", -2, 2, 49),
        ("kept", -9, -2, 50),
        ("broken", -9, -2, 49),
        ("kept on its day", -9, 0, 50),
    ):
        customer = make_customer(shop.business)
        pay(make_invoice(customer, 500), paid, at=clock.start_of(day(min(due, 0))))
        promise = promised(customer, 50, given, due)
        statuses[name] = owner_client.get(f"{PROMISES}{promise.pk}/").json()["status"]
    assert statuses == {"open": "open", "kept": "kept", "broken": "broken", "kept on its day": "kept"}
    assert owner_client.get(f"{PROMISES}?status=kept").json()["count"] == 2
    assert owner_client.post(f"{PROMISES}{promise.pk}/cancel/").json()["status"] == "cancelled"


def test_payments_before_a_promise_or_after_its_day_do_not_keep_it(shop: Shop, owner_client: APIClient) -> None:
    ama = make_customer(shop.business)
    invoice = make_invoice(ama, 500)
    pay(invoice, 100, at=clock.start_of(day(-10)) - dt.timedelta(seconds=1))
    pay(invoice, 100, at=clock.start_of(day(-4)))
    promised(ama, 100, -10, -5)
    assert owner_client.get(PROMISES).json()["results"][0]["received"] == "0.00"


def test_cash_for_new_goods_keeps_no_promise(shop: Shop, owner_client: APIClient) -> None:
    ama = make_customer(shop.business)
    make_invoice(ama, 500)
    promised(ama, 100, -3, 0)
    planned(ama, (-1, 100))
    make_sale(shop.business, customer=ama, unit_price=100)
    make_sale(shop.business, customer=ama, unit_price=200, paid=100, due=day(30))
    make_invoice(ama, 100, sold_at=clock.start_of(day(-1)), paid=100)
    assert owner_client.get(PROMISES).json()["results"][0]["received"] == "0.00"
    assert owner_client.get(PLANS).json()["results"][0]["received"] == "0.00"


def test_one_promise_is_open_at_a_time(shop: Shop, owner_client: APIClient) -> None:
    body = {"customer_id": str(make_customer(shop.business).pk), "amount": "50", "due_on": str(day(3))}
    first = owner_client.post(PROMISES, body)
    assert (first.status_code, first.json()["status"], first.json()["promised_on"]) == (201, "open", str(day(0)))
    assert owner_client.post(PROMISES, body).status_code == 409
    assert owner_client.post(PROMISES, {**body, "due_on": str(day(-1))}).json()["fields"].keys() == {"due_on"}
    assert owner_client.post(PROMISES, {**body, "amount": 0}).json()["fields"].keys() == {"amount"}


def test_a_plan_must_add_up_and_fit_what_is_owed(shop: Shop, owner_client: APIClient) -> None:
    ama = make_customer(shop.business)
    make_invoice(ama, 100)
    parts = [{"due_on": str(day(7)), "amount": "60.00"}, {"due_on": str(day(14)), "amount": "40.00"}]
    body = {"customer_id": str(ama.pk), "total": "100", "instalments": parts}
    changes: list[dict[str, Any]] = [
        {"total": "99.99"},
        {"instalments": parts[::-1]},
        {"instalments": []},
        {"total": None, "instalments": [{"due_on": str(day(1)), "amount": "100.01"}]},
        {"total": None, "instalments": [{"due_on": str(day(-1)), "amount": "10"}]},
    ]
    for change in changes:
        answer = owner_client.post(PLANS, {**body, **change})
        assert (answer.status_code, list(answer.json()["fields"])) == (400, ["instalments"])
    plan = owner_client.post(PLANS, body)
    assert (plan.status_code, plan.json()["total"], plan.json()["status"]) == (201, "100.00", "active")
    assert owner_client.post(PLANS, body).status_code == 409
    assert owner_client.post(f"{PLANS}{plan.json()['id']}/cancel/").json()["status"] == "cancelled"
    assert owner_client.post(PLANS, body).status_code == 201


def test_a_plan_is_filled_in_order_by_what_was_paid(shop: Shop, owner_client: APIClient) -> None:
    ama = make_customer(shop.business)
    plan = planned(ama, (-20, 50), (-10, 50), (5, 50))
    invoice = make_invoice(ama, 150, due=day(-15))
    pay(invoice, 70, at=clock.start_of(day(-30)))
    shown = owner_client.get(f"{PLANS}{plan.pk}/").json()
    assert (shown["status"], shown["received"], shown["due_by_now"]) == ("behind", "70.00", "100.00")
    assert [(part["paid"], part["status"]) for part in shown["instalments"]] == [
        ("50.00", "paid"),
        ("20.00", "overdue"),
        ("0.00", "open"),
    ]
    pay(invoice, 80, at=clock.now())
    assert owner_client.get(f"{PLANS}?status=completed").json()["count"] == 1


@pytest.mark.parametrize("url", [NOTES, PROMISES, PLANS])
def test_the_lists_take_the_same_queries_for_few_and_for_many(shop: Shop, owner_client: APIClient, url: str) -> None:
    def fill(count: int) -> None:
        for _ in range(count):
            ama = make_customer(shop.business)
            promised(ama, 5, -3, 3)
            planned(ama, (-1, 5), (3, 5))
            body = {"customer_id": str(ama.pk), "channel": "call", "outcome": "reached"}
            owner_client.post(NOTES, body)

    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert owner_client.get(url).status_code == 200
        return len(seen)

    fill(1)
    few = queries()
    fill(10)
    assert queries() == few <= 6


@pytest.mark.parametrize(
    ("url", "body", "field"),
    [
        ("promises/", {"amount": "5", "due_on": "9999-12-31"}, "due_on"),
        ("payment-plans/", {"instalments": [{"amount": "5", "due_on": "2200-01-01"}]}, "instalments"),
        (
            "collection-notes/",
            {"channel": "call", "outcome": "reached", "next_action_on": "9999-12-31"},
            "next_action_on",
        ),
    ],
)
def test_a_day_that_is_a_slip_of_the_year_is_refused(
    shop: Shop, owner_client: APIClient, url: str, body: dict[str, Any], field: str
) -> None:
    ama = make_customer(shop.business)
    make_invoice(ama, 50, due=clock.today())
    answer = owner_client.post(f"/sales/api/{url}", body | {"customer_id": str(ama.pk)})
    assert (answer.status_code, list(answer.json()["fields"])) == (400, [field])
    assert "check the year" in answer.json()["message"]
