"""Amounts that can only be slips, and references that were used before, are asked about."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import Membership
from accounts.tests.builders import caller_of, make_member
from common import errors
from common.tenancy import Role
from conftest import Shop
from inventory.models import Product, StockMovement
from inventory.services import AdjustmentLine, adjust_stock
from inventory.tests.builders import make_product
from sales.models import Payment, Sale
from sales.services import NewLine, NewPayment, record_payment, record_sale, refund_payment
from sales.tests.builders import make_customer

D = Decimal


@pytest.fixture
def rice(shop: Shop) -> Product:
    return make_product(shop.business, "Rice", stock=9_000_000, storefront=shop.storefront, retail_price=D(20))


def body(shop: Shop, rice: Product, **changed: Any) -> dict[str, Any]:
    return {
        "storefront_id": str(shop.storefront.pk),
        "lines": [{"product_id": str(rice.pk), "quantity": "1"}],
        "payments": [{"method": "cash", "amount": "20"}],
    } | changed


def momo(reference: str, amount: int = 20, method: str = "mobile_money") -> NewPayment:
    return NewPayment(method, D(amount), reference=reference)


def sell(shop: Shop, rice: Product, *payments: NewPayment, role: Role = Role.OWNER, confirmed: bool = False) -> Sale:
    caller = shop.caller if role == Role.OWNER else caller_of(make_member(shop.business, role))
    return record_sale(
        caller, storefront_id=shop.storefront.pk, lines=[NewLine(rice.pk, D(1))], payments=payments, confirmed=confirmed
    )


@pytest.mark.parametrize(
    "slip",
    [
        {"payments": [{"method": "cash", "amount": "6034000123"}]},
        {"payments": [{"method": "cash", "amount": "1020"}]},
        {
            "lines": [{"product_id": "RICE", "quantity": "6034000"}],
            "payments": [{"method": "cash", "amount": "120680000"}],
        },
    ],
    ids=["tendered", "change", "quantity"],
)
def test_an_amount_that_can_only_be_a_slip_asks_to_be_confirmed(
    owner_client: APIClient, shop: Shop, rice: Product, slip: dict[str, Any]
) -> None:
    sent = body(shop, rice, **slip)
    for line in sent["lines"]:
        line["product_id"] = str(rice.pk)
    answer = owner_client.post("/sales/api/sales/", sent, format="json")
    assert (answer.status_code, answer.data["error"]) == (409, "confirmation_required")
    assert not Sale.objects.exists()
    assert owner_client.post("/sales/api/sales/", sent | {"confirmed": True}, format="json").status_code == 201


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/sales/api/customers/", {"name": "Ama", "credit_limit": "6034000"}),
        ("/inventory/api/products/", {"name": "Soap", "sku": "S1", "retail_price": "6034000"}),
        ("/inventory/api/products/", {"name": "Soap", "sku": "S1", "wholesale_price": "6034000"}),
        ("/inventory/api/products/", {"name": "Soap", "sku": "S1", "reorder_level": "6034000"}),
    ],
)
def test_a_limit_or_price_that_can_only_be_a_slip_asks_to_be_confirmed(
    owner_client: APIClient, path: str, sent: dict[str, str]
) -> None:
    field = list(sent)[-1]
    answer = owner_client.post(path, sent)
    assert (answer.status_code, answer.data["error"], answer.data["confirm"]) == (409, "confirmation_required", [field])
    made = owner_client.post(path, sent | {"confirmed": True})
    assert made.status_code == 201
    changed = owner_client.patch(f"{path}{made.data['id']}/", {field: "7034000"})
    assert (changed.status_code, changed.data["error"]) == (409, "confirmation_required")
    meant = owner_client.patch(f"{path}{made.data['id']}/", {field: "7034000", "confirmed": True})
    assert D(meant.data[field]) == 7034000


def test_a_large_payment_on_account_or_delivery_asks_to_be_confirmed(shop: Shop, rice: Product) -> None:
    ama, huge = make_customer(shop.business), D(6_034_000_123)
    with pytest.raises(errors.ConfirmationRequired):
        record_payment(shop.caller, customer_id=ama.pk, amount=huge, method="cash")
    with pytest.raises(errors.ConfirmationRequired):
        adjust_stock(
            shop.caller,
            storefront_id=shop.storefront.pk,
            lines=[AdjustmentLine(rice.pk, quantity=D(6_034_000))],
            kind=StockMovement.Kind.PURCHASE,
            reason="",
        )
    assert not Payment.objects.exists()


def test_a_reference_used_before_names_the_first_sale_and_needs_a_manager(shop: Shop, rice: Product) -> None:
    first = sell(shop, rice, momo("MP261121.1200.A1"))
    with pytest.raises(errors.NotAllowed, match=first.number) as refused:
        sell(shop, rice, momo(" mp261121.1200.a1"), role=Role.CASHIER, confirmed=True)
    assert refused.value.extra["first"]["sale_id"] == str(first.pk)
    with pytest.raises(errors.ConfirmationRequired, match=first.number):
        sell(shop, rice, momo("MP261121.1200.A1"))
    assert sell(shop, rice, momo("MP261121.1200.A1"), confirmed=True).total == 20


def test_a_reference_is_known_again_on_account_by_bank_and_within_one_sale(shop: Shop, rice: Product) -> None:
    ama = make_customer(shop.business, "Ama")
    record_payment(shop.caller, customer_id=ama.pk, amount=D(5), method="bank", reference="T1")
    with pytest.raises(errors.ConfirmationRequired, match="by Ama"):
        record_payment(shop.caller, customer_id=ama.pk, amount=D(5), method="mobile_money", reference="T1")
    with pytest.raises(errors.ConfirmationRequired, match="twice"):
        sell(shop, rice, momo("T2", 10), momo("T2", 10))


def test_a_payment_that_was_paid_back_frees_its_reference(shop: Shop) -> None:
    ama = make_customer(shop.business)
    wrong = record_payment(shop.caller, customer_id=ama.pk, amount=D(5), method="mobile_money", reference="T1")
    refund_payment(shop.caller, wrong.pk, reason="typed wrong")
    again = record_payment(shop.caller, customer_id=ama.pk, amount=D(50), method="mobile_money", reference="T1")
    assert again.amount == 50


def test_another_business_and_cash_have_references_of_their_own(shop: Shop, other_shop: Shop, rice: Product) -> None:
    theirs = make_product(other_shop.business, "Rice", stock=9, storefront=other_shop.storefront, retail_price=D(20))
    sell(other_shop, theirs, momo("T1"))
    sell(shop, rice, momo("T1"))
    sell(shop, rice, momo("T1", method="cash"))
    assert sell(shop, rice, momo("T1", method="card")).total == 20


def test_the_till_reads_where_the_reference_was_used(
    shop: Shop, rice: Product, client_of: Callable[[Membership], APIClient]
) -> None:
    first = sell(shop, rice, momo("T1"))
    client = client_of(make_member(shop.business, Role.CASHIER))
    paid = [{"method": "mobile_money", "amount": "20", "reference": "T1"}]
    answer = client.post("/sales/api/sales/", body(shop, rice, payments=paid), format="json")
    assert (answer.status_code, answer.data["first"]["number"]) == (403, first.number)
