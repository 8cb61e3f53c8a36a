"""Suppliers and what they were owed, from a file."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from rest_framework.test import APIClient

from conftest import Shop
from inventory import queries
from inventory.models import Supplier
from inventory.tests.builders import make_supplier

LINES = """Name;Phone;Email;Lead time days;Terms days;Opening balance;Due on
Tema Mills;024 123 4567;sales@mills.example;5;14;1.250,50;31/03/2026
Farm;;;;;;
Farm Two;12;;;;;
Market;;nobody;;;;
Hub;;;900;;;
Depot;;;;;minus;
"""


def send(client: APIClient, text: str = LINES, **body: Any) -> Any:
    file = SimpleUploadedFile("suppliers.csv", text.encode())
    return client.post(
        "/inventory/api/suppliers/import/", {"file": file, "decimal": "comma"} | body, format="multipart"
    )


def counts(told: dict[str, Any]) -> tuple[int, ...]:
    """Lines imported, skipped, updated and refused, and opening balances."""
    lines = (told[f"lines_{name}"] for name in ("imported", "skipped", "updated", "refused"))
    return (*lines, told["opening_balances"])


def test_a_file_brings_suppliers_and_what_they_are_owed_once(owner_client: APIClient, shop: Shop) -> None:
    make_supplier(shop.business, "FARM", lead_time_days=3)
    told = send(owner_client).data
    assert counts(told) == (1, 1, 0, 4, 1)
    assert [problem["line"] for problem in told["problems"]] == [4, 5, 6, 7]
    mills = Supplier.objects.get(name="Tema Mills")
    assert (mills.phone, mills.lead_time_days, mills.terms_days) == ("+233241234567", 5, 14)
    assert counts(send(owner_client).data) == (0, 2, 0, 4, 0)
    [account] = queries.supplier_accounts(shop.id)
    assert (str(account.owed), account.oldest_due_on.isoformat() if account.oldest_due_on else "") == (
        "1250.50",
        "2026-03-31",
    )


def test_a_file_that_cannot_be_read_and_a_cashier_are_refused(
    owner_client: APIClient, cashier_client: APIClient
) -> None:
    assert send(owner_client, "supplier\nMills\n").status_code == 400
    assert owner_client.post("/inventory/api/suppliers/import/", {}, format="multipart").status_code == 400
    assert send(cashier_client).status_code == 403
    assert not Supplier.objects.exists()
