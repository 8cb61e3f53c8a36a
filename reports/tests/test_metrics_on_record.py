"""Metrics of the stock ledger, of debts and of customers, on a shop of a few rows."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
import time_machine

from accounts.models import Storefront
from common import clock
from conftest import Shop
from inventory.models import Batch, StockMovement
from inventory.services import NewBill, StockLine, pay_supplier, record_bill, transfer_stock
from inventory.tests.builders import make_supplier
from reports import metric_queries
from reports.metric_queries import Cut, Within
from reports.metrics import METRICS
from reports.segments import SEGMENTS, Window
from reports.tests.builders import make_debtor, make_invoice, pay
from reports.tests.trade import make_customer, make_product, sell, stock
from sales.models import Customer, Payment

TODAY = dt.date(2026, 6, 15)
Kind = StockMovement.Kind


@pytest.fixture(autouse=True)
def _june() -> Iterator[None]:
    with time_machine.travel(dt.datetime.combine(TODAY, dt.time(12), tzinfo=dt.UTC), tick=False):
        yield


def value(shop: Shop, metric: str, **cut: Any) -> Decimal | None:
    return metric_queries.total(shop.business.pk, [metric], cut=Cut(**cut))[metric]


def moved(shop: Shop, kind: Kind, quantity: int, reason: str = "", *, cost: str | None = None, hour: int = 9) -> None:
    product = make_product(shop.business, "Milo", cost=Decimal(30))
    StockMovement.objects.create(
        business=shop.business,
        product=product,
        storefront=shop.storefront,
        kind=kind,
        quantity=quantity,
        balance_after=100,
        reason=reason,
        unit_cost=cost,
        at=clock.start_of(TODAY) + dt.timedelta(hours=hour),
    )


def test_deliveries_leave_out_opening_stock_and_are_worth_what_they_cost_then(shop: Shop) -> None:
    moved(shop, Kind.PURCHASE, 50, "Opening stock", hour=6)
    moved(shop, Kind.PURCHASE, 10, "Harbour Foods", cost="31.50")
    moved(shop, Kind.PURCHASE, 4, "Harbour Foods", hour=11)
    expected = {"delivered": 14, "delivered_value": Decimal("435.00"), "deliveries": 2}
    assert {metric: value(shop, metric) for metric in expected} == expected
    assert value(shop, "last_delivery") == TODAY.toordinal()


def test_what_is_lost_is_told_by_its_reason(shop: Shop) -> None:
    for quantity, reason in ((-3, "Damaged"), (-2, "two bottles broken"), (-4, "Expired"), (-1, "Stock count")):
        moved(shop, Kind.ADJUSTMENT, quantity, reason)
    moved(shop, Kind.SALE, -9)
    expected = {"damaged": 5, "damaged_value": 150, "expired": 4, "written_off": 9, "counted_difference": -1}
    assert {metric: value(shop, metric) for metric in expected} == expected


def test_transfers_are_counted_in_and_out(shop: Shop) -> None:
    moved(shop, Kind.TRANSFER, 6)
    moved(shop, Kind.TRANSFER, -2)
    assert (value(shop, "transferred_in"), value(shop, "transferred_out")) == (Decimal(6), Decimal(2))


def test_what_went_to_one_storefront_is_told_from_what_went_to_another(shop: Shop) -> None:
    milo = make_product(shop.business, "Milo", cost=Decimal(30))
    stock(milo, shop.storefront, 10)
    osu, kumasi = (Storefront.objects.create(business=shop.business, name=name) for name in ("Osu", "Kumasi"))
    for to, quantity in ((osu, 3), (kumasi, 2)):
        line = StockLine(milo.pk, Decimal(quantity))
        transfer_stock(shop.caller, from_storefront_id=shop.storefront.pk, to_storefront_id=to.pk, lines=[line])
    assert value(shop, "transferred_out", filters={"destination": [osu.pk]}) == 3
    assert value(shop, "last_transfer") == TODAY.toordinal()


def test_debts_are_told_by_how_late_they_are(shop: Shop) -> None:
    ama = make_debtor(shop.business, "Ama")
    for total, due in (("100", "2026-07-01"), ("70", "2026-06-10"), ("50", "2026-05-10"), ("20", "2026-01-10")):
        make_invoice(ama, total, "2026-01-01", due)
    rows = metric_queries.by(shop.business.pk, ["outstanding"], dimensions=["lateness"], cut=Cut())
    assert {row.key[0]: row["outstanding"] for row in rows} == {"d00": 100, "d30": 70, "d60": 50, "d91": 20}


def test_how_customers_pay_is_told_of_what_they_have_paid_off(shop: Shop) -> None:
    ama = make_debtor(shop.business, "Ama")
    make_invoice(ama, "100", "2026-04-01", "2026-04-20", ("2026-04-11", "100"))
    make_invoice(ama, "100", "2026-04-01", "2026-04-20", ("2026-05-01", "100"))
    make_invoice(ama, "100", "2026-05-01", "2026-05-20")
    expected = {"days_to_pay": Decimal("20.0"), "days_late": Decimal("1.0"), "on_time_rate": Decimal("50.0")}
    assert {metric: value(shop, metric) for metric in expected} == expected


def test_collected_from_debtors_is_what_was_paid_for_sales_of_an_earlier_day(shop: Shop) -> None:
    ama = make_debtor(shop.business, "Ama")
    older = make_invoice(ama, "100", "2026-05-01", "2026-05-20")
    same = make_invoice(ama, "70", "2026-06-02", "2026-07-02")
    pay(older, "2026-06-02", "40")
    pay(same, "2026-06-02", "30")
    june = {"start": dt.date(2026, 6, 1), "end": dt.date(2026, 7, 1)}
    assert value(shop, "debt_collected", **june) == Decimal("40.00")
    assert value(shop, "part_paid") == Decimal("70.00")
    assert value(shop, "oldest_invoice") == 45


def test_the_latest_sale_is_the_last_to_the_customer_named(shop: Shop) -> None:
    for days, (name, price) in enumerate((("Ama", "10.00"), ("Ama", "7.00"), ("Esi", "5.00"))):
        sell(shop.storefront, "Rice", 1, price, on=clock.today() - dt.timedelta(days=9 - days), customer=name)
    ama = Customer.objects.get(business=shop.business, name="Ama")
    found = SEGMENTS["sale:latest"].members(
        shop.business.pk, Window(Cut(filters={"customer": [ama.pk]}), clock.today())
    )
    within = Cut(within=(Within("sale", found),))
    assert metric_queries.total(shop.business.pk, ["revenue"], cut=within)["revenue"] == Decimal("7.00")


def test_limits_room_and_credit_are_facts_of_customers(shop: Shop) -> None:
    ama = make_debtor(shop.business, "Ama", credit_limit=Decimal(150))
    make_debtor(shop.business, "Kofi")
    make_invoice(ama, "100", "2026-05-01", "2026-05-20")
    Payment.objects.create(
        business=shop.business, customer=ama, method="cash", amount=25, received_at=clock.now(), kind="received"
    )
    rows = metric_queries.by(
        shop.business.pk, ["credit_limit", "credit_room", "advance"], dimensions=["customer"], cut=Cut()
    )
    found = {row.key[0]: (row["credit_limit"], row["credit_room"], row["advance"]) for row in rows}
    assert found.pop(ama.pk) == (Decimal(150), Decimal(75), Decimal(25))
    assert list(found.values()) == [(None, None, Decimal(0))]


def test_prices_charged_and_discounts(shop: Shop) -> None:
    sell(shop.storefront, "Rice", 2, "10.00", on=TODAY, discount="2.00")
    sell(shop.storefront, "Rice", 1, "12.00", on=TODAY, customer="Ama")
    sell(shop.storefront, "Rice", -1, "10.00", on=TODAY)
    expected = {
        "gross_sales": 30,
        "revenue": 20,
        "highest_price": 12,
        "lowest_price": 10,
        "discount_rate": Decimal("6.3"),
        "discounted_sales": 1,
        "returns_count": 1,
        "sales_per_customer": 1,
        "revenue_per_customer": 12,
        "trading_days": 1,
        "paid_back": 10,
        "refunds": 1,
        "average_payment": 15,
    }
    assert {metric: value(shop, metric) for metric in expected} == expected


def test_cover_and_what_to_order_follow_the_pace_of_thirty_days(shop: Shop) -> None:
    milo = make_product(shop.business, "Milo", cost=Decimal(30), retail_price=Decimal(45), reorder_level=5)
    stock(milo, shop.storefront, 10)
    sell(shop.storefront, "Milo", 30, "45.00", on=TODAY - dt.timedelta(days=2))
    sell(shop.storefront, "Milo", 90, "45.00", on=TODAY - dt.timedelta(days=40))
    [row] = metric_queries.by(shop.business.pk, ["cover_days", "suggested_order"], dimensions=["product"], cut=Cut())
    assert (row["cover_days"], row["suggested_order"]) == (Decimal("10.0"), Decimal(25))
    assert value(shop, "stock_profit") == Decimal("150.00")


def test_every_metric_can_be_had_by_all_that_it_says(shop: Shop) -> None:
    make_customer(shop.business, "Ama")
    sell(shop.storefront, "Rice", 2, "10.00", on=TODAY, customer="Ama", due=TODAY)
    dimensions = ("product", "customer", "storefront", "staff", "month", "weekday", "method", "sale", "supplier")
    for key in METRICS:
        for dimension in dimensions:
            if metric_queries.can(key, [dimension]):
                rows = metric_queries.by(shop.business.pk, [key], dimensions=[dimension], cut=Cut())
                assert all(row[key] is None or isinstance(row[key], Decimal) for row in rows), (key, dimension)


def test_what_suppliers_are_owed_and_were_paid_is_none_where_nothing_is_entered(shop: Shop) -> None:
    assert value(shop, "owed_to_suppliers") is None
    mills = make_supplier(shop.business)
    for amount, days in (("100.00", 40), ("60.00", 5)):
        bill = NewBill(amount=Decimal(amount), billed_on=TODAY - dt.timedelta(days=days))
        record_bill(shop.caller, supplier_id=mills.pk, bill=bill)
    pay_supplier(shop.caller, supplier_id=mills.pk, amount=Decimal("30.00"), method="cash")
    expected = {"owed_to_suppliers": 130, "overdue_to_suppliers": 70, "paid_to_suppliers": 30}
    assert {metric: value(shop, metric) for metric in expected} == expected
    rows = metric_queries.by(shop.business.pk, ["owed_to_suppliers"], dimensions=["supplier"], cut=Cut())
    assert [(row.key[0], row["owed_to_suppliers"]) for row in rows] == [(mills.pk, Decimal(130))]


def test_what_expires_soon_and_what_counts_found_missing_is_worth_its_cost(shop: Shop) -> None:
    milo = make_product(shop.business, "Milo", cost=Decimal(30))
    of = {"business": shop.business, "product": milo, "storefront": shop.storefront}
    for days, quantity, cost in ((30, 4, "25.00"), (31, 9, "25.00"), (-1, 1, None)):
        Batch.objects.create(**of, expires_on=TODAY + dt.timedelta(days=days), quantity=quantity, unit_cost=cost)
    for quantity in (-2, 3):
        moved(shop, Kind.ADJUSTMENT, quantity, "Stock count")
    soon = {"start": TODAY, "end": TODAY + dt.timedelta(days=31)}
    expected = {"expiring_units": 4, "expiring_value": 100, "missing_at_counts": 60}
    assert {metric: value(shop, metric, **soon) for metric in expected} == expected
