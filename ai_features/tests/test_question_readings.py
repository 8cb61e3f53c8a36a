"""How questions are read in a shop whose goods have awkward names: the plan alone, no database."""

import datetime as dt
from decimal import Decimal

import pytest

from ai_features.services.query_intelligence.names import Entry, Index, split
from ai_features.services.query_intelligence.plan import Plan, Threshold
from ai_features.services.query_intelligence.reading.outcome import Refused, Understood, Unsure
from ai_features.services.query_intelligence.reading.reader import read

TODAY = dt.date(2026, 11, 21)
NAMES = (
    ("product", "Tea bags 50"),
    ("product", "Local rice 5 kg"),
    ("product", "Crate"),
    ("product", "School bag"),
    ("product", "Malt drink 330 ml"),
    ("product", "Sachet water 500 ml"),
    ("brand", "Samsung"),
    ("brand", "LG"),
    ("customer", "Kojo Asante"),
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
    ("question", "names"),
    [
        ("how many bags of rice do we have left", {"Local rice 5 kg"}),
        ("bags of rice sold last month", {"Local rice 5 kg"}),
        ("how many crates of malt did we sell last month", {"Malt drink 330 ml"}),
        ("how many olonka of rice remain", {"Local rice 5 kg"}),
        ("how many tea bags do we have left", {"Tea bags 50"}),
        ("how many school bags do we have left", {"School bag"}),
        ("how many sachets of water do we have left", {"Sachet water 500 ml"}),
        ("how many crates do we have left", {"Crate"}),
    ],
)
def test_measures_are_no_names_unless_goods_are_called_so(question: str, names: set[str]) -> None:
    values = {value for each in understood(question).filters for value in each.values}
    assert {NAMES[int(value)][1] for value in values} == names


@pytest.mark.parametrize(
    ("question", "metric", "cut"),
    [
        ("how much discount did we give last month and who gave it", "discount", "staff"),
        ("who has given the most discount this year", "discount", "staff"),
        ("who got the most discount this year", "discount", "customer"),
        ("who was given discount last month", "discount", "customer"),
        ("who did we give the most discount to this year", "discount", "customer"),
        ("who collected the most cash last month", "received", "staff"),
        ("who paid the most last month", "received", "customer"),
        ("who gave goods on credit last month", "credit_given", "staff"),
        ("who took goods on credit last month", "credit_given", "customer"),
        ("who sold the most on credit last month", "credit_given", "staff"),
        ("who sold the most last month", "revenue", "staff"),
        ("who did we sell the most to last month", "revenue", "customer"),
        ("who gave us the most sales this year", "revenue", "customer"),
        ("which customer returned the most goods this year", "returns", "customer"),
        ("list yesterday's sales", "revenue", "sale"),
        ("list all sales of yesterday", "revenue", "sale"),
    ],
)
def test_who_is_the_one_behind_the_counter_or_before_it(question: str, metric: str, cut: str) -> None:
    plan = understood(question)
    assert (plan.metric, plan.dimensions) == (metric, (cut,))


def test_how_many_people_bought_on_credit_is_their_number() -> None:
    plan = understood("how many people bought on credit last month")
    assert (plan.metric, plan.dimensions) == ("buyers", ())
    assert [each.row for each in plan.segments] == ["sale:on_credit"]


def test_what_lost_money_is_below_nothing_and_a_loss_of_the_shop_is_its_profit() -> None:
    lost = understood("which products lost money this year")
    [limit] = lost.thresholds
    assert (lost.metric, lost.dimensions) == ("profit", ("product",))
    assert (limit.sign, limit.value) == ("<", Decimal(0))
    for question in ("are we losing money this month", "did we make a loss last month"):
        whole = understood(question)
        assert (whole.metric, whole.dimensions, whole.thresholds) == ("profit", (), ())


def test_either_of_two_is_not_asked_of_customers() -> None:
    assert understood("Samsung or LG, which one brings more profit this year").dimensions == ("brand",)


@pytest.mark.parametrize(
    ("question", "then"),
    [
        ("how many new customers this quarter compared to last", dt.date(2026, 7, 1)),
        ("new customers this month vs last month", dt.date(2026, 10, 1)),
        ("how much is the difference between this month and last month sales", dt.date(2026, 10, 1)),
        ("is business better than last year", dt.date(2025, 1, 1)),
        ("did we sell more than last month", dt.date(2026, 10, 1)),
        ("profit this quarter vs the previous one", dt.date(2026, 7, 1)),
    ],
)
def test_compared_to_last_is_the_one_before(question: str, then: dt.date) -> None:
    plan = understood(question)
    assert plan.compare_to
    assert plan.compare_to.start == then


@pytest.mark.parametrize(
    "question",
    [
        "how much did I pay my workers last month",
        "how much did we spend last month",
        "which branch is not selling",
        "which supplier is the cheapest",
        "which customers buy every month",
        "is profit better than in September",
        "out of stock this month compared with last month",
    ],
)
def test_what_is_not_known_is_not_answered_with_something_else(question: str) -> None:
    assert isinstance(read(question, today=TODAY, index=INDEX), (Refused, Unsure))


def test_two_weekdays_are_both_counted_and_told_apart() -> None:
    plan = understood("do we sell more on Fridays or Saturdays")
    assert [(each.dimension, each.values) for each in plan.filters] == [("weekday", (5, 6))]
    assert plan.dimensions == ("weekday",)


def test_what_somebody_should_pay_is_what_is_owed() -> None:
    assert understood("how much should Kojo Asante pay me").metric == "outstanding"


def test_goods_below_a_number_are_those_in_stock() -> None:
    plan = understood("which items are below 10 pieces")
    [limit] = plan.thresholds
    assert (plan.metric, limit.metric) == ("stock", "stock")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("why are sales down", {"why": True, "metrics": ("revenue",)}),
        ("why are sales down this month", {"why": True, "compare": "previous"}),
        ("gross sales for last quarter", {"metrics": ("gross_sales",)}),
    ],
)
def test_what_was_refused_once_is_asked_as_it_is_meant(question: str, expected: dict[str, object]) -> None:
    plan = understood(question)
    assert {name: getattr(plan, name) for name in expected} == expected


def test_more_than_so_many_customers_is_a_threshold_of_its_own() -> None:
    (least,) = understood("products bought by more than 5 customers").thresholds
    assert least == Threshold(metric="buyers", sign=">", value=Decimal(5))


def test_both_of_two_things_are_two_conditions() -> None:
    first, second = understood("customers who bought both local rice and malt").bought
    assert first.filters != second.filters
    assert not first.never
    assert not second.never
