"""Restarts while people work: what was begun is finished, and an upgrade loses no request."""

import json
import os
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
from django.db import connection
from knox.models import AuthToken

from ai_features.tests.builders import agree, make_lot
from ai_features.tests.stubs.openai import OpenAIStub, Step
from app.tests.serving import Served, gunicorn
from conftest import Shop
from inventory.tests.builders import make_product, stock_of
from sales.models import Sale

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
SELLERS, HANGUPS = 4, 2


def database_url() -> str:
    """The address of the tests' own database, for a server of its own."""
    url = urlsplit(os.environ["DATABASE_URL"])
    return url._replace(path=f"/{connection.settings_dict['NAME']}").geturl()


def log_in(shop: Shop) -> dict[str, str]:
    _, token = AuthToken.objects.create(user=shop.owner.user)
    return {"Authorization": f"Token {token}", "X-Business-Id": str(shop.id)}


def events(answer: requests.Response) -> Iterator[tuple[str, dict[str, Any]]]:
    name = ""
    for line in answer.iter_lines(decode_unicode=True):
        if line.startswith("event: "):
            name = line.removeprefix("event: ")
        elif line.startswith("data: "):
            yield name, json.loads(line.removeprefix("data: "))


def test_a_stream_is_finished_by_a_server_that_was_told_to_stop(shop: Shop, tmp_path: Path) -> None:
    agree(shop.caller)
    make_lot(shop.business.pk, "50.00")
    make_product(shop.business, "Nasco TV", retail_price=1350, stock=4, storefront=shop.storefront)
    headers = log_in(shop)
    with OpenAIStub(always=Step(piece_seconds=0.2)) as model:
        environment = {"AI_PROVIDER": "openai", "OPENAI_API_KEY": "sk-test", "OPENAI_BASE_URL": model.url}
        with gunicorn(tmp_path, DATABASE_URL=database_url(), REDIS_URL="", **environment) as served:
            address = f"{served.url}/ai/api/sales-assistant/stream/"
            answer = requests.post(address, json={"message": "tv"}, headers=headers, stream=True, timeout=60)
            seen = events(answer)
            assert next(seen)[0] == "data"
            served.process.send_signal(signal.SIGTERM)
            rest = list(seen)
    assert model.calls
    name, last = rest[-1]
    assert (name, last["credits_used"] > 0) == ("done", True)
    assert served.process.returncode == 0


def selling(served: Served, headers: dict[str, str], body: dict[str, Any], until: Callable[[], bool]) -> list[int]:
    """The statuses of sales and lists asked one after another, each on a connection of its own."""
    statuses = []
    while not until():
        statuses.append(
            requests.post(f"{served.url}/sales/api/sales/", json=body, headers=headers, timeout=60).status_code
        )
        statuses.append(served.get("/sales/api/sales/", headers=headers).status_code)
    return statuses


def test_an_upgrade_loses_no_request_and_no_sale(shop: Shop, tmp_path: Path) -> None:
    soap = make_product(shop.business, "Soap", retail_price=5, stock=100_000, storefront=shop.storefront)
    body = {
        "storefront_id": str(shop.storefront.pk),
        "lines": [{"product_id": str(soap.pk), "quantity": "1"}],
        "payments": [{"method": "cash", "amount": "5"}],
    }
    headers, over = log_in(shop), False
    with (
        gunicorn(tmp_path, DATABASE_URL=database_url(), REDIS_URL="", WEB_CONCURRENCY="2") as served,
        ThreadPoolExecutor(SELLERS) as pool,
    ):
        work = [pool.submit(selling, served, headers, body, lambda: over) for _ in range(SELLERS)]
        for number in range(1, HANGUPS + 1):
            time.sleep(2)
            served.process.send_signal(signal.SIGHUP)
            wait_for_workers(served, 2 * (number + 1))
        time.sleep(2)
        over = True
        statuses = [status for each in work for status in each.result()]
    assert set(statuses) == {200, 201}
    assert Sale.objects.of(shop.id).count() == statuses.count(201) > SELLERS
    assert stock_of(soap, shop.storefront) == 100_000 - statuses.count(201)


def wait_for_workers(served: Served, count: int) -> None:
    """Until so many workers have been started since the beginning."""
    until = time.monotonic() + 60
    while served.logged.count("Booting worker") < count:
        assert time.monotonic() < until, "the new workers did not start"
        time.sleep(0.2)
