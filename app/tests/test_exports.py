"""A business's own data, or one customer's, taken home as a file."""

import csv
import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import AuditEntry, Export
from accounts.services import exports
from accounts.tests.builders import make_member
from app.exports import jobs
from app.exports.tables import exported, ways_to_customer
from app.exports.writing import cell
from app.tests.world import furnish, tenant_models
from common import clock
from common.tenancy import Role
from conftest import Shop
from inventory.models.changes import Change
from sales.models import ClosedDay, Customer
from sales.tests.builders import make_customer, make_invoice, make_payment

EXPORT = "/accounts/api/export/"


@pytest.fixture(autouse=True)
def _media(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


def copy(client: APIClient, **body: str) -> dict[str, list[dict[str, str]]]:
    """Ask for a copy, take it home, and read every table of it."""
    asked = client.post(EXPORT, body)
    assert (asked.status_code, asked.data["status"], asked.data["is_kept"]) == (202, "done", True), asked.data
    answer: Any = client.get(f"{EXPORT}{asked.data['id']}/download/")
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("application/zip", "no-store")
    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as archive:
        texts = {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist() if name.endswith(".csv")}
    return {name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(text))) for name, text in texts.items()}


def test_everything_of_the_business_is_in_it_and_nothing_of_another(
    shop: Shop, other_shop: Shop, owner_client: APIClient
) -> None:
    mine, theirs = furnish(shop, "Asafo"), furnish(other_shop, "Bolgatanga")
    Export.objects.all().delete()
    found = copy(owner_client)
    assert len(found["sales"]) == 6
    assert {"customers", "products", "payments", "audit_entries", "businesses", "memberships"} <= found.keys()
    text = str(found)
    assert [secret for secret in theirs.secrets() - mine.secrets() if secret in text] == []
    assert "Asafo debtor" in text


def test_a_copy_of_one_customer_holds_nobody_else(shop: Shop, owner_client: APIClient) -> None:
    ama, kojo = make_customer(shop.business, "Ama Mensah"), make_customer(shop.business, "Kojo Mensah")
    for customer in (ama, kojo):
        make_invoice(customer, 40)
        make_payment(customer, 5)
    found = copy(owner_client, customer_id=str(ama.pk))
    assert [row["name"] for row in found["customers"]] == ["Ama Mensah"]
    assert (len(found["sales"]), len(found["sale_lines"]), len(found["payments"])) == (1, 1, 1)
    assert "Kojo" not in str(found)
    assert "products" not in found


def test_secrets_and_what_models_cost_us_stay_here() -> None:
    columns = {f"{model.__name__}.{column}" for model, names in exported().items() for column in names}
    hidden = ("secret", "authorization", "access_code", "cost_to_us", "cost_usd", "unit_price_usd", "digest", "state")
    assert [name for name in columns if any(part in name.split(".")[1] for part in hidden)] == []


def test_every_table_of_trade_is_in_it_also_one_that_is_added_later() -> None:
    trade = [model for model in tenant_models() if model._meta.app_label in ("sales", "inventory")]
    assert [
        model
        for model in trade
        if model not in exported() and model not in (Change, ClosedDay) and "Step" not in model.__name__
    ] == []


def test_every_table_that_names_a_customer_is_in_a_copy_of_one() -> None:
    naming = [m for m in tenant_models() if any(f.related_model is Customer for f in m._meta.concrete_fields)]
    assert naming
    assert [model for model in naming if not (model in exported() and ways_to_customer(model))] == []


@pytest.mark.parametrize(
    ("value", "written"),
    [("=1+1", "'=1+1"), ("@cmd", "'@cmd"), ("-lead", "'-lead"), ("+233241234567", "+233241234567"), ("-5.00", "-5.00")],
)
def test_no_text_runs_in_a_spreadsheet(value: str, written: str) -> None:
    assert cell(value) == written


@pytest.mark.parametrize("role", [Role.MANAGER, Role.CASHIER])
def test_owners_alone_ask_and_take(shop: Shop, owner_client: APIClient, client_of: Any, role: Role) -> None:
    made = owner_client.post(EXPORT).data["id"]
    other = client_of(make_member(shop.business, role))
    asked = [other.post(EXPORT), other.get(EXPORT), other.get(f"{EXPORT}{made}/download/")]
    assert [answer.status_code for answer in asked] == [403] * 3


def test_a_copy_of_another_business_is_not_there(owner_client: APIClient, other_shop: Shop) -> None:
    theirs = jobs.start(other_shop.caller)
    assert owner_client.get(f"{EXPORT}{theirs.pk}/download/").status_code == 404
    assert owner_client.get(EXPORT).data["count"] == 0


def test_that_a_copy_was_taken_is_in_the_record(owner_client: APIClient, shop: Shop) -> None:
    owner_client.post(EXPORT)
    assert AuditEntry.objects.of(shop.id).get().action == "exported"


def test_one_copy_is_made_at_a_time_and_five_a_day(owner_client: APIClient, shop: Shop) -> None:
    waiting = exports.ask(shop.caller, customer_id=None)
    assert owner_client.post(EXPORT).status_code == 409
    assert owner_client.get(f"{EXPORT}{waiting.pk}/download/").status_code == 409
    jobs.make_export.call(str(waiting.pk))
    assert [owner_client.post(EXPORT).status_code for _ in range(5)] == [202] * 4 + [409]


def test_a_file_goes_after_a_week_and_its_row_says_so(owner_client: APIClient, tmp_path: Path) -> None:
    made = owner_client.post(EXPORT).data["id"]
    Export.objects.update(expires_at=clock.now() - dt.timedelta(seconds=1))
    assert exports.forget_old() == 1
    assert list((tmp_path / "exports").iterdir()) == []
    assert owner_client.get(f"{EXPORT}{made}/").data["is_kept"] is False
    assert owner_client.get(f"{EXPORT}{made}/download/").status_code == 404


def test_a_file_that_is_gone_from_the_disk_is_no_longer_kept(owner_client: APIClient, tmp_path: Path) -> None:
    made = owner_client.post(EXPORT).data["id"]
    for file in (tmp_path / "exports").iterdir():
        file.unlink()
    assert owner_client.get(f"{EXPORT}{made}/download/").status_code == 404


def test_a_copy_whose_worker_died_makes_way(owner_client: APIClient, shop: Shop) -> None:
    exports.ask(shop.caller, customer_id=None)
    Export.objects.update(created_at=clock.now() - dt.timedelta(hours=7), status="running")
    assert exports.forget_old() == 1
    assert owner_client.post(EXPORT).status_code == 202


def test_somebody_erased_while_a_copy_is_made_is_not_in_any(shop: Shop, tmp_path: Path) -> None:
    from sales.services import erase_customer

    ama = make_customer(shop.business, "Ama Mensah")
    making = exports.ask(shop.caller, customer_id=None)
    Export.objects.update(status="running")
    erase_customer(shop.caller, ama.pk)
    jobs._make(Export.objects.get(pk=making.pk))
    making.refresh_from_db()
    assert (making.status, making.file.name) == ("failed", "")
    assert list((tmp_path / "exports").iterdir()) == []


def test_what_is_wrong_with_a_request_is_named(owner_client: APIClient, other_shop: Shop) -> None:
    theirs = make_customer(other_shop.business, "Theirs")
    for value in (str(theirs.pk), "x"):
        answer = owner_client.post(EXPORT, {"customer_id": value})
        assert (answer.status_code, list(answer.data["fields"])) == (400, ["customer_id"])
