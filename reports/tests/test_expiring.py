"""What expires soon, and what of it would not sell in time."""

import datetime as dt
from decimal import Decimal
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from common import clock
from conftest import Shop
from inventory.models import StockMovement
from inventory.services import BatchLabel, StockLine, move_stock
from inventory.tests.builders import make_product
from reports.tests.trade import sell


def receive(shop: Shop, product: Any, units: int, *, expires: int, code: str = "") -> None:
    label = BatchLabel(clock.today() + dt.timedelta(days=expires), code)
    line = StockLine(product.pk, Decimal(units), Decimal(2), label)
    move_stock(shop.caller, storefront_id=shop.storefront.pk, lines=[line], kind=StockMovement.Kind.PURCHASE)


def expiring(client: APIClient) -> Any:
    """The report at the rate of sale of the last ten days."""
    start = clock.today() - dt.timedelta(days=10)
    end = clock.today() - dt.timedelta(days=1)
    answer = client.get(f"/reports/api/inventory/expiring/?from={start}&to={end}")
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_what_would_not_sell_in_time_is_at_risk_and_the_earlier_batch_sells_first(
    owner_client: APIClient, shop: Shop
) -> None:
    milk = make_product(shop.business, "Milk", retail_price="10.00")
    receive(shop, milk, 6, expires=3, code="A")
    receive(shop, milk, 40, expires=19, code="B")
    receive(shop, milk, 9, expires=40, code="C")
    receive(shop, milk, 3, expires=-1, code="D")
    sell(shop.storefront, "Milk", 20, "10.00", on=clock.today() - dt.timedelta(days=4))
    told = expiring(owner_client)
    rows = {row["code"]: row for row in told["results"]}
    assert {code: (row["would_sell"], row["at_risk"]) for code, row in rows.items()} == {
        "A": ("6", "0"),
        "B": ("34", "6"),
        "D": ("0", "3"),
    }
    assert told["summary"] == {
        "batches": 3,
        "products": 1,
        "value": "98.00",
        "value_past_date": "6.00",
        "value_at_risk": "18.00",
    }
    assert [row["code"] for row in told["results"]] == ["B", "D", "A"]


def test_a_shop_without_expiry_dates_has_nothing_that_expires(owner_client: APIClient, shop: Shop) -> None:
    make_product(shop.business, stock=5, storefront=shop.storefront)
    told = expiring(owner_client)
    assert (told["results"], told["summary"]["value"]) == ([], "0.00")


def test_more_batches_take_no_more_queries(owner_client: APIClient, shop: Shop) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as seen:
            expiring(owner_client)
        return len(seen)

    receive(shop, make_product(shop.business), 5, expires=3)
    few = count()
    for number in range(5):
        receive(shop, make_product(shop.business), 5, expires=number)
    assert count() == few
