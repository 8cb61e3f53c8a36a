"""What a billed AI feature adds to a call of the SDK, all three against the same local OpenAI-compatible server.

(a) the SDK called directly; (b) a bare DRF view that calls it; (c) a feature with everything on: log-in, consent,
limits, facts, hold, prompt, checks, settlement, cache, asked by sixteen shops; (d) the same asked by one shop, whose
account is then locked by one request at a time. The server answers at once, so what is measured is our work.
"""

import itertools
import json
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

import openai
from django.conf import settings
from django.db import connections
from django.db.models import Sum
from knox.models import AuthToken
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.test import APIClient, APIRequestFactory
from rest_framework.views import APIView

from accounts.tests.builders import caller_of, make_business, make_member, make_storefront
from ai_features.feature import Facts
from ai_features.features.selling import product_description
from ai_features.models import BusinessAICredits
from ai_features.services.billing import AIBillingService
from ai_features.services.consent import give_consent
from ai_features.services.model import prompts
from ai_features.services.model.request import Asked
from benchmarks.timing import say

ROUNDS, PARALLEL, SECONDS = 150, 16, 6
PATH = "/ai/api/products/generate-description/"
_numbers = itertools.count(1)
Call = Callable[[], object]


def run() -> None:
    """Print medians of the four, at 1 and at 16 in parallel, what (c) adds over (a), and requests a second."""
    with _server() as url:
        settings.AI_PROVIDER, settings.OPENAI_BASE_URL, settings.OPENAI_API_KEY = "openai", url, "sk-local"
        settings.AI_BUDGET_CAPS = dict.fromkeys(settings.AI_BUDGET_CAPS, Decimal(1_000_000))
        settings.AI_RATE_LIMITS = dict.fromkeys(settings.AI_RATE_LIMITS, 1_000_000)
        calls = {
            "(a) the SDK": _direct(url),
            "(b) a bare view": _bare(url),
            "(c) a billed feature": _feature(PARALLEL),
            "(d) by one shop": _feature(1),
        }
        say(f"  {'':<24} {'1 at a time':>14} {'16 at once':>14} {'a second':>10}")
        alone = _alone(list(calls.values()))
        for (name, call), median in zip(calls.items(), alone, strict=True):
            times = _together(call)
            together, rate = statistics.median(times), len(times) / SECONDS
            say(f"  {name:<24} {median * 1000:>11.1f} ms {together * 1000:>11.1f} ms {rate:>10.0f}")
        say(f"  (c) adds over (a), one at a time: {(alone[2] - alone[0]) * 1000:.1f} ms")
        _check()


@contextmanager
def _server() -> Iterator[str]:
    """The local server in a process of its own; its address."""
    command = [sys.executable, "-m", "ai_features.tests.stubs.openai", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603
    assert process.stdout
    try:
        yield process.stdout.readline().split()[0].removeprefix("OPENAI_BASE_URL=")
    finally:
        process.terminate()
        process.wait()


def _sent() -> dict[str, Any]:
    """The request that (c) sends, so that all three send the same."""
    feature = product_description.FEATURE
    facts = Facts()
    facts.slots.name("product", "Key Soap")
    facts.slots.name("detail_1", "weight 400 g", of="product")
    text = prompts.payload(feature, facts, {"tone": "professional"}, ())
    messages = [{"role": "system", "content": prompts.system(feature.prompt)}, {"role": "user", "content": text}]
    return Asked(messages, settings.AI_MODELS["cheap"], feature.tokens_out, feature.words).body()


def _direct(url: str) -> Call:
    client, sent = openai.OpenAI(api_key="sk-local", base_url=url), _sent()
    return lambda: json.loads(client.chat.completions.create(**sent).choices[0].message.content or "")


def _bare(url: str) -> Call:
    call = _direct(url)

    class Bare(APIView):
        authentication_classes = ()
        permission_classes = ()

        def post(self, request: Request) -> Response:
            return Response(call())

    view, factory = Bare.as_view(), APIRequestFactory()
    return lambda: view(factory.post("/", {"product_name": "Key Soap"}, format="json")).render()


def _feature(shops: int) -> Call:
    tokens = itertools.cycle([_shop() for _ in range(shops)])
    of_thread = threading.local()  # a client loads the middleware, which a process does once

    def call() -> None:
        if not hasattr(of_thread, "client"):
            of_thread.client = APIClient()
        client: APIClient = of_thread.client
        client.credentials(HTTP_AUTHORIZATION=f"Token {next(tokens)}")
        body = {"product_name": f"Key Soap {next(_numbers)}", "attributes": {"weight": "400 g"}}
        answer = client.post(PATH, body)
        assert answer.status_code == 200, answer.content
        assert answer.json()["credits_used"] == 0.1, answer.content

    return call


def _shop() -> str:
    """A shop with credits to ask with; its owner's token."""
    owner = make_member(make_business())
    make_storefront(owner.business)
    give_consent(caller_of(owner))
    AIBillingService.grant(business_id=owner.business_id, credits=Decimal(100_000), source="grant")
    _, token = AuthToken.objects.create(user=owner.user)
    return str(token)


def _alone(calls: list[Call]) -> list[float]:
    """Median seconds of each, taking turns."""
    times: list[list[float]] = [[] for _ in calls]
    for turn in range(ROUNDS + 5):
        for call, kept in zip(calls, times, strict=True):
            started = time.perf_counter()
            call()
            if turn >= 5:
                kept.append(time.perf_counter() - started)
    return [statistics.median(kept) for kept in times]


def _together(call: Call) -> list[float]:
    """Seconds of every call that sixteen threads make in a few seconds."""
    until = time.perf_counter() + SECONDS

    def work(_: int) -> list[float]:
        kept = []
        while (started := time.perf_counter()) < until:
            call()
            kept.append(time.perf_counter() - started)
        connections.close_all()
        return kept

    with ThreadPoolExecutor(PARALLEL) as pool:
        return [seconds for kept in pool.map(work, range(PARALLEL)) for seconds in kept]


def _check() -> None:
    books = BusinessAICredits.objects.aggregate(held=Sum("held"), used=Sum("total_used"))
    assert books["held"] == 0, "holds were left open"
    say(f"  charged for {books['used'] * 10:.0f} answers, nothing left held")
