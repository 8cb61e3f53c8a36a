"""Receivables, against figures worked out by hand."""

from decimal import Decimal

from pytest_django import DjangoAssertNumQueries

from conftest import Shop
from reports import days_late, ledger, receivables
from reports.ledger import Book
from reports.tests.builders import day, make_debtor, make_invoice, pay
from sales.models import PromiseToPay


def book_of(shop: Shop, as_of: str) -> Book:
    return ledger.book(shop.business.pk, day(as_of))


def total_open(shop: Shop, as_of: str) -> Decimal:
    return sum((row.total for row in receivables.ageing(book_of(shop, as_of))), Decimal(0))


def test_ageing_puts_each_open_amount_in_the_bucket_of_its_days_overdue(shop: Shop) -> None:
    ama = make_debtor(shop.business)
    invoices = {
        "1.00": "2026-03-31",
        "2.00": "2026-03-30",
        "4.00": "2026-03-01",
        "8.00": "2026-02-28",
        "16.00": "2026-01-30",
        "32.00": "2026-01-29",
        "64.00": "2025-12-31",
        "128.00": "2025-12-30",
    }
    for amount, due in invoices.items():
        make_invoice(ama, amount, "2025-12-01", due)
    (row,) = receivables.ageing(book_of(shop, "2026-03-31"))
    assert list(row.buckets.values()) == [Decimal(n) for n in ("1.00", "6.00", "24.00", "96.00", "128.00")]
    assert (row.total, row.overdue, row.days_overdue, row.open_invoices) == (Decimal(255), Decimal(254), 91, 8)


def test_a_book_of_the_past_does_not_know_later_payments_or_later_invoices(shop: Shop) -> None:
    ama = make_debtor(shop.business)
    make_invoice(ama, "100.00", "2026-01-01", "2026-01-31", ("2026-02-10", "40.00"), ("2026-03-05", "60.00"))
    make_invoice(ama, "70.00", "2026-03-01", "2026-03-31")
    days = ("2025-12-31", "2026-01-01", "2026-02-09", "2026-02-10", "2026-03-04", "2026-03-05")
    open_on = {on: total_open(shop, on) for on in days}
    assert list(open_on.values()) == [Decimal(n) for n in (0, 100, 100, 60, 130, 70)]


def test_days_beyond_terms_weighs_by_amount_and_counts_open_overdue_invoices(shop: Shop) -> None:
    ama = make_debtor(shop.business)
    make_invoice(ama, "100.00", "2026-01-01", "2026-01-31", ("2026-01-21", "100.00"))  # 10 early
    make_invoice(ama, "300.00", "2026-01-01", "2026-01-31", ("2026-02-20", "300.00"))  # 20 late
    make_invoice(ama, "100.00", "2026-01-01", "2026-03-01")  # 30 late so far
    make_invoice(ama, "900.00", "2026-03-01", "2026-04-30")  # not due
    book = book_of(shop, "2026-03-31")
    assert receivables.days_beyond_terms(book)[0].value == Decimal("16.0")
    assert receivables.shop_days_beyond_terms(book).value == Decimal("16.0")


def test_payments_of_more_than_a_year_ago_no_longer_count_in_days_beyond_terms(shop: Shop) -> None:
    make_invoice(make_debtor(shop.business), "100.00", "2024-01-01", "2024-01-31", ("2024-03-31", "100.00"))
    (measure,) = receivables.days_beyond_terms(book_of(shop, "2026-03-31"))
    assert measure.value is None
    assert "last twelve months" in measure.reason


def test_dso_is_what_is_open_over_what_was_sold_on_account_times_the_days(shop: Shop) -> None:
    ama = make_debtor(shop.business)
    make_invoice(ama, "300.00", "2026-03-10", "2026-04-09")
    make_invoice(ama, "600.00", "2026-03-02", "2026-03-09", ("2026-03-20", "450.00"))
    book = book_of(shop, "2026-03-31")
    assert receivables.days_sales_outstanding(book, day("2026-03-02")).value == Decimal("15.0")  # 450 / 900 × 30
    assert receivables.best_possible_dso(book, day("2026-03-02")).value == Decimal("10.0")


def test_count_back_takes_the_newest_months_first_and_the_last_pro_rata(shop: Shop) -> None:
    ama = make_debtor(shop.business)
    make_invoice(ama, "200.00", "2026-03-15", "2026-04-14")
    make_invoice(ama, "280.00", "2026-02-15", "2026-03-17", ("2026-03-20", "140.00"))
    assert receivables.count_back_dso(book_of(shop, "2026-03-31")).value == Decimal("45.0")  # 31 + 28 × 140 / 280


