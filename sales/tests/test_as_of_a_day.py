"""Figures as of a day: money counts from when it came, stock leaves when it was there."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db.models import Sum

from common import clock
from conftest import Shop
from inventory.models import Product, StockMovement
from inventory.services import AdjustmentLine, adjust_stock
from inventory.tests.builders import make_product
from reports import ledger
from sales.models import Customer, PaymentAllocation, Sale
from sales.services import NewLine, NewPayment, record_payment, record_sale
from sales.tests.builders import make_customer, make_invoice, make_payment
from sales.tests.history import history, imported, line

D = Decimal
NOW = clock.now()


def ago(days: int) -> dt.datetime:
    return NOW - dt.timedelta(days=days)


def day(days: int) -> dt.date:
    return clock.local_date(ago(days))


@pytest.fixture
def ama(shop: Shop) -> Customer:
    return make_customer(shop.business, "Ama", terms_days=10)


@pytest.fixture
def rice(shop: Shop) -> Product:
    return make_product(shop.business, "Rice", retail_price=D(20))


def deliver(shop: Shop, rice: Product, units: int) -> None:
    adjust_stock(
        shop.caller,
        storefront_id=shop.storefront.pk,
        lines=[AdjustmentLine(rice.pk, quantity=D(units))],
        kind=StockMovement.Kind.PURCHASE,
        reason="",
    )


def sell(shop: Shop, rice: Product, units: int, *, at: dt.datetime, customer: Customer | None = None) -> Sale:
    cash = [] if customer else [NewPayment("cash", D(20 * units))]
    return record_sale(
        shop.caller,
        storefront_id=shop.storefront.pk,
        lines=[NewLine(rice.pk, D(units))],
        payments=cash,
        sold_at=at,
        customer_id=customer.pk if customer else None,
    )


def lowest(rice: Product) -> Decimal:
    """The lowest stock of any moment."""
    balance, least = D(0), D(0)
    for units in (
        StockMovement.objects.filter(product=rice).order_by("at", "created_at").values_list("quantity", flat=True)
    ):
        balance += units
        least = min(least, balance)
    return least


def test_an_advance_is_credit_until_the_day_of_its_invoice(shop: Shop, ama: Customer) -> None:
    make_invoice(ama, 100, sold_at=ago(5), due=day(1))
    record_payment(shop.caller, customer_id=ama.pk, amount=D(100), method="cash", received_at=ago(20))
    credit = [ledger.unallocated_credit(shop.business.pk, day(days)).get(ama.pk, D(0)) for days in (21, 10, 4)]
    assert credit == [D(0), D(100), D(0)]
    assert Sale.objects.get().settled_at == PaymentAllocation.objects.get().at == Sale.objects.get().sold_at


def test_a_back_dated_sale_is_open_until_its_money_came(shop: Shop, ama: Customer, rice: Product) -> None:
    deliver(shop, rice, 10)
    make_payment(ama, 100, at=ago(5))
    sell(shop, rice, 5, at=ago(20), customer=ama)
    open_on = [int(ledger.book(shop.business.pk, day(days)).open.sum()) for days in (10, 4)]
    assert open_on == [10_000, 0]


def test_an_imported_advance_settles_on_the_day_of_its_sale(shop: Shop) -> None:
    imported(shop, history(line(customer="Ama", due_date="2025-04-02", paid_at="2025-02-01")))
    sale = Sale.objects.get()
    assert sale.settled_at == PaymentAllocation.objects.get().at == sale.sold_at


def test_a_sale_back_dated_to_before_the_first_delivery_leaves_with_it(shop: Shop, rice: Product) -> None:
    deliver(shop, rice, 10)
    sell(shop, rice, 4, at=ago(9))
    delivery, sale = StockMovement.objects.order_by("created_at")
    assert sale.at == delivery.at
    assert lowest(rice) == 0


def test_a_back_dated_sale_leaves_on_its_day_where_there_was_enough(shop: Shop, rice: Product) -> None:
    deliver(shop, rice, 10)
    StockMovement.objects.all().update(at=ago(30))
    sell(shop, rice, 8, at=ago(3))
    late = sell(shop, rice, 2, at=ago(20))
    assert StockMovement.objects.get(document_id=late.pk).at == ago(20)
    assert lowest(rice) == 0


def test_stock_of_no_past_day_is_below_zero_whatever_is_entered_late(shop: Shop, rice: Product) -> None:
    for units, days in ((6, 30), (4, 10)):
        deliver(shop, rice, units)
        StockMovement.objects.filter(quantity=units, kind="purchase").update(at=ago(days))
    sell(shop, rice, 5, at=ago(20))
    sell(shop, rice, 3, at=ago(25))
    assert lowest(rice) == 0
    assert StockMovement.objects.aggregate(left=Sum("quantity"))["left"] == 2
