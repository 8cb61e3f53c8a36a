"""Schemathesis makes up requests from the page of the API, the same each time, and holds the answers against it."""

import datetime as dt
import itertools
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
import schemathesis
import time_machine
from django.core import signals
from django.core.cache import cache
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction
from knox.models import AuthToken
from schemathesis import checks
from schemathesis.core.failures import FailureGroup
from schemathesis.core.result import Ok
from schemathesis.specs.openapi import checks as of_the_page

from accounts.tests.builders import make_member
from ai_features.tests.stubs.openai import OpenAIStub
from ai_features.tests.stubs.paystack import PaystackStub
from app.tests import routes
from app.tests.world import World, furnish
from common import clock
from common.tenancy import Role
from conftest import Shop

NOW = dt.datetime(2026, 6, 17, 11, 30, tzinfo=clock.ACCRA)
PARTS, EACH, SEED = 8, 6, 1
ROLES = (Role.OWNER, Role.MANAGER, Role.OWNER, Role.CASHIER)
"""In turn; owners twice, since they may do most."""

App = Callable[..., Any]
Tokens = dict[Role, str]


@pytest.fixture
def _connection_kept() -> Iterator[None]:
    """A request ends connections that are too old, also that of the test: Django's own client does the same as this."""
    ends = (signals.request_started, signals.request_finished)
    for signal in ends:
        signal.disconnect(close_old_connections)
    yield
    for signal in ends:
        signal.connect(close_old_connections)


@pytest.fixture
def world(_connection_kept: None, shop: Shop, settings: Any, tmp_path: Path) -> Iterator[World]:
    settings.MEDIA_ROOT = tmp_path
    settings.MIDDLEWARE = settings.MIDDLEWARE[1:]  # schemathesis checks the answers, and made-up words are no codes
    settings.AI_RATE_LIMITS = dict.fromkeys(settings.AI_RATE_LIMITS, 10_000)
    with PaystackStub() as paystack, time_machine.travel(NOW, tick=False):
        settings.PAYSTACK_BASE_URL, settings.PAYSTACK_SECRET_KEY = paystack.url, "sk_test_local"
        yield furnish(shop, "Asafo")


@pytest.fixture
def model(settings: Any) -> Iterator[OpenAIStub]:
    with OpenAIStub(key="sk-local") as stub:
        settings.AI_PROVIDER, settings.OPENAI_BASE_URL, settings.OPENAI_API_KEY = "openai", stub.url, stub.key
        yield stub
    assert stub.violations == []


@pytest.fixture
def tokens(world: World) -> Tokens:
    members = {role: make_member(world.shop.business, role) for role in (Role.MANAGER, Role.CASHIER)}
    members[Role.OWNER] = world.shop.owner
    return {role: AuthToken.objects.create(user=member.user)[1] for role, member in members.items()}


def faults(operation: Any, app: App, world: World, tokens: Tokens) -> list[str]:
    """What was wrong with answers to requests made up for one operation."""
    found: list[str] = []
    turns = itertools.cycle(ROLES)
    own = _own_ids(operation, world)

    @hypothesis.seed(SEED)
    @hypothesis.settings(
        max_examples=EACH,
        database=None,
        deadline=None,
        phases=[hypothesis.Phase.generate],
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    @hypothesis.given(case=operation.as_strategy())
    def send(case: Any) -> None:
        role = next(turns)
        case.path_parameters = {**(case.path_parameters or {}), **own}
        case.query, case.body = (_with_own_ids(part, world) for part in (case.query, case.body))
        headers = {
            "Accept-Encoding": "identity",
            "Authorization": f"Token {tokens[role]}",
            "X-Business-Id": str(world.shop.id),
        }
        cache.clear()
        before = transaction.savepoint()
        try:
            case.call_and_validate(app=app, headers=headers, checks=_checks(operation))
        except FailureGroup as problems:
            found.extend(f"{operation.label} as {role}: {each}" for each in problems.exceptions)
        finally:
            transaction.savepoint_rollback(before)

    send()
    return found


@pytest.mark.parametrize(
    ("status", "body", "told"),
    [
        ("500 Internal Server Error", b"{}", "Server error"),
        ("418 I'm a teapot", b"{}", "Undocumented status code"),
        ("200 OK", b"{}", "Response violates schema"),
        ("200 OK", b"", "JSON deserialization error"),
    ],
)
def test_an_answer_that_is_not_as_described_is_found(
    status: str, body: bytes, told: str, world: World, tokens: Tokens
) -> None:
    def planted(_: Any, start: Any) -> list[bytes]:
        start(status, [("Content-Type", "application/json")])
        return [body]

    balance = next(each for each in _operations() if each.label == "GET /ai/api/credits/balance/")
    assert any(told in found for found in faults(balance, planted, world, tokens))


def _own_ids(operation: Any, world: World) -> dict[str, str]:
    """The ids of the world's own rows for an address: of others it is known that they are not found."""
    names = re.findall(r"\{(\w+)\}", operation.path)
    route = next(each for each in routes.routes() if each.shape == re.sub(r"\{\w+\}", "{}", operation.path))
    return dict(zip(names, route.ids(world), strict=True))


def _with_own_ids(value: Any, world: World, name: str = "") -> Any:
    """A body or query string whose ids are of rows that are there."""
    if isinstance(value, dict):
        return {key: _with_own_ids(each, world, key) for key, each in value.items()}
    if isinstance(value, list):
        return [_with_own_ids(each, world, name) for each in value]
    model = routes.MODEL_OF_NAME.get(name)
    return world.id_of(model) if model and isinstance(value, str) else value


def _checks(operation: Any) -> list[Any]:
    streams = operation.path.endswith("/stream/")
    return [
        checks.not_a_server_error,
        of_the_page.status_code_conformance,
        of_the_page.content_type_conformance,
        *([] if streams else [of_the_page.response_schema_conformance]),
    ]


def _operations() -> list[Any]:
    page = schemathesis.openapi.from_dict(json.loads(json.dumps(routes.schema(), default=str)))
    found = list(page.get_all_operations())
    assert all(isinstance(each, Ok) for each in found)
    return [each.ok() for each in found if isinstance(each, Ok)]


@pytest.mark.parametrize("part", range(PARTS))
def test_made_up_requests_get_the_answers_that_the_page_describes(part: int, world: World, tokens: Tokens) -> None:
    app, found = get_wsgi_application(), []
    for operation in _operations()[part::PARTS]:
        found += faults(operation, app, world, tokens)
    assert found == []


def test_made_up_requests_to_ai_features_get_described_answers_with_a_model_too(
    world: World, tokens: Tokens, model: OpenAIStub
) -> None:
    app, of_ai = get_wsgi_application(), [each for each in _operations() if "AI features" in (each.tags or ())]
    assert [fault for operation in of_ai for fault in faults(operation, app, world, tokens)] == []
    assert model.calls
