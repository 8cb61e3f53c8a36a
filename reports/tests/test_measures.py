"""Each metric by hand: what counts, what does not, and how it is cut."""

import datetime as dt
from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest

from accounts.tests.builders import make_member
from common import clock
from conftest import Shop
from reports import metric_queries
from reports.metric_queries import CannotMeasure, Cut
from reports.metrics import AS_OF_NOW, DAYS_PART, METRICS, PARTS
from reports.tests.trade import make_product, sell, stock

MAY = dt.date(2026, 5, 10)
CUT = Cut(dt.date(2026, 5, 1), dt.date(2026, 6, 1))


def _value(shop: Shop, metric: str, cut: Cut = CUT) -> Decimal | None:
    return metric_queries.total(shop.business.pk, [metric], cut=cut)[metric]


def test_sales_are_net_of_returns_and_outside_days_do_not_count(shop: Shop) -> None:
    sell(shop.storefront, "Rice", 5, "10.00", on=MAY)
    sell(shop.storefront, "Rice", -1, "10.00", on=dt.date(2026, 5, 31))
    sell(shop.storefront, "Rice", 7, "10.00", on=dt.date(2026, 6, 1))
    assert _value(shop, "revenue") == Decimal("40.00")
    assert _value(shop, "units") == 4
    assert _value(shop, "returns") == Decimal("10.00")
    assert _value(shop, "sales_count") == 1
    assert _value(shop, "average_sale") == Decimal("40.00")
    assert _value(shop, "return_rate") == Decimal("20.0")


def test_profit_leaves_out_sales_of_unknown_cost_and_says_how_much_that_was(shop: Shop) -> None:
    sell(shop.storefront, "Rice", 5, "10.00", cost="6.00", on=MAY)
    sell(shop.storefront, "Repair", 1, "100.00", on=MAY)
    row = metric_queries.total(shop.business.pk, ["profit", "margin"], cut=CUT)
    assert (row["profit"], row["margin"]) == (Decimal("20.00"), Decimal("40.0"))
    assert row.parts["uncosted_revenue"] == Decimal("100.00")


def test_another_business_never_counts(shop: Shop, other_shop: Shop) -> None:
    sell(other_shop.storefront, "Rice", 5, "10.00", on=MAY)
    assert _value(shop, "revenue") == 0
    assert _value(shop, "margin") is None


def test_groups_by_product_customer_and_month_add_up_to_the_total(shop: Shop) -> None:
    sell(shop.storefront, "Rice", 5, "10.00", on=MAY, customer="Ama")
    sell(shop.storefront, "Oil", 2, "30.00", on=MAY, customer="Kofi")
    sell(shop.storefront, "Oil", 1, "30.00", on=dt.date(2026, 5, 11))
    for dimension in ("product", "customer", "month", "weekday", "hour", "staff", "price_tier"):
        rows = metric_queries.by(shop.business.pk, ["revenue"], dimensions=[dimension], cut=CUT)
        assert sum(row["revenue"] or 0 for row in rows) == Decimal("140.00"), dimension
    by_day = metric_queries.by(shop.business.pk, ["revenue"], dimensions=["day"], cut=CUT)
    assert {row.key[0]: row["revenue"] for row in by_day} == {
        MAY: Decimal("110.00"),
        dt.date(2026, 5, 11): Decimal("30.00"),
    }


def test_filters_narrow_to_products_staff_and_storefronts(shop: Shop) -> None:
    ama = make_member(shop.business, name="Ama")
    sell(shop.storefront, "Rice", 5, "10.00", on=MAY, staff=ama)
    sell(shop.storefront, "Oil", 2, "30.00", on=MAY)
    rice = make_product(shop.business, "Rice")
    assert _value(shop, "revenue", Cut(CUT.start, CUT.end, {"product": [rice.pk]})) == Decimal("50.00")
    assert _value(shop, "sales_count", Cut(CUT.start, CUT.end, {"product": [rice.pk]})) == 1
    assert _value(shop, "revenue", Cut(CUT.start, CUT.end, {"staff": [ama.pk]})) == Decimal("50.00")
    assert _value(shop, "revenue", Cut(CUT.start, CUT.end, excluding={"product": [rice.pk]})) == Decimal("60.00")


