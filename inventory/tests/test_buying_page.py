"""The requests of docs/buying_and_stock.md work as they are printed."""

import json
import re
from pathlib import Path
from typing import Any

from django.conf import settings
from rest_framework.test import APIClient

from conftest import Shop
from inventory.tests.builders import make_product, make_supplier

PAGE = Path(settings.BASE_DIR) / "docs" / "buying_and_stock.md"


def bodies(names: dict[str, Any]) -> list[Any]:
    """The JSON blocks of the page, with ids in place of its words in capitals."""
    blocks = re.findall(r"```json\n(.*?)```", PAGE.read_text(), re.DOTALL)
    for word, pk in names.items():
        blocks = [block.replace(f'"{word}"', f'"{pk}"') for block in blocks]
    return [json.loads(block) for block in blocks]


def test_each_request_of_the_page_works_as_printed(shop: Shop, owner_client: APIClient) -> None:
    rice, milk = (make_product(shop.business, name) for name in ("Rice", "Milk"))
    mills = make_supplier(shop.business, phone="+233241234567")
    names = {"STOREFRONT": shop.storefront.pk, "RICE": rice.pk, "MILK": milk.pk, "SUPPLIER": mills.pk}
    order, send, receive, back, bill, payment, begin, found = bodies(names)
    drafted = owner_client.post("/inventory/api/purchase-orders/", order)
    assert (drafted.status_code, drafted.json()["number"]) == (201, "PO-00001")
    path = f"/inventory/api/purchase-orders/{drafted.json()['id']}"
    assert owner_client.post(f"{path}/send/", send).json()["whatsapp_link"]
    came = owner_client.post(f"{path}/receive/", receive)
    assert (came.status_code, [line["landed"] for line in came.json()["lines"]]) == (201, ["27.69", "2.31"])
    assert owner_client.get(f"{path}/").json()["status"] == "part_received"
    went = owner_client.post("/inventory/api/supplier-returns/", back)
    assert (went.status_code, went.json()["value"]) == (201, "10.00")
    owed = owner_client.post("/inventory/api/supplier-bills/", bill)
    paid = owner_client.post("/inventory/api/supplier-payments/", payment)
    assert (owed.status_code, paid.status_code, paid.json()["advance"]) == (201, 201, "0.00")
    assert owner_client.get("/inventory/api/supplier-bills/ageing/").json()["balance"] == "490.00"
    assert owner_client.get("/inventory/api/batches/").json()["results"][0]["code"] == "L204"
    count = owner_client.post("/inventory/api/counts/", begin).json()
    entered = owner_client.post(f"/inventory/api/counts/{count['id']}/enter/", found)
    assert (entered.status_code, entered.json()["entered"]) == (200, 2)
    assert owner_client.post(f"/inventory/api/counts/{count['id']}/complete/").json()["missing_value"] == "61.15"
