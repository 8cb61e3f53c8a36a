"""Reports and lists of a shop, and of one with ten times the lines and customers: what grows with history.

Beside the median time stands the least processor time of web process and PostgreSQL, which a busy machine changes less.
PostgreSQL works without parallel workers, whose time would not be seen. What is open and who is on account grow
tenfold too.
"""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.core.cache import cache
from django.db import connection
from knox.models import AuthToken
from rest_framework.test import APIClient

from accounts.models import Membership, Storefront
from accounts.tests.builders import caller_of, make_business, make_member
from ai_features.services.billing import AIBillingService
from ai_features.services.consent import give_consent
from benchmarks.debts import INVOICES_EACH, fill_accounts
from benchmarks.million import LINES_PER_SALE, fill
from benchmarks.timing import say
from common import clock
from sales.services import day_totals

ROUNDS = 7


@dataclass(frozen=True)
class Cost:
    """Of one request: seconds until it was answered, and seconds of processor."""

    seconds: float
    processor: float


SIZES = ((100_000, 1_000), (1_000_000, 10_000))  # sale lines, customers on account
REPORTS = {
    "dashboard": "/ai/api/portfolio/dashboard/",
    "ageing": "/reports/api/financial/ar-aging/",
    "sales of this month": "/reports/api/sales/summary/?from={month}&to={today}",
    "top customers of this month": "/reports/api/customer/top/?from={month}&to={today}",
    "top customers of this year": "/reports/api/customer/top/?from={year}&to={today}",
    "staff, this month": "/reports/api/staff/performance/?from={month}&to={today}",
    "segmentation": "/reports/api/customer/segmentation/",
    "profit of this year by week": "/reports/api/financial/revenue-profit/?from={year}&to={today}&group_by=week",
}
LISTS = {
    "sales, first page": "/sales/api/sales/?page_size=20",
    "sales, page in the middle": "/sales/api/sales/?page_size=20&page={middle}",
    "sales, last page": "/sales/api/sales/?page_size=20&page={last}",
    "sales by number": "/sales/api/sales/?page_size=20&search=B-12345",
    "sales by customer's name": "/sales/api/sales/?page_size=20&search=account 777",
    "sales by words half the sales have": "/sales/api/sales/?page_size=20&search=account 77",
    "sales by a word nobody wrote": "/sales/api/sales/?page_size=20&search=qqqqq",
    "customers, first page": "/sales/api/customers/?page_size=20",
    "products, first page": "/inventory/api/products/?page_size=20",
}


def run() -> None:
    """Print each endpoint's median and its processor time at both sizes, and the ratios of the two."""
    shops = [_shop(lines, customers) for lines, customers in SIZES]
    with connection.cursor() as cursor:
        cursor.execute("SET max_parallel_workers_per_gather = 0")
    say(f"  {'':<34} " + " ".join(f"{f'{lines:,} lines':>28}" for lines, _ in SIZES) + f" {'ratios':>16}")
    for name, path in (REPORTS | LISTS).items():
        small, large = _costs([_asked(client, _filled(path, lines)) for client, lines in shops])
        figures = " ".join(
            f"{each.seconds * 1000:>11.1f} ms {each.processor * 1000:>11.1f} ms" for each in (small, large)
        )
        ratios = f"× {large.seconds / small.seconds:.2f}  × {large.processor / small.processor:.2f}"
        say(f"  {name:<34} {figures}   {ratios}")


def _shop(lines: int, customers: int) -> tuple[APIClient, int]:
    owner = make_member(make_business(f"Bench {lines}"))
    give_consent(caller_of(owner))
    AIBillingService.grant(business_id=owner.business_id, credits=Decimal(100_000), source="grant")
    fill(owner.business_id, lines)
    fill_accounts(owner.business_id, Storefront.objects.of(owner.business_id)[0].pk, customers)
    day_totals.close(owner.business_id)  # as the periodic job has, of any shop that sells for longer than a day
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
    sales = lines // LINES_PER_SALE + dict(SIZES)[lines] * INVOICES_EACH
    return path.format(**values, middle=sales // 40, last=-(-sales // 20))


def _asked(client: APIClient, path: str) -> Callable[[], Any]:
    def ask() -> None:
        cache.clear()
        answer = client.get(path)
        assert answer.status_code == 200, answer.content

    return ask


def _costs(calls: list[Callable[[], Any]]) -> list[Cost]:
    """Median seconds of each and its least processor time, taking turns, after a warm-up."""
    found: list[list[Cost]] = [[] for _ in calls]
    for turn in range(ROUNDS + 1):
        for call, kept in zip(calls, found, strict=True):
            processor, started = _processor(), time.perf_counter()
            call()
            if turn:
                kept.append(Cost(time.perf_counter() - started, _processor() - processor))
    return [
        Cost(statistics.median(each.seconds for each in kept), min(each.processor for each in kept)) for kept in found
    ]


def _processor() -> float:
    """Seconds that this process and its server process of PostgreSQL, on this machine, have worked."""
    connection.ensure_connection()
    server = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat").read_text().split()[0]
    return time.process_time() + int(server) / 1e9
