"""Books of invoices, however they are read: the same as each invoice and its allocations say one by one."""

import datetime as dt
from collections import Counter
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from common import shop_clock as clock
from conftest import Shop
from reports import ledger
from reports.ledger import NEVER, Book, day_number
from reports.packed_columns import InvoiceNumbers
from reports.tests.builders import day, make_debtor, make_invoice, pay
from sales.models import Customer, PaymentAllocation, Sale

DAYS = [day("2026-01-10"), day("2026-01-20"), day("2026-02-15")]

START = dt.datetime(2026, 1, 2, tzinfo=dt.UTC)
moments = st.timedeltas(dt.timedelta(0), dt.timedelta(days=49)).map(lambda after: START + after)
invoices = st.tuples(
    moments,
    st.one_of(st.none(), st.dates(day("2026-01-02"), day("2026-03-20"))),
    st.lists(st.tuples(moments, st.sampled_from(["1.00", "2.50", "4.00"])), max_size=3),
    st.one_of(st.none(), moments),
)


def write(customer: Customer, sold_at: dt.datetime, due: dt.date | None, paid: Any, disputed: Any) -> None:
    """An invoice of 4 cedis with payments as they were entered, which need not be the order they came in."""
    sale = make_invoice(customer, "4.00", "2026-01-02", "2026-01-02")
    settled_at = None
    for moment, amount in paid:
        if sale.paid + Decimal(amount) <= sale.total:
            row = pay(sale, "2026-01-02", amount)
            PaymentAllocation.objects.filter(pk=row.pk).update(at=moment)
            settled_at = moment if sale.paid == sale.total else None
    Sale.objects.filter(pk=sale.pk).update(sold_at=sold_at, due_date=due, settled_at=settled_at, disputed_at=disputed)


def number(moment: dt.datetime | None) -> int:
    return day_number(clock.local_date(moment)) if moment else NEVER


def one_by_one(shop: Shop, as_of: dt.date) -> Counter[Any]:
    found: Counter[Any] = Counter()
    for sale in Sale.objects.of(shop.id):
        later = sale.allocations.filter(at__gte=clock.start_of(as_of + dt.timedelta(days=1)))
        sold = number(sale.sold_at)
        left = sale.total - sale.paid + sum(row.amount for row in later)
        listed = sale.due_date is not None or sale.paid < sale.total
        if listed and sold <= day_number(as_of):
            due = day_number(sale.due_date) if sale.due_date else sold
            disputed = number(sale.disputed_at) <= day_number(as_of)
            found[sale.customer_id, sold, due, number(sale.settled_at), 400, int(left * 100), disputed] += 1
    return found


def of_book(book: Book) -> Counter[Any]:
    columns = (book.sold, book.due, book.settled, book.total, book.open, book.disputed)
    owners = (book.customers[place] for place in book.customer)
    return Counter(zip(owners, *(each.tolist() for each in columns), strict=True))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=st.lists(invoices, max_size=6), ends_at=st.sampled_from([None, dt.time(3), dt.time(11, 59)]))
def test_books_tell_what_each_invoice_tells(shop: Shop, made: list[Any], ends_at: dt.time | None) -> None:
    point = transaction.savepoint()
    debtors = [make_debtor(shop.business, name) for name in ("Ama", "Kofi")]
    with clock.days_end_at(ends_at):
        for place, values in enumerate(made):
            write(debtors[place % 2], *values)
        for as_of, book in zip(DAYS, ledger.books(shop.id, DAYS), strict=True):
            assert of_book(book) == one_by_one(shop, as_of)
        assert of_book(ledger.book(shop.id, DAYS[1])) == one_by_one(shop, DAYS[1])
    transaction.savepoint_rollback(point)


@pytest.mark.postgres
@pytest.mark.django_db
def test_the_index_holds_the_numbers_in_the_words_that_are_asked_for() -> None:
    """In other words PostgreSQL would work them out for each invoice again, and say nothing."""
    rows = Sale.objects.order_by().annotate(numbers=InvoiceNumbers()).values("numbers")
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMP VIEW asked AS {rows.query}")
        cursor.execute(
            "SELECT pg_get_viewdef('asked'::regclass), pg_get_indexdef('invoices_as_numbers'::regclass, 3, false)"
        )
        asked, held = cursor.fetchone()
    assert held[1:-1] in asked.replace("sales_sale.", "")
