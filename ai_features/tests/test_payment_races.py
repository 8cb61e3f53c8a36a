"""Payments by several workers at once, on a real PostgreSQL with real threads and connections."""

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection, connections, transaction
from rest_framework.test import APIClient

from ai_features.errors import InsufficientCredits
from ai_features.models import (
    AICreditPurchase,
    AIMonthlyAddon,
    BusinessAICredits,
    CreditInvoice,
    CreditLot,
    CreditRefund,
    PaymentEvent,
)
from ai_features.services.notices import messages
from ai_features.services.payments import paystack, refund_purchase, renewals, verify_purchase
from ai_features.tests.builders import make_hold
from ai_features.tests.payment_builders import SUBSCRIBE, days_on, deliver, open_purchase, pay, subscribe
from ai_features.tests.stubs.paystack import PaystackStub
from ai_features.tests.test_payment_crashes import someone_waits_for_a_lock
from common import clock
from common.errors import Conflict
from conftest import Shop

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
WORKERS = 8


@pytest.fixture(autouse=True)
def _own_connections_closed() -> Iterator[None]:
    yield
    connection.close()


def at_once(*work: Callable[[], Any]) -> list[Any]:
    """Run each in a thread with a connection of its own, all let go at the same moment; results or refusals."""
    gate = threading.Barrier(len(work))

    def run(piece: Callable[[], Any]) -> Any:
        gate.wait()
        try:
            return piece()
        except (Conflict, InsufficientCredits, paystack.PaymentRefused) as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(work)) as pool:
        return list(pool.map(run, work))


def test_webhooks_and_verifies_at_once_credit_once(shop: Shop, owner_client: APIClient, paystack: PaystackStub) -> None:
    reference = open_purchase(owner_client)
    paystack.pay(reference)
    event = paystack.event(reference)
    webhook: Callable[[], Any] = lambda: deliver(event)  # noqa: E731
    verify: Callable[[], Any] = lambda: verify_purchase(shop.business.pk, reference)  # noqa: E731
    at_once(*[webhook, verify] * (WORKERS // 2))
    assert BusinessAICredits.objects.get(business=shop.business).balance == 100
    assert CreditLot.objects.filter(business=shop.business).count() == 2
    assert (CreditInvoice.objects.count(), PaymentEvent.objects.get().deliveries) == (1, WORKERS // 2)


def test_purchases_completed_at_once_get_numbers_without_gaps(owner_client: APIClient, paystack: PaystackStub) -> None:
    references = [open_purchase(owner_client, "starter") for _ in range(WORKERS)]
    for reference in references:
        paystack.pay(reference)
    events = [paystack.event(reference) for reference in references]
    assert at_once(*[lambda event=event: deliver(event) for event in events]) == [200] * WORKERS
    assert sorted(CreditInvoice.objects.values_list("number", flat=True)) == list(range(1, WORKERS + 1))


def test_refund_and_spend_at_once_never_both_take_a_credit(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    purchase = pay(owner_client, paystack, "starter")
    spends = [lambda: make_hold(shop.business.pk, "5.00")] * (WORKERS - 1)
    at_once(lambda: refund_purchase(purchase.pk, by=None, reason="Race"), *spends)
    account = BusinessAICredits.objects.get(business=shop.business)
    lot = CreditLot.objects.get(business=shop.business)
    assert lot.held + lot.locked <= 30
    assert account.held == lot.held + lot.locked
    refund = CreditRefund.objects.filter(purchase=purchase).first()
    assert (refund.credits if refund else 0) == lot.locked


def test_a_refund_asked_for_many_times_at_once_goes_out_once(owner_client: APIClient, paystack: PaystackStub) -> None:
    purchase = pay(owner_client, paystack)
    answers = at_once(*[lambda: refund_purchase(purchase.pk, by=None, reason="Twice")] * WORKERS)
    assert sum(isinstance(answer, Conflict) for answer in answers) == WORKERS - 1
    assert len(paystack.refunds) == 1


def test_renewal_jobs_at_once_charge_a_card_once(shop: Shop, owner_client: APIClient, paystack: PaystackStub) -> None:
    subscribe(owner_client, paystack, "card")
    addon = AIMonthlyAddon.objects.get()
    with days_on(addon, 0):
        at_once(*[lambda: list(renewals.renew_due())] * 4)
    assert len(paystack.sent("/transaction/charge_authorization")) == 1
    assert AICreditPurchase.objects.filter(payment_status="completed").count() == 2


def test_a_message_is_sent_by_one_of_many_workers(shop: Shop, mailoutbox: list[Any]) -> None:
    messages.queue(shop.business.pk, key="once", subject="Once", text="Only once.")
    at_once(*[lambda: list(messages.send_waiting())] * WORKERS)
    assert [mail.subject for mail in mailoutbox] == ["Once"]


def test_subscribing_again_while_the_first_month_is_credited_keeps_the_month(
    owner_client: APIClient, shop: Shop, paystack: PaystackStub
) -> None:
    reference = owner_client.post(SUBSCRIBE, {"payment_method": "mobile_money"}).data["reference"]
    paystack.pay(reference)
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            verify_purchase(shop.business.pk, reference)
            again = pool.submit(at_once, lambda: owner_client.post(SUBSCRIBE, {"payment_method": "card"}).status_code)
            while not someone_waits_for_a_lock():
                assert not again.done()
                time.sleep(0.05)
        assert again.result() == [409]
    addon = AIMonthlyAddon.objects.get()
    assert (addon.status, addon.period_start) == ("active", clock.today())


def test_a_refund_waits_for_the_addon_before_it_locks_the_credits(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    """A month that is being credited locks them in that order too: the other way round each waits for the other."""
    reference = owner_client.post("/ai/api/addon/subscribe/", {"payment_method": "card"}).data["reference"]
    paystack.pay(reference)
    deliver(paystack.event(reference))
    refund_purchase(AICreditPurchase.objects.get().pk, by=None, reason="Not needed")
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            AIMonthlyAddon.objects.select_for_update().get()
            told = pool.submit(deliver, paystack.refund_event(reference))
            while not someone_waits_for_a_lock():
                time.sleep(0.01)
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1 FROM business_ai_credits FOR UPDATE NOWAIT")
        assert told.result() == 200
        pool.submit(connections.close_all).result()
    assert AIMonthlyAddon.objects.get().status == "cancelled"


def test_a_reversal_waits_for_the_addon_before_it_locks_the_credits(
    owner_client: APIClient, paystack: PaystackStub
) -> None:
    reference = owner_client.post("/ai/api/addon/subscribe/", {"payment_method": "card"}).data["reference"]
    paystack.pay(reference)
    deliver(paystack.event(reference))
    paystack.pay(reference, "reversed")
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            AIMonthlyAddon.objects.select_for_update().get()
            told = pool.submit(deliver, paystack.event(reference, "charge.reversed"))
            while not someone_waits_for_a_lock():
                time.sleep(0.01)
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1 FROM business_ai_credits FOR UPDATE NOWAIT")
        assert told.result() == 200
        pool.submit(connections.close_all).result()
    assert AIMonthlyAddon.objects.get().status == "cancelled"
