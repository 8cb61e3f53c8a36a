"""Questions through `query/`, billed and worded, against the aggregate a person would write on the same connection."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from dateutil.relativedelta import relativedelta
from django.core.cache import cache
from django.db import connection
from knox.models import AuthToken
from rest_framework.test import APIClient

from accounts.models import Membership
from accounts.tests.builders import caller_of, make_business, make_member
from ai_features.services import AIBillingService
from ai_features.services.consent import give_consent
from benchmarks.million import fill
from benchmarks.timing import paired_medians, say, say_pair
from common import clock

ROUNDS = 15
SIZES = (100_000, 1_000_000)
TOTAL = """SELECT sum(revenue) FROM sales_saleline
           WHERE business_id = %s AND sold_at >= %s AND sold_at < %s"""
TOP_PRODUCTS = """SELECT p.name, t.revenue FROM (
                      SELECT product_id, sum(revenue) AS revenue FROM sales_saleline
                      WHERE business_id = %s AND sold_at >= %s AND sold_at < %s
                      GROUP BY product_id ORDER BY revenue DESC LIMIT 10) t
                  JOIN inventory_product p ON p.id = t.product_id"""
BY_MONTH = """SELECT date_trunc('month', sold_at), sum(revenue) - sum(cost) FROM sales_saleline
              WHERE business_id = %s AND sold_at >= %s AND sold_at < %s GROUP BY 1 ORDER BY 1"""


def run() -> None:
    """Print each question's medians at both sizes; the aim is 1.3 times the SQL plus 10 ms."""
    owner = make_member(make_business("Bench Stores"))
    client = _client(owner)
    this_month = clock.today().replace(day=1)
    last_month = (this_month - relativedelta(months=1), this_month)
    this_year = (clock.today().replace(month=1, day=1), clock.today() + dt.timedelta(days=1))
    questions = [
        ("total sales last month", TOTAL, last_month),
        ("top 10 products by revenue last month", TOP_PRODUCTS, last_month),
        ("profit by month this year", BY_MONTH, this_year),
    ]
    for lines in SIZES:
        fill(owner.business_id, lines)
        say(f"  {f'{lines:,} lines':<46} {'query/':>12} {'hand SQL':>12}")
        for text, sql, (start, end) in questions:
            values = [owner.business_id, clock.start_of(start), clock.start_of(end)]
            ours, baseline = paired_medians(_asked(client, text), _selected(sql, values), ROUNDS)
            say_pair(text, ours, baseline)
            say(f"  {'':<46} aim: under {baseline * 1300 + 10:.1f} ms")


def _client(owner: Membership) -> APIClient:
    give_consent(caller_of(owner))
    AIBillingService.grant(business_id=owner.business_id, credits=Decimal(100_000), source="grant", reason="benchmark")
    _, token = AuthToken.objects.create(user=owner.user)
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Token {token}")
    return client


def _asked(client: APIClient, text: str) -> Callable[[], None]:
    def ask() -> None:
        cache.clear()  # each question is computed anew
        answer = client.post("/ai/api/query/", {"query": text}).json()
        assert answer.get("credits_used") == 0.5, answer

    return ask


def _selected(sql: str, values: list[Any]) -> Callable[[], None]:
    def select() -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            assert cursor.fetchall()

    return select
