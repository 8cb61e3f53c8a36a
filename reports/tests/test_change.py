"""Why a figure moved: parts that sum to the change to the pesewa, over like days, in a fixed number of queries."""

import datetime as dt
import random
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from accounts.tests.builders import make_storefront
from common import clock
from conftest import Shop
from reports import change, metric_queries
from reports.change.days import clipped, like_days
from reports.metric_queries import Cut
from reports.tests.trade import sell

APRIL = (dt.date(2026, 4, 1), dt.date(2026, 5, 1))
MAY = (dt.date(2026, 5, 1), dt.date(2026, 6, 1))
TODAY = dt.date(2026, 11, 21)


def parts(found: change.Change, way: str) -> dict[str, Decimal]:
    return {each.kind if way in ("effect", "customer") else each.name: each.change for each in found.by[way]}


def test_a_dearer_price_fewer_units_and_other_goods_are_told_apart(shop: Shop) -> None:
    sell(shop.storefront, "Rice", 10, "10.00", on=APRIL[0])
    sell(shop.storefront, "Oil", 10, "30.00", on=APRIL[0])
    sell(shop.storefront, "Rice", 10, "12.00", on=MAY[0])
    sell(shop.storefront, "Oil", 5, "30.00", on=MAY[0])
    found = change.decompose(shop.business.pk, "revenue", now=MAY, before=APRIL)
    assert [found.before, found.now, found.change] == [400, 270, -130]
    assert parts(found, "effect") == {"price": 20, "volume": -100, "mix": -50}
    assert [each.share for each in found.by["effect"]] == [Decimal("-15.4"), Decimal("76.9"), Decimal("38.5")]


def test_customers_are_new_back_kept_lost_or_not_named(shop: Shop) -> None:
    for name, days in {"Ama": [APRIL], "Kofi": [APRIL, MAY], "Esi": [MAY], "Yaw": [MAY], "": [MAY]}.items():
        for start, _ in days:
            sell(shop.storefront, "Rice", 2, "10.00", on=start, customer=name)
    sell(shop.storefront, "Rice", 1, "10.00", on=dt.date(2025, 1, 1), customer="Yaw")
    found = change.decompose(shop.business.pk, "revenue", now=MAY, before=APRIL)
    assert parts(found, "customer") == {"lost": -20, "new": 20, "back": 20, "walk_in": 20, "kept": 0}
    assert sum(parts(found, "customer").values()) == found.change


def test_goods_that_moved_most_are_named_until_they_make_up_four_fifths(shop: Shop) -> None:
    sell(shop.storefront, "Rice", 1, "800.00", on=MAY[0], category="Food")
    for number in range(5):
        sell(shop.storefront, f"Soap {number}", 1, "40.00", on=MAY[0])
    found = change.decompose(shop.business.pk, "revenue", now=MAY, before=APRIL)
    assert parts(found, "product") == {"Rice": 800, "5 other products": 200}
    assert parts(found, "category") == {"Food": 800, "no category": 200}


def test_one_storefront_is_taken_apart_alone(shop: Shop) -> None:
    sell(shop.storefront, "Rice", 1, "40.00", on=MAY[0])
    annex = make_storefront(shop.business, "Annex")
    sell(annex, "Rice", 1, "7.00", on=MAY[0])
    both = change.decompose(shop.business.pk, "revenue", now=MAY, before=APRIL)
    one = change.decompose(
        shop.business.pk, "revenue", now=MAY, before=APRIL, cut=Cut(filters={"storefront": [annex.pk]})
    )
    assert [both.change, one.change] == [47, 7]
    assert parts(one, "storefront") == {"Annex": 7}


def test_another_business_plays_no_part(shop: Shop, other_shop: Shop) -> None:
    sell(other_shop.storefront, "Rice", 1, "40.00", on=MAY[0], customer="Ama")
    found = change.decompose(shop.business.pk, "revenue", now=MAY, before=APRIL)
    assert found.change == 0
    assert not any(found.by.values())


def _random_trade(shop: Shop, seed: int) -> None:
    pick = random.Random(seed)
    annex = make_storefront(shop.business, f"Annex {seed}")
    for _ in range(40):
        start = pick.choice([APRIL, MAY])[0]
        sell(
            pick.choice([shop.storefront, annex]),
            pick.choice("ABCDEFG"),
            pick.choice([-2, 1, 1, 3, 7]),
            f"{pick.randint(1, 99999) / 100:.2f}",
            on=start + dt.timedelta(days=pick.randint(0, 29)),
            cost=pick.choice([None, "3.33", "0.07"]),
            customer=pick.choice(["", "Ama", "Kofi", "Esi", "Yaw"]),
            category=pick.choice(["", "Food"]),
        )


@pytest.mark.parametrize("metric", list(change.METRICS))
@pytest.mark.parametrize("seed", range(5))
def test_every_way_of_taking_apart_sums_to_the_change_to_the_pesewa(shop: Shop, metric: str, seed: int) -> None:
    _random_trade(shop, seed)
    found = change.decompose(shop.business.pk, metric, now=MAY, before=APRIL)
    now, before = (metric_queries.total(shop.business.pk, [metric], cut=Cut(*days))[metric] for days in (MAY, APRIL))
    assert (found.now, found.before) == (now, before)
    for drivers in found.by.values():
        assert sum(each.change for each in drivers) == found.change


def test_the_queries_are_as_many_for_much_trade_as_for_little(shop: Shop) -> None:
    counts = []
    for seed in (1, 2):
        _random_trade(shop, seed)
        with CaptureQueriesContext(connection) as made:
            change.decompose(shop.business.pk, "revenue", now=MAY, before=APRIL)
        counts.append(len(made))
    assert counts == [8, 8]


