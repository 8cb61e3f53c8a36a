"""One card, followed over HTTP: from the brief to a proposal, to the message, to the payment."""

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from ai_features.tests.proposals.steps import MONDAY
from ai_features.tests.stubs.arkesel import ArkeselStub
from conftest import Shop
from inventory.tests.builders import make_product
from sales.tests.builders import make_customer, make_invoice

pytestmark = pytest.mark.django_db


@pytest.fixture
def arkesel(settings: Settings) -> Iterator[ArkeselStub]:
    with ArkeselStub() as stub:
        settings.SMS_GATEWAY, settings.ARKESEL_API_KEY, settings.ARKESEL_BASE_URL = "arkesel", stub.key, stub.url
        settings.SMS_REPORTS_URL = "https://pos.example.com/ai/api/messages/sms/local-secret/"
        yield stub


def press(client: APIClient, action: dict[str, Any]) -> Any:
    """What an app does with the one button of a card."""
    body = json.dumps(action["body"])
    answer = client.generic(action["method"], action["path"], body, content_type="application/json")
    assert answer.status_code in (200, 201), answer.content
    return answer.json()


def card_of(client: APIClient, kind: str) -> dict[str, Any] | None:
    cards = client.get("/ai/api/brief/").json()["cards"]
    return next((card for card in cards if card["kind"] == kind), None)


def test_a_card_is_followed_from_the_brief_to_the_payment(
    shop: Shop, owner_client: APIClient, arkesel: ArkeselStub
) -> None:
    with time_machine.travel(MONDAY - dt.timedelta(hours=3), tick=False) as at:
        ama, yaw = (
            make_customer(shop.business, name, phone=phone)
            for name, phone in (
                ("Ama Serwaa", "+233241112223"),
                ("Yaw Boateng", "+233241112224"),
            )
        )
        rice = make_product(shop.business, "Rice")
        for customer, amount in ((ama, 300), (yaw, 200)):
            sold = MONDAY - dt.timedelta(days=90)
            make_invoice(customer, amount, sold_at=sold, storefront=shop.storefront, product=rice)

        card = card_of(owner_client, "collect")
        assert card is not None
        assert (card["title"], card["figure"]) == ("Ask Ama Serwaa and Yaw Boateng", "GHS 500.00")

        at.move_to(MONDAY)
        proposed = press(owner_client, card["action"])
        assert sorted(each["summary"] for each in proposed["proposals"]) == [
            "First reminder to Ama Serwaa about GHS 300.00, by SMS",
            "First reminder to Yaw Boateng about GHS 200.00, by SMS",
        ]
        assert press(owner_client, card["action"]) == proposed
        for each in proposed["proposals"]:
            assert owner_client.post(f"/ai/api/proposals/{each['id']}/approve/").json()["state"] == "approved"

        paid = {"customer_id": str(yaw.pk), "amount": "200.00", "method": "mobile_money"}
        assert owner_client.post("/sales/api/payments/", paid).status_code == 201

        at.shift(dt.timedelta(minutes=10))
        call_command("run_due_jobs", "--only", "proposals", "--json")
        [sent] = arkesel.sent
        assert sent["recipients"] == ["233241112223"]
        shown = owner_client.get("/ai/api/proposals/").json()["results"]
        states = {each["summary"][18:21]: each["state"] for each in shown}
        assert states == {"Ama": "executed", "Yaw": "withdrawn"}

        delivered = {"sms_id": "id-233241112223", "status": "DELIVERED"}
        assert APIClient().get("/ai/api/messages/sms/local-secret/", delivered).status_code == 200
        [note] = owner_client.get(f"/sales/api/collection-notes/?customer_id={ama.pk}").json()["results"]
        assert (note["outcome"], note["message_type"], note["text"]) == ("delivered", "first_reminder", sent["message"])

        paid |= {"customer_id": str(ama.pk), "amount": "300.00"}
        assert owner_client.post("/sales/api/payments/", paid).status_code == 201
        at.shift(dt.timedelta(days=1))
        assert card_of(owner_client, "collect") is None