def test_collection_effectiveness_leaves_out_what_was_not_yet_due(shop: Shop) -> None:
    ama = make_debtor(shop.business)
    make_invoice(ama, "400.00", "2026-02-01", "2026-02-28", ("2026-03-10", "300.00"))
    make_invoice(ama, "200.00", "2026-03-20", "2026-04-19")
    before, after = ledger.books(shop.business.pk, [day("2026-02-28"), day("2026-03-31")])
    assert receivables.collection_effectiveness(before, after).value == Decimal("75.0")  # (600 - 300) / (600 - 200)


def test_roll_rate_is_the_share_of_a_bucket_that_grew_older_unpaid(shop: Shop) -> None:
    ama = make_debtor(shop.business)
    make_invoice(ama, "400.00", "2026-01-01", "2026-02-10", ("2026-03-05", "300.00"))
    before, after = ledger.books(shop.business.pk, [day("2026-02-28"), day("2026-03-31")])
    rates = receivables.roll_rates(before, after)
    assert rates["days_1_30"].value == Decimal("25.0")
    assert rates["current"].value is None
    assert rates["current"].reason


def test_a_shop_that_never_sold_on_account_gets_reasons_not_zeros(shop: Shop) -> None:
    book = book_of(shop, "2026-03-31")
    before, after = ledger.books(shop.business.pk, [day("2026-02-28"), day("2026-03-31")])
    measures = [
        receivables.days_sales_outstanding(book, day("2026-03-01")),
        receivables.shop_days_beyond_terms(book),
        receivables.collection_effectiveness(before, after),
        receivables.utilisation(Decimal(0), None),
        receivables.utilisation(Decimal(5), Decimal(0)),
    ]
    assert [m.value for m in measures] == [None] * 5
    assert all(m.reason for m in measures)
    assert receivables.ageing(book) == []


def test_credit_not_allocated_is_shown_beside_the_debt_and_never_netted(shop: Shop) -> None:
    ama = make_debtor(shop.business)
    invoice = make_invoice(ama, "100.00", "2026-01-01", "2026-01-31")
    allocation = pay(invoice, "2026-02-01", "30.00")
    allocation.payment.amount = Decimal("50.00")  # type: ignore[union-attr]
    allocation.payment.save()  # type: ignore[union-attr]
    assert ledger.unallocated_credit(shop.business.pk, day("2026-02-01")) == {ama.pk: Decimal("20.00")}
    assert total_open(shop, "2026-02-01") == Decimal("70.00")


def test_the_debts_of_another_business_are_not_in_the_book(shop: Shop, other_shop: Shop) -> None:
    make_invoice(make_debtor(other_shop.business), "100.00", "2026-01-01", "2026-01-31")
    assert book_of(shop, "2026-03-31").customers == ()
    assert ledger.unallocated_credit(shop.business.pk, day("2026-03-31")) == {}


def test_two_queries_however_many_invoices_and_days(
    shop: Shop, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(3):
        make_invoice(make_debtor(shop.business), "10.00", "2026-01-01", "2026-01-31", ("2026-02-02", "5.00"))
    with django_assert_num_queries(2):
        assert len(ledger.books(shop.business.pk, [day("2026-01-31"), day("2026-03-31")])) == 2


def test_promise_keeping_counts_kept_and_broken_by_customer_and_for_the_shop(shop: Shop) -> None:
    ama, kofi = make_debtor(shop.business), make_debtor(shop.business)
    make_invoice(ama, "100.00", "2026-01-01", "2026-01-31", ("2026-02-03", "40.00"))
    make_invoice(kofi, "100.00", "2026-01-01", "2026-01-31")
    for customer in (ama, ama, kofi):
        PromiseToPay.objects.create(
            business=shop.business,
            customer=customer,
            amount=40,
            promised_on=day("2026-02-01"),
            due_on=day("2026-02-05"),
        )
    kept = days_late.promise_keeping(shop.business.pk)
    assert [kept[who].value for who in (None, ama.pk, kofi.pk)] == [Decimal("66.7"), Decimal(100), Decimal(0)]


def test_without_promises_there_is_a_reason_not_a_zero(shop: Shop) -> None:
    measure = days_late.promise_keeping(shop.business.pk)[None]
    assert measure.value is None
    assert "promise" in measure.reason
