"""The endpoints of credits: balance, pricing, usage, transactions, availability, alerts."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from accounts.models import User
from accounts.tests.builders import make_member
from ai_features.features import FEATURES
from ai_features.models import AIMonthlyAddon, BusinessAICredits, FeatureSetting
from ai_features.pricing import FEATURE_PRICES
from ai_features.services import AIBillingService, consent
from ai_features.tests.builders import answered, failed, make_hold, make_lot
from conftest import Shop

ADDRESSES = [
    "credits/balance/",
    "pricing/",
    "usage/stats/",
    "transactions/",
    "check-availability/",
    "alerts/",
    "credits/ledger/",
]


@pytest.fixture
def _agreed(shop: Shop, settings: Any) -> None:
    """The owner has agreed, without trial credits."""
    settings.AI_FREE_TRIAL_CREDITS = Decimal(0)
    consent.give_consent(shop.caller)


def ask(client: APIClient, address: str, **query: Any) -> Any:
    return client.get(f"/ai/api/{address}", query)


def spend(shop: Shop, credits: str = "1.00", feature: str = "credit_assessment", **record: Any) -> None:
    hold = make_hold(shop.id, credits, feature=feature, user_id=shop.owner.user_id)
    AIBillingService.settle(hold.pk, record=answered(**record))


@pytest.mark.parametrize("address", ADDRESSES)
def test_strangers_see_nothing_of_credits(db: None, address: str) -> None:
    assert ask(APIClient(), address).status_code == 401


@pytest.mark.parametrize("address", ["usage/stats/", "usage-stats/", "transactions/", "alerts/"])
def test_cashiers_do_not_see_what_was_asked(cashier_client: APIClient, address: str) -> None:
    assert ask(cashier_client, address).status_code == 403


@pytest.mark.parametrize("address", ["credits/balance/", "pricing/", "check-availability/"])
def test_cashiers_see_balance_prices_and_availability(cashier_client: APIClient, address: str) -> None:
    assert ask(cashier_client, address).status_code == 200


def test_the_balance_shows_each_lot_the_next_to_be_spent_first(shop: Shop, owner_client: APIClient) -> None:
    make_lot(shop.id, "5.00", days=90)
    soon = make_lot(shop.id, "20.00", "trial", days=30)
    make_hold(shop.id, "1.50")
    body = ask(owner_client, "credits/balance/").json()
    assert (body["balance"], body["held"], body["available"]) == (25.0, 1.5, 23.5)
    assert [(lot["source"], lot["remaining"]) for lot in body["lots"]] == [("trial", 20.0), ("grant", 5.0)]
    assert soon.expires_at
    assert dt.datetime.fromisoformat(body["expires_at"]) == soon.expires_at
    assert (body["low_balance"], body["has_monthly_addon"], body["monthly_addon_details"]) == (False, False, None)


def test_a_business_without_credits_has_a_balance_of_nothing(owner_client: APIClient) -> None:
    body = ask(owner_client, "credits/balance/").json()
    assert (body["balance"], body["is_active"], body["lots"], body["expires_at"]) == (0.0, True, [], None)


def test_the_balance_is_right_though_no_job_has_run(shop: Shop, owner_client: APIClient) -> None:
    """Line 26."""
    make_lot(shop.id, "5.00", days=1)
    make_hold(shop.id, "2.00")
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(days=2), tick=False):
        account = AIBillingService.get_account(shop.id)
    assert (account.balance, account.held, account.total_expired) == (Decimal(0), Decimal(0), Decimal(5))


def test_another_business_has_its_own_balance(
    shop: Shop, other_shop: Shop, client_of: Callable[..., APIClient]
) -> None:
    make_lot(shop.id, "5.00")
    assert ask(client_of(other_shop.owner), "credits/balance/").json()["balance"] == 0.0


def test_the_price_list_names_packs_features_and_the_add_on(owner_client: APIClient) -> None:
    body = ask(owner_client, "pricing/").json()
    value = next(pack for pack in body["credit_packs"] if pack["type"] == "VALUE")
    assert (value["price"], value["credits"], value["bonus_credits"], value["total_credits"]) == (80, 80, 20, 100)
    assert {pack["total_credits"] for pack in body["credit_packs"]} == {30, 100, 250}
    assert {cost["feature"]: cost["credits"] for cost in body["feature_costs"]}["portfolio_dashboard"] == 5.0
    assert (body["monthly_addon"]["price"], body["monthly_addon"]["credits"]) == (50, 100)


def test_a_price_is_quoted_with_its_taxes_as_a_purchase_charges_it(owner_client: APIClient) -> None:
    body = ask(owner_client, "pricing/", custom_amount="12.50").json()
    value = next(pack for pack in body["credit_packs"] if pack["type"] == "VALUE")
    assert [tax["amount"] for tax in value["taxes"]] == [12.0, 2.0]
    assert (value["base_amount"], value["total_tax"], value["total_amount"], value["currency"]) == (80, 14, 94, "GHS")
    own = body["custom_amount"]["quote"]
    assert (own["credits"], own["base_amount"], own["total_tax"], own["total_amount"]) == (12.5, 12.5, 2.19, 14.69)
    assert body["monthly_addon"]["total_amount"] == 58.75
    assert ask(owner_client, "pricing/").json()["custom_amount"]["quote"] is None
    assert ask(owner_client, "pricing/", custom_amount="1").json()["fields"].keys() == {"custom_amount"}


def test_the_ledger_lists_every_change_of_the_balance(
    shop: Shop, owner_client: APIClient, cashier_client: APIClient
) -> None:
    AIBillingService.grant(business_id=shop.id, credits=Decimal(20), source="grant")
    spend(shop)
    entries = ask(owner_client, "credits/ledger/").json()["results"]
    assert [(each["kind"], each["lot_source"]) for each in entries] == [("spend", "grant"), ("grant", "grant")]
    assert sum(each["credits"] for each in entries) == ask(owner_client, "credits/balance/").json()["balance"]
    assert entries[0]["feature"] == "credit_assessment"
    assert [each["kind"] for each in ask(owner_client, "credits/ledger/", kind="grant").json()["results"]] == ["grant"]
    assert ask(cashier_client, "credits/ledger/").status_code == 403


@pytest.mark.usefixtures("_agreed")
def test_what_is_not_built_yet_is_not_offered(shop: Shop, owner_client: APIClient) -> None:
    make_lot(shop.id, "10.00")
    built = {feature.key for feature in FEATURES} | {"support_chat", "voice_question"}
    FeatureSetting.objects.create(feature="inventory_forecast", enabled=True)
    listed = {cost["feature"]: cost["enabled"] for cost in ask(owner_client, "pricing/").json()["feature_costs"]}
    assert listed == {key: key in built for key in listed}
    rows = ask(owner_client, "check-availability/").json()["features"]
    assert {row["feature"]: row["reason"] for row in rows} == {
        key: None if key in built else "ai_disabled" for key in listed
    }


def test_a_price_that_staff_has_set_is_the_price(owner_client: APIClient) -> None:
    FeatureSetting.objects.create(feature="credit_assessment", price=Decimal("2.50"))
    costs = {row["feature"]: row["credits"] for row in ask(owner_client, "pricing/").json()["feature_costs"]}
    assert costs["credit_assessment"] == 2.5
    assert ask(owner_client, "check-availability/", feature="credit_assessment").json()["required"] == 2.5


@pytest.mark.parametrize("address", ["usage/stats/", "usage-stats/"])
def test_usage_counts_requests_credits_failures_and_the_cache(
    shop: Shop, owner_client: APIClient, address: str
) -> None:
    make_lot(shop.id, "10.00")
    spend(shop, "3.00", milliseconds=200)
    spend(shop, "0.50", "natural_language_query", milliseconds=400)
    AIBillingService.release(make_hold(shop.id, "0.50", feature="natural_language_query").pk, record=failed())
    body = ask(owner_client, address).json()
    assert (body["total_requests"], body["successful_requests"], body["success_rate"]) == (3, 2, 66.7)
    assert (body["total_credits_used"], body["current_balance"], body["avg_response_time_ms"]) == (3.5, 6.5, 300)
    assert body["most_used_feature"] == "natural_language_query"
    assert body["feature_breakdown"][0] == {
        "feature": "natural_language_query",
        "name": "Questions",
        "count": 2,
        "credits": 0.5,
    }
    assert [(day["requests"], day["credits"]) for day in body["daily"]] == [(3, 3.5)]
    assert not [name for name in body if "cost" in name]


def test_usage_starts_at_midnight_in_accra(shop: Shop, owner_client: APIClient) -> None:
    with time_machine.travel("2026-03-01T23:59:00Z", tick=False):
        AIBillingService.log_failed_transaction(shop.id, None, "report_summary", "no answer")
    with time_machine.travel("2026-03-02T00:01:00Z", tick=False):
        AIBillingService.log_failed_transaction(shop.id, None, "report_summary", "no answer")
        assert AIBillingService.get_usage_stats(shop.id, 1)["total_requests"] == 1
        assert AIBillingService.get_usage_stats(shop.id, 2)["total_requests"] == 2


@pytest.mark.parametrize("days", ["0", "-1", "many", "367"])
def test_usage_of_a_period_that_makes_no_sense_is_refused(owner_client: APIClient, days: str) -> None:
    answer = ask(owner_client, "usage/stats/", days=days)
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["days"])


def test_transactions_can_be_narrowed(shop: Shop, owner_client: APIClient) -> None:
    make_lot(shop.id, "10.00")
    spend(shop)
    AIBillingService.release(make_hold(shop.id, feature="report_narrative").pk, record=failed())
    for query, expected in (
        ({"feature": "report_summary"}, ["report_narrative"]),
        ({"success": "true"}, ["credit_assessment"]),
        ({"from": "2020-01-01", "to": "2020-01-31"}, []),
        ({}, ["report_narrative", "credit_assessment"]),
    ):
        rows = ask(owner_client, "transactions/", **query).json()["results"]
        assert [row["feature"] for row in rows] == expected


def test_a_date_that_is_none_is_refused(owner_client: APIClient) -> None:
    answer = ask(owner_client, "transactions/", **{"from": "yesterday"})
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["from"])


def test_what_a_model_cost_is_for_staff_alone(
    shop: Shop, owner_client: APIClient, client_of: Callable[..., APIClient]
) -> None:
    make_lot(shop.id)
    spend(shop, cost="0.04")
    assert "cost_to_us" not in ask(owner_client, "transactions/").json()["results"][0]
    ours = User.objects.create_superuser("staff@example.com", "a-long-pass-phrase", name="Staff")
    row = ask(client_of(make_member(shop.business, user=ours)), "transactions/").json()["results"][0]
    assert row["cost_to_us"] == "0.040000"


def test_a_list_of_transactions_takes_the_same_queries_however_long(shop: Shop, owner_client: APIClient) -> None:
    make_lot(shop.id, "50.00")
    counts = []
    for _ in range(2):
        for _ in range(5):
            spend(shop)
        with CaptureQueriesContext(connection) as captured:
            ask(owner_client, "transactions/")
        counts.append(len(captured))
    assert counts[0] == counts[1]


@pytest.mark.usefixtures("_agreed")
def test_availability_says_what_is_missing(shop: Shop, owner_client: APIClient) -> None:
    make_lot(shop.id, "1.00")
    body = ask(owner_client, "check-availability/", feature="collection_analysis").json()
    assert body == {
        "feature": "collection_priority",
        "feature_name": "Collection priorities",
        "available": False,
        "reason": "insufficient_credits",
        "has_credits": False,
        "required": 5.0,
        "current_balance": 1.0,
        "shortfall": 4.0,
    }


@pytest.mark.usefixtures("_agreed")
def test_a_cashier_is_told_which_features_are_not_theirs(shop: Shop, cashier_client: APIClient) -> None:
    make_lot(shop.id)
    body = ask(cashier_client, "check-availability/", feature="credit_assessment").json()
    assert (body["available"], body["reason"], body["has_credits"]) == (False, "permission_denied", True)
    rows = {row["feature"]: row["reason"] for row in ask(cashier_client, "check-availability/").json()["features"]}
    own = {each.key for each in FEATURES if "cashier" in each.roles}
    others = ({each.key for each in FEATURES} | {"voice_question"}) - own
    assert ({rows[key] for key in own}, {rows[key] for key in others}) == ({None}, {"permission_denied"})


@pytest.mark.usefixtures("_agreed")
def test_availability_of_all_features_at_once(shop: Shop, owner_client: APIClient) -> None:
    make_lot(shop.id, "1.00")
    features = {row["feature"]: row for row in ask(owner_client, "check-availability/").json()["features"]}
    assert set(features) == set(FEATURE_PRICES)
    assert features["portfolio_dashboard"]["has_credits"] is False
    assert features["report_narrative"]["has_credits"] is True


def test_an_unknown_feature_is_named(owner_client: APIClient) -> None:
    answer = ask(owner_client, "check-availability/", feature="fortune_telling")
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["feature"])


@pytest.mark.usefixtures("_agreed")
def test_a_switched_off_feature_is_not_available(shop: Shop, owner_client: APIClient) -> None:
    make_lot(shop.id)
    FeatureSetting.objects.create(feature="report_narrative", enabled=False)
    body = ask(owner_client, "check-availability/", feature="report_narrative").json()
    assert (body["available"], body["reason"]) == (False, "ai_disabled")


def test_with_ai_switched_off_the_balance_can_still_be_read(shop: Shop, owner_client: APIClient, settings: Any) -> None:
    settings.AI_FEATURES_ENABLED = False
    make_lot(shop.id, "4.00")
    assert ask(owner_client, "credits/balance/").json()["balance"] == 4.0
    assert ask(owner_client, "check-availability/", feature="report_narrative").json()["reason"] == "ai_disabled"


def test_alerts_are_listed_the_latest_first(shop: Shop, owner_client: APIClient) -> None:
    make_lot(shop.id, "11.00")
    spend(shop, "2.00")
    spend(shop, "9.00")
    rows = ask(owner_client, "alerts/").json()["results"]
    assert [(row["alert_type"], row["current_balance"], row["threshold"]) for row in rows] == [
        ("depleted", 0.0, 0.0),
        ("low_balance", 9.0, 10.0),
    ]


def test_the_stored_account_of_a_business_is_made_on_first_use(shop: Shop) -> None:
    make_lot(shop.id)
    assert BusinessAICredits.objects.filter(pk=shop.id).count() == 1


def test_without_consent_nothing_is_available(shop: Shop, owner_client: APIClient) -> None:
    make_lot(shop.id)
    body = ask(owner_client, "check-availability/", feature="report_narrative").json()
    assert (body["available"], body["reason"], body["has_credits"]) == (False, "consent_required", True)


@pytest.mark.usefixtures("_agreed")
def test_a_used_up_budget_is_why_nothing_is_available(shop: Shop, owner_client: APIClient) -> None:
    make_lot(shop.id)
    spend(shop, cost="10.00")
    assert ask(owner_client, "check-availability/", feature="report_narrative").json()["reason"] == "budget_exceeded"


def test_the_balance_shows_the_monthly_add_on(shop: Shop, owner_client: APIClient) -> None:
    AIMonthlyAddon.objects.create(
        business_id=shop.id,
        monthly_price=Decimal(50),
        monthly_credits=Decimal(100),
        payment_method="card",
        status="active",
        next_renewal_date=dt.date(2027, 1, 5),
    )
    body = ask(owner_client, "credits/balance/").json()
    assert body["has_monthly_addon"] is True
    assert body["monthly_addon_details"] == {"price": 50.0, "credits": 100.0, "next_renewal": "2027-01-05"}
