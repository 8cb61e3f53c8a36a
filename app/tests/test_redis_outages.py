"""Redis that is down costs shared limits and cached answers, and nothing else."""

from typing import Any

import pytest
from django.core.cache import cache, caches
from rest_framework.test import APIClient

from app.tests.broken_servers import Fault, broken_server
from app.tests.routes import METHODS, body, routes
from app.tests.test_tenant_isolation import PROVIDER_AWAY, send
from app.tests.world import World, furnish
from common.resilient_cache import ResilientRedisCache, with_redis
from conftest import Shop

FAULTS: list[Fault] = ["refusing", "hanging", "dying"]


@pytest.fixture(params=FAULTS)
def _redis_is_broken(request: pytest.FixtureRequest, settings: Any) -> Any:
    with broken_server(request.param) as port:
        options = {"SOCKET_CONNECT_TIMEOUT": 0.2, "SOCKET_TIMEOUT": 0.2}
        settings.CACHES = {
            "default": {
                "BACKEND": "common.resilient_cache.ResilientRedisCache",
                "LOCATION": f"redis://127.0.0.1:{port}/0",
                "OPTIONS": options,
            }
        }
        yield


@pytest.fixture
def world(shop: Shop, settings: Any, tmp_path: Any) -> World:
    settings.MEDIA_ROOT = tmp_path
    settings.PAYSTACK_BASE_URL, settings.PAYSTACK_SECRET_KEY = "http://127.0.0.1:9", "sk_test_nobody"
    return furnish(shop, "Asafo")


@pytest.mark.usefixtures("_redis_is_broken")
def test_every_endpoint_answers_as_ever(world: World, owner_client: APIClient) -> None:
    assert isinstance(caches["default"], ResilientRedisCache)
    problems, owner_client.raise_request_exception = [], False
    for route in routes():
        for method in METHODS:
            status, seen = send(owner_client, method, route.address(world), body(route, method, world)[0])
            if status >= 500 and status not in PROVIDER_AWAY:
                problems.append(f"{method} {route.pattern} answered {status}: {seen[:200]}")
    assert problems == []


@pytest.mark.usefixtures("_redis_is_broken")
def test_log_ins_are_still_limited(shop: Shop, settings: Any) -> None:
    wrong = {"email": "ama@example.com", "password": "not-her-password"}
    answers = [APIClient().post("/accounts/api/login/", wrong).status_code for _ in range(11)]
    assert answers == [401] * 10 + [429]


@pytest.mark.usefixtures("_redis_is_broken")
def test_the_process_uses_its_own_memory_meanwhile() -> None:
    cache.set("kept", 1, 60)
    assert cache.get("kept") == 1
    assert cache.add("kept", 2) is False
    assert cache.incr("kept") == 2
    assert with_redis(lambda client: client.get("kept"), lambda: "not from Redis") == "not from Redis"
