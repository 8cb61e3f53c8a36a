from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from ai_features.features.selling.product_description import TONES, _within
from ai_features.models import AITransaction
from ai_features.tests.builders import agree, make_lot
from ai_features.tests.stubs.openai import OpenAIStub
from conftest import Shop
from inventory.tests.builders import make_category, make_product
from sales.tests.builders import make_customer, make_sale

ONE, MANY = "/ai/api/products/generate-description/", "/ai/api/products/generate-descriptions/"
TV = {
    "product_name": 'Samsung 55" QLED TV',
    "category": "Electronics",
    "attributes": {"brand": "Samsung", "size": "55 inches", "type": "QLED"},
}


@pytest.fixture
def open_shop(shop: Shop) -> Shop:
    """A shop whose owner has agreed; the trial brought ten credits."""
    agree(shop.caller)
    return shop


def test_a_description_has_all_its_parts_and_costs_a_tenth_of_a_credit(
    open_shop: Shop, owner_client: APIClient
) -> None:
    answer = owner_client.post(ONE, TV)
    assert answer.status_code == 200, answer.json()
    body = answer.json()
    assert body["description"].startswith('Samsung 55" QLED TV is part of our Electronics range.')
    assert "size 55 inches and type QLED" in body["description"]
    assert body["seo_keywords"][0] == 'samsung 55" qled tv'
    assert len(body["meta_description"]) <= 160
    assert (body["credits_used"], body["balance"], body["model"]) == (0.1, 9.9, "offline")
    assert (body["cached"], body["degraded"]) == (False, False)
    assert AITransaction.objects.get(pk=body["transaction_id"]).credits_used == Decimal("0.10")


def test_every_tone_has_a_wording_of_its_own(open_shop: Shop, owner_client: APIClient) -> None:
    texts = {owner_client.post(ONE, TV | {"tone": tone}).json()["description"] for tone in TONES}
    assert len(texts) == 4


def test_twi_comes_from_templates_and_says_it_is_not_reviewed(
    open_shop: Shop, owner_client: APIClient, openai: OpenAIStub
) -> None:
    body = owner_client.post(ONE, TV | {"language": "tw"}).json()
    assert body["description"].startswith('Samsung 55" QLED TV wɔ yɛn sotɔɔ mu.')
    assert (body["translation_reviewed"], body["model"], body["credits_used"]) == (False, "offline", 0.1)
    assert openai.calls == []


@pytest.mark.parametrize(
    ("accepted", "body", "written"),
    [
        ("tw", {}, "tw"),
        ("fr,tw;q=0.3", {}, "tw"),
        ("tw", {"language": "en"}, "en"),
        ("tw;q=0,de", {}, "en"),
        ("", {}, "en"),
    ],
)
def test_without_a_language_it_is_written_in_that_of_the_request(
    open_shop: Shop, owner_client: APIClient, accepted: str, body: dict[str, str], written: str
) -> None:
    answer = owner_client.post(ONE, TV | body, headers={"Accept-Language": accepted})
    assert answer.json()["language"] == written


def test_what_to_sell_with_it_comes_from_the_shops_own_shelf_and_baskets(
    open_shop: Shop, owner_client: APIClient
) -> None:
    shelf = make_category(open_shop.business, "Televisions")
    names = [("Small TV", 1000), ("Middle TV", 1500), ("Large TV", 1900), ("Huge TV", 2100)]
    small, middle, _, huge = (
        make_product(open_shop.business, name=name, sku=name, category=shelf, retail_price=price)
        for name, price in names
    )
    bracket = make_product(open_shop.business, name="Wall bracket", sku="b", retail_price=100)
    make_sale(open_shop.business, lines=[(small, 1, 1000), (bracket, 1, 100)])
    make_sale(open_shop.business, lines=[(huge, 1, 2100), (middle, 1, 1500)])
    body = owner_client.post(ONE, {"product_id": str(small.pk)}).json()
    assert body["suggestions"] == {
        "upsell_opportunities": ["Middle TV", "Large TV"],
        "complementary_products": ["Wall bracket"],
    }


