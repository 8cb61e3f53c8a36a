"""The reorder plan in words, beside a plan that is whole whatever becomes of them."""

from rest_framework.test import APIClient

from ai_features.tests.builders import agree, make_lot
from conftest import Shop
from inventory.tests.builders import make_product
from reports.tests.shelves import sell_daily

ADDRESS = "/reports/api/inventory/reorder/"


def test_the_plan_is_put_into_words_for_a_fifth_of_a_credit(shop: Shop, owner_client: APIClient) -> None:
    agree(shop.caller)
    make_lot(shop.id, "5.00")
    empty = owner_client.get(ADDRESS, {"narrative": "1"}).json()
    assert (empty["credits_used"], empty["results"]) == (0, [])
    sell_daily(make_product(shop.business, "Rice", cost=6, retail_price=10), shop.storefront, [10] * 60)
    body = owner_client.get(ADDRESS, {"narrative": "1"}).json()
    said, row = body["ai_narrative"], body["results"][0]
    assert body["credits_used"] == 0.2
    assert said["summary"].startswith("There is 1 product to order")
    assert said["recommendations"] == [f"Order {row['suggested_quantity']} pieces of Rice."]


def test_without_consent_the_plan_is_whole_and_says_why_there_are_no_words(shop: Shop, owner_client: APIClient) -> None:
    body = owner_client.get(ADDRESS, {"narrative": "1"}).json()
    assert (body["ai_narrative"], body["ai_error"]["error"], body["results"]) == (None, "consent_required", [])
    assert "ai_narrative" not in owner_client.get(ADDRESS).json()
