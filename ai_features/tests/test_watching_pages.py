"""Staff's pages of alerts, proposals and standing approvals: to read, without names and words."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from accounts.tests.builders import make_member, make_user
from ai_features.models import Proposal
from ai_features.tests.losses import make_loss_alert
from common.tenancy import Role
from conftest import Shop
from sales.tests.builders import make_customer

pytestmark = pytest.mark.django_db
PAGES = ["proposal", "customermessage", "automation", "lossalert", "creditalert", "stockalert"]


@pytest.fixture
def staff() -> Client:
    client = Client()
    client.force_login(make_user(is_staff=True, is_superuser=True))
    return client


def address(model: str, pk: object = "") -> str:
    return f"/admin/ai_features/{model}/{pk}{'/change/' if pk else ''}"


@pytest.mark.parametrize("model", PAGES)
def test_every_page_lists_and_lets_nothing_be_changed(staff: Client, model: str) -> None:
    assert staff.get(f"{address(model)}?q=a").status_code == 200
    assert staff.get(f"{address(model)}add/").status_code == 403


def test_a_loss_alert_does_not_say_whom_it_is_about(shop: Shop, staff: Client) -> None:
    abena = make_member(shop.business, Role.CASHIER, name="Abena Gyan")
    alert = make_loss_alert(shop.business, member=abena)
    shown = [staff.get(page).content.decode() for page in (address("lossalert"), address("lossalert", alert.pk))]
    assert all("More of this person" in page or "voids" in page for page in shown)
    assert not any("Abena" in page or str(abena.pk) in page for page in shown)


def test_a_proposal_shows_its_log_and_no_customer(shop: Shop, owner_client: APIClient, staff: Client) -> None:
    ama = make_customer(shop.business, "Ama Serwaa", credit_limit=500)
    body = {"kind": "credit_hold", "customer_id": str(ama.pk)}
    assert owner_client.post("/ai/api/proposals/", body).status_code == 201
    proposal = Proposal.objects.get()
    shown = staff.get(address("proposal", proposal.pk)).content.decode()
    assert "No further sale on account" in staff.get(address("proposal")).content.decode()
    assert "Waits for a yes" in shown
    assert not any(word in shown for word in ("Ama Serwaa", str(ama.pk)))


def test_a_list_takes_as_many_queries_for_many_rows_as_for_one(shop: Shop, staff: Client) -> None:
    counts = []
    for weeks in (1, 12):
        for week in range(1, weeks + 1):
            make_loss_alert(shop.business, week=f"2025-{weeks:02}-{week:02}")
        with CaptureQueriesContext(connection) as queries:
            staff.get(address("lossalert"))
        counts.append(len(queries))
    assert counts[0] == counts[1]
