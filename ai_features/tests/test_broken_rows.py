"""The periodic jobs do every row on its own: one that is broken stops no other, is counted, and fails the job."""

import datetime as dt
import json
from collections.abc import Callable
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
import time_machine
from django.core.mail import EmailMessage
from django.core.management import CommandError, call_command
from django.db import connection
from rest_framework.test import APIClient

from accounts.models import Business
from ai_features import jobs
from ai_features.models import (
    AICreditPurchase,
    AIMonthlyAddon,
    AIUsageAlert,
    BusinessAICredits,
    CreditInvoice,
    CreditLot,
    CreditRefund,
)
from ai_features.services.notices import messages
from ai_features.services.payments import inbox, refund_purchase
from ai_features.tests.builders import make_lot
from ai_features.tests.payment_builders import open_purchase, pay, subscribe
from ai_features.tests.stubs.paystack import PaystackStub
from common import clock
from common.isolated_work import each
from conftest import Shop

pytestmark = pytest.mark.django_db(transaction=True)


def run(name: str) -> jobs.Report:
    return jobs.run(next(job for job in jobs.JOBS if job.name == name))


def spoil_invoice(purchase: AICreditPurchase, kind: str = "invoice", refund: CreditRefund | None = None) -> None:
    """An invoice that is in the way of the one to come."""
    CreditInvoice.objects.create(
        business_id=purchase.business_id,
        kind=kind,
        number=1_000_000,
        purchase=purchase,
        refund=refund,
        issued_at=clock.now(),
        base_amount=1,
        total_amount=1,
        taxes=[],
        seller={},
        buyer={},
    )


def test_an_account_that_does_not_add_up_keeps_no_other_from_expiring(shop: Shop, other_shop: Shop) -> None:
    for one in (shop, other_shop):
        make_lot(one.id, days=1)
    wrong = BusinessAICredits.objects.order_by("business_id")[:1].get()
    BusinessAICredits.objects.filter(pk=wrong.pk).update(balance=0, total_granted=0)
    with time_machine.travel(clock.now() + dt.timedelta(days=2), tick=False):
        report = run("credits")
        out = StringIO()
        with pytest.raises(CommandError, match="credits"):
            call_command("run_due_jobs", "--json", "--only", "credits", stdout=out)
    assert (report.done, report.failed) == (1, 1)
    assert report.problem.startswith("1 failed, the first with IntegrityError")
    assert json.loads(out.getvalue())["jobs"][0]["failed"] == 1
    assert BusinessAICredits.objects.exclude(pk=wrong.pk).get().total_expired == 10
    BusinessAICredits.objects.filter(pk=wrong.pk).update(balance=10, total_granted=10)


def test_an_addon_that_cannot_be_renewed_keeps_no_other_from_it(
    shop: Shop, owner_client: APIClient, other_shop: Shop, client_of: Callable[..., APIClient], paystack: PaystackStub
) -> None:
    for client in (owner_client, client_of(other_shop.owner)):
        subscribe(client, paystack, "card")
    first = AIMonthlyAddon.objects.order_by("next_renewal_date", "pk")[:1].get()
    AIMonthlyAddon.objects.filter(pk=first.pk).update(monthly_price=Decimal("9999999999.99"))
    assert first.next_renewal_date
    with time_machine.travel(clock.start_of(first.next_renewal_date), tick=False):
        report = run("addon_renewals")
    assert (report.done, report.failed) == (1, 1)
    charged = [sent["amount"] for sent in paystack.sent("/transaction/charge_authorization")]
    assert charged.count(5875) == 1  # the sound one; SQLite takes the other's price and fails on its way back


