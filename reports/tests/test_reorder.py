"""The reorder plan: what to order and move, what lies too long, and what a budget buys."""

import datetime as dt
import math
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from rest_framework.test import APIClient

from accounts.models import Storefront
from accounts.tests.builders import make_storefront
from common import clock
from conftest import Shop
from inventory.models import Pack, Product, PurchaseOrder, Stock, Supplier
from inventory.tests.builders import arrive, make_order, make_product, make_supplier
from reports import reorder
from reports.reorder import Action, Line, Plan, Urgency, Wish
from reports.reorder.points import reorder_points
from reports.tests.order_by_hand import gamma_quantile
from reports.tests.shelves import moved, put, sell_daily

ADDRESS = "/reports/api/inventory/reorder/"


@pytest.fixture
def rice(shop: Shop) -> Product:
    """Sells ten a day, comes in seven days, costs 6 and sells at 10."""
    product = make_product(shop.business, "Rice", supplier=make_supplier(shop.business, "Mills", lead_time_days=7))
    sell_daily(product, shop.storefront, [10] * 90)
    return product


def planned(shop: Shop, **wish: Any) -> Plan:
    return reorder.plan(shop.id, Wish(**wish))


def line(plan: Plan, product: Product, storefront: Storefront | None = None) -> Line:
    found = [each for each in plan.lines if each.product.pk == product.pk]
    return next(each for each in found if storefront is None or each.storefront_id == storefront.pk)


def test_the_order_lasts_the_lead_time_the_review_and_two_weeks_more(shop: Shop, rice: Product) -> None:
    put(rice, shop.storefront, 60)
    found = line(planned(shop), rice)
    assert (found.action, found.urgency, found.abc, found.xyz) == (Action.ORDER, Urgency.HIGH, "A", "X")
    assert (found.cover_days, found.runs_out_on) == (6, clock.today() + dt.timedelta(days=6))
    assert found.daily == pytest.approx(10, rel=0.01)
    assert found.reorder_point - found.safety == pytest.approx(140, rel=0.01)
    assert 20 < found.safety < 80
    assert found.suggested == pytest.approx(found.reorder_point + 140 - 60, abs=1)


@pytest.mark.parametrize("service", [0.9, 0.95, 0.98])
@pytest.mark.parametrize(("shape", "within"), [(0.2, 0.1), (0.5, 0.03), (1, 0.011), (4, 0.002), (20, 0.001)])
def test_the_reorder_point_is_near_the_quantile_of_the_gamma_distribution(
    service: float, shape: float, within: float
) -> None:
    expected, variance, asked = np.array([10.0]), np.array([100 / shape]), np.array([service])
    found = reorder_points(expected, variance, asked)
    assert found == pytest.approx(gamma_quantile(shape, 10 / shape, service), rel=within)


def test_what_is_on_its_way_counts_and_enough_is_enough(shop: Shop, rice: Product) -> None:
    put(rice, shop.storefront, 60)
    make_order(rice, shop.storefront, 100)
    ordered = line(planned(shop), rice)
    assert (ordered.urgency, ordered.on_order) == (Urgency.MEDIUM, 100)
    make_order(rice, shop.storefront, 100)
    assert line(planned(shop), rice).action == Action.NONE


def test_orders_are_whole_packs(shop: Shop, rice: Product) -> None:
    for units in (24, 48):
        Pack.objects.create(
            business=shop.business, product=rice, name=f"carton of {units}", units=units, retail_price=9
        )
    assert line(planned(shop), rice).suggested % 24 == 0
    bought = line(planned(shop, budget=Decimal(300)), rice)
    assert bought.suggested == 48


def test_an_order_is_for_as_long_as_its_cost_and_that_of_keeping_goods_say(shop: Shop, rice: Product) -> None:
    def bought(order_cost: str) -> Line:
        Supplier.objects.of(shop.id).update(order_cost=order_cost)
        return line(planned(shop), rice)

    free, dear, dearest = bought("0"), bought("50"), bought("5000")
    assert free.order_days == 7
    assert dear.order_days == pytest.approx((2 * 50 / (dear.daily * 6 * 0.25 / 365)) ** 0.5)
    assert dear.order_up_to == pytest.approx(dear.reorder_point + dear.order_days * dear.daily)
    assert dearest.order_days == 90
    beans = make_product(shop.business, "Beans", supplier=rice.supplier)
    sell_daily(beans, shop.storefront, [10] * 90)
    assert bought("50").order_days == pytest.approx(dear.order_days / 2**0.5, rel=0.02)


