"""Plans: begun, changed at once or at the month's end, cancelled, lapsed; the books agree at every step."""

import datetime as dt
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.db import connection, transaction
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from accounts.models import Membership, Subscription
from ai_features.models import (
    AICreditPurchase,
    AIMonthlyAddon,
    AIPlan,
    AITransaction,
    AIUsageAlert,
    BusinessAICredits,
    BusinessAISettings,
    CreditLot,
    Message,
)
from ai_features.services.billing import AIBillingService
from ai_features.services.notices import alerts
from ai_features.services.payments import purchases, reversals
from ai_features.tests.builders import agree, answered, make_hold
from ai_features.tests.payment_builders import days_on, deliver, latest_addon, pay, renew_all, subscribe
from ai_features.tests.stubs.paystack import PaystackStub
from common import clock
from conftest import Shop
from sales.tests.builders import make_sale

pytestmark = pytest.mark.django_db(transaction=True)
PLANS, CHOOSE, CANCEL, RESUME = (f"/ai/api/plans/{path}" for path in ("", "subscribe/", "cancel/", "resume/"))
D = Decimal


def choose(client: APIClient, plan: str, *, expect: int = 201, method: str = "mobile_money") -> dict[str, Any]:
    response = client.post(CHOOSE, {"plan": plan, "payment_method": method}, format="json")
    assert response.status_code == expect, response.data
    return dict(response.json())


def begin(client: APIClient, stub: PaystackStub, plan: str, method: str = "mobile_money") -> str:
    """A plan whose first month, or change, is paid; the reference of the payment."""
    reference = str(choose(client, plan, method=method)["payment"]["reference"])
    stub.pay(reference)
    assert deliver(stub.event(reference)) == 200
    return reference


def lots(shop: Shop) -> Any:
    rows = CreditLot.objects.filter(business=shop.business, remaining__gt=0)
    return sorted((lot.source, lot.remaining) for lot in rows)


def spend(shop: Shop, credits: str) -> None:
    AIBillingService.settle(make_hold(shop.business.pk, credits).pk, record=answered())


def test_the_plans_are_listed_with_taxes_and_the_one_that_runs(owner_client: APIClient) -> None:
    found = owner_client.get(PLANS).json()
    assert [(plan["key"], plan["price"], plan["current"]) for plan in found["plans"]] == [
        ("standard", 0.0, True),
        ("ai_powered", 100.0, False),
        ("enterprise", 250.0, False),
    ]
    assert found["plans"][1]["total"] == 117.5
    assert found["subscription"] is None


def test_a_plan_gives_its_credits_when_it_is_paid(shop: Shop, owner_client: APIClient, paystack: PaystackStub) -> None:
    with time_machine.travel(dt.datetime(2026, 1, 31, 10, tzinfo=clock.ACCRA), tick=False):
        begin(owner_client, paystack, "ai_powered")
        lot: Any = CreditLot.objects.get()
        assert (lot.source, lot.granted, lot.expires_at) == ("plan", 200, clock.start_of(dt.date(2026, 2, 28)))
        found = owner_client.get(PLANS).json()
    assert [plan["key"] for plan in found["plans"] if plan["current"]] == ["ai_powered"]
    assert found["subscription"]["package"] == "ai_powered"
    assert owner_client.get("/ai/api/credits/balance/").json()["has_monthly_addon"] is False


