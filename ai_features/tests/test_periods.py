"""Date phrases: the days they mean, or nothing."""

import datetime as dt

import pytest

from ai_features.services.query_intelligence.days import find_period, find_periods, impossible_date
from ai_features.tests.questions.verdicts import PERIODS_AS_OF as TODAY
from ai_features.tests.questions.verdicts import counted, failing, lines_of, read


@pytest.mark.parametrize("line", lines_of("periods"), ids=lambda line: str(line[0]))
def test_a_phrase_means_these_days(line: list[str]) -> None:
    found = find_period(line[0], TODAY)
    named = [found.start.isoformat(), found.end.isoformat()] if found else ["-"]
    assert named == line[1:]


@pytest.mark.parametrize(
    ("suite", "number", "right", "wrong"),
    [("periods_unseen", 270, 270, 0), ("periods_unseen_2", 222, 219, 0), ("periods_unseen_3", 70, 66, 3)],
)
def test_phrases_written_as_people_speak_are_read_well(suite: str, number: int, right: int, wrong: int) -> None:
    verdicts = read(suite)
    assert len(verdicts) == number
    told = "\n".join([*counted(verdicts), *failing(verdicts)])
    assert sum(each.said == "right" for each in verdicts) >= right, told
    assert sum(each.said == "wrong" for each in verdicts) <= wrong, told


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("compare january and february 2011 sales", ["January 2011", "February 2011"]),
        ("compare Q1 vs Q2 2025", ["1 January to 31 March 2025", "1 April to 30 June 2025"]),
        ("compare march with last month", ["March 2026", "October 2026"]),
        ("march 2025 sales", ["March 2025"]),
        ("top february 2011 products", ["February 2011"]),
        ("sales from Monday to Thursday", ["16 to 19 November 2026"]),
    ],
)
def test_a_year_named_once_holds_for_both_sides_and_is_never_a_count(text: str, labels: list[str]) -> None:
    found, unsure = find_periods(text, TODAY)
    assert [each.label for each in found] == labels
    assert not unsure


def test_which_of_two_years_is_meant_is_not_guessed() -> None:
    assert find_periods("compare December and January 2011", TODAY)[1]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("sales on 31 February 2011", "31 February 2011"),
        ("from 1 February to 30/02/2026", "30/02/2026"),
        ("sales 2026-13-05", "2026-13-05"),
        ("sales on 28 February 2011", None),
        ("pay 20/30", None),
        ("1 February and 30 March 2025", None),
    ],
)
def test_a_date_that_no_calendar_has_is_told_from_one_in_doubt(text: str, date: str | None) -> None:
    assert impossible_date(text, TODAY) == date


def _days(text: str, today: dt.date) -> tuple[dt.date, dt.date]:
    found = find_period(text, today)
    assert found is not None, text
    return found.start, found.end


def test_the_same_phrase_moves_with_today() -> None:
    new_year, leap = dt.date(2026, 1, 1), dt.date(2028, 2, 29)
    assert _days("last month", new_year) == _days("December 2025", new_year)
    assert _days("last quarter", new_year)[0] == dt.date(2025, 10, 1)
    assert _days("this time last year", leap)[0] == dt.date(2027, 2, 28)
    assert _days("Q1", new_year)[0] == dt.date(2026, 1, 1)
    assert _days("last Monday", dt.date(2026, 11, 16))[0] == dt.date(2026, 11, 9)
    assert _days("on Monday", dt.date(2026, 11, 16))[0] == dt.date(2026, 11, 16)


def test_the_span_is_where_the_phrase_stood() -> None:
    text = "Sales of  Rice between the 1st and the 15th of last month, please"
    found = find_period(text, TODAY)
    assert found is not None
    assert text[slice(*found.span)] == "between the 1st and the 15th of last month"
    assert found.label == "1 to 15 October 2026"


def test_two_periods_are_found_in_order() -> None:
    found, unsure = find_periods("compare last month with March 2025", TODAY)
    assert [each.label for each in found] == ["October 2026", "March 2025"]
    assert not unsure


@pytest.mark.parametrize(
    "text", ["", "   ", "🎄" * 50, "9" * 5000, "last " * 3000, "1/1/" * 800, "\x00\u202e", "to - to"]
)
def test_odd_text_names_no_period_and_breaks_nothing(text: str) -> None:
    assert find_period(text, TODAY) is None


@pytest.mark.parametrize(
    ("start", "end", "label"),
    [
        (dt.date(2025, 1, 1), dt.date(2026, 1, 1), "2025"),
        (dt.date(2025, 12, 30), dt.date(2026, 1, 3), "30 December 2025 to 2 January 2026"),
    ],
)
def test_labels_are_written_in_full(start: dt.date, end: dt.date, label: str) -> None:
    found = find_period(f"from {start:%d/%m/%Y} to {end - dt.timedelta(days=1):%d/%m/%Y}", TODAY)
    assert found is not None
    assert found.label == label
