"""Each benchmark runs to its end, with a few rows in place of its many: a column that is added breaks none unseen."""

import csv
import datetime as dt
import importlib
import random
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from accounts.models import Business, Storefront
from accounts.tests.builders import make_business, make_member, make_storefront
from benchmarks import baskets, credit_scores, demand, mornings, payment_dates, prices, reorder, schemes, stock_out
from benchmarks.receivables_file import ReceivablesFile
from reports.losses.signals import SIGNALS

FIRST = dt.date(2024, 1, 1)
SMALL: dict[str, dict[str, Any]] = {
    "reorder_plan": {"PRODUCTS": 60, "LINES": 2_000},
    "debts": {"SIZES": (20,), "ROUNDS": 1},
    "offline": {"PRODUCTS": 20, "CUSTOMERS": 3, "SALES": 12},
    "questions": {"SIZES": (6_000,), "ROUNDS": 1},
    "checkout": {"ROUNDS": 1},
}


@pytest.mark.postgres
@pytest.mark.django_db
@pytest.mark.parametrize("name", SMALL)
def test_a_benchmark_of_the_database_runs_on_a_few_rows(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    module = importlib.import_module(f"benchmarks.{name}")
    for constant, few in SMALL[name].items():
        monkeypatch.setattr(module, constant, few)
    module.run()
    assert capsys.readouterr().out


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_the_benchmark_of_growth_runs_on_a_few_rows(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    growth = importlib.import_module("benchmarks.growth")
    monkeypatch.setattr(growth, "SIZES", ((4_000, 20), (6_000, 30)))
    monkeypatch.setattr(growth, "ROUNDS", 1)
    growth.run()
    assert capsys.readouterr().out.count("×") == 2 * len(growth.REPORTS | growth.LISTS)


@pytest.mark.postgres
@pytest.mark.django_db
def test_the_benchmark_of_mornings_copies_businesses_with_all_they_have() -> None:
    make_storefront(make_member(make_business()).business)
    mornings.copy_businesses(2)
    assert Business.objects.count() == 3
    assert {Storefront.objects.of(each.pk).count() for each in Business.objects.all()} == {1}


def test_every_pattern_that_is_counted_is_in_a_scheme() -> None:
    """A large sale is judged by itself, not counted."""
    assert set(schemes.SCHEMES) == set(SIGNALS) - {"large_sale"}


def test_benchmarks_of_demand_run_on_a_small_file(tmp_path: Path) -> None:
    chance = random.Random(1)
    days = [FIRST + dt.timedelta(days=n) for n in range(500)]
    sold = [(f"s{n}", day, chance.randint(0, 4) * (n + 1)) for n in range(4) for day in days]
    read = demand.read(_file(tmp_path, ("series_id", "date", "units"), sold))
    for measured in (demand.measure(*read), reorder.measure(*read), stock_out.measure(*read)):
        assert list(measured)


def test_benchmarks_of_sales_run_on_a_small_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    columns = ("invoice_no", "sold_at", "sku", "product", "quantity", "unit_price", "customer")
    path = _file(tmp_path, columns, [row for n in range(1_500) for row in _basket(n)])
    assert baskets.measure(baskets.read(path))
    prices.event_study(path)
    assert "no effect" in capsys.readouterr().out


def test_benchmarks_of_payments_run_on_a_small_file(tmp_path: Path) -> None:
    columns = ("invoice_no", "sold_at", "unit_price", "quantity", "customer", "due_date", "paid_at")
    sold = [FIRST + dt.timedelta(days=n) for n in range(200)]
    month, late = dt.timedelta(days=30), dt.timedelta(days=3)
    rows = [(n, day, 5, 1, f"c{n % 7}", day + month, day + month + n % 5 * late) for n, day in enumerate(sold)]
    file = ReceivablesFile(_file(tmp_path, columns, rows))
    assert payment_dates.measure(file)
    assert credit_scores.measure(file, FIRST + dt.timedelta(days=120))


def _basket(number: int) -> Iterable[tuple[object, ...]]:
    """Two of twelve goods; every third good became dearer halfway."""
    day = FIRST + dt.timedelta(days=number // 6)
    for good in (number % 12, (number + 1 + number % 2) % 12):
        price = 6 if good % 3 == 0 and number > 750 else 5
        yield number, f"{day}T10:00:00", f"g{good}", f"Good {good}", 1 + number % 3, price, f"Customer {number % 9}"


def _file(folder: Path, columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> Path:
    path = folder / "few.csv"
    with path.open("w", newline="") as target:
        writer = csv.writer(target)
        writer.writerow(columns)
        writer.writerows(rows)
    return path
