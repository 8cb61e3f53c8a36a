"""Hold plus settle, for one hot business and for a hundred, against pgbench running the bare statements.

Both sides take turns on the same server, each with as many clients; each figure is a median over the turns.
"""

import multiprocessing
import os
import random
import re
import statistics
import subprocess
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import connection, connections

from benchmarks.timing import say

CLIENTS, SECONDS, ROUNDS = 4, 3, 5
SCRIPT = Path(__file__).with_suffix(".sql")
CREDITS = Decimal(10_000_000)


def run() -> None:
    """Print operations a second of both and their ratio."""
    settings.AI_BUDGET_CAPS = dict.fromkeys(settings.AI_BUDGET_CAPS, Decimal(1_000_000))
    say(f"  {CLIENTS} clients, median of {ROUNDS} turns of {SECONDS} s; operations a second, one = hold + settle")
    for businesses in (1, 100):
        _make_accounts(businesses)
        turns = [(_ours(businesses), _bare(businesses)) for _ in range(ROUNDS)]
        ours, bare = (statistics.median(turn[side] for turn in turns) for side in (0, 1))
        ratio = statistics.median(one / other for one, other in turns)
        what = "one hot business" if businesses == 1 else f"{businesses} businesses"
        say(f"  {what:<26} ours {ours:>7.0f}   pgbench {bare:>7.0f}   × {ratio:.2f}")
        _check(businesses)


def _make_accounts(businesses: int) -> None:
    """Businesses whose ids, and whose lots' ids, are the numbers that the script draws."""
    from accounts.models import Business
    from ai_features.models import CreditLot
    from ai_features.services import AIBillingService

    for number in range(1, businesses + 1):
        key = _key(number)
        _, made = Business.objects.get_or_create(pk=key, defaults={"name": f"Business {number}"})
        if made:
            lot = AIBillingService.grant(business_id=key, credits=CREDITS, source=CreditLot.Source.GRANT)
            _rename_lot(lot.pk, key)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _rename_lot(old: UUID, new: UUID) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        cursor.execute(
            "WITH moved AS (UPDATE ai_features_ledgerentry SET lot_id = %s WHERE lot_id = %s) "
            "UPDATE ai_features_creditlot SET id = %s WHERE id = %s",
            [new, old, new, old],
        )


def _key(number: int) -> UUID:
    return UUID(f"{number:0>32}")


def _ours(businesses: int) -> float:
    connections.close_all()
    connection.close_pool()  # type: ignore[attr-defined]
    context = multiprocessing.get_context("fork")
    start, done = context.Barrier(CLIENTS), context.Queue()
    workers = [context.Process(target=_work, args=(businesses, seed, start.wait, done.put)) for seed in range(CLIENTS)]
    for worker in workers:
        worker.start()
    total: float = sum(done.get() for _ in workers)
    for worker in workers:
        worker.join()
    return total


def _work(businesses: int, seed: int, start: Callable[[], object], done: Callable[[float], object]) -> None:
    from ai_features.services import AIBillingService
    from ai_features.services.billing import UsageRecord

    chance = random.Random(seed)  # noqa: S311
    record = UsageRecord(
        outcome="answered",
        model="gpt-6-luna",
        tokens_in=900,
        tokens_out=100,
        unit_price={"input": "0.25", "output": "2.00"},
        cost_usd=Decimal("0.000425"),
        cost_ghs=Decimal("0.01"),
        milliseconds=800,
    )

    def once() -> None:
        placed = AIBillingService.hold(
            business_id=_key(chance.randint(1, businesses)),
            user_id=None,
            feature="natural_language_query",
            credits=Decimal("0.50"),
            worst_cost_ghs=Decimal("0.02"),
        )
        AIBillingService.settle(placed.pk, record=record)

    once()
    start()
    began, count = time.perf_counter(), 0
    while (spent := time.perf_counter() - began) < SECONDS:
        once()
        count += 1
    done(count / spent)


def _bare(businesses: int) -> float:
    server = connection.settings_dict
    command = ["pgbench", "--no-vacuum", f"--client={CLIENTS}", f"--jobs={CLIENTS}", f"--time={SECONDS}"]
    command += [f"--define=businesses={businesses}", f"--file={SCRIPT}"]
    where = {"PGHOST": server["HOST"], "PGPORT": str(server["PORT"] or 5432), "PGUSER": server["USER"]}
    secret = {"PGPASSWORD": server["PASSWORD"], "PGDATABASE": server["NAME"]}
    said = subprocess.run(  # noqa: S603
        command, env=os.environ | where | secret, capture_output=True, text=True, check=True
    ).stdout
    found = re.search(r"tps = ([\d.]+)", said)
    assert found, said
    return float(found.group(1))


def _check(businesses: int) -> None:
    """The bare statements did the same work: the books are right after both."""
    from ai_features.queries import audit

    for number in range(1, businesses + 1):
        assert audit.discrepancies(_key(number)) == []
