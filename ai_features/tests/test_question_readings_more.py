"""How owners ask for what is not, what is past a limit, and what came first or last: the plan alone."""

import datetime as dt
from decimal import Decimal

import pytest

from ai_features.services.query_intelligence.answering.alike import like_for_like
from ai_features.services.query_intelligence.names import Entry, Index, split
from ai_features.services.query_intelligence.plan import Plan
from ai_features.services.query_intelligence.reading.outcome import Understood
from ai_features.services.query_intelligence.reading.reader import read

TODAY = dt.date(2026, 11, 21)
NAMES = (
    ("product", "Local rice 5 kg"),
    ("product", "Gas cooker"),
    ("product", "Sugar 1 kg"),
    ("product", "AA batteries 4-pack"),
    ("category", "Rice and staples"),
    ("category", "Phones"),
    ("customer", "Osu Spot & Grill"),
    ("staff", "Kojo Asante"),
    ("storefront", "Osu"),
    ("storefront", "Tema"),
)
INDEX = Index(
    [
        Entry(kind, name, tuple(word for word, _, _ in split(name)), (str(place),))
        for place, (kind, name) in enumerate(NAMES)
    ]
)


def understood(question: str) -> Plan:
    reading = read(question, today=TODAY, index=INDEX)
    assert isinstance(reading, Understood), reading
    return reading.plan


@pytest.mark.parametrize(
    "question",
    [
        "which days this month did we sell no rice",
        "how many days in October without a single gas cooker sale",
        "days Kojo no sell anything inside november",
        "weeks without a sugar sale this year",
    ],
)
def test_days_with_none_are_those_whose_count_of_sales_is_zero(question: str) -> None:
    plan = understood(question)
    assert [(each.metric, each.sign, each.value) for each in plan.thresholds] == [("sales_count", "=", Decimal(0))]
    assert plan.order == "time"
    assert plan.dimensions in (("day",), ("week",))


@pytest.mark.parametrize(
    ("question", "segment"),
    [
        ("who has passed his credit limit", "customer:over_limit"),
        ("which customers owe more than their credit limit", "customer:over_limit"),
        ("which products will run out soon", "product:finishing"),
        ("products finishing within 14 days", "product:finishing"),
        ("which products will finish within 7 days", "product:finishing"),
        ("which invoices are part paid", "sale:part_paid"),
        ("who pays late", "customer:slow_payer"),
    ],
)
def test_what_is_a_segment_is_chosen_by_it_alone(question: str, segment: str) -> None:
    plan = understood(question)
    assert ([each.row for each in plan.segments], plan.thresholds) == ([segment], ())


@pytest.mark.parametrize(
    ("question", "metric"),
    [
        ("first time Osu Spot & Grill bought here", "first_sale"),
        ("when was the last time Osu Spot and Grill paid", "last_payment"),
        ("last payment from osu spot n grill, how much", "received"),
        ("how long do customers take to pay", "days_to_pay"),
        ("how much credit room has each customer left", "credit_room"),
        ("sales of AA batteries 4-pack this month", "revenue"),
    ],
)
def test_first_last_and_how_long_are_figures_of_their_own(question: str, metric: str) -> None:
    assert understood(question).metric == metric


@pytest.mark.parametrize("question", ["is my business growing", "are sales going up", "is the Osu shop growing"])
def test_whether_it_grows_is_asked_of_like_days(question: str) -> None:
    plan, notes = like_for_like(understood(question), TODAY)
    assert plan.ask == "whether"
    assert "November 2026 is not over" in notes[0]
    assert plan.period
    assert plan.compare_to
    assert plan.period.end - plan.period.start == plan.compare_to.end - plan.compare_to.start


def test_goods_bought_together_are_read_as_everywhere_else() -> None:
    plan = understood("customers who bought both rice and sugar last month")
    assert [each.filters[0].dimension for each in plan.bought] == ["product", "product"]
    assert plan.period


def test_who_owes_much_and_is_overdue_is_chosen_by_both() -> None:
    plan = understood("customers who owe more than 5000 and are overdue")
    assert plan.metric == "outstanding"
    assert [each.row for each in plan.segments] == ["customer:overdue"]
    assert [each.metric for each in plan.thresholds] == ["outstanding"]


def test_what_only_one_shop_sold_is_not_what_that_shop_sold() -> None:
    plan = understood("items that only Osu sold last week")
    assert [(each.filters[0].name, each.only) for each in plan.bought] == [("Osu", True)]
    assert understood("only Osu sales by product").filters


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("sales except the gas cooker", "Gas cooker"),
        ("sales except gas cooker", "Gas cooker"),
        ("sales this month except the Phones", "Phones"),
        ("which products sold except the local rice", "Local rice 5 kg"),
        ("total sales except the Osu storefront", "Osu"),
        ("revenue without the sugar", "Sugar 1 kg"),
    ],
)
def test_what_is_excepted_is_left_out_with_or_without_the(question: str, name: str) -> None:
    assert [(each.name, each.exclude) for each in understood(question).filters] == [(name, True)]
