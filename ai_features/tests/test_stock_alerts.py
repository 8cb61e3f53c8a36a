"""Stock alerts: raised once for a change, cleared when it is over, told on the business's channels."""

import datetime as dt
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from rest_framework.test import APIClient

from ai_features.models import Message, StockAlert
from ai_features.services.notices.stock_alerts import scan
from common import clock
from conftest import Shop
from inventory.models import Batch, Product, Stock
from inventory.tests.builders import make_product
from reports.tests.shelves import put, sell_daily

ADDRESS = "/ai/api/inventory/alerts/"
Kind = StockAlert.Kind


@pytest.fixture
def goods(shop: Shop) -> dict[str, Product]:
    """One that runs out, one that is dead, one that lies too long, and one that expires."""
    made = {name: make_product(shop.business, name) for name in ("Rice", "Radio", "Salt", "Milk")}
    sell_daily(made["Rice"], shop.storefront, [10] * 60)
    sell_daily(made["Radio"], shop.storefront, [1] * 30, until=120)
    sell_daily(made["Salt"], shop.storefront, [1] * 60)
    sell_daily(made["Milk"], shop.storefront, [2] * 60)
    for name, units in (("Rice", 30), ("Radio", 4), ("Salt", 300), ("Milk", 100)):
        put(made[name], shop.storefront, units)
    return made


def expire(product: Product, shop: Shop, units: int, *, days: int) -> None:
    day = clock.today() + dt.timedelta(days=days)
    Batch.objects.create(
        business=shop.business, product=product, storefront=shop.storefront, expires_on=day, quantity=units
    )


def test_each_trouble_is_told_once_and_cleared_when_it_is_over(shop: Shop, goods: dict[str, Product]) -> None:
    expire(goods["Milk"], shop, 20, days=4)
    expire(goods["Milk"], shop, 50, days=9)
    made = {(alert.product_id, alert.kind): alert for alert in scan(shop.id)}
    assert {kind for _, kind in made} == set(Kind.values)
    expiring = made[goods["Milk"].pk, Kind.EXPIRING]
    assert (expiring.units, expiring.day) == (Decimal(50), clock.today() + dt.timedelta(days=4))
    assert made[goods["Radio"].pk, Kind.DEAD].value == Decimal("24.00")
    text = Message.objects.get(business=shop.business).text
    assert "1 runs out before a delivery can come; 1 expires before it sells; 1 has not sold" in text
    assert scan(shop.id) == []
    Stock.objects.of(shop.id).filter(product=goods["Rice"]).update(quantity=2000)
    assert [alert.kind for alert in scan(shop.id)] == [Kind.OVERSTOCK]
    assert not StockAlert.objects.filter(product=goods["Rice"], kind=Kind.RUNS_OUT, cleared_at=None).exists()


def test_the_job_looks_once_a_day(shop: Shop, goods: dict[str, Product]) -> None:
    def run() -> int:
        call_command("run_due_jobs", "--only", "stock_alerts", stdout=StringIO())
        return StockAlert.objects.of(shop.id).count()

    first = run()
    assert first >= 3
    Stock.objects.of(shop.id).filter(product=goods["Rice"]).update(quantity=2000)
    assert run() == first
    with time_machine.travel(clock.now() + dt.timedelta(days=1)):
        assert run() > first


def test_owners_see_their_own_alerts_and_nobody_elses(
    shop: Shop, other_shop: Shop, goods: dict[str, Product], owner_client: APIClient, client_of: Any
) -> None:
    scan(shop.id)
    body = owner_client.get(ADDRESS, {"kind": "dead"}).json()
    assert [(row["product_name"], row["units"], row["value"]) for row in body["results"]] == [
        ("Radio", "4.000", "24.00")
    ]
    assert owner_client.get(ADDRESS, {"cleared": "true"}).json()["count"] == 0
    assert client_of(other_shop.owner).get(ADDRESS).json()["count"] == 0
    assert APIClient().get(ADDRESS).status_code == 401


def test_an_alert_is_acknowledged_by_a_person(
    shop: Shop, other_shop: Shop, goods: dict[str, Product], owner_client: APIClient, client_of: Any
) -> None:
    dead = next(alert for alert in scan(shop.id) if alert.kind == Kind.DEAD)
    one = f"{ADDRESS}{dead.pk}/"
    seen = owner_client.patch(one, {"acknowledged": True}, format="json").json()
    assert (seen["acknowledged_by"], seen["acknowledged_at"] is not None) == (shop.owner.name, True)
    left = owner_client.get(ADDRESS, {"acknowledged": "false"}).json()["results"]
    assert str(dead.pk) not in {row["id"] for row in left}
    assert scan(shop.id) == []
    assert owner_client.patch(one, {"acknowledged": False}, format="json").json()["acknowledged_by"] is None
    assert owner_client.patch(one, {"acknowledged": "perhaps"}, format="json").status_code == 400
    assert client_of(other_shop.owner).patch(one, {"acknowledged": True}, format="json").status_code == 404


def test_our_staff_see_alerts_in_the_admin(shop: Shop, goods: dict[str, Product], admin_client: Client) -> None:
    scan(shop.id)
    assert "Radio" in admin_client.get("/admin/ai_features/stockalert/").content.decode()


def test_cashiers_do_not_see_what_stock_is_worth(shop: Shop, cashier_client: APIClient) -> None:
    assert cashier_client.get(ADDRESS).status_code == 403
    assert cashier_client.patch(f"{ADDRESS}{shop.id}/", {"acknowledged": True}).status_code == 403
