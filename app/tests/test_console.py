"""The URLs of the web console are answered with its page, those of the API never."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from app.console import PLACES
from app.tests.serving import ROOT


@pytest.fixture
def built(settings: Any, tmp_path: Path) -> None:
    settings.WHITENOISE_ROOT = tmp_path
    (tmp_path / "index.html").write_text("<title>Shop</title>")


def test_every_place_of_the_console_is_its_page(client: Client, built: None) -> None:
    for address in ("/", "/ask", "/money/7f0c", "/reports/sales", "/payment/callback?reference=AI-CREDIT-1"):
        response = client.get(address)
        assert (response.status_code, response.content) == (200, b"<title>Shop</title>")
        assert response["Cache-Control"] == "no-cache"
        assert "script-src 'self';" in response["Content-Security-Policy"]


def test_a_place_with_a_page_of_its_own_is_answered_with_it(client: Client, built: None, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    for place in ("today", "stock"):
        (tmp_path / "pages" / f"{place}.html").write_text(f"<h1>{place}</h1>")
    answers = [client.get(address).content for address in ("/", "/stock", "/stock/7f0c")]
    assert answers == [b"<h1>today</h1>", b"<h1>stock</h1>", b"<title>Shop</title>"]
    assert client.get("/today").status_code == 404


def test_an_unknown_address_is_still_not_found(client: Client, built: None) -> None:
    assert client.get("/wp-login.php").status_code == 404
    assert client.get("/reports/api/nothing/").json()["error"] == "not_found"
    assert client.post("/ask").status_code == 405


def test_without_the_built_console_the_bare_address_leads_to_the_page_of_the_api(
    client: Client, settings: Any, tmp_path: Path
) -> None:
    settings.WHITENOISE_ROOT = tmp_path
    response = client.get("/")
    assert (response.status_code, response["Location"]) == (302, "/api/docs/")


def test_the_service_worker_may_fetch_from_our_own_server(client: Client) -> None:
    assert "default-src 'self'" in client.get("/sw.js")["Content-Security-Policy"]


def test_every_address_that_the_console_routes_is_served() -> None:
    router = (ROOT / "web/src/app/router.tsx").read_text()
    routed = {line.split('"/')[1].split("/")[0].rstrip('",') for line in router.splitlines() if 'path: "/' in line}
    assert routed - {""} == set(PLACES.split("|"))


def test_the_lock_file_names_no_other_registry() -> None:
    lock = json.loads((ROOT / "web/package-lock.json").read_text())
    named = {part["resolved"] for part in lock["packages"].values() if "resolved" in part}
    assert all(address.startswith("https://registry.npmjs.org/") for address in named)
