"""Files of customers and suppliers: kept in the request, taken in by the worker, whatever happens to it."""

import datetime as dt
import shutil
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from accounts.models import AuditEntry
from app.tests import kept_schema
from common import clock
from common.file_lines import PeopleImport
from common.tenancy import TenantModel
from conftest import Shop
from inventory.models import ProductImport, Supplier, SupplierBill, SupplierImport
from inventory.services import supplier_file
from inventory.services.buying import pay_supplier
from inventory.tests.builders import make_supplier
from sales.models import Customer, CustomerImport, Sale, SalesImport
from sales.services import customer_file
from sales.tests.builders import make_customer
from sales.tests.test_import_command import manage

HEAD = "name,phone,opening_balance\n"
GOOD = HEAD + "Ama Mensah,0241234567,80\nKofi Boateng,,\n"


@dataclass(frozen=True)
class Kind:
    """One of the two kinds of file: its addresses, its job, and what comes of a line."""

    upload: str
    read: str
    job: type[PeopleImport]
    person: type[TenantModel]
    work: Any
    start: Callable[..., PeopleImport]
    take_up: Callable[[], int]
    most: int

    def owed(self) -> int:
        """How many opening balances there are."""
        return Sale.objects.filter(kind="opening").count() + SupplierBill.objects.filter(kind="opening").count()


KINDS = (
    Kind(
        "/sales/api/customers/import/",
        "/sales/api/customer-imports/",
        CustomerImport,
        Customer,
        customer_file.import_customers,
        customer_file.start_customer_import,
        customer_file.take_up_abandoned,
        customer_file.MOST_LINES,
    ),
    Kind(
        "/inventory/api/suppliers/import/",
        "/inventory/api/supplier-imports/",
        SupplierImport,
        Supplier,
        supplier_file.import_suppliers,
        supplier_file.start_supplier_import,
        supplier_file.take_up_abandoned,
        supplier_file.MOST_LINES,
    ),
)


@pytest.fixture(params=KINDS, ids=["customers", "suppliers"])
def kind(request: Any) -> Any:
    return request.param


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = str(tmp_path)
    return tmp_path


