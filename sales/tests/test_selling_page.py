"""The requests of docs/selling.md work as they are printed."""

import json
import re
from pathlib import Path
from typing import Any

from django.conf import settings
from rest_framework.test import APIClient

from common import clock
from conftest import Shop
from inventory.tests.builders import make_product
from sales.tests.builders import make_customer, make_invoice

PAGE = Path(settings.BASE_DIR) / "docs" / "selling.md"


def bodies(names: dict[str, Any]) -> list[dict[str, Any]]:
    """The JSON blocks of the page, with ids in place of its words in capitals."""
    blocks = re.findall(r"```json\n(.*?)```", PAGE.read_text(), re.DOTALL)
    for word, pk in names.items():
        blocks = [block.replace(f'"{word}"', f'"{pk}"') for block in blocks]
    return [json.loads(block) for block in blocks]


def test_each_request_of_the_page_works_as_printed(shop: Shop, owner_client: APIClient) -> None:
    rice, soap = (make_product(shop.business, name, stock=9, storefront=shop.storefront) for name in ("Rice", "Soap"))
    ama = make_customer(shop.business)
    make_invoice(ama, 60)
    names = {"STOREFRONT": shop.storefront.pk, "RICE": rice.pk, "SOAP": soap.pk, "CUSTOMER": ama.pk}
    sale = owner_client.post("/sales/api/sales/", bodies(names)[0])
    assert (sale.status_code, sale.json()["total"], sale.json()["change"]) == (201, "29.50", "40.50")
    paid = owner_client.post("/sales/api/payments/", bodies(names)[1])
    assert (paid.status_code, paid.json()["unallocated"]) == (201, "40.00")
    back = owner_client.post(f"/sales/api/payments/{paid.json()['id']}/refund/", bodies(names)[2])
    assert (back.status_code, back.json()["amount"]) == (201, "90.00")
    goods = bodies(names | {"LINE": sale.json()["lines"][0]["id"]})[3]
    returned = owner_client.post(f"/sales/api/sales/{sale.json()['id']}/refund/", goods)
    assert (returned.status_code, returned.json()["total"]) == (201, "-10.00")
    wrong = owner_client.post("/sales/api/sales/", bodies(names)[0] | {"confirmed": True})
    void = owner_client.post(f"/sales/api/sales/{wrong.json()['id']}/void/", bodies(names)[4])
    assert (void.status_code, void.json()["status"]) == (200, "voided")
    swap = bodies(names | {"LINE": sale.json()["lines"][0]["id"]})[5]
    swapped = owner_client.post(f"/sales/api/sales/{sale.json()['id']}/exchange/", swap, format="json")
    assert (swapped.status_code, swapped.json()["total"]) == (201, "10.00")
    unlinked = owner_client.post("/sales/api/sales/returns/", bodies(names)[6], format="json")
    assert (unlinked.status_code, unlinked.json()["total"]) == (201, "-10.00")
    held = owner_client.post("/sales/api/carts/", bodies(names)[7], format="json")
    assert (held.status_code, held.json()["held_for"]) == (201, "Red shirt")
    till = owner_client.post("/sales/api/tills/", bodies(names)[8])
    assert (till.status_code, till.json()["status"]) == (201, "open")
    moved = owner_client.post(f"/sales/api/tills/{till.json()['id']}/movements/", bodies(names)[9])
    assert (moved.status_code, moved.json()["money"][0]["expected"]) == (201, "40.00")
    closed = owner_client.post(f"/sales/api/tills/{till.json()['id']}/close/", bodies(names)[10], format="json")
    assert (closed.status_code, closed.json()["difference"]) == (200, "-1.50")
    kept = owner_client.post("/sales/api/till-events/", bodies(names)[11], format="json")
    assert (kept.status_code, kept.json()["events"][0]["amount"]) == (201, "45.00")
    synced = owner_client.post("/sales/api/sync/", bodies(names)[12], format="json")
    assert (synced.status_code, synced.json()["results"][0]["status"]) == (200, "taken")
    spent = owner_client.post("/sales/api/expenses/", bodies(names)[13], format="json")
    assert (spent.status_code, spent.json()["amount"]) == (201, "40.00")
    rent = owner_client.post("/sales/api/recurring-expenses/", bodies(names | {"TODAY": clock.today()})[14])
    assert (rent.status_code, rent.json()["written"]) == (201, 1)
    assert len(bodies(names)) == 15
