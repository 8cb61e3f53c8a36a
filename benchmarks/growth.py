"""Reports and lists of a shop, and of one with ten times the lines and customers: what grows with history."""

import statistics
import time
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.core.cache import cache
from django.db import connection
from knox.models import AuthToken
from rest_framework.test import APIClient

from accounts.models import Membership, Storefront
from accounts.tests.builders import caller_of, make_business, make_member
from ai_features.services.billing import AIBillingService
from ai_features.services.consent import give_consent
from benchmarks.debts import fill_accounts
from benchmarks.million import fill
from benchmarks.timing import say
from common import clock

ROUNDS = 7
SIZES = ((100_000, 1_000), (1_000_000, 10_000))  # sale lines, customers on account
REPORTS = {
    "dashboard": "/ai/api/portfolio/dashboard/",
    "ageing": "/reports/api/financial/ar-aging/",
    "sales of this month": "/reports/api/sales/summary/?from={month}&to={today}",
    "top customers of this month": "/reports/api/customer/top/?from={month}&to={today}",
    "top customers of this year": "/reports/api/customer/top/?from={year}&to={today}",
    "staff, this month": "/reports/api/staff/performance/?from={month}&to={today}",
    "segmentation": "/reports/api/customer/segmentation/",
    "profit by month": "/reports/api/financial/revenue-profit/?from={year}&to={today}",
}
LISTS = {
    "sales, first page": "/sales/api/sales/?page_size=20",
    "sales, last page": "/sales/api/sales/?page_size=20&page={last}",
    "sales by number": "/sales/api/sales/?page_size=20&search=B-12345",
    "sales by customer's name": "/sales/api/sales/?page_size=20&search=account 777",
    "sales by words half the sales have": "/sales/api/sales/?page_size=20&search=account 77",
    "sales by a word nobody wrote": "/sales/api/sales/?page_size=20&search=qqqqq",
    "customers, first page": "/sales/api/customers/?page_size=20",
    "products, first page": "/inventory/api/products/?page_size=20",
}


def run() -> None:
    """Print each endpoint's median at both sizes and the ratio of the two."""
    shops = [_shop(lines, customers) for lines, customers in SIZES]
    say(f"  {'':<34} " + " ".join(f"{f'{lines:,} lines':>16}" for lines, _ in SIZES) + f" {'ratio':>8}")
    for name, path in (REPORTS | LISTS).items():
        small, large = _medians([_asked(client, _filled(path, lines)) for client, lines in shops])
        say(f"  {name:<34} {small * 1000:>13.1f} ms {large * 1000:>13.1f} ms   × {large / small:.2f}")


def _shop(lines: int, customers: int) -> tuple[APIClient, int]:
    owner = make_member(make_business(f"Bench {lines}"))
    give_consent(caller_of(owner))
    AIBillingService.grant(business_id=owner.business_id, credits=Decimal(100_000), source="grant")
    fill(owner.business_id, lines)
    fill_accounts(owner.business_id, Storefront.objects.of(owner.business_id)[0].pk, customers)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")  # as PostgreSQL does by itself, within minutes
    return _client_of(owner), lines


def _client_of(owner: Membership) -> APIClient:
    _, token = AuthToken.objects.create(user=owner.user)
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Token {token}")
    return client


def _filled(path: str, lines: int) -> str:
    today = clock.today()
    values = {"month": today.replace(day=1), "year": today.replace(month=1, day=1), "today": today}
    return path.format(**values, last=lines // 4 // 20)


def _asked(client: APIClient, path: str) -> Callable[[], Any]:
    def ask() -> None:
        cache.clear()
        answer = client.get(path)
        assert answer.status_code == 200, answer.content

    return ask


def _medians(calls: list[Callable[[], Any]]) -> list[float]:
    """Median seconds of each, taking turns, after a warm-up."""
    times: list[list[float]] = [[] for _ in calls]
    for turn in range(ROUNDS + 1):
        for call, kept in zip(calls, times, strict=True):
            started = time.perf_counter()
            call()
            if turn:
                kept.append(time.perf_counter() - started)
    return [statistics.median(kept) for kept in times]
