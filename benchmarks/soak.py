"""`make soak`: a mix of requests for twenty minutes against the project as it is served; memory, errors, latency.

Prints a line a minute. Exit 1 when a request failed, or when the workers' memory grew by more than a tenth from the end
of the first fifth to the end.
"""

import argparse
import itertools
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import requests

from benchmarks import own_database

PEOPLE, LINES, ACCOUNTS = 8, 100_000, 1_000
MOST_GROWTH = 1.1


@dataclass
class Minute:
    """Seconds of each request that was answered, and what went wrong."""

    seconds: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Person:
    """Somebody at work: where, with which token, and a body that sells."""

    url: str
    headers: dict[str, str]
    sale: dict[str, Any]

    def work(self) -> Iterator[requests.Response]:
        """A round of what a shop asks: sell, look, ask."""
        post, get = self._post, self._get
        yield post("/sales/api/sales/", self.sale)
        yield get("/sales/api/sales/?page_size=20")
        yield get("/inventory/api/products/?page_size=20")
        yield get("/sales/api/customers/?search=account 77")
        yield post("/ai/api/query/", {"query": "total sales last month"})
        yield get("/reports/api/financial/ar-aging/")
        yield get("/ai/api/portfolio/dashboard/")

    def _post(self, path: str, body: dict[str, Any]) -> requests.Response:
        return requests.post(self.url + path, json=body, headers=self.headers, timeout=60)

    def _get(self, path: str) -> requests.Response:
        return requests.get(self.url + path, headers=self.headers, timeout=60)


def main() -> int:
    parser = argparse.ArgumentParser(prog="make soak", description=__doc__)
    parser.add_argument("--minutes", type=int, default=20)
    minutes = parser.parse_args().minutes
    return own_database.run(lambda: _soak(minutes))


def _soak(minutes: int) -> int:
    from app.tests.serving import gunicorn
    from benchmarks.timing import say

    headers, sale = _shop()
    environment = {"DATABASE_URL": own_database.url(), "WEB_CONCURRENCY": "2", "WEB_MAX_REQUESTS": "10000000"}
    say(f"  {'minute':>6} {'requests':>9} {'failed':>7} {'median':>9} {'95 %':>9} {'memory':>9}")
    sizes, failures = [], 0
    with tempfile.TemporaryDirectory() as folder, gunicorn(Path(folder), **environment) as served:
        people = [Person(served.url, headers, sale)] * PEOPLE
        for number in range(1, minutes + 1):
            minute = _minute(people)
            sizes.append(_megabytes(served.process.pid))
            failures += len(minute.failures)
            say(f"  {number:>6} {_figures(minute)} {sizes[-1]:>6.0f} MB")
            for failure in minute.failures[:3]:
                say(f"         {failure}")
    first = sizes[max(0, len(sizes) // 5 - 1)]
    say(f"  memory × {sizes[-1] / first:.2f} since minute {max(1, len(sizes) // 5)}; {failures} failed")
    return int(failures > 0 or sizes[-1] > first * MOST_GROWTH)


def _figures(minute: Minute) -> str:
    cuts = statistics.quantiles(minute.seconds, n=20)
    count, failed = len(minute.seconds), len(minute.failures)
    return f"{count:>9} {failed:>7} {cuts[9] * 1000:>6.0f} ms {cuts[18] * 1000:>6.0f} ms"


def _minute(people: list[Person]) -> Minute:
    until, found = time.monotonic() + 60, Minute()
    with ThreadPoolExecutor(len(people)) as pool:
        list(pool.map(lambda person: _work(person, lambda: time.monotonic() < until, found), people))
    return found


def _work(person: Person, goes_on: Callable[[], bool], found: Minute) -> None:
    for answers in itertools.repeat(person.work):
        for answer in answers():
            found.seconds.append(answer.elapsed.total_seconds())
            if answer.status_code not in (200, 201):
                found.failures.append(f"{answer.request.path_url}: {answer.status_code} {answer.text[:120]}")
            if not goes_on():
                return


def _megabytes(master: int) -> float:
    """Resident memory of gunicorn's workers."""
    children = Path(f"/proc/{master}/task/{master}/children").read_text().split()
    return sum(int(Path(f"/proc/{child}/statm").read_text().split()[1]) * 4096 / 1e6 for child in children)


def _shop() -> tuple[dict[str, str], dict[str, Any]]:
    """A shop with a history and credits, its owner's headers, and the body of a sale."""
    from decimal import Decimal

    from knox.models import AuthToken

    from accounts.models import Storefront
    from accounts.tests.builders import caller_of, make_business, make_member
    from ai_features.services.billing import AIBillingService
    from ai_features.services.consent import give_consent
    from benchmarks.debts import fill_accounts
    from benchmarks.million import fill
    from inventory.tests.builders import make_product

    owner = make_member(make_business("Soak Stores"))
    fill(owner.business_id, LINES)
    storefront = Storefront.objects.of(owner.business_id)[0]
    fill_accounts(owner.business_id, storefront.pk, ACCOUNTS)
    give_consent(caller_of(owner))
    AIBillingService.grant(business_id=owner.business_id, credits=Decimal(1_000_000), source="grant")
    soap = make_product(owner.business, "Soap", retail_price=5, stock=1_000_000, storefront=storefront)
    sale = {
        "storefront_id": str(storefront.pk),
        "lines": [{"product_id": str(soap.pk), "quantity": "1"}],
        "payments": [{"method": "cash", "amount": "5"}],
    }
    return {"Authorization": f"Token {AuthToken.objects.create(user=owner.user)[1]}"}, sale


if __name__ == "__main__":
    sys.exit(main())
