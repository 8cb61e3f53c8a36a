"""The pictures beside an answer, as JSON."""

from rest_framework.test import APIClient

from ai_features.tests.builders import agree
from common import clock
from conftest import Shop
from reports.tests.trade import sell

QUERY = "/ai/api/query/"


def test_at_most_twelve_bars_are_drawn_and_the_rest_summed(shop: Shop, owner_client: APIClient) -> None:
    agree(shop.caller)
    for number in range(15):
        sell(shop.storefront, f"Cloth {number}", 1, f"{100 + number}.00", cost="60.00", on=clock.today())
    bar, table = owner_client.post(QUERY, {"query": "sales by product this month"}).json()["visualizations"]
    assert (bar["type"], bar["unit"], len(bar["data"])) == ("bar", "money", 12)
    assert sum(point["value"] for point in bar["data"]) == 1605.0
    assert bar["data"][-1]["label"] == "others"
    assert [(each["key"], each["kind"], each["unit"]) for each in table["columns"]] == [
        ("product", "text", None),
        ("revenue", "money", "GHS"),
    ]
    assert set(table["data"][0]) == {"product", "revenue"}


def test_a_line_has_the_day_beside_its_label(shop: Shop, owner_client: APIClient) -> None:
    agree(shop.caller)
    sell(shop.storefront, "Rice 5 kg", 1, "50.00", cost="40.00", on=clock.today())
    line = owner_client.post(QUERY, {"query": "sales by day this month"}).json()["visualizations"][0]
    assert line["type"] == "line"
    assert line["data"][-1]["date"] == clock.today().isoformat()
