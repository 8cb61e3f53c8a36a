"""Receivables of several customers side by side, and on the edges of periods, against figures worked out by hand."""

import datetime as dt
from decimal import Decimal

from common import clock
from conftest import Shop
from reports import days_late, ledger, receivables
from reports.tests.builders import day, make_debtor, make_invoice
from sales.models import Customer, Instalment, PaymentPlan


def test_each_customer_has_their_own_buckets_days_and_invoices(shop: Shop) -> None:
    ama, kofi, esi = (make_debtor(shop.business, name) for name in ("Ama", "Kofi", "Esi"))
    make_invoice(ama, "10.00", "2026-01-01", "2026-03-21")  # 10 days
    make_invoice(ama, "20.00", "2026-01-01", "2026-02-14")  # 45 days
    make_invoice(kofi, "40.00", "2025-10-01", "2025-12-01")  # 120 days
    make_invoice(kofi, "80.00", "2026-03-01", "2026-03-31")  # due today
    make_invoice(esi, "160.00", "2026-01-01", "2026-01-20")  # 70 days
    book = ledger.book(shop.id, day("2026-03-31"))
    rows = {row.customer_id: row for row in receivables.ageing(book)}
    expected = {ama: (0, 10, 20, 0, 0), kofi: (80, 0, 0, 0, 40), esi: (0, 0, 0, 160, 0)}
    for customer, amounts in expected.items():
        assert [int(amount) for amount in rows[customer.pk].buckets.values()] == list(amounts)
    owed = {ama: (30, 30, 45, 2), kofi: (120, 40, 120, 2), esi: (160, 160, 70, 1)}
    for customer, figures in owed.items():
        row = rows[customer.pk]
        assert (int(row.total), int(row.overdue), row.days_overdue, row.open_invoices) == figures
    assert [int(amount) for amount in receivables.ageing_totals(book).values()] == [80, 10, 20, 160, 40]


def test_days_beyond_terms_are_each_customers_own_and_the_shops_weighs_them_together(shop: Shop) -> None:
    ama, kofi, esi = (make_debtor(shop.business, name) for name in ("Ama", "Kofi", "Esi"))
    make_invoice(ama, "100.00", "2026-01-01", "2026-01-31", ("2026-01-11", "100.00"))  # 20 early
    make_invoice(kofi, "300.00", "2026-01-01", "2026-03-01", ("2026-03-10", "100.00"))  # 200 open, 30 late so far
    make_invoice(esi, "500.00", "2026-03-20", "2026-04-20")  # not due
    book = ledger.book(shop.id, day("2026-03-31"))
    found = dict(zip(book.customers, receivables.days_beyond_terms(book), strict=True))
    assert (found[ama.pk].value, found[kofi.pk].value, found[esi.pk].value) == (Decimal(-20), Decimal(30), None)
    assert receivables.shop_days_beyond_terms(book).value == Decimal("13.3")  # (200 × 30 - 100 × 20) / 300


def test_credit_sales_hold_the_first_day_and_not_the_end(shop: Shop) -> None:
    ama = make_debtor(shop.business)
    for amount, sold in (
        ("1.00", "2026-02-28"),
        ("2.00", "2026-03-01"),
        ("4.00", "2026-03-31"),
        ("8.00", "2026-04-01"),
    ):
        make_invoice(ama, amount, sold, "2026-05-01")
    book = ledger.book(shop.id, day("2026-04-01"))
    assert receivables.credit_sales(book, day("2026-03-01"), day("2026-04-01")) == 600


def test_dso_counts_what_was_sold_on_the_day_itself(shop: Shop) -> None:
    ama = make_debtor(shop.business)
    make_invoice(ama, "300.00", "2026-03-31", "2026-03-31")
    make_invoice(ama, "300.00", "2026-03-01", "2026-03-30", ("2026-03-02", "150.00"))
    book = ledger.book(shop.id, day("2026-03-31"))
    assert receivables.days_sales_outstanding(book, day("2026-03-01")).value == Decimal("23.3")  # 450 / 600 × 31
    assert receivables.best_possible_dso(book, day("2026-03-01")).value == Decimal("15.5")  # 300 / 600 × 31


def test_count_back_passes_over_months_without_sales_and_ends_with_the_oldest(shop: Shop) -> None:
    ama = make_debtor(shop.business)
    make_invoice(ama, "100.00", "2026-03-15", "2026-04-14")
    make_invoice(ama, "100.00", "2026-01-15", "2026-02-14")
    book = ledger.book(shop.id, day("2026-03-31"))
    assert receivables.count_back_dso(book).value == Decimal("90.0")  # 31 + 28 + 31: all of three months


def test_count_back_of_a_part_of_the_newest_month_is_that_part_of_its_days(shop: Shop) -> None:
    make_invoice(make_debtor(shop.business), "310.00", "2026-03-15", "2026-04-14", ("2026-03-20", "300.00"))
    assert receivables.count_back_dso(ledger.book(shop.id, day("2026-03-31"))).value == Decimal("1.0")


def test_a_shop_that_never_sold_on_account_has_no_days_of_sales_open(shop: Shop) -> None:
    make_debtor(shop.business)
    assert receivables.count_back_dso(ledger.book(shop.id, day("2026-03-31"))).value == 0


