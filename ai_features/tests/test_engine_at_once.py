"""Many AI requests at the same moment, on servers that can prove it."""

import shutil
import socket
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection, connections
from pytest_django.fixtures import Settings

from ai_features import engine
from ai_features.models import AITransaction, BusinessAICredits, LedgerEntry
from ai_features.services.billing import AIBillingService
from ai_features.tests.builders import agree, make_lot
from ai_features.tests.stubs.openai import OpenAIStub, Step
from ai_features.tests.toy import TOY
from common.errors import DomainError
from conftest import Shop
from sales.tests.builders import make_customer

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]
NOTHING = Decimal(0)
UNLIMITED = {"requests_per_minute": 10_000, "requests_per_hour": 10_000, "requests_per_day": 10_000}


@pytest.fixture
def busy_shop(transactional_db: None, shop: Shop, settings: Settings) -> Shop:
    settings.AI_RATE_LIMITS = UNLIMITED
    settings.AI_FREE_TRIAL_CREDITS = Decimal(5)
    agree(shop.caller)
    make_customer(shop.business, "Esi Quartey")
    return shop


def at_once(number: int, work: Callable[[int], Any]) -> list[Any]:
    """`work(0)` … `work(number - 1)`, all begun at the same moment; an error is its code."""
    barrier = threading.Barrier(number)

    def one(index: int) -> Any:
        try:
            barrier.wait()
            return work(index)
        except DomainError as refused:
            return refused.code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(number) as pool:
        return list(pool.map(one, range(number)))


def books(shop: Shop) -> tuple[Decimal, Decimal, Decimal]:
    account = BusinessAICredits.objects.get(business=shop.business)
    entries = LedgerEntry.objects.filter(business=shop.business)
    return account.balance, account.held, sum((entry.credits for entry in entries), Decimal(0))


@pytest.mark.parametrize("provider", ["offline", "openai"])
def test_fifty_questions_at_once_against_five_credits_charge_exactly_ten(
    provider: str, busy_shop: Shop, openai: OpenAIStub, settings: Settings
) -> None:
    settings.AI_PROVIDER = provider
    openai.always(Step(seconds=0.2))
    answers = at_once(50, lambda n: engine.run(TOY, busy_shop.caller, {"query": f"who owes more than {n}?"}))
    assert Counter(a if isinstance(a, str) else "answered" for a in answers) == {
        "answered": 10,
        "insufficient_credits": 40,
    }
    assert AITransaction.objects.filter(credits_used=Decimal("0.50")).count() == 10
    assert books(busy_shop) == (NOTHING, NOTHING, NOTHING)


def test_twenty_equal_questions_at_once_make_one_call_and_one_charge(busy_shop: Shop, openai: OpenAIStub) -> None:
    openai.always(Step(seconds=0.3))
    answers = at_once(20, lambda n: engine.run(TOY, busy_shop.caller, {"query": "who owes?"}))
    assert len(openai.calls) == 1
    assert sorted(a["credits_used"] for a in answers) == [0] * 19 + [0.5]
    assert {a["answer"] for a in answers} == {"Look at Esi Quartey."}
    assert books(busy_shop)[0] == Decimal("4.50")


def test_twenty_equal_questions_to_a_broken_model_make_one_call_and_no_charge(
    busy_shop: Shop, openai: OpenAIStub
) -> None:
    openai.always(Step(status=401, seconds=0.3))
    answers = at_once(20, lambda n: engine.run(TOY, busy_shop.caller, {"query": "who owes?"}))
    assert all(a["degraded"] for a in answers)
    assert len(openai.calls) == 1
    assert books(busy_shop)[0] == 5


def test_no_connection_is_held_while_the_model_works(busy_shop: Shop, openai: OpenAIStub) -> None:
    openai.always(Step(seconds=3))
    before = connections_in_use()
    asked = threading.Thread(
        target=at_once, args=(8, lambda n: engine.run(TOY, busy_shop.caller, {"query": f"question {n}"}))
    )
    asked.start()
    while len(openai.calls) < 8:
        time.sleep(0.01)
    given_up = time.monotonic() + 2  # the eight wait for the model longer than that
    while connections_in_use() > before and time.monotonic() < given_up:
        time.sleep(0.01)
    in_use = connections_in_use()
    asked.join()
    assert in_use == before


