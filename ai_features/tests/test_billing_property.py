"""Any sequence of operations keeps granted = available + held + spent + expired + refunded."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.db.models import Sum
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)

from accounts.tests.builders import make_business
from ai_features.errors import HoldClosed
from ai_features.models import CreditDebt, CreditLot, HoldPart, LedgerEntry
from ai_features.queries import audit, credits
from ai_features.services import AIBillingService
from ai_features.tests.builders import answered, failed, make_hold, make_lot, make_purchase
from common import clock
from common.errors import DomainError

AMOUNTS = st.integers(1, 600).map(lambda hundredths: Decimal(hundredths) / 100)
COSTS = st.sampled_from(["0", "0.000001", "0.25", "3.5"])


class Billing(RuleBasedStateMachine):
    """One business; every public operation of billing, in any order, with the clock moving on."""

    lots = Bundle("lots")
    holds = Bundle("holds")
    purchases = Bundle("purchases")

    def __init__(self) -> None:
        super().__init__()
        self.travel = time_machine.travel("2026-08-31T10:00:00Z", tick=False)
        self.hands = self.travel.start()
        self.business = make_business().pk
        self.granted = Decimal(0)

    def teardown(self) -> None:
        self.travel.stop()

    @initialize(target=lots)
    def trial(self) -> Any:
        self.granted += 10
        return AIBillingService.grant_trial(self.business, None)

    @rule(target=lots, credits=AMOUNTS, days=st.sampled_from([None, 1, 30]))
    def grant(self, credits: Decimal, days: int | None) -> Any:
        self.granted += credits
        expires_at = clock.now() + dt.timedelta(days=days) if days else None
        return make_lot(self.business, str(credits), expires_at=expires_at)

    @rule(target=purchases)
    def buy(self) -> Any:
        return make_purchase(self.business, credits="8.00", bonus="2.00")

    @rule(target=lots, purchase=purchases)
    def complete(self, purchase: Any) -> Any:
        if not purchase.lots.exists():
            self.granted += 10
        AIBillingService.grant_purchase(purchase)
        return multiple(*purchase.lots.all())

    @rule(target=holds, credits=AMOUNTS, cost=COSTS, key=st.sampled_from(["", "", "key"]))
    def hold(self, credits: Decimal, cost: str, key: str) -> Any:
        try:
            return make_hold(self.business, str(credits), cost=cost, key=key)
        except DomainError as refusal:
            assert refusal.code in ("insufficient_credits", "budget_exceeded")  # noqa: PT017
            return multiple()

    @rule(hold=holds, cost=COSTS, part=st.sampled_from([None, 0, 3]))
    def settle(self, hold: Any, cost: str, part: int | None) -> None:
        """Also holds that were closed before: then nothing may change."""
        before = credits.account(self.business)
        try:
            AIBillingService.settle(
                hold.pk, record=answered(cost), credits=part if part is None else hold.amount * part / 4 // 1
            )
        except HoldClosed:
            assert credits.account(self.business).total_used == before.total_used

    @rule(hold=holds, cost=COSTS)
    def release(self, hold: Any, cost: str) -> None:
        AIBillingService.release(hold.pk, record=failed(cost))

    @rule(hold=consumes(holds))
    def release_stuck(self, hold: Any) -> None:
        AIBillingService.release_stuck(hold.pk)

    @rule(seconds=st.sampled_from([30, 299, 301, 86_400, 20 * 86_400]))
    def wait(self, seconds: int) -> None:
        self.hands.shift(seconds)

    @rule()
    def sweep(self) -> None:
        list(AIBillingService.expire_due())

    @rule(lot=lots)
    def begin_refund(self, lot: Any) -> None:
        if not CreditLot.objects.get(pk=lot.pk).locked:
            AIBillingService.lock_for_refund(lot.pk)

    @rule(lot=lots)
    def refund_fails(self, lot: Any) -> None:
        AIBillingService.unlock(lot.pk)

    @rule(lot=lots)
    def refund_succeeds(self, lot: Any) -> None:
        AIBillingService.refund_locked(lot.pk)

    @rule(lot=lots)
    def void(self, lot: Any) -> None:
        AIBillingService.void(lot.pk)

    @rule(lot=lots)
    def charge_back(self, lot: Any) -> None:
        AIBillingService.charge_back(lot.pk, reason="dispute")
        assert AIBillingService.charge_back(lot.pk, reason="dispute") is None

    @rule(lot=lots, credits=AMOUNTS, locked_last=st.booleans())
    def charge_back_in_part(self, lot: Any, credits: Decimal, locked_last: bool) -> None:
        """However often: never more than the lot gave."""
        AIBillingService.charge_back(lot.pk, reason="refund", credits=credits, locked_last=locked_last)
        debt = CreditDebt.objects.filter(lot=lot).first()
        taken = LedgerEntry.objects.filter(lot=lot, kind="refund").aggregate(sum=Sum("credits", default=0))["sum"]
        assert (debt.amount if debt else 0) - taken <= lot.granted

    @invariant()
    def books_are_right(self) -> None:
        assert audit.discrepancies(self.business) == []
        assert credits.account(self.business).total_granted == self.granted

    @rule()
    def look(self) -> None:
        """What is available is what unexpired lots have free, overdue holds given back."""
        now = clock.now()
        lots = [lot for lot in credits.live_lots(self.business) if not lot.expires_at or lot.expires_at > now]
        overdue = HoldPart.objects.filter(hold__status="open", hold__deadline__lte=now, lot__in=lots)
        expected = sum((lot.free for lot in lots), start=Decimal(0)) + sum(part.amount for part in overdue)
        assert AIBillingService.get_account(self.business).available == expected


@pytest.mark.django_db
def test_any_sequence_of_operations_keeps_the_books_right() -> None:
    """Line 42."""
    run_state_machine_as_test(
        Billing,
        settings=settings(
            max_examples=25, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
