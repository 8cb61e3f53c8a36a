"""Workers that are killed (SIGKILL) while they hold credits: what they held comes back, once."""

import os
import random
import signal
import subprocess
import sys
import time
from uuid import UUID

import pytest
import time_machine
from django.db import connection

from ai_features.models import BusinessAICredits, CreditHold, LedgerEntry
from ai_features.services import AIBillingService
from ai_features.tests.builders import make_hold, make_lot
from common import clock
from conftest import Shop

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

WORKER = """
import sys, uuid
import django
django.setup()
from ai_features.tests.builders import answered, make_hold, make_lot
from ai_features.services import AIBillingService
business, work = uuid.UUID(sys.argv[1]), sys.argv[2]
print("ready", flush=True)
while True:
    hold = make_hold(business, "3.00", seconds=60)
    print(hold.pk, flush=True)
    if work == "stop after the hold":
        sys.stdin.read()
    AIBillingService.settle(hold.pk, record=answered("0.01"))
"""


def worker(business: UUID, work: str) -> "subprocess.Popen[str]":
    """Another process on the test's own database, past its start-up."""
    server = connection.settings_dict
    address = f"{server['HOST'] or 'localhost'}:{server['PORT'] or 5432}/{server['NAME']}"
    url = f"postgres://{server['USER']}:{server['PASSWORD']}@{address}"
    environment = {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "app.settings"}
    command = [sys.executable, "-c", WORKER, str(business), work]
    started = subprocess.Popen(  # noqa: S603
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert started.stdout
    assert started.stdout.readline().strip() == "ready"
    return started


def test_a_worker_killed_between_hold_and_settle_costs_nothing(shop: Shop) -> None:
    """Line 13."""
    make_lot(shop.id, "3.00")
    process = worker(shop.id, "stop after the hold")
    assert process.stdout
    hold = CreditHold.objects.get(pk=process.stdout.readline().strip())
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert AIBillingService.get_account(shop.id).available == 0
    with time_machine.travel(hold.deadline, tick=False):
        assert make_hold(shop.id, "3.00").amount == 3
    assert CreditHold.objects.get(pk=hold.pk).status == "expired"


@pytest.mark.parametrize("seed", range(3))
def test_workers_killed_at_any_moment_leave_the_books_right(shop: Shop, seed: int) -> None:
    """Line 13: two at a time, also in the middle of a transaction; everything is charged or comes back."""
    make_lot(shop.id, "10000.00")
    processes = [worker(shop.id, "work on") for _ in range(2)]
    time.sleep(random.Random(seed).uniform(0.05, 0.4))
    for process in processes:
        process.send_signal(signal.SIGKILL)
        process.wait()
    with time_machine.travel(clock.now().timestamp() + 3600, tick=False):
        AIBillingService.expire(shop.id)
    account = BusinessAICredits.objects.get(pk=shop.id)
    assert not CreditHold.objects.filter(status="open").exists()
    assert account.held == 0
    assert account.total_used == 3 * LedgerEntry.objects.filter(kind="spend").count()
