"""A day in a shop by HTTP alone, as its owner, manager and cashier live it; every figure is reckoned by hand."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from rest_framework.test import APIClient

from accounts.models import Membership
from accounts.tests.builders import make_member
from common import clock
from common.tenancy import Role
from conftest import Shop

NOON = dt.datetime(2026, 6, 15, 12, tzinfo=dt.UTC)
TILL = {"storefront_id": "", "till": "Till 1", "opening_float": "100.00"}
ASKED = {  # of the day, after the till was closed: the metric, and what it is by hand
    "total sales today": ("revenue", "672.00"),  # 200 + 80 + 240 + 80 + 80, less 8 brought back
    "how many bags of rice did we sell today": ("units", "7"),  # 2 + 1 + 3 + 1
    "how many tins of milk did we sell today": ("units", "14"),  # 5 + 10, less 1
    "cost of goods sold today": ("cost", "504.00"),  # 7 × 60 + 14 × 6
    "gross profit today": ("profit", "168.00"),
    "expenses today": ("expenses", "30.00"),
    "profit after expenses today": ("profit_after_expenses", "138.00"),
    "how much are we owed by customers": ("outstanding", "140.00"),  # 240 less 100
    "cash missing at closing today": ("cash_missing", "2.00"),
    "how much do we owe suppliers": ("owed_to_suppliers", "1300.00"),  # 1,200 + 600, less 500
    "how much was paid to suppliers today": ("paid_to_suppliers", "500.00"),
    "value missing at counts today": ("missing_at_counts", "12.00"),  # 2 tins
}


@dataclass
class Day:
    """Who is there, and what they made; `did` asks for something and keeps the answer."""

    owner: APIClient
    manager: APIClient
    cashier: APIClient
    storefront_id: str
    ids: dict[str, str] = field(default_factory=dict)

    def did(self, who: APIClient, address: str, body: dict[str, Any] | None = None, *, keep: str = "") -> Any:
        answer = who.post(address, body or {})
        assert answer.status_code in (200, 201), (address, answer.data)
        if keep:
            self.ids[keep] = str(answer.data["id"])
        return answer.data

    def receives(self, address: str, product: str, units: int, *, bill: str, **more: Any) -> None:
        line = {"product_id": self.ids[product], "quantity": units, **more}
        self.did(self.manager, address, {"lines": [line], "bill": {"number": bill}} | self._place(address))

    def sale(self, *lines: tuple[str, int], **more: Any) -> dict[str, Any]:
        sold = [{"product_id": self.ids[product], "quantity": units} for product, units in lines]
        return {"storefront_id": self.storefront_id, "lines": sold, **more}

    def _place(self, address: str) -> dict[str, str]:
        where = {"storefront_id": self.storefront_id, "supplier_id": self.ids["mills"]}
        return where if address.endswith("receipts/") else {}


@pytest.fixture
def day(shop: Shop, client_of: Callable[[Membership], APIClient]) -> Iterator[Day]:
    with time_machine.travel(NOON, tick=True):
        manager, cashier = (client_of(make_member(shop.business, role)) for role in (Role.MANAGER, Role.CASHIER))
        yield Day(client_of(shop.owner), manager, cashier, str(shop.storefront.pk))


def set_up(day: Day) -> None:
    """The owner writes down what is sold, who is bought from, and who may buy on account."""
    day.did(day.owner, "/inventory/api/suppliers/", {"name": "Tema Mills", "phone": "0241234567"}, keep="mills")
    for key, name, unit, cost, price in (("rice", "Rice 5 kg", "bag", 60, 80), ("milk", "Milk", "tin", 6, 8)):
        goods = {"name": name, "sku": key.upper(), "unit": unit, "cost": cost, "retail_price": price}
        day.did(day.owner, "/inventory/api/products/", {**goods, "supplier_id": day.ids["mills"]}, keep=key)
    ama = {"name": "Ama Mensah", "phone": "0247654321", "credit_limit": "500"}
    day.did(day.owner, "/sales/api/customers/", ama, keep="ama")


def buy(day: Day) -> None:
    """The manager orders rice, receives it and milk, and pays a part."""
    orders = "/inventory/api/purchase-orders/"
    line = {"product_id": day.ids["rice"], "quantity": "20", "unit_cost": "60.00"}
    place = {"supplier_id": day.ids["mills"], "storefront_id": day.storefront_id}
    day.did(day.manager, orders, {**place, "lines": [line]}, keep="order")
    assert day.did(day.manager, f"{orders}{day.ids['order']}/send/", {"channel": "whatsapp"})["whatsapp_link"]
    day.receives(f"{orders}{day.ids['order']}/receive/", "rice", 20, bill="INV 1")
    day.receives("/inventory/api/receipts/", "milk", 100, bill="INV 2", unit_cost="6.00", expires_on="2026-12-31")
    paid = {"supplier_id": day.ids["mills"], "amount": "500.00", "method": "bank"}
    day.did(day.manager, "/inventory/api/supplier-payments/", paid)


def sell(day: Day) -> None:
    """The cashier sells for cash, mobile money and on account, then without a connection."""
    day.did(day.cashier, "/sales/api/tills/", {**TILL, "storefront_id": day.storefront_id}, keep="till")
    sales = "/sales/api/sales/"
    cash = [{"method": "cash", "amount": "200.00"}]
    momo = [{"method": "mobile_money", "network": "mtn", "amount": "80.00", "reference": "MP1"}]
    day.did(day.cashier, sales, day.sale(("rice", 2), ("milk", 5), payments=cash), keep="first")
    day.did(day.cashier, sales, day.sale(("rice", 1), payments=momo))
    day.did(day.cashier, sales, day.sale(("rice", 3), customer_id=day.ids["ama"]))
    paid = [{"method": "cash", "amount": "80.00"}]
    at = clock.now().isoformat()
    bodies = [day.sale(("milk", 10), payments=paid), day.sale(("rice", 1), payments=paid)]
    items = [{"client_id": f"s{n}", "kind": "sale", "at": at, "body": body} for n, body in enumerate(bodies)]
    opened = {"kind": "drawer_opened", "storefront_id": day.storefront_id}
    items.append({"client_id": "e", "kind": "event", "at": at, "body": opened})
    for status in ("taken", "repeated"):
        told = day.did(day.cashier, "/sales/api/sync/", {"items": items})
        assert [row["status"] for row in told["results"]] == [status] * 3


def look_after(day: Day) -> None:
    """A debt is paid in part, a tin comes back, a taxi is paid, the milk is counted."""
    till = {"till_id": day.ids["till"]}
    day.did(day.cashier, "/sales/api/payments/", {"customer_id": day.ids["ama"], "amount": "100", "method": "cash"})
    lines = day.cashier.get(f"/sales/api/sales/{day.ids['first']}/").data["lines"]
    milk = next(line["id"] for line in lines if str(line["product_id"]) == day.ids["milk"])
    back = {"lines": [{"line_id": milk, "quantity": "1"}], "method": "cash", **till}
    day.did(day.manager, f"/sales/api/sales/{day.ids['first']}/refund/", back)
    taxi = {"category": "transport", "amount": "30.00", "method": "cash", **till}
    day.did(day.manager, "/sales/api/expenses/", taxi)
    day.did(day.manager, "/inventory/api/counts/", {"storefront_id": day.storefront_id}, keep="count")
    found = [{"product_id": day.ids["milk"], "counted": "84"}, {"product_id": day.ids["rice"], "counted": "13"}]
    count = f"/inventory/api/counts/{day.ids['count']}/"
    day.did(day.cashier, f"{count}enter/", {"lines": found})
    assert day.did(day.manager, f"{count}complete/")["missing_value"] == "12.00"


def close(day: Day) -> Any:
    """The cashier counts blind, two cedis short, and the manager approves; the Z report."""
    till = f"/sales/api/tills/{day.ids['till']}/"
    counted = [
        {"method": "cash", "amount": "520.00"},
        {"method": "mobile_money", "network": "mtn", "amount": "80.00"},
    ]
    day.did(day.cashier, f"{till}close/", {"counted": counted, "reason": "Change was short"})
    day.did(day.manager, f"{till}approve/")
    return day.manager.get(f"{till}report/").data


def ask(day: Day, question: str) -> dict[str, Decimal]:
    """The totals that the answer tells, by metric."""
    data = day.did(day.owner, "/ai/api/query/", {"query": question})["data"]
    return {metric: Decimal(str(told)) for metric, told in (data or {}).get("total", {}).items()}


def test_a_day_adds_up_on_paper_and_in_answers(day: Day, settings: Any) -> None:
    settings.AI_RATE_LIMITS = settings.AI_RATE_LIMITS | {"requests_per_minute": 60}
    set_up(day)
    buy(day)
    sell(day)
    look_after(day)
    assert day.owner.patch("/ai/api/settings/", {"consent": True}).status_code == 200
    assert ask(day, "how much cash should be in the tills now") == {"cash_in_tills": 522}
    report = close(day)
    money = {row["method"]: (row["expected"], row["counted"], row["difference"]) for row in report["money"]}
    assert money == {
        "cash": ("522.00", "520.00", "-2.00"),  # 100 + 200 + 80 + 80 + 100, less 8 and 30
        "mobile_money": ("80.00", "80.00", "0.00"),
    }
    told = {name: report[name] for name in ("title", "sales", "sold", "returned", "not_paid", "collected", "expenses")}
    assert told == {
        "title": "Z report",
        "sales": 5,
        "sold": "680.00",
        "returned": "8.00",
        "not_paid": "240.00",
        "collected": "100.00",
        "expenses": "30.00",
    }
    assert report["events"] == {"drawer_opened": 1}
    ageing = day.owner.get("/inventory/api/supplier-bills/ageing/").data
    assert ageing["balance"] == "1300.00"
    stock = {row["sku"]: row["stock"] for row in day.owner.get("/inventory/api/products/").data["results"]}
    assert stock == {"RICE": "13.000", "MILK": "84.000"}
    answers = {question: ask(day, question) for question in ASKED}
    assert answers == {question: {metric: Decimal(value)} for question, (metric, value) in ASKED.items()}
