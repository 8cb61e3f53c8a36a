"""Random stories of renewals, links, lost and late news, jobs that did not run and clocks that jump."""

from collections import defaultdict
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from rest_framework.test import APIClient

from ai_features.models import AICreditPurchase, AIMonthlyAddon, CreditInvoice
from ai_features.services.billing import AIBillingService
from ai_features.services.payments import addons, inbox, purchases, refunds, renewals, subscriptions
from ai_features.services.payments.completion import PAID_TWICE
from ai_features.tests.payment_builders import deliver
from ai_features.tests.stubs.paystack import Fault, PaystackStub
from ai_features.tests.test_payments_property import DAY, Story
from common.errors import DomainError
from conftest import Shop

STEPS = 60
VERIFY, CHARGE, OPEN = (
    "/transaction/verify/{reference}",
    "/transaction/charge_authorization",
    "/transaction/initialize",
)


class AddonStory(Story):
    """What can happen to an add-on besides, at random. Nothing here goes through a log-in, which would expire."""

    def is_paid_and_nobody_hears_of_it(self) -> None:
        self.paystack.pay(self.some_purchase().payment_reference)

    def hears_late_of_a_payment(self) -> int:
        return deliver(self.paystack.event(self.some_purchase().payment_reference))

    def changes_its_email(self) -> None:
        self.shop.business.email = self.random.choice(["a@shop.example", "b@shop.example", ""])
        self.shop.business.save()

    def has_its_card_decided(self) -> None:
        for addon in AIMonthlyAddon.objects.exclude(authorization_code=""):
            decision = self.random.choice(["success", "success", "failed", "paused"])
            self.paystack.decide_card(addon.authorization_code, decision)

    def subscribes(self) -> None:
        subscriptions.subscribe(self.shop.caller, payment_method=self.random.choice(["card", "mobile_money"]))

    def chooses_a_plan(self) -> None:
        plan = self.random.choice(["ai_powered", "enterprise", "addon", "standard"])
        method = self.random.choice(["card", "mobile_money"])
        subscriptions.choose_plan(self.shop.caller, plan=plan, payment_method=method)

    def cancels(self) -> None:
        subscriptions.cancel(self.shop.caller, immediate=self.random.choice([True, False, False]))

    def takes_it_back(self) -> None:
        subscriptions.resume(self.shop.caller)

    def is_suspended_or_resumed(self) -> None:
        if AIBillingService.is_suspended(self.shop.id):
            AIBillingService.resume(self.shop.id)
        elif self.random.random() < 0.3:
            AIBillingService.suspend(self.shop.id, reason="Under review")

    def finds_paystack_silent(self) -> None:
        self.paystack.fail_next(self.random.choice([VERIFY, CHARGE, OPEN]), Fault(answer_lost=True))

    def has_a_day_pass(self) -> None:
        self.hands.shift(self.random.choice([DAY, DAY, 2 * DAY, 5 * DAY]))
        self.has_some_jobs_run()

    def has_a_clock_that_is_ahead(self) -> None:
        ahead = self.random.choice([DAY, 3 * DAY, 40 * DAY])
        self.hands.shift(ahead)
        self.has_some_jobs_run()
        self.asks()
        self.hands.shift(-ahead)

    def has_some_jobs_run(self) -> None:
        jobs: list[Callable[[], Any]] = [
            AIBillingService.expire_due,
            inbox.work_left,
            purchases.check_unpaid,
            refunds.settle_open,
            addons.roll_over_due,
            self.renews,
        ]
        for job in jobs:
            if self.random.random() < 0.6:
                list(job())

    def renews(self) -> list[Any]:
        done = list(renewals.renew_due())
        for addon_id, what in done:
            if what == "lapsed":
                addon = AIMonthlyAddon.objects.get(pk=addon_id)
                lost = addon.purchases.filter(period_start=addon.next_renewal_date)
                assert not [purchase for purchase in lost if self.is_paid_but_not_credited(purchase)]
        return done

    def is_paid_but_not_credited(self, purchase: AICreditPurchase) -> bool:
        """Whether Paystack calls it paid and neither credits nor a person dealt with it."""
        found = self.paystack.transactions.get(purchase.payment_reference)
        is_open = purchase.payment_status in ("pending", "failed") and purchase.reason != PAID_TWICE
        return is_open and found is not None and found["status"] == "success"

    def goes_on(self) -> None:
        steps: list[Callable[[], Any]] = [
            *[self.is_paid_and_nobody_hears_of_it] * 4,
            *[self.hears_late_of_a_payment] * 4,
            self.changes_its_email,
            *[self.has_its_card_decided] * 2,
            *[self.subscribes] * 2,
            *[self.chooses_a_plan] * 4,
            self.cancels,
            *[self.takes_it_back] * 2,
            self.is_suspended_or_resumed,
            *[self.finds_paystack_silent] * 2,
            *[self.has_a_day_pass] * 8,
            *[self.has_a_clock_that_is_ahead] * 2,
            *[super().goes_on] * 8,
        ]
        try:
            status = self.random.choice(steps)()
        except DomainError:
            return
        assert status is None or status < 500

    def taxes_are_right(self) -> None:
        """The notes of a purchase never exceed its invoice in any line, and equal it when all went back."""
        noted: defaultdict[Any, Decimal] = defaultdict(Decimal)
        for note in CreditInvoice.objects.filter(kind="credit_note"):
            noted[note.purchase_id, "total"] += note.total_amount
            for tax in note.taxes:
                noted[note.purchase_id, tax["name"]] += Decimal(tax["amount"])
        for invoice in CreditInvoice.objects.filter(kind="invoice"):
            total = noted[invoice.purchase_id, "total"]
            for tax in invoice.taxes:
                given = noted[invoice.purchase_id, tax["name"]]
                assert given <= Decimal(tax["amount"])
                assert total < invoice.total_amount or given == Decimal(tax["amount"])

    def all_that_was_paid_is_dealt_with(self) -> None:
        """However little was heard of it: a year of questions later nothing that is paid is left uncredited."""
        for _ in range(12):
            self.hands.shift(31 * DAY)
            list(purchases.check_unpaid())
        for _ in range(2):  # a question whose answer was lost is asked again
            self.hands.shift(400 * DAY)
            list(purchases.check_unpaid())
        assert not [each for each in AICreditPurchase.objects.all() if self.is_paid_but_not_credited(each)]


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(8))
def test_no_story_of_an_addon_leaves_a_payment_uncredited_or_the_books_wrong(
    seed: int, shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    with time_machine.travel("2026-08-10T10:00:00Z", tick=False) as hands:
        story = AddonStory(seed, shop, owner_client, paystack, hands)
        for _ in range(STEPS):
            story.goes_on()
            story.books_are_right()
            story.taxes_are_right()
        story.all_that_was_paid_is_dealt_with()
        story.books_are_right()
