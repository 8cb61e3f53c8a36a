"""Eight people at eight tills whose servers are killed (SIGKILL) while they work: nothing twice, nothing lost."""

import os
import random
import signal
import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import requests
from knox.models import AuthToken

from accounts.tests.builders import make_member
from app.tests.serving import Served, gunicorn
from app.tests.test_restarts import database_url
from common import clock
from common.tenancy import Role
from conftest import Shop
from inventory.models import GoodsReceipt, Product, SupplierPayment
from inventory.queries import supplier_accounts
from inventory.tests.builders import make_product, make_supplier, stock_of
from sales.models import Expense, Payment, Sale
from sales.tests.books import books_agree
from sales.tests.builders import make_customer

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
D = Decimal
TILLS, STEPS, WORKERS = 8, 12, 3
PRICE, COST, AT_FIRST = D(10), D(4), D(1_000)
GIVE_UP_AFTER = 240  # seconds
STORIES = range(int(os.environ.get("STORIES", "1")))


class Server:
    """The workers of a running gunicorn; `answered` counts what they did."""

    def __init__(self, served: Served) -> None:
        self.served, self.answered, self.kills = served, 0, 0

    def workers(self) -> list[int]:
        pid = self.served.process.pid
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]

    def kill_until(self, over: threading.Event, rng: random.Random) -> None:
        """Kill one worker after another, each time when a few more requests were answered."""
        while not over.is_set():
            enough = self.answered + rng.randint(5, 15)
            while self.answered < enough and not over.is_set():
                time.sleep(0.01)
            if len(there := self.workers()) > 1 and not over.is_set():
                os.kill(rng.choice(there), signal.SIGKILL)
                self.kills += 1

    def end(self) -> None:
        """Kill all of it: one that was told to stop would wait for a worker that is being born."""
        there = self.workers()
        self.served.process.kill()
        self.served.process.wait()
        for pid in there:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def ask(self, headers: dict[str, str], path: str, body: dict[str, Any]) -> dict[str, Any]:
        """The answer, however often it must be asked for: a till does not know whether a dead server had done it."""
        until = time.monotonic() + GIVE_UP_AFTER
        while time.monotonic() < until:
            try:
                answer = requests.post(f"{self.served.url}{path}", json=body, headers=headers, timeout=60)
            except requests.RequestException:
                continue
            assert answer.status_code in (200, 201), answer.text
            self.answered += 1
            told: dict[str, Any] = answer.json()
            return told
        raise AssertionError("the server never came back")


