"""Whole forms that owners use: a second figure, conditions set against one another, purchases told by their days."""

from decimal import Decimal

import pytest

from ai_features.services.query_intelligence.plan import Plan
from ai_features.services.query_intelligence.reading.outcome import Understood
from ai_features.services.query_intelligence.reading.reader import read
from ai_features.tests.test_question_readings_more import INDEX, TODAY, understood


@pytest.mark.parametrize(
    ("question", "metrics"),
    [
        ("who has an overdue balance and by how much", ("overdue",)),
        ("top five selling items last week and how much did each bring in", ("units", "revenue")),
        ("which goods did not sell this month, and their value", ("product_count", "stock_value")),
        ("which customers owe us and for how long", ("outstanding", "oldest_invoice")),
    ],
)
def test_a_second_figure_stands_beside_the_first(question: str, metrics: tuple[str, ...]) -> None:
    assert understood(question).metrics == metrics


def test_a_second_figure_that_nothing_tells_makes_the_question_unsure() -> None:
    reading = read("when did we last receive sugar and how many", today=TODAY, index=INDEX)
    assert not isinstance(reading, Understood)


@pytest.mark.parametrize(
    ("question", "bought"),
    [
        ("customers who bought in both September and October", [("2026-09-01", False), ("2026-10-01", False)]),
        ("who bought in September but not in October", [("2026-09-01", False), ("2026-10-01", True)]),
        (
            "which customers who bought in September have not bought in October",
            [("2026-09-01", False), ("2026-10-01", True)],
        ),
        ("who bought every month this quarter", [("2026-10-01", False), ("2026-11-01", False)]),
    ],
)
def test_purchases_are_told_by_their_days(question: str, bought: list[tuple[str, bool]]) -> None:
    found = [(each.period.start.isoformat(), each.never) for each in understood(question).bought if each.period]
    assert found == bought


def segments(plan: Plan) -> list[tuple[str, bool]]:
    return [(each.key, each.exclude) for each in plan.segments]


def test_what_is_not_so_is_left_out() -> None:
    assert segments(understood("wholesale customers who owe us nothing")) == [("wholesale", False), ("owes", True)]
    assert segments(understood("customers not on hold")) == [("on_hold", True)]


@pytest.mark.parametrize(
    "question", ["which goods are finished in Osu but Tema still has some", "items Tema has but Osu no get"]
)
def test_goods_here_and_not_there_are_segments_of_each_shop(question: str) -> None:
    found = {each.key: each.filters[0].name for each in understood(question).segments}
    assert found == {"out_of_stock": "Osu", "in_stock": "Tema"}


def test_goods_sold_in_one_shop_and_not_in_the_other() -> None:
    plan = understood("products sold at Tema but not at Osu")
    assert [(each.filters[0].name, each.never) for each in plan.bought] == [("Tema", False), ("Osu", True)]
    assert plan.of_bought == "product"


def test_conditions_joined_by_but_both_hold() -> None:
    plan = understood("items above 1000 cedis that are in stock but had no sale this week")
    assert segments(plan) == [("in_stock", False), ("unsold", False)]


@pytest.mark.parametrize(
    ("question", "metric"),
    [
        ("how many sales above 2,000 did Osu record in October", "revenue"),
        ("how many sales did we give more than 20 cedis discount this month", "discount"),
    ],
)
def test_sales_past_a_number_are_counted(question: str, metric: str) -> None:
    plan = understood(question)
    assert (plan.metric, plan.dimensions, plan.ask) == (metric, ("sale",), "count")
    assert plan.thresholds[0].metric == metric


def test_yes_or_no_against_a_number_is_of_one_figure() -> None:
    plan = understood("did we sell more than 5000 yesterday")
    assert (plan.ask, plan.dimensions, plan.thresholds[0].value) == ("whether", (), Decimal(5000))


@pytest.mark.parametrize(
    ("question", "metric", "dimensions", "per"),
    [
        ("average daily sales by branch this month", "revenue", ("storefront",), "day"),
        ("rank the branches by gross profit this year", "profit", ("storefront",), ""),
        ("when did we sell our first sugar", "first_sale", (), ""),
        ("on what date did Osu last take delivery of sugar", "last_delivery", (), ""),
        ("who was the last person to buy sugar", "last_sale", ("customer",), ""),
        ("by how much is Osu Spot & Grill above its limit", "over_by", (), ""),
        ("profit this month from every branch other than Osu", "profit", ("storefront",), ""),
    ],
)
def test_figures_groups_and_averages(question: str, metric: str, dimensions: tuple[str, ...], per: str) -> None:
    plan = understood(question)
    assert (plan.metric, plan.dimensions, plan.per) == (metric, dimensions, per)


