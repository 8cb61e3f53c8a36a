"""Every endpoint, also those added later: what belongs to one business is neither shown to nor changed by another."""

import json
import uuid
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import models, transaction
from django.urls import get_resolver
from django.urls.resolvers import URLPattern, URLResolver
from rest_framework.test import APIClient

from accounts.models import Business
from app.tests.routes import METHODS, Route, body, query, routes
from app.tests.world import World, furnish, tenant_models
from conftest import Shop

PUBLIC = {
    "",
    "accounts/api/register/",
    "accounts/api/login/",
    "accounts/api/invitations/look/",
    "accounts/api/invitations/accept/",
    "accounts/api/password/forgot/",
    "accounts/api/password/reset/",
    "accounts/api/email/verify/",
    "ai/api/payments/paystack/webhook/",
    "ai/api/messages/whatsapp/",
    "ai/api/messages/sms/<str:secret>/",
    "api/schema/",
    "api/docs/",
    "healthz",
    "readyz",
    "metrics",
}
ELSEWHERE = {  # leads to the page of the API; the others show themselves to who knows their secret
    "": 302,
    "metrics": 404,
    "ai/api/messages/whatsapp/": 404,
    "ai/api/messages/sms/<str:secret>/": 404,
}
REFUSED = {400, 403, 404, 405, 415}
PROVIDER_AWAY = {502, 503}


@pytest.fixture
def mine(shop: Shop, settings: Any, tmp_path: Path) -> World:
    settings.MEDIA_ROOT = tmp_path
    settings.PAYSTACK_BASE_URL, settings.PAYSTACK_SECRET_KEY = "http://127.0.0.1:9", "sk_test_nobody"
    return furnish(shop, "Asafo")


@pytest.fixture
def theirs(mine: World, other_shop: Shop) -> World:
    return furnish(other_shop, "Bolgatanga")


def private_routes() -> list[Route]:
    return [route for route in routes() if route.pattern not in PUBLIC]


def send(client: APIClient, method: str, address: str, data: Any = None) -> tuple[int, str]:
    """The status and the whole body, streamed ones too. Nothing of it stays in the database."""
    cache.clear()
    before = transaction.savepoint()
    text = "" if data is None else json.dumps(data)
    answer: Any = client.generic(method, address, text, content_type="application/json")
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    transaction.savepoint_rollback(before)
    return answer.status_code, content.decode(errors="replace")


def faults(seen: str, secrets: set[str], sent: list[str]) -> list[str]:
    """What of `secrets` an answer shows, apart from what the question held."""
    return [secret for secret in secrets - set(sent) if secret in seen]


def test_the_world_has_a_row_in_every_table_of_a_business(mine: World, theirs: World) -> None:
    for model in tenant_models():
        assert model._default_manager.filter(business_id=theirs.shop.id).exists(), model
    assert len(theirs.secrets() - mine.secrets()) > 100


def test_no_address_shows_or_changes_a_row_of_another_business(
    mine: World, theirs: World, owner_client: APIClient
) -> None:
    secrets, before, problems = theirs.secrets() - mine.secrets(), theirs.snapshot(), []
    for route in private_routes():
        if not route.parameters:
            continue
        address = route.address(theirs)
        for method in METHODS:
            data, _ = body(route, method, mine)
            status, seen = send(owner_client, method, address, data)
            if status not in REFUSED or faults(seen, secrets, address.split("/")):
                problems.append(f"{method} {address} answered {status}: {seen[:300]}")
    assert problems == []
    assert theirs.snapshot() == before


def test_the_same_addresses_work_for_the_business_itself(mine: World, owner_client: APIClient) -> None:
    failures = []
    for route in private_routes():
        if route.parameters:
            status, seen = send(owner_client, "GET", route.address(mine))
            if status not in {200, 405}:
                failures.append(f"GET {route.pattern} answered {status}: {seen[:200]}")
    assert failures == []


def test_no_body_takes_an_id_of_another_business(mine: World, theirs: World, owner_client: APIClient) -> None:
    secrets, problems = theirs.secrets() - mine.secrets(), []
    for route in private_routes():
        address = route.address(mine)
        for method in METHODS[1:]:
            data, ids = body(route, method, theirs)
            if not ids:
                continue
            status, seen = send(owner_client, method, address, data)
            if not 400 <= status < 500 or faults(seen, secrets, ids):
                problems.append(f"{method} {route.pattern} answered {status} to {data}: {seen[:300]}")
    assert problems == []


