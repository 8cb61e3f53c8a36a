"""Reports in words: every report, what is charged, and a report that is whole when the words are refused."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from rest_framework.test import APIClient

from ai_features.tests.builders import agree, make_hold
from ai_features.tests.debts import make_overdue
from ai_features.tests.stubs.openai import OpenAIStub, Step
from common import clock
from conftest import Shop
from inventory.models import Batch, StockMovement
from reports.catalogue import REPORTS
from reports.tests.builders import make_debtor
from reports.tests.trade import sell, stock
from sales.services import open_till, record_expense

PATHS = [report.path for report in REPORTS]


@pytest.fixture
def open_shop(shop: Shop) -> Shop:
    """A shop with trade in the last thirty days and in the thirty before, whose owner has agreed."""
    agree(shop.caller)
    today = clock.today()
    for days, price in ((3, "40.00"), (10, "50.00"), (40, "20.00")):
        sale = sell(
            shop.storefront,
            f"Rice {days}",
            2,
            price,
            on=today - dt.timedelta(days=days),
            cost="6.00",
            customer="Akosua Zigah",
            staff=shop.owner,
            category="Food",
        )
        product = sale.lines.get().product
        stock(product, shop.storefront, 10)
        StockMovement.objects.create(
            business=shop.business,
            product=product,
            storefront=shop.storefront,
            kind="sale",
            quantity=-2,
            balance_after=10,
            at=clock.now(),
        )
    Batch.objects.create(
        business=shop.business,
        product=product,
        storefront=shop.storefront,
        quantity=10,
        unit_cost=6,
        expires_on=today + dt.timedelta(days=9),
    )
    make_overdue(make_debtor(shop.business, "Kofi Zigah"), "70.00", 20)
    open_till(shop.caller, storefront_id=shop.storefront.pk, till="Front")
    record_expense(shop.caller, category="rent", amount=Decimal("90.00"), method="bank")
    return shop


def ask(client: APIClient, path: str, query: str = "?narrative=1") -> Any:
    answer = client.get(f"/reports/api/{path}/{query}")
    assert answer.status_code == 200, answer.content
    return answer.json()


@pytest.mark.parametrize("path", PATHS)
def test_every_report_has_its_words_for_a_fifth_of_a_credit(
    open_shop: Shop, owner_client: APIClient, path: str
) -> None:
    body = ask(owner_client, path)
    narrative = body["ai_narrative"]
    assert set(narrative) == {"summary", "key_insights", "recommendations", "risk_factors", "trends"}
    assert narrative["summary"]
    assert narrative["key_insights"]
    assert "{" not in str(narrative["summary"]) + str(narrative["key_insights"])
    assert (body["credits_used"], body["results"] != []) == (0.2, True)


def test_the_words_speak_of_the_reports_own_figures(open_shop: Shop, owner_client: APIClient) -> None:
    body = ask(owner_client, "sales/summary")
    assert body["summary"]["revenue"] == "180.00"
    assert "GHS 180.00, up 350% against the days before" in body["ai_narrative"]["summary"]
    (revenue, *_) = body["ai_narrative"]["trends"]
    assert (revenue["metric"], revenue["direction"], revenue["change_percentage"]) == ("Sales", "up", 350.0)


def test_the_same_words_again_are_free_and_without_them_nothing_is_charged(
    open_shop: Shop, owner_client: APIClient
) -> None:
    used = [ask(owner_client, "sales/summary")["credits_used"] for _ in range(2)]
    plain = ask(owner_client, "sales/summary", "")
    assert used == [0.2, 0.0]
    assert "credits_used" not in plain
    assert "ai_narrative" not in plain


def test_an_empty_report_has_nothing_to_put_into_words(open_shop: Shop, owner_client: APIClient) -> None:
    body = ask(owner_client, "sales/summary", "?narrative=1&from=2001-01-01&to=2001-01-31")
    assert (body["credits_used"], body["ai_narrative"]["key_insights"]) == (0.0, [])


def test_when_the_words_are_refused_the_report_is_whole(shop: Shop, owner_client: APIClient) -> None:
    sell(shop.storefront, "Rice", 1, "40.00", on=clock.today())
    body = ask(owner_client, "sales/summary")
    assert (body["ai_narrative"], body["ai_error"]["error"]) == (None, "consent_required")
    assert body["summary"]["revenue"] == "40.00"


def test_without_credits_the_report_is_whole_and_says_why(open_shop: Shop, owner_client: APIClient) -> None:
    make_hold(open_shop.business.pk, "10.00")
    body = ask(owner_client, "sales/summary")
    assert body["ai_error"]["error"] == "insufficient_credits"
    assert body["results"]


@pytest.mark.parametrize("path", ["customer/top", "staff/performance", "financial/ar-aging"])
def test_the_model_sees_no_customer_and_no_staff(
    open_shop: Shop, owner_client: APIClient, openai: OpenAIStub, path: str
) -> None:
    body = ask(owner_client, path)
    assert (body["degraded"], len(openai.calls)) == (False, 1)
    assert not [name for name in ("Akosua", "Kofi", "Zigah", open_shop.owner.name) if name in openai.sent]


def test_a_model_that_fails_leaves_our_words_free(open_shop: Shop, owner_client: APIClient, openai: OpenAIStub) -> None:
    openai.always(Step(status=400))
    body = ask(owner_client, "sales/summary")
    assert (body["degraded"], body["credits_used"]) == (True, 0.0)
    assert body["ai_narrative"]["summary"]
