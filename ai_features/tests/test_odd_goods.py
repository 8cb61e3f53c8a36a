"""Odd goods and young shops: sensible answers everywhere, and no charge where there is nothing to say."""

from decimal import Decimal
from typing import Any

import pytest
from rest_framework.test import APIClient

from ai_features.services.notices.stock_alerts import scan
from ai_features.tests.builders import agree, make_lot
from conftest import Shop
from inventory.models import Product
from inventory.tests.builders import make_product, make_supplier
from reports.tests.shelves import moved, put, sell_daily

WITH_HISTORY = {"returned", "no_supplier", "no_cost", "loss", "two_weeks"}


def odd(shop: Shop, kind: str) -> Product:
    fields: dict[str, Any] = {"no_cost": {"cost": 0}, "loss": {"cost": 12, "retail_price": 10}}.get(kind, {})
    supplier = None if kind == "no_supplier" else make_supplier(shop.business)
    product = make_product(shop.business, "Odd", supplier=supplier, **fields)
    sold = {"new": [2.0] * 3, "never": [], "always_out": [5.0] + [0.0] * 40, "two_weeks": [4.0] * 14}
    sell_daily(product, shop.storefront, sold.get(kind, [1.0] * 50 + [-80.0] if kind == "returned" else [3.0] * 90))
    if kind == "always_out":
        moved(product, shop.storefront, 5, 5, days_ago=41)
        moved(product, shop.storefront, -5, 0, days_ago=41)
    if kind == "never":
        put(product, shop.storefront, 8)
    return product


@pytest.mark.parametrize("kind", ["new", "never", "always_out", *sorted(WITH_HISTORY)])
def test_odd_goods_are_answered_everywhere_and_charged_only_where_something_is_told(
    shop: Shop, owner_client: APIClient, kind: str
) -> None:
    agree(shop.caller)
    make_lot(shop.id, "50.00")
    product = odd(shop, kind)
    given = {"product_id": str(product.pk)}

    def ask(path: str, **more: str) -> dict[str, Any]:
        answer = owner_client.post(f"/ai/api/{path}", {**given, **more}, format="json")
        assert answer.status_code == 200, answer.data
        body: dict[str, Any] = answer.json()
        return body

    forecast = ask("inventory/forecast/")
    assert (forecast["forecast"] is not None, forecast["credits_used"] > 0) == ((kind in WITH_HISTORY),) * 2
    prices = ask("pricing-optimizer/")
    assert (prices["credits_used"] > 0) == (kind == "loss")
    assert ask("pricing-optimizer/what-if/", change_percent="5")["credits_used"] == 0
    plan = owner_client.get("/reports/api/inventory/reorder/").json()
    assert [row["product"] for row in plan["results"]] == ["Odd"]
    assert plan["results"][0]["reason"]
    drafts = owner_client.post("/inventory/api/purchase-orders/from-plan/", {}, format="json")
    assert (drafts.status_code, drafts.json()["lines_without_supplier"]) == (201, int(kind == "no_supplier"))
    scan(shop.id)
    alerts = owner_client.get("/ai/api/inventory/alerts/").json()["results"]
    assert all(Decimal(row["value"]) >= 0 for row in alerts)
