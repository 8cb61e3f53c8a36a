"""Kinds of questions in other words: pidgin, short forms, sizes, what only one shop does."""

import pytest

from ai_features.services.query_intelligence.reading.follow_up import Turn
from ai_features.services.query_intelligence.reading.outcome import Understood, Unsure
from ai_features.services.query_intelligence.reading.reader import read
from ai_features.tests.reading.shop import INDEX, TODAY
from ai_features.tests.reading.test_plans import in_short, understood


@pytest.mark.parametrize(
    ("question", "plan"),
    [
        ("debtors, worst first", "outstanding; by customer; high 10"),
        ("worst selling product last month", "units; by product; low 10; October 2026"),
        ("top 5 phones by qty this year", "units; by product; category=Phones; high 5; 2026"),
        ("the ten things that sold the least last month", "units; by product; low 10; October 2026"),
        ("momo last month against momo this month", "received; method=mobile money; October 2026; vs November 2026"),
        (
            "Osu yesterday versus Tema yesterday",
            "revenue; by storefront; storefront=Osu and Tema; Friday 20 November 2026",
        ),
        ("days we no reach 10000 this month", "revenue; by day; revenue<10000; November 2026"),
        ("wholesale customers that owe us", "outstanding; by customer; customer:wholesale"),
        (
            "how much does a wholesale buyer spend per invoice on average this year",
            "average_sale; price_tier=wholesale; 2026",
        ),
        ("profit per bottle of oil", "unit_margin; product=Frytol Oil 1 L"),
        (
            "the difference between the retail and the wholesale price of Milo",
            "retail_price, wholesale_price; product=Milo 400 g",
        ),
        ("25kg rice, how much retail", "retail_price; product=Perfumed rice 25 kg"),
        ("stock of 5 kilo rice", "stock; product=Local rice 5 kg"),
        (
            "Osu sales this week without Milo and phones",
            "revenue; storefront=Osu; not product=Milo 400 g; not category=Phones; 16 to 22 November 2026",
        ),
        ("how many bags of rice did we receive this month", "delivered; product=rice; November 2026"),
        ("Kojo Asante credit limit and what is left on it", "credit_limit, credit_room; customer=Kojo Asante"),
        ("everything in the shop at selling price, how much is it", "stock_retail_value"),
        (
            "what did we send from Tema to Osu in October",
            "transferred_out; by product; storefront=Tema; destination=Osu; October 2026",
        ),
        (
            "how many units did Osu receive from Tema this month",
            "transferred_out; storefront=Tema; destination=Osu; November 2026",
        ),
        (
            "what have we moved from Osu to Tema this month",
            "transferred_out; by product; storefront=Osu; destination=Tema; November 2026",
        ),
        (
            "has each girl sold at least 30 phones this month",
            "units; by staff; category=Phones; units>=30; November 2026",
        ),
        ("on which days did no Milo sell", "sales_count; by day; product=Milo 400 g; sales_count=0"),
        ("who pays slowest", "days_to_pay; by customer; high 10"),
        ("the highest and lowest price we charged for Milo", "highest_price, lowest_price; product=Milo 400 g"),
        (
            "how many Milo have we sold this week and how much is that",
            "units, revenue; product=Milo 400 g; 16 to 22 November 2026",
        ),
        ("do we have rice in Osu", "stock; product=rice; storefront=Osu"),
        ("Kojo Asante last purchase, how much was it", "sales_with_tax; by sale; customer=Kojo Asante; time 1"),
        ("top and bottom cashier last week", "revenue; by staff; high 1; 9 to 15 November 2026"),
        ("when was the last transfer between the shops", "last_transfer"),
        ("aged debtors", "outstanding; by lateness"),
        ("how old are the debts, 30 60 90", "outstanding; by lateness"),
        ("Milo left where", "stock; by storefront; product=Milo 400 g"),
        ("on average how much do we sell on a Sunday this year", "revenue; weekday=Sunday; 2026"),
        ("do we have enough Milo for two weeks", "cover_days; product=Milo 400 g"),
        ("money that entered this week from drinks alone", "revenue; category=Drinks; 16 to 22 November 2026"),
        ("the runner-up among phones last month", "units; by product; category=Phones; October 2026"),
        ("how many days since Kojo Asante bought anything", "last_sale; customer=Kojo Asante"),
        ("what were my expenses last month", "expenses; October 2026"),
        ("what are our running costs this month", "expenses; November 2026"),
        ("expenses by category this month", "expenses; by expense_category; November 2026"),
        ("expenses in Tema by month this year", "expenses; by month; storefront=Tema; 2026"),
        ("electricity expenses last month", "expenses; expense_category=electricity and water; October 2026"),
        ("rent expenses this year", "expenses; expense_category=rent; 2026"),
        ("which kind of expense is the biggest this year", "expenses; by expense_category; high 10; 2026"),
        ("how much is left after expenses this month", "profit_after_expenses; November 2026"),
        ("profit after expenses by storefront", "profit_after_expenses; by storefront"),
        ("how much cash should be in the tills now", "cash_in_tills"),
        ("money in the till at Osu by cashier", "cash_in_tills; by staff; storefront=Osu"),
        ("how much cash was missing at closing last month", "cash_missing; October 2026"),
        ("which cashier had the most cash missing this month", "cash_missing; by staff; high 10; November 2026"),
        ("who was short of cash this week", "cash_missing; by staff; 16 to 22 November 2026"),
    ],
)
def test_other_words_ask_the_same(question: str, plan: str) -> None:
    assert in_short(understood(question)) == plan


