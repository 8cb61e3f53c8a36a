"""Orders to suppliers from the draft to the shelf, through the API."""

import datetime as dt
from decimal import Decimal
from typing import Any
from urllib.parse import unquote

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from accounts.models import AuditEntry
from accounts.tests.builders import caller_of, make_member
from common import clock, errors
from common.tenancy import Role
from conftest import Shop
from inventory import queries, services
from inventory.models import Batch, GoodsReceipt, Product, PurchaseOrder, StockMovement, Supplier
from inventory.services import ReceivedLine
from inventory.tests.builders import make_order, make_product, make_supplier, stock_of

ORDERS, RECEIPTS, BATCHES = (f"/inventory/api/{name}/" for name in ("purchase-orders", "receipts", "batches"))


@pytest.fixture
def mills(shop: Shop) -> Supplier:
    return make_supplier(shop.business, "Tema Mills", phone="+233241234567", email="sales@mills.example")


@pytest.fixture
def rice(shop: Shop, mills: Supplier) -> Product:
    return make_product(shop.business, "Rice 5kg", supplier=mills, sku="RICE-5", cost="6.00", unit="bag")


def draft(client: APIClient, shop: Shop, supplier: Supplier, *lines: dict[str, Any], **body: Any) -> Any:
    whole = {"supplier_id": supplier.pk, "storefront_id": shop.storefront.pk, "lines": lines} | body
    return client.post(ORDERS, whole)


def receive(client: APIClient, order: PurchaseOrder, *lines: dict[str, Any], **body: Any) -> Any:
    return client.post(f"{ORDERS}{order.pk}/receive/", {"lines": lines} | body)


def test_an_order_is_drafted_changed_and_numbered(
    owner_client: APIClient, shop: Shop, mills: Supplier, rice: Product
) -> None:
    line = {"product_id": rice.pk, "quantity": "24", "unit_cost": "5.50"}
    made = draft(owner_client, shop, mills, line, expected_on="2030-01-31").data
    assert (made["number"], made["status"], made["total"]) == ("PO-00001", "draft", "132.00")
    change = {"note": "ring first", "lines": [{"product_id": rice.pk, "quantity": "10"}]}
    changed = owner_client.patch(f"{ORDERS}{made['id']}/", change).data
    assert (changed["note"], changed["lines"][0]["quantity"], changed["total"]) == ("ring first", "10.000", None)
    assert draft(owner_client, shop, mills, line).data["number"] == "PO-00002"


def test_an_order_sent_again_by_the_same_client_id_is_one_order(
    owner_client: APIClient, shop: Shop, mills: Supplier, rice: Product
) -> None:
    line = {"product_id": rice.pk, "quantity": "1"}
    first, again = (draft(owner_client, shop, mills, line, client_id="a1").data for _ in range(2))
    assert first["id"] == again["id"]
    other = draft(owner_client, shop, make_supplier(shop.business), line, client_id="a1")
    assert other.status_code == 409


@pytest.mark.parametrize(
    ("line", "field"),
    [({"quantity": "0"}, "lines"), ({"quantity": "x"}, "lines"), ({"expected_on": "2400-01-01"}, "expected_on")],
)
def test_a_bad_order_names_its_field(
    owner_client: APIClient, shop: Shop, rice: Product, line: dict[str, str], field: str
) -> None:
    assert rice.supplier
    answer = draft(owner_client, shop, rice.supplier, {"product_id": rice.pk, "quantity": "1"} | line)
    assert (answer.status_code, list(answer.data["fields"])) == (400, [field])


def test_a_product_is_ordered_once_and_a_slip_is_asked_about(
    owner_client: APIClient, shop: Shop, mills: Supplier, rice: Product
) -> None:
    line = {"product_id": rice.pk, "quantity": "1"}
    assert draft(owner_client, shop, mills, line, line).status_code == 400
    assert draft(owner_client, shop, mills, line | {"quantity": "600000"}).data["error"] == "confirmation_required"
    service = make_product(shop.business, tracks_stock=False)
    assert draft(owner_client, shop, mills, {"product_id": service.pk, "quantity": "1"}).status_code == 400
    assert not PurchaseOrder.objects.exists()


def test_an_order_goes_out_by_email_and_answers_come_to_the_shop(
    owner_client: APIClient, shop: Shop, mills: Supplier, rice: Product
) -> None:
    shop.business.email = "shop@example.com"
    shop.business.save()
    made = draft(owner_client, shop, mills, {"product_id": rice.pk, "quantity": "24", "unit_cost": "5.5"}).data
    sent = owner_client.post(f"{ORDERS}{made['id']}/send/", {"channel": "email"})
    assert (sent.status_code, sent.data["order"]["status"], sent.data["order"]["sent_by"]) == (200, "sent", "email")
    letter: Any = mail.outbox[0]
    assert (letter.to, letter.reply_to) == (["sales@mills.example"], ["shop@example.com"])
    assert "- 24 bag Rice 5kg (RICE-5) at GHS 5.50" in letter.body
    assert AuditEntry.objects.get(action="order_sent").subject == "PO-00001 to Tema Mills"


