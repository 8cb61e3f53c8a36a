"""How figures, dates and lists are written out, in English and in Twi."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from ai_features.services.slots import listed, written

WRITTEN = [
    (written.rank, (1,), "1st"),
    (written.rank, (2,), "2nd"),
    (written.rank, (3,), "3rd"),
    (written.rank, (4,), "4th"),
    (written.rank, (9,), "9th"),
    (written.rank, (10,), "10th"),
    (written.rank, (20,), "20th"),
    (written.rank, (21,), "21st"),
    (written.rank, (101,), "101st"),
    (written.rank, (113,), "113th"),
    (written.rank, (11,), "11th"),
    (written.rank, (22,), "22nd"),
    (written.rank, (112,), "112th"),
    (
        written.counted,
        (
            -1,
            "bag",
        ),
        "-1 bag",
    ),
    (
        written.counted,
        (
            Decimal("0.5"),
            "bag",
        ),
        "0.5 bags",
    ),
    (
        written.counted,
        (
            2,
            "loaf",
        ),
        "2 loaves",
    ),
    (
        written.counted,
        (
            2,
            "brown loaf",
        ),
        "2 brown loaves",
    ),
    (
        written.counted,
        (
            2,
            "KG",
        ),
        "2 KG",
    ),
    (
        written.counted,
        (
            2,
            "Person",
        ),
        "2 people",
    ),
    (
        written.counted,
        (
            2,
            "dish",
        ),
        "2 dishes",
    ),
    (
        written.counted,
        (
            7,
            "",
        ),
        "7",
    ),
    (
        written.counted,
        (
            1,
            "bag",
            "tw",
        ),
        "bag 1",
    ),
    (
        written.counted,
        (
            0,
            "customer",
        ),
        "0 customers",
    ),
    (
        written.counted,
        (
            1,
            "box",
        ),
        "1 box",
    ),
    (
        written.counted,
        (
            2,
            "box",
        ),
        "2 boxes",
    ),
    (
        written.counted,
        (
            2,
            "battery",
        ),
        "2 batteries",
    ),
    (
        written.counted,
        (
            2,
            "tray",
        ),
        "2 trays",
    ),
    (
        written.counted,
        (
            Decimal("2.500"),
            "kg",
        ),
        "2.5 kg",
    ),
    (
        written.counted,
        (
            1200,
            "person",
        ),
        "1,200 people",
    ),
    (
        written.counted,
        (
            2,
            "unpaid invoice",
        ),
        "2 unpaid invoices",
    ),
    (written.days, (1200,), "1,200 days"),
    (
        written.days,
        (
            1200,
            "tw",
        ),
        "nna 1,200",
    ),
    (written.days, (1,), "1 day"),
    (written.change, (Decimal("0.05"),), "up 0.1%"),
    (written.change, (Decimal("-0.05"),), "down 0.1%"),
    (
        written.change,
        (
            Decimal(3),
            "tw",
        ),
        "akɔ soro 3%",
    ),
    (
        written.change,
        (
            Decimal(-3),
            "tw",
        ),
        "akɔ fam 3%",
    ),
    (
        written.change,
        (
            Decimal(0),
            "tw",
        ),
        "nsesaeɛ biara nni mu",
    ),
    (written.change, (Decimal("0.04"),), "unchanged"),
    (written.change, (Decimal("-100"),), "down 100%"),
    (
        written.date,
        (
            dt.date(2026, 12, 31),
            "tw",
        ),
        "31 Ɔpɛnimaa 2026",
    ),
    (
        written.period,
        (
            dt.date(2026, 1, 1),
            dt.date(2026, 1, 1),
        ),
        "1 January 2026",
    ),
    (
        written.period,
        (
            dt.date(2026, 2, 1),
            dt.date(2026, 4, 1),
        ),
        "1 February 2026 to 31 March 2026",
    ),
    (
        written.period,
        (
            dt.date(2026, 2, 1),
            dt.date(2026, 3, 2),
        ),
        "1 February 2026 to 1 March 2026",
    ),
    (
        written.period,
        (
            dt.date(2026, 2, 2),
            dt.date(2026, 3, 1),
        ),
        "2 February 2026 to 28 February 2026",
    ),
    (
        written.period,
        (
            dt.date(2026, 2, 1),
            dt.date(2027, 2, 1),
        ),
        "1 February 2026 to 31 January 2027",
    ),
    (
        written.period,
        (
            dt.date(2026, 2, 1),
            dt.date(2026, 3, 1),
            "tw",
        ),
        "Ɔgyefoɔ 2026",
    ),
    (
        written.period,
        (
            dt.date(2026, 2, 2),
            dt.date(2026, 2, 4),
            "tw",
        ),
        "2 Ɔgyefoɔ 2026 kɔsi 3 Ɔgyefoɔ 2026",
    ),
    (
        written.period,
        (
            dt.date(2026, 1, 1),
            dt.date(2027, 1, 1),
        ),
        "2026",
    ),
    (
        written.period,
        (
            dt.date(2026, 2, 1),
            dt.date(2026, 3, 1),
        ),
        "February 2026",
    ),
    (
        written.period,
        (
            dt.date(2026, 2, 3),
            dt.date(2026, 2, 4),
        ),
        "3 February 2026",
    ),
    (
        written.period,
        (
            dt.date(2026, 2, 3),
            dt.date(2026, 2, 10),
        ),
        "3 February 2026 to 9 February 2026",
    ),
]


@pytest.mark.parametrize(("form", "values", "expected"), WRITTEN)
def test_each_form_is_written_as_people_write_it(
    form: Callable[..., str], values: tuple[Any, ...], expected: str
) -> None:
    assert form(*values) == expected


@pytest.mark.parametrize(
    ("names", "text"),
    [([], ""), (["rice"], "rice"), (["rice", "oil"], "rice and oil"), (["rice", "oil", "tea"], "rice, oil and tea")],
)
def test_a_list_of_any_length_reads_well(names: list[str], text: str) -> None:
    assert listed(names) == text


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2026-01-01", "2027-01-01", "2026"),
        ("2025-01-01", "2027-01-01", "1 January 2025 to 31 December 2026"),
        ("2026-03-05", "2027-04-09", "5 March 2026 to 8 April 2027"),
        ("2026-12-01", "2027-01-01", "December 2026"),
        ("2026-01-02", "2027-01-01", "2 January 2026 to 31 December 2026"),
    ],
)
def test_a_period_is_a_year_or_a_month_only_where_it_is_one(start: str, end: str, text: str) -> None:
    assert written.period(dt.date.fromisoformat(start), dt.date.fromisoformat(end)) == text
