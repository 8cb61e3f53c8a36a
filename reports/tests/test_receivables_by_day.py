"""Collection effectiveness and roll rates where the first or the last day decides."""

from decimal import Decimal

from conftest import Shop
from reports import ledger, receivables
from reports.tests.builders import day, make_debtor, make_invoice


def test_what_was_sold_on_the_first_day_was_owed_already_and_is_counted_once(shop: Shop) -> None:
    ama = make_debtor(shop.business)
    make_invoice(ama, "300.00", "2026-02-01", "2026-02-10", ("2026-03-20", "300.00"))
    make_invoice(ama, "100.00", "2026-02-28", "2026-02-28")
    before, after = ledger.books(shop.id, [day("2026-02-28"), day("2026-03-31")])
    assert receivables.collection_effectiveness(before, after).value == Decimal("75.0")  # (400 - 100) / 400


def test_what_was_sold_on_the_last_day_was_sold_in_the_time(shop: Shop) -> None:
    ama = make_debtor(shop.business)
    make_invoice(ama, "300.00", "2026-02-01", "2026-02-10", ("2026-03-20", "200.00"))
    make_invoice(ama, "100.00", "2026-03-31", "2026-04-30")
    before, after = ledger.books(shop.id, [day("2026-02-28"), day("2026-03-31")])
    assert receivables.collection_effectiveness(before, after).value == Decimal("66.7")  # (400 - 200) / (400 - 100)


def test_an_invoice_of_the_first_day_may_roll_on(shop: Shop) -> None:
    make_invoice(make_debtor(shop.business), "100.00", "2026-02-28", "2026-02-28")
    before, after = ledger.books(shop.id, [day("2026-02-28"), day("2026-03-31")])
    assert receivables.roll_rates(before, after)["current"].value == Decimal("100.0")
