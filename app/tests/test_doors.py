"""What every answer says to a browser and a cache, and which doors are closed in production."""

from typing import Any

import pytest
from django.conf import settings as configured
from django.core.cache import cache, caches
from django.test import Client
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from accounts.models import User
from accounts.tests.builders import make_user
from conftest import Shop
from sales.tests.builders import make_customer, make_invoice


def directives(response: Any) -> dict[str, str]:
    """The Content-Security-Policy of an answer, by directive."""
    parts = (part.split(maxsplit=1) for part in response["Content-Security-Policy"].split(";"))
    return {name: " ".join(rest) for name, *rest in parts}


def test_an_answer_of_the_api_is_kept_by_no_cache_and_runs_nothing(owner_client: APIClient) -> None:
    for address in ("/accounts/api/me/", "/ai/api/credits/balance/", "/sales/api/customers/", "/nowhere/api/"):
        answer = owner_client.get(address)
        assert answer["Cache-Control"] == "no-store", address
        assert directives(answer) == {"default-src": "'none'", "frame-ancestors": "'none'", "base-uri": "'none'"}


def test_a_page_for_printing_shows_its_styles_and_runs_no_script(shop: Shop, owner_client: APIClient) -> None:
    sale = make_invoice(make_customer(shop.business, "Akosua"), 80)
    page = owner_client.get(f"/sales/api/sales/{sale.pk}/receipt/?format=html")
    assert page["Content-Type"].startswith("text/html")
    policy = directives(page)
    assert (policy["default-src"], policy["style-src"]) == ("'none'", "'unsafe-inline'")
    assert "script-src" not in policy


def test_the_page_of_the_api_runs_scripts_of_our_own_files_alone(client: Client, db: None) -> None:
    page = client.get("/api/docs/")
    assert directives(page)["script-src"] == "'self'"
    assert b"<script>" not in page.content


def test_pages_of_the_admin_load_nothing_from_elsewhere(client: Client, db: None) -> None:
    policy = directives(client.get("/admin/login/"))
    assert policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert not any("http" in sources or "*" in sources for sources in policy.values())


@pytest.mark.parametrize("address", ["/api/docs/", "/api/schema/"])
def test_closed_documents_are_there_for_staff_alone(client: Client, db: None, settings: Settings, address: str) -> None:
    settings.API_DOCS_OPEN = False
    assert client.get(address).status_code == 404
    client.force_login(make_user("shop@example.com"))
    assert client.get(address).status_code == 404
    client.force_login(User.objects.create_superuser("staff@example.com", "x", name="Staff"))
    assert client.get(address).status_code == 200


@pytest.mark.redis
def test_what_stands_in_redis_is_json_and_a_planted_pickle_runs_nothing() -> None:
    cache.set("kept", {"words": {"text": "Hello"}}, 30)
    shared: Any = caches["default"]
    client, key = shared.redis.client.get_client(), shared.redis.make_key("kept")
    assert client.get(key) == b'{"words": {"text": "Hello"}}'
    client.set(key, b"cos\nsystem\n(S'true'\ntR.")
    assert cache.get("kept") is None


def test_no_cache_of_ours_is_told_to_read_pickles() -> None:
    from app.settings import redis_cache

    assert redis_cache("redis://127.0.0.1:1/0")["OPTIONS"]["SERIALIZER"] == "app.cache.PlainSerializer"
    assert "PickleSerializer" not in str(configured.CACHES)
