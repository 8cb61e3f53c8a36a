"""Kinds of questions and the plan each is read as, in words: prices, stock, deliveries, losses, both ends."""

import datetime as dt

import pytest

from ai_features.services.query_intelligence.answering import plan_in_words
from ai_features.services.query_intelligence.names import Entry, Index, split
from ai_features.services.query_intelligence.reading.outcome import Reading, Understood
from ai_features.services.query_intelligence.reading.reader import read

TODAY = dt.date(2026, 11, 21)
NAMES = (
    ("product", "Malt drink 330 ml"),
    ("product", "Cola 1.5 L"),
    ("product", "Sardines 125 g"),
    ("product", "Samsung 32 TV"),
    ("product", "Hisense 43 TV"),
    ("category", "Drinks"),
    ("category", "Televisions"),
    ("customer", "Kojo Asante"),
    ("supplier", "Harbour Foods"),
    ("storefront", "Osu"),
    ("storefront", "Tema"),
)
INDEX = Index(
    [
        Entry(kind, name, tuple(word for word, _, _ in split(name)), (str(place),))
        for place, (kind, name) in enumerate(NAMES)
    ]
)


def reading(question: str) -> Reading:
    return read(question, today=TODAY, index=INDEX)


@pytest.mark.parametrize(
    ("question", "plan"),
    [
        ("which tv gives me the most profit for each one", "Profit on one piece of products matching 'TV'"),
        ("gain on 1 malt", "Profit on one piece of Malt drink 330 ml"),
        ("how much is a malt", "Retail price of Malt drink 330 ml"),
        ("how much is sardines wholesale", "Wholesale price of Sardines 125 g"),
        ("what do we buy sardines at", "Cost price of Sardines 125 g"),
        ("which items at the tema shop have we run out of", "Products out of stock at Tema"),
        ("how much money is lying in televisions right now", "Stock value of Televisions"),
        ("avg sale per day in october", "Sales, on average per day"),
        ("average sale by storefront last month", "Average sale by storefront"),
        ("which retail customer comes here the most this year", "Number of sales of retail by customer"),
        ("customers we have not seen for three weeks", "Lapsed customers, lapsed customers (21 days)"),
        ("which things got damaged in osu this year", "Units damaged at Osu by product"),
        ("loss from spoiled and expired goods this year", "Value of stock lost, 2026"),
        ("damaged goods at cost this year", "Value of damage, 2026"),
        ("what came in from harbour foods this week", "Units delivered from supplier Harbour Foods by product"),
        ("biggest invoice last month, who and how much", "Sales one by one"),
        ("biggest discount we gave in october", "Discounts given one by one"),
        ("who dey reduce price pass", "Discounts given by member of staff"),
        ("malt or cola, who sell pass for october", "Sales of products matching"),
        ("compare osu and tema for last month", "Sales at Osu and Tema by storefront, October 2026"),
        ("best and worst category last month", "Sales by category, the highest and the lowest 1"),
        ("best and worst categories last month", "Sales by category, the highest and the lowest 3"),
        ("sardines qty osu", "Stock on hand of Sardines 125 g at Osu"),
        ("quantity of sardines sold last month", "Units sold of Sardines 125 g"),
        ("percentage of discount on sales this month", "Discount rate"),
        ("what percent of sales was profit last month", "Profit margin"),
        ("markup on sardines, as a percent of cost", "Markup of Sardines 125 g"),
        ("cost and selling price of malt", "Cost price and Retail price of Malt drink 330 ml"),
        ("average purchase per customer this year", "Sales value per customer"),
        ("average number of items on a receipt in each shop", "Units per sale by storefront"),
        ("who supplied us most this year", "Value delivered by supplier"),
        ("goods moved from tema this month", "Units transferred out at Tema"),
        ("products where my margin is below sixteen percent", "Profit margin by product, profit margin below 16%"),
    ],
)
def test_a_question_of_its_kind_is_read_as_its_plan(question: str, plan: str) -> None:
    found = reading(question)
    assert isinstance(found, Understood), found
    assert plan_in_words(found.plan).startswith(plan)


@pytest.mark.parametrize(
    "question",
    [
        "customers who came every week and now come once a month",
    ],
)
def test_what_no_plan_says_is_not_answered_with_something_near(question: str) -> None:
    assert not isinstance(reading(question), Understood)
