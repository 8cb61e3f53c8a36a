"""A shop that closes after midnight: what it does before its day ends belongs to the day before, in every figure."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from rest_framework.test import APIClient

from common import clock
from conftest import Shop
from inventory.tests.builders import make_product
from sales.models import Expense, Sale
from sales.tests.builders import make_customer, make_invoice, make_sale
from sales.tests.history import imported

MONDAY = dt.date(2026, 6, 15)
LATE = dt.datetime(2026, 6, 16, 1, 30, tzinfo=clock.ACCRA)  # Monday night, by the calendar Tuesday
TUESDAY_NOON = dt.datetime(2026, 6, 16, 12, tzinfo=clock.ACCRA)
ON_MONDAY = {"from": "2026-06-15", "to": "2026-06-15"}


@pytest.fixture(params=["without", "with"])
def ends_late(request: pytest.FixtureRequest, shop: Shop) -> bool:
    """Whether the shop says that its day ends at three."""
    if request.param == "with":
        shop.business.day_ends_at = dt.time(3)
        shop.business.save()
    return bool(request.param == "with")


@pytest.fixture
def night(shop: Shop, ends_late: bool) -> bool:
    """A sale of 50 on Monday at noon, and of 30 that night."""
    for moment, price in ((dt.datetime(2026, 6, 15, 12, tzinfo=clock.ACCRA), 50), (LATE, 30)):
        make_sale(shop.business, product=make_product(shop.business), unit_price=price, sold_at=moment)
    return ends_late


def asked(client: APIClient, path: str, **params: Any) -> Any:
    answer = client.get(path, params)
    assert answer.status_code == 200, answer.data
    return answer.data


def test_reports_count_the_night_to_the_day_before(night: bool, owner_client: APIClient) -> None:
    with time_machine.travel(TUESDAY_NOON):
        told = asked(owner_client, "/reports/api/sales/summary/", **ON_MONDAY)
    assert told["summary"]["revenue"] == ("80.00" if night else "50.00")


def test_lists_of_a_day_hold_the_night(night: bool, owner_client: APIClient) -> None:
    with time_machine.travel(TUESDAY_NOON):
        assert asked(owner_client, "/sales/api/sales/", **ON_MONDAY)["count"] == (2 if night else 1)


@pytest.mark.parametrize(
    ("question", "late", "early"),
    [
        ("total sales yesterday", "80.00", "50.00"),
        ("total sales this week", "80.00", "80.00"),
        ("total sales on Mondays this month", "80.00", "50.00"),
    ],
)
def test_questions_of_days(night: bool, owner_client: APIClient, question: str, late: str, early: str) -> None:
    owner_client.patch("/ai/api/settings/", {"consent": True})
    with time_machine.travel(TUESDAY_NOON):
        told = owner_client.post("/ai/api/query/", {"query": question}).data
    assert Decimal(str(told["data"]["total"]["revenue"])) == Decimal(late if night else early), told["plan"]


def test_today_goes_on_after_midnight(night: bool, owner_client: APIClient) -> None:
    owner_client.patch("/ai/api/settings/", {"consent": True})
    with time_machine.travel(LATE):
        told = owner_client.post("/ai/api/query/", {"query": "total sales today"}).data
    assert Decimal(str(told["data"]["total"]["revenue"])) == Decimal("80" if night else "30")


def test_by_day_and_by_hour(night: bool, owner_client: APIClient) -> None:
    """The hour stays that of the clock on the wall."""
    owner_client.patch("/ai/api/settings/", {"consent": True})
    with time_machine.travel(TUESDAY_NOON):
        by_day = owner_client.post("/ai/api/query/", {"query": "sales by day this week"}).data["data"]["rows"]
        by_hour = owner_client.post("/ai/api/query/", {"query": "sales by hour this week"}).data["data"]["rows"]
    assert [row["revenue"] for row in by_day] == (["80.00", "0.00"] if night else ["50.00", "30.00"])
    assert len(by_hour) == 2, by_hour


def test_what_is_spent_at_night_is_spent_on_the_day_before(ends_late: bool, owner_client: APIClient) -> None:
    with time_machine.travel(LATE):
        body = {"category": "fuel", "amount": "5.00", "method": "bank"}
        assert owner_client.post("/sales/api/expenses/", body).status_code == 201
    assert Expense.objects.get().spent_on == (MONDAY if ends_late else LATE.date())


def test_debts_fall_due_by_the_shop_s_day(shop: Shop, ends_late: bool, owner_client: APIClient) -> None:
    """Due on Monday: at half past one that night it is not late yet."""
    make_invoice(make_customer(shop.business), 40, due=MONDAY, sold_at=LATE - dt.timedelta(days=9))
    with time_machine.travel(LATE):
        assert asked(owner_client, "/sales/api/sales/", status="overdue")["count"] == (0 if ends_late else 1)


def test_a_day_without_a_time_stays_its_day_in_a_file(shop: Shop, ends_late: bool, owner_client: APIClient) -> None:
    file = b"invoice_no,sold_at,product,quantity,unit_price\n1,2026-06-15,Soap,2,10\n2,2026-06-16T01:30,Soap,1,10\n"
    with time_machine.travel(TUESDAY_NOON):
        assert imported(shop, file).imported == 2
        told = asked(owner_client, "/reports/api/sales/summary/", **ON_MONDAY)
    assert told["summary"]["revenue"] == ("30.00" if ends_late else "20.00")
    assert sorted(Sale.objects.values_list("number", "time_known")) == [("1", False), ("2", True)]
