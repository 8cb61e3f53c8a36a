"""The demo's brief on three mornings, as its owner reads it over HTTP, and one card followed until it is paid."""

import datetime as dt
import json
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.db import transaction
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from accounts.models import User
from ai_features.tests.stubs.arkesel import ArkeselStub
from app.demo import access
from app.demo.accra import ACCRA
from app.demo.load import Loader
from common import clock

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("demo mornings")]
MONDAY = dt.datetime(2026, 6, 8, 6, 40, tzinfo=clock.ACCRA)
REPORTS = "/ai/api/messages/sms/local-secret/"


@pytest.fixture(scope="module")
def _shop(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The first demo shop on a Monday, loaded once for these tests, and gone after them."""
    with django_db_blocker.unblock(), transaction.atomic(), time_machine.travel(MONDAY, tick=False):
        Loader(ACCRA, MONDAY.date(), "").load()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def at(_shop: None, db: None) -> Iterator[time_machine.Traveller]:
    with time_machine.travel(MONDAY, tick=False) as travel:
        yield travel


@pytest.fixture
def gateway(settings: Settings) -> Iterator[ArkeselStub]:
    with ArkeselStub() as stub:
        settings.SMS_GATEWAY, settings.ARKESEL_API_KEY, settings.ARKESEL_BASE_URL = "arkesel", stub.key, stub.url
        settings.SMS_REPORTS_URL = f"https://pos.example.com{REPORTS}"
        yield stub


def owner() -> APIClient:
    described = access.described(ACCRA)
    client = APIClient()
    token = access.token(User.objects.get(email=described["staff"][0]["email"]))
    client.credentials(HTTP_AUTHORIZATION=f"Token {token}", HTTP_X_BUSINESS_ID=described["id"])
    return client


def jobs(*names: str) -> None:
    call_command("run_due_jobs", only=list(names), accept_clock=True, stdout=StringIO())


def brief(client: APIClient) -> dict[str, dict[str, Any]]:
    """The cards of this morning by kind, the weightiest first, once the jobs of the night are done."""
    jobs("credit_alerts", "stock_alerts", "loss_alerts", "briefs")
    cards = client.get("/ai/api/brief/").json()["cards"]
    assert len(cards) <= 5
    assert all(card[part] for card in cards for part in ("title", "figure", "why_now", "action"))
    return {card["kind"]: card for card in cards}


def press(client: APIClient, action: dict[str, Any]) -> Any:
    answer = client.generic(action["method"], action["path"], json.dumps(action["body"]), "application/json")
    assert answer.status_code in (200, 201), answer.content
    return answer.json()


def test_three_mornings_and_a_card_followed_to_its_payment(at: time_machine.Traveller, gateway: ArkeselStub) -> None:
    client = owner()
    first = brief(client)
    assert {"collect", "runs_out", "credit_alert"} <= set(first)
    found = client.get("/ai/api/fraud-alerts/").json()["results"]
    assert "discounts" in {alert["signal"] for alert in found}

    at.move_to(MONDAY.replace(hour=8, minute=30))
    proposal = max(press(client, first["collect"]["action"])["proposals"], key=lambda each: float(each["amount"]))
    assert client.post(f"/ai/api/proposals/{proposal['id']}/approve/").json()["state"] == "approved"
    at.shift(dt.timedelta(minutes=10))
    jobs("proposals")
    [sent] = gateway.sent
    done = client.get(f"/ai/api/proposals/{proposal['id']}/").json()
    assert (done["state"], done["message"]["status"]) == ("executed", "sent")
    delivered = {"sms_id": f"id-{sent['recipients'][0]}", "status": "DELIVERED"}
    assert APIClient().get(REPORTS, delivered).status_code == 200
    customer = client.get(f"/sales/api/customers/{done['customer_id']}/").json()
    [note, *_] = client.get(f"/sales/api/collection-notes/?customer_id={customer['id']}").json()["results"]
    assert (note["outcome"], note["text"]) == ("delivered", sent["message"])
    paid = {"customer_id": customer["id"], "amount": customer["overdue"], "method": "mobile_money"}
    assert client.post("/sales/api/payments/", paid).status_code == 201

    at.move_to(MONDAY + dt.timedelta(days=1))
    second = brief(owner())
    assert customer["name"] in first["collect"]["title"]
    assert customer["name"] not in second["collect"]["title"]

    kind = list(second)[-1]
    for morning in (1, 2):
        at.move_to(MONDAY + dt.timedelta(days=morning))
        assert _not_useful(owner(), kind) not in brief(owner())
    at.move_to(MONDAY + dt.timedelta(days=3))
    assert kind not in brief(owner())


def _not_useful(client: APIClient, kind: str) -> str:
    card = brief(client)[kind]
    assert client.post(f"/ai/api/brief/{card['id']}/dismiss/").status_code == 200
    return kind