def test_what_was_sold_on_the_first_day_rolls_and_what_came_later_does_not(shop: Shop) -> None:
    ama, kofi = make_debtor(shop.business), make_debtor(shop.business)
    make_invoice(ama, "100.00", "2026-02-28", "2026-02-28")  # current then, 31 days overdue now
    make_invoice(kofi, "300.00", "2026-01-01", "2026-03-30", ("2026-03-15", "200.00"))  # current, then 1 day overdue
    make_invoice(kofi, "900.00", "2026-03-01", "2026-03-02")  # came later
    make_invoice(ama, "50.00", "2025-12-01", "2025-12-15")  # 75 days, now over 90
    before, after = ledger.books(shop.id, [day("2026-02-28"), day("2026-03-31")])
    rates = receivables.roll_rates(before, after)
    assert {name: rate.value for name, rate in rates.items()} == {
        "current": Decimal("50.0"),  # 200 of 400
        "days_1_30": None,
        "days_31_60": None,
        "days_61_90": Decimal("100.0"),
    }


def test_collection_is_whole_where_nothing_overdue_is_left(shop: Shop) -> None:
    ama = make_debtor(shop.business)
    make_invoice(ama, "400.00", "2026-02-01", "2026-02-10", ("2026-03-10", "400.00"))
    make_invoice(ama, "200.00", "2026-03-31", "2026-04-30")
    before, after = ledger.books(shop.id, [day("2026-02-28"), day("2026-03-31")])
    assert receivables.collection_effectiveness(before, after).value == Decimal("100.0")


def test_use_of_a_limit_is_a_percentage_and_may_be_over_a_hundred() -> None:
    assert receivables.utilisation(Decimal("250.00"), Decimal("1000.00")) == receivables.Measure(Decimal("25.0"))
    assert receivables.utilisation(Decimal("1500.00"), Decimal("1000.00")).value == Decimal("150.0")
    assert receivables.utilisation(Decimal("5.00"), Decimal(0)).reason == "The credit limit is zero."


def test_a_ratio_has_one_decimal_its_scale_and_a_reason_where_there_is_no_whole() -> None:
    assert receivables.Measure.ratio(1, 3, "none", scale=100) == receivables.Measure(Decimal("33.3"))
    assert receivables.Measure.ratio(7, 2, "none").value == Decimal("3.5")
    assert receivables.Measure.ratio(1, 0, "none") == receivables.Measure(None, "none")


def agree_on_plan(customer: Customer, paid: str) -> None:
    """A plan of 100 in two parts, both due, agreed on forty days ago; `paid` of it came in since."""
    today = clock.today()
    agreed = today - dt.timedelta(days=40)
    sold, since = str(agreed - dt.timedelta(days=20)), str(agreed + dt.timedelta(days=5))
    make_invoice(customer, "100.00", sold, str(agreed), *([(since, paid)] if Decimal(paid) else []))
    plan = PaymentPlan.objects.create(business=customer.business, customer=customer, total=100, agreed_on=agreed)
    for days in (20, 10):
        due_on = today - dt.timedelta(days=days)
        Instalment.objects.create(business=customer.business, plan=plan, due_on=due_on, amount=50)


def test_plans_kept_are_a_share_of_three_or_more_that_ended_or_are_behind(shop: Shop) -> None:
    for _ in range(2):
        agree_on_plan(make_debtor(shop.business), "100.00")
    assert days_late.plan_success(shop.id) is None
    agree_on_plan(make_debtor(shop.business), "100.00")
    assert days_late.plan_success(shop.id) == 100
    for paid in ("0.00", "60.00"):
        agree_on_plan(make_debtor(shop.business), paid)
    assert days_late.plan_success(shop.id) == 60


def test_the_first_day_is_of_the_opening_and_the_last_day_of_the_time_between(shop: Shop) -> None:
    ama = make_debtor(shop.business)
    make_invoice(ama, "400.00", "2026-02-28", "2026-03-05", ("2026-03-10", "400.00"))
    make_invoice(ama, "100.00", "2026-01-01", "2026-01-31")
    make_invoice(ama, "200.00", "2026-03-31", "2026-04-30")
    before, after = ledger.books(shop.id, [day("2026-02-28"), day("2026-03-31")])
    assert receivables.collection_effectiveness(before, after).value == Decimal("80.0")  # (700 - 300) / (700 - 200)


def test_count_back_stops_once_all_that_is_open_is_found(shop: Shop) -> None:
    ama = make_debtor(shop.business)
    make_invoice(ama, "100.00", "2026-03-15", "2026-04-14")
    make_invoice(ama, "100.00", "2025-12-15", "2026-01-14", ("2026-01-14", "100.00"))
    assert str(receivables.count_back_dso(ledger.book(shop.id, day("2026-03-31"))).value) == "31.0"


def test_count_back_has_one_decimal(shop: Shop) -> None:
    make_invoice(make_debtor(shop.business), "300.00", "2026-03-15", "2026-04-14", ("2026-03-20", "200.00"))
    assert str(receivables.count_back_dso(ledger.book(shop.id, day("2026-03-31"))).value) == "10.3"


def test_not_a_pesewa_of_what_stays_in_its_bucket_has_rolled_on(shop: Shop) -> None:
    make_invoice(make_debtor(shop.business), "0.05", "2026-01-01", "2026-02-27")
    before, after = ledger.books(shop.id, [day("2026-02-28"), day("2026-03-20")])
    assert receivables.roll_rates(before, after)["days_1_30"].value == Decimal("0.0")
