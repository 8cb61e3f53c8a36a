"""Reports and uploads are limited by user and by address."""

import re
import uuid
from typing import Any

import pytest
from django.conf import settings as project
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from accounts.tests.builders import make_member
from common.tenancy import Role
from conftest import Shop


@pytest.mark.parametrize("scope", ["report", "report_address"])
def test_reports_without_end_are_refused_for_a_while(
    scope: str, owner_client: APIClient, shop: Shop, settings: Settings, client_of: Any
) -> None:
    settings.ACCOUNT_RATES = settings.ACCOUNT_RATES | {scope: "2/min"}
    answers = [owner_client.get("/reports/api/sales/summary/") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert int(answers[2]["Retry-After"]) >= 1
    other = client_of(make_member(shop.business, Role.MANAGER)).get("/reports/api/sales/summary/")
    assert other.status_code == (200 if scope == "report" else 429)


@pytest.mark.parametrize(
    ("url", "read"),
    [
        ("/sales/api/imports/", "/sales/api/imports/"),
        ("/inventory/api/imports/", "/inventory/api/imports/"),
        ("/sales/api/customers/import/", "/sales/api/customer-imports/"),
        ("/inventory/api/suppliers/import/", "/inventory/api/supplier-imports/"),
    ],
)
@pytest.mark.parametrize("scope", ["upload", "upload_address"])
def test_uploads_are_limited_and_looking_at_them_is_not(
    scope: str, url: str, read: str, owner_client: APIClient, settings: Settings
) -> None:
    settings.ACCOUNT_RATES = settings.ACCOUNT_RATES | {scope: "2/min"}
    files = [{"file": SimpleUploadedFile("a.csv", b"x")} for _ in range(3)]
    assert [owner_client.post(url, each, format="multipart").status_code for each in files] == [400, 400, 429]
    assert owner_client.get(read).status_code == 200


@pytest.mark.parametrize("scope", ["photo", "photo_address"])
def test_photos_without_end_are_refused_for_a_while(scope: str, owner_client: APIClient, settings: Settings) -> None:
    settings.ACCOUNT_RATES = settings.ACCOUNT_RATES | {scope: "2/min"}
    url = f"/sales/api/expenses/{uuid.uuid4()}/photo/"
    files = [{"photo": SimpleUploadedFile("a.png", b"x")} for _ in range(3)]
    assert [owner_client.post(url, each, format="multipart").status_code for each in files] == [404, 404, 429]
    assert owner_client.get(url).status_code == 404


def test_no_address_takes_a_file_that_was_not_thought_of() -> None:
    """Each of these is limited, and says in docs/security.md what is done with it in the request."""
    contract = (project.BASE_DIR / "docs/contract.txt").read_text()
    assert set(re.findall(r"^(\w+)\.\w+: string \(binary\), required$", contract, re.MULTILINE)) == {
        "CustomerFileRequest",
        "NewProductImportRequest",
        "NewSalesImportRequest",
        "PhotoRequest",
        "SupplierFileRequest",
        "VoiceInputsRequest",
    }
