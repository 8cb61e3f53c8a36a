"""What every list does with a page that is not there."""

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
