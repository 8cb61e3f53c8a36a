"""Uploads lie in a folder or a bucket, whole or not at all."""

import datetime as dt
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from app import casts
from app.tests.broken_servers import Fault, broken_server
from app.tests.bucket import BucketServer
from common import clock
from common.errors import StorageUnavailable
from conftest import Shop
from inventory.models import ProductImport
from inventory.services.imports import import_products, take_up_abandoned

IMPORTS = "/inventory/api/imports/"
PNG = b"\x89PNG\r\n\x1a\n a photo"
HEAD = b"sku,name,retail_price\n"


def upload(client: APIClient, lines: int = 1) -> Any:
    body = HEAD + b"".join(b"P%07d,Rice,75.50\n" % n for n in range(lines))
    return client.post(IMPORTS, {"file": SimpleUploadedFile("p.csv", body)}, format="multipart")


@contextmanager
def disk_full_after(size: int) -> Iterator[None]:
    """The kernel refuses what a file would hold beyond `size` bytes, having written what went before."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    return tmp_path


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("lines", [10_000, 200_000], ids=["taken in memory", "taken on disk"])
def test_a_full_disk_is_a_503_and_leaves_no_part_of_a_file(
    owner_client: APIClient, shop: Shop, folder: Path, lines: int
) -> None:
    with disk_full_after(100_000):
        answer = upload(owner_client, lines)
    assert (answer.status_code, answer.json()["error"]) == (503, "service_unavailable")
    assert answer.headers["Retry-After"]
    assert [path for path in folder.rglob("*") if path.is_file()] == []
    assert not ProductImport.objects.of(shop.id).exists()
    assert upload(owner_client).json()["status"] == "done"


def bucket_at(settings: Settings, port: int) -> None:
    found = casts.storage(f"s3+http://the-key:the%2Fsecret@127.0.0.1:{port}/shops/live?region=eu-west-1")
    settings.STORAGES = settings.STORAGES | {"default": found}


@pytest.fixture
def bucket(settings: Settings) -> Iterator[BucketServer]:
    pytest.importorskip("storages")
    with BucketServer() as server:
        bucket_at(settings, server.port)
        yield server


def test_an_import_is_read_from_the_bucket_and_its_file_goes(owner_client: APIClient, bucket: BucketServer) -> None:
    answer = upload(owner_client, lines=3)
    assert (answer.json()["status"], answer.json()["lines_imported"]) == ("done", 3)
    assert len(bucket.puts) == 1
    assert bucket.objects == {}


def test_a_photo_of_a_receipt_is_kept_in_the_bucket_and_shown(owner_client: APIClient, bucket: BucketServer) -> None:
    spent = {"category": "rent", "amount": "50.00", "spent_on": str(clock.today()), "method": "cash"}
    made = owner_client.post("/sales/api/expenses/", spent)
    address = f"/sales/api/expenses/{made.json()['id']}/photo/"
    kept = owner_client.post(address, {"photo": SimpleUploadedFile("r.png", PNG)}, format="multipart")
    assert kept.status_code == 200, kept.content
    assert list(bucket.objects.values()) == [PNG]
    assert next(iter(bucket.objects)).startswith("/shops/live/expenses/")
    shown: Any = owner_client.get(address)
    assert b"".join(shown.streaming_content) == PNG


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("fault", ["refusing", "dying"])
def test_a_bucket_that_is_away_is_a_503_and_keeps_no_import(
    owner_client: APIClient, shop: Shop, settings: Settings, fault: Fault
) -> None:
    pytest.importorskip("storages")
    with broken_server(fault) as port:
        bucket_at(settings, port)
        answer = upload(owner_client)
    assert (answer.status_code, answer.json()["error"]) == (503, "service_unavailable")
    assert not ProductImport.objects.of(shop.id).exists()


def test_an_import_whose_bucket_is_away_waits_for_it(shop: Shop, bucket: BucketServer, settings: Settings) -> None:
    job = ProductImport.objects.create(
        business=shop.business, by=shop.owner, original_name="p.csv", file=ContentFile(HEAD + b"R,Rice,5\n", name="p")
    )
    with broken_server("refusing") as port:
        bucket_at(settings, port)
        with pytest.raises(StorageUnavailable):
            import_products.func(str(job.pk))
    bucket_at(settings, bucket.port)
    ProductImport.objects.update(heartbeat_at=clock.now() - dt.timedelta(minutes=6))
    assert take_up_abandoned() == 1
    job.refresh_from_db()
    assert (job.status, job.lines_imported) == ("done", 1)


@pytest.mark.parametrize("wrong", ["/srv/key:secret", "file://secret", "s3://key:hush@host", "ftp://host/b"])
def test_a_place_that_is_none_is_refused_without_telling_its_secret(wrong: str) -> None:
    with pytest.raises(ValueError, match="neither") as refused:
        casts.storage(wrong)
    assert "hush" not in str(refused.value)


def test_a_folder_and_amazons_own_buckets_need_no_key() -> None:
    assert casts.storage("file:///srv/a%20b")["OPTIONS"] == {"location": "/srv/a b"}
    assert casts.storage("s3:///shops")["OPTIONS"] == {"bucket_name": "shops"}
