"""Words that a reading may pass over: each leaves what is asked as it is, or makes the reading unsure."""

import pytest

from ai_features.services.query_intelligence.reading.lexicon import rows
from ai_features.services.query_intelligence.reading.outcome import Understood
from ai_features.services.query_intelligence.reading.reader import read
from ai_features.tests.reading.shop import INDEX, TODAY

FRAMES = ("sales of {} drinks last month", "{} profit by branch this year", "top 5 {} customers this month")
GLUE = [
    word for meaning, phrases in rows("lexicon") if meaning.startswith("glue") for word in phrases if " " not in word
]
MEANT = (
    "other",
    "no",
    "neither",
    "small",
    "old",
    "young",
    "under",
    "recent",
    "new",
    "first",
    "last",
    "cheap",
    "without",
    "except",
    "average",
    "second",
    "future",
    "own",
    "fewer",
    "half",
    "never",
    "both",
    "either",
)


SAYS_NO_MORE = (
    ("sales of only drinks last month", "sales of drinks last month"),
    ("top 5 popular customers this month", "top 5 customers this month"),
)
"""Words that mean something, and here what is said already."""


def figures(question: str) -> object:
    """What a plan asks for; None where the question is not understood."""
    reading = read(question, today=TODAY, index=INDEX)
    if not isinstance(reading, Understood):
        return None
    return reading.plan.model_dump(exclude={"assumptions"})


@pytest.mark.parametrize("frame", FRAMES)
def test_each_word_passed_over_changes_nothing(frame: str) -> None:
    plain = figures(frame.replace("{} ", ""))
    assert plain
    assert {word for word in GLUE if figures(frame.format(word)) not in (plain, None)} == set()


@pytest.mark.parametrize("frame", FRAMES)
def test_no_word_that_means_something_is_passed_over(frame: str) -> None:
    plain = figures(frame.replace("{} ", ""))
    assert {word for word in MEANT if figures(frame.format(word)) == plain} == set()


@pytest.mark.parametrize(("said", "plain"), SAYS_NO_MORE)
def test_what_is_said_twice_is_read_once(said: str, plain: str) -> None:
    assert figures(said) == figures(plain)
