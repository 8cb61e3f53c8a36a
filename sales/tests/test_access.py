"""Who may do what with the sales API: strangers, cashiers, and people of another business."""

from collections.abc import Callable
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import Membership
from common import clock
from conftest import Shop
from sales.models import CollectionNote, PaymentPlan, PromiseToPay
from sales.tests.builders import make_customer, make_invoice

READABLE = ["customers", "sales", "payments", "collection-notes", "promises", "payment-plans"]
FOR_MANAGEMENT = ["collection-notes", "promises", "payment-plans"]


def addresses(shop: Shop) -> dict[str, str]:
    """The address of one row of each kind."""
    ama = make_customer(shop.business)
    invoice = make_invoice(ama, 50, paid=20)
    common: dict[str, Any] = {"business": shop.business, "customer": ama}
    note = CollectionNote.objects.create(channel="call", outcome="reached", at=clock.now(), **common)
    promise = PromiseToPay.objects.create(amount=5, promised_on=clock.today(), due_on=clock.today(), **common)
    plan = PaymentPlan.objects.create(total=5, agreed_on=clock.today(), **common)
    rows = {
        "customers": ama,
        "sales": invoice,
        "payments": invoice.payments.get(),
        "collection-notes": note,
        "promises": promise,
        "payment-plans": plan,
    }
    return {name: f"/sales/api/{name}/{row.pk}/" for name, row in rows.items()}


ACTIONS = [
    ("get", "customers", "statement/"),
    ("post", "customers", "erase/"),
    ("post", "customers", "apply-credit/"),
    ("patch", "customers", ""),
    ("get", "sales", "receipt/"),
    ("post", "sales", "refund/"),
    ("post", "sales", "dispute/"),
    ("post", "sales", "resolve-dispute/"),
    ("post", "promises", "cancel/"),
    ("post", "payments", "refund/"),
    ("post", "payment-plans", "cancel/"),
]


@pytest.mark.parametrize("name", READABLE)
def test_a_stranger_is_asked_to_log_in(db: None, name: str) -> None:
    for method in ("get", "post"):
        answer = getattr(APIClient(), method)(f"/sales/api/{name}/")
        assert (answer.status_code, answer.json()["error"]) == (401, "not_authenticated")


def test_nothing_of_another_business_is_found(shop: Shop, other_shop: Shop, owner_client: APIClient) -> None:
    theirs = addresses(other_shop)
    for name in READABLE:
        assert owner_client.get(theirs[name]).status_code == 404
        assert owner_client.get(f"/sales/api/{name}/").json()["count"] == 0
    for method, name, action in ACTIONS:
        body = {"reason": "x", "name": "x"} if method != "get" else {}
        answer = getattr(owner_client, method)(theirs[name] + action, body)
        assert (answer.status_code, answer.json()["error"]) == (404, "not_found"), (name, action)


def test_another_businesses_ids_in_a_body_read_as_unknown(
    shop: Shop, other_shop: Shop, owner_client: APIClient
) -> None:
    stranger = str(make_customer(other_shop.business).pk)
    today = str(clock.today())
    bodies: dict[str, dict[str, Any]] = {
        "payments": {"amount": 5, "method": "cash"},
        "collection-notes": {"channel": "call", "outcome": "reached"},
        "promises": {"amount": 5, "due_on": today},
        "payment-plans": {"instalments": [{"due_on": today, "amount": 5}]},
    }
    for name, body in bodies.items():
        answer = owner_client.post(f"/sales/api/{name}/", {"customer_id": stranger, **body})
        assert (answer.status_code, list(answer.json()["fields"])) == (400, ["customer_id"]), name


@pytest.mark.parametrize("name", FOR_MANAGEMENT)
def test_debts_are_followed_up_by_management(shop: Shop, cashier_client: APIClient, name: str) -> None:
    for method in ("get", "post"):
        assert getattr(cashier_client, method)(f"/sales/api/{name}/").status_code == 403


def test_a_cashier_neither_refunds_nor_disputes_nor_changes_nor_erases(shop: Shop, cashier_client: APIClient) -> None:
    mine = addresses(shop)
    for method, name, action in ACTIONS:
        if action in ("statement/", "receipt/", "apply-credit/"):
            continue
        answer = getattr(cashier_client, method)(mine[name] + action, {"reason": "x", "name": "x"})
        assert (answer.status_code, answer.json()["error"]) == (403, "permission_denied"), (name, action)


def test_a_manager_does_not_erase(
    shop: Shop, client_of: Callable[[Membership], APIClient], manager: Membership
) -> None:
    answer = client_of(manager).post(addresses(shop)["customers"] + "erase/")
    assert answer.status_code == 403


@pytest.mark.parametrize("name", READABLE)
def test_an_id_that_is_none_is_not_found(shop: Shop, owner_client: APIClient, name: str) -> None:
    assert owner_client.get(f"/sales/api/{name}/not-an-id/").status_code == 404
    assert owner_client.get(f"/sales/api/{name}/00000000-0000-0000-0000-000000000000/").status_code == 404
