"""The forecast of one product: figures against rows made by hand, and what is answered free."""

import datetime as dt
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.tests.builders import make_storefront
from ai_features.tests.builders import agree, make_lot
from common import clock
from conftest import Shop
from inventory.models import Product
from inventory.tests.builders import make_product, make_supplier
from reports.tests.shelves import put, sell_daily

ADDRESS = "/ai/api/inventory/forecast/"


@pytest.fixture
def rice(shop: Shop) -> Product:
    """Sells ten a day; seventy are left; a delivery takes seven days."""
    agree(shop.caller)
    make_lot(shop.id, "50.00")
    product = make_product(shop.business, "Rice", unit="bag", supplier=make_supplier(shop.business, lead_time_days=8))
    sell_daily(product, shop.storefront, [10] * 100)
    put(product, shop.storefront, 70)
    return product


def asked(client: APIClient, product: Product, **given: Any) -> dict[str, Any]:
    response = client.post(ADDRESS, {"product_id": str(product.pk), **given}, format="json")
    assert response.status_code == 200, response.json()
    return dict(response.json())


def test_a_steady_product_is_told_with_its_range_its_end_and_what_to_order(
    shop: Shop, rice: Product, owner_client: APIClient
) -> None:
    body = asked(owner_client, rice, forecast_days=3)
    day = clock.today() + dt.timedelta(days=6)
    assert body["product"] == {"id": str(rice.pk), "name": "Rice", "current_stock": 70}
    found = body["forecast"]
    assert (found["next_7_days"]["predicted_units"], found["next_30_days"]["predicted_units"]) == (70, 300)
    assert found["next_30_days"]["low"] <= 300 <= found["next_30_days"]["high"]
    assert (found["predicted_stockout_date"], found["stockout_interval"]) == (str(day), [str(day)] * 2)
    assert [row["date"] for row in body["daily"]] == [str(clock.today() + dt.timedelta(days=n)) for n in range(3)]
    assert (body["credits_used"], body["accuracy"]["missed_percent"]) == (4.0, 0.0)
    advice = body["recommendations"]
    assert (advice["action"], advice["urgency"], advice["economic_order_quantity"]) == ("REORDER", "HIGH", 140)
    assert f"Order {advice['suggested_quantity']} bags" in advice["reasoning"]
    assert body["seasonal_insights"]["is_seasonal"] is None


def test_all_storefronts_add_up_and_one_stands_alone(shop: Shop, rice: Product, owner_client: APIClient) -> None:
    market = make_storefront(shop.business, "Market")
    sell_daily(rice, market, [2] * 100)
    put(rice, market, 500)
    body = asked(owner_client, rice)
    assert body["forecast"]["next_30_days"]["predicted_units"] == pytest.approx(360, abs=2)
    assert (body["product"]["current_stock"], body["recommendations"]["from_other_storefronts"] > 0) == (570, True)
    there = asked(owner_client, rice, storefront_id=str(market.pk), include_seasonality=False)
    assert (there["product"]["current_stock"], there["seasonal_insights"]) == (500, None)
    assert there["recommendations"]["action"] == "REDUCE_STOCK"


def test_a_season_needs_two_years_that_agree(shop: Shop, rice: Product, owner_client: APIClient) -> None:
    start = clock.today() - dt.timedelta(days=730)
    days = [start + dt.timedelta(days=n) for n in range(730)]
    cards = make_product(shop.business, "Cards")
    sell_daily(cards, shop.storefront, [12 if day.month == 12 else 4 for day in days])
    season = asked(owner_client, cards)["seasonal_insights"]
    assert (season["is_seasonal"], season["peak_months"], season["low_months"]) == (True, ["December"], [])


@pytest.mark.parametrize("kind", ["new", "never", "seldom", "service"])
def test_what_cannot_be_forecast_is_said_free(shop: Shop, rice: Product, owner_client: APIClient, kind: str) -> None:
    odd = make_product(shop.business, "Odd", tracks_stock=kind != "service")
    sell_daily(odd, shop.storefront, {"new": [3] * 9, "seldom": [2] * 9}.get(kind, []))
    put(odd, shop.storefront, 5)
    body = asked(owner_client, odd)
    assert (body["credits_used"], body["forecast"], body["recommendations"]) == (0, None, None)
    assert "forecast" in body["message"]


def test_returns_beyond_sales_and_a_margin_below_zero_are_no_fault(
    shop: Shop, rice: Product, owner_client: APIClient
) -> None:
    for sold in ([1.0] * 40 + [-90.0], [5.0] * 40):
        odd = make_product(shop.business, cost=20, retail_price=10)
        sell_daily(odd, shop.storefront, sold)
        body = asked(owner_client, odd)
        assert body["forecast"]["next_30_days"]["low"] >= 0
        assert body["recommendations"]["reasoning"]


def test_whoever_may_not_ask_is_refused(
    other_shop: Shop, rice: Product, owner_client: APIClient, cashier_client: APIClient
) -> None:
    given = {"product_id": str(rice.pk)}
    assert cashier_client.post(ADDRESS, given).status_code == 403
    theirs = make_product(other_shop.business)
    assert owner_client.post(ADDRESS, {"product_id": str(theirs.pk)}).status_code == 400
    assert owner_client.post(ADDRESS, {**given, "forecast_days": 91}).json()["fields"]["forecast_days"]


def test_a_forecast_takes_a_fixed_number_of_queries(
    shop: Shop, rice: Product, owner_client: APIClient, django_assert_max_num_queries: Any
) -> None:
    for number in range(6):
        sell_daily(make_product(shop.business), shop.storefront, [number] * 50)
    with django_assert_max_num_queries(45):
        asked(owner_client, rice)
