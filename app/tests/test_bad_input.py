"""Whatever is sent to any address, the answer is a clear refusal and never a fault of ours."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from rest_framework.test import APIClient

from app.tests.routes import METHODS, body, operations, routes
from app.tests.test_tenant_isolation import PROVIDER_AWAY, send
from app.tests.world import World, furnish
from conftest import Shop

NASTY: list[Any] = [
    None,
    "",
    "\x00",
    "-1",
    "1e400",
    "NaN",
    "x" * 300_000,
    10**30,
    -1,
    True,
    [],
    [[]],
    {},
    {"a": [None]},
    "9999-12-31",
    "0001-01-01T00:00:00Z",
    "10000000000000000000",
    "0.0000000001",
    "😀 ' \" ; -- </script>",
    ["x"] * 600,
]
NASTY_IN_QUERY = [
    "",
    "%00",
    "-1",
    "1e400",
    "NaN",
    "x" * 3000,
    "9999-12-31",
    "0001-01-01",
    "99999999999999999999",
    "%F0%9F%98%80'%22",
]


class Turn:
    """Deals out a few of the values to each place, all of them in turn: every place times every value takes minutes.

    `AT_ONCE = len(NASTY)` tries all of them everywhere.
    """

    AT_ONCE = 2

    def __init__(self) -> None:
        self.next = 0

    def of(self, values: list[Any]) -> list[Any]:
        self.next += self.AT_ONCE
        return [values[(self.next + n) % len(values)] for n in range(min(self.AT_ONCE, len(values)))]


@pytest.fixture
def world(shop: Shop, settings: Any, tmp_path: Any) -> World:
    settings.MEDIA_ROOT = tmp_path
    settings.PAYSTACK_BASE_URL, settings.PAYSTACK_SECRET_KEY = "http://127.0.0.1:9", "sk_test_nobody"
    return furnish(shop, "Asafo")


def spoilt(data: Any, turn: Turn) -> Iterator[Any]:
    """The body with one value after the other, at any depth, replaced by a nasty one; and nasty bodies."""
    yield from turn.of(NASTY)
    for path in _paths(data, ()):
        for value in turn.of(NASTY):
            made = copy.deepcopy(data)
            place = made
            for step in path[:-1]:
                place = place[step]
            place[path[-1]] = value
            yield made


def _paths(data: Any, before: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in entries:
        yield (*before, key)
        yield from _paths(value, (*before, key))


def test_no_body_makes_a_fault(world: World, owner_client: APIClient) -> None:
    problems, turn, owner_client.raise_request_exception = [], Turn(), False
    for route in routes():
        for method in METHODS[1:]:
            data, _ = body(route, method, world)
            if data is None:
                continue
            for sent in spoilt(data, turn):
                status, seen = send(owner_client, method, route.address(world), sent)
                if status >= 500 and status not in PROVIDER_AWAY:
                    problems.append(f"{method} {route.pattern} answered {status} to {str(sent)[:200]}: {seen[:200]}")
    assert problems == []


def test_no_query_string_makes_a_fault(world: World, owner_client: APIClient) -> None:
    problems, turn, owner_client.raise_request_exception = [], Turn(), False
    for route in routes():
        taken = operations().get((route.shape, "GET"), {}).get("parameters", [])
        for name in [p["name"] for p in taken if p.get("in") == "query"]:
            for value in turn.of(NASTY_IN_QUERY):
                status, seen = send(owner_client, "GET", f"{route.address(world)}?{name}={value}")
                if status >= 500:
                    problems.append(f"GET {route.pattern}?{name}={value[:40]} answered {status}: {seen[:200]}")
    assert problems == []
