"""Seeing an import before it comes in, correcting it, and taking it back."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from rest_framework.test import APIClient

from accounts.models import Membership, Storefront
from common.tenancy import TenantModel
from conftest import Shop
from inventory.models import Category, Product
from sales.models import Customer, Payment, PaymentAllocation, Sale, SaleLine, SalesImport, SalesImportStep
from sales.services import record_payment
from sales.tests.history import history, line
from sales.tests.test_import_api import URL, _files_of_their_own, post
from sales.tests.test_import_command import run

__all__ = ["_files_of_their_own"]
TABLES: tuple[type[TenantModel], ...] = (
    PaymentAllocation,
    Payment,
    SaleLine,
    Sale,
    Customer,
    Product,
    Category,
    Membership,
    Storefront,
)
FILE = history(
    line(customer="Ama", category="Food", staff="Esi", storefront="Tema"),
    line(customer="Ama", storefront="Tema", quantity=-1, sold_at="2025-03-09"),
    line(invoice_no="1002", sku="TV", product="TV", quantity=1, unit_price="19999.00", paid_at="2025-03-04"),
    line(invoice_no="1003", customer="Kofi", due_date="2025-04-02"),
)


def everything() -> dict[str, list[Any]]:
    """All rows of a business that an import touches, with their values."""
    return {model.__name__: sorted(map(repr, model._default_manager.order_by().values())) for model in TABLES}


def undo(client: APIClient, told: dict[str, Any]) -> Any:
    return client.post(f"{URL}{told['id']}/undo/")


def test_a_check_shows_the_first_rows_as_understood_and_changes_nothing(owner_client: APIClient, shop: Shop) -> None:
    before = everything()
    told = owner_client.post(f"{URL}?check=1", {"file": _file(FILE)}, format="multipart").json()
    assert (told["status"], told["check_only"], told["lines_imported"]) == ("done", True, 4)
    assert told["first_rows"][2] | {"line": "4"} == {
        "line": "4",
        "invoice_no": "1002",
        "sold_at": "2025-03-03T10:00:00+00:00",
        "sku": "TV",
        "product": "TV",
        "quantity": "1.000",
        "unit_price": "19999.00",
        "payment_method": "unknown",
        "paid_at": "2025-03-04T00:00:00+00:00",
    }
    assert everything() == before
    assert undo(owner_client, told).status_code == 409


def test_the_command_checks_without_a_trace(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "sales.csv"
    path.write_bytes(FILE)
    before = everything()
    said = run(shop, path, check=True)
    assert "4 imported" in said
    assert "Only a check" in said
    assert "invoice_no 1002" in said
    assert everything() == before


def test_an_import_is_undone_whole(owner_client: APIClient) -> None:
    before = everything()
    told = post(owner_client, FILE).json()
    assert everything() != before
    assert undo(owner_client, told).json()["status"] == "undone"
    assert everything() == before
    assert undo(owner_client, told).status_code == 409


def test_the_command_takes_back_what_it_brought(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "sales.csv"
    path.write_bytes(FILE)
    before = everything()
    said = run(shop, path)
    assert f"--undo {SalesImport.objects.get().pk}" in said
    run(shop, path, undo=str(SalesImport.objects.get().pk))
    assert everything() == before


def test_lines_added_to_an_earlier_import_and_invoices_paid_by_it_are_undone_alone(owner_client: APIClient) -> None:
    due = {"invoice_no": "1003", "customer": "Kofi", "due_date": "2025-04-02"}
    post(owner_client, FILE)
    before = everything()
    gari = line(invoice_no="1002", sku="GARI", product="Gari", unit_price=5)
    told = post(owner_client, history(line(**due, paid_at="2025-04-20"), gari | {"paid_at": "2025-03-04"})).json()
    assert Sale.objects.get(number="1003").paid == Decimal(160)
    assert Sale.objects.get(number="1002").lines.count() == 2
    assert undo(owner_client, told).status_code == 200
    assert everything() == before


def test_what_a_till_built_on_it_keeps_an_import(owner_client: APIClient, shop: Shop) -> None:
    told = post(owner_client, FILE).json()
    kofi = Customer.objects.get(name="Kofi")
    record_payment(shop.caller, customer_id=kofi.pk, amount=Decimal(10), method="cash")
    before = everything()
    answer = undo(owner_client, told)
    assert (answer.status_code, answer.json()["error"]) == (409, "conflict")
    assert "1003" in answer.json()["message"]
    assert everything() == before


def test_a_later_import_that_built_on_it_is_undone_first(owner_client: APIClient) -> None:
    first = post(owner_client, FILE).json()
    later = post(owner_client, history(line(invoice_no="1002", sku="GARI", product="Gari", unit_price=5))).json()
    assert "later import" in undo(owner_client, first).json()["message"]
    assert [undo(owner_client, told).status_code for told in (later, first)] == [200, 200]


def test_a_product_that_is_used_since_stays_and_is_told(owner_client: APIClient, shop: Shop) -> None:
    told = post(owner_client, FILE).json()
    television = Product.objects.get(sku="TV")
    post(owner_client, history(line(invoice_no="2000", sku="TV", product="TV")))
    after = undo(owner_client, told).json()
    assert Product.objects.filter(pk=television.pk).exists()
    assert "1 of the names" in after["notices"][-1]["reason"]


def test_a_corrected_line_is_refused_unless_the_mode_says_update(owner_client: APIClient) -> None:
    post(owner_client, FILE)
    wrong = line(invoice_no="1002", sku="TV", product="TV", quantity=1, unit_price="1999.90", paid_at="2025-03-04")
    told = post(owner_client, history(wrong)).json()
    assert "mode=update" in told["problems"][0]["reason"]
    assert Sale.objects.get(number="1002").total == Decimal("19999.00")


def test_a_corrected_line_replaces_the_wrong_one_with_its_payment_and_can_be_undone(owner_client: APIClient) -> None:
    post(owner_client, FILE)
    before = everything()
    right = line(invoice_no="1002", sku="TV", product="TV", quantity=1, unit_price="1999.90", paid_at="2025-03-04")
    told = post(owner_client, history(right), mode="update").json()
    assert (told["lines_imported"], told["lines_updated"]) == (1, 1)
    sale = Sale.objects.get(number="1002")
    assert (sale.total, sale.paid, sale.lines.count()) == (Decimal("1999.90"), Decimal("1999.90"), 1)
    assert sum(payment.amount for payment in Payment.objects.filter(allocations__invoice=sale)) == sale.total
    assert undo(owner_client, told).status_code == 200
    assert everything() == before


def test_an_invoice_that_was_paid_at_the_till_is_corrected_there(owner_client: APIClient, shop: Shop) -> None:
    post(owner_client, FILE)
    kofi = Customer.objects.get(name="Kofi")
    record_payment(shop.caller, customer_id=kofi.pk, amount=Decimal(160), method="cash")
    right = line(invoice_no="1003", customer="Kofi", due_date="2025-04-02", unit_price=8)
    told = post(owner_client, history(right), mode="update").json()
    assert "paid at the till since" in told["problems"][0]["reason"]
    assert Sale.objects.get(number="1003").total == Decimal(160)


def test_update_twice_changes_nothing_the_second_time(owner_client: APIClient) -> None:
    post(owner_client, FILE)
    right = history(line(invoice_no="1002", sku="TV", product="TV", quantity=1, unit_price="1999.90"))
    post(owner_client, right, mode="update")
    before = everything()
    assert post(owner_client, right, mode="update").json()["lines_skipped"] == 1
    assert everything() == before


def test_an_undone_import_can_come_in_again(owner_client: APIClient) -> None:
    undo(owner_client, post(owner_client, FILE).json())
    assert post(owner_client, FILE).json()["lines_imported"] == 4


@pytest.mark.parametrize("who", ["cashier", "stranger"])
def test_only_the_managers_of_a_business_undo_its_imports(
    owner_client: APIClient, cashier_client: APIClient, other_shop: Shop, client_of: Any, who: str
) -> None:
    told = post(owner_client, FILE).json()
    client, status = (cashier_client, 403) if who == "cashier" else (client_of(other_shop.owner), 404)
    assert undo(client, told).status_code == status
    assert SalesImportStep.objects.exists()


def _file(content: bytes) -> Any:
    return SimpleUploadedFile("history.csv", content)
