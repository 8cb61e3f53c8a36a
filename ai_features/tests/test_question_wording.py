"""How answers read: a ranking begins with its first, and what is more than the list is said to be."""

import re
from decimal import Decimal

import pytest

from ai_features.services.query_intelligence.service import QueryIntelligenceService
from ai_features.tests.questions import reckoning
from ai_features.tests.questions.shops import Trade
from common import clock, money

pytestmark = pytest.mark.django_db


def answer(trade: Trade, question: str) -> str:
    return str(QueryIntelligenceService(trade.business.pk).process_query(question)["answer"])


def test_the_best_customer_comes_first_and_the_whole_is_not_of_the_list(trade: Trade) -> None:
    bought = reckoning.by(trade, "revenue", "customer", "", reckoning.days("all", clock.today()), today=clock.today())
    best = max(bought, key=lambda name: bought[name])
    whole = sum(line.revenue for line in trade.lines)
    text = answer(trade, "who are my top 3 customers")
    assert text.startswith(f"{best} had the highest sales: {money.written(bought[best])}. Then ")
    assert f"All customers together: {money.written(Decimal(whole))}." in text


def test_a_list_of_all_there_is_has_a_plain_whole(trade: Trade) -> None:
    text = answer(trade, "sales by storefront last month")
    assert " In all: GHS " in text


def test_a_threshold_is_said_and_nothing_beyond_it_is_none(trade: Trade) -> None:
    text = answer(trade, "customers who bought more than 9,000,000 this year")
    assert text.startswith("No customer has sales above GHS 9,000,000.00 in ")


def test_a_comparison_with_days_before_the_records_says_so(trade: Trade) -> None:
    first = min(line.day for line in trade.lines)
    assert f"Records begin on {first:%A} {first.day} {first:%B %Y}, so " in answer(
        trade, f"sales in {first.year} compared to {first.year - 1}"
    )
    assert "Records begin" not in answer(trade, "sales last month compared to the month before")


def test_what_staff_sold_is_said_in_plain_words(trade: Trade) -> None:
    assert " rung up by Efua Sackey " in answer(trade, "how many sales did Efua make last month")


def test_a_share_comes_first(trade: Trade) -> None:
    assert re.match(
        r"[\d.]+% of sales in .+: GHS [\d,.]+ rung up by Efua", answer(trade, "Efua's share of sales last month")
    )


def test_what_is_not_recorded_says_why(trade: Trade) -> None:
    assert answer(trade, "how much should be in the till").endswith(": none, as no till is open.")


def test_all_goods_that_match_are_named(trade: Trade) -> None:
    assert "Gino Rice 25 kg, Royal Rice 5 kg." in answer(trade, "how many bags of rice do we have left")


def test_debts_by_their_age_are_told_each(trade: Trade) -> None:
    told = QueryIntelligenceService(trade.business.pk).process_query("debtors ageing")
    rows = told["data"]["rows"]
    assert len(rows) > 1
    assert all(str(row["lateness"]) in told["answer"] for row in rows)
    assert "highest" not in told["answer"]
