"""Opening a purchase: what is asked, what is priced, who may, and where the customer comes back to."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from accounts.tests.builders import make_member
from ai_features.models import AICreditPurchase, AIMonthlyAddon
from ai_features.tests.builders import make_purchase
from ai_features.tests.payment_builders import PURCHASE, open_purchase, pay
from ai_features.tests.stubs.paystack import Fault, PaystackStub
from common.tenancy import Role
from conftest import Shop

pytestmark = pytest.mark.django_db


def test_a_pack_is_opened_with_its_taxes_and_bonus(owner_client: APIClient, paystack: PaystackStub) -> None:
    response = owner_client.post(PURCHASE, {"package": "value", "payment_method": "mobile_money"})
    assert response.status_code == 201
    assert response.json()["invoice"] == {
        "base_amount": 80.0,
        "taxes": [{"name": "VAT", "rate": 15.0, "amount": 12.0}, {"name": "NHIL", "rate": 2.5, "amount": 2.0}],
        "total_tax": 14.0,
        "total_amount": 94.0,
        "currency": "GHS",
    }
    assert response.json()["credits_to_add"] == 100.0
    assert response.json()["authorization_url"].startswith(paystack.url)
    assert re.fullmatch(r"AI-CREDIT-\d{13}-[0-9a-f]{8}", response.json()["reference"])


@pytest.mark.parametrize(
    ("package", "credits", "pesewas"),
    [("starter", 30, 3525), ("premium", 250, 21150), ("pro", 250, 21150), ("PREMIUM", 250, 21150)],
)
def test_each_pack_charges_its_total(
    owner_client: APIClient, paystack: PaystackStub, package: str, credits: int, pesewas: int
) -> None:
    response = owner_client.post(PURCHASE, {"package": package, "payment_method": "card"})
    assert response.json()["credits_to_add"] == credits
    [sent] = paystack.sent("/transaction/initialize")
    assert (sent["amount"], sent["channels"]) == (pesewas, ["card"])


@pytest.mark.parametrize("amount", ["5", "10000", "37.50"])
def test_a_custom_amount_buys_a_credit_for_a_cedi(owner_client: APIClient, paystack: PaystackStub, amount: str) -> None:
    body = {"package": "custom", "payment_method": "card", "custom_amount": amount}
    assert owner_client.post(PURCHASE, body).json()["credits_to_add"] == float(amount)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"package": "gold"}, "package"),
        ({"package": ""}, "package"),
        ({"package": "custom"}, "custom_amount"),
        ({"package": "custom", "custom_amount": "4.99"}, "custom_amount"),
        ({"package": "custom", "custom_amount": "10000.01"}, "custom_amount"),
        ({"package": "custom", "custom_amount": "7.005"}, "custom_amount"),
        ({"package": "custom", "custom_amount": "NaN"}, "custom_amount"),
        ({"payment_method": "cash"}, "payment_method"),
        ({"callback_url": "https://evil.example/payment/callback"}, "callback_url"),
        ({"callback_url": "http://localhost:5173@evil.example/"}, "callback_url"),
        ({"callback_url": "http://localhost:5173\\@evil.example/"}, "callback_url"),
        ({"callback_url": "//localhost:5173/"}, "callback_url"),
        ({"callback_url": "javascript:alert(1)"}, "callback_url"),
        ({"callback_url": "http://[localhost:5173"}, "callback_url"),
    ],
)
def test_bad_input_is_named_and_opens_nothing(
    owner_client: APIClient, paystack: PaystackStub, wrong: dict[str, Any], field: str
) -> None:
    response = owner_client.post(PURCHASE, {"package": "value", "payment_method": "card"} | wrong)
    assert response.status_code == 400
    assert field in response.json()["fields"]
    assert not paystack.calls


def test_the_customer_comes_back_to_the_page_that_asked(
    owner_client: APIClient, paystack: PaystackStub, settings: Settings
) -> None:
    settings.PAYMENT_CALLBACK_ORIGINS = ["https://shop.example"]
    open_purchase(owner_client, callback_url="https://shop.example/payment/callback?from=till")
    assert paystack.sent("/transaction/initialize")[0]["callback_url"].endswith("?from=till")


def test_without_a_page_named_the_customer_comes_back_to_the_front_end(
    owner_client: APIClient, paystack: PaystackStub
) -> None:
    open_purchase(owner_client)
    assert paystack.sent("/transaction/initialize")[0]["callback_url"] == "http://localhost:5173/payment/callback"


def test_a_repeat_with_the_same_key_is_the_same_purchase(owner_client: APIClient, paystack: PaystackStub) -> None:
    body = {"package": "value", "payment_method": "card"}
    first, again = (owner_client.post(PURCHASE, body, HTTP_IDEMPOTENCY_KEY="till-1") for _ in range(2))
    assert first.json() == again.json()
    assert len(paystack.sent("/transaction/initialize")) == 1


@pytest.mark.parametrize(
    ("fault", "status"),
    [(Fault(status=400), "failed"), (Fault(status=500), "pending"), (Fault(answer_lost=True), "pending")],
)
def test_when_paystack_stumbles_the_shop_is_told_and_the_purchase_is_kept(
    owner_client: APIClient, paystack: PaystackStub, fault: Fault, status: str
) -> None:
    paystack.fail_next("/transaction/initialize", fault)
    response = owner_client.post(PURCHASE, {"package": "value", "payment_method": "card"})
    assert (response.status_code, response.json()["error"]) == (502, "payment_provider_error")
    purchase = AICreditPurchase.objects.get()
    assert purchase.payment_status == status
    assert purchase.reason


def test_strangers_and_cashiers_buy_nothing(cashier_client: APIClient, paystack: PaystackStub) -> None:
    assert APIClient().post(PURCHASE, {"package": "value"}).status_code == 401
    assert cashier_client.post(PURCHASE, {"package": "value"}).status_code == 403
    assert not paystack.calls


def test_a_manager_may_buy(shop: Shop, client_of: Callable[..., APIClient], paystack: PaystackStub) -> None:
    assert open_purchase(client_of(make_member(shop.business, Role.MANAGER)))


def test_with_ai_switched_off_nothing_new_is_sold(
    owner_client: APIClient, paystack: PaystackStub, settings: Settings
) -> None:
    settings.AI_FEATURES_ENABLED = False
    response = owner_client.post(PURCHASE, {"package": "value", "payment_method": "card"})
    assert (response.status_code, response.json()["error"]) == (403, "ai_disabled")


def test_the_list_shows_ones_own_purchases(
    owner_client: APIClient, other_shop: Shop, client_of: Callable[..., APIClient], paystack: PaystackStub
) -> None:
    pay(client_of(other_shop.owner), paystack)
    for package in ("starter", "value"):
        pay(owner_client, paystack, package)
    rows = owner_client.get("/ai/api/credits/purchases/?payment_status=completed").json()["results"]
    assert [(row["package"], row["amount_paid"]) for row in rows] == [("value", 94.0), ("starter", 35.25)]


def test_one_purchase_is_read_by_its_reference_and_is_not_to_be_paid_again(
    owner_client: APIClient, other_shop: Shop, client_of: Callable[..., APIClient], paystack: PaystackStub
) -> None:
    pay(owner_client, paystack, "value")
    row = owner_client.get("/ai/api/credits/purchases/").json()["results"][0]
    address = f"/ai/api/credits/purchases/{row['payment_reference']}/"
    assert owner_client.get(address).json() == row
    assert row["authorization_url"] == ""
    assert client_of(other_shop.owner).get(address).status_code == 404


def test_the_list_takes_as_many_queries_for_many_rows_as_for_one(shop: Shop, owner_client: APIClient) -> None:
    counts = []
    for more in (1, 20):
        for _ in range(more):
            make_purchase(shop.business.pk)
        with CaptureQueriesContext(connection) as queries:
            owner_client.get("/ai/api/credits/purchases/")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 6


def test_the_answer_carries_the_public_key_for_paystacks_own_libraries(
    owner_client: APIClient, paystack: PaystackStub, settings: Settings
) -> None:
    settings.PAYSTACK_PUBLIC_KEY = "pk_test_of_ours"
    for url, asked in ((PURCHASE, {"package": "value"}), ("/ai/api/addon/subscribe/", {})):
        answer = owner_client.post(url, asked | {"payment_method": "card"}).json()
        assert (answer["public_key"], bool(answer["access_code"])) == ("pk_test_of_ours", True)
        assert paystack.secret not in str(answer)


@pytest.mark.parametrize("url", [PURCHASE, "/ai/api/addon/subscribe/"])
def test_an_address_that_may_not_be_returned_to_leaves_nothing_behind(
    owner_client: APIClient, paystack: PaystackStub, url: str
) -> None:
    asked = {"package": "value", "payment_method": "card", "callback_url": "https://evil.example/"}
    assert owner_client.post(url, asked).json()["fields"]["callback_url"]
    assert not AICreditPurchase.objects.exists()
    assert not AIMonthlyAddon.objects.exists()