def test_twenty_products_take_as_many_queries_as_two(open_shop: Shop, owner_client: APIClient) -> None:
    make_lot(open_shop.business.pk, "10.00")
    letters = "abcdefghijklmnopqrst"
    products = [make_product(open_shop.business, name=f"Thing {letter}", sku=letter) for letter in letters]
    owner_client.post(MANY, {"product_ids": [str(products[0].pk)]})  # the day's look for the month's free credits
    numbers = []
    for some in (products[:2], products):
        with CaptureQueriesContext(connection) as queries:
            answer = owner_client.post(MANY, {"product_ids": [str(product.pk) for product in some]})
        assert answer.status_code == 200, answer.json()
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]


def test_many_are_one_call_and_each_is_charged_only_if_done(
    open_shop: Shop, owner_client: APIClient, openai: OpenAIStub
) -> None:
    good, bad = (make_product(open_shop.business, name=name, sku=name) for name in ("Soap", "Syrup"))
    gone = uuid4()

    def one_good_one_bad(payload: Any, schema: Any) -> Any:
        text = {"short_description": "Good.", "seo_keywords": ["good"], "meta_description": "Good."}
        return {
            "items": [
                {"product": "p1_product", "description": "Clean {p1_product}.", **text},
                {"product": "p2_product", "description": "{p2_product} cures everything in 3 days.", **text},
            ]
        }

    openai.says(one_good_one_bad)
    ids = [str(good.pk), str(bad.pk), str(gone)]
    body = owner_client.post(MANY, {"product_ids": ids}).json()
    assert [(r["product_id"], r["status"]) for r in body["results"]] == list(
        zip(ids, ["done", "failed", "failed"], strict=True)
    )
    assert body["results"][0]["description"] == "Clean Soap."
    assert (body["credits_used"], body["balance"]) == (0.1, 9.9)
    assert len(openai.calls) == 1


BAD = [
    ({}, "product_id"),
    ({"product_name": "x" * 201}, "product_name"),
    ({"product_name": "TV", "tone": "angry"}, "tone"),
    ({"product_name": "TV", "language": "fr"}, "language"),
    ({"product_name": "TV", "attributes": "red"}, "attributes"),
    ({"product_name": "TV", "attributes": {str(n): "x" for n in range(13)}}, "attributes"),
    ({"product_id": "nonsense"}, "product_id"),
]


@pytest.mark.parametrize(("body", "field"), BAD)
def test_bad_input_names_its_field_and_costs_nothing(
    body: dict[str, Any], field: str, open_shop: Shop, owner_client: APIClient
) -> None:
    response = owner_client.post(ONE, body)
    assert response.status_code == 400
    assert field in response.json()["fields"]
    assert not AITransaction.objects.exists()


@pytest.mark.parametrize("ids", [[], ["nonsense"], [str(uuid4()) for _ in range(21)], "one"])
def test_bad_lists_of_products_are_refused(ids: Any, open_shop: Shop, owner_client: APIClient) -> None:
    response = owner_client.post(MANY, {"product_ids": ids})
    assert response.status_code == 400
    assert "product_ids" in response.json()["fields"]


def test_products_of_another_shop_are_unknown(open_shop: Shop, owner_client: APIClient, other_shop: Shop) -> None:
    theirs = make_product(other_shop.business)
    assert owner_client.post(ONE, {"product_id": str(theirs.pk)}).status_code == 400
    assert owner_client.post(MANY, {"product_ids": [str(theirs.pk)]}).status_code == 404


def test_a_cashier_may_describe_products(open_shop: Shop, cashier_client: APIClient) -> None:
    assert cashier_client.post(ONE, TV).status_code == 200


def test_a_person_in_a_products_name_does_not_leave(
    open_shop: Shop, owner_client: APIClient, openai: OpenAIStub
) -> None:
    make_customer(open_shop.business, "Adwoa Sarkodie")
    body = owner_client.post(ONE, {"product_name": "Adwoa Sarkodie shito"}).json()
    assert "Adwoa Sarkodie shito" in body["description"]
    assert "Sarkodie" not in openai.sent


def test_a_description_is_never_longer_than_its_place() -> None:
    assert _within("a few words that are far too long", 20) == "a few words that…"
    assert _within("short", 20) == "short"
