"""`manage.py import_sales`: its report, its file of refused lines, and being killed half-way."""

import os
import shutil
import sqlite3
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection

from app.tests import kept_schema
from conftest import Shop
from inventory.models import Product
from sales.models import Sale, SaleLine
from sales.tests.history import history, line

LINES = 12_000  # written in three batches


def run(shop: Shop, file: Path, **options: object) -> str:
    out = StringIO()
    call_command("import_sales", str(file), business=str(shop.business.pk), stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "sales.csv"
    path.write_bytes(history(line(), line(quantity="x"), line(invoice_no="1002", storefront="Tema")))
    return path


def test_it_ends_with_a_summary_and_a_file_of_refused_lines(shop: Shop, file: Path) -> None:
    said = run(shop, file)
    assert "3 lines read" in said
    assert "2 imported, 0 there already, 1 refused" in said
    assert "New: 2 sales and 0 returns worth GHS 320.00; 1 products" in said
    refused = (file.parent / "sales.csv.errors.csv").read_text().splitlines()
    assert refused[0].startswith("line,reason,invoice_no,")
    assert refused[1].startswith("3,quantity is not a number: 'x',1001,")


def test_the_file_of_refused_lines_can_be_put_right_and_imported(shop: Shop, file: Path) -> None:
    run(shop, file)
    refused = file.parent / "sales.csv.errors.csv"
    refused.write_text(refused.read_text().replace(",x,", ",5,"))
    assert "1 imported, 0 there already, 0 refused" in run(shop, refused)
    assert Sale.objects.get(number="1001").total == 560


def test_lines_without_a_storefront_go_where_the_option_says(shop: Shop, file: Path) -> None:
    run(shop, file, storefront="Kumasi")
    assert {sale.storefront.name for sale in Sale.objects.all()} == {"Kumasi", "Tema"}


def test_progress_goes_to_standard_error(shop: Shop, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(shop, file)
    assert "100%  3 lines" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("business", "name", "problem"),
    [
        ("not-an-id", "sales.csv", "takes the id of a business"),
        ("00000000-0000-4000-8000-000000000000", "sales.csv", "There is no business"),
        (None, "missing.csv", "cannot be read"),
        (None, "bare.csv", "missing: sold_at, product, quantity, unit_price"),
    ],
)
def test_what_cannot_be_run_is_said_in_a_sentence(
    shop: Shop, file: Path, business: str | None, name: str, problem: str
) -> None:
    (file.parent / "bare.csv").write_text("invoice_no,price\n1,2\n")
    with pytest.raises(CommandError, match=problem):
        call_command("import_sales", str(file.parent / name), business=business or str(shop.business.pk))


def manage(url: str, *words: str, **more: str) -> "subprocess.Popen[str]":
    environment = os.environ | {"DATABASE_URL": url, "DEBUG": "True"} | more
    command = [sys.executable, "manage.py", *words]
    return subprocess.Popen(  # noqa: S603
        command,
        cwd=settings.BASE_DIR,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def kill_then_repeat(url: str, business: str, folder: Path) -> str:
    """Import a long file, `kill -9` it after its first progress line, run it again; what the second run said."""
    path = folder / "long.csv"
    path.write_bytes(history(*(line(invoice_no=n // 3, sku=n % 40, product=f"P{n % 40}") for n in range(LINES))))
    words = ("import_sales", str(path), "--business", business)
    first = manage(url, *words)
    assert first.stderr
    assert "lines" in first.stderr.readline()
    first.kill()
    first.communicate()
    said, _ = manage(url, *words).communicate(timeout=120)
    return said


def test_killed_half_way_and_run_again_nothing_is_missing_or_twice(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/shop.sqlite3"
    make = "from accounts.models import Business; print(Business.objects.create(name='Shop').pk)"
    shutil.copyfile(kept_schema.kept_file(), tmp_path / "shop.sqlite3")
    business = manage(url, "shell", "--verbosity", "0", "--command", make).communicate(timeout=60)[0].split()[-1]
    said = kill_then_repeat(url, business, tmp_path)
    assert "0 there already" not in said
    with sqlite3.connect(tmp_path / "shop.sqlite3") as db:
        assert db.execute("SELECT COUNT(*) FROM sales_saleline").fetchone() == (LINES,)
        assert db.execute("SELECT COUNT(*) FROM sales_sale").fetchone() == (LINES // 3,)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_killed_half_way_on_a_server_nothing_is_missing_or_twice(shop: Shop, tmp_path: Path) -> None:
    base = os.environ["DATABASE_URL"].rsplit("/", 1)[0]
    said = kill_then_repeat(f"{base}/{connection.settings_dict['NAME']}", str(shop.business.pk), tmp_path)
    assert "0 there already" not in said
    assert (SaleLine.objects.count(), Sale.objects.count()) == (LINES, LINES // 3)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_imports_at_once_take_turns_and_add_everything_once(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "both.csv"
    path.write_bytes(history(*(line(invoice_no=n // 3, sku=n % 40, customer=f"C{n // 3 % 90}") for n in range(LINES))))
    url = f"{os.environ['DATABASE_URL'].rsplit('/', 1)[0]}/{connection.settings_dict['NAME']}"
    words = ("import_sales", str(path), "--business", str(shop.business.pk))
    both = [manage(url, *words) for _ in range(2)]
    assert all("refused" in each.communicate(timeout=180)[0] for each in both)
    assert (SaleLine.objects.count(), Product.objects.count()) == (LINES, 40)


def test_after_a_large_import_the_planner_knows_how_much_there_is(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "sales.csv"
    path.write_bytes(history(*(line(invoice_no=f"A{number // 2}", sku=f"S{number}") for number in range(1_200))))
    assert "1,200 imported" in run(shop, path)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT reltuples FROM pg_class WHERE relname = 'sales_saleline'")
            assert cursor.fetchone()[0] == SaleLine.objects.count() == 1_200