@pytest.mark.parametrize(
    ("question", "entity", "where"),
    [
        ("goods only Tema sold yesterday, Osu no sell any", "product", [("Tema", True, False)]),
        ("people who only buy at Tema", "customer", [("Tema", True, False)]),
        (
            "how many receipts had both Milo and rice this month",
            "sale",
            [("Milo 400 g", False, False), ("rice", False, False)],
        ),
        ("customers who bought at both Tema and Osu", "customer", [("Tema", False, False), ("Osu", False, False)]),
    ],
)
def test_things_people_and_sales_are_told_by_what_they_hold(
    question: str, entity: str, where: list[tuple[str, bool, bool]]
) -> None:
    plan = understood(question)
    assert plan.of_bought == entity
    assert [(each.filters[0].name, each.only, each.never) for each in plan.bought] == where


@pytest.mark.parametrize(
    "question",
    [
        "customers whose balance has reached 90 percent of their limit",
        "how many bags of big rice did we receive",
        "sales under drinks last month",
        "who has used more than 90 percent of the credit limit",
        "on how many Saturdays did we sell phones this year",
    ],
)
def test_what_no_plan_says_is_not_answered_as_something_near(question: str) -> None:
    assert isinstance(read(question, today=TODAY, index=INDEX), Unsure)


@pytest.mark.parametrize(
    ("before", "then", "plan"),
    [
        (
            "customers who bought more than 10000 last month",
            "make it 20000",
            "revenue; by customer; revenue>20000; October 2026",
        ),
        (
            "who owes us more than 15000",
            "and less than 20000",
            "outstanding; by customer; outstanding>15000; outstanding<20000",
        ),
        ("how many phones were sold yesterday", "total money", "revenue; category=Phones; Friday 20 November 2026"),
        ("damaged goods this year", "which one cost us most", "damaged_value; by product; high 10; 2026"),
    ],
)
def test_a_later_turn_says_only_what_changes(before: str, then: str, plan: str) -> None:
    reading = read(then, today=TODAY, index=INDEX, previous=Turn(understood(before)))
    assert isinstance(reading, Understood), reading
    assert in_short(reading.plan) == plan


@pytest.mark.parametrize(
    "question",
    ["how much cash was received last month", "cash received last month", "how much did we receive in cash last month"],
)
def test_cash_that_came_in_is_cash_alone(question: str) -> None:
    assert in_short(understood(question)) == "received; method=cash; October 2026"


def test_typical_sales_a_week_are_what_a_week_brings() -> None:
    plan = understood("typical sales per week last month")
    assert (plan.metric, plan.per) == ("revenue", "week")


def test_days_that_no_calendar_reaches_break_nothing() -> None:
    assert not isinstance(read("invoices due in the next 99999999999 days", today=TODAY, index=INDEX), Understood)
