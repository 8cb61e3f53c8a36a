"""The demo shops: a year of trade whose books hold together, and log-ins that work."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import F, Sum
from rest_framework.test import APIClient

from accounts.models import Business, Membership, Storefront
from app.demo.accra import ACCRA
from app.demo.kumasi import KUMASI
from app.demo.load import Loader, business_id
from app.demo.profile import Year
from app.demo.seasons import traffic
from app.tests.demo.conftest import load
from common import clock
from common.money import cedis
from inventory.models import (
    Batch,
    BatchMovement,
    Category,
    GoodsReceiptLine,
    Product,
    PurchaseOrderLine,
    Stock,
    StockCount,
    StockCountLine,
    StockMovement,
    SupplierBill,
    SupplierPayment,
)
from inventory.queries import expiring, on_order, supplier_accounts
from reports import reorder
from reports.tests import order_by_hand
from sales.models import (
    Customer,
    Expense,
    InvoiceCounter,
    Payment,
    PaymentAllocation,
    PriceTier,
    PromiseToPay,
    Sale,
    SaleLine,
    TillCount,
    TillEvent,
    TillSession,
)
from sales.queries import expected_in_till
from sales.services.expenses import write_due

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("demo")]


def counts() -> dict[str, int]:
    tables = (Business, Membership, Storefront, Product, Customer, Sale, SaleLine, Payment, StockMovement)
    return {table.__name__: table._default_manager.count() for table in tables}


def test_the_first_shop_is_as_large_as_promised(demo: dict[str, Any]) -> None:
    pk = business_id(ACCRA)
    assert Storefront.objects.of(pk).count() == 2
    assert Counter(Membership.objects.of(pk).values_list("role", flat=True)) == {"owner": 1, "manager": 1, "cashier": 3}
    assert (Product.objects.of(pk).count(), Category.objects.of(pk).count()) == (60, 8)
    assert Customer.objects.of(pk).count() == 80


def test_the_database_knows_what_was_loaded_when_it_plans_queries(demo: dict[str, Any]) -> None:
    statistics = {
        "postgresql": "SELECT COUNT(*) FROM pg_stats WHERE tablename = 'sales_saleline'",
        "sqlite": "SELECT COUNT(*) FROM sqlite_stat1 WHERE tbl = 'sales_saleline'",
    }
    with connection.cursor() as cursor:
        cursor.execute(statistics[connection.vendor])
        assert cursor.fetchone()[0] > 0


def test_a_year_of_trade_ends_with_yesterday(demo: dict[str, Any]) -> None:
    open_days = [day for day in Year.until(clock.today()).days() if traffic(day)]
    sold = Sale.objects.of(business_id(ACCRA)).order_by("sold_at").values_list("sold_at", flat=True)
    days = {clock.local_date(at) for at in sold}
    assert sorted(days) == open_days


def test_stock_is_the_sum_of_its_movements_and_never_below_zero(demo: dict[str, Any]) -> None:
    sums = StockMovement.objects.order_by().values_list("business", "product", "storefront").annotate(Sum("quantity"))
    stock = Stock.objects.values_list("business", "product", "storefront", "quantity")
    assert {row[:3]: row[3] for row in sums} == {row[:3]: row[3] for row in stock}
    assert not StockMovement.objects.filter(balance_after__lt=0).exists()
    assert StockMovement.objects.filter(kind="sale", balance_after=0).exists()


def test_every_line_sold_moved_stock(demo: dict[str, Any]) -> None:
    sold = SaleLine.objects.aggregate(units=Sum("quantity"))["units"]
    moved = StockMovement.objects.filter(kind__in=("sale", "return")).aggregate(units=Sum("quantity"))["units"]
    assert sold == -moved


def test_sales_add_up_to_their_lines_and_payments(demo: dict[str, Any]) -> None:
    lines = SaleLine.objects.order_by().values_list("sale").annotate(Sum("revenue"))
    assert dict(lines) == dict(Sale.objects.values_list("pk", "total"))
    allocated = PaymentAllocation.objects.order_by().values_list("invoice").annotate(Sum("amount"))
    paid = Sale.objects.filter(kind="sale", paid__gt=0).values_list("pk", "paid")
    assert dict(allocated) == dict(paid)
    assert not Payment.objects.exclude(allocated=F("amount")).exists()


def test_invoices_are_numbered_without_gaps(demo: dict[str, Any]) -> None:
    for profile in (ACCRA, KUMASI):
        numbers = Sale.objects.of(business_id(profile)).filter(kind="sale").values_list("number", flat=True)
        last = InvoiceCounter.objects.get(business_id=business_id(profile)).last
        assert set(numbers) == {f"INV-{n:06d}" for n in range(1, last + 1)}


def test_some_customers_pay_late_in_parts_or_not_at_all(demo: dict[str, Any]) -> None:
    invoices = Sale.objects.of(business_id(ACCRA)).filter(kind="sale", due_date__isnull=False)
    assert invoices.filter(settled_at__date__lte=F("due_date")).count() > 50
    assert invoices.filter(settled_at__date__gt=F("due_date")).count() > 50
    assert invoices.filter(paid__lt=F("total"), due_date__lt=clock.today()).count() > 10
    assert invoices.filter(paid__gt=0, paid__lt=F("total")).exists()
    assert Customer.objects.filter(credit_hold=True).exists()
    assert PromiseToPay.objects.exists()


def test_nobody_is_owed_more_than_their_limit_without_a_name_for_it(demo: dict[str, Any]) -> None:
    approved = Sale.objects.exclude(credit_approved_by=None).values_list("customer", flat=True)
    for customer in Customer.objects.exclude(pk__in=approved).exclude(credit_limit=None):
        owed = customer.sales.aggregate(owed=Sum(F("total") - F("paid")))["owed"] or 0
        assert owed <= (customer.credit_limit or 0)


def test_christmas_and_saturdays_are_busy_and_wholesale_is_cheaper(demo: dict[str, Any]) -> None:
    sales = Sale.objects.of(business_id(ACCRA)).filter(kind="sale")
    by_month = Counter(sales.values_list("sold_at__month", flat=True))
    assert by_month[12] == max(by_month.values())
    by_weekday = Counter(sales.values_list("sold_at__week_day", flat=True))
    assert by_weekday[7] > by_weekday[1]
    wholesale = SaleLine.objects.filter(price_tier=PriceTier.WHOLESALE, product__sku="RS-RIC-5").latest("sold_at")
    assert wholesale.unit_price < wholesale.product.retail_price


def test_the_second_shop_shares_names_but_not_figures(demo: dict[str, Any]) -> None:
    first, second = (
        dict(Product.objects.of(business_id(p)).values_list("name", "retail_price")) for p in (ACCRA, KUMASI)
    )
    shared = first.keys() & second.keys()
    assert len(shared) >= 5
    assert all(first[name] != second[name] for name in shared)
    people = [set(Customer.objects.of(business_id(p)).values_list("name", flat=True)) for p in (ACCRA, KUMASI)]
    assert people[0] & people[1]


def test_loading_it_again_changes_nothing_and_prints_the_same(demo: dict[str, Any]) -> None:
    before = counts()
    assert load() == demo
    assert counts() == before


def test_the_first_token_is_the_first_owners_and_works(demo: dict[str, Any]) -> None:
    assert next(iter(demo)) == "token"
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Token {demo['token']}")
    found = client.get("/accounts/api/me/")
    assert found.status_code == 200


def test_the_first_owner_has_agreed_to_ai_and_has_credits(demo: dict[str, Any]) -> None:
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Token {demo['token']}")
    assert client.get("/ai/api/credits/balance/").json()["available"] == 100
    assert client.get("/ai/api/settings/").json()["consent"]


def test_the_same_day_gives_the_same_rows(demo: dict[str, Any]) -> None:
    people = tuple(replace(person, email=f"again.{person.email}") for person in KUMASI.people)
    again = replace(KUMASI, key="again", people=people, daily_sales=2)

    def rows() -> list[Any]:
        with transaction.atomic():
            Loader(again, clock.today(), "!").load()
            found = (
                SaleLine.objects.of(business_id(again)).order_by("id").values_list("id", "sale", "product", "revenue")
            )
            made = list(found)
            transaction.set_rollback(True)
        return made

    first = rows()
    assert len(first) > 500
    assert rows() == first


def test_without_json_it_tells_how_to_ask(demo: dict[str, Any]) -> None:
    out = StringIO()
    call_command("load_demo", stdout=out)
    assert "owner@adom.example (owner)" in out.getvalue()
    assert f"Authorization: Token {demo['token']}" in out.getvalue()


def test_every_delivery_was_ordered_received_and_billed(demo: dict[str, Any]) -> None:
    pk = business_id(ACCRA)
    deliveries = StockMovement.objects.of(pk).filter(kind="purchase").exclude(reason="Opening stock")
    lines = GoodsReceiptLine.objects.of(pk)
    assert deliveries.count() == lines.count() > 200
    assert set(deliveries.values_list("document_id", flat=True)) == set(lines.values_list("receipt_id", flat=True))
    assert not PurchaseOrderLine.objects.filter(order__status="received", received__lt=F("quantity")).exists()
    assert on_order(pk)
    accounts = supplier_accounts(pk)
    bills, payments = SupplierBill.objects.of(pk), SupplierPayment.objects.of(pk)
    owed = cedis(bills.aggregate(all=Sum("amount"))["all"] - payments.aggregate(all=Sum("amount"))["all"])
    assert sum(account.balance for account in accounts) == owed > 0
    assert any(account.overdue for account in accounts)


def test_batches_are_the_sums_of_their_movements_and_some_expire_soon(demo: dict[str, Any]) -> None:
    sums = dict(BatchMovement.objects.order_by().values_list("batch").annotate(Sum("quantity")))
    assert sums == dict(Batch.objects.values_list("pk", "quantity"))
    held = Batch.objects.order_by().values_list("product", "storefront").annotate(Sum("quantity"))
    stock = {row[:2]: row[2:] for row in Stock.objects.values_list("product", "storefront", "quantity", "has_batches")}
    assert all(
        0 <= units <= stock[place][0] and stock[place][1] for *place_, units in held for place in [tuple(place_)]
    )
    assert expiring(business_id(ACCRA), within_days=30).exists()


def test_every_month_was_counted_and_something_was_missing(demo: dict[str, Any]) -> None:
    counts = StockCount.objects.of(business_id(ACCRA))
    assert counts.filter(status="completed").count() == 24
    lines = StockCountLine.objects.of(business_id(ACCRA))
    assert not lines.exclude(difference=F("counted") - F("book") - F("moved")).exists()
    missing = sum((-line.difference * line.unit_cost for line in lines if line.difference), Decimal(0))
    assert counts.aggregate(all=Sum("missing_value"))["all"] == missing > 0


def test_every_till_was_closed_with_what_should_be_in_it_but_for_some(demo: dict[str, Any]) -> None:
    pk = business_id(ACCRA)
    sessions = TillSession.objects.of(pk)
    assert sessions.count() > 900
    there = expected_in_till(pk, list(sessions.values_list("pk", flat=True)))
    for count in TillCount.objects.of(pk):
        assert there[count.session_id][count.method, count.network] == count.expected, count.session_id
    short = TillCount.objects.of(pk).filter(method="cash", counted__lt=F("expected"))
    by = Counter(short.values_list("session__cashier__name", flat=True)).most_common(2)
    assert by[0][1] > 2 * by[1][1] > 0
    unnoticed = Payment.objects.of(pk).filter(kind="received", sale__isnull=False, till_session=None)
    assert not unnoticed.filter(received_by__role="cashier").exists()
    assert set(TillEvent.objects.of(pk).values_list("kind", flat=True)) >= {"drawer_opened", "cart_cancelled"}


def test_running_the_shop_costs_less_than_it_earns(demo: dict[str, Any]) -> None:
    pk = business_id(ACCRA)
    spent = Expense.objects.of(pk)
    counted = spent.filter(cancelled_at=None).aggregate(all=Sum("amount"))["all"]
    earned = SaleLine.objects.of(pk).aggregate(all=Sum("revenue") - Sum("cost"))["all"]
    assert earned * Decimal("0.3") < counted < earned * Decimal("0.6")
    assert spent.exclude(cancelled_at=None).count() == 1
    assert spent.exclude(till_session=None).exists()
    assert sum(write_due()) == 0 or clock.today().day in (1, 28)


def test_every_order_of_the_plan_comes_out_the_same_by_hand(demo: dict[str, Any]) -> None:
    pk = business_id(ACCRA)
    shops = {each.pk: order_by_hand.shop(each) for each in Storefront.objects.of(pk)}
    orders = [line for line in reorder.plan(pk, reorder.Wish()).lines if line.action == reorder.Action.ORDER]
    assert len(orders) > 50
    for line in orders:
        again = order_by_hand.by_hand(line.product, shops[line.storefront_id], line.service)
        assert line.lead_days == pytest.approx(again.lead_days)
        assert line.reorder_point - line.safety == pytest.approx(again.demand, rel=1e-3)
        assert line.reorder_point == pytest.approx(again.reorder_point, rel=1e-3)
        assert (line.position, line.suggested + line.moved - line.given) == (again.position, again.order)
