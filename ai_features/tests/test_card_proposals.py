"""What the cards of goods that lie and of customers who pay worse propose, and that it is done once agreed to."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from rest_framework.test import APIClient

from ai_features.models import CreditAlert
from ai_features.proposals import executing
from ai_features.tests.test_card_followed import card_of, press
from common import clock
from conftest import Shop
from inventory.models import Product, Stock
from inventory.tests.builders import make_product
from reports.prices.candidates import Limits, Present, clearance
from reports.tests.shelves import put, sell_daily
from sales.models import Customer
from sales.tests.builders import make_customer

pytestmark = pytest.mark.django_db
D = Decimal


def agree_to_all(client: APIClient, proposed: list[dict[str, Any]]) -> None:
    """Approve each, and do what was agreed to ten minutes later."""
    for each in proposed:
        assert client.post(f"/ai/api/proposals/{each['id']}/approve/").json()["state"] == "approved"
    with time_machine.travel(clock.now() + dt.timedelta(minutes=11), tick=False):
        list(executing.execute_due())


def lying(shop: Shop, name: str, price: int, cost: int) -> Product:
    """Goods on hand that were last sold four months ago."""
    product = make_product(shop.business, name, retail_price=price, cost=cost)
    sell_daily(product, shop.storefront, [1] * 20, until=120)
    put(product, shop.storefront, 3)
    return product


def test_goods_that_lie_are_proposed_at_a_lower_price_that_brings_back_their_cost(
    shop: Shop, owner_client: APIClient
) -> None:
    phone, radio = lying(shop, "Old phone", 200, 120), lying(shop, "Old radio", 100, 100)
    card = card_of(owner_client, "dead_stock")
    assert card is not None
    answer = press(owner_client, card["action"])
    assert [each["summary"] for each in answer["proposals"]] == ["Old phone from GHS 200.00 to GHS 160.00."]
    assert answer["notices"] == ["Old radio: no lower price brings back what it cost."]
    agree_to_all(owner_client, answer["proposals"])
    phone.refresh_from_db()
    radio.refresh_from_db()
    assert (phone.retail_price, radio.retail_price) == (D(160), D(100))


def test_only_goods_that_the_card_names_and_that_still_lie_are_proposed_cheaper(
    shop: Shop, owner_client: APIClient
) -> None:
    named = [lying(shop, f"Old phone {number}", 200, 120) for number in range(3)]
    lying(shop, "Cheap cable", 20, 12)
    card = card_of(owner_client, "dead_stock")
    assert card is not None
    assert card["title"] == "Clear Old phone 0, Old phone 1 and Old phone 2"
    Stock.objects.filter(product=named[0]).update(quantity=0)
    Product.objects.filter(pk=named[1].pk).update(is_active=False)
    [proposed] = press(owner_client, card["action"])["proposals"]
    assert proposed["summary"].startswith("Old phone 2")


@pytest.mark.parametrize(
    ("price", "wholesale", "cost", "lower"),
    [(200, None, 120, 160), (400, None, 322, 325), (200, 190, 100, 190), (10, None, 9, 9), (100, None, 100, None)],
)
def test_a_clearance_price_is_a_fifth_less_with_an_ending_and_never_below_cost_or_wholesale(
    price: int, wholesale: int | None, cost: int, lower: int | None
) -> None:
    present = Present(D(price), None if wholesale is None else D(wholesale), D(cost))
    assert clearance(present, Limits()) == lower


def test_customers_who_pay_worse_are_proposed_to_be_put_on_hold(shop: Shop, owner_client: APIClient) -> None:
    ama, yaw = (make_customer(shop.business, name, credit_limit=900) for name in ("Ama Serwaa", "Yaw Boateng"))
    Customer.objects.filter(pk=yaw.pk).update(credit_hold=True)
    for customer, owed in ((ama, 800), (yaw, 500)):
        CreditAlert.objects.create(
            business=shop.business,
            customer=customer,
            severity="HIGH",
            signs={},
            outstanding_balance=owed,
            detected_at=clock.now(),
        )
    card = card_of(owner_client, "credit_alert")
    assert card is not None
    answer = press(owner_client, card["action"])
    [proposed] = answer["proposals"]
    assert proposed["summary"] == "No further sale on account to Ama Serwaa, who owes GHS 0.00"
    assert answer["notices"] == ["Yaw Boateng: This customer is on hold already."]
    assert press(owner_client, card["action"])["proposals"] == [proposed]
    agree_to_all(owner_client, [proposed])
    ama.refresh_from_db()
    assert ama.credit_hold
