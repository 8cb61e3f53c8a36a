"""Importing a history through the API."""

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from accounts.models import Membership
from accounts.tests.builders import make_member, make_storefront
from common.tenancy import Role
from conftest import Shop
from sales.imports.run import BATCH
from sales.imports.serializers import NewSalesImportSerializer
from sales.models import Sale, SalesImport
from sales.tests.history import history, line

URL = "/sales/api/imports/"


@pytest.fixture(autouse=True)
def _files_of_their_own(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


def post(client: APIClient, content: bytes, **more: Any) -> Any:
    file = SimpleUploadedFile("history.csv", content)
    return client.post(URL, {"file": file} | more, format="multipart")


def test_an_uploaded_history_becomes_sales_and_a_report(owner_client: APIClient, tmp_path: Path) -> None:
    made = post(owner_client, gzip.compress(history(line(), line(quantity="x"), line(invoice_no="1002"))))
    assert made.status_code == 202
    told = owner_client.get(f"{URL}{made.json()['id']}/").json()
    assert (told["status"], told["lines_total"], told["lines_read"]) == ("done", 3, 3)
    assert (told["lines_imported"], told["lines_skipped"], told["lines_refused"]) == (2, 0, 1)
    assert told["problems"] == [{"line": 3, "reason": "quantity is not a number: 'x'"}]
    assert Sale.objects.count() == 2
    assert not list(tmp_path.rglob("*.csv"))


def test_uploading_it_again_adds_nothing(owner_client: APIClient) -> None:
    post(owner_client, history(line()))
    assert post(owner_client, history(line())).json()["lines_skipped"] == 1
    assert Sale.objects.count() == 1


def test_lines_without_a_storefront_go_to_the_one_named(owner_client: APIClient, shop: Shop) -> None:
    tema = make_storefront(shop.business, "Tema")
    made = post(owner_client, history(line()), storefront_id=str(tema.pk))
    assert made.json()["storefront_name"] == "Tema"
    assert Sale.objects.get().storefront == tema


def test_a_file_that_breaks_off_is_imported_as_far_as_it_goes(owner_client: APIClient) -> None:
    packed = gzip.compress(history(*(line(invoice_no=n) for n in range(12_000))))
    told = post(owner_client, packed[: len(packed) // 2]).json()
    assert told["status"] == "failed"
    assert "breaks off after line" in told["error"]
    assert told["lines_imported"] == Sale.objects.count() > BATCH


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"invoice_no,price\n1,2\n", "missing: sold_at, product, quantity, unit_price"),
        (history(), "empty"),
        (b",".join([b"invoice_no", b"sold_at", b"product", b"quantity", b"unit_price"]), "no lines"),
        (b"PK\x03\x04", "workbook cannot be read"),
        (b"\x00\x01\x02", "missing"),
    ],
)
def test_a_file_that_is_no_history_is_refused_with_the_reason(
    owner_client: APIClient, content: bytes, problem: str
) -> None:
    answer = post(owner_client, content)
    assert answer.status_code == 400
    assert problem in answer.json()["fields"]["file"][0]
    assert not SalesImport.objects.exists()


def test_a_file_that_is_too_large_is_refused(owner_client: APIClient) -> None:
    answer = post(owner_client, b"x" * (NewSalesImportSerializer.most_megabytes * 1024 * 1024 + 1))
    assert answer.status_code == 400
    assert "64 MB" in answer.json()["fields"]["file"][0]


@pytest.mark.parametrize("form", ["multipart", "json"])
@pytest.mark.parametrize("body", [{}, {"file": "not a file"}])
def test_a_file_is_needed(owner_client: APIClient, body: dict[str, str], form: str) -> None:
    answer = owner_client.post(URL, body, format=form)
    assert answer.status_code == 400
    assert "file" in answer.json()["fields"]


def test_json_without_end_is_refused_as_everywhere(owner_client: APIClient) -> None:
    answer = owner_client.post(URL, "[" * 50_000, content_type="application/json")
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["body"])


def test_another_business_storefront_or_import_is_not_there(
    owner_client: APIClient, other_shop: Shop, client_of: Callable[[Membership], APIClient]
) -> None:
    refused = post(owner_client, history(line()), storefront_id=str(other_shop.storefront.pk))
    assert (refused.status_code, list(refused.json()["fields"])) == (400, ["storefront_id"])
    made = post(owner_client, history(line())).json()
    stranger = client_of(other_shop.owner)
    assert stranger.get(f"{URL}{made['id']}/").status_code == 404
    assert stranger.get(URL).json()["count"] == 0


def test_only_owners_and_managers_import(
    shop: Shop, client_of: Callable[[Membership], APIClient], cashier_client: APIClient
) -> None:
    assert post(client_of(make_member(shop.business, Role.MANAGER)), history(line())).status_code == 202
    assert post(cashier_client, history(line())).status_code == 403
    assert cashier_client.get(URL).status_code == 403
    assert APIClient().get(URL).status_code == 401


def test_the_list_is_filtered_and_takes_as_many_queries_however_long(owner_client: APIClient, shop: Shop) -> None:
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert owner_client.get(URL).status_code == 200
        return len(captured)

    post(owner_client, history(line()))
    few = queries()
    for _ in range(8):
        post(owner_client, history(line()))
    assert queries() == few
    assert owner_client.get(f"{URL}?status=failed").json()["count"] == 0
    assert "problems" not in owner_client.get(URL).json()["results"][0]
