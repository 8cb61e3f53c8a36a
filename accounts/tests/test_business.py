"""The business, its storefronts and what its plan costs."""

from decimal import Decimal
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts import queries
from accounts.models import Storefront, Subscription
from accounts.tests.builders import make_storefront
from common import clock
from conftest import Shop


def test_an_owner_changes_the_business(owner_client: APIClient, shop: Shop) -> None:
    answer = owner_client.patch("/accounts/api/business/", {"tin": "C0001", "phone": "0244123456", "opens_at": "08:00"})
    assert answer.data["tin"] == "C0001"
    shop.business.refresh_from_db()
    assert shop.business.phone == "+233244123456"


def test_a_cashier_reads_the_business_and_changes_nothing(cashier_client: APIClient) -> None:
    assert cashier_client.get("/accounts/api/business/").status_code == 200
    assert cashier_client.patch("/accounts/api/business/", {"name": "Mine"}).status_code == 403


@pytest.mark.parametrize(
    "change",
    [
        {"name": ""},
        {"opens_at": "25:00"},
        {"day_ends_at": "18:00"},
        {"day_ends_at": "02:30:15"},
        {"email": "x"},
        {"phone": "abc"},
    ],
)
def test_a_bad_field_of_the_business_is_named(owner_client: APIClient, change: dict[str, str]) -> None:
    answer = owner_client.patch("/accounts/api/business/", change)
    assert (answer.status_code, list(answer.data["fields"])) == (400, list(change))


@pytest.mark.parametrize(("count", "price"), [(0, 100), (1, 100), (2, 150), (3, 180), (4, 200), (5, 250), (7, 350)])
def test_the_plan_costs_by_the_number_of_storefronts(count: int, price: int) -> None:
    assert queries.monthly_price(count) == Decimal(price)


def test_the_price_follows_as_storefronts_open_and_close(owner_client: APIClient, shop: Shop) -> None:
    Subscription.objects.create(business=shop.business, started_on=clock.today(), renews_on=clock.today())
    opened = owner_client.post("/accounts/api/storefronts/", {"name": "Market"})
    assert opened.status_code == 201
    assert owner_client.get("/accounts/api/subscription/").data["monthly_price"] == "150.00"
    assert owner_client.delete(f"/accounts/api/storefronts/{opened.data['id']}/").status_code == 204
    plan = owner_client.get("/accounts/api/subscription/").data
    assert (plan["monthly_price"], plan["storefronts"]) == ("100.00", 1)
    assert plan["price_rule"]["steps"][3] == {"storefronts": 4, "monthly_price": "200.00"}


def test_a_business_without_a_plan_is_told_so(owner_client: APIClient) -> None:
    assert owner_client.get("/accounts/api/subscription/").status_code == 404


def test_a_cashier_does_not_see_the_plan(cashier_client: APIClient) -> None:
    assert cashier_client.get("/accounts/api/subscription/").status_code == 403


def test_closing_a_storefront_keeps_it_and_it_can_open_again(owner_client: APIClient, shop: Shop) -> None:
    market = make_storefront(shop.business, "Market")
    owner_client.delete(f"/accounts/api/storefronts/{market.pk}/")
    market.refresh_from_db()
    assert market.is_active is False
    reopened = owner_client.patch(f"/accounts/api/storefronts/{market.pk}/", {"is_active": True})
    assert reopened.data["is_active"] is True


def test_the_only_open_storefront_stays_open(owner_client: APIClient, shop: Shop) -> None:
    answer = owner_client.delete(f"/accounts/api/storefronts/{shop.storefront.pk}/")
    assert (answer.status_code, answer.data["error"]) == (409, "conflict")


def test_a_name_is_used_once_in_a_business_but_freely_by_others(
    owner_client: APIClient, shop: Shop, other_shop: Shop
) -> None:
    make_storefront(other_shop.business, "Market")
    assert owner_client.post("/accounts/api/storefronts/", {"name": "Market"}).status_code == 201
    again = owner_client.post("/accounts/api/storefronts/", {"name": "MARKET"})
    assert (again.status_code, list(again.data["fields"])) == (400, ["name"])


def test_only_an_owner_opens_storefronts(cashier_client: APIClient) -> None:
    assert cashier_client.post("/accounts/api/storefronts/", {"name": "Mine"}).status_code == 403
    assert cashier_client.get("/accounts/api/storefronts/").status_code == 200


def test_a_storefront_of_another_business_is_not_there(owner_client: APIClient, other_shop: Shop) -> None:
    address = f"/accounts/api/storefronts/{other_shop.storefront.pk}/"
    asked = [owner_client.get(address), owner_client.patch(address, {"name": "X"}), owner_client.delete(address)]
    assert [answer.status_code for answer in asked] == [404, 404, 404]
    assert Storefront.objects.get(pk=other_shop.storefront.pk).is_active


@pytest.mark.parametrize("more", [1, 20])
def test_the_list_of_storefronts_takes_four_queries(
    owner_client: APIClient, shop: Shop, more: int, django_assert_num_queries: Any
) -> None:
    for n in range(more):
        make_storefront(shop.business, f"Stall {n}")
    with django_assert_num_queries(4):
        answer = owner_client.get("/accounts/api/storefronts/?search=stall&ordering=-name")
    assert answer.data["count"] == more