def test_the_least_that_a_supplier_sells_is_ordered_or_nothing(shop: Shop, rice: Product) -> None:
    put(rice, shop.storefront, 60)
    usual = line(planned(shop), rice).suggested
    Product.objects.filter(pk=rice.pk).update(minimum_order_quantity=usual + 100)
    assert line(planned(shop), rice).suggested == usual + 100
    assert line(planned(shop, budget=Decimal(300)), rice).suggested == 0
    Supplier.objects.of(shop.id).update(minimum_order=10_000)
    order = planned(shop).orders[0]
    assert order.missing == 10_000 - order.total > 0


def test_measured_lead_times_move_the_reorder_point(shop: Shop, rice: Product) -> None:
    before = line(planned(shop), rice).reorder_point
    for days in (13, 15, 14, 14):
        arrive(make_order(rice, shop.storefront, 5, sent_at=clock.now() - dt.timedelta(days=20)), days=days)
    after = line(planned(shop), rice)
    assert (after.lead_receipts, after.lead_days) == (4, 14)
    assert after.reorder_point > before + 50


def test_another_storefront_gives_what_it_can_spare_before_anything_is_bought(shop: Shop, rice: Product) -> None:
    market = make_storefront(shop.business, "Market")
    sell_daily(rice, market, [1] * 90)
    put(rice, market, 200)
    put(rice, shop.storefront, 20)
    plan = planned(shop)
    donor = line(plan, rice, market)
    assert [(move.from_storefront_id, move.line.storefront_id) for move in plan.moves] == [
        (market.pk, shop.storefront.pk)
    ]
    assert plan.moves[0].units == int(200 - donor.reorder_point)
    receiver = line(plan, rice, shop.storefront)
    assert receiver.moved + receiver.suggested == pytest.approx(receiver.order_up_to - 20, abs=1)
    assert planned(shop, trip_cost=Decimal(100_000)).moves == []


def test_a_storefront_that_orders_today_gives_what_it_does_not_need_until_that_comes(shop: Shop, rice: Product) -> None:
    market = make_storefront(shop.business, "Market")
    sell_daily(rice, market, [2] * 90)
    put(rice, market, 35)
    plan = planned(shop)
    donor, receiver = line(plan, rice, market), line(plan, rice, shop.storefront)
    assert 14 < donor.until_delivery < 35 < donor.reorder_point
    assert donor.given == receiver.moved == plan.moves[0].units == int(35 - donor.until_delivery)
    assert donor.suggested == math.ceil(donor.order_up_to - 35 + donor.given)


def test_the_reason_says_how_long_it_lasts_and_what_is_on_its_way(shop: Shop, rice: Product) -> None:
    make_order(rice, shop.storefront, 90)
    put(rice, shop.storefront, 9)
    assert line(planned(shop), rice).why == "Lasts less than a day; with 90 on the way it is below its reorder point."
    Stock.objects.of(shop.id).update(quantity=19)
    assert line(planned(shop), rice).why.startswith("Lasts 1 day; ")


def test_dead_and_too_much_stock_are_told_with_their_value(shop: Shop, rice: Product) -> None:
    dead, slow, much = (make_product(shop.business, name) for name in ("Dead", "Slow", "Much"))
    sell_daily(dead, shop.storefront, [1] * 20, until=120)
    sell_daily(slow, shop.storefront, [1] + [0] * 200)
    sell_daily(much, shop.storefront, [1] * 90)
    for product, units in ((dead, 5), (much, 200)):
        put(product, shop.storefront, units)
    plan = planned(shop)
    assert [line(plan, product).action for product in (dead, slow, much)] == [
        Action.DEAD,
        Action.NONE,
        Action.OVERSTOCK,
    ]
    assert line(plan, much).excess == pytest.approx(110, abs=1)


def test_a_budget_buys_what_saves_the_most_margin_for_a_cedi(shop: Shop, rice: Product) -> None:
    beans = make_product(shop.business, "Beans", cost=6, retail_price=7)
    free = make_product(shop.business, "Gift", cost=0, retail_price=3)
    for product in (beans, free):
        sell_daily(product, shop.storefront, [10] * 90)
    plan = planned(shop, budget=Decimal(600))
    assert (line(plan, rice).suggested, line(plan, beans).suggested) == (100, 0)
    assert plan.spent is not None
    assert (plan.spent.spent, plan.spent.cut, plan.spent.left_out, plan.spent.without_cost) == (Decimal(600), 1, 1, 1)
    assert sum(order.total for order in planned(shop, budget=Decimal(0)).orders) == 0


def odd_goods(shop: Shop, kind: str) -> Product:
    prices: dict[str, dict[str, Any]] = {"loss": {"cost": 12}, "free": {"cost": 0}, "new": {"reorder_level": 4}}
    sold = {"new": [5.0] * 3, "seldom": [5.0] + [0] * 40, "returned": [1.0] * 50 + [-80.0], "never": []}
    odd = make_product(shop.business, "Odd", **prices.get(kind, {}))
    sell_daily(odd, shop.storefront, sold.get(kind, [3.0] * 90))
    if kind == "seldom":
        moved(odd, shop.storefront, 5, 5, days_ago=41)
        moved(odd, shop.storefront, -5, 0, days_ago=41)
    if kind == "never":
        put(odd, shop.storefront, 8)
    return odd


