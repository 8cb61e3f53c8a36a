"""Why a figure moved, as an answer: what moved, in parts that add up, and never a cause."""

import datetime as dt
import re
from typing import Any

import pytest
from pydantic import ValidationError

from ai_features.services.query_intelligence import answering
from ai_features.services.query_intelligence.plan import Days, Plan
from ai_features.services.slots import Slots
from ai_features.services.slots.filling import put_in
from conftest import Shop
from reports.tests.trade import sell

TODAY = dt.date(2026, 6, 21)
APRIL = Days(start=dt.date(2026, 4, 1), end=dt.date(2026, 5, 1), label="April 2026")
MAY = Days(start=dt.date(2026, 5, 1), end=dt.date(2026, 6, 1), label="May 2026")
JUNE = Days(start=dt.date(2026, 6, 1), end=dt.date(2026, 7, 1), label="June 2026")


def why(metric: str = "revenue", period: Days = MAY, compare_to: Days = APRIL, **fields: Any) -> Plan:
    return Plan(metrics=(metric,), period=period, compare_to=compare_to, compare="period", why=True, **fields)


def asked(shop: Shop, plan: Plan) -> tuple[str, str, answering.Result]:
    result = answering.run(shop.business.pk, plan, today=TODAY)
    slots = Slots()
    verdict, rest = answering.tell(result, slots)
    filled = {slot.id: slot for slot in slots}
    return put_in(verdict, filled), put_in(rest, filled), result


@pytest.fixture
def trade(shop: Shop) -> Shop:
    sell(shop.storefront, "Rice", 10, "10.00", on=APRIL.start, cost="6.00", customer="Ama")
    sell(shop.storefront, "Oil", 10, "30.00", on=APRIL.start, cost="20.00", customer="Kofi")
    sell(shop.storefront, "Rice", 10, "12.00", on=MAY.start, cost="6.00", customer="Ama")
    sell(shop.storefront, "Oil", 5, "30.00", on=MAY.start, cost="22.00", customer="Esi")
    return shop


def test_the_verdict_says_by_how_much_and_mostly_in_what(trade: Shop) -> None:
    verdict, rest, _ = asked(trade, why())
    assert verdict == (
        "Sales in May 2026 fell by GHS 130.00 (32.5%), mostly in volume: GHS 270.00 against GHS 400.00 in April 2026."
    )
    assert "Of that: price GHS 20.00 more; volume GHS 100.00 less; the mix of goods GHS 50.00 less." in rest
    assert "By product: Oil GHS 150.00 less; Rice GHS 20.00 more." in rest
    assert "customers who did not come GHS 300.00 less; new customers GHS 150.00 more" in rest


@pytest.mark.parametrize("metric", ["revenue", "profit", "units", "sales_count", "buyers"])
def test_an_answer_never_claims_a_cause(trade: Shop, metric: str) -> None:
    verdict, rest, _ = asked(trade, why(metric))
    assert not re.search(r"\b(?:because|caused?|due to|reason|led to|thanks to|result of)\b", verdict + rest)


def test_profit_has_its_cost_apart(trade: Shop) -> None:
    _, rest, _ = asked(trade, why("profit"))
    assert "the cost of the goods GHS 10.00 less" in rest


def test_the_drivers_of_the_response_sum_to_the_change(trade: Shop) -> None:
    _, _, result = asked(trade, why())
    body = answering.drivers(result)
    assert (body["change"], [each["change"] for each in body["drivers"]]) == ("-130.00", ["20.00", "-100.00", "-50.00"])
    waterfall, table = answering.visualizations(result)
    assert waterfall["type"] == "waterfall"
    assert sum(row["share"] for row in table["data"] if row["by"] == "product") == pytest.approx(100, abs=0.2)


def test_a_month_that_has_begun_is_set_against_as_many_days(trade: Shop) -> None:
    sell(trade.storefront, "Rice", 1, "40.00", on=dt.date(2026, 5, 31))
    sell(trade.storefront, "Rice", 1, "40.00", on=JUNE.start)
    verdict, _, result = asked(trade, why(period=JUNE, compare_to=MAY))
    assert verdict.startswith("Sales from 1 to 21 June 2026 fell by GHS 230.00")
    assert "from 1 to 21 May 2026" in verdict
    assert answering.notes(result) == [
        "June 2026 is not over: 21 days so far are set against 21 days, 1 to 21 May 2026."
    ]


def test_nothing_before_is_nothing_to_set_it_against(shop: Shop) -> None:
    sell(shop.storefront, "Rice", 1, "10.00", on=MAY.start)
    verdict, rest, _ = asked(shop, why())
    assert verdict == "Sales in May 2026: GHS 10.00. There is nothing in April 2026 to set it against."
    assert rest == ""


def test_a_figure_that_did_not_move_says_so(shop: Shop) -> None:
    for days in (APRIL, MAY):
        sell(shop.storefront, "Rice", 1, "10.00", on=days.start)
    verdict, rest, _ = asked(shop, why())
    assert verdict == "Sales in May 2026 did not change: GHS 10.00, as in April 2026."
    assert rest == ""


@pytest.mark.parametrize(
    ("metric", "fields", "problem"),
    [
        ("margin", {}, "cannot be taken apart"),
        ("revenue", {"compare_to": None}, "two stretches"),
        ("revenue", {"dimensions": ("product",)}, "one figure"),
    ],
)
def test_what_cannot_be_taken_apart_is_no_plan(metric: str, fields: dict[str, Any], problem: str) -> None:
    with pytest.raises(ValidationError, match=problem):
        why(metric, **fields)