def test_no_list_or_report_shows_another_business_whatever_is_asked(
    mine: World, theirs: World, owner_client: APIClient
) -> None:
    secrets, problems = theirs.secrets() - mine.secrets(), []
    for route in private_routes():
        named, ids = query(route, theirs)
        together = "&".join(f"{name}={value}" for name, value in named.items())
        for asked in ["", "search=Bolgatanga", together]:
            status, seen = send(owner_client, "GET", f"{route.address(mine)}?{asked}")
            unknown, _ = send(owner_client, "GET", f"{route.address(mine)}?{_with_unknown_ids(asked, ids)}")
            if status >= 500 or status != unknown or faults(seen, secrets, ids):
                problems.append(f"GET {route.pattern}?{asked} answered {status}: {seen[:300]}")
    assert problems == []


def _with_unknown_ids(asked: str, ids: list[str]) -> str:
    """The same question about rows that do not exist; it must be answered alike, or ids could be tried out."""
    for known in ids:
        asked = asked.replace(known, str(uuid.uuid4()))
    return asked


def test_what_is_written_refers_to_nothing_of_another_business(
    mine: World, theirs: World, owner_client: APIClient
) -> None:
    before, problems = theirs.snapshot(), []
    for route in private_routes():
        for method in METHODS[1:]:
            data, _ = body(route, method, mine)
            status, seen = send(owner_client, method, route.address(mine), data)
            if status >= 500 and status not in PROVIDER_AWAY:
                problems.append(f"{method} {route.pattern} answered {status} to {data}: {seen[:300]}")
    assert problems == []
    assert theirs.snapshot() == before
    assert crossing_references() == []


def crossing_references() -> list[str]:
    """Foreign keys from a row of one business to a row of another."""
    found = []
    for model in tenant_models():
        for column in model._meta.concrete_fields:
            target = column.related_model if isinstance(column, models.ForeignKey) else None
            if isinstance(target, type) and target is not Business and target in tenant_models():
                rows = model._default_manager.exclude(**{column.name: None})
                if rows.exclude(**{f"{column.name}__business_id": models.F("business_id")}).exists():
                    found.append(f"{model.__name__}.{column.name}")
    return found


def test_no_address_answers_a_stranger(mine: World) -> None:
    problems = []
    for route in private_routes():
        for method in METHODS:
            status, seen = send(APIClient(), method, route.address(mine))
            if status != 401 or '"not_authenticated"' not in seen:
                problems.append(f"{method} {route.pattern} answered {status}: {seen[:200]}")
    assert problems == []


def test_every_public_address_is_still_there_and_shows_nothing_of_a_business(mine: World, theirs: World) -> None:
    patterns = {route.pattern for route in routes()}
    assert patterns >= PUBLIC
    for pattern in PUBLIC:
        status, seen = send(APIClient(), "GET", f"/{pattern}")
        assert status in {200, 401, 405, ELSEWHERE.get(pattern)}
        assert faults(seen, mine.secrets() - theirs.secrets(), []) == []


def test_the_admin_takes_no_token_of_a_shop(mine: World, owner_client: APIClient) -> None:
    answers = {address: owner_client.get(address).status_code for address in _admin_addresses(mine)}
    assert set(answers.values()) <= {302, 404}, answers


def _admin_addresses(world: World) -> list[str]:
    """Each model's list, and its page of a row of the world."""
    admin = next(e for e in get_resolver().url_patterns if isinstance(e, URLResolver) and str(e.pattern) == "admin/")
    lists = [
        f"/admin/{app.pattern}"
        for app in admin.url_patterns
        if isinstance(app, URLResolver) and any(isinstance(e, URLPattern) for e in app.url_patterns)
    ]
    ids = {f"/admin/{m._meta.app_label}/{m._meta.model_name}/": row.pk for m, row in world.rows.items()}
    return ["/admin/", *lists, *(f"{address}{pk}/change/" for address, pk in ids.items())]