def test_an_order_sent_again_keeps_the_day_on_which_it_was_first_sent(
    owner_client: APIClient, shop: Shop, rice: Product
) -> None:
    order = make_order(rice, shop.storefront, 5, sent_at=clock.now() - dt.timedelta(days=2))
    sent = owner_client.post(f"{ORDERS}{order.pk}/send/", {"channel": "whatsapp"}).data
    assert sent["whatsapp_link"].startswith("https://wa.me/233241234567?text=Order%20PO-00001")
    assert "Rice 5kg" in unquote(sent["whatsapp_link"])
    order.refresh_from_db()
    assert order.sent_at
    assert clock.now() - order.sent_at > dt.timedelta(days=1)


def test_an_order_that_the_mail_server_refuses_is_a_draft_again(
    owner_client: APIClient, shop: Shop, mills: Supplier, rice: Product, settings: Any
) -> None:
    made = draft(owner_client, shop, mills, {"product_id": rice.pk, "quantity": "1"}).data
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    assert owner_client.post(f"{ORDERS}{made['id']}/send/", {"channel": "email"}).status_code == 409
    assert PurchaseOrder.objects.get().status == "draft"


def test_what_cannot_be_sent_says_why(owner_client: APIClient, shop: Shop, rice: Product) -> None:
    unknown = make_supplier(shop.business)
    order = make_order(rice, shop.storefront, 5, supplier=unknown, status="draft", sent_at=None)
    for channel in ("email", "whatsapp"):
        assert owner_client.post(f"{ORDERS}{order.pk}/send/", {"channel": channel}).status_code == 409
    assert owner_client.post(f"{ORDERS}{order.pk}/send/", {"channel": "pigeon"}).status_code == 400
    assert owner_client.post(f"{ORDERS}{order.pk}/send/", {"channel": "other"}).status_code == 200
    assert owner_client.patch(f"{ORDERS}{order.pk}/", {"note": "late"}).status_code == 409


def test_an_order_comes_in_parts_and_moves_stock_cost_and_ledger(
    owner_client: APIClient, shop: Shop, rice: Product
) -> None:
    order = make_order(rice, shop.storefront, 10)
    order.lines.update(unit_cost=Decimal("8.00"))
    first = receive(owner_client, order, {"product_id": rice.pk, "quantity": "4"}, reference="DN 7")
    assert (first.status_code, first.data["goods_value"], first.data["order_number"]) == (201, "32.00", "PO-00001")
    order.refresh_from_db()
    assert (order.status, queries.on_order(shop.id)) == ("part_received", {(rice.pk, shop.storefront.pk): Decimal(6)})
    receive(owner_client, order, {"product_id": rice.pk, "quantity": "6", "unit_cost": "9.00"})
    order.refresh_from_db()
    rice.refresh_from_db()
    assert (order.status, stock_of(rice, shop.storefront), rice.cost) == ("received", Decimal(10), Decimal("8.60"))
    movements = StockMovement.objects.of(shop.id).filter(document_id=first.data["id"])
    assert [(m.kind, m.quantity, m.unit_cost) for m in movements] == [("purchase", Decimal(4), Decimal(8))]
    assert receive(owner_client, order, {"product_id": rice.pk, "quantity": "1"}).status_code == 409


def test_goods_received_twice_under_one_client_id_come_once(owner_client: APIClient, shop: Shop, rice: Product) -> None:
    order = make_order(rice, shop.storefront, 10)
    line = {"product_id": rice.pk, "quantity": "10", "unit_cost": "8"}
    first, again = (receive(owner_client, order, line, client_id="r1").data for _ in range(2))
    assert (first["id"], stock_of(rice, shop.storefront)) == (again["id"], Decimal(10))
    assert receive(owner_client, order, line | {"quantity": "3"}, client_id="r1").status_code == 409
    body = {"storefront_id": shop.storefront.pk, "lines": [line], "client_id": "r1"}
    assert owner_client.post(RECEIPTS, body).status_code == 409


def test_more_than_was_ordered_is_asked_about(owner_client: APIClient, shop: Shop, rice: Product) -> None:
    order = make_order(rice, shop.storefront, 5)
    line = {"product_id": rice.pk, "quantity": "6"}
    assert receive(owner_client, order, line).data["confirm"] == ["quantity"]
    assert receive(owner_client, order, line, confirmed=True).status_code == 201
    assert queries.on_order(shop.id) == {}


