"""Questions that lean on the one before."""

import pytest

from ai_features.services.query_intelligence.reading.follow_up import Turn
from ai_features.services.query_intelligence.reading.outcome import Refused, Understood, Unsure
from ai_features.services.query_intelligence.reading.reader import read
from ai_features.tests.reading.shop import INDEX, TODAY
from ai_features.tests.reading.test_plans import in_short, understood

SHOWN = (("customer", ("15", "16", "17")), ("storefront", ("20", "21")))


def turn_of(question: str) -> Turn:
    plan = understood(question)
    return Turn(plan, tuple(each for each in SHOWN if each[0] in plan.dimensions))


@pytest.mark.parametrize(
    ("before", "question", "plan"),
    [
        ("sales in Tema yesterday", "and Osu?", "revenue; storefront=Osu; Friday 20 November 2026"),
        ("sales in Tema yesterday", "by profit", "profit; storefront=Tema; Friday 20 November 2026"),
        ("sales last month", "sorry, I meant August", "revenue; August 2026"),
        ("sales yesterday", "and the day before", "revenue; Thursday 19 November 2026"),
        ("payments this month", "only cash", "received; method=cash; November 2026"),
        ("sales this year", "without drinks", "revenue; not category=Drinks; 2026"),
        ("top 5 customers this year", "top 10", "revenue; by customer; high 10; 2026"),
        ("top 5 products by profit this year", "and the worst?", "profit; by product; low 5; 2026"),
        ("sales this month", "by branch", "revenue; by storefront; November 2026"),
        ("sales last week", "I said this week not last week", "revenue; 16 to 22 November 2026"),
        ("who owes me", "how much has the second one paid this month?",
         "received; customer=this customer; November 2026"),
    ],
)  # fmt: skip
def test_a_turn_replaces_what_it_names(before: str, question: str, plan: str) -> None:
    reading = read(question, today=TODAY, index=INDEX, previous=turn_of(before))
    assert isinstance(reading, Understood), reading
    assert in_short(reading.plan) == plan


@pytest.mark.parametrize("question", ["how much has he paid", "what did they buy", "was it worth it", "the second one"])
def test_a_turn_that_points_at_nothing_known_is_never_about_the_whole_shop(question: str) -> None:
    assert isinstance(read(question, today=TODAY, index=INDEX), Unsure | Refused)