@pytest.mark.parametrize(
    ("days", "begun", "like"),
    [
        (("2026-11-01", "2026-12-01"), ("2026-11-01", "2026-11-22"), ("2026-10-01", "2026-10-22")),
        (("2026-10-01", "2026-11-01"), ("2026-10-01", "2026-11-01"), ("2026-09-01", "2026-10-01")),
        (("2026-03-01", "2026-03-31"), ("2026-03-01", "2026-03-31"), ("2026-02-01", "2026-03-01")),
        (("2026-11-16", "2026-11-23"), ("2026-11-16", "2026-11-22"), ("2026-11-09", "2026-11-15")),
        (("2026-10-01", "2027-01-01"), ("2026-10-01", "2026-11-22"), ("2026-07-01", "2026-08-22")),
        (("2026-01-01", "2027-01-01"), ("2026-01-01", "2026-11-22"), ("2025-01-01", "2025-11-22")),
        (("2026-03-05", "2026-03-13"), ("2026-03-05", "2026-03-13"), ("2026-02-25", "2026-03-05")),
        (("2026-11-21", "2026-11-22"), ("2026-11-21", "2026-11-22"), ("2026-11-20", "2026-11-21")),
    ],
)
def test_days_are_set_against_their_like(days: tuple[str, str], begun: tuple[str, str], like: tuple[str, str]) -> None:
    asked, now, before = ((dt.date.fromisoformat(a), dt.date.fromisoformat(b)) for a, b in (days, begun, like))
    assert like_days(asked, today=TODAY) == (now, before)


def test_days_of_last_year_are_the_same_dates() -> None:
    now, before = like_days((dt.date(2026, 11, 1), dt.date(2026, 12, 1)), compare="last_year", today=TODAY)
    assert before == (dt.date(2025, 11, 1), dt.date(2025, 11, 22))
    assert now[1] == dt.date(2026, 11, 22)


def test_two_months_that_were_named_are_cut_to_the_days_that_have_begun() -> None:
    named = (dt.date(2026, 11, 1), dt.date(2026, 12, 1)), (dt.date(2026, 10, 1), dt.date(2026, 11, 1))
    assert clipped(*named, today=TODAY)[1] == (dt.date(2026, 10, 1), dt.date(2026, 10, 22))
    assert clipped(*named, today=dt.date(2026, 12, 1)) == named
    so_far = (dt.date(2026, 11, 1), dt.date(2026, 11, 22)), named[1]
    assert clipped(*so_far, today=TODAY)[1] == (dt.date(2026, 10, 1), dt.date(2026, 10, 22))
    february = (dt.date(2026, 2, 1), dt.date(2026, 3, 1)), (dt.date(2026, 1, 1), dt.date(2026, 2, 1))
    assert clipped(*february, today=dt.date(2026, 2, 28)) == february


def test_the_report_says_what_moved_and_every_way_adds_up(owner_client: APIClient, shop: Shop) -> None:
    sell(shop.storefront, "Rice", 10, "10.00", on=dt.date(2026, 4, 3), customer="Ama", category="Food")
    sell(shop.storefront, "Rice", 5, "12.00", on=dt.date(2026, 5, 3), customer="Esi", category="Food")
    body = owner_client.get("/reports/api/sales/change/?from=2026-05-01&to=2026-05-31").json()
    assert (body["summary"]["revenue_before"], body["summary"]["change"]) == ("100.00", "-40.00")
    assert [(each["kind"], each["change"], each["share"]) for each in body["drivers"]] == [
        ("price", "10.00", -25.0),
        ("volume", "-50.00", 125.0),
        ("mix", "0.00", 0.0),
    ]
    assert [(row["by"], row["kind"], row["change"]) for row in body["results"] if row["by"] == "customer"] == [
        ("customer", "lost", "-100.00"),
        ("customer", "new", "60.00"),
    ]
    assert (body["comparison"]["period"]["from"], body["comparison"]["period"]["to"]) == ("2026-04-01", "2026-04-30")


def test_the_waterfall_climbs_from_the_figure_before_to_the_figure_now(owner_client: APIClient, shop: Shop) -> None:
    sell(shop.storefront, "Rice", 10, "10.00", on=dt.date(2025, 5, 3))
    sell(shop.storefront, "Rice", 5, "12.00", on=dt.date(2026, 5, 3))
    query = "?from=2026-05-01&to=2026-05-31&compare=last_year"
    (picture,) = owner_client.get(f"/reports/api/sales/change/{query}").json()["visualizations"]
    *steps, last = [bar["value"] for bar in picture["data"]]
    assert picture["type"] == "waterfall"
    assert (sum(steps), last) == (60.0, 60.0)


def test_a_summary_can_stand_beside_the_same_dates_of_last_year(owner_client: APIClient, shop: Shop) -> None:
    sell(shop.storefront, "Rice", 1, "40.00", on=dt.date(2025, 5, 31))
    query = "?from=2026-05-01&to=2026-05-31&compare=last_year"
    found = owner_client.get(f"/reports/api/sales/summary/{query}").json()["comparison"]
    assert (found["period"]["from"], found["summary"]["revenue"]) == ("2025-05-01", "40.00")


def test_days_to_come_have_not_moved(owner_client: APIClient, shop: Shop) -> None:
    sell(shop.storefront, "Rice", 1, "40.00", on=clock.today())
    start = (clock.today() + dt.timedelta(days=1)).isoformat()
    body = owner_client.get(f"/reports/api/sales/change/?from={start}&to={start}").json()
    assert (body["summary"]["revenue"], body["results"], body["drivers"]) == ("0.00", [], [])