def test_half_of_a_plans_month_goes_on_into_the_paid_next(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    begin(owner_client, paystack, "ai_powered", "card")
    spend(shop, "20")
    with days_on(latest_addon(), 0):
        assert renew_all() == ["card: completed"]
        assert lots(shop) == [("plan", 200), ("rollover", 100)]
    [sent] = paystack.sent("/transaction/charge_authorization")
    assert sent["amount"] == 11750


def test_an_upgrade_on_the_last_day_is_paid_whole_and_takes_what_is_left_along(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    subscribe(owner_client, paystack)
    spend(shop, "30")
    with days_on(latest_addon(), -1):
        begin(owner_client, paystack, "ai_powered")
        assert lots(shop) == [("plan", 200), ("rollover", 70)]
        addon: Any = latest_addon()
        assert AIMonthlyAddon.objects.count() == 1
        assert (addon.package, addon.start_date, addon.rollover) == ("ai_powered", clock.today(), 100)
        assert not AIUsageAlert.objects.filter(alert_type="expired").exists()


def test_an_upgrade_on_the_day_of_the_first_payment_is_another_month(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    subscribe(owner_client, paystack)
    begin(owner_client, paystack, "ai_powered")
    assert lots(shop) == [("plan", 200), ("rollover", 100)]


def test_a_hold_from_before_an_upgrade_is_spent_or_expires_with_its_lot(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    subscribe(owner_client, paystack)
    spent, kept = make_hold(shop.business.pk, "10"), make_hold(shop.business.pk, "5")
    begin(owner_client, paystack, "ai_powered")
    AIBillingService.settle(spent.pk, record=answered())
    AIBillingService.release(kept.pk, record=answered())
    assert lots(shop) == [("plan", 200), ("rollover", 85)]


def test_an_upgrade_that_a_renewal_overtakes_credits_each_payment_once(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    subscribe(owner_client, paystack)
    with days_on(latest_addon(), -3):
        renew_all()
        link = AICreditPurchase.objects.get(payment_status="pending")
        begin(owner_client, paystack, "ai_powered")
        paystack.pay(link.payment_reference)
        deliver(paystack.event(link.payment_reference))
    link.refresh_from_db()
    assert (link.payment_status, link.needs_attention) == ("pending", True)
    assert lots(shop) == [("plan", 200), ("rollover", 100)]


def test_an_old_payment_for_less_never_replaces_what_runs(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    stale = owner_client.post("/ai/api/addon/subscribe/", {"payment_method": "mobile_money"}).json()["reference"]
    begin(owner_client, paystack, "ai_powered")
    paystack.pay(stale)
    deliver(paystack.event(stale))
    assert AICreditPurchase.objects.get(payment_reference=stale).needs_attention
    assert (latest_addon().package, lots(shop)) == ("ai_powered", [("plan", 200)])


def test_a_cheaper_one_begins_when_the_paid_month_ends(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    begin(owner_client, paystack, "ai_powered", "card")
    answer = choose(owner_client, "addon", expect=200)
    assert answer["payment"] is None
    assert answer["changes_on"] == str(latest_addon().next_renewal_date)
    assert answer["subscription"]["next_package"] == "addon"
    with days_on(latest_addon(), 0):
        renew_all()
        addon: Any = latest_addon()
        assert (addon.package, addon.monthly_price, addon.rollover, addon.next_package) == ("addon", 50, 50, "")
        assert lots(shop) == [("addon", 100), ("rollover", 50)]


def test_a_change_at_the_months_end_can_be_taken_back(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    begin(owner_client, paystack, "ai_powered", "card")
    for plan in ("addon", "standard"):
        choose(owner_client, plan, expect=200)
        owner_client.post(RESUME)
    assert (latest_addon().next_package, latest_addon().cancel_at_period_end) == ("", False)
    choose(owner_client, "addon", expect=200)
    choose(owner_client, "ai_powered", expect=200)
    assert latest_addon().next_package == ""
    choose(owner_client, "ai_powered", expect=409)


def test_standard_ends_a_plan_with_its_month_and_bought_packs_stay(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub, client_of: Callable[[Membership], APIClient]
) -> None:
    begin(owner_client, paystack, "ai_powered", "card")
    pay(owner_client, paystack)
    choose(owner_client, "standard", expect=200)
    with days_on(latest_addon(), 0):
        assert renew_all() == ["cancelled"]
        AIBillingService.expire(shop.business.pk)
        assert lots(shop) == [("bonus", 20), ("purchase", 80)]
        assert client_of(shop.owner).get(PLANS).json()["plans"][0]["current"] is True
    choose(owner_client, "standard", expect=409)


def test_a_plan_that_nobody_pays_lapses_without_a_grant(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    begin(owner_client, paystack, "enterprise")
    addon: Any = latest_addon()
    for days in (-3, 3):
        with days_on(addon, days):
            renew_all()
    assert latest_addon().status == "lapsed"
    subjects = list(Message.objects.order_by("created_at").values_list("subject", flat=True))
    assert subjects == ["Renew your Enterprise plan", "Your Enterprise plan has ended"]
    assert "credits" not in Message.objects.earliest("created_at").text


def test_a_starter_pack_gives_more_while_the_plan_runs_as_it_was_when_opened(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    begin(owner_client, paystack, "ai_powered")
    opened = owner_client.post("/ai/api/credits/purchase/", {"package": "starter", "payment_method": "card"}).json()
    assert opened["credits_to_add"] == 40.0
    with days_on(latest_addon(), 5):
        renew_all()
        paystack.pay(opened["reference"])
        deliver(paystack.event(opened["reference"]))
        assert ("bonus", D(10)) in lots(shop)
        again = purchases.start_purchase(shop.caller, package="starter", payment_method="card")
        assert again.bonus_credits == 0


def test_what_staff_changes_does_not_touch_what_was_bought(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    reference = choose(owner_client, "ai_powered", method="card")["payment"]["reference"]
    AIPlan.objects.update_or_create(
        key="ai_powered", defaults={"price": 300, "credits": 1, "rollover": 1, "starter_bonus": 1}
    )
    paystack.pay(reference)
    deliver(paystack.event(reference))
    addon: Any = latest_addon()
    assert (addon.monthly_price, addon.rollover, addon.starter_bonus) == (100, 100, 10)
    with days_on(addon, 0):
        renew_all()
        assert lots(shop) == [("plan", 200), ("rollover", 100)]


def test_money_of_a_plan_without_credits_goes_back_and_ends_it(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    purchase = AICreditPurchase.objects.get(payment_reference=begin(owner_client, paystack, "enterprise"))
    with transaction.atomic():
        reversals.take_back(reversals.locked_purchase(purchase.pk), "Charged back.")
    purchase.refresh_from_db()
    assert (purchase.payment_status, latest_addon().status) == ("refunded", "cancelled")
    assert sorted(purchase.invoices.values_list("kind", flat=True)) == ["credit_note", "invoice"]


def test_only_managers_choose_a_plan(cashier_client: APIClient) -> None:
    assert cashier_client.get(PLANS).status_code == 200
    for address in (CHOOSE, CANCEL, RESUME):
        assert cashier_client.post(address, {"plan": "enterprise"}, format="json").status_code == 403


@pytest.mark.parametrize("plan", ["gold", "", None])
def test_an_unknown_plan_is_refused(owner_client: APIClient, plan: str | None) -> None:
    assert owner_client.post(CHOOSE, {"plan": plan}, format="json").status_code == 400


def ask(client: APIClient, when: str = "this month") -> dict[str, Any]:
    response = client.post("/ai/api/query/", {"query": f"How much did we sell {when}?"}, format="json")
    assert response.status_code == 200, response.data
    return dict(response.json())


@pytest.fixture
def shop_that_asks(shop: Shop, settings: Settings) -> Shop:
    """One that sells, has agreed to AI, and pays for its storefronts; its free trial is long over."""
    settings.AI_PROVIDER, settings.AI_FREE_TRIAL_CREDITS = "offline", D(0)
    agree(shop.caller)
    make_sale(shop.business)
    today = clock.today()
    paid = {"status": "active", "started_on": today, "renews_on": today + dt.timedelta(days=400)}
    Subscription.objects.update_or_create(business=shop.business, defaults=paid)
    return shop


def test_the_first_use_in_a_month_brings_ten_credits_that_end_with_it(
    shop_that_asks: Shop, owner_client: APIClient
) -> None:
    answer = ask(owner_client)
    assert (answer["credits_used"], answer["balance"]) == (0.5, 9.5)
    lot: Any = CreditLot.objects.get()
    next_month = (clock.today().replace(day=1) + dt.timedelta(days=32)).replace(day=1)
    assert (lot.source, lot.granted, lot.expires_at) == ("plan", 10, clock.start_of(next_month))
    assert BusinessAICredits.objects.get().total_purchased == 0
    ask(owner_client)
    assert CreditLot.objects.count() == 1
    with time_machine.travel(clock.start_of(next_month) + dt.timedelta(hours=9), tick=False):
        AIBillingService.grant_monthly_credits(BusinessAISettings.objects.get())
        AIBillingService.expire(shop_that_asks.business.pk)
        assert lots(shop_that_asks) == [("plan", 10)]
        assert not AIUsageAlert.objects.filter(alert_type="expired").exists()


def test_asking_whether_one_may_ask_brings_them_too(shop_that_asks: Shop, owner_client: APIClient) -> None:
    found = owner_client.get("/ai/api/check-availability/?feature=natural_language_query").json()
    assert (found["available"], found["current_balance"]) == (True, 10.0)


@pytest.mark.parametrize("why", ["lapsed", "storefronts_on_trial", "month_of_the_trial", "plan", "no_consent"])
def test_no_free_credits_where_they_are_not_due(
    why: str, shop_that_asks: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    business_id = shop_that_asks.business.pk
    if why == "lapsed":
        Subscription.objects.filter(pk=business_id).update(renews_on=clock.today() - dt.timedelta(days=1))
    elif why == "storefronts_on_trial":
        Subscription.objects.filter(pk=business_id).update(status="trial")
    elif why == "month_of_the_trial":
        AIBillingService.grant(business_id=business_id, credits=D(1), source="trial")
    elif why == "plan":
        begin(owner_client, paystack, "ai_powered")
    else:
        BusinessAISettings.objects.update(consent=None)
    before = CreditLot.objects.count()
    assert AIBillingService.grant_monthly_credits(BusinessAISettings.objects.get()) is None
    assert CreditLot.objects.count() == before


@pytest.mark.postgres
def test_two_first_uses_at_once_bring_one_lot(shop_that_asks: Shop) -> None:
    def use(_: int) -> None:
        try:
            AIBillingService.grant_monthly_credits(BusinessAISettings.objects.get())
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(use, range(8)))
    assert lots(shop_that_asks) == [("plan", 10)]


def test_under_enterprise_answers_cost_nothing_and_are_counted_at_list_price(
    shop_that_asks: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    begin(owner_client, paystack, "enterprise")
    answer = ask(owner_client)
    assert (answer["credits_used"], answer["balance"], answer["degraded"]) == (0.0, 0.0, False)
    row: Any = AITransaction.objects.get()
    assert (row.credits_used, row.list_price, row.outcome) == (0, D("0.50"), "answered")
    assert AIBillingService.check_credits(shop_that_asks.business.pk, "credit_assessment")["required"] == 0
    plan = next(plan for plan in owner_client.get(PLANS).json()["plans"] if plan["current"])
    assert plan["meter"] == {
        "used": 0.5,
        "limit": 3000.0,
        "percent": 0,
        "until": str(latest_addon().next_renewal_date),
    }


def test_fair_use_is_told_at_four_fifths_and_beyond_it_answers_are_worded_by_us(
    shop_that_asks: Shop, owner_client: APIClient, paystack: PaystackStub, settings: Settings
) -> None:
    settings.STAFF_EMAIL = "staff@pos.example"
    begin(owner_client, paystack, "enterprise")
    AIMonthlyAddon.objects.update(fair_use=D("1.00"))
    told: list[list[str]] = []
    for when in ("today", "this month", "this year"):
        answer = ask(owner_client, when)
        told.append(list(AIUsageAlert.objects.order_by("created_at").values_list("alert_type", flat=True)))
    assert told == [[], ["fair_end"], ["fair_end"]]
    assert (answer["degraded"], answer["credits_used"]) == (True, 0.0)
    assert answer["answer"]
    assert sum(row.list_price for row in AITransaction.objects.all()) == 1
    list(alerts.queue_unsent())
    assert mail.outbox[-1].to == ["staff@pos.example"]


def test_near_the_end_of_fair_use_the_owner_is_told_once(
    shop_that_asks: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    begin(owner_client, paystack, "enterprise")
    AIMonthlyAddon.objects.update(fair_use=D("1.20"))
    for when in ("today", "this month"):
        ask(owner_client, when)
    alert = AIUsageAlert.objects.get()
    assert (alert.alert_type, alert.current_balance, alert.threshold) == ("fair_use", D("1.00"), D("1.20"))
    list(alerts.queue_unsent())
    assert "1.00 of 1.20 credits" in Message.objects.earliest("created_at").text
