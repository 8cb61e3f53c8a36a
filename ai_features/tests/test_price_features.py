"""Price advice and what-if: the figures against rows made by hand, and nothing charged where nothing is known."""

from decimal import Decimal
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.tests.builders import make_business
from ai_features.features.selling import pricing_optimizer
from ai_features.tests.builders import agree, make_lot
from ai_features.tests.examples import EXAMPLES, make_trading
from common import clock
from conftest import Shop
from inventory.models import CompetitorPrice, Product
from inventory.tests.builders import make_product

URL = "/ai/api/pricing-optimizer/"
D = Decimal


@pytest.fixture
def ask(shop: Shop, owner_client: APIClient) -> Any:
    agree(shop.caller)
    make_lot(shop.id, "100.00")

    def asked(product: Product, path: str = "", **body: Any) -> dict[str, Any]:
        answer = owner_client.post(URL + path, {"product_id": str(product.pk), **body}, format="json")
        assert answer.status_code == 200, answer.data
        told: dict[str, Any] = answer.json()
        return told

    return asked


def test_advice_that_rests_on_own_changes_says_so_with_its_range(shop: Shop, ask: Any) -> None:
    milk = Product.objects.get(pk=EXAMPLES["pricing_optimizer"](make_trading(shop))["product_id"])
    told = ask(milk)
    assert told["current_pricing"] == {"retail_price": "28.00", "wholesale_price": None, "margin_percent": 28.6}
    advice = told["recommendations"]
    assert (advice["suggested_retail_price"], advice["rests_on"], told["credits_used"]) == ("30.00", "gain", 3.0)
    assert advice["confidence"] >= 0.85
    profit = advice["expected_impact"]["profit_range_percent"]
    assert profit["low"] < profit["mid"] < profit["high"]
    assert told["break_even"][2] == {"change_percent": 5.0, "units_percent": -14.9}
    assert [change["old_price"] for change in told["evidence"]["own_changes"]] == ["20.00"]
    assert "GHS 30.00 instead of GHS 28.00" in advice["reasoning"]
    if_up = ask(milk, "what-if/", new_price="29.40")
    assert (if_up["change_percent"], if_up["break_even_units_percent"], if_up["credits_used"]) == (5.0, -14.9, 3.0)
    assert 0.5 < if_up["probability_of_gain"] < 1
    assert "you may lose 14.9% of the units" in if_up["reasoning"]


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({}, "no_evidence"),
        ({"cost": 0}, "no_cost"),
        ({"retail_price": 0, "cost": 0}, "no_price"),
        ({"tracks_stock": False}, "no_evidence"),
    ],
)
def test_what_nobody_can_know_is_said_and_costs_nothing(shop: Shop, ask: Any, fields: dict[str, Any], why: str) -> None:
    told = ask(make_product(shop.business, **fields))
    assert (told["recommendations"]["rests_on"], told["credits_used"]) == (why, 0)
    assert told["recommendations"]["suggested_retail_price"] == told["current_pricing"]["retail_price"]
    assert told["recommendations"]["confidence"] is told["recommendations"]["expected_impact"] is None
    assert told["recommendations"]["reasoning"] in pricing_optimizer.NOTHING.values()
    assert "twenty like goods" in told["test_plan"]


def test_what_is_sold_below_its_cost_gets_the_price_that_pays(shop: Shop, ask: Any) -> None:
    loss = make_product(shop.business, cost=D(12), retail_price=D(10))
    told = ask(loss, constraints={"min_margin_percent": "20"})
    assert told["recommendations"]["suggested_retail_price"] == "15.00"
    assert told["recommendations"]["expected_impact"] is None
    assert "does not cover its cost" in told["recommendations"]["reasoning"]
    assert told["break_even"] == []
    assert ask(loss, "what-if/", change_percent="5")["credits_used"] == 0


def test_prices_of_competitors_move_a_price_near_theirs(shop: Shop, ask: Any) -> None:
    oil = make_product(shop.business, "Frytol", cost=D(20), retail_price=D(30))
    assert ask(oil, optimization_goal="competitive")["recommendations"]["rests_on"] == "no_competitors"
    seen = {"competitor": "Melcom", "price": 33, "seen_on": clock.today()}
    CompetitorPrice.objects.create(business=shop.business, product=oil, **seen)
    told = ask(oil, optimization_goal="competitive")
    assert told["recommendations"]["suggested_retail_price"] == "32.00"
    assert told["recommendations"]["confidence"] is None
    assert "1 competitor" in told["recommendations"]["reasoning"]
    assert "Your own past does not tell" in told["recommendations"]["reasoning"]


def test_a_what_if_without_evidence_is_break_even_alone_and_free(shop: Shop, ask: Any) -> None:
    told = ask(make_product(shop.business, cost=D(8), retail_price=D(10)), "what-if/", change_percent="-5")
    assert (told["new_price"], told["break_even_units_percent"], told["credits_used"]) == ("9.50", 33.3, 0)
    assert told["expected"] is told["probability_of_gain"] is None
    assert "units must go up by 33.3% for the same profit. No price change of yours" in told["reasoning"]


def test_bad_input_names_its_field_and_another_shops_product_is_not_found(
    shop: Shop, ask: Any, owner_client: APIClient, cashier_client: APIClient
) -> None:
    rice = make_product(shop.business)
    theirs = make_product(make_business())
    for body in ({}, {"change_percent": "5", "new_price": "9"}, {"new_price": "10.00"}, {"new_price": "0"}):
        refused = owner_client.post(f"{URL}what-if/", {"product_id": str(rice.pk), **body}, format="json")
        assert "new_price" in refused.data["fields"], body
    wrong = {"product_id": str(rice.pk), "constraints": {"min_margin_percent": "95"}}
    assert owner_client.post(URL, wrong, format="json").status_code == 400
    for client, product, status in ((owner_client, theirs, 404), (cashier_client, rice, 403)):
        assert client.post(URL, {"product_id": str(product.pk)}, format="json").status_code == status
