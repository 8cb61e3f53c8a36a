"""What happens at tills: sent in batches, each once; seen by the server; never changed."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from accounts.models import Membership
from conftest import Shop
from inventory.models import Product
from inventory.tests.builders import make_product
from sales.models import TillEvent
from sales.tests.builders import make_sale

EVENTS = "/sales/api/till-events/"


@pytest.fixture
def boss(manager: Membership, client_of: Callable[[Membership], APIClient]) -> APIClient:
    return client_of(manager)


@pytest.fixture
def rice(shop: Shop) -> Product:
    return make_product(shop.business, "Rice", stock=50, storefront=shop.storefront, retail_price=10)


def event(shop: Shop, client_id: str, kind: str = "drawer_opened", **more: Any) -> dict[str, Any]:
    fields = {"client_id": client_id, "kind": kind, "storefront_id": str(shop.storefront.pk)}
    return {**fields, "at": "2026-01-05T10:00:00Z", **more}


def send(client: APIClient, *events: dict[str, Any]) -> Any:
    return client.post(EVENTS, {"events": list(events)}, format="json")


def selling(shop: Shop, product: Product, **more: Any) -> dict[str, Any]:
    line = {"product_id": str(product.pk), "quantity": "2", **more}
    return {
        "storefront_id": str(shop.storefront.pk),
        "lines": [line],
        "payments": [{"method": "cash", "amount": "100"}],
    }


def kinds() -> list[tuple[Any, ...]]:
    return list(TillEvent.objects.order_by("created_at").values_list("kind", "amount"))


def test_a_batch_is_kept_once_however_often_it_is_sent(
    shop: Shop, cashier_client: APIClient, boss: APIClient, rice: Product
) -> None:
    till = cashier_client.post("/sales/api/tills/", {"storefront_id": str(shop.storefront.pk), "till": "1"}).data["id"]
    sale = make_sale(shop.business, product=rice)
    batch = [
        event(shop, "a", "cart_cancelled", amount="45.00", at="2099-01-01T00:00:00Z"),
        event(
            shop,
            "b",
            "line_removed",
            product_id=str(rice.pk),
            quantity="2",
            sale_id=str(sale.pk),
            note="Changed",
            at="2026-01-05T11:00:00Z",
        ),
    ]
    first = send(cashier_client, *batch)
    again = send(cashier_client, *batch, event(shop, "c"))
    assert (first.status_code, again.status_code) == (201, 201)
    assert [row["id"] for row in again.data["events"]][:2] == [row["id"] for row in first.data["events"]]
    told = boss.get(EVENTS).data
    assert (told["count"], told["results"][0]["kind"]) == (3, "cart_cancelled")
    assert (str(told["results"][0]["till_id"]), told["results"][1]["product_name"]) == (till, "Rice")
    assert boss.get(f"{EVENTS}?kind=line_removed").data["count"] == 1
    report = boss.get(f"/sales/api/tills/{till}/report/")
    assert report.data["events"] == {"cart_cancelled": 1}
    assert cashier_client.get(EVENTS).status_code == 403
    assert boss.delete(f"{EVENTS}{first.data['events'][0]['id']}/").status_code == 405


def test_a_batch_with_something_wrong_is_refused_whole(shop: Shop, other_shop: Shop, cashier_client: APIClient) -> None:
    good = event(shop, "a")
    theirs = make_product(other_shop.business)
    for wrong in (
        event(other_shop, "b"),
        event(shop, "b", product_id=str(theirs.pk)),
        event(shop, "b", kind="oversold"),
        event(shop, "b", at="never"),
        event(shop, ""),
    ):
        assert send(cashier_client, good, wrong).status_code == 400, wrong
    assert not TillEvent.objects.exists()
    assert send(APIClient(), good).status_code == 401


@pytest.mark.parametrize("at", ["0384-03-24T16:41:30Z", "1900-01-01T00:00:00Z", "9999-12-31T23:59:59Z"])
def test_a_moment_of_another_century_is_a_slip(shop: Shop, cashier_client: APIClient, at: str) -> None:
    refused = send(cashier_client, event(shop, "a", at=at))
    assert refused.status_code == 400
    assert "year" in str(refused.json()["fields"])


def test_the_server_sees_overridden_prices_refused_discounts_and_reprints(
    shop: Shop, cashier_client: APIClient, boss: APIClient, rice: Product
) -> None:
    sold = boss.post("/sales/api/sales/", selling(shop, rice, unit_price="8.00"), format="json")
    assert kinds() == [("price_overridden", 4)]
    for refused in (selling(shop, rice, unit_price="9.00"), selling(shop, rice, discount="5.00")):
        answer = cashier_client.post(
            "/sales/api/sales/", refused, format="json", HTTP_IDEMPOTENCY_KEY=str(len(str(refused)))
        )
        assert (answer.status_code, answer.data["error"]) == (403, "permission_denied")
    assert kinds()[1:] == [("discount_refused", 2), ("discount_refused", 5)]
    receipt = f"/sales/api/sales/{sold.data['id']}/receipt/"
    for query, reprints in (("", 0), ("?format=text", 0), ("?format=html", 1), ("?format=text", 2)):
        assert cashier_client.get(receipt + query).status_code == 200
        assert TillEvent.objects.filter(kind="receipt_reprinted").count() == reprints
    assert boss.get(EVENTS).data["results"][0]["sale_number"] == sold.data["number"]


def test_events_take_the_same_queries_however_many(shop: Shop, cashier_client: APIClient) -> None:
    def sending(*names: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert send(cashier_client, *(event(shop, name) for name in names)).status_code == 201
        return len(captured)

    assert sending("a") == sending(*"bcdefgh")


def test_an_event_is_never_changed(shop: Shop, cashier_client: APIClient) -> None:
    send(cashier_client, event(shop, "a"))
    kept = TillEvent.objects.get()
    with pytest.raises(TypeError):
        kept.save()
    with pytest.raises(TypeError):
        kept.delete()
