"""What suppliers are owed: bills, payments, and what is left."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from accounts.models import AuditEntry
from common import clock
from conftest import Shop
from inventory import queries
from inventory.models import Supplier, SupplierBill, SupplierPayment
from inventory.tests.builders import make_order, make_product, make_supplier

BILLS, PAYMENTS = (f"/inventory/api/supplier-{name}/" for name in ("bills", "payments"))
AGEING = f"{BILLS}ageing/"


def days_ago(days: int) -> str:
    return str(clock.today() - dt.timedelta(days=days))


@pytest.fixture
def mills(shop: Shop) -> Supplier:
    return make_supplier(shop.business, "Tema Mills", terms_days=14)


def bill(client: APIClient, supplier: Supplier, amount: str, *, ago: int = 0, **body: Any) -> Any:
    made = client.post(BILLS, {"supplier_id": supplier.pk, "amount": amount, "billed_on": days_ago(ago)} | body)
    return made.data


def pay(client: APIClient, supplier: Supplier, amount: str, **body: Any) -> Any:
    return client.post(PAYMENTS, {"supplier_id": supplier.pk, "amount": amount, "method": "bank"} | body)


def open_amounts(client: APIClient) -> list[str]:
    return [row["open_amount"] for row in client.get(f"{BILLS}?ordering=due_on").data["results"]]


def test_a_bill_falls_due_by_the_suppliers_terms(owner_client: APIClient, mills: Supplier) -> None:
    made = bill(owner_client, mills, "120.00", ago=20, number="INV 7")
    assert (made["due_on"], made["open_amount"], made["number"]) == (days_ago(6), "120.00", "INV 7")
    assert bill(owner_client, mills, "1", due_on=days_ago(-3))["due_on"] == days_ago(-3)


def test_a_payment_settles_what_is_due_first_and_the_rest_is_an_advance(
    owner_client: APIClient, mills: Supplier
) -> None:
    for ago in (5, 40, 20):
        bill(owner_client, mills, "100.00", ago=ago)
    paid = pay(owner_client, mills, "150.00").data
    assert ([part["amount"] for part in paid["allocations"]], paid["advance"]) == (["100.00", "50.00"], "0.00")
    assert open_amounts(owner_client) == ["0.00", "50.00", "100.00"]
    assert pay(owner_client, mills, "200.00").data["advance"] == "50.00"
    assert bill(owner_client, mills, "80.00")["open_amount"] == "30.00"
    assert owner_client.get(AGEING).data["balance"] == "30.00"


def test_a_payment_for_a_named_bill_settles_it_before_the_others(owner_client: APIClient, mills: Supplier) -> None:
    bill(owner_client, mills, "100.00", ago=40)
    late = bill(owner_client, mills, "60.00")
    assert pay(owner_client, mills, "70.00", bill_ids=[late["id"]]).status_code == 201
    assert open_amounts(owner_client) == ["90.00", "0.00"]
    again = pay(owner_client, mills, "5.00", bill_ids=[late["id"]])
    assert (again.status_code, list(again.data["fields"])) == (400, ["bill_ids"])


def test_what_is_owed_is_told_by_days_overdue(
    owner_client: APIClient, shop: Shop, mills: Supplier, client_of: Any, other_shop: Shop
) -> None:
    for ago, amount in ((14, "1"), (15, "2"), (44, "4"), (45, "8"), (104, "16"), (105, "32")):
        bill(owner_client, mills, amount, ago=ago)
    farm = make_supplier(shop.business, "Farm")
    pay(owner_client, farm, "9.00")
    told = owner_client.get(AGEING).data
    assert [float(amount) for amount in told["buckets"].values()] == [1, 6, 8, 16, 32]
    assert (told["owed"], told["advance"], told["balance"], told["overdue"]) == ("63.00", "9.00", "54.00", "62.00")
    assert [(row["supplier_name"], row["balance"]) for row in told["results"]] == [
        ("Tema Mills", "63.00"),
        ("Farm", "-9.00"),
    ]
    assert told["results"][0]["oldest_due_on"] == days_ago(91)
    assert client_of(other_shop.owner).get(AGEING).data["results"] == []


def test_a_bill_entered_twice_is_told_and_one_sent_twice_is_one(owner_client: APIClient, mills: Supplier) -> None:
    first = bill(owner_client, mills, "50.00", number="INV 7", client_id="b1")
    assert bill(owner_client, mills, "50.00", number="INV 7", client_id="b1")["id"] == first["id"]
    assert list(bill(owner_client, mills, "50.00", number="INV 7")["fields"]) == ["number"]
    assert bill(owner_client, mills, "51.00", client_id="b1")["error"] == "conflict"
    paid, again = (pay(owner_client, mills, "5", client_id="p1").data["id"] for _ in range(2))
    assert paid == again
    assert pay(owner_client, mills, "6", client_id="p1").status_code == 409
    assert (SupplierBill.objects.count(), SupplierPayment.objects.count()) == (1, 1)


def test_a_cancelled_bill_frees_what_was_paid_on_it(owner_client: APIClient, mills: Supplier) -> None:
    wrong = bill(owner_client, mills, "100.00", ago=40, number="INV 7")
    bill(owner_client, mills, "80.00")
    pay(owner_client, mills, "90.00")
    cancelled = owner_client.post(f"{BILLS}{wrong['id']}/cancel/", {"reason": "not ours"}).data
    assert (cancelled["open_amount"], cancelled["paid"]) == ("0.00", "0.00")
    assert owner_client.get(AGEING).data["balance"] == "-10.00"
    assert AuditEntry.objects.get(action="supplier_entry_cancelled").details["reason"] == "not ours"
    assert owner_client.post(f"{BILLS}{wrong['id']}/cancel/", {"reason": "again"}).status_code == 409
    assert bill(owner_client, mills, "5.00", number="INV 7")["open_amount"] == "0.00"


def test_a_cancelled_payment_opens_its_bills_again(owner_client: APIClient, mills: Supplier) -> None:
    bill(owner_client, mills, "100.00")
    bounced = pay(owner_client, mills, "70.00", method="cheque").data
    pay(owner_client, mills, "50.00")
    assert owner_client.post(f"{PAYMENTS}{bounced['id']}/cancel/", {"reason": "bounced"}).data["advance"] == "0.00"
    assert open_amounts(owner_client) == ["50.00"]
    assert owner_client.get(AGEING).data["balance"] == "50.00"


def test_goods_come_with_their_bill(owner_client: APIClient, shop: Shop, mills: Supplier) -> None:
    rice = make_product(shop.business, supplier=mills)
    order = make_order(rice, shop.storefront, 5)
    line = {"product_id": rice.pk, "quantity": "5", "unit_cost": "6.00"}
    come = {"lines": [line], "freight": "4", "bill": {"number": "INV 9"}}
    came = owner_client.post(f"/inventory/api/purchase-orders/{order.pk}/receive/", come)
    assert came.status_code == 201
    found = owner_client.get(f"{BILLS}?receipt_id={came.data['id']}").data["results"]
    assert [(row["amount"], row["number"]) for row in found] == [("30.00", "INV 9")]
    unnamed = {"storefront_id": shop.storefront.pk, "lines": [line], "bill": {"amount": "3"}}
    assert owner_client.post("/inventory/api/receipts/", unnamed).status_code == 400
    unknown = {"supplier_id": mills.pk, "storefront_id": shop.storefront.pk, "bill": {}}
    nameless = owner_client.post("/inventory/api/receipts/", unknown | {"lines": [line | {"unit_cost": None}]})
    assert (nameless.status_code, list(nameless.data["fields"])) == (400, ["amount"])


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"amount": "0"}, "amount"),
        ({"billed_on": "2100-01-01"}, "billed_on"),
        ({"billed_on": "1900-01-01"}, "billed_on"),
        ({"due_on": "2001-01-01"}, "due_on"),
        ({"due_on": "9999-12-31"}, "due_on"),
    ],
)
def test_a_bad_bill_names_its_field(
    owner_client: APIClient, mills: Supplier, change: dict[str, str], field: str
) -> None:
    answer = owner_client.post(BILLS, {"supplier_id": mills.pk, "amount": "5.00"} | change)
    assert (answer.status_code, list(answer.data["fields"])) == (400, [field])


def test_states_narrow_the_list_and_cashiers_see_none_of_it(
    owner_client: APIClient, cashier_client: APIClient, mills: Supplier
) -> None:
    for ago in (0, 40):
        bill(owner_client, mills, "10.00", ago=ago)
    bill(owner_client, make_supplier(mills.business), "5.00")
    pay(owner_client, mills, "10.00")
    counts = {state: owner_client.get(f"{BILLS}?status={state}").data["count"] for state in queries.BILL_STATUSES}
    assert counts == {"open": 2, "overdue": 0, "paid": 1, "cancelled": 0}
    assert [cashier_client.get(path).status_code for path in (BILLS, PAYMENTS, AGEING)] == [403] * 3


def test_lists_take_the_same_queries_for_more_rows(owner_client: APIClient, shop: Shop, mills: Supplier) -> None:
    def counts() -> list[int]:
        found = []
        for path in (BILLS, PAYMENTS, AGEING):
            with CaptureQueriesContext(connection) as seen:
                assert owner_client.get(path).status_code == 200
            found.append(len(seen))
        return found

    bill(owner_client, mills, "10.00")
    pay(owner_client, mills, "5.00")
    few = counts()
    for supplier in (mills, make_supplier(shop.business)):
        for _ in range(3):
            bill(owner_client, supplier, "10.00")
            pay(owner_client, supplier, "5.00")
    assert counts() == few


def test_a_balance_is_all_bills_less_all_payments(owner_client: APIClient, shop: Shop, mills: Supplier) -> None:
    for amount in ("33.33", "0.01", "120.00"):
        bill(owner_client, mills, amount)
    for amount in ("40.00", "7.77"):
        pay(owner_client, mills, amount)
    [account] = queries.supplier_accounts(shop.id)
    assert account.balance == Decimal("153.34") - Decimal("47.77")
