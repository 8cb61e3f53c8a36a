"""Expenses: written down once, taken back, repeated; and what is left of profit after them."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.models import AuditEntry, Membership
from common import clock
from conftest import Shop
from inventory.tests.builders import make_product, make_supplier
from sales.models import Expense, RecurringExpense
from sales.services import expenses
from sales.tests.builders import make_sale

EXPENSES = "/sales/api/expenses/"


@pytest.fixture
def boss(manager: Membership, client_of: Callable[[Membership], APIClient]) -> APIClient:
    return client_of(manager)


def post(client: APIClient, **fields: Any) -> Any:
    return client.post(EXPENSES, {"category": "transport", "amount": "40.00", **fields}, format="json")


def profit(client: APIClient) -> Any:
    return client.get("/reports/api/financial/profit/").json()


def test_cash_spent_today_comes_out_of_the_own_till_until_it_is_taken_back(shop: Shop, boss: APIClient) -> None:
    body = {"storefront_id": str(shop.storefront.pk), "till": "1", "opening_float": "100"}
    till = boss.post("/sales/api/tills/", body).data["id"]

    def cash() -> str:
        told: str = boss.get(f"/sales/api/tills/{till}/").data["money"][0]["expected"]
        return told

    made = post(boss, note="Lorry from Tema", client_id="x1")
    assert (made.status_code, str(made.data["till_id"]), cash()) == (201, till, "60.00")
    assert post(boss, client_id="x1").data["id"] == made.data["id"]
    assert post(boss, client_id="x1", amount="41").status_code == 409
    assert boss.get(f"/sales/api/tills/{till}/report/").data["expenses"] == "40.00"
    bank = post(boss, method="bank", supplier_id=str(make_supplier(shop.business).pk))
    assert (bank.data["till_id"], cash()) == (None, "60.00")
    undone = boss.post(f"{EXPENSES}{made.data['id']}/cancel/")
    assert (undone.status_code, cash()) == (200, "100.00")
    assert boss.post(f"{EXPENSES}{made.data['id']}/cancel/").status_code == 409
    assert (AuditEntry.objects.get().action, boss.get(f"{EXPENSES}?cancelled=false").data["count"]) == (
        "expense_cancelled",
        1,
    )


def test_an_expense_that_cannot_be_is_refused(
    shop: Shop, other_shop: Shop, boss: APIClient, cashier_client: APIClient, owner_client: APIClient
) -> None:
    for wrong in (
        {"amount": "0"},
        {"category": "fun"},
        {"spent_on": str(clock.today() + dt.timedelta(days=1))},
        {"network": "mtn"},
        {"storefront_id": str(other_shop.storefront.pk)},
        {"supplier_id": str(make_supplier(other_shop.business).pk)},
        {"spent_on": "1999-12-31"},
    ):
        assert post(boss, **wrong).status_code == 400, wrong
    assert post(boss, amount="2000000").status_code == 409
    assert [post(cashier_client).status_code, cashier_client.get(EXPENSES).status_code] == [403, 403]
    assert APIClient().get(EXPENSES).status_code == 401
    theirs = Expense.objects.create(
        business=other_shop.business,
        category="rent",
        amount=5,
        method="cash",
        by=other_shop.owner,
        spent_on="2026-01-01",
    )
    for path in ("", "photo/"):
        assert owner_client.get(f"{EXPENSES}{theirs.pk}/{path}").status_code == 404
    assert owner_client.post(f"{EXPENSES}{theirs.pk}/cancel/").status_code == 404


def test_a_photo_of_the_receipt_is_kept_and_shown(shop: Shop, boss: APIClient, settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    address = f"{EXPENSES}{post(boss).data['id']}/photo/"
    assert boss.get(address).status_code == 404
    for content, status in ((b"MZ\x90", 400), (b"", 400), (b"\xff\xd8\xff first", 200), (b"\xff\xd8\xff last", 200)):
        upload = SimpleUploadedFile("receipt.jpg", content)
        assert boss.post(address, {"photo": upload}, format="multipart").status_code == status
    shown: Any = boss.get(address)
    assert (b"".join(shown.streaming_content), shown["Content-Type"]) == (b"\xff\xd8\xff last", "image/jpeg")
    (kept,) = tmp_path.glob("expenses/*")
    kept.unlink()
    assert boss.get(address).status_code == 404


def test_what_comes_again_is_written_once_for_each_day(shop: Shop, boss: APIClient) -> None:
    start = clock.today() - dt.timedelta(days=15)
    body = {"category": "wages", "amount": "120", "every": "week", "starts_on": str(start)}
    made = boss.post("/sales/api/recurring-expenses/", body)
    assert (made.status_code, made.data["written"]) == (201, 3)
    list(expenses.write_due())
    days = [start + dt.timedelta(days=n) for n in (0, 7, 14)]
    assert list(Expense.objects.order_by("spent_on").values_list("spent_on", flat=True)) == days
    assert boss.post(f"/sales/api/recurring-expenses/{made.data['id']}/stop/").data["stopped_at"]
    ended = {**body, "ends_on": str(start + dt.timedelta(days=3))}
    assert boss.post("/sales/api/recurring-expenses/", ended).data["written"] == 1
    for wrong in ({"starts_on": "2020-01-01"}, {"ends_on": "2020-01-01"}, {"every": "hour"}):
        assert boss.post("/sales/api/recurring-expenses/", body | wrong).status_code == 400


def test_the_31st_falls_on_the_last_day_of_a_short_month() -> None:
    row = RecurringExpense(starts_on=dt.date(2026, 1, 31), every="month")
    days = [expenses._day(row, number) for number in range(4)]
    assert [day.isoformat()[5:] for day in days] == ["01-31", "02-28", "03-31", "04-30"]


def test_profit_after_expenses_is_told_only_where_expenses_are_kept(
    shop: Shop, boss: APIClient, cashier_client: APIClient
) -> None:
    make_sale(shop.business, product=make_product(shop.business, cost=6, retail_price=10), quantity=20)
    told = profit(boss)["summary"]
    assert (told["profit"], told["expenses_recorded"], told["profit_after_expenses"]) == ("80.00", False, None)
    post(boss)
    post(boss, category="rent", amount="60", method="bank")
    undone = post(boss, amount="500").data["id"]
    boss.post(f"{EXPENSES}{undone}/cancel/")
    answer = profit(boss)
    assert (answer["summary"]["expenses"], answer["summary"]["profit_after_expenses"]) == ("100.00", "-20.00")
    assert [(row["category"], row["amount"], row["share"]) for row in answer["results"]] == [
        ("rent", "60.00", 60.0),
        ("transport", "40.00", 40.0),
    ]
    assert cashier_client.get("/reports/api/financial/profit/").status_code == 403


def test_the_report_of_tills_tells_what_is_in_them_and_what_was_short(shop: Shop, boss: APIClient) -> None:
    body = {"storefront_id": str(shop.storefront.pk), "till": "1", "opening_float": "100"}
    first = boss.post("/sales/api/tills/", body).data["id"]
    boss.post(f"/sales/api/tills/{first}/close/", {"counted": [{"method": "cash", "amount": "97.50"}]}, format="json")
    boss.post("/sales/api/tills/", {**body, "opening_float": "30"})
    told = boss.get("/reports/api/cash/tills/").json()
    assert told["summary"] == {
        "sessions": 2,
        "open": 1,
        "to_approve": 1,
        "cash_in_open_tills": "30.00",
        "short": "2.50",
        "over": "0.00",
        "difference": "-2.50",
    }
    assert [row["difference"] for row in told["results"]] == [None, "-2.50"]
    assert timezone.is_aware(dt.datetime.fromisoformat(told["results"][1]["closed_at"]))
