"""RFM: scores, and a segment for every cell."""

from datetime import date, timedelta

import pytest
from rest_framework.test import APIClient

from conftest import Shop
from reports import rfm
from reports.tests.trade import sell

LAST = date(2026, 5, 31)


def test_each_of_the_twenty_five_cells_is_one_known_segment() -> None:
    cells = [rfm.GRID[recency][mean] for recency in range(1, 6) for mean in range(5)]
    assert len(cells) == 25
    assert set(cells) == set(rfm.SEGMENTS)


@pytest.mark.parametrize(
    ("scores", "segment"),
    [
        ((5, 5, 5), "champions"),
        ((5, 1, 1), "new"),
        ((5, 1, 2), "potential_loyalist"),
        ((1, 5, 4), "cant_lose"),
        ((3, 3, 3), "needs_attention"),
        ((4, 1, 1), "promising"),
        ((2, 1, 1), "hibernating"),
        ((1, 1, 2), "lost"),
    ],
)
def test_the_segment_follows_recency_and_the_mean_of_the_others(scores: tuple[int, int, int], segment: str) -> None:
    assert rfm.segment(*scores) == segment


def test_equal_values_get_equal_scores_and_the_rest_fall_into_fifths() -> None:
    assert rfm._quintiles(list(range(100)))[::20] == [1, 2, 3, 4, 5]
    assert len(set(rfm._quintiles([1] * 90 + [7] * 10)[:90])) == 1


def test_under_fifty_customers_the_borders_are_fixed() -> None:
    assert rfm._recency([0, 7, 8, 30, 31, 90, 91, 180, 181]) == [5, 5, 4, 4, 3, 3, 2, 2, 1]


def test_the_segmentation_report_counts_every_customer_once(owner_client: APIClient, shop: Shop) -> None:
    for number in range(6):
        day = LAST - timedelta(days=60 * number)
        sell(shop.storefront, "Rice", 1, "100.00", on=day, customer=f"C{number}")
    body = owner_client.get("/reports/api/customer/segmentation/?to=2026-05-31").json()
    assert body["period"]["days"] == 365
    assert sum(row["customer_count"] for row in body["results"]) == body["summary"]["customers"] == 6
    assert body["summary"]["revenue"] == "600.00"


def test_sixty_customers_are_scored_by_fifths(shop: Shop, owner_client: APIClient) -> None:
    for number in range(60):
        day = LAST - timedelta(days=number)
        sell(shop.storefront, "Rice", number + 1, "10.00", on=day, customer=f"C{number}")
    body = owner_client.get("/reports/api/customer/segmentation/?to=2026-05-31").json()
    assert body["summary"]["method"] == "quintiles"
    assert {row["segment"] for row in body["results"]} >= {"potential_loyalist", "at_risk"}
