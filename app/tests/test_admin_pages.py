"""Every page of the admin opens, finds and stays fast, and history cannot be changed in it."""

from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.admin import ModelAdmin
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Membership, Storefront, User
from app.tests.world import OURS, World, furnish
from conftest import Shop
from inventory import models as goods
from inventory.models import Product
from sales import models as trade

HISTORY = [
    Storefront,
    Membership,
    goods.Stock,
    goods.StockMovement,
    goods.Transfer,
    goods.PurchaseOrder,
    goods.GoodsReceipt,
    goods.SupplierBill,
    goods.SupplierPayment,
    goods.SupplierAllocation,
    goods.SupplierReturn,
    goods.Batch,
    goods.BatchMovement,
    goods.StockCount,
    goods.PriceChange,
    goods.Pack,
    goods.PriceList,
    trade.Sale,
    trade.Payment,
    trade.TillSession,
    trade.TillMovement,
    trade.TillCount,
    trade.TillEvent,
    trade.Expense,
    trade.RecurringExpense,
    trade.CustomerMerge,
    trade.Cart,
]
OUR_OWN_NOTES = {
    "Change",
    "ClosedDay",
    "DayTotal",
    "InvoiceCounter",
    "PairBuild",
    "ProductImportStep",
    "ProductPair",
    "SalesImportStep",
    "StaleDay",
}
"""Of sales and stock, what is derived or of use to our code alone, and has no page."""


@pytest.fixture
def staff(db: None) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("staff@example.com", "a-long-pass-phrase", name="Staff"))
    return client


@pytest.fixture
def world(shop: Shop, settings: Any, tmp_path: Any) -> World:
    settings.MEDIA_ROOT = tmp_path
    return furnish(shop, "Asafo")


def pages() -> list[tuple[type[Model], ModelAdmin[Any]]]:
    return [(model, page) for model, page in admin.site._registry.items() if model._meta.app_label in OURS]


def address(model: type[Model], row: Model | None = None) -> str:
    return f"/admin/{model._meta.app_label}/{model._meta.model_name}/" + (f"{row.pk}/change/" if row else "")


def test_every_list_and_every_row_opens(world: World, staff: Client) -> None:
    for model, _ in pages():
        assert staff.get(address(model)).status_code == 200, model
        row = model._default_manager.first()
        if row:
            assert staff.get(address(model, row)).status_code == 200, model


def test_everything_that_a_shop_records_has_a_page_or_stands_on_one() -> None:
    seen = {inline.model for _, page in pages() for inline in page.inlines}
    seen |= {model for model, _ in pages()}
    recorded = {model for app in ("inventory", "sales") for model in apps.get_app_config(app).get_models()}
    assert {model.__name__ for model in recorded - seen} == OUR_OWN_NOTES


def test_every_list_can_be_searched(world: World, staff: Client) -> None:
    for model, page in pages():
        assert page.search_fields or model._default_manager.count() < 100, model
        assert staff.get(f"{address(model)}?q=asafo").status_code == 200, model


def test_no_list_takes_more_queries_for_more_rows(world: World, other_shop: Shop, staff: Client) -> None:
    few = {model: _queries(staff, model) for model, _ in pages()}
    furnish(other_shop, "Bolgatanga")
    assert {model: _queries(staff, model) for model, _ in pages()} == few


def _queries(staff: Client, model: type[Model]) -> int:
    with CaptureQueriesContext(connection) as seen:
        staff.get(address(model))
    return len(seen)


@pytest.mark.parametrize("model", HISTORY)
def test_history_has_no_form(world: World, staff: Client, model: type[Model]) -> None:
    row = world.rows[model]
    assert b'name="_save"' not in staff.get(address(model, row)).content
    assert staff.post(address(model, row), {"quantity": "999"}).status_code == 403
    assert staff.post(f"{address(model)}add/").status_code == 403


def test_staff_put_a_price_right_but_cannot_move_a_product_to_another_business(
    world: World, other_shop: Shop, staff: Client
) -> None:
    rice = Product.objects.of(world.shop.id).get(name__endswith="rice")
    form = {
        "sku": rice.sku,
        "name": rice.name,
        "unit": "bag",
        "cost": "6.00",
        "retail_price": "99.00",
        "reorder_level": "5",
        "minimum_order_quantity": "0",
        "attributes": "{}",
        "business": str(other_shop.id),
        "barcode": "",
        "brand": "",
        "description": "",
        "tracks_stock": "on",
        "is_active": "on",
        "stock-TOTAL_FORMS": "0",
        "stock-INITIAL_FORMS": "0",
    }
    assert staff.post(address(Product, rice), form).status_code == 302
    rice.refresh_from_db()
    assert str(rice.retail_price) == "99.00"
    assert rice.business_id == world.shop.id


def test_staff_see_no_secret_of_an_invitation_and_no_stored_answer(world: World, staff: Client) -> None:
    from accounts.models import IdempotentRequest, Invitation

    for model, hidden in ((Invitation, "secret_hash"), (IdempotentRequest, "response")):
        page = staff.get(address(model, world.rows[model])).content.decode()
        assert f"field-{hidden}" not in page
