"""Payment dates: what is learned from a customer's own delays, the shop's, and the time already passed."""

import datetime as dt

import numpy as np

from reports import payment_dates
from reports.ledger import Book, day_number
from reports.tests.builders import day

TODAY = day("2026-06-30")


def book_of(lateness: dict[int, list[int]], still_open: dict[int, list[int]] | None = None) -> Book:
    """A book with invoices of GHS 1 paid so many days late, and others open and so many days late by now."""
    rows = [(owner, late, False) for owner, days in lateness.items() for late in days]
    rows += [(owner, late, True) for owner, days in (still_open or {}).items() for late in days]
    today = day_number(TODAY)
    due = [today - late if is_open else today - 200 for _, late, is_open in rows]
    settled = [0 if is_open else today - 200 + late for _, late, is_open in rows]
    ones = np.ones(len(rows), dtype=np.int64)
    return Book(
        as_of=TODAY,
        customers=(None,) * (max(row[0] for row in rows) + 1),
        customer=np.array([row[0] for row in rows]),
        sold=np.array(due) - 30,
        due=np.array(due),
        settled=np.array(settled),
        total=ones * 100,
        open=np.array([100 * is_open for *_, is_open in rows]),
        disputed=np.zeros(len(rows), dtype=bool),
    )


def expected(book: Book, customer: int, late_now: int) -> int:
    survival = payment_dates.fit(book)
    return int(survival.lateness(np.array([customer]), np.array([late_now]), payment_dates.MIDDLE)[0])


def test_a_customer_of_steady_habits_is_expected_when_they_usually_pay() -> None:
    assert abs(expected(book_of({0: [10] * 12, 1: [0] * 12}), 0, -30) - 10) <= 1


def test_a_customer_without_history_is_expected_like_the_rest_of_the_shop() -> None:
    book = book_of({0: [5] * 60, 1: []}, {1: [-20]})
    assert abs(expected(book, 1, -20) - 5) <= 2


def test_an_invoice_already_late_is_expected_after_today_never_before() -> None:
    book = book_of({0: [3] * 10 + [25] * 4})
    assert expected(book, 0, 12) > 12


def test_where_nobody_ever_paid_so_late_there_is_no_date() -> None:
    book = book_of({0: [0, 1, 2, 3]}, {0: [100]})
    assert expected(book, 0, 100) > payment_dates.LATEST
    survival = payment_dates.fit(book)
    assert survival.beyond(np.array([0]), np.array([100]), 30)[0] == 1.0


def test_the_interval_holds_the_expected_day() -> None:
    survival = payment_dates.fit(book_of({0: [-5, 0, 3, 5, 8, 9, 14, 20]}))
    early, middle, late = (
        survival.lateness(np.array([0]), np.array([-30]), quantile)[0]
        for quantile in (payment_dates.LOW, payment_dates.MIDDLE, payment_dates.HIGH)
    )
    assert early < middle < late


def test_an_open_invoice_counts_against_an_early_date() -> None:
    prompt = book_of({0: [0, 1, 2, 0, 1, 2]})
    waiting = book_of({0: [0, 1, 2, 0, 1, 2]}, {0: [15, 15, 15]})
    assert (
        payment_dates.fit(waiting).beyond(np.array([0]), np.array([-1]), 11)[0]
        > payment_dates.fit(prompt).beyond(np.array([0]), np.array([-1]), 11)[0]
    )


def test_day_numbers_and_dates_are_inverse() -> None:
    from reports.ledger import date_of

    assert date_of(day_number(dt.date(2024, 2, 29))) == dt.date(2024, 2, 29)
