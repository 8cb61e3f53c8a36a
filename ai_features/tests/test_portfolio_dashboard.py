"""The portfolio dashboard: figures that add up, a score that moves the right way, words that are ours or checked."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from accounts.tests.builders import make_storefront
from ai_features.tests.builders import agree, make_lot
from ai_features.tests.debts import make_overdue, make_payer
from ai_features.tests.stubs.openai import OpenAIStub, Step
from conftest import Shop
from reports import portfolio
from reports.tests.builders import make_debtor
from sales import queries

PATH = "/ai/api/portfolio/dashboard/"
EARLY = (-5, -3, -4, -2, -6, -5, -3)


@pytest.fixture
def open_shop(shop: Shop) -> Shop:
    agree(shop.caller)
    make_lot(shop.business.pk, "90.00")
    return shop


def ask(client: APIClient, status: int = 200) -> Any:
    answer = client.get(PATH)
    assert answer.status_code == status, answer.content
    return answer.json()


def trade(shop: Shop) -> None:
    """A prompt payer near the limit, a slow one far overdue, and one without a limit."""
    prompt, _ = (make_payer(shop, name, EARLY, amount="300", credit_limit=1000) for name in ("Prompt", "Quick"))
    make_overdue(prompt, "700.00", -5)
    make_overdue(make_payer(shop, "Slow", [30, 40, 45, 50], credit_limit=1000), "1500.00", 95)
    make_overdue(make_debtor(shop.business, "No limit"), "250.00", 10)


def test_the_figures_equal_the_ledger(open_shop: Shop, owner_client: APIClient) -> None:
    trade(open_shop)
    metrics = ask(owner_client)["key_metrics"]
    rows = list(queries.customer_balances(open_shop.business.pk))
    assert Decimal(metrics["total_outstanding"]) == sum(row.outstanding for row in rows) == 2450
    assert Decimal(metrics["overdue_amount"]) == sum(row.overdue for row in rows) == 1750
    assert metrics["total_credit_extended"] == "3000.00"
    assert metrics["overdue_percentage"] == 71.4
    assert metrics["default_risk_amount"] == "1500.00"


def test_risks_and_opportunities_carry_computed_amounts_and_our_words(open_shop: Shop, owner_client: APIClient) -> None:
    trade(open_shop)
    body = ask(owner_client)
    risks = {entry["amount"]: entry["risk"] for entry in body["ai_insights"]["biggest_risks"]}
    assert set(risks) == {"1500.00", "500.00", "250.00"}
    assert "GHS 500.00" in risks["500.00"]
    (raise_limits, *_) = body["ai_insights"]["opportunities"]
    assert raise_limits["potential_revenue"].endswith("/month")
    assert body["top_debtors"][0]["name"] == "Slow"
    assert "GHS 2,450.00" in body["ai_executive_summary"]
    assert (body["credits_used"], body["portfolio_health"]["status"]) == (5.0, "HIGH_RISK")


def test_a_shop_whose_customers_pay_scores_higher_than_one_whose_do_not(
    open_shop: Shop, owner_client: APIClient, other_shop: Shop
) -> None:
    for shop, lateness, days in ((open_shop, [-5, -3, 0, 0], -5), (other_shop, [40, 50, 60, 30], 100)):
        for _ in range(4):
            make_overdue(make_payer(shop, "", lateness), "100.00", days)
    good, bad = (portfolio.of_business(shop.business.pk) for shop in (open_shop, other_shop))
    assert good.now.score > 70 > bad.now.score
    assert (good.status, bad.status) == ("EXCELLENT", "CRITICAL")


def test_debts_that_grew_old_in_the_last_month_make_the_trend_worse(open_shop: Shop) -> None:
    for _ in range(3):
        make_overdue(make_payer(open_shop, "", [0, 0, 0]), "500.00", 25)
    found = portfolio.of_business(open_shop.business.pk)
    assert found.trend == "DETERIORATING"
    assert found.before.overdue == 0
    assert found.now.overdue == 1500


@pytest.mark.parametrize(
    ("score", "status"),
    [
        (85, "EXCELLENT"),
        (84, "GOOD"),
        (70, "GOOD"),
        (69, "MODERATE_RISK"),
        (50, "MODERATE_RISK"),
        (49, "HIGH_RISK"),
        (30, "HIGH_RISK"),
        (29, "CRITICAL"),
        (0, "CRITICAL"),
    ],
)
def test_the_status_has_the_stated_borders(score: int, status: str) -> None:
    assert next(name for least, name in portfolio.STATUSES if score >= least) == status


def test_a_shop_that_never_sold_on_account_has_nothing_to_report(open_shop: Shop, owner_client: APIClient) -> None:
    body = ask(owner_client)
    assert (body["credits_used"], body["portfolio_health"]["overall_score"]) == (0.0, None)
    assert "No customer has bought on account" in body["ai_executive_summary"]


def test_a_shop_where_everyone_has_paid_is_well(open_shop: Shop, owner_client: APIClient) -> None:
    make_payer(open_shop, "", [0, 0, -3])
    body = ask(owner_client)
    assert "Nobody owes you anything" in body["ai_executive_summary"]
    assert (body["ai_insights"]["biggest_risks"], body["key_metrics"]["overdue_percentage"]) == ([], None)


def test_the_same_dashboard_again_comes_from_the_cache_and_a_payment_makes_a_new_one(
    open_shop: Shop, owner_client: APIClient
) -> None:
    trade(open_shop)
    used = [ask(owner_client)["credits_used"], ask(owner_client)["credits_used"]]
    make_overdue(make_debtor(open_shop.business), "10.00", 3)
    assert [*used, ask(owner_client)["credits_used"]] == [5.0, 0.0, 5.0]


def test_one_model_call_and_no_name_phone_or_email(
    open_shop: Shop, owner_client: APIClient, openai: OpenAIStub
) -> None:
    trade(open_shop)
    make_overdue(make_debtor(open_shop.business, "Akosua Zigah", phone="+233245550001", email="a@zigah.gh"), "9", 5)
    body = ask(owner_client)
    assert (len(openai.calls), body["degraded"]) == (1, False)
    assert not [secret for secret in ("Akosua", "Zigah", "245550001", "Prompt", "Slow") if f'"{secret}' in openai.sent]


def test_a_model_that_fails_leaves_our_words_free(open_shop: Shop, owner_client: APIClient, openai: OpenAIStub) -> None:
    trade(open_shop)
    openai.always(Step(status=400))
    body = ask(owner_client)
    assert (body["degraded"], body["credits_used"]) == (True, 0.0)
    assert len(body["ai_insights"]["biggest_risks"]) == 4


def test_cashiers_and_strangers_may_not_look(open_shop: Shop, cashier_client: APIClient, client: APIClient) -> None:
    ask(cashier_client, 403)
    ask(client, 401)


def test_another_business_is_not_counted(open_shop: Shop, owner_client: APIClient, other_shop: Shop) -> None:
    trade(other_shop)
    assert ask(owner_client)["key_metrics"]["total_outstanding"] == "0.00"


def test_the_facts_take_the_same_queries_for_few_and_for_many(open_shop: Shop) -> None:
    counts = []
    for number in (1, 8):
        for _ in range(number):
            trade(open_shop)
        with CaptureQueriesContext(connection) as made:
            portfolio.of_business(open_shop.business.pk)
        counts.append(len(made))
    assert counts[0] == counts[1] == 5


def test_one_storefront_can_be_looked_at_alone(open_shop: Shop, owner_client: APIClient) -> None:
    other = make_storefront(open_shop.business, "Other shop")
    make_overdue(make_debtor(open_shop.business), "100.00", 5)
    make_overdue(make_debtor(open_shop.business), "30.00", 5, storefront=other)
    answer = owner_client.get(f"{PATH}?storefront_id={other.pk}")
    assert answer.json()["key_metrics"]["total_outstanding"] == "30.00"
