"""Receivables where a day or a pesewa decides, against figures worked out by hand."""

from decimal import Decimal

import pytest

from conftest import Shop
from reports import days_late, ledger, receivables
from reports.tests.builders import day, make_debtor, make_invoice


def test_the_most_overdue_comes_first_then_who_owes_more_and_who_owes_nothing_is_left_out(shop: Shop) -> None:
    names = ("owes 50 overdue", "owes 10 overdue and 90 to come", "owes 10 overdue", "has paid")
    first, second, third, paid = (make_debtor(shop.business, name) for name in names)
    make_invoice(paid, "500.00", "2026-01-01", "2026-01-31", ("2026-02-01", "500.00"))
    make_invoice(third, "10.00", "2026-01-01", "2026-01-31")
    make_invoice(second, "10.00", "2026-01-01", "2026-01-31")
    make_invoice(second, "90.00", "2026-03-01", "2026-04-30")
    make_invoice(first, "50.00", "2026-01-01", "2026-01-31")
    book = ledger.book(shop.id, day("2026-03-31"))
    assert [row.customer_id for row in receivables.ageing(book)] == [first.pk, second.pk, third.pk]
    totals = receivables.ageing_totals(book)
    assert (totals["current"], sum(totals.values())) == (Decimal("90.00"), Decimal("160.00"))


@pytest.mark.parametrize(("paid_on", "counts"), [("2025-03-31", False), ("2025-04-01", True)])
def test_a_payment_counts_for_365_days_in_days_beyond_terms(paid_on: str, counts: bool, shop: Shop) -> None:
    make_invoice(make_debtor(shop.business), "100.00", "2025-01-01", "2025-01-31", (paid_on, "100.00"))
    book = ledger.book(shop.id, day("2026-03-31"))
    (measure,) = receivables.days_beyond_terms(book)
    assert (measure.value is not None) is counts
    assert (days_late.average_days_late(book) is not None) is counts


def test_days_late_are_of_invoices_that_were_paid_late_alone(shop: Shop) -> None:
    ama = make_debtor(shop.business)
    make_invoice(ama, "100.00", "2026-01-01", "2026-01-31", ("2026-01-31", "100.00"))
    make_invoice(ama, "100.00", "2026-01-01", "2026-01-31", ("2026-02-01", "100.00"))
    make_invoice(ama, "900.00", "2026-01-01", "2026-01-31", ("2026-02-10", "900.00"))
    make_invoice(ama, "100.00", "2026-01-01", "2026-01-31")
    assert days_late.average_days_late(ledger.book(shop.id, day("2026-03-31"))) == 6  # 5.5, each counted once


def test_what_stays_in_its_bucket_has_not_rolled_on(shop: Shop) -> None:
    make_invoice(make_debtor(shop.business), "100.00", "2026-01-01", "2026-02-27")
    before, after = ledger.books(shop.id, [day("2026-02-28"), day("2026-03-20")])
    assert receivables.roll_rates(before, after)["days_1_30"].value == Decimal("0.0")


def test_the_day_after_the_first_belongs_to_the_time_in_which_it_was_collected(shop: Shop) -> None:
    ama = make_debtor(shop.business)
    make_invoice(ama, "100.00", "2026-02-01", "2026-02-10")
    make_invoice(ama, "300.00", "2026-03-01", "2026-03-10", ("2026-03-31", "300.00"))
    before, after = ledger.books(shop.id, [day("2026-02-28"), day("2026-03-31")])
    assert receivables.collection_effectiveness(before, after).value == Decimal("75.0")  # (400 - 100) / 400


def test_count_back_begins_with_the_month_that_ends_today(shop: Shop) -> None:
    make_invoice(make_debtor(shop.business), "100.00", "2026-03-01", "2026-03-31")
    assert receivables.count_back_dso(ledger.book(shop.id, day("2026-03-31"))).value == Decimal("31.0")


def test_count_back_of_nothing_open_is_no_days(shop: Shop) -> None:
    make_invoice(make_debtor(shop.business), "100.00", "2026-03-01", "2026-03-31", ("2026-03-05", "100.00"))
    assert receivables.count_back_dso(ledger.book(shop.id, day("2026-03-31"))).value == Decimal("0.0")