def test_what_is_pointed_at_and_not_named_is_not_left_out() -> None:
    reading = read("which customers buy this supplier's goods and how much each", today=TODAY, index=INDEX)
    assert not isinstance(reading, Understood)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("weekday sales against weekend sales this month", ["Monday to Friday", "Saturday and Sunday"]),
        ("mornings against afternoons this month", ["05:00 to 12:00", "12:00 to 17:00"]),
        ("do we sell more in the morning or in the evening", ["05:00 to 12:00", "17:00 to 22:00"]),
        ("average sale of new customers versus returning customers", ["New customers", "Returning customers"]),
        ("walk in sales against registered customers last month", ["Walk-in sales", "Sales to known customers"]),
    ],
)
def test_what_no_one_dimension_tells_apart_is_set_side_by_side(question: str, names: list[str]) -> None:
    plan = understood(question)
    assert [each.name for each in plan.sides] == names
    assert (plan.filters, plan.segments, plan.dimensions, plan.compare_to) == ((), (), (), None)


def test_who_is_new_is_not_counted_again_among_those_who_return() -> None:
    new, returning = understood("new customers versus returning customers this month").sides
    assert [(each.key, each.exclude) for each in new.segments] == [("new", False)]
    assert [(each.key, each.exclude) for each in returning.segments] == [("returning", False), ("new", True)]


def test_days_with_a_sale_are_counted() -> None:
    plan = understood("on how many days did Kojo sell something in October")
    assert (plan.metric, [each.name for each in plan.filters]) == ("trading_days", ["Kojo Asante"])


def test_how_long_debts_are_owed_is_told_in_days() -> None:
    assert understood("who is owing us for more than three months now").overdue_days == 90


@pytest.mark.parametrize(
    "question",
    ["what did Osu Spot & Grill buy the last time", "what did Osu Spot & Grill last buy"],
)
def test_what_somebody_last_bought_are_the_goods_of_the_latest_sale(question: str) -> None:
    plan = understood(question)
    assert (plan.metrics, plan.dimensions) == (("units", "revenue"), ("product",))
    assert segments(plan) == [("latest", False)]


def test_the_date_of_a_purchase_is_a_date() -> None:
    assert understood("what is the last purchase date of Osu Spot & Grill").metric == "last_sale"


@pytest.mark.parametrize(
    ("question", "metric", "dimensions"),
    [
        ("how much did we spend on fuel this month", "expenses", ()),
        ("wages we pay for October", "expenses", ()),
        ("which suppliers do I owe", "owed_to_suppliers", ("supplier",)),
        ("supplier bills overdue today, sum", "overdue_to_suppliers", ("supplier",)),
        ("customers who bought from us in October, they are how many", "buyers", ()),
        ("how many wholesale customers do I have on my books", "customer_count", ()),
        ("how many new customers did each branch get in October", "first_time_buyers", ("storefront",)),
        ("what is the total value of sugar in stock at Osu", "stock_value", ()),
        ("what is the cheapest rice in stock", "retail_price", ("product",)),
        ("list customers with more than 3 overdue invoices", "overdue", ("customer",)),
        ("how much credit does Osu Spot & Grill have left", "credit_room", ()),
        ("spoilt and expired goods we threw away this year, how much money", "written_off_value", ()),
        ("how many pieces do people take per visit, on average, in October", "basket_size", ()),
        ("days we took over 40,000 this year", "revenue", ("day",)),
        ("markup on sugar, not margin", "markup", ()),
        ("total sales excluding VAT last month", "revenue", ()),
    ],
)
def test_everyday_ways_of_asking(question: str, metric: str, dimensions: tuple[str, ...]) -> None:
    plan = understood(question)
    assert (plan.metric, plan.dimensions) == (metric, dimensions)


@pytest.mark.parametrize(
    "question",
    [
        "how much do I owe my landlord",
        "how many people walked into the shop and bought nothing",
        "which debtors have not paid anything since the 10th of November",
        "has Osu Spot & Grill paid for their October goods",
        "which day of the month do we sell most",
    ],
)
def test_what_is_not_recorded_so_is_not_answered(question: str) -> None:
    assert not isinstance(read(question, today=TODAY, index=INDEX), Understood)


@pytest.mark.parametrize(("typed", "said"), [("tot sls phnes oct", "Phones"), ("sugr left at osu", "Osu")])
def test_names_are_put_right_in_the_plural_too(typed: str, said: str) -> None:
    assert said in [each.name for each in understood(typed).filters]


def test_days_within_which_debts_fall_due_are_not_read_as_days_past_due() -> None:
    reading = read("invoices due in two weeks time", today=TODAY, index=INDEX)
    assert not isinstance(reading, Understood)
