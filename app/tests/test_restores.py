"""A backup taken while people sell is whole; a restore in the middle of the day loses no sale, and makes none twice."""

import itertools
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
import pytest
import requests

from ai_features.tests.builders import make_lot
from app.tests.serving import ROOT, Proxy, Served, address_of, gunicorn
from app.tests.test_restarts import database_url, log_in
from conftest import Shop
from inventory.tests.builders import make_product

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
SELLERS, STOCK = 4, 100_000
SOLD = """SELECT count(*), count(DISTINCT client_id), %s - (SELECT quantity FROM inventory_stock),
    (SELECT count(*) FROM sales_saleline), (SELECT count(*) FROM sales_payment) FROM sales_sale"""


@dataclass
class Tills:
    """Sellers who send each sale, with a number of its own, until it is taken, as the till does without a network."""

    served: Served
    headers: dict[str, str]
    body: dict[str, Any]
    is_over: bool = False
    statuses: set[int] = field(default_factory=set)

    def sell(self, seller: int) -> int:
        """How many sales were taken."""
        for number in itertools.count():
            if self.is_over:
                return number
            while self._send(f"till-{seller}-{number}") not in (200, 201):
                time.sleep(0.2)
        raise AssertionError

    def _send(self, client_id: str) -> int:
        body = self.body | {"client_id": client_id}
        status = requests.post(
            f"{self.served.url}/sales/api/sales/", json=body, headers=self.headers, timeout=60
        ).status_code
        self.statuses.add(status)
        return status


@contextmanager
def a_database(number: int) -> Iterator[str]:
    """The address of an empty database beside the tests' own, dropped after them."""
    url = urlsplit(database_url())
    name = f"{url.path[1:]}_copy_{number}"
    empty(name)
    try:
        yield url._replace(path=f"/{name}").geturl()
    finally:
        administer(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def empty(name: str) -> None:
    administer(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)', f'CREATE DATABASE "{name}"')


def administer(*statements: str) -> None:
    with psycopg.connect(database_url(), autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement.encode())


def dump(url: str, file: Path) -> Path:
    run("pg_dump", "-Fc", url, "-f", str(file))
    return file


def restore(file: Path, url: str) -> None:
    run("pg_restore", "-d", url, str(file))


def run(*command: str, **environment: str) -> None:
    subprocess.run(command, cwd=ROOT, env=os.environ | environment, check=True)  # noqa: S603 - our own commands


def sold_in(url: str) -> list[int]:
    """Sales, their different numbers, units gone from stock, lines and payments: all the same when all is whole."""
    with psycopg.connect(url) as connection:
        row = connection.execute(SOLD, [Decimal(STOCK)]).fetchone()
    assert row
    return [int(figure) for figure in row]


def verify(url: str) -> None:
    """What docs/backup.md has an operator run after a restore."""
    for work in (("migrate", "--check"), ("setup_ai_credits", "--verify")):
        run(sys.executable, "manage.py", *work, DATABASE_URL=url)


def shop_to_sell_in(shop: Shop) -> tuple[dict[str, str], dict[str, Any]]:
    make_lot(shop.business.pk, "50.00")
    soap = make_product(shop.business, "Soap", retail_price=5, stock=STOCK, storefront=shop.storefront)
    body = {
        "storefront_id": str(shop.storefront.pk),
        "lines": [{"product_id": str(soap.pk), "quantity": "1"}],
        "payments": [{"method": "cash", "amount": "5"}],
    }
    return log_in(shop), body


def test_a_shop_is_restored_while_people_sell_and_loses_no_sale(shop: Shop, tmp_path: Path) -> None:
    headers, body = shop_to_sell_in(shop)
    with a_database(1) as url, a_database(2) as spare:
        restore(dump(database_url(), tmp_path / "shop.dump"), url)
        database = Proxy(address_of(url, 5432))
        database.become("open")
        behind = urlsplit(url)
        login = behind.netloc.rpartition("@")[0]
        seen = behind._replace(netloc=f"{login}@127.0.0.1:{database.port}").geturl()
        with (
            gunicorn(tmp_path, DATABASE_URL=seen, REDIS_URL="") as served,
            ThreadPoolExecutor(SELLERS) as pool,
        ):
            tills = Tills(served, headers, body)
            work = [pool.submit(tills.sell, seller) for seller in range(SELLERS)]
            try:
                wait_for_sales(url, SELLERS * 3)
                restore(dump(url, tmp_path / "while-selling.dump"), spare)
                _move(url, database, tmp_path)
                wait_for_sales(url, sold_in(url)[0] + SELLERS * 3)
            finally:
                tills.is_over = True
                database.become("open")
            taken = sum(each.result() for each in work)
        hot, end = sold_in(spare), sold_in(url)
        verify(spare)
        verify(url)
    assert len(set(hot)) == 1
    assert end == [taken] * len(end)
    assert {201, 503} <= tills.statuses <= {200, 201, 503}


def _move(url: str, database: Proxy, folder: Path) -> None:
    """What an operator does: nobody writes, a last dump, the database gone, restored, open again."""
    database.become("refusing")
    file = dump(url, folder / "last.dump")
    empty(urlsplit(url).path[1:])
    restore(file, url)
    database.become("open")


def wait_for_sales(url: str, count: int) -> None:
    until = time.monotonic() + 120
    while sold_in(url)[0] < count:
        assert time.monotonic() < until, "nothing was sold"
        time.sleep(0.3)
