"""Metrics of orders to suppliers, promises of customers, prices changed and what happens at tills."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
import time_machine

from accounts.tests.builders import make_business, make_member, make_storefront
from common import clock
from common.tenancy import Role
from conftest import Shop
from inventory.models import Batch, PriceChange, PurchaseOrder, PurchaseOrderLine
from inventory.services import NewBill, record_bill
from inventory.tests.builders import make_order, make_product, make_supplier
from reports import metric_queries
from reports.metric_queries import Cut
from reports.tests.builders import make_debtor, make_invoice, pay
from sales.models import PromiseToPay, TillEvent
from sales.services import close_till, open_till, void_sale
from sales.services.tills import Counted
from sales.tests.builders import make_sale

D = Decimal
TODAY = dt.date(2026, 6, 15)
WEEK = {"start": TODAY, "end": TODAY + dt.timedelta(days=7)}


@pytest.fixture(autouse=True)
def _june() -> Iterator[None]:
    with time_machine.travel(dt.datetime.combine(TODAY, dt.time(12), tzinfo=dt.UTC), tick=False):
        yield


def value(shop: Shop, metric: str, **cut: Any) -> Decimal | None:
    return metric_queries.total(shop.business.pk, [metric], cut=Cut(**cut))[metric]


def values(shop: Shop, *metrics: str, **cut: Any) -> dict[str, Decimal | None]:
    return {metric: value(shop, metric, **cut) for metric in metrics}


def groups(shop: Shop, metric: str, dimension: str) -> dict[Any, Decimal | None]:
    rows = metric_queries.by(shop.business.pk, [metric], dimensions=[dimension], cut=Cut())
    return {row.key[0]: row[metric] for row in rows}


def day(days: int) -> dt.date:
    return TODAY + dt.timedelta(days=days)


def test_orders_that_have_not_come_whole_are_open_and_late_past_their_day(shop: Shop) -> None:
    mills, rice = make_supplier(shop.business), make_product(shop.business, cost=D(30))
    for expected, units, came in ((day(-1), 10, 4), (day(3), 5, 0), (day(-9), 8, 8)):
        order = make_order(rice, shop.storefront, units, supplier=mills, expected_on=expected)
        PurchaseOrderLine.objects.filter(order=order).update(received=came, unit_cost=None if came else D(20))
    make_order(rice, shop.storefront, 99, supplier=mills, status=PurchaseOrder.Status.DRAFT, sent_at=None)
    make_order(rice, shop.storefront, 99, supplier=mills, status=PurchaseOrder.Status.CANCELLED)
    assert values(shop, "open_orders", "late_orders", "on_order", "on_order_value") == {
        "open_orders": 2,
        "late_orders": 1,
        "on_order": 11,
        "on_order_value": 280,
    }
    assert values(shop, "expected_orders", "expected_value", **WEEK) == {"expected_orders": 1, "expected_value": 100}
    assert values(shop, "orders_placed", "ordered_value", **WEEK) == {"orders_placed": 3, "ordered_value": 640}
    assert groups(shop, "late_orders", "supplier") == {mills.pk: 1}
    assert value(shop, "late_orders_value") == 180
    assert groups(shop, "on_order", "product") == {rice.pk: 11}


def test_bills_fall_due_to_suppliers_on_their_days(shop: Shop) -> None:
    mills = make_supplier(shop.business, terms_days=30)
    for amount, days in (("100.00", 40), ("60.00", 27)):
        bill = NewBill(amount=D(amount), billed_on=day(-days))
        record_bill(shop.caller, supplier_id=mills.pk, bill=bill)
    assert value(shop, "due_to_suppliers", **WEEK) == 60
    assert value(shop, "open_bills") == 2
    assert groups(shop, "due_to_suppliers", "supplier") == {mills.pk: 160}
    assert value(shop, "billed_by_suppliers", start=day(-30), end=TODAY) == 60
    assert groups(shop, "billed_by_suppliers", "supplier") == {mills.pk: 160}


def test_promises_are_kept_open_or_broken_and_belong_to_their_day(shop: Shop) -> None:
    ama, esi = make_debtor(shop.business, "Ama"), make_debtor(shop.business, "Esi")
    invoice = make_invoice(ama, "100.00", "2026-05-01", "2026-05-10")
    pay(invoice, "2026-06-03", "50.00")
    for customer, amount, due, cancelled in (
        (ama, 50, day(-5), None),
        (ama, 50, day(4), None),
        (esi, 20, day(-2), None),
        (esi, 70, day(1), clock.now()),
    ):
        PromiseToPay.objects.create(
            business=shop.business,
            customer=customer,
            amount=amount,
            promised_on=dt.date(2026, 6, 1),
            due_on=due,
            cancelled_at=cancelled,
        )
    kept = values(shop, "promises", "promises_kept", "promises_broken", "promised", "promises_broken_value")
    assert kept == {
        "promises": 3,
        "promises_kept": 2,
        "promises_broken": 1,
        "promised": 120,
        "promises_broken_value": 20,
    }
    assert value(shop, "promises", **WEEK) == 1
    assert groups(shop, "promises_broken", "customer") == {ama.pk: 0, esi.pk: 1}


def test_prices_changed_are_counted_by_goods_by_whom_and_which_way(shop: Shop) -> None:
    rice = make_product(shop.business)
    for days, old, new in ((-9, 10, 12), (-4, 12, 11), (-2, 11, 11)):
        PriceChange.objects.create(
            business=shop.business,
            product=rice,
            at=clock.start_of(day(days)),
            by=shop.owner,
            source=PriceChange.Source.PRODUCT,
            old_cost=5,
            new_cost=6,
            old_retail_price=old,
            new_retail_price=new,
        )
    assert values(shop, "price_changes", "price_rises", "price_cuts") == {
        "price_changes": 3,
        "price_rises": 1,
        "price_cuts": 1,
    }
    assert groups(shop, "price_changes", "product") == {rice.pk: 3}
    assert groups(shop, "price_changes", "staff") == {shop.owner.pk: 3}
    assert value(shop, "last_price_change") == day(-2).toordinal()
    assert groups(shop, "price_before", "product") == {rice.pk: 12}


def test_a_price_that_never_changed_has_none_before(shop: Shop) -> None:
    rice = make_product(shop.business)
    assert groups(shop, "price_before", "product") == {rice.pk: None}


@pytest.mark.parametrize(
    ("kind", "metric"),
    [
        (TillEvent.Kind.RECEIPT_REPRINTED, "reprints"),
        (TillEvent.Kind.DRAWER_OPENED, "drawer_openings"),
        (TillEvent.Kind.CART_CANCELLED, "carts_cancelled"),
        (TillEvent.Kind.LINE_REMOVED, "lines_removed"),
        (TillEvent.Kind.PRICE_OVERRIDDEN, "price_overrides"),
        (TillEvent.Kind.DISCOUNT_REFUSED, "discounts_refused"),
    ],
)
def test_what_happens_at_tills_is_counted_by_who_did_it(shop: Shop, kind: str, metric: str) -> None:
    for on in (day(-1), day(-40)):
        TillEvent.objects.create(
            business=shop.business,
            storefront=shop.storefront,
            kind=kind,
            by=shop.owner,
            at=clock.start_of(on),
            sale=make_sale(shop.business),
            amount=D(5) if kind != TillEvent.Kind.DRAWER_OPENED else None,
        )
    assert groups(shop, metric, "staff") == {shop.owner.pk: 2}
    assert value(shop, metric, start=day(-7), end=TODAY) == 1


def test_voided_sales_are_told_of_who_had_made_them(shop: Shop) -> None:
    esi = make_member(shop.business, Role.CASHIER, name="Esi")
    sale = make_sale(shop.business, unit_price="40.00", sold_by=esi)
    void_sale(shop.caller, sale.pk, reason="Wrong goods")
    assert values(shop, "voids", "voided_value") == {"voids": 1, "voided_value": 40}
    assert groups(shop, "voids", "staff") == {esi.pk: 1}


def test_cash_differences_at_closing_are_what_was_over_less_what_was_missing(shop: Shop) -> None:
    assert value(shop, "cash_difference") is None
    for till, counted in (("Till 1", "88.00"), ("Till 2", "105.00")):
        session = open_till(shop.caller, storefront_id=shop.storefront.pk, till=till, opening_float=D(100))
        close_till(shop.caller, session.pk, counted=[Counted("cash", D(counted))])
    expected = {"cash_difference": -7, "cash_over": 5, "cash_missing": 12}
    assert values(shop, *expected) == expected


def test_batches_past_their_date_that_are_still_there_have_units_and_cost(shop: Shop) -> None:
    milo = make_product(shop.business, cost=D(30))
    of = {"business": shop.business, "product": milo, "storefront": shop.storefront}
    for days, quantity in ((-1, 2), (0, 4), (30, 3), (60, 9)):
        Batch.objects.create(**of, expires_on=day(days), quantity=quantity)
    assert values(shop, "past_expiry_units", "past_expiry_value") == {"past_expiry_units": 2, "past_expiry_value": 60}
    assert value(shop, "expiring_units", start=TODAY, end=day(31)) == 7


def test_no_other_shop_is_counted(shop: Shop) -> None:
    other = make_business("Other")
    make_order(make_product(other), make_storefront(other), 5)
    PromiseToPay.objects.create(business=other, customer=make_debtor(other), amount=5, promised_on=TODAY, due_on=day(1))
    found = values(shop, "open_orders", "orders_placed", "promises", "price_changes", "voids", "reprints")
    assert set(found.values()) == {0}
