"""Lines become sales once: whatever their order, however often and with whatever in between a file is imported."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db.models import Value
from django.db.models.functions import Concat
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import Business, Membership, Storefront
from conftest import Shop
from inventory.models import Category
from sales.imports.run import Tally
from sales.models import Customer, Payment, PaymentAllocation, Sale, SaleLine
from sales.services import record_payment
from sales.tests.history import history, imported, line, problems

FIVE = [line(sku=f"S{n}", product=f"Product {n}", quantity=n) for n in range(1, 6)]


def test_an_invoice_split_over_batches_is_one_sale(shop: Shop) -> None:
    imported(shop, history(*FIVE), batch=2)
    sale = Sale.objects.get()
    assert (sale.total, sale.paid) == (Decimal(1200), Decimal(1200))
    assert [each.position for each in sale.lines.all()] == [0, 1, 2, 3, 4]
    assert sum(a.amount for a in PaymentAllocation.objects.filter(invoice=sale)) == sale.paid


def test_an_invoice_that_comes_back_later_in_the_file_grows(shop: Shop) -> None:
    others = [line(invoice_no=str(n)) for n in range(2000, 2006)]
    file = history(FIVE[0], *others, FIVE[1], FIVE[0])
    imported(shop, file, batch=2)
    sale = Sale.objects.get(number="1001")
    assert (sale.lines.count(), sale.total) == (3, Decimal(320))
    assert imported(shop, file, batch=2).skipped == 9


def test_a_second_run_adds_nothing(shop: Shop) -> None:
    file = history(*FIVE, FIVE[0], line(invoice_no="C1", quantity=-1), line(invoice_no="C1", quantity=-2))
    first, second = imported(shop, file), imported(shop, file)
    assert (first.imported, first.skipped) == (8, 0)
    assert (second.imported, second.skipped, second.sales) == (0, 8, 0)


def test_a_second_run_adds_nothing_when_names_have_changed_since(shop: Shop) -> None:
    file = history(line(customer="Ama", storefront="Tema", staff="Esi", category="Food"))
    imported(shop, file)
    for rows in (Customer, Storefront, Membership, Category):
        rows.objects.of(shop.business.pk).update(name=Concat("name", Value(" & Sons")))
    assert imported(shop, file) == Tally(read=1, skipped=1)


def test_a_corrected_line_goes_in_by_itself(shop: Shop) -> None:
    imported(shop, history(FIVE[0], line(quantity="x"), FIVE[2]))
    assert imported(shop, history(line(quantity=7))).imported == 1
    assert Sale.objects.get().total == Decimal(80 + 240 + 560)


def test_a_later_file_that_knows_of_a_payment_settles_the_invoice_once(shop: Shop) -> None:
    def file(rice_paid: str, gari_paid: str) -> bytes:
        due = {"customer": "Ama", "due_date": "2025-04-02"}
        return history(
            line(**due, paid_at=rice_paid), line(**due, paid_at=gari_paid, sku="GARI", product="Gari", unit_price=10)
        )

    imported(shop, file("", ""))
    assert [imported(shop, file("2025-04-20", "")).paid_off for _ in range(2)] == [1, 0]
    assert [imported(shop, file("2025-04-20", "2025-05-01")).paid_off for _ in range(2)] == [1, 0]
    sale = Sale.objects.get()
    assert (sale.paid, sale.settled_at) == (Decimal(180), dt.datetime(2025, 5, 1, tzinfo=dt.UTC))
    assert [p.amount for p in Payment.objects.order_by("received_at")] == [Decimal(160), Decimal(20)]


def test_the_same_file_for_another_business_is_its_own(shop: Shop, other_shop: Shop) -> None:
    imported(shop, history(*FIVE))
    assert imported(other_shop, history(*FIVE)).imported == 5
    assert Sale.objects.of(other_shop.business.pk).count() == 1


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"storefront": "Tema"}, "invoice 1001 is of another storefront on an earlier line"),
        ({"customer": "Kofi"}, "invoice 1001 is of another customer on an earlier line"),
        ({"sold_at": "2024-03-03"}, "invoice 1001 was already used on 2025-03-03: each sale needs a number of its own"),
    ],
)
def test_one_number_is_not_two_sales(shop: Shop, changed: dict[str, str], reason: str) -> None:
    file = history(line(customer="Ama"), line(**changed))
    assert problems(shop, file) == [(3, reason)]
    assert SaleLine.objects.count() == 1


def test_a_customer_named_on_a_later_line_is_the_invoices(shop: Shop) -> None:
    imported(shop, history(line(), line(customer="Ama"), line()))
    assert Sale.objects.get().customer == Customer.objects.get()


def test_a_number_that_a_till_gave_out_is_left_alone(shop: Shop) -> None:
    made = Sale.objects.create(
        business=shop.business,
        number="1001",
        storefront=shop.storefront,
        sold_at="2025-03-03T10:00Z",
        subtotal=5,
        total=5,
    )
    assert problems(shop, history(line())) == [(2, "invoice 1001 is a sale that was made in this system")]
    assert not made.lines.exists()


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lines=st.lists(
        st.builds(
            line,
            invoice_no=st.sampled_from(["1", "2", "3"]),
            sku=st.sampled_from(["A", "B"]),
            quantity=st.sampled_from([-2, -1, 1, 2]),
        ),
        min_size=1,
        max_size=12,
    ),
    stop=st.integers(0, 12),
)
@pytest.mark.django_db
def test_an_import_that_stops_anywhere_and_runs_again_is_as_one_that_did_not(
    lines: list[dict[str, str]], stop: int
) -> None:
    shops = [Shop(Business.objects.create(name=name), None, None) for name in "ab"]  # type: ignore[arg-type]
    imported(shops[0], history(*lines), batch=2)
    imported(shops[1], history(*lines[:stop], *([] if stop else lines[:1])), batch=2)
    imported(shops[1], history(*lines), batch=2)
    once, twice = (
        sorted(
            Sale.objects.of(shop.business.pk).values_list(
                "number", "total", "paid", "lines__product__sku", "lines__quantity"
            )
        )
        for shop in shops
    )
    assert once == twice
    assert len(once) == len(lines)


def test_money_that_a_till_took_meanwhile_counts_towards_the_invoice(shop: Shop) -> None:
    due = {"customer": "Ama", "due_date": "2025-04-02"}
    imported(shop, history(line(**due, paid_at="")))
    ama = Customer.objects.get()
    record_payment(shop.caller, customer_id=ama.pk, amount=Decimal(100), method="cash")
    imported(shop, history(line(**due, paid_at="2025-04-20")))
    sale = Sale.objects.get()
    assert (sale.paid, sale.total) == (Decimal(160), Decimal(160))
    assert sorted(p.amount for p in Payment.objects.all()) == [Decimal(60), Decimal(100)]
