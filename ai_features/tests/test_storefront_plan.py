"""The storefront plan: paid by the month, told before it runs out, and what waits when it is overdue."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.db import transaction
from rest_framework.test import APIClient

from accounts.models import Subscription
from accounts.services import change_storefront, open_storefront
from ai_features.models import AICreditPurchase, CreditLot, Message
from ai_features.services.billing import AIBillingService
from ai_features.services.payments import reversals, storefront_plan
from ai_features.tests.builders import agree
from ai_features.tests.payment_builders import deliver
from ai_features.tests.stubs.paystack import PaystackStub
from common import clock, errors
from conftest import Shop
from sales.tests.builders import make_sale

pytestmark = pytest.mark.django_db(transaction=True)
PAY = "/accounts/api/subscription/pay/"


@pytest.fixture
def plan(shop: Shop) -> Subscription:
    """On trial until the 31st of January."""
    started, renews = dt.date(2025, 12, 31), dt.date(2026, 1, 31)
    return Subscription.objects.create(business=shop.business, started_on=started, renews_on=renews)


def on(day: dt.date) -> Any:
    return time_machine.travel(clock.start_of(day) + dt.timedelta(hours=9), tick=False)


def paid(shop: Shop, stub: PaystackStub, months: int = 1) -> AICreditPurchase:
    purchase = storefront_plan.pay(shop.caller, months=months, payment_method="mobile_money")
    stub.pay(purchase.payment_reference)
    assert deliver(stub.event(purchase.payment_reference)) == 200
    purchase.refresh_from_db()
    return purchase


def test_what_is_opened_is_the_price_of_the_open_storefronts_with_taxes(
    shop: Shop, plan: Subscription, paystack: PaystackStub, owner_client: APIClient
) -> None:
    with on(clock.today()):
        Subscription.objects.update(renews_on=clock.today())
        open_storefront(shop.caller, name="Market stall")
        opened = owner_client.post(PAY, {"months": 3, "payment_method": "card"}, format="json").json()
    assert (opened["invoice"]["base_amount"], opened["credits_to_add"]) == (450.0, 0.0)


def test_paid_months_follow_each_other_on_the_day_it_began_or_the_last_of_a_short_month(
    shop: Shop, plan: Subscription, paystack: PaystackStub
) -> None:
    ends = []
    with on(dt.date(2026, 1, 20)):
        for _ in range(2):
            purchase = paid(shop, paystack)
            plan.refresh_from_db()
            ends.append(plan.renews_on)
    assert ends == [dt.date(2026, 2, 28), dt.date(2026, 3, 31)]
    assert (plan.status, purchase.period_start) == ("active", dt.date(2026, 2, 28))
    assert purchase.invoices.get().total_amount == purchase.amount_paid
    assert not CreditLot.objects.exists()


def test_within_the_days_of_grace_the_month_counts_from_when_it_was_due_and_after_them_from_today(
    shop: Shop, plan: Subscription, paystack: PaystackStub
) -> None:
    with on(dt.date(2026, 2, 14)):
        paid(shop, paystack)
        plan.refresh_from_db()
        assert plan.renews_on == dt.date(2026, 2, 28)
    with on(dt.date(2026, 3, 15)):
        paid(shop, paystack)
        plan.refresh_from_db()
        assert (plan.started_on, plan.renews_on) == (dt.date(2026, 3, 15), dt.date(2026, 4, 15))


def test_money_that_goes_back_takes_its_months_along(shop: Shop, plan: Subscription, paystack: PaystackStub) -> None:
    with on(dt.date(2026, 1, 20)):
        purchase = paid(shop, paystack, months=2)
        with transaction.atomic():
            reversals.take_back(reversals.locked_purchase(purchase.pk), "Charged back.")
    plan.refresh_from_db()
    assert plan.renews_on == dt.date(2026, 1, 31)


def test_owners_are_told_before_on_and_after_the_day_once_each(shop: Shop, plan: Subscription) -> None:
    told = []
    for day in (27, 28, 29, 31, 38, 46, 47, 70):
        with on(dt.date(2026, 1, 1) + dt.timedelta(days=day - 1)):
            told += [what for _, what in storefront_plan.remind_due()]
    assert told == ["ahead", "due", "unpaid", "overdue"]
    assert Message.objects.count() == 4
    plan.refresh_from_db()
    assert plan.status == "lapsed"


def test_in_the_days_of_grace_nothing_is_locked_then_ai_and_new_storefronts_wait(
    shop: Shop, plan: Subscription, owner_client: APIClient
) -> None:
    agree(shop.caller)
    AIBillingService.grant(business_id=shop.business.pk, credits=Decimal(5), source="grant")
    question = {"query": "How much did we sell this month?"}
    Subscription.objects.update(renews_on=clock.today() - dt.timedelta(days=14))
    assert owner_client.post("/ai/api/query/", question, format="json").status_code == 200
    stall = open_storefront(shop.caller, name="Market stall")
    change_storefront(shop.caller, stall.pk, changes={"is_active": False})
    Subscription.objects.update(renews_on=clock.today() - dt.timedelta(days=15))
    refused = owner_client.post("/ai/api/query/", question, format="json")
    assert (refused.status_code, refused.json()["error"]) == (403, "ai_disabled")
    assert "storefronts are paid up to" in refused.json()["message"]
    available = owner_client.get("/ai/api/check-availability/?feature=natural_language_query").json()
    assert available["reason"] == "ai_disabled"
    with pytest.raises(errors.Conflict, match="paid up to"):
        open_storefront(shop.caller, name="Second stall")
    with pytest.raises(errors.Conflict, match="paid up to"):
        change_storefront(shop.caller, stall.pk, changes={"is_active": True})
    assert make_sale(shop.business)
    assert owner_client.get("/accounts/api/subscription/").json()["is_overdue"] is True


def test_it_can_be_paid_though_ai_is_off_and_by_managers_alone(
    shop: Shop, plan: Subscription, paystack: PaystackStub, cashier_client: APIClient, owner_client: APIClient
) -> None:
    AIBillingService.suspend(shop.business.pk, reason="Under review")
    assert owner_client.post(PAY, {}, format="json").status_code == 201
    assert cashier_client.post(PAY, {}, format="json").status_code == 403
    for months in (0, 13, "x"):
        assert owner_client.post(PAY, {"months": months}, format="json").status_code == 400


def test_a_business_without_a_plan_has_nothing_to_pay(owner_client: APIClient) -> None:
    assert owner_client.post(PAY, {}, format="json").status_code == 404
