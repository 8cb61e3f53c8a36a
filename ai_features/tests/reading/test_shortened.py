"""What is offered of a question that is not understood whole."""

import pytest

from ai_features.services.query_intelligence.choices.offering import MOST, choices
from ai_features.services.query_intelligence.reading.outcome import Reading
from ai_features.services.query_intelligence.reading.reader import read
from ai_features.tests.reading.shop import INDEX, TODAY


def _read(text: str) -> Reading:
    return read(text, today=TODAY, index=INDEX)


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("total zorbs sales of drinks last month", "Sales of Drinks, October 2026, all storefronts"),
        ("profit by branch, and never mind what the zorbs may do with it", "Gross profit by storefront"),
    ],
)
def test_a_question_is_offered_without_the_words_that_nobody_knows(text: str, offered: str) -> None:
    found = choices(text, INDEX, _read, shorter=_read)
    assert len(found) <= MOST
    assert any(each.plan_in_words.startswith(offered) for each in found)


def test_a_word_that_turns_a_question_is_kept_as_long_as_can_be() -> None:
    found = choices("zorbs of sales without drinks last month", INDEX, _read, shorter=_read)
    assert found[0].plan.filters[0].exclude
