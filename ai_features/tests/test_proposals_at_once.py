"""Workers that race and are killed (SIGKILL) while customers pay, promise and opt out: on a real PostgreSQL."""

import datetime as dt
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.db import connection
from pytest_django.fixtures import Settings

from ai_features.models import CustomerMessage, Proposal, SendingDay
from ai_features.proposals import delivery
from ai_features.proposals.deciding import agree, keep
from ai_features.proposals.kinds import reminder
from ai_features.tests.stubs.arkesel import ArkeselStub
from common import clock
from conftest import Shop
from inventory.tests.builders import make_product
from sales.models import CollectionNote
from sales.tests.builders import make_customer, make_invoice

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
TEN_O_CLOCK = 1_780_912_800.0
"""Monday 8 June 2026, 10:00 in Accra."""

SECONDS = float(os.environ.get("RACE_SECONDS", "30"))

NURSERY = """
import json, os, random, signal, sys, time, uuid
import django
django.setup()
import time_machine
from decimal import Decimal
from accounts.models import Membership
from accounts.tests.builders import caller_of
from ai_features.models import CustomerMessage, Proposal
from ai_features.proposals import deciding, executing
from common import clock
from common.errors import DomainError
from sales.models import Customer, Sale
from sales.services import dispute_sale, record_payment, record_promise, update_customer
real, pretended = float(sys.argv[1]), float(sys.argv[2])
signal.signal(signal.SIGCHLD, signal.SIG_IGN)

def send(seed, notes):
    while True:
        list(executing.execute_due())
        time.sleep(0.02)

def live(seed, notes):
    rng = random.Random(seed)
    while True:
        customer = rng.choice(list(Customer.objects.order_by("pk")))
        caller = caller_of(Membership.objects.get(business=customer.business_id))
        invoice = Sale.objects.get(customer=customer)
        kind = rng.choice(["pays", "promises", "disputes", "opts_out", "undoes"])
        try:
            if kind == "pays":
                record_payment(caller, customer_id=customer.pk, amount=Decimal(100), method="cash")
            elif kind == "promises":
                record_promise(caller, customer_id=customer.pk, amount=Decimal(50), due_on=clock.today())
            elif kind == "disputes":
                dispute_sale(caller, invoice.pk, reason="short")
            elif kind == "opts_out":
                update_customer(caller, customer.pk, reminders_allowed=False)
            else:
                deciding.undo(caller, Proposal.objects.get(customer=customer).pk)
        except DomainError:
            continue
        with open(notes, "a") as out:
            begun = CustomerMessage.objects.filter(customer=customer).exists()
            out.write(json.dumps([kind, str(customer.pk), begun]) + "\\n")
        time.sleep(rng.uniform(0.1, 0.8))

print("ready", flush=True)
for line in sys.stdin:
    kind, seed, notes = line.split()
    child = os.fork()
    if child == 0:
        try:
            with time_machine.travel(pretended + time.time() - real, tick=True):
                {"send": send, "live": live}[kind](int(seed), notes)
        finally:
            os._exit(1)
    print(child, flush=True)
"""


