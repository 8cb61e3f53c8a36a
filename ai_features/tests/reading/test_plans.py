"""Questions read to plans: the plan alone, no database."""

import pytest

from ai_features.services.query_intelligence.plan import Plan
from ai_features.services.query_intelligence.reading.outcome import AskBack, Refused, Understood, Unsure
from ai_features.services.query_intelligence.reading.reader import read
from ai_features.tests.reading.shop import INDEX, TODAY


def understood(question: str) -> Plan:
    reading = read(question, today=TODAY, index=INDEX)
    assert isinstance(reading, Understood), reading
    return reading.plan


def in_short(plan: Plan) -> str:
    """A plan on one line: metrics, cuts, filters, what chooses and how it is ranked."""
    filters = [f"{'not ' * each.exclude}{each.dimension}={each.name}" for each in plan.filters]
    chosen = [each.row for each in plan.segments] + [f"{t.metric}{t.sign}{t.value}" for t in plan.thresholds]
    ranked = [f"{plan.order} {plan.limit}"] if plan.limit else []
    days = [plan.period.label] if plan.period else []
    other = [f"vs {plan.compare_to.label}"] if plan.compare_to else []
    cuts = [f"by {' and '.join(plan.dimensions)}"] if plan.dimensions else []
    return "; ".join([", ".join(plan.metrics), *cuts, *filters, *chosen, *ranked, *days, *other])


@pytest.mark.parametrize(
    ("question", "plan"),
    [
        ("abeg how much we sell yesterday", "revenue; Friday 20 November 2026"),
        ("sales of rice in Tema last month", "revenue; product=rice; storefront=Tema; October 2026"),
        ("top 5 products by profit this year", "profit; by product; high 5; 2026"),
        ("who owes me the most", "outstanding; by customer; high 10"),
        ("how many Samsung TVs do we have left", "stock; product=Samsung TV"),
        ("cash sales yesterday", "received; method=cash; Friday 20 November 2026"),
        ("which branch has the most customers this month", "buyers; by storefront; high 10; November 2026"),
        ("how much is Kojo Asante owing", "outstanding; customer=Kojo Asante"),
        ("sales except Tema this year", "revenue; not storefront=Tema; 2026"),
        ("customers with more than 5 purchases", "sales_count; by customer; sales_count>5"),
        ("hw mch did we mke frm drinks tdy", "revenue; category=Drinks; Saturday 21 November 2026"),
        ("how was friday", "revenue; Friday 20 November 2026"),
        ("sales in the week just gone", "revenue; 9 to 15 November 2026"),
        ("how much 3rd oct", "revenue; Saturday 3 October 2026"),
        ("how much did we sell this week so far", "revenue; 16 to 21 November 2026"),
        ("sales on val's day", "revenue; Saturday 14 February 2026"),
        ("products whose sales exceeded 500 last month", "revenue; by product; revenue>500; October 2026"),
        ("top two and bottom two phones by units this year", "units; by product; category=Phones; high 2; 2026"),
        ("which product was discounted the most this month", "discount; by product; high 10; November 2026"),
        ("how many suppliers do we buy from", "supplier_count"),
        ("how has the week gone", "revenue; 16 to 22 November 2026"),
        ("which of the drinks do people like most", "units; by product; category=Drinks; high 10"),
        ("at money collections in october", "received; network=AT Money; October 2026"),
        ("who did we sell the most to last month", "revenue; by customer; high 10; October 2026"),
        ("how much do we owe our suppliers", "owed_to_suppliers"),
        ("which products expire soon", "expiring_units; by product; 21 November to 20 December 2026"),
        ("this week vs last week", "revenue; 16 to 22 November 2026; vs 9 to 15 November 2026"),
    ],
)
def test_questions_are_read_to_plans(question: str, plan: str) -> None:
    assert in_short(understood(question)) == plan


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("what will my sales be next month", "forecast"),
        ("how much of the loan did I pay", "expenses"),
        ("delete all my customers", "command"),
        ("how do I increase my sales", "advice"),
        ("how is my competitor doing", "competitor"),
        ("how much do we have to pay the landlord", "payables"),
        ("hello", "talk:hello"),
        ("thank you very much", "talk:thanks"),
        ("if I cut the price of rice by 2 cedis what happens", "hypothetical"),
        ("which definition of overdue are you using", "definition"),
        ("rice returned because of weevils", "not_recorded"),
        ("the two reports show different totals", "discrepancy"),
        ("reprint the last receipt", "document"),
    ],
)
def test_what_the_records_cannot_tell_is_refused_with_a_reason_and_other_questions(question: str, reason: str) -> None:
    reading = read(question, today=TODAY, index=INDEX)
    assert isinstance(reading, Refused), reading
    assert reading.reason == reason
    assert reading.instead


def test_a_person_of_whom_there_are_two_is_asked_about() -> None:
    reading = read("how much does mensah owe", today=TODAY, index=INDEX)
    assert isinstance(reading, AskBack)
    assert reading.choices == ("Ama Mensah", "Kofi Mensah")


def test_a_word_that_nothing_takes_makes_the_reading_unsure() -> None:
    reading = read("sales of zogbolo rice", today=TODAY, index=INDEX)
    assert isinstance(reading, Unsure)
    assert reading.words == ("zogbolo",)


@pytest.mark.parametrize(
    "question", ["sales for the past 24 hours", "sales before last week", "how much so far", "after first 31 february"]
)
def test_days_in_doubt_are_not_read_as_anything_else(question: str) -> None:
    assert isinstance(read(question, today=TODAY, index=INDEX), Unsure)


def test_who_never_bought_something_is_chosen_by_that() -> None:
    plan = understood("which customers never bought phones")
    assert [(each.never, each.filters[0].name) for each in plan.bought] == [(True, "Phones")]


@pytest.mark.parametrize(
    "question",
    [
        "who owes the most and what did they take",
        "what portion of customers paid with cash",
        "what share of our customers came back in October",
        "first ten days of sales against last month",
        "products whose sales exceeded 500 in October or September",
    ],
)
def test_what_a_plan_cannot_say_whole_is_not_said_in_part(question: str) -> None:
    assert isinstance(read(question, today=TODAY, index=INDEX), Unsure)
