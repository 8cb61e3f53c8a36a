"""What a person may do is what the views and features would let them do."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from accounts.tests.builders import make_member
from ai_features.models import AITransaction
from ai_features.services import consent
from ai_features.tests.builders import make_lot
from app.tests.routes import operations
from common.tenancy import Role
from conftest import Shop

ADDRESS = "/ai/api/capabilities/"
OWNERS_ALONE = {"createExport", "eraseCustomer", "inviteStaff", "refundPurchase", "updateAiSettings"}
MANAGEMENT_ALONE = {
    "approveTill",
    "createCount",
    "createProduct",
    "createSalesReturn",
    "createTransfer",
    "disputeSale",
    "exchangeSale",
    "getUsage",
    "mergeCustomers",
    "purchaseCredits",
    "refundPayment",
    "refundSale",
    "resolveSaleDispute",
    "voidSale",
}
FOR_EVERYONE = {"closeTill", "createSale", "enterCount", "getCapabilities", "listProducts", "askSalesAssistant"}


@pytest.fixture
def _ready(shop: Shop, settings: Any) -> None:
    """The owner has agreed, and there are credits for some features."""
    settings.AI_FREE_TRIAL_CREDITS = Decimal(0)
    consent.give_consent(shop.caller)
    make_lot(shop.id, "1.00")


def features(body: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {row["feature"]: row for row in body["features"]}


def test_strangers_are_told_nothing(db: None) -> None:
    assert APIClient().get(ADDRESS).status_code == 401


@pytest.mark.usefixtures("_ready")
def test_an_owner_may_do_everything_and_sees_what_is_missing(owner_client: APIClient) -> None:
    owner_client.get(ADDRESS)  # the day's first look for the month's free credits
    with CaptureQueriesContext(connection) as captured:
        body = owner_client.get(ADDRESS).json()
    members_only = {each["operationId"] for each in operations().values() if "x-roles" in each}
    older = {each["operationId"] for each in operations().values() if each.get("deprecated")}
    assert (body["role"], {*body["can"]}) == ("owner", members_only - older)
    assert features(body)["report_narrative"] == {
        "feature": "report_narrative",
        "available": True,
        "reason": None,
        "price": 0.2,
    }
    dear = features(body)["portfolio_dashboard"]
    assert (dear["available"], dear["reason"], dear["price"]) == (False, "insufficient_credits", 5.0)
    assert len(captured) <= 6
    assert not AITransaction.objects.exists()


@pytest.mark.usefixtures("_ready")
def test_a_manager_may_do_what_is_not_the_owners_alone(shop: Shop, client_of: Callable[..., APIClient]) -> None:
    member = make_member(shop.business, Role.MANAGER)
    body = client_of(member).get(ADDRESS).json()
    assert (body["role"], OWNERS_ALONE & {*body["can"]}) == ("manager", set())
    assert {*body["can"]} >= MANAGEMENT_ALONE | FOR_EVERYONE
    assert features(body)["report_narrative"]["available"] is True


@pytest.mark.usefixtures("_ready")
def test_a_cashier_may_sell_and_ask_what_helps_selling(cashier_client: APIClient) -> None:
    body = cashier_client.get(ADDRESS).json()
    assert (body["role"], (OWNERS_ALONE | MANAGEMENT_ALONE) & {*body["can"]}) == ("cashier", set())
    assert {*body["can"]} >= FOR_EVERYONE
    denied = {row["feature"] for row in body["features"] if row["reason"] == "permission_denied"}
    assert denied >= {"credit_assessment", "natural_language_query", "portfolio_dashboard", "report_narrative"}
    assert not denied & {"sales_assistant", "smart_receipt", "product_description"}


def test_a_browser_may_read_the_headers_that_a_client_acts_on(owner_client: APIClient, settings: Any) -> None:
    answer = owner_client.get(ADDRESS, headers={"Origin": settings.CORS_ALLOWED_ORIGINS[0]})
    exposed = {name.strip() for name in answer["Access-Control-Expose-Headers"].lower().split(",")}
    assert exposed >= {"retry-after", "x-request-id", "idempotent-replayed"}


def test_a_browser_may_send_what_a_client_and_tracing_add(owner_client: APIClient, settings: Any) -> None:
    asked = {"Origin": settings.CORS_ALLOWED_ORIGINS[0], "Access-Control-Request-Method": "POST"}
    answer = owner_client.options(ADDRESS, headers=asked)
    allowed = {name.strip() for name in answer["Access-Control-Allow-Headers"].lower().split(",")}
    assert allowed >= {"authorization", "idempotency-key", "x-business-id", "traceparent", "tracestate", "baggage"}