class Till:
    """One person with a till. What it should come to is kept by hand; `sent` holds each request with its answer."""

    def __init__(self, number: int, seed: int, shop: Shop, world: dict[str, Any], server: Server) -> None:
        person = make_member(shop.business, Role.MANAGER)
        _, token = AuthToken.objects.create(user=person.user)
        self.headers = {"Authorization": f"Token {token}", "X-Business-Id": str(shop.id)}
        self.number, self.world, self.server = number, world, server
        self.rng = random.Random(f"{seed} {number}")
        self.place = str(shop.storefront.pk)
        self.cash, self.billed, self.paid = D(100), D(0), D(0)
        self.units: Counter[uuid.UUID] = Counter()
        self.sent: list[tuple[str, dict[str, Any], dict[str, Any]]] = []
        opening = {"storefront_id": self.place, "till": f"Till {number}", "opening_float": "100.00"}
        self.till = server.ask(self.headers, "/sales/api/tills/", opening)["id"]

    def run(self) -> None:
        steps: list[Callable[[], object]] = [
            self.sells,
            self.syncs,
            self.collects,
            self.receives,
            self.pays,
            self.spends,
        ]
        for _ in range(STEPS):
            self.rng.choice([*steps, self.sells, self.takes_back])()

    def does(self, path: str, **body: Any) -> dict[str, Any]:
        body["client_id"] = f"{self.number}-{len(self.sent)}"
        told = self.server.ask(self.headers, path, body)
        self.sent.append((path, body, told))
        return told

    def sells(self) -> dict[str, Any]:
        return self.does("/sales/api/sales/", **self._basket())

    def takes_back(self) -> None:
        """Sells, and gives the money and the goods of the first line back."""
        sale = self.sells()
        line = sale["lines"][0]
        back = [{"line_id": line["id"], "quantity": line["quantity"]}]
        self.does(f"/sales/api/sales/{sale['id']}/refund/", lines=back, method="cash", till_id=self.till)
        self.cash -= int(D(line["quantity"])) * PRICE
        self.units[uuid.UUID(line["product_id"])] += int(D(line["quantity"]))

    def syncs(self) -> None:
        at, number = clock.now().isoformat(), len(self.sent)
        items = [
            {"client_id": f"{self.number}-{number}-{n}", "kind": "sale", "at": at, "body": self._basket()}
            for n in "abc"
        ]
        body = {"items": items}
        told = self.server.ask(self.headers, "/sales/api/sync/", body)
        assert {row["status"] for row in told["results"]} <= {"taken", "repeated"}, told
        self.sent.append(("/sales/api/sync/", body, told))

    def collects(self) -> None:
        self.does("/sales/api/payments/", customer_id=str(self.world["debtor"].pk), amount="3", method="cash")
        self.cash += 3

    def receives(self) -> None:
        product, units = self.rng.choice(self.world["goods"]), self.rng.randint(1, 9)
        line = {"product_id": str(product.pk), "quantity": units, "unit_cost": str(COST), "expires_on": "2099-01-31"}
        where = {"storefront_id": self.place, "supplier_id": str(self.world["mills"].pk)}
        self.does("/inventory/api/receipts/", lines=[line], bill={}, **where)
        self.billed += units * COST
        self.units[product.pk] += units

    def pays(self) -> None:
        mills = str(self.world["mills"].pk)
        self.does("/inventory/api/supplier-payments/", supplier_id=mills, amount="5.00", method="bank")
        self.paid += 5

    def spends(self) -> None:
        self.does("/sales/api/expenses/", category="fuel", amount="2.00", method="cash", till_id=self.till)
        self.cash -= 2

    def repeats(self) -> None:
        """Sends all of it once more, as a till does that lost its notes: each is what it was."""
        for path, body, told in self.sent:
            again = self.server.ask(self.headers, path, body)
            if path.endswith("sync/"):
                assert [(row["status"], row["id"]) for row in again["results"]] == [
                    ("repeated", row["id"]) for row in told["results"]
                ]
            else:
                assert again["id"] == told["id"]

    def closes(self) -> None:
        counted = [{"method": "cash", "amount": str(self.cash)}]
        told = self.server.ask(self.headers, f"/sales/api/tills/{self.till}/close/", {"counted": counted})
        [cash] = [row for row in told["money"] if row["method"] == "cash"]
        assert D(cash["expected"]) == self.cash

    def _basket(self) -> dict[str, Any]:
        sold = [(product, self.rng.randint(1, 3)) for product in self.rng.sample(self.world["goods"], 2)]
        total = PRICE * sum(units for _, units in sold)
        self.cash += total
        self.units.subtract({product.pk: units for product, units in sold})
        return {
            "storefront_id": self.place,
            "lines": [{"product_id": str(product.pk), "quantity": units} for product, units in sold],
            "payments": [{"method": "cash", "amount": str(total)}],
        }


@pytest.mark.parametrize("seed", STORIES)
def test_eight_tills_add_up_though_their_servers_are_killed(shop: Shop, tmp_path: Path, seed: int) -> None:
    store = shop.storefront
    goods = [make_product(shop.business, stock=int(AT_FIRST), storefront=store, retail_price=PRICE) for _ in range(4)]
    world = {"goods": goods, "debtor": make_customer(shop.business), "mills": make_supplier(shop.business)}
    served = {"DATABASE_URL": database_url(), "REDIS_URL": "", "WEB_CONCURRENCY": str(WORKERS)}
    with gunicorn(tmp_path, **served, GUNICORN_CMD_ARGS="--preload") as running:
        server, over = Server(running), threading.Event()
        tills = [Till(number, seed, shop, world, server) for number in range(TILLS)]
        killer = threading.Thread(target=server.kill_until, args=(over, random.Random(seed)))
        killer.start()
        try:
            at_once(tills, Till.run)
            at_once(tills, Till.repeats)
        finally:
            over.set()
            killer.join()
        at_once(tills, Till.closes)
        server.end()
    assert server.kills >= TILLS
    books_agree(shop)
    adds_up(shop, goods, tills)


def at_once(tills: list[Till], work: Callable[[Till], None]) -> None:
    with ThreadPoolExecutor(TILLS) as pool:
        list(pool.map(work, tills))


def adds_up(shop: Shop, goods: list[Product], tills: list[Till]) -> None:
    """Each row is there once, and what is left is what the tills say by hand."""
    for product in goods:
        assert stock_of(product, shop.storefront) == AT_FIRST + sum(till.units[product.pk] for till in tills)
    owed = sum(account.balance for account in supplier_accounts(shop.id))
    assert owed == sum(till.billed - till.paid for till in tills)
    asked: Counter[str] = Counter()
    for path, body, _ in (each for till in tills for each in till.sent):
        asked[path.split("/")[3]] += len(body.get("items", "1"))
    assert Sale.objects.of(shop.id).count() == asked["sales"] + asked["sync"]
    assert GoodsReceipt.objects.of(shop.id).count() == asked["receipts"]
    assert SupplierPayment.objects.of(shop.id).count() == asked["supplier-payments"]
    assert Expense.objects.of(shop.id).count() == asked["expenses"]
    assert Payment.objects.of(shop.id).filter(sale=None).count() == asked["payments"]
