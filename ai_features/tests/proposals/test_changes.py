"""Prices, limits, holds, goods and orders: changed as it was agreed, or not at all; and who may propose what."""

from decimal import Decimal
from typing import Any

import pytest
from django.core.mail import EmailMessage
from rest_framework.test import APIClient

from accounts.tests.builders import make_storefront
from ai_features.tests.proposals.steps import URL, Clock, invoice_of, propose, remind, run_later, state_of, step
from common import clock
from conftest import Shop
from inventory.models import PurchaseOrder, Stock
from inventory.tests.builders import make_order, make_product
from sales.models import Customer
from sales.tests.builders import pay

pytestmark = pytest.mark.django_db


def test_a_price_is_changed_unless_it_was_changed_meanwhile(shop: Shop, owner_client: APIClient, at: Clock) -> None:
    rice, oil = (make_product(shop.business, name, retail_price=10, cost=8) for name in ("Rice", "Oil"))
    first, second = (
        propose(owner_client, kind="price_change", product_id=str(each.pk), new_price="12") for each in (rice, oil)
    )
    for made in (first, second):
        step(owner_client, made, "approve")
    type(oil).objects.filter(pk=oil.pk).update(cost=9)
    run_later(at)
    rice.refresh_from_db()
    oil.refresh_from_db()
    assert [rice.retail_price, oil.retail_price] == [Decimal(12), Decimal(10)]
    assert [state_of(made)[1] for made in (first, second)] == ["The price was changed.", "Its cost has changed."]


def test_a_limit_and_a_hold_are_set_by_who_agreed(
    shop: Shop, ama: Customer, owner_client: APIClient, at: Clock
) -> None:
    for body in ({"kind": "credit_limit", "credit_limit": "200"}, {"kind": "credit_hold", "reason": "pays late"}):
        made = propose(owner_client, customer_id=str(ama.pk), **body)
        step(owner_client, made, "approve")
        run_later(at)
        assert state_of(made)[0] == "executed"
    ama.refresh_from_db()
    assert (ama.credit_limit, ama.credit_hold, ama.credit_hold_reason) == (Decimal(200), True, "pays late")


def test_a_hold_is_withdrawn_when_the_customer_pays(ama: Customer, owner_client: APIClient, at: Clock) -> None:
    made = propose(owner_client, kind="credit_hold", customer_id=str(ama.pk))
    step(owner_client, made, "approve")
    pay(invoice_of(ama), 300, at=clock.now())
    run_later(at)
    assert state_of(made) == ("withdrawn", "What the customer owes has changed.")


def test_goods_are_moved_where_there_is_enough(shop: Shop, owner_client: APIClient, at: Clock) -> None:
    market = make_storefront(shop.business, "Market")
    rice = make_product(shop.business, "Rice", stock=10, storefront=shop.storefront)
    body = {
        "kind": "transfer",
        "product_id": str(rice.pk),
        "from_storefront_id": str(shop.storefront.pk),
        "to_storefront_id": str(market.pk),
    }
    assert owner_client.post(URL, body | {"quantity": "11"}).status_code == 409
    step(owner_client, propose(owner_client, **body, quantity="4"), "approve")
    run_later(at)
    held = dict(Stock.objects.filter(product=rice).values_list("storefront__name", "quantity"))
    assert held["Market"] == 4


def test_a_draft_is_mailed_to_its_supplier_unless_it_was_changed(
    shop: Shop, owner_client: APIClient, mailoutbox: list[EmailMessage], at: Clock
) -> None:
    rice = make_product(shop.business, "Rice", cost=5)
    order = make_order(rice, shop.storefront, 9, status="draft", sent_at=None)
    order.supplier.email = "mills@example.com"
    order.supplier.save()
    changed = propose(owner_client, kind="purchase_order", order_id=str(order.pk))
    step(owner_client, changed, "approve")
    order.lines.update(quantity=12)
    run_later(at)
    assert state_of(changed) == ("withdrawn", "The draft was changed, sent or cancelled.")
    step(owner_client, propose(owner_client, kind="purchase_order", order_id=str(order.pk)), "approve")
    run_later(at)
    assert [mail.to for mail in mailoutbox] == [["mills@example.com"]]
    order.refresh_from_db()
    assert (order.status, order.sent_by) == (PurchaseOrder.Status.SENT, "email")


def test_cashiers_and_strangers_have_no_proposals(
    ama: Customer, owner_client: APIClient, cashier_client: APIClient, other_shop: Shop, client_of: Any
) -> None:
    made = remind(owner_client, ama)
    assert cashier_client.get(URL).status_code == 403
    assert step(cashier_client, made, "approve").status_code == 403
    assert step(client_of(other_shop.owner), made, "approve").status_code == 404
    assert client_of(other_shop.owner).get(URL).json()["count"] == 0


@pytest.mark.parametrize(
    "body",
    [{}, {"kind": "reminder"}, {"kind": "nonsense"}, {"kind": "price_change", "new_price": "-1"}, {"card_id": "x"}],
)
def test_what_cannot_be_proposed_is_refused_by_field(owner_client: APIClient, body: dict[str, str]) -> None:
    refused = owner_client.post(URL, body)
    assert (refused.status_code, refused.json()["error"]) == (400, "validation_error")
