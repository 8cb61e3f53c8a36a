"""Lists of products that change what is there, or are taken back."""

from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from rest_framework.test import APIClient

from conftest import Shop
from inventory.models import Category, Product, Stock, StockMovement, Supplier
from inventory.services import AdjustmentLine, adjust_stock
from inventory.tests.builders import make_product
from inventory.tests.test_product_import import GOOD, IMPORTS, _files

__all__ = ["_files"]
PRICES = "sku,name,cost,retail_price,quantity\nMILO,Milo 400 g,,49.00,5\nNEW,New one,1,2,\n"


def upload(client: APIClient, content: str, **options: Any) -> Any:
    file = SimpleUploadedFile("prices.csv", content.encode())
    return client.post(IMPORTS, {"file": file, **options}, format="multipart").data


def undo(client: APIClient, told: Any) -> Any:
    return client.post(f"{IMPORTS}{told['id']}/undo/")


def everything() -> list[str]:
    return [
        repr(row)
        for model in (Category, Product, Stock, StockMovement, Supplier)
        for row in model._default_manager.order_by("pk").values()
    ]


def test_an_updated_price_list_updates_and_reports_it(owner_client: APIClient) -> None:
    upload(owner_client, GOOD)
    told = upload(owner_client, PRICES, mode="update")
    assert (told["lines_imported"], told["lines_updated"]) == (1, 1)
    assert told["notices"] == [
        {"line": 2, "reason": "MILO: retail_price changed"},
        {"line": 2, "reason": "MILO is there already: its quantity of 5 was not added, count it instead"},
    ]
    milo = Product.objects.get(sku="MILO")
    assert (milo.retail_price, milo.cost, milo.wholesale_price) == (Decimal(49), Decimal(38), Decimal(42))


def test_without_the_mode_a_product_stays_as_it_is_and_the_difference_is_told(owner_client: APIClient) -> None:
    upload(owner_client, GOOD)
    told = upload(owner_client, PRICES)
    assert (told["lines_updated"], told["lines_skipped"]) == (0, 1)
    assert "MILO is there with another retail_price: mode=update changes it" in told["notices"][0]["reason"]
    assert Product.objects.get(sku="MILO").retail_price == Decimal(45)


def test_an_update_is_undone_to_the_prices_before(owner_client: APIClient) -> None:
    upload(owner_client, GOOD)
    before = everything()
    told = upload(owner_client, PRICES, mode="update")
    assert undo(owner_client, told).data["status"] == "undone"
    assert everything() == before


def test_an_update_is_not_undone_over_a_price_that_was_changed_since(owner_client: APIClient) -> None:
    upload(owner_client, GOOD)
    told = upload(owner_client, PRICES, mode="update")
    Product.objects.filter(sku="MILO").update(retail_price=50)
    assert undo(owner_client, told).status_code == 409
    assert Product.objects.get(sku="MILO").retail_price == Decimal(50)


def test_a_list_is_undone_with_its_opening_stock_while_nothing_moved(owner_client: APIClient) -> None:
    before = everything()
    told = upload(owner_client, GOOD)
    assert undo(owner_client, told).status_code == 200
    assert everything() == before


def test_a_list_whose_goods_moved_since_stays(owner_client: APIClient, shop: Shop) -> None:
    told = upload(owner_client, GOOD)
    rice = Product.objects.get(sku="R5")
    adjust_stock(
        shop.caller,
        storefront_id=shop.storefront.pk,
        lines=[AdjustmentLine(rice.pk, quantity=Decimal(-1))],
        kind=StockMovement.Kind.ADJUSTMENT,
        reason="broken",
    )
    before = everything()
    answer = undo(owner_client, told)
    assert (answer.status_code, "Rice 5 kg" in answer.data["message"]) == (409, True)
    assert everything() == before


def test_a_check_of_a_list_changes_nothing(owner_client: APIClient) -> None:
    told = owner_client.post(
        f"{IMPORTS}?check=1", {"file": SimpleUploadedFile("p.csv", GOOD.encode())}, format="multipart"
    ).data
    assert (told["lines_imported"], told["first_rows"][0]["cost"]) == (2, "1060.00")
    assert everything() == []


def test_a_list_with_decimal_commas_is_read_as_it_is_meant(owner_client: APIClient) -> None:
    upload(owner_client, "sku;name;retail_price;cost\nB1;Kenkey;12,500;8,250\nB2;Banku;12,5;8\n")
    assert [(p.retail_price, p.cost) for p in Product.objects.order_by("sku")] == [
        (Decimal("12.50"), Decimal("8.25")),
        (Decimal("12.50"), Decimal(8)),
    ]


@pytest.mark.parametrize(("barcode", "reason"), [("6.03E+12", "cut short"), ("6034000123456.0", "taken for a number")])
def test_a_barcode_that_a_spreadsheet_spoilt_is_refused(owner_client: APIClient, barcode: str, reason: str) -> None:
    told = upload(owner_client, f"sku,name,barcode\nA1,Milo,{barcode}\nA2,Omo,006034000123\n")
    assert (told["problems"][0]["line"], reason in told["problems"][0]["reason"]) == (2, True)
    assert Product.objects.get().barcode == "006034000123"


def test_codes_that_lost_their_leading_zeros_find_their_product(owner_client: APIClient, shop: Shop) -> None:
    make_product(shop.business, sku="00123", name="Key soap", barcode="006034000123")
    told = upload(
        owner_client, "sku,name,barcode,retail_price\n123,Key soap,6034000123,9\nX,Other,6034000123,1\n", mode="update"
    )
    assert (told["lines_updated"], told["lines_refused"]) == (1, 1)
    assert "another product (00123) has the barcode" in told["problems"][0]["reason"]
    assert Product.objects.get().barcode == "006034000123"


@pytest.mark.parametrize("asked", ["6034000123", "006034000123", "06034000123"])
def test_a_scanned_barcode_is_found_with_or_without_its_zeros(owner_client: APIClient, shop: Shop, asked: str) -> None:
    make_product(shop.business, name="Key soap", barcode="006034000123")
    found = owner_client.get(f"/inventory/api/products/?barcode={asked}").data
    assert found["count"] == 1
