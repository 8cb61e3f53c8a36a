"""Phrases of days as spans: each part has its role, and what is not understood is unsure."""

import datetime as dt
import random
from collections.abc import Iterator

import pytest

from ai_features.services.query_intelligence.days import ASIDE, Period, Relative, day_spans
from ai_features.services.query_intelligence.days.almanac import unit_span
from ai_features.services.query_intelligence.tokens import Span, tokenise
from ai_features.tests.questions.verdicts import PERIODS_AS_OF as TODAY
from ai_features.tests.questions.verdicts import lines_of


def _spans(text: str, *known: str) -> list[Span]:
    return [each for each in day_spans(tokenise(text), TODAY, known=lambda word: word in known) if each.cost < ASIDE]


def _days(period: Period) -> str:
    return f"{period.start}..{period.end}"


def _said(text: str) -> Iterator[str]:
    beside = Period.of(TODAY, TODAY + dt.timedelta(days=1))
    for each in _spans(text):
        if each.role == "days" and each.value:
            yield f"days:{_days(each.value)}"
        elif each.role == "pair":
            yield "pair:" + "/".join(map(_days, each.value))
        elif isinstance(each.value, Relative):
            yield f"relative:{_days(each.value.of(beside, TODAY))}"
        elif each.role == "filter":
            yield f"filter:{each.value[0]}={','.join(map(str, each.value[1]))}"
        else:
            yield {"grain": f"grain:{each.value}", "days": "all"}.get(each.role, each.role)


@pytest.mark.parametrize("line", lines_of("days"), ids=lambda line: str(line[0]))
def test_each_part_of_a_phrase_has_its_role(line: list[str]) -> None:
    said = list(_said(line[0]))
    assert " ".join(["unsure"] if "unsure" in said else said or ["-"]) == line[1]


@pytest.mark.parametrize(
    ("text", "beside", "meant"),
    [
        ("the 14 days before that", ("2026-11-02", "2026-11-16"), "2026-10-19..2026-11-02"),
        ("the previous month", ("2026-03-01", "2026-04-01"), "2026-02-01..2026-03-01"),
        ("the year before", ("2026-10-01", "2026-11-01"), "2025-10-01..2025-11-01"),
        ("the week before", ("2026-11-12", "2026-11-13"), "2026-11-05..2026-11-06"),
        ("the previous period", ("2026-11-02", "2026-11-16"), "2026-10-19..2026-11-02"),
        ("same days last month", ("2026-11-01", "2026-12-01"), "2026-10-01..2026-10-22"),
        ("same period last year", ("2026-03-01", "2026-03-31"), "2025-03-01..2025-03-31"),
        ("year on year", ("2026-02-01", "2026-03-01"), "2025-02-01..2025-03-01"),
        ("the following week", ("2026-11-02", "2026-11-09"), "2026-11-09..2026-11-16"),
    ],
)
def test_days_told_from_others_are_counted_from_those(text: str, beside: tuple[str, str], meant: str) -> None:
    relative = next(each.value for each in _spans(f"sales in March beside {text}") if isinstance(each.value, Relative))
    start, end = map(dt.date.fromisoformat, beside)
    assert _days(relative.of(Period.of(start, end), TODAY)) == meant


def test_a_misspelling_costs_and_a_known_word_is_left_alone() -> None:
    (repaired,) = _spans("sales in octobr")
    assert repaired.cost > 0
    assert _spans("sales in octobr", "octobr") == []


def test_a_name_may_take_a_word_of_days_and_the_rest_still_stands() -> None:
    spans = day_spans(tokenise("what did Kofi Friday last week"), TODAY, known=lambda word: False)
    rest = next(each for each in spans if (each.start, each.stop) == (4, 6))
    assert (rest.role, rest.value.label) == ("days", "9 to 15 November 2026")
    assert rest.cost >= ASIDE


def test_a_date_that_no_calendar_has_is_named() -> None:
    assert [(each.role, each.value) for each in _spans("sales on 31 February 2026")] == [("unsure", "31 February 2026")]


@pytest.mark.parametrize("unit", ["5 ", "last ", "to ", "5 march to ", "first week of ", "day before the ", "may "])
def test_five_hundred_hostile_words_are_read_or_left(unit: str) -> None:
    assert isinstance(_spans(unit * 500), list)


@pytest.mark.parametrize("seed", range(5))
def test_any_row_of_words_of_days_is_read_without_an_error(seed: int) -> None:
    pick = random.Random(seed)
    words = sorted({word for line in lines_of("days") for word in line[0].split()} | {"31/12/9999", "0th", "99", "w53"})
    for _ in range(60):
        text = " ".join(pick.choice(words) for _ in range(pick.randint(1, 9)))
        told = [each.value for each in _spans(text) if isinstance(each.value, Relative)]
        assert all(each.of(Period.of(TODAY, TODAY + dt.timedelta(days=1)), TODAY) for each in told)


def test_more_days_than_one_question_can_hold_are_in_doubt_as_a_whole() -> None:
    assert [(each.role, each.start, each.stop) for each in _spans("last week " * 40)] == [("unsure", 0, 80)]


@pytest.mark.parametrize(
    ("day", "half"),
    [
        ("2026-01-01", "2026-01-01..2026-07-01"),
        ("2026-06-30", "2026-01-01..2026-07-01"),
        ("2026-07-01", "2026-07-01..2027-01-01"),
        ("2026-12-31", "2026-07-01..2027-01-01"),
    ],
)
def test_a_year_has_two_halves(day: str, half: str) -> None:
    start, end = unit_span("half", dt.date.fromisoformat(day))
    assert f"{start}..{end}" == half
