"""Numbers and dates as people write them."""

import datetime as dt
from decimal import Decimal

import pytest

from common.dates import DateOrder, moment
from common.numbers import NumberMarks, number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("GHS 10.50", "10.50"),
        ("₵10.50", "10.50"),
        ("GH₵1,250.00", "1250"),
        ("-GHS 5", "-5"),
        (" 10.50 ", "10.50"),
        (".50", "0.50"),
        ("10.", "10"),
        ("+1", "1"),
        ("(2)", "-2"),
        ("2-", "-2"),
        ("1\u00a0250.00", "1250"),
        ("1 250,5", "1250.5"),
        ("12,50", "12.50"),
        ("1.250.000,5", "1250000.5"),
        ("\u22123", "-3"),
    ],
)
def test_a_number_in_any_usual_dress_is_read(text: str, value: str) -> None:
    assert number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "-", ".", "1e5", "٣", "NaN", "--2", "(-2)", "1,25,000", "GHS", "two", "6.03E+12"])
def test_what_is_no_number_is_not_made_one(text: str) -> None:
    assert number(text) is None


@pytest.mark.parametrize(("mark", "value"), [(".", "1125"), (",", "1.125")])
def test_a_lone_comma_is_what_the_file_says_it_is(mark: str, value: str) -> None:
    assert number("1,125", mark) == Decimal(value)


@pytest.mark.parametrize(
    ("delimiter", "texts", "mark"),
    [
        (";", ["1,125"], ","),
        ("\t", ["12,5", "1.250"], ","),
        (";", ["12.50"], "."),
        (";", ["1,250.00", "1,125"], "."),
        (",", ["1,250"], "."),
        (",", ["12,50", "1,125"], ","),
        (";", ["0,750"], ","),
        (",", [], "."),
    ],
)
def test_the_decimal_mark_is_learnt_from_the_whole_file(delimiter: str, texts: list[str], mark: str) -> None:
    marks = NumberMarks(delimiter)
    for line, text in enumerate(texts):
        marks.see(line, text)
    assert (marks.mark, marks.doubt) == (mark, None)


@pytest.mark.parametrize(
    ("delimiter", "texts"), [(";", ["12.50", "1,125"]), (";", ["1.125"]), (",", ["12,50", "3.5", "1,125"])]
)
def test_a_number_that_reads_in_two_ways_is_in_doubt(delimiter: str, texts: list[str]) -> None:
    marks = NumberMarks(delimiter)
    for line, text in enumerate(texts):
        marks.see(line, text)
    assert marks.doubt == (len(texts) - 1, texts[-1])


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-31",
        "31/03/2026",
        "31-03-2026",
        "31.03.2026",
        "31-Mar-26",
        "31 March 2026",
        "Mar 31, 2026",
        "3/31/26",
        "2026/03/31",
        "46112",
        "20260331",
    ],
)
def test_a_date_that_cannot_be_mistaken_is_read(text: str) -> None:
    assert moment(text) == dt.datetime(2026, 3, 31, tzinfo=dt.UTC)


@pytest.mark.parametrize("text", ["31/03/2026 2:05 PM", "2026-03-31T14:05", "46112.586805556", "31-Mar-2026 14:05:00"])
def test_its_time_of_day_is_read_with_it(text: str) -> None:
    assert moment(text) == dt.datetime(2026, 3, 31, 14, 5, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    "text", ["31/02/2026", "0001-01-01", "soon", "10", "1/2/3", "99999", "1-Foo-26", "1/4/26 25:00"]
)
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    assert moment(text, True) is None


def test_a_date_that_reads_in_two_ways_needs_to_be_told() -> None:
    assert moment("01/04/2026") is None
    assert moment("01/04/2026", True) == dt.datetime(2026, 4, 1, tzinfo=dt.UTC)
    assert moment("01/04/2026", False) == dt.datetime(2026, 1, 4, tzinfo=dt.UTC)
    assert moment("31/03/2026", False) is None


@pytest.mark.parametrize(
    ("texts", "day_first", "doubt"),
    [
        (["01/04/2026", "31/03/2026"], True, None),
        (["03/31/2026", "01/04/2026"], False, None),
        (["01/04/2026"], None, (0, "01/04/2026")),
        (["03/31/2026", "31/03/2026"], None, (1, "31/03/2026")),
        (["05/05/2026", "2026-01-04"], None, None),
    ],
)
def test_the_order_of_a_date_is_learnt_from_the_whole_file(
    texts: list[str], day_first: bool | None, doubt: tuple[int, str] | None
) -> None:
    order = DateOrder()
    for line, text in enumerate(texts):
        order.see(line, text)
    assert (order.day_first, order.doubt) == (day_first, doubt)