def test_freight_and_duty_are_shared_by_value_and_add_up(owner_client: APIClient, shop: Shop) -> None:
    goods = [make_product(shop.business, cost=0) for _ in range(3)]
    lines = [{"product_id": product.pk, "quantity": "3", "unit_cost": "7"} for product in goods]
    body = {"storefront_id": shop.storefront.pk, "lines": lines, "freight": "8.00", "duty": "2.00"}
    made = owner_client.post(RECEIPTS, body).data
    assert sorted(line["landed"] for line in made["lines"]) == ["3.33", "3.33", "3.34"]
    assert sum(Decimal(line["landed"]) for line in made["lines"]) == 10
    goods[0].refresh_from_db()
    assert goods[0].cost == Decimal("8.11")


def test_a_cost_that_nobody_knows_leaves_the_average_as_it_is(
    owner_client: APIClient, shop: Shop, rice: Product
) -> None:
    body = {"storefront_id": shop.storefront.pk, "lines": [{"product_id": rice.pk, "quantity": "3"}], "freight": "9"}
    assert owner_client.post(RECEIPTS, body).status_code == 201
    rice.refresh_from_db()
    assert (rice.cost, StockMovement.objects.get().unit_cost) == (Decimal("6.00"), None)


def test_bad_receipts_move_nothing(owner_client: APIClient, shop: Shop, other_shop: Shop, rice: Product) -> None:
    order, theirs = make_order(rice, shop.storefront, 5), make_product(other_shop.business)
    line = {"product_id": rice.pk, "quantity": "1"}
    service = make_product(shop.business, tracks_stock=False)
    assert receive(owner_client, order, line | {"batch_code": "B1"}).data["fields"].keys() == {"expires_on"}
    assert receive(owner_client, order, line | {"product_id": theirs.pk}).status_code == 404
    assert receive(owner_client, order, line | {"product_id": service.pk}).status_code == 400
    assert receive(owner_client, order, line, received_at="2001-01-01T00:00:00Z").status_code == 400
    assert receive(owner_client, order, line, received_at="2100-01-01T00:00:00Z").status_code == 400
    assert (GoodsReceipt.objects.count(), StockMovement.objects.count()) == (0, 0)


def test_a_cancelled_order_is_expected_no_longer(owner_client: APIClient, shop: Shop, rice: Product) -> None:
    order = make_order(rice, shop.storefront, 5)
    assert owner_client.post(f"{ORDERS}{order.pk}/cancel/").data["status"] == "cancelled"
    assert queries.on_order(shop.id) == {}
    for again in ("cancel", "receive", "send"):
        body = {"lines": [{"product_id": rice.pk, "quantity": "1"}], "channel": "other"}
        assert owner_client.post(f"{ORDERS}{order.pk}/{again}/", body).status_code == 409


def test_cashiers_and_strangers_neither_order_nor_receive(
    cashier_client: APIClient, other_shop: Shop, client_of: Any, shop: Shop, rice: Product
) -> None:
    order = make_order(rice, shop.storefront, 5)
    line = {"product_id": rice.pk, "quantity": "1"}
    assert [cashier_client.get(path).status_code for path in (ORDERS, RECEIPTS)] == [403, 403]
    stranger = client_of(other_shop.owner)
    assert receive(stranger, order, line).status_code == 404
    assert stranger.get(ORDERS).data["count"] == 0
    cashier = caller_of(make_member(shop.business, Role.CASHIER))
    with pytest.raises(errors.NotAllowed):
        services.receive_order(cashier, order.pk, lines=[ReceivedLine(rice.pk, Decimal(1))])


def test_a_supplier_with_orders_is_not_forgotten(owner_client: APIClient, shop: Shop) -> None:
    order = make_order(make_product(shop.business), shop.storefront, 5)
    assert owner_client.delete(f"/inventory/api/suppliers/{order.supplier_id}/").status_code == 409


def test_lists_take_the_same_queries_for_more_rows(owner_client: APIClient, shop: Shop, rice: Product) -> None:
    def count(path: str) -> int:
        with CaptureQueriesContext(
            connection,
        ) as seen:
            assert owner_client.get(path).status_code == 200
        return len(seen)

    def trade(number: int) -> None:
        order = make_order(rice, shop.storefront, 5)
        line = {"product_id": rice.pk, "quantity": "5", "unit_cost": "6", "expires_on": f"2040-01-0{number}"}
        assert receive(owner_client, order, line).status_code == 201

    trade(1)
    few = [count(path) for path in (ORDERS, RECEIPTS, BATCHES)]
    trade(2)
    trade(3)
    assert [count(path) for path in (ORDERS, RECEIPTS, BATCHES)] == few
    assert Batch.objects.count() == 3
