"""A what-if of a price asked among the questions leads to the price advice, its charge said first, for nothing."""

from decimal import Decimal
from typing import Any

import pytest
from rest_framework.test import APIClient

from ai_features.models import AITransaction
from ai_features.tests.builders import agree, make_lot
from conftest import Shop
from inventory.models import Product
from inventory.tests.builders import make_product

QUERY = "/ai/api/query/"


@pytest.fixture
def rice(shop: Shop) -> Product:
    agree(shop.caller)
    make_lot(shop.id, "100.00")
    return make_product(shop.business, "Royal Aroma Rice 5kg", cost=80, retail_price=100)


def ask(client: APIClient, query: str) -> dict[str, Any]:
    answer: dict[str, Any] = client.post(QUERY, {"query": query}, format="json").json()
    return answer


@pytest.mark.parametrize(
    ("query", "body"),
    [
        ("what if rice goes up 5 %", {"change_percent": "5"}),
        ("What if I raise the price of royal aroma rice by 2.5 percent?", {"change_percent": "2.5"}),
        ("should I reduce rice by 10%", {"change_percent": "-10"}),
        ("what happens if we take 5% off rice", {"change_percent": "-5"}),
        ("what if i sell rice 5kg at 1,050 cedis", {"new_price": "1050.00"}),
        ("suppose I increase rice by 4 cedis", {"new_price": "104.00"}),
        ("what if ricce goes down 3 cedis", {"new_price": "97.00"}),
    ],
)
def test_the_price_advice_is_offered_with_its_charge_and_answers(
    rice: Product, owner_client: APIClient, query: str, body: dict[str, str]
) -> None:
    told = ask(owner_client, query)
    assert (told["query_type"], told["credits_used"]) == ("what_if", 0)
    assert "It costs 3 credits" in told["answer"]
    action = told["actions"][0]
    assert action["body"] == {"product_id": str(rice.pk), **body}
    assert action["label"].endswith(": 3 credits")
    assert AITransaction.objects.get().credits_used == 0
    asked = owner_client.post(action["path"], action["body"], format="json")
    assert (asked.status_code, asked.data["credits_used"]) == (200, Decimal(0))
    assert "no change" in asked.data["reasoning"].lower() or "break" in str(asked.data)


@pytest.mark.parametrize(
    "query",
    [
        "what if sales go up 5 %",
        "what if rice goes up",
        "what if rent rises 10 %",
        "rice sold last month",
        "what if rice costs me 5 % more",
    ],
)
def test_other_questions_are_left_alone(rice: Product, owner_client: APIClient, query: str) -> None:
    assert ask(owner_client, query)["query_type"] != "what_if"


def test_of_several_products_three_are_offered_and_of_another_shop_none(
    rice: Product, other_shop: Shop, owner_client: APIClient
) -> None:
    for size in (10, 25, 50):
        make_product(rice.business, f"Royal Aroma Rice {size}kg", retail_price=size * 20)
    make_product(other_shop.business, "Rice Elsewhere")
    told = ask(owner_client, "what if rice goes up 5%")
    assert [action["label"].split(" at ")[0] for action in told["actions"]] == [
        f"Royal Aroma Rice {size}kg" for size in (5, 10, 25)
    ]
    assert "4 products are called so" in told["answer"]
    free = make_product(rice.business, "Gift card", retail_price=0)
    assert ask(owner_client, f"what if {free.name} goes up 5%")["actions"] == []
