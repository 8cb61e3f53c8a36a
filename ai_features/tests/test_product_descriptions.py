from decimal import Decimal

import pytest
from rest_framework.test import APIClient

from ai_features.models import AITransaction
from ai_features.tests.builders import agree
from conftest import Shop

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