@pytest.mark.parametrize(
    ("kind", "action", "reason"),
    [
        ("new", Action.ORDER, "At or below the reorder level you set. Too new"),
        ("never", Action.NONE, "Too new"),
        ("seldom", Action.NONE, "Too seldom in stock"),
        ("returned", Action.NONE, "order it when somebody asks"),
        ("loss", Action.ORDER, "below what it costs"),
        ("free", Action.ORDER, "Out of stock."),
    ],
)
def test_odd_goods_get_a_sensible_line(shop: Shop, rice: Product, kind: str, action: Action, reason: str) -> None:
    odd = odd_goods(shop, kind)
    found = line(planned(shop), odd)
    assert (found.action, found.suggested > 0) == (action, action == Action.ORDER)
    assert reason in found.why


def test_a_shop_of_two_weeks_and_one_without_sales_have_a_plan(shop: Shop, other_shop: Shop) -> None:
    sell_daily(young := make_product(shop.business), shop.storefront, [4] * 14)
    assert line(planned(shop), young).suggested > 0
    assert planned(other_shop).lines == []


def test_the_address_answers_in_a_fixed_number_of_queries(
    shop: Shop, rice: Product, owner_client: APIClient, django_assert_max_num_queries: Any
) -> None:
    for number in range(5):
        sell_daily(make_product(shop.business, f"Product {number}"), shop.storefront, [number + 1] * 30)
    with django_assert_max_num_queries(18):
        body = owner_client.get(ADDRESS, {"limit": 2}).json()
    assert (body["count"], len(body["results"]), body["summary"]["to_order"]) == (6, 2, 6)
    assert body["results"][0]["product"] == "Rice"
    assert {order["supplier"] for order in body["orders"]} == {"Mills", ""}
    mine = owner_client.get(ADDRESS, {"supplier_id": str(rice.supplier_id), "budget": "30", "action": "ORDER"}).json()
    assert (mine["count"], mine["budget"]["spent"]) == (1, "30.00")


def test_the_address_is_for_managers_and_names_what_it_does_not_take(
    other_shop: Shop, owner_client: APIClient, cashier_client: APIClient
) -> None:
    assert owner_client.get(ADDRESS).json()["results"] == []
    assert cashier_client.get(ADDRESS).status_code == 403
    assert APIClient().get(ADDRESS).status_code == 401
    for bad in ({"storefront_id": str(other_shop.storefront.pk)}, {"budget": "-1"}, {"action": "EAT"}, {"limit": 0}):
        assert owner_client.get(ADDRESS, bad).json()["error"] == "validation_error"


DRAFTS = "/inventory/api/purchase-orders/from-plan/"


def test_the_plan_becomes_drafts_with_a_message_to_each_supplier_and_only_once(
    shop: Shop, rice: Product, owner_client: APIClient
) -> None:
    Supplier.objects.of(shop.id).update(phone="+233241234567")
    sell_daily(make_product(shop.business, "Gift"), shop.storefront, [3] * 60)
    response = owner_client.post(DRAFTS, {"storefront_id": str(shop.storefront.pk)}, format="json")
    body = response.json()
    assert (response.status_code, len(body["orders"]), body["lines_without_supplier"]) == (201, 1, 1)
    drafted = body["orders"][0]
    assert (drafted["order"]["status"], drafted["order"]["supplier_name"]) == ("draft", "Mills")
    assert drafted["order"]["lines"][0]["quantity"] == f"{line(planned(shop), rice).suggested:.3f}"
    assert "piece Rice" in drafted["text"]
    assert drafted["whatsapp_link"].startswith("https://wa.me/233241234567?text=Order")
    assert owner_client.post(DRAFTS, {}, format="json").json()["orders"] == []


def test_drafts_are_made_by_managers_alone_within_a_budget(
    shop: Shop, other_shop: Shop, rice: Product, owner_client: APIClient, cashier_client: APIClient
) -> None:
    assert cashier_client.post(DRAFTS, {}).status_code == 403
    assert APIClient().post(DRAFTS, {}).status_code == 401
    assert owner_client.post(DRAFTS, {"supplier_id": str(other_shop.storefront.pk)}).status_code == 400
    assert owner_client.post(DRAFTS, {"budget": "60"}).json()["orders"][0]["order"]["total"] == "60.00"
    assert PurchaseOrder.objects.of(other_shop.id).count() == 0
