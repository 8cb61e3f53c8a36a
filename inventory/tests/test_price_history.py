"""What prices were and became: written by whoever changes them, in the same transaction."""

from decimal import Decimal
from typing import Any

import pytest
from rest_framework.test import APIClient

from conftest import Shop
from inventory.models import PriceChange, StockMovement
from inventory.services import AdjustmentLine, adjust_stock, change_product
from inventory.tests.builders import make_product
from inventory.tests.test_price_lists import PRICES, undo, upload
from inventory.tests.test_product_import import GOOD, _files

__all__ = ["_files"]
URL = "/inventory/api/price-history/"


def retail(client: APIClient, **narrowed: Any) -> list[tuple[str, str, str]]:
    rows = client.get(URL, narrowed).data["results"]
    return [(row["source"], row["old_retail_price"], row["new_retail_price"]) for row in rows]


def test_each_change_of_price_is_kept_with_who_and_when(owner_client: APIClient, shop: Shop) -> None:
    rice = make_product(shop.business, "Rice", retail_price=Decimal(10))
    for changes in ({"retail_price": "12.00"}, {"name": "Rice 5 kg"}, {"retail_price": "12.00", "cost": "7.00"}):
        assert owner_client.patch(f"/inventory/api/products/{rice.pk}/", changes, format="json").status_code == 200
    cost, first = owner_client.get(URL, {"product_id": str(rice.pk)}).data["results"]
    assert (first["old_retail_price"], first["new_retail_price"], first["by_name"]) == (
        "10.00",
        "12.00",
        shop.owner.name,
    )
    assert (cost["old_cost"], cost["new_cost"], cost["new_wholesale_price"]) == ("6.00", "7.00", None)
    assert owner_client.get(f"{URL}{cost['id']}/").data["product_name"] == "Rice 5 kg"


def test_a_file_and_its_undoing_are_kept_too(owner_client: APIClient) -> None:
    upload(owner_client, GOOD)
    told = upload(owner_client, PRICES, mode="update")
    assert retail(owner_client) == [("import", "45.00", "49.00")]
    undo(owner_client, told)
    assert retail(owner_client)[0] == ("import", "49.00", "45.00")


def test_a_delivery_that_moves_the_cost_is_kept(shop: Shop) -> None:
    rice = make_product(shop.business, stock=10, storefront=shop.storefront)
    line = AdjustmentLine(rice.pk, Decimal(10), unit_cost=Decimal(8))
    adjust_stock(
        shop.caller, storefront_id=shop.storefront.pk, lines=[line], kind=StockMovement.Kind.PURCHASE, reason=""
    )
    row = PriceChange.objects.get(product=rice)
    assert (row.source, row.old_cost, row.new_cost) == ("delivery", Decimal(6), Decimal(7))


def test_the_history_is_narrowed_and_never_shown_to_cashiers(
    owner_client: APIClient, cashier_client: APIClient, shop: Shop
) -> None:
    for _ in range(2):
        change_product(shop.caller, make_product(shop.business).pk, changes={"retail_price": Decimal(11)})
    assert len(retail(owner_client)) == 2
    assert retail(owner_client, source="import") == retail(owner_client, to="2020-01-01") == []
    assert cashier_client.get(URL).status_code == 403


def test_prices_and_their_history_change_together_or_not_at_all(shop: Shop) -> None:
    rice, beans = make_product(shop.business, sku="RICE"), make_product(shop.business)
    with pytest.raises(Exception, match="SKU"):
        change_product(shop.caller, beans.pk, changes={"retail_price": Decimal(11), "sku": rice.sku})
    assert not PriceChange.objects.exists()