class SlowGateway(ArkeselStub):
    """Takes its time, so that a kill may come before, while and after it answers."""

    def answer(self, key: str | None, path: str, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        time.sleep(random.uniform(0, 0.1))
        told = super().answer(key, path, body)
        time.sleep(random.uniform(0, 0.1))
        return told


@pytest.fixture
def gateway(settings: Settings) -> Iterator[ArkeselStub]:
    with SlowGateway() as stub:
        yield stub


class Nursery:
    """Makes worker processes quickly: Django is loaded once, and each is a fork of it."""

    def __init__(self, gateway: ArkeselStub, notes: Path, real: float) -> None:
        server = connection.settings_dict
        address = f"{server['HOST'] or 'localhost'}:{server['PORT'] or 5432}/{server['NAME']}"
        environment = {
            **os.environ,
            "DATABASE_URL": f"postgres://{server['USER']}:{server['PASSWORD']}@{address}",
            "DJANGO_SETTINGS_MODULE": "app.settings",
            "DEBUG": "True",
            "SMS_GATEWAY": "arkesel",
            "REDIS_URL": "",
            "ARKESEL_API_KEY": gateway.key,
            "ARKESEL_BASE_URL": gateway.url,
            "CLOCK_DRIFT_SECONDS": "0",
            "LOG_LEVEL": "CRITICAL",
        }
        command = [sys.executable, "-c", NURSERY, str(real), str(TEN_O_CLOCK)]
        self.notes = notes
        self.process = subprocess.Popen(  # noqa: S603
            command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._line() == "ready"

    def born(self, kind: str, seed: int) -> int:
        assert self.process.stdin
        self.process.stdin.write(f"{kind} {seed} {self.notes}\n")
        self.process.stdin.flush()
        return int(self._line())

    def _line(self) -> str:
        assert self.process.stdout
        return str(self.process.stdout.readline()).strip()

    def close(self) -> None:
        self.process.kill()
        self.process.wait()


def _agreed(shop: Shop, customers: int) -> None:
    """So many customers who owe GHS 100, and a reminder to each that is to be sent now."""
    goods = make_product(shop.business, "Rice")
    for _ in range(customers):
        customer = make_customer(shop.business)
        sold = clock.now() - dt.timedelta(days=60)
        make_invoice(customer, 100, sold_at=sold, storefront=shop.storefront, product=goods)
        wanted = reminder.own_words(shop.caller, customer, channel="sms", level="first_reminder")
        agree(keep(wanted, business_id=shop.id, by_id=None), by_id=shop.owner.pk)
    Proposal.objects.filter(business=shop.business).update(acts_at=clock.now())


@pytest.mark.parametrize("seed", range(int(os.environ.get("RACES", "2"))))
def test_workers_that_race_and_die_send_each_message_at_most_once(
    shop: Shop, other_shop: Shop, gateway: ArkeselStub, tmp_path: Path, seed: int
) -> None:
    rng, real = random.Random(seed), time.time()
    with time_machine.travel(TEN_O_CLOCK, tick=True):
        for each in (shop, other_shop):
            _agreed(each, 30)
    nursery = Nursery(gateway, tmp_path / "events", real)
    kills = 0
    try:
        living = nursery.born("live", seed)
        working = [nursery.born("send", number) for number in range(3)]
        until = time.time() + SECONDS
        while time.time() < until and Proposal.objects.filter(state="approved", acts_at__lte=_then(real)).exists():
            _wait_for_a_message(gateway)
            time.sleep(rng.uniform(0, 0.2))
            os.kill(working.pop(rng.randrange(3)), signal.SIGKILL)
            kills += 1
            working.append(nursery.born("send", 0))
        for pid in (living, *working):
            os.kill(pid, signal.SIGKILL)
    finally:
        nursery.close()
    with time_machine.travel(TEN_O_CLOCK + time.time() - real + 20 * 60, tick=True):
        list(delivery.settle_left())
    _nothing_went_wrong(gateway, tmp_path / "events")
    states = Counter(Proposal.objects.values_list("state", flat=True))
    print(seed, f"kills {kills}, sent {len(gateway.sent)}", dict(states), _kinds(tmp_path / "events"))  # noqa: T201
    assert kills
    assert gateway.sent


def _then(real: float) -> dt.datetime:
    """What the workers take for now."""
    return dt.datetime.fromtimestamp(TEN_O_CLOCK + time.time() - real, dt.UTC)


def _wait_for_a_message(gateway: ArkeselStub) -> None:
    """Until the next is sent, or so long that none will be."""
    before, until = len(gateway.sent), time.time() + 4
    while len(gateway.sent) == before and time.time() < until:
        time.sleep(0.01)


def _nothing_went_wrong(gateway: ArkeselStub, events: Path) -> None:
    sent = Counter(each["recipients"][0] for each in gateway.sent)
    assert [phone for phone, times in sent.items() if times > 1] == []
    written = {
        each.customer.phone.lstrip("+"): each for each in CustomerMessage.objects.select_related("customer", "note")
    }
    assert set(sent) <= set(written)
    assert all(each["message"] == written[each["recipients"][0]].note.text for each in gateway.sent)
    assert CollectionNote.objects.exclude(message_type="").count() == len(written)
    counts = dict(SendingDay.objects.values_list("business_id", "sent"))
    assert Counter(each.business_id for each in written.values()) == counts
    assert max(counts.values()) <= 20
    reminded = {str(each.customer_id) for each in written.values()}
    late = [event for event in _events(events) if not event[2] and event[1] in reminded]
    assert late == []


def _events(path: Path) -> list[tuple[str, str, bool]]:
    """(what, whose, whether a message was begun when it had been committed)"""
    lines = path.read_text().splitlines() if path.exists() else []
    return [tuple(json.loads(line)) for line in lines if line.endswith("]")]  # the last may be cut off by a kill


def _kinds(path: Path) -> dict[str, int]:
    return dict(Counter(kind for kind, *_ in _events(path)))
