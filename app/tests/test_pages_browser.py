"""Our pages in a real Chromium, under the Content-Security-Policy that they are sent with."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from accounts.models import User
from accounts.tests.builders import make_user
from conftest import Shop

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium at /usr/bin/chromium"),
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture
def page(live_server: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    """A tab; whatever the browser refuses to load or run, and errors of scripts, fail the test."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # the browser's driver runs a loop in this thread
    faults: list[str] = []
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        tab = browser.new_page(base_url=live_server.url, viewport={"width": 1400, "height": 1100})
        tab.on("pageerror", lambda fault: faults.append(str(fault)))
        tab.on("console", lambda said: faults.append(said.text) if "Content Security Policy" in said.text else None)
        yield tab
        browser.close()
    assert faults == []


def test_the_page_of_the_api_is_drawn_and_tries_an_endpoint(page: Page) -> None:
    page.goto("/api/docs/")
    expect(page.get_by_text("/accounts/api/login/", exact=True)).to_be_visible(timeout=20_000)
    page.screenshot(path="build/api_docs.png")


def test_the_admin_opens_its_menus_and_saves_a_form(page: Page, shop: Shop) -> None:
    User.objects.create_superuser("staff@example.com", "a-long-pass-phrase", name="Staff")
    clerk = make_user("clerk@example.com")
    page.goto("/admin/")
    page.fill("input[name=username]", "staff@example.com")
    page.fill("input[name=password]", "a-long-pass-phrase")
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")
    page.goto(f"/admin/accounts/user/{clerk.pk}/change/")
    page.fill("input[name=name]", "Yaw Clerk")
    page.screenshot(path="build/admin_user.png")
    page.click("button[name=_save]")
    expect(page.get_by_text("was changed successfully")).to_be_visible()
    clerk.refresh_from_db()
    assert clerk.name == "Yaw Clerk"
