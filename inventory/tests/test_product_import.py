"""A shop brings its list of products as a CSV file."""

import datetime as dt
import gzip
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from rest_framework.test import APIClient

from accounts.tests.builders import make_storefront
from common import clock
from conftest import Shop
from inventory.models import Category, Product, ProductImport, StockMovement
from inventory.services import start_import
from inventory.services.imports import BATCH, import_products, take_up_abandoned
from inventory.tests.builders import make_product, stock_of

IMPORTS = "/inventory/api/imports/"
GOOD = """sku,name,category,supplier,cost,retail_price,wholesale_price,reorder_level,quantity
R5,Rice 5 kg,Food > Grains,Gino,"1,060.00",75.50,,10,12
MILO,Milo 400 g,Drinks,Nestle,38,45,42.00,,
"""


@pytest.fixture(autouse=True)
def _files(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def upload(client: APIClient, content: str | bytes, name: str = "products.csv") -> Any:
    body = content.encode() if isinstance(content, str) else content
    return client.post(IMPORTS, {"file": SimpleUploadedFile(name, body)}, format="multipart")


@pytest.mark.parametrize(
    "name",
    [
        "x." + "y" * 200,
        "." * 5 + "csv",
        "h" * 300 + ".csv",
        "Ama's prices 😀.csv",
        "../../up.csv",
        ".." + "z" * 240,
        'a;b"c.csv',
    ],
)
def test_a_file_of_any_name_comes_in(owner_client: APIClient, name: str) -> None:
    answer = upload(owner_client, GOOD, name)
    assert answer.status_code == 202
    assert answer.data["original_name"] in name


def test_products_categories_suppliers_and_opening_stock_come_in(owner_client: APIClient, shop: Shop) -> None:
    answer = upload(owner_client, GOOD)
    assert answer.status_code == 202
    assert (answer.data["status"], answer.data["lines_imported"], answer.data["problems"]) == ("done", 2, [])
    rice = Product.objects.of(shop.id).get(sku="R5")
    assert (str(rice.category), str(rice.category and rice.category.parent)) == ("Grains", "Food")
    assert (str(rice.supplier), str(rice.cost), str(rice.retail_price)) == ("Gino", "1060.00", "75.50")
    assert stock_of(rice, shop.storefront) == 12
    assert StockMovement.objects.get().reason == "Opening stock from products.csv"


def test_a_second_run_adds_nothing(owner_client: APIClient, shop: Shop) -> None:
    upload(owner_client, GOOD)
    again = upload(owner_client, GOOD)
    assert (again.data["lines_imported"], again.data["lines_skipped"]) == (0, 2)
    assert Product.objects.of(shop.id).count() == 2
    assert Category.objects.of(shop.id).count() == 3
    assert StockMovement.objects.of(shop.id).count() == 1


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (",Rice,1", "sku is empty"),
        ("R,,1", "name is empty"),
        ("R,Rice,cheap", "cost is not a number"),
        ("R,Rice,-1", "cost is not a number"),
        ("R,Rice,1.234", "cost has more than 2 decimals"),
        ("R,Rice,999999999", "cost is too large"),
        (f"{'x' * 65},Rice,1", "sku is longer than 64"),
        ("R,Rice,1,2", "4 values where the first line names 3 columns"),
        ('R,"Rice,1', "quotation mark"),
    ],
)
def test_a_bad_line_is_reported_by_number_and_the_rest_goes_in(owner_client: APIClient, line: str, reason: str) -> None:
    answer = upload(owner_client, f"sku,name,cost\nA,Apple,1\n{line}\nB,Banana,2\n")
    assert (answer.data["lines_imported"], answer.data["lines_refused"]) == (2, 1)
    assert answer.data["problems"][0]["line"] == 3
    assert reason in answer.data["problems"][0]["reason"]


def test_what_windows_wrote_is_read_and_what_nobody_writes_is_reported(owner_client: APIClient, shop: Shop) -> None:
    answer = upload(owner_client, "sku,name\nA,Café\n".encode("latin-1") + b"B,Banan\x81\n")
    assert answer.data["problems"] == [{"line": 3, "reason": "the text is in no known encoding"}]
    assert Product.objects.of(shop.id).get().name == "Café"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"sku,name\n",
        b"colour,size\nred,9\n",
        b"PK\x03\x04 a spreadsheet",
        "colour,size\nred,9\n".encode("utf-16"),
        b"\x89PNG\r\n\x1a\n\xff\xfe",
    ],
)
def test_a_file_that_is_no_list_of_products_is_refused_at_once(owner_client: APIClient, content: bytes) -> None:
    answer = upload(owner_client, content)
    assert (answer.status_code, list(answer.data["fields"])) == (400, ["file"])
    assert not ProductImport.objects.exists()