def connections_in_use() -> int:
    stats = connection.pool.get_stats()  # type: ignore[attr-defined]
    return int(stats["pool_size"] - stats["pool_available"])


def test_the_rate_limit_holds_for_requests_at_once(busy_shop: Shop, settings: Settings) -> None:
    settings.AI_RATE_LIMITS = {**UNLIMITED, "requests_per_minute": 4}
    answers = at_once(16, lambda n: engine.run(TOY, busy_shop.caller, {"query": f"question {n}"}))
    assert Counter(isinstance(a, dict) for a in answers) == {True: 4, False: 12}


@pytest.fixture
def own_redis(settings: Settings) -> Iterator[subprocess.Popen[bytes]]:
    """A Redis server of this test alone, which it may stop."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(  # noqa: S603
        [shutil.which("redis-server") or "redis-server", "--port", str(port), "--save", "", "--appendonly", "no"],
        stdout=subprocess.DEVNULL,
    )
    url = f"redis://127.0.0.1:{port}/0"
    options = {"SOCKET_CONNECT_TIMEOUT": 1, "SOCKET_TIMEOUT": 1}
    settings.REDIS_URL = url
    settings.CACHES = {
        "default": {"BACKEND": "common.resilient_cache.ResilientRedisCache", "LOCATION": url, "OPTIONS": options}
    }
    while socket.socket().connect_ex(("127.0.0.1", port)):
        time.sleep(0.02)
    yield server
    server.kill()
    server.wait()


@pytest.mark.redis
def test_with_redis_stopped_in_mid_run_answers_go_on_and_balances_are_exact(
    own_redis: subprocess.Popen[bytes], busy_shop: Shop, openai: OpenAIStub
) -> None:
    def ask(n: int) -> Any:
        return engine.run(TOY, busy_shop.caller, {"query": f"question {n}"})

    assert [ask(n)["credits_used"] for n in (1, 2)] == [0.5, 0.5]
    assert ask(1)["cached"] is True
    own_redis.kill()
    own_redis.wait()
    assert [ask(n)["credits_used"] for n in (3, 4, 1)] == [0.5, 0.5, 0.5]
    assert books(busy_shop) == (Decimal("2.50"), NOTHING, Decimal("2.50"))


@pytest.mark.redis
def test_with_redis_killed_while_requests_are_under_way_each_is_answered_and_charged_once(
    own_redis: subprocess.Popen[bytes], busy_shop: Shop, openai: OpenAIStub
) -> None:
    make_lot(busy_shop.business.pk, "15.00")
    openai.always(Step(seconds=0.3))

    def ask(n: int) -> Any:
        if n == 0:
            while len(openai.calls) < 6:
                time.sleep(0.01)
            own_redis.kill()
            own_redis.wait()
        return [engine.run(TOY, busy_shop.caller, {"query": f"question {n} {turn}"}) for turn in range(3)]

    answers = [body for bodies in at_once(8, ask) for body in bodies]
    assert Counter((body["credits_used"], body["degraded"]) for body in answers) == {(0.5, False): 24}
    assert AITransaction.objects.filter(credits_used=Decimal("0.50")).count() == 24
    assert books(busy_shop) == (Decimal("8.00"), NOTHING, Decimal("8.00"))


@pytest.mark.redis
def test_with_redis_stopped_this_process_counts_on_its_own(
    own_redis: subprocess.Popen[bytes], busy_shop: Shop, settings: Settings
) -> None:
    settings.AI_RATE_LIMITS = {**UNLIMITED, "requests_per_minute": 2}
    own_redis.kill()
    own_redis.wait()
    outcomes = at_once(5, lambda n: engine.run(TOY, busy_shop.caller, {"query": f"question {n}"}))
    assert Counter(isinstance(o, dict) for o in outcomes) == {True: 2, False: 3}
    assert AIBillingService.get_credit_balance(busy_shop.business.pk) == 4
