"""A business goes through a month of each plan, step by step; after each, ledger, lots and balance agree."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal

import pytest
import time_machine
from django.db.models import F, Sum
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from accounts.models import Membership, Subscription
from ai_features.models import AIMonthlyAddon, AITransaction, CreditLot, LedgerEntry
from ai_features.queries import audit
from ai_features.services.billing import AIBillingService
from ai_features.tests.builders import agree
from ai_features.tests.payment_builders import days_on, latest_addon, pay, renew_all
from ai_features.tests.stubs.paystack import PaystackStub
from ai_features.tests.test_plans import ask, begin, choose, lots, spend
from common import clock
from conftest import Shop
from sales.tests.builders import make_sale

pytestmark = pytest.mark.django_db(transaction=True)
D = Decimal
Clients = Callable[[Membership], APIClient]
BEGIN = dt.datetime(2026, 1, 12, 10, tzinfo=clock.ACCRA)


@pytest.fixture
def year(shop: Shop, settings: Settings) -> Iterator[Shop]:
    """A shop that pays for its storefronts all year; its trial is over. It is 12 January, ten o'clock."""
    settings.AI_PROVIDER, settings.AI_FREE_TRIAL_CREDITS = "offline", D(0)
    with time_machine.travel(BEGIN, tick=False):
        agree(shop.caller)
        make_sale(shop.business)
        paid = {"status": "active", "started_on": BEGIN.date(), "renews_on": BEGIN.date() + dt.timedelta(days=400)}
        Subscription.objects.update_or_create(business=shop.business, defaults=paid)
        yield shop


@contextmanager
def on(days: int) -> Iterator[None]:
    """So many days after the paid month ends; what has run out by then is expired, and the month renewed."""
    with days_on(latest_addon(), days):
        renew_all()
        list(AIBillingService.expire_due())
        yield


def book(shop: Shop) -> list[tuple[str, Decimal]]:
    """The lots that are left, of which the balance and the ledger's sum are the same."""
    found = lots(shop)
    total = sum((left for _, left in found), D(0))
    entries = LedgerEntry.objects.filter(business=shop.business)
    assert AIBillingService.get_credit_balance(shop.business.pk) == total
    assert (entries.aggregate(sum=Sum("credits"))["sum"] or 0) == total
    assert audit.discrepancies(shop.business.pk) == []
    return list(found)


def test_a_month_of_standard(year: Shop, owner_client: APIClient, client_of: Clients) -> None:
    assert book(year) == []
    ask(owner_client)
    assert book(year) == [("plan", D("9.50"))]
    with time_machine.travel(BEGIN + dt.timedelta(days=21), tick=False):
        list(AIBillingService.expire_due())
        assert book(year) == []
        ask(client_of(year.owner), "last month")
        assert book(year) == [("plan", D("9.50"))]


def test_a_month_of_ai_powered_rolls_over_lapses_and_leaves_what_was_bought(
    year: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    begin(owner_client, paystack, "ai_powered", "card")
    pay(owner_client, paystack)
    bought = [("bonus", D(20)), ("purchase", D(80))]
    assert book(year) == [bought[0], ("plan", D(200)), bought[1]]
    spend(year, "30")
    assert book(year) == [bought[0], ("plan", D(170)), bought[1]]
    with on(0):
        assert book(year) == [bought[0], ("plan", D(200)), bought[1], ("rollover", D(100))]
        spend(year, "110")
        left = book(year)
        assert sum(amount for _, amount in left) == D(290)
    with on(0):
        assert book(year) == [bought[0], ("plan", D(200)), bought[1], ("rollover", D(100))]
    paystack.decide_card(latest_addon().authorization_code, "failed")
    ends = latest_addon()
    for days in range(4):
        with days_on(ends, days, hour=9 + days):
            renew_all()
            list(AIBillingService.expire_due())
            assert book(year) == bought
    assert latest_addon().status == "lapsed"


def test_an_upgrade_on_the_last_day_and_a_downgrade_at_the_months_end(
    year: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    begin(owner_client, paystack, "ai_powered", "card")
    spend(year, "150")
    with on(-1):
        begin(owner_client, paystack, "enterprise", "card")
        addon = latest_addon()
        assert (addon.package, addon.start_date) == ("enterprise", clock.today())
        carried = book(year)
        assert ask(owner_client)["credits_used"] == 0
        assert book(year) == carried
        choose(owner_client, "ai_powered", expect=200)
        assert book(year) == carried
    with on(0):
        assert latest_addon().package == "ai_powered"
        assert ("plan", D(200)) in book(year)
    assert AIMonthlyAddon.objects.count() == 1


def test_a_month_of_enterprise_is_metered_at_list_price_and_begins_anew(
    year: Shop, owner_client: APIClient, client_of: Clients, paystack: PaystackStub
) -> None:
    begin(owner_client, paystack, "enterprise", "card")
    AIMonthlyAddon.objects.update(fair_use=D("1.00"))
    answers = [ask(owner_client, when) for when in ("today", "this month", "this year")]
    assert [(each["credits_used"], each["degraded"]) for each in answers] == [(0, False), (0, False), (0, True)]
    assert book(year) == []
    listed = AITransaction.objects.aggregate(sum=Sum(F("list_price")))["sum"]
    assert listed == D("1.00")
    with on(0):
        assert ask(client_of(year.owner), "last month")["degraded"] is False
        assert book(year) == []
    assert CreditLot.objects.filter(remaining__gt=0).count() == 0