def test_a_month_that_cannot_roll_over_keeps_no_other_from_it(
    shop: Shop, owner_client: APIClient, other_shop: Shop, client_of: Callable[..., APIClient], paystack: PaystackStub
) -> None:
    for client in (owner_client, client_of(other_shop.owner)):
        subscribe(client, paystack, "card")
    due = AIMonthlyAddon.objects.latest("created_at").next_renewal_date
    assert due
    with time_machine.travel(clock.start_of(due), tick=False):
        AICreditPurchase.objects.update(period_start=due)
        CreditLot.objects.filter(business=shop.business).update(expires_at=clock.now())
        BusinessAICredits.objects.filter(pk=shop.id).update(balance=0, total_granted=0, expires_at=clock.now())
        report = run("addon_rollover")
    assert (report.done, report.failed) == (1, 1)
    assert CreditLot.objects.get(source="rollover").business_id == other_shop.id
    BusinessAICredits.objects.filter(pk=shop.id).update(balance=100, total_granted=100)


def test_a_payment_event_that_breaks_keeps_no_other_waiting(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    broken, good = open_purchase(owner_client), open_purchase(owner_client)
    spoil_invoice(AICreditPurchase.objects.get(payment_reference=broken))
    for reference in (broken, good):
        paystack.pay(reference)
        inbox._keep(paystack.event(reference)[0])
    with time_machine.travel(clock.now() + inbox.LEFT_AFTER, tick=False):
        report = run("payment_inbox")
    assert (report.done, report.failed) == (1, 1)
    assert set(CreditLot.objects.values_list("purchase__payment_reference", flat=True)) == {good}


def test_a_pending_purchase_that_breaks_keeps_no_other_from_being_asked_about(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    broken, good = open_purchase(owner_client), open_purchase(owner_client)
    spoil_invoice(AICreditPurchase.objects.get(payment_reference=broken))
    for reference in (broken, good):
        paystack.pay(reference)
    with time_machine.travel(clock.now() + dt.timedelta(minutes=10), tick=False):
        report = run("pending_purchases")
    assert (report.done, report.failed) == (1, 1)
    assert AICreditPurchase.objects.get(payment_reference=good).payment_status == "completed"


def test_a_refund_that_cannot_be_booked_keeps_no_other_from_it(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    first, second = (refund_purchase(pay(owner_client, paystack).pk, by=None, reason="Not needed") for _ in range(2))
    spoil_invoice(first.purchase, "credit_note", first)
    for found in paystack.refunds:
        found["status"] = "processed"
    report = run("refunds")
    assert (report.done, report.failed) == (1, 1)
    second.refresh_from_db()
    assert second.status == "done"


def test_a_lot_that_cannot_be_warned_of_keeps_no_other_from_it(shop: Shop, other_shop: Shop) -> None:
    CreditLot.objects.create(
        business=other_shop.business,
        source="grant",
        granted=5,
        remaining=5,
        expires_at=clock.months_after(clock.now(), 6),
    )
    lot = make_lot(shop.id)
    assert lot.expires_at
    with time_machine.travel(lot.expires_at - dt.timedelta(days=20), tick=False):
        report = run("expiry_warnings")
    assert (report.done, report.failed) == (1, 1)


def test_an_alert_without_words_keeps_no_other_from_its_message(shop: Shop, mailoutbox: list[EmailMessage]) -> None:
    for alert_type in ("unheard_of", "low_balance"):
        AIUsageAlert.objects.create(business=shop.business, alert_type=alert_type, current_balance=1, threshold=10)
    report = run("alerts")
    assert (report.done, report.failed) == (1, 1)
    assert not run("messages").problem
    assert len(mailoutbox) == 1


def test_a_message_that_no_mail_server_would_take_keeps_no_other_back(
    shop: Shop, mailoutbox: list[EmailMessage]
) -> None:
    for subject in ("two\nlines", "one line"):
        messages.queue(shop.id, key=subject, subject=subject, text="t")
    assert list(messages.send_waiting()) == [("email", "waiting"), ("email", "sent")]
    assert [mail.subject for mail in mailoutbox] == ["one line"]


@pytest.mark.postgres
def test_a_connection_that_the_database_drops_costs_one_row_and_not_the_run(shop: Shop, other_shop: Shop) -> None:
    def work(business_id: Any) -> str:
        if business_id == shop.id:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")
        return Business.objects.get(pk=business_id).name

    report = jobs.run(jobs.Job("names", "Names", lambda: each([shop.id, other_shop.id], work, name="names")))
    assert (report.done, report.failed) == (1, 1)
