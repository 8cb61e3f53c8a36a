"""A worker killed (SIGKILL) in the middle of crediting a payment: the event is kept, the next delivery credits once."""

import os
import signal
import subprocess
import sys
import time
from decimal import Decimal

import pytest
from django.db import connection, transaction
from rest_framework.test import APIClient

from ai_features.models import (
    BusinessAICredits,
    CreditInvoice,
    CreditLot,
    CreditRefund,
    InvoiceCounter,
    LedgerEntry,
    PaymentEvent,
)
from ai_features.services.payments import refund_purchase
from ai_features.tests.payment_builders import deliver, open_purchase, pay
from ai_features.tests.stubs.paystack import PaystackStub
from conftest import Shop

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

WORKER = """
import sys
import django
django.setup()
from ai_features.services.payments import receive
receive(sys.stdin.buffer.read(), sys.argv[1])
"""


def _worker(body: bytes, signature: str) -> "subprocess.Popen[bytes]":
    """Another process on the test's own database that works on a webhook."""
    server = connection.settings_dict
    url = f"postgres://{server['USER']}:{server['PASSWORD']}@{server['HOST']}:{server['PORT'] or 5432}/{server['NAME']}"
    environment = {
        **os.environ,
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "app.settings",
        "PAYSTACK_SECRET_KEY": "sk_test_local",
    }
    process = subprocess.Popen([sys.executable, "-c", WORKER, signature], env=environment, stdin=subprocess.PIPE)  # noqa: S603
    assert process.stdin
    process.stdin.write(body)
    process.stdin.close()
    return process


def someone_waits_for_a_lock() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")  # a transaction sees one picture of it otherwise
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        return bool(cursor.fetchone()[0])


def _kill_once_it_waits(process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + 60
    while not someone_waits_for_a_lock():
        assert time.monotonic() < deadline
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()


def test_a_worker_killed_after_its_lots_and_before_its_commit_credits_nothing_and_the_repeat_credits_once(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    pay(owner_client, paystack, "starter")
    reference = open_purchase(owner_client)
    paystack.pay(reference)
    event = paystack.event(reference)
    with transaction.atomic():
        InvoiceCounter.objects.select_for_update().get()  # the last lock the worker needs: its lots are written
        _kill_once_it_waits(_worker(*event))
    kept = PaymentEvent.objects.get(reference=reference)
    assert (kept.outcome, BusinessAICredits.objects.get().balance) == ("received", Decimal(30))
    assert [deliver(event) for _ in range(2)] == [200, 200]
    assert BusinessAICredits.objects.get().balance == 130
    assert CreditLot.objects.filter(business=shop.business).count() == 3
    assert sorted(CreditInvoice.objects.values_list("number", flat=True)) == [1, 2]


def test_a_worker_killed_in_the_middle_of_a_refund_takes_nothing_and_the_repeat_takes_it_once(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    purchase = pay(owner_client, paystack)
    refund_purchase(purchase.pk, by=None, reason="Not needed")
    event = paystack.refund_event(purchase.payment_reference)
    InvoiceCounter.objects.create(series="credit_note")
    with transaction.atomic():
        InvoiceCounter.objects.select_for_update().get(series="credit_note")
        _kill_once_it_waits(_worker(*event))
    account = BusinessAICredits.objects.get()
    assert (account.balance, account.available) == (Decimal(100), Decimal(0))
    assert CreditRefund.objects.get().status == "pending"
    assert [deliver(event) for _ in range(2)] == [200, 200]
    assert BusinessAICredits.objects.get().balance == 0
    assert LedgerEntry.objects.filter(kind__in=("refund", "void")).count() == 2
    assert CreditInvoice.objects.filter(kind="credit_note").count() == 1
