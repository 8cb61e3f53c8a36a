"""What every list does with a page, a filter or an order that is not there."""

import pytest
from rest_framework.test import APIClient

from common import api
from conftest import Shop
from sales.tests.builders import make_customer

CUSTOMERS = "/sales/api/customers/"


def test_a_page_beyond_the_last_is_empty(shop: Shop, owner_client: APIClient) -> None:
    make_customer(shop.business)
    beyond = owner_client.get(f"{CUSTOMERS}?page=9").json()
    assert (beyond["count"], beyond["next"], beyond["results"]) == (1, None, [])


@pytest.mark.parametrize("asked", ["page=0", "page=-1", "page=NaN", "page=", "page_size=0", "page_size=ten"])
def test_what_is_no_page_is_refused(owner_client: APIClient, asked: str) -> None:
    refused = owner_client.get(f"{CUSTOMERS}?{asked}")
    assert refused.status_code == 400
    assert list(refused.json()["fields"]) == [asked.split("=", maxsplit=1)[0]]


def test_far_pages_hold_the_rows_between_those_of_their_neighbours(
    shop: Shop, owner_client: APIClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api, "FAR", 2)
    for number in range(11):
        make_customer(shop.business, f"Customer {number:02d}")

    def names(page: int, order: str) -> list[str]:
        answer = owner_client.get(f"{CUSTOMERS}?page_size=3&page={page}&ordering={order}").json()
        assert answer["count"] == 11
        return [row["name"] for row in answer["results"]]

    forwards = [name for page in range(1, 6) for name in names(page, "name")]
    assert forwards == [f"Customer {number:02d}" for number in range(11)]
    assert [name for page in range(1, 6) for name in names(page, "-name")] == forwards[::-1]


@pytest.mark.parametrize(
    ("address", "asked", "known"),
    [
        (CUSTOMERS, "overdu=1", "overdue"),
        ("/ai/api/transactions/", "since=2026-01-01", "from"),
        ("/reports/api/sales/summary/", "storefront=1", "storefront_id"),
        ("/reports/api/inventory/reorder/", "budgets=1", "budget"),
        ("/ai/api/portfolio/dashboard/", "nothing=1", "storefront_id"),
    ],
)
def test_an_unknown_filter_is_refused_with_those_that_are_known(
    owner_client: APIClient, address: str, asked: str, known: str
) -> None:
    refused = owner_client.get(f"{address}?{asked}")
    assert refused.status_code == 400
    assert known in refused.json()["fields"][asked.split("=", maxsplit=1)[0]][0]


@pytest.mark.parametrize("ordering", ["nme", "name,nme", "--name", "password"])
def test_an_unknown_order_is_refused_with_those_that_are_known(owner_client: APIClient, ordering: str) -> None:
    refused = owner_client.get(f"{CUSTOMERS}?ordering={ordering}")
    assert refused.status_code == 400
    assert "-outstanding" in refused.json()["fields"]["ordering"][0]


def test_a_list_can_be_ordered_by_several_fields(shop: Shop, owner_client: APIClient) -> None:
    for name in ("Yaw", "Ama"):
        make_customer(shop.business, name)
    found = owner_client.get(f"{CUSTOMERS}?ordering=-balance,name").json()["results"]
    assert [each["name"] for each in found] == ["Ama", "Yaw"]
