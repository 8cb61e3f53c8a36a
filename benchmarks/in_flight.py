"""Two hundred requests in flight against a model that takes two seconds: 2 workers of 100 threads, 20 connections each.

Were a connection held while the model works, most of them would wait for one, and time out.
"""

import os
import socket
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from decimal import Decimal

import requests
from django.db import connection
from knox.models import AuthToken

from accounts.tests.builders import caller_of, make_business, make_member, make_storefront
from ai_features.models import BusinessAICredits
from ai_features.services.billing import AIBillingService
from ai_features.services.consent import give_consent
from benchmarks.timing import say

IN_FLIGHT, WORKERS, THREADS, CONNECTIONS, MODEL_SECONDS = 200, 2, 100, 20, 2.0
PATH = "/ai/api/products/generate-description/"


def run() -> None:
    """Print how many were answered and how long they took; raises when one was not, or a hold was left open."""
    business = make_business()
    owner = make_member(business)
    make_storefront(business)
    give_consent(caller_of(owner))
    AIBillingService.grant(business_id=business.pk, credits=Decimal(1000), source="grant")
    _, token = AuthToken.objects.create(user=owner.user)
    with _model() as model, _web(model) as web:
        _all_at_once(web, token, 4)
        started = time.perf_counter()
        answers = _all_at_once(web, token, IN_FLIGHT)
        seconds = time.perf_counter() - started
    statuses = Counter(status for status, _ in answers)
    times = sorted(took for _, took in answers)
    say(f"  {IN_FLIGHT} at once, a model of {MODEL_SECONDS:.0f} s: {dict(statuses)} in {seconds:.1f} s")
    say(f"  each took {statistics.median(times):.1f} s (median), {times[-1]:.1f} s at most")
    account = BusinessAICredits.objects.get(business=business)
    assert statuses == {200: IN_FLIGHT}, statuses
    assert account.held == 0, account
    assert account.total_used == Decimal(IN_FLIGHT + 4) / 10, account


def _all_at_once(web: str, token: str, number: int) -> list[tuple[int, float]]:
    def one(index: int) -> tuple[int, float]:
        body = {"product_name": f"Soap {number} {index}", "attributes": {"weight": "400 g"}}
        started = time.perf_counter()
        answer = requests.post(web + PATH, json=body, headers={"Authorization": f"Token {token}"}, timeout=120)
        free = answer.status_code == 200 and answer.json()["degraded"]
        return (0 if free else answer.status_code), time.perf_counter() - started

    with ThreadPoolExecutor(number) as pool:
        return list(pool.map(one, range(number)))


@contextmanager
def _model() -> Iterator[str]:
    command = [sys.executable, "-m", "ai_features.tests.stubs.openai", "--port", "0", "--seconds", str(MODEL_SECONDS)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603
    assert process.stdout
    try:
        yield process.stdout.readline().split()[0].removeprefix("OPENAI_BASE_URL=")
    finally:
        process.terminate()
        process.wait()


@contextmanager
def _web(model: str) -> Iterator[str]:
    """gunicorn on a free port, on the benchmark's own database."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = connection.settings_dict
    secret = f":{own['PASSWORD']}" if own["PASSWORD"] else ""
    environment = os.environ | {
        "DATABASE_URL": f"postgres://{own['USER']}{secret}@{own['HOST']}:{own['PORT'] or 5432}/{own['NAME']}",
        "DATABASE_POOL_SIZE": str(CONNECTIONS),
        "AI_PROVIDER": "openai",
        "OPENAI_BASE_URL": model,
        "OPENAI_API_KEY": "sk-local",
        "AI_BUDGET_BUSINESS_DAILY": "100000",
        "AI_BUDGET_BUSINESS_MONTHLY": "100000",
    }
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "app.wsgi",
        "--bind",
        f"127.0.0.1:{port}",
        "--workers",
        str(WORKERS),
        "--threads",
        str(THREADS),
        "--timeout",
        "120",
        "--log-level",
        "error",
    ]
    process = subprocess.Popen(command, env=environment)  # noqa: S603
    try:
        _wait_for(f"http://127.0.0.1:{port}/healthz")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def _wait_for(address: str) -> None:
    for _ in range(300):
        try:
            if requests.get(address, timeout=1).ok:
                return
        except requests.RequestException:
            time.sleep(0.2)
    raise TimeoutError(f"{address} did not answer")