def test_payments_are_cut_by_method_and_less_what_was_paid_back(shop: Shop) -> None:
    sell(shop.storefront, "Rice", 5, "10.00", on=MAY, method="mobile_money")
    sell(shop.storefront, "Rice", -1, "10.00", on=MAY, method="mobile_money")
    sell(shop.storefront, "Rice", 1, "10.00", on=MAY)
    rows = metric_queries.by(shop.business.pk, ["received"], dimensions=["method"], cut=CUT)
    assert {row.key[0]: row["received"] for row in rows} == {"mobile_money": Decimal("40.00"), "cash": Decimal("10.00")}


def test_open_and_overdue_invoices_are_as_they_stand_today(shop: Shop) -> None:
    today = clock.today()
    sell(shop.storefront, "Rice", 5, "10.00", on=today, customer="Ama", due=today - dt.timedelta(days=1))
    sell(shop.storefront, "Rice", 1, "10.00", on=today, customer="Ama", due=today)
    assert _value(shop, "outstanding", Cut()) == Decimal("60.00")
    assert _value(shop, "overdue", Cut()) == Decimal("50.00")
    assert _value(shop, "debtors", Cut()) == 1


def test_stock_is_valued_at_cost_and_services_have_none(shop: Shop) -> None:
    stock(make_product(shop.business, "Rice", cost=Decimal(6), retail_price=Decimal(10)), shop.storefront, 4)
    stock(make_product(shop.business, "Repair", tracks_stock=False, cost=Decimal(9)), shop.storefront, 4)
    assert _value(shop, "stock_value", Cut()) == Decimal("24.00")
    assert _value(shop, "stock_retail_value", Cut()) == Decimal("40.00")


def test_units_by_payment_method_cannot_be_measured(shop: Shop) -> None:
    assert not metric_queries.can("units", ["method"])
    with pytest.raises(CannotMeasure):
        metric_queries.by(shop.business.pk, ["units"], dimensions=["method"], cut=CUT)


def test_every_metric_is_measured_from_parts_that_exist(shop: Shop) -> None:
    assert {part for metric in METRICS.values() for part in metric.parts} <= {*PARTS, DAYS_PART}
    measured = metric_queries.total(shop.business.pk, list(METRICS), cut=CUT)
    assert {key for key in METRICS if measured[key]} == {"days_without_sales", "storefront_count", "staff_count"}


def test_a_metric_is_as_of_now_when_all_it_is_made_of_is() -> None:
    for metric in METRICS.values():
        sources = {source for part in metric.parts if part != DAYS_PART for source in PARTS[part].by_source}
        assert metric.as_of_now == (sources <= AS_OF_NOW), metric.key


def test_no_two_metrics_are_called_the_same() -> None:
    said = Counter(phrase for metric in METRICS.values() for phrase in metric.said)
    assert [phrase for phrase, times in said.items() if times > 1] == []
    assert all(phrase == phrase.lower().strip() and "  " not in phrase for phrase in said)


def test_gross_sales_are_before_returns_and_net_after(shop: Shop) -> None:
    sell(shop.storefront, "Rice", 5, "10.00", on=MAY)
    sell(shop.storefront, "Rice", -2, "10.00", on=MAY)
    assert (_value(shop, "gross_sales"), _value(shop, "revenue")) == (Decimal("50.00"), Decimal("30.00"))


def test_a_sale_of_which_only_the_day_is_known_belongs_to_no_hour(shop: Shop) -> None:
    sell(shop.storefront, "Rice", 1, "10.00", on=MAY, at_hour=9)
    dayless = sell(shop.storefront, "Rice", 3, "10.00", on=MAY, at_hour=0)
    dayless.time_known = False
    dayless.save()
    rows = metric_queries.by(shop.business.pk, ["revenue", "sales_count"], dimensions=["hour"], cut=CUT)
    assert {row.key: (row["revenue"], row["sales_count"]) for row in rows} == {(9,): (Decimal("10.00"), Decimal(1))}
    assert metric_queries.without_hour(shop.business.pk, cut=CUT) == 1
    assert _value(shop, "revenue", replace(CUT, filters={"hour": [0]})) == 0
    assert _value(shop, "revenue") == Decimal("40.00")
