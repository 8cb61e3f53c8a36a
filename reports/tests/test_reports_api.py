"""Every report through the API: figures, filters, roles, tenants, and a fixed number of queries."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from accounts.tests.builders import make_member, make_storefront
from common import clock
from common.tenancy import Role
from conftest import Shop
from inventory.models import Product
from inventory.tests.builders import make_product
from reports import metric_queries
from reports.catalogue import REPORTS
from reports.metric_queries import Cut
from reports.tests.builders import make_debtor, make_invoice
from reports.tests.trade import sell, stock

MAY = "?from=2026-05-01&to=2026-05-31"
PATHS = [report.path for report in REPORTS]


def get(client: APIClient, path: str, query: str = MAY, status: int = 200) -> Any:
    answer = client.get(f"/reports/api/{path}/{query}")
    assert answer.status_code == status, answer.content
    return answer.json()


def trade(shop: Shop, days: int = 3) -> None:
    for number in range(1, days + 1):
        sell(
            shop.storefront,
            f"Rice {number}",
            number,
            "10.00",
            on=dt.date(2026, 5, number),
            cost="6.00",
            customer=f"Customer {number}",
            staff=shop.owner,
            category="Food",
        )


@pytest.mark.parametrize("path", PATHS)
def test_a_report_answers_a_shop_with_nothing_in_it(owner_client: APIClient, path: str) -> None:
    body = get(owner_client, path)
    assert body["results"] == []
    assert body["period"] == {"from": "2026-05-01", "to": "2026-05-31", "days": 31, "storefront_id": None}


@pytest.mark.parametrize("path", PATHS)
def test_a_report_answers_the_same_without_its_last_slash(owner_client: APIClient, path: str) -> None:
    assert owner_client.get(f"/reports/api/{path}{MAY}").json() == get(owner_client, path)


@pytest.mark.parametrize("path", PATHS)
def test_a_report_is_for_owners_and_managers(
    client: APIClient, cashier_client: APIClient, shop: Shop, client_of: Callable[..., APIClient], path: str
) -> None:
    manager = client_of(make_member(shop.business, Role.MANAGER))
    statuses = [each.get(f"/reports/api/{path}/").status_code for each in (client, cashier_client, manager)]
    assert statuses == [401, 403, 200]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("?from=yesterday", "from"),
        ("?to=2026-02-30", "to"),
        ("?from=2026-06-01&to=2026-05-01", "from"),
        ("?from=0001-01-01", "from"),
        ("?to=9999-12-31", "to"),
        ("?compare=next", "compare"),
        ("?storefront_id=7", "storefront_id"),
        ("?limit=0", "limit"),
        ("?group_by=moon", "group_by"),
        ("?order_by=moon", "order_by"),
        ("?from=1990-01-01", "from"),
    ],
)
def test_bad_input_is_refused_by_field(owner_client: APIClient, path: str, query: str, field: str) -> None:
    assert list(get(owner_client, path, query, 400)["fields"]) == [field]


@pytest.mark.parametrize("path", PATHS)
def test_a_storefront_of_another_business_is_refused(owner_client: APIClient, other_shop: Shop, path: str) -> None:
    body = get(owner_client, path, f"?storefront_id={other_shop.storefront.pk}", 400)
    assert "storefront_id" in body["fields"]


@pytest.mark.parametrize("path", PATHS)
def test_a_report_never_shows_another_business(owner_client: APIClient, other_shop: Shop, path: str) -> None:
    trade(other_shop)
    make_invoice(make_debtor(other_shop.business), "70.00", "2026-05-01", "2026-05-02")
    assert get(owner_client, path)["results"] == []


@pytest.mark.parametrize("path", PATHS)
def test_a_report_makes_the_same_queries_for_few_rows_and_for_many(
    owner_client: APIClient, shop: Shop, path: str
) -> None:
    counts = []
    for days in (2, 12):
        trade(shop, days)
        make_invoice(make_debtor(shop.business), "70.00", "2026-05-01", "2026-05-02")
        with CaptureQueriesContext(
            connection,
        ) as made:
            get(owner_client, path, MAY + "&compare=previous")
        counts.append(len(made))
    assert counts[0] == counts[1]


def test_the_sales_summary_has_the_same_figures_as_an_answer_to_a_question(owner_client: APIClient, shop: Shop) -> None:
    trade(shop)
    body = get(owner_client, "sales/summary")
    row = metric_queries.total(shop.business.pk, ["revenue"], cut=Cut(dt.date(2026, 5, 1), dt.date(2026, 6, 1)))
    assert body["summary"]["revenue"] == "60.00" == str(row["revenue"])
    assert [day["period"] for day in body["results"]] == ["2026-05-01", "2026-05-02", "2026-05-03"]


def test_a_summary_compares_with_the_days_just_before(owner_client: APIClient, shop: Shop) -> None:
    sell(shop.storefront, "Rice", 1, "40.00", on=dt.date(2026, 4, 30))
    sell(shop.storefront, "Rice", 1, "50.00", on=dt.date(2026, 5, 31))
    found = get(owner_client, "sales/summary", MAY + "&compare=previous")["comparison"]
    assert (found["period"]["from"], found["period"]["to"]) == ("2026-03-31", "2026-04-30")
    assert (found["summary"]["revenue"], found["change_percent"]["revenue"]) == ("40.00", 25.0)


def test_one_storefront_counts_alone(owner_client: APIClient, shop: Shop) -> None:
    sell(shop.storefront, "Rice", 1, "40.00", on=dt.date(2026, 5, 1))
    sell(make_storefront(shop.business, "Annex"), "Rice", 1, "7.00", on=dt.date(2026, 5, 1))
    body = get(owner_client, "sales/summary", f"{MAY}&storefront_id={shop.storefront.pk}")
    assert body["summary"]["revenue"] == "40.00"


def test_profit_by_month_adds_up_to_the_profit_in_all(owner_client: APIClient, shop: Shop) -> None:
    sell(shop.storefront, "Rice", 2, "10.00", on=dt.date(2026, 4, 30), cost="6.00")
    sell(shop.storefront, "Rice", 3, "10.00", on=dt.date(2026, 5, 1), cost="6.00")
    body = get(owner_client, "financial/revenue-profit", "?from=2026-04-01&to=2026-05-31&group_by=month")
    assert [row["profit"] for row in body["results"]] == ["8.00", "12.00"]
    assert body["summary"]["profit"] == "20.00"


def test_the_ageing_report_adds_up_and_says_why_a_figure_is_missing(owner_client: APIClient, shop: Shop) -> None:
    make_invoice(make_debtor(shop.business), "70.00", "2026-02-01", "2026-05-01")
    make_invoice(make_debtor(shop.business, credit_limit=100), "30.00", "2026-02-01", "2026-06-15")
    body = get(owner_client, "financial/ar-aging")
    rows, summary = body["results"], body["summary"]
    assert sum(Decimal(row["total"]) for row in rows) == 100
    assert summary["total_outstanding"] == "100.00"
    assert summary["buckets"] == {
        "current": "30.00",
        "days_1_30": "70.00",
        "days_31_60": "0.00",
        "days_61_90": "0.00",
        "days_over_90": "0.00",
    }
    assert summary["days_sales_outstanding"] is None
    assert "on account" in summary["not_available"]["days_sales_outstanding"]
    assert [row["utilisation"] for row in rows] == [None, 30.0]


def test_top_customers_are_ranked_and_share_out_the_revenue(owner_client: APIClient, shop: Shop) -> None:
    trade(shop)
    sell(shop.storefront, "Rice", 1, "40.00", on=dt.date(2026, 5, 1))
    body = get(owner_client, "customer/top")
    assert [(row["customer_name"], row["revenue"], row["share_of_revenue"]) for row in body["results"]] == [
        ("Customer 3", "30.00", 30.0),
        ("Customer 2", "20.00", 20.0),
        ("Customer 1", "10.00", 10.0),
    ]
    assert body["summary"]["revenue_without_customer"] == "40.00"


def test_products_can_be_grouped_by_category(owner_client: APIClient, shop: Shop) -> None:
    trade(shop)
    sell(shop.storefront, "Repair", 1, "40.00", on=dt.date(2026, 5, 1))
    body = get(owner_client, "product/performance", MAY + "&group_by=category")
    assert [(row["category"], row["revenue"]) for row in body["results"]] == [
        ("Food", "60.00"),
        ("No category", "40.00"),
    ]


def test_stock_shows_its_value_what_is_low_and_how_long_it_lasts(owner_client: APIClient, shop: Shop) -> None:
    sale = sell(shop.storefront, "Rice", 31, "10.00", on=dt.date(2026, 5, 1), reorder_level=20)
    product = sale.lines.get().product
    product.cost = Decimal(6)
    product.save()
    stock(product, shop.storefront, 10)
    body = get(owner_client, "inventory/stock")
    (row,) = body["results"]
    assert (row["on_hand"], row["value_at_cost"], row["low_stock"], row["days_of_cover"]) == ("10", "60.00", True, 10)
    assert (body["summary"]["stock_value"], body["summary"]["to_reorder"]) == ("60.00", 1)


def test_staff_are_compared_by_what_they_sold(owner_client: APIClient, shop: Shop) -> None:
    trade(shop)
    sell(shop.storefront, "Rice", 1, "40.00", on=dt.date(2026, 5, 1))
    rows = get(owner_client, "staff/performance")["results"]
    assert [(row["staff_name"], row["revenue"]) for row in rows] == [
        (shop.owner.name, "60.00"),
        ("Not recorded", "40.00"),
    ]


def test_without_days_a_report_covers_the_last_thirty(owner_client: APIClient) -> None:
    period = get(owner_client, "sales/summary", "")["period"]
    assert (period["to"], period["days"]) == (clock.today().isoformat(), 30)


def test_days_in_the_future_are_empty_not_an_error(owner_client: APIClient) -> None:
    for path in PATHS:
        assert get(owner_client, path, "?from=2090-01-01&to=2090-12-31")["results"] == []


def test_the_rows_of_the_stock_report_add_up_to_its_total_with_retired_products(
    owner_client: APIClient, shop: Shop
) -> None:
    kept = make_product(shop.business, "Rice", cost=6, stock=10, storefront=shop.storefront)
    retired = make_product(shop.business, "Old phone", cost=50, stock=2, storefront=shop.storefront, reorder_level=5)
    gone = make_product(shop.business, "Sold out", cost=9, stock=0)
    Product.objects.filter(pk__in=[retired.pk, gone.pk]).update(is_active=False)
    body = get(owner_client, "inventory/stock")
    assert {row["product"]: (row["value_at_cost"], row["retired"]) for row in body["results"]} == {
        kept.name: ("60.00", False),
        retired.name: ("100.00", True),
    }
    assert sum(Decimal(row["value_at_cost"]) for row in body["results"]) == Decimal(body["summary"]["stock_value"])
    assert (body["summary"]["products"], body["summary"]["to_reorder"]) == (2, 0)


@pytest.mark.parametrize("path", ["sales/summary", "financial/revenue-profit"])
def test_reports_of_sales_tell_gross_beside_net(owner_client: APIClient, shop: Shop, path: str) -> None:
    sell(shop.storefront, "Rice", 5, "10.00", on=dt.date(2026, 5, 1))
    sell(shop.storefront, "Rice", -2, "10.00", on=dt.date(2026, 5, 2))
    summary = get(owner_client, path)["summary"]
    assert (summary["gross_sales"], summary["returns"], summary["revenue"]) == ("50.00", "20.00", "30.00")