def test_a_file_that_breaks_off_fails_with_its_reason_and_keeps_what_came_before(owner_client: APIClient) -> None:
    whole = gzip.compress("".join(["sku,name\n", *(f"S{n},Name {n}\n" for n in range(4_000))]).encode())
    answer = upload(owner_client, whole[: len(whole) // 2], "products.csv.gz")
    assert answer.data["status"] == "failed"
    assert "breaks off" in answer.data["error"]
    assert Product.objects.count() == answer.data["lines_imported"] > BATCH


def test_a_file_that_is_too_large_is_refused(owner_client: APIClient) -> None:
    answer = upload(owner_client, b"sku,name\n" + b"x" * (10 * 1024 * 1024))
    assert (answer.status_code, list(answer.data["fields"])) == (400, ["file"])


def test_without_a_file_the_field_is_named(owner_client: APIClient) -> None:
    answer = owner_client.post(IMPORTS, {}, format="multipart")
    assert (answer.status_code, list(answer.data["fields"])) == (400, ["file"])
    assert owner_client.post(IMPORTS, {"file": "text"}, format="json").status_code == 415


def test_a_sku_twice_in_one_file_is_added_once_and_a_barcode_of_another_refused(
    owner_client: APIClient, shop: Shop
) -> None:
    make_product(shop.business, sku="OLD", barcode="600")
    content = "sku,name,barcode\nA,Apple,601\na,Apple,\nB,Banana,600\nC,Cherry,601\n"
    answer = upload(owner_client, content)
    told = [answer.data[f"lines_{what}"] for what in ("imported", "skipped", "refused")]
    assert told == [1, 1, 2]


def test_opening_stock_needs_to_know_its_storefront(owner_client: APIClient, shop: Shop) -> None:
    market = make_storefront(shop.business, "Market")
    answer = upload(owner_client, "sku,name,quantity,storefront\nA,Apple,3,market\nB,Banana,3,\nC,Cherry,3,Moon\n")
    assert [problem["line"] for problem in answer.data["problems"]] == [3, 4]
    assert stock_of(Product.objects.get(sku="A"), market) == 3


def test_an_import_runs_once_however_often_it_is_handed_out(shop: Shop) -> None:
    job = start_import(shop.caller, file=SimpleUploadedFile("p.csv", GOOD.encode()))
    import_products.call(str(job.pk))
    job.refresh_from_db()
    assert (job.lines_imported, job.lines_skipped) == (2, 0)


def test_names_of_another_business_are_not_taken_for_ones_own(
    owner_client: APIClient, shop: Shop, other_shop: Shop
) -> None:
    make_product(other_shop.business, sku="R5", barcode="601")
    assert upload(owner_client, GOOD).data["lines_imported"] == 2


def test_imports_are_for_management_and_for_the_own_business(
    owner_client: APIClient, cashier_client: APIClient, other_shop: Shop
) -> None:
    assert upload(cashier_client, GOOD).status_code == 403
    theirs = start_import(other_shop.caller, file=SimpleUploadedFile("p.csv", GOOD.encode()))
    assert owner_client.get(f"{IMPORTS}{theirs.pk}/").status_code == 404
    assert owner_client.get(IMPORTS).data["count"] == 0


@pytest.mark.parametrize("lines", [10, 400])
def test_a_batch_takes_a_fixed_number_of_queries(shop: Shop, lines: int, django_assert_max_num_queries: Any) -> None:
    content = "sku,name,category,supplier,quantity\n" + "".join(f"S{n},Name {n},Food,Gino,1\n" for n in range(lines))
    with django_assert_max_num_queries(41):
        start_import(shop.caller, file=SimpleUploadedFile("p.csv", content.encode()))
    assert Product.objects.count() == lines


@pytest.mark.parametrize("count", [1, 20])
def test_the_list_of_imports_takes_four_queries(
    owner_client: APIClient, shop: Shop, count: int, django_assert_num_queries: Any
) -> None:
    for _ in range(count):
        ProductImport.objects.create(business=shop.business, by=shop.owner, original_name="p.csv")
    with django_assert_num_queries(4):
        answer = owner_client.get(IMPORTS)
    assert answer.data["count"] == count
    assert "problems" not in answer.data["results"][0]


def running(shop: Shop, *, silent_minutes: int, attempts: int = 1) -> ProductImport:
    """An import whose worker was last heard of so many minutes ago."""
    job = ProductImport.objects.create(
        business=shop.business,
        by=shop.owner,
        status="running",
        original_name="p.csv",
        attempts=attempts,
        file=ContentFile(GOOD.encode(), name="p.csv"),
    )
    heard = clock.now() - dt.timedelta(minutes=silent_minutes)
    ProductImport.objects.filter(pk=job.pk).update(heartbeat_at=heard)
    return job


def test_an_import_whose_worker_died_is_taken_up_again_and_its_file_goes(shop: Shop) -> None:
    job = running(shop, silent_minutes=6)
    assert take_up_abandoned() == 1
    job.refresh_from_db()
    assert (job.status, job.attempts, job.lines_imported) == ("done", 2, 2)
    assert not job.file
    assert Product.objects.of(shop.id).count() == 2


def test_what_a_dead_worker_had_brought_in_is_passed_over(shop: Shop) -> None:
    start_import(shop.caller, file=SimpleUploadedFile("p.csv", GOOD.encode()))
    job = running(shop, silent_minutes=6)
    take_up_abandoned()
    job.refresh_from_db()
    assert (job.status, job.lines_imported, job.lines_skipped) == ("done", 0, 2)


def test_an_import_that_is_at_work_is_left_alone(shop: Shop) -> None:
    job = running(shop, silent_minutes=4)
    assert take_up_abandoned() == 0
    job.refresh_from_db()
    assert job.status == "running"


def test_after_three_attempts_an_import_is_given_up_and_its_file_goes(shop: Shop) -> None:
    job = running(shop, silent_minutes=6, attempts=3)
    assert take_up_abandoned() == 1
    job.refresh_from_db()
    assert job.status == "failed"
    assert "again" in job.error
    assert not job.file