@pytest.fixture
def later(settings: Any) -> None:
    """Work waits for a worker, as in production."""
    settings.TASKS = {"default": settings.TASKS["default"] | {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}


def send(client: APIClient, kind: Kind, text: str | bytes = GOOD, query: str = "", **body: Any) -> Any:
    content = text if isinstance(text, bytes) else text.encode()
    return client.post(f"{kind.upload}{query}", {"file": SimpleUploadedFile("p.csv", content)} | body, "multipart")


def running(shop: Shop, kind: Kind, *, silent_minutes: int = 6, attempts: int = 1) -> PeopleImport:
    """An import whose worker was last heard of so many minutes ago."""
    job = kind.job._default_manager.create(
        business=shop.business,
        by=shop.owner,
        status="running",
        original_name="p.csv",
        attempts=attempts,
        file=ContentFile(GOOD.encode(), name="p.csv"),
    )
    heard = clock.now() - dt.timedelta(minutes=silent_minutes)
    kind.job._default_manager.filter(pk=job.pk).update(heartbeat_at=heard)
    return job


@pytest.mark.usefixtures("later")
def test_in_the_request_a_file_is_kept_and_nothing_is_written(
    owner_client: APIClient, kind: Kind, folder: Path
) -> None:
    answer = send(owner_client, kind)
    assert (answer.status_code, answer.data["status"], answer.data["lines_read"]) == (202, "waiting", 0)
    assert not kind.person._default_manager.exists()
    assert len([path for path in folder.rglob("*") if path.is_file()]) == 1
    kind.work.func(str(answer.data["id"]))
    told = owner_client.get(f"{kind.read}{answer.data['id']}/").data
    assert (told["status"], told["lines_total"], told["lines_imported"], told["opening_balances"]) == ("done", 2, 2, 1)
    assert [path for path in folder.rglob("*") if path.is_file()] == []


@pytest.mark.usefixtures("later")
def test_the_request_takes_as_many_queries_for_a_long_file_as_for_a_short_one(
    owner_client: APIClient, kind: Kind
) -> None:
    counts = []
    for lines in (1, 1_500):
        with CaptureQueriesContext(connection) as queries:
            assert send(owner_client, kind, HEAD + "".join(f"N{n},,5\n" for n in range(lines))).status_code == 202
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(("lines", "most"), [(10, 40), (500, 60)])
def test_a_batch_takes_few_queries_however_long(
    shop: Shop, kind: Kind, lines: int, most: int, django_assert_max_num_queries: Any
) -> None:
    content = HEAD + "".join(f"N{n},02012{n:05d},5\n" for n in range(lines))
    with django_assert_max_num_queries(most):
        kind.start(shop.caller, file=SimpleUploadedFile("p.csv", content.encode()))
    assert (kind.person._default_manager.count(), kind.owed()) == (lines, lines)


def test_a_check_shows_what_would_come_in_and_changes_nothing(owner_client: APIClient, kind: Kind) -> None:
    told = send(owner_client, kind, GOOD + "Esi,12,\n", "?check=1").data
    assert (told["status"], told["check_only"], told["lines_imported"], told["opening_balances"]) == (
        "done",
        True,
        2,
        1,
    )
    assert told["first_rows"][0] == {
        "line": "2",
        "name": "Ama Mensah",
        "phone": "+233241234567",
        "opening_balance": "80",
    }
    assert [problem["line"] for problem in told["problems"]] == [4]
    assert (kind.person._default_manager.count(), kind.owed(), AuditEntry.objects.count()) == (0, 0, 0)


def test_the_same_file_again_adds_nothing(owner_client: APIClient, kind: Kind) -> None:
    send(owner_client, kind)
    told = send(owner_client, kind).data
    assert (told["lines_imported"], told["lines_skipped"], told["opening_balances"]) == (0, 2, 0)
    assert (kind.person._default_manager.count(), kind.owed()) == (2, 1)


def test_who_is_there_is_owed_once_and_one_name_in_a_file_is_one_person(owner_client: APIClient, kind: Kind) -> None:
    send(owner_client, kind, "name\nAma\n")
    told = send(owner_client, kind, "name,opening_balance\nama,5\nAMA,7\nKofi,\nkofi,3\n").data
    lines = [told[f"lines_{name}"] for name in ("imported", "updated", "skipped", "refused")]
    assert (lines, told["opening_balances"]) == ([1, 2, 1, 0], 2)
    assert (kind.person._default_manager.count(), kind.owed()) == (2, 2)


def test_each_line_is_whole_or_not_at_all(owner_client: APIClient, kind: Kind) -> None:
    told = send(owner_client, kind, "name,opening_balance,due_on\nAma,5,1226-01-01\nEsi,x,\nYaw,-1,\nAdjoa,4,\n").data
    assert [problem["line"] for problem in told["problems"]] == [2, 3, 4]
    assert (kind.person._default_manager.count(), kind.owed()) == (1, 1)


@pytest.mark.parametrize("line", ["x" * 151, "Ama,,," + "y" * 300 + "@shop.example", "Ama\x00,", '"Ama'])
def test_no_value_is_too_long_or_too_odd_for_an_answer(owner_client: APIClient, kind: Kind, line: str) -> None:
    told = send(owner_client, kind, f"name,phone,opening_balance,email\n{line}\nEsi,,,\n").data
    assert (told["status"], told["lines_imported"], [each["line"] for each in told["problems"]]) == ("done", 1, [2])


def test_a_line_that_clashes_with_what_others_write_meanwhile_is_refused_alone(
    shop: Shop, kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody at a till adds the same number, or name, after the batch was looked up."""
    make_customer(shop.business, "Esi", phone="+233241234567")
    make_supplier(shop.business, "Ama Mensah")
    monkeypatch.setattr(customer_file._Known, "_learn", lambda *_: None)
    monkeypatch.setattr(supplier_file, "_known", lambda *_: {})
    job = kind.start(shop.caller, file=SimpleUploadedFile("p.csv", GOOD.encode()))
    job.refresh_from_db()
    assert (job.status, job.lines_imported, [each["line"] for each in job.problems]) == ("done", 1, [2])


def test_a_file_with_too_many_lines_is_refused_whole(owner_client: APIClient, kind: Kind) -> None:
    told = send(owner_client, kind, "name\n" + "".join(f"N{n}\n" for n in range(kind.most + 1))).data
    assert (told["status"], told["lines_read"]) == ("failed", 0)
    assert f"at most {kind.most:,} lines" in told["error"]
    assert not kind.person._default_manager.exists()


def test_a_file_that_is_too_large_or_none_or_no_table_is_refused_at_once(owner_client: APIClient, kind: Kind) -> None:
    for content in (b"name\n" + b"x" * 1024 * 1024, b"", b"colour\nred\n"):
        answer = send(owner_client, kind, content)
        assert (answer.status_code, list(answer.data["fields"])) == (400, ["file"])
    assert owner_client.post(kind.upload, {}, format="multipart").status_code == 400
    assert not kind.job._default_manager.exists()


def test_imports_are_for_management_and_for_the_own_business(
    owner_client: APIClient, cashier_client: APIClient, other_shop: Shop, kind: Kind
) -> None:
    assert send(cashier_client, kind).status_code == 403
    theirs = kind.start(other_shop.caller, file=SimpleUploadedFile("p.csv", GOOD.encode()))
    assert cashier_client.get(kind.read).status_code == 403
    assert owner_client.get(f"{kind.read}{theirs.pk}/").status_code == 404
    assert owner_client.get(kind.read).data["count"] == 0
    assert send(owner_client, kind).data["lines_imported"] == 2


def test_an_import_whose_worker_died_is_taken_up_again_and_its_file_goes(shop: Shop, kind: Kind) -> None:
    kind.start(shop.caller, file=SimpleUploadedFile("p.csv", GOOD.encode()))
    job = running(shop, kind)
    assert kind.take_up() == 1
    job.refresh_from_db()
    assert (job.status, job.attempts, job.lines_imported, job.lines_skipped) == ("done", 2, 0, 2)
    assert not job.file
    assert (kind.person._default_manager.count(), kind.owed()) == (2, 1)


def test_an_import_at_work_is_left_alone_and_one_that_died_three_times_is_given_up(shop: Shop, kind: Kind) -> None:
    alive, dead = running(shop, kind, silent_minutes=4), running(shop, kind, attempts=3)
    assert kind.take_up() == 1
    alive.refresh_from_db()
    dead.refresh_from_db()
    assert (alive.status, dead.status, bool(dead.file)) == ("running", "failed", False)


def test_advances_settle_what_was_owed_before(shop: Shop, owner_client: APIClient) -> None:
    mills = make_supplier(shop.business, "Mills")
    pay_supplier(shop.caller, supplier_id=mills.pk, amount=Decimal(30), method="cash")
    send(owner_client, KINDS[1], "name,opening_balance\nmills,80\n")
    assert SupplierBill.objects.get().paid == 30


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize("model", [CustomerImport, SalesImport])
def test_erasure_reaches_the_file_that_waits(
    shop: Shop, owner_client: APIClient, folder: Path, model: Any, django_capture_on_commit_callbacks: Any
) -> None:
    ama = make_customer(shop.business, "Ama Mensah")
    job = model.objects.create(
        business=shop.business, by=shop.owner, original_name="p", file=ContentFile(GOOD.encode(), name="p.csv")
    )
    with django_capture_on_commit_callbacks(execute=True):
        assert owner_client.post(f"/sales/api/customers/{ama.pk}/erase/").status_code == 200
    customer_file.import_customers.func(str(job.pk))
    job.refresh_from_db()
    assert (job.status, bool(job.file), "upload it again" in job.error) == ("failed", False, True)
    assert [path for path in folder.rglob("*") if path.is_file()] == []
    assert not Customer.objects.filter(name__icontains="Ama").exists()


def test_nobody_is_erased_while_a_file_that_may_tell_of_them_is_taken_in(shop: Shop, owner_client: APIClient) -> None:
    ama = make_customer(shop.business, "Ama Mensah")
    job = running(shop, KINDS[0], silent_minutes=0)
    url = f"/sales/api/customers/{ama.pk}/erase/"
    assert owner_client.post(url).status_code == 409
    ProductImport.objects.create(business=shop.business, by=shop.owner, original_name="p.csv", status="running")
    CustomerImport.objects.filter(pk=job.pk).update(status="done")
    assert owner_client.post(url).status_code == 200


LINES = 3_000
MAKE = """
from django.core.files.base import ContentFile
from accounts.models import Business, Membership, Storefront, User
from sales.models import CustomerImport
shop = Business.objects.create(name="Shop")
user = User.objects.create(email="ama@shop.example", name="Ama")
by = Membership.objects.create(business=shop, user=user, role="owner", name="Ama")
Storefront.objects.create(business=shop, name="Shop")
lines = "".join(f"Name {n},02012{n:05d},5\\n" for n in range(LINES))
file = ContentFile(("name,phone,opening_balance\\n" + lines).encode(), name="p.csv")
print(CustomerImport.objects.create(business=shop, by=by, original_name="p.csv", file=file).pk)
""".replace("LINES", str(LINES))
WORK = "from sales.services.customer_file import import_customers; import_customers.func('{}')"
AGAIN = """
from sales.models import Customer, CustomerImport, Sale
from sales.services.customer_file import take_up_abandoned
CustomerImport.objects.update(heartbeat_at=None)
assert take_up_abandoned() == 1
job = CustomerImport.objects.get()
owed = Sale.objects.filter(kind="opening")
print(job.status, job.attempts, job.lines_skipped > 0, Customer.objects.count(), owed.count(),
      owed.values("customer").distinct().count(), owed.values("number").distinct().count(), bool(job.file))
"""


def shell(url: str, code: str, folder: Path) -> Any:
    return manage(url, "shell", "--verbosity", "0", "--command", code, STORAGE_URL=folder.as_uri())


def test_killed_half_way_nobody_is_missing_or_twice(folder: Path) -> None:
    file = folder / "shop.sqlite3"
    shutil.copyfile(kept_schema.kept_file(), file)
    url = f"sqlite:///{file}"
    job = shell(url, MAKE, folder).communicate(timeout=60)[0].split()[-1]
    worker = shell(url, WORK.format(job), folder)
    with sqlite3.connect(file) as db:
        until = time.monotonic() + 60
        while not (read := db.execute("SELECT lines_read FROM sales_customerimport").fetchone()[0]):
            assert time.monotonic() < until
            time.sleep(0.01)
    worker.kill()
    worker.communicate()
    assert 0 < read < LINES
    said = shell(url, AGAIN, folder).communicate(timeout=120)[0].split()[-8:]
    assert said == ["done", "2", "True", *[str(LINES)] * 4, "False"]
