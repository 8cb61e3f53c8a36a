"""What owners can read of the shop's trade: limits, prices, overrides, refunds, each with who and when."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from rest_framework.test import APIClient

from accounts.models import AuditEntry, User
from accounts.tests.builders import make_member
from common.tenancy import Role
from conftest import Shop
from inventory.models import PriceChange
from inventory.tests.builders import make_product
from sales.tests.builders import make_customer, make_invoice, make_payment


@pytest.fixture
def manager(shop: Shop, client_of: Any) -> APIClient:
    client: APIClient = client_of(make_member(shop.business, Role.MANAGER, name="Yaw Manager"))
    return client


def last(owner_client: APIClient) -> dict[str, Any]:
    found: dict[str, Any] = owner_client.get("/accounts/api/audit/").data["results"][0]
    return found


def test_a_changed_price_says_from_what_to_what(shop: Shop, owner_client: APIClient, manager: APIClient) -> None:
    rice = make_product(shop.business, "Rice 5kg", retail_price=80)
    manager.patch(f"/inventory/api/products/{rice.pk}/", {"retail_price": "95.00", "name": "Rice 5 kg"})
    entry = last(owner_client)
    assert (entry["action"], entry["by"]["name"], entry["subject"]) == ("price_changed", "Yaw Manager", "Rice 5kg")
    assert entry["details"] == {"retail_price": ["80.00", "95.00"]}


def test_a_credit_limit_says_from_what_to_what_and_names_no_customer(
    shop: Shop, owner_client: APIClient, manager: APIClient
) -> None:
    ama = make_customer(shop.business, "Ama Mensah", credit_limit=Decimal("500.00"))
    change = {"credit_limit": "800.00", "credit_hold": True, "credit_hold_reason": "Ama drinks"}
    assert manager.patch(f"/sales/api/customers/{ama.pk}/", change).status_code == 200
    entry = last(owner_client)
    assert (entry["action"], entry["subject_id"]) == ("credit_terms_changed", str(ama.pk))
    assert entry["details"] == {"credit_hold": [False, True], "credit_limit": ["500.00", "800.00"]}
    assert "Ama" not in str(AuditEntry.objects.values_list())


def test_a_sale_beyond_the_limit_says_who_allowed_it(shop: Shop, owner_client: APIClient, manager: APIClient) -> None:
    ama = make_customer(shop.business, "Ama", credit_limit=Decimal("10.00"))
    rice = make_product(shop.business, "Rice", retail_price=80, stock=5, storefront=shop.storefront)
    body = {
        "storefront_id": str(shop.storefront.pk),
        "customer_id": str(ama.pk),
        "credit_approval_reason": "Pays Friday",
        "lines": [{"product_id": str(rice.pk), "quantity": "1"}],
    }
    sold = manager.post("/sales/api/sales/", body)
    assert sold.status_code == 201, sold.data
    entry = last(owner_client)
    assert (entry["action"], entry["subject"]) == ("credit_overridden", sold.data["number"])
    assert (entry["by"]["name"], entry["details"]) == ("Yaw Manager", {"amount": "80.00"})


def test_goods_and_money_that_went_back_are_written_down(
    shop: Shop, owner_client: APIClient, manager: APIClient
) -> None:
    ama = make_customer(shop.business, "Ama")
    sale, payment = make_invoice(ama, 30, paid=30), make_payment(ama, 5)
    assert manager.post(f"/sales/api/sales/{sale.pk}/refund/", {"method": "cash"}).status_code == 201
    assert last(owner_client)["details"] == {"amount": "30.00", "method": "cash", "paid_back": "30.00"}
    assert manager.post(f"/sales/api/payments/{payment.pk}/refund/", {"reason": "Twice"}).status_code == 201
    assert (last(owner_client)["action"], last(owner_client)["subject_id"]) == ("payment_refunded", str(payment.pk))


def test_ai_settings_say_who_agreed(owner_client: APIClient, shop: Shop) -> None:
    owner_client.patch("/ai/api/settings/", {"consent": True})
    entry = last(owner_client)
    assert (entry["action"], entry["by"]["name"]) == ("ai_settings_changed", shop.owner.name)
    assert entry["details"] == {"consent": True, "fields": ["consent"]}


def test_what_our_own_staff_put_right_is_told_as_theirs(owner_client: APIClient, shop: Shop) -> None:
    rice, staff = make_product(shop.business, "Rice", retail_price=80), Client()
    staff.force_login(User.objects.create_superuser("staff@example.com", "x", name="Staff"))
    form = {
        "sku": rice.sku,
        "name": rice.name,
        "unit": "bag",
        "cost": rice.cost,
        "retail_price": "99.00",
        "barcode": "",
        "reorder_level": "5",
        "minimum_order_quantity": "0",
        "attributes": "{}",
        "brand": "",
        "description": "",
        "tracks_stock": "on",
        "is_active": "on",
        "stock-TOTAL_FORMS": "0",
        "stock-INITIAL_FORMS": "0",
    }
    assert staff.post(f"/admin/inventory/product/{rice.pk}/change/", form).status_code == 302
    entry = last(owner_client)
    assert (entry["by"], entry["by_staff"], entry["details"]) == (None, True, {"retail_price": ["80.00", "99.00"]})
    kept = PriceChange.objects.get(product=rice)
    assert (kept.source, kept.by, str(kept.old_retail_price), str(kept.new_retail_price)) == (
        "staff",
        None,
        "80.00",
        "99.00",
    )


def test_a_refused_change_is_not_written_down(shop: Shop, owner_client: APIClient, cashier_client: APIClient) -> None:
    ama = make_customer(shop.business, "Ama", credit_limit=Decimal("5.00"))
    assert cashier_client.patch(f"/sales/api/customers/{ama.pk}/", {"credit_limit": "800"}).status_code == 403
    assert owner_client.get("/accounts/api/audit/").data["count"] == 0
