"""Random stories of payments, refunds, disputes, reversals and spending: after each step the books are right."""

import datetime as dt
import itertools
import random
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.db.models import Sum
from rest_framework.test import APIClient

from ai_features.models import AICreditPurchase, CreditDebt, CreditHold, CreditLot, CreditRefund, PaymentEvent
from ai_features.queries import audit
from ai_features.services.billing import AIBillingService
from ai_features.services.payments import addons, inbox, refund_purchase, refunds, renewals
from ai_features.tests.builders import answered, failed, make_hold
from ai_features.tests.payment_builders import deliver, open_purchase
from ai_features.tests.stubs.paystack import PaystackStub
from common import money
from common.errors import DomainError
from conftest import Shop

STEPS = 50
DAY = dt.timedelta(days=1)


class Story:
    """What can happen to one business's payments and credits. Each method is one thing that happens, at random."""

    def __init__(
        self, seed: int, shop: Shop, client: APIClient, paystack: PaystackStub, hands: time_machine.Traveller
    ) -> None:
        self.random = random.Random(seed)
        self.shop, self.paystack, self.hands = shop, paystack, hands
        self.ids = itertools.count(1000)
        self.holds: list[CreditHold] = []
        self.disputes: list[tuple[AICreditPurchase, int]] = []
        for _ in range(5):
            open_purchase(client, self.random.choice(["value", "starter"]))
        client.post("/ai/api/addon/subscribe/", {"payment_method": self.random.choice(["card", "mobile_money"])})

    def some_purchase(self) -> AICreditPurchase:
        return self.random.choice(list(AICreditPurchase.objects.order_by("created_at")))

    def pays(self) -> int:
        reference = self.some_purchase().payment_reference
        self.paystack.pay(reference)
        return deliver(self.paystack.event(reference))

    def asks(self) -> None:
        self.holds.append(make_hold(self.shop.id, self.random.choice(["0.33", "5", "15", "60"])))

    def is_answered(self) -> None:
        if self.holds:
            AIBillingService.settle(self.holds.pop().pk, record=answered())

    def is_not_answered(self) -> None:
        if self.holds:
            AIBillingService.release(self.holds.pop(0).pk, record=failed())

    def is_refunded_by_us(self) -> None:
        refund_purchase(self.some_purchase().pk, by=None, reason="Asked for")

    def hears_of_our_refund(self) -> int:
        ours = list(CreditRefund.objects.filter(kind=CreditRefund.Kind.OURS))
        if not ours or not self.paystack.refunds:
            return 200
        refund = self.random.choice(ours)
        news = self.random.choice(["refund.processed", "refund.failed", "refund.pending"])
        which = {"amount": str(money.pesewas(refund.amount)), "id": refund.provider_id or str(next(self.ids))}
        return deliver(self.paystack.refund_event(refund.purchase.payment_reference, news, **which))

    def looks_refunds_up(self) -> None:
        for row in self.paystack.refunds:
            row["status"] = self.random.choice(["pending", "processed", "failed"])
        list(refunds.settle_open())

    def is_refunded_in_the_dashboard(self) -> int:
        purchase = self.some_purchase()
        paid = money.pesewas(purchase.amount_paid)
        amount = self.random.choice([1, 999, paid // 2, paid])
        event = self.paystack.refund_event(purchase.payment_reference, amount=str(amount), id=next(self.ids))
        return deliver(event)

    def is_disputed(self) -> int:
        self.disputes.append((self.some_purchase(), next(self.ids)))
        purchase, dispute = self.disputes[-1]
        return deliver(self.paystack.dispute_event(purchase.payment_reference, id=dispute))

    def has_a_dispute_decided(self) -> int:
        if not self.disputes:
            return 200
        purchase, dispute = self.random.choice(self.disputes)
        said = {"status": "resolved", "resolution": self.random.choice(["declined", "merchant-accepted"])}
        part = self.random.choice([{}, {"refund_amount": money.pesewas(purchase.amount_paid) // 3}])
        event = self.paystack.dispute_event(
            purchase.payment_reference, "charge.dispute.resolve", id=dispute, **said, **part
        )
        return deliver(event)

    def is_reversed(self) -> int:
        reference = self.some_purchase().payment_reference
        self.paystack.pay(reference, "reversed")
        return deliver(self.paystack.event(reference, "charge.reversed"))

    def waits(self) -> None:
        self.hands.shift(self.random.choice([dt.timedelta(minutes=7), 3 * DAY, 16 * DAY, 30 * DAY]))

    def has_its_jobs_run(self) -> None:
        for job in (AIBillingService.expire_due, renewals.renew_due, addons.roll_over_due, inbox.work_left):
            list(job())

    def goes_on(self) -> None:
        """One step. What is refused is refused by a `DomainError` or an answer below 500."""
        steps: list[Callable[[], Any]] = [
            *[self.pays] * 5,
            *[self.asks] * 4,
            *[self.is_answered] * 3,
            *[self.is_not_answered] * 3,
            *[self.is_refunded_by_us] * 3,
            *[self.hears_of_our_refund] * 3,
            *[self.looks_refunds_up] * 2,
            *[self.is_refunded_in_the_dashboard] * 5,
            *[self.is_disputed] * 2,
            *[self.has_a_dispute_decided] * 5,
            self.is_reversed,
            *[self.waits] * 2,
            *[self.has_its_jobs_run] * 3,
        ]
        try:
            status = self.random.choice(steps)()
        except DomainError:
            return
        assert status is None or status < 500

    def books_are_right(self) -> None:
        assert audit.discrepancies(self.shop.id) == []
        assert not PaymentEvent.objects.filter(outcome=PaymentEvent.Outcome.RECEIVED).exists()
        for purchase in AICreditPurchase.objects.all():
            done = purchase.refunds.filter(status=CreditRefund.Status.DONE)
            assert done.aggregate(gone=Sum("amount", default=Decimal(0)))["gone"] <= purchase.amount_paid
        for lot in CreditLot.objects.all():
            assert not (lot.voided and lot.free)
            taken = -sum(entry.credits for entry in lot.entries.filter(kind__in=("refund", "void")))
            debt = CreditDebt.objects.filter(lot=lot).first()
            assert taken + (debt.amount if debt else 0) <= lot.granted


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(8))
def test_no_story_of_payments_loses_or_makes_credits(
    seed: int, shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    with time_machine.travel("2026-08-10T10:00:00Z", tick=False) as hands:
        story = Story(seed, shop, owner_client, paystack, hands)
        for _ in range(STEPS):
            story.goes_on()
            story.books_are_right()
