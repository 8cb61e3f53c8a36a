"""Staff's pages in a real Chromium: the charts are drawn, and a refund goes through its dialog."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect, sync_playwright
from rest_framework.test import APIClient

from accounts.tests.builders import make_user
from ai_features.models import CreditRefund
from ai_features.services.billing import AIBillingService
from ai_features.tests.builders import answered, make_hold, make_lot
from ai_features.tests.payment_builders import pay
from ai_features.tests.stubs.paystack import PaystackStub
from conftest import Shop

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium at /usr/bin/chromium"),
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture
def page(live_server: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    """A tab in which a member of staff has logged in; errors of scripts fail the test."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # the browser's driver runs a loop in this thread
    make_user("staff@example.com", is_staff=True, is_superuser=True)
    faults: list[str] = []
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        tab = browser.new_page(base_url=live_server.url, viewport={"width": 1400, "height": 1100})
        tab.on("pageerror", lambda fault: faults.append(str(fault)))
        tab.goto("/admin/")
        tab.fill("input[name=username]", "staff@example.com")
        tab.fill("input[name=password]", "a-long-pass-phrase")
        tab.click("button[type=submit]")
        tab.wait_for_url("**/admin/")
        yield tab
        browser.close()
    assert faults == []


def _is_drawn(page: Page, canvas: int) -> bool:
    """Whether a chart has any coloured pixel."""
    script = """n => { const c = document.querySelectorAll('canvas.chart')[n];
        return c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some(v => v > 0) }"""
    return bool(page.evaluate(script, canvas))


def test_the_charts_are_drawn_and_link_from_the_sidebar(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub, page: Page
) -> None:
    pay(owner_client, paystack)
    AIBillingService.settle(make_hold(shop.business.pk, "30.00", cost="3").pk, record=answered("2.10"))
    page.get_by_role("link", name="Credits and margins").first.click()
    expect(page.get_by_text("GHS 80.00", exact=True)).to_be_visible()
    expect(page.get_by_role("cell", name="Makola Stores")).to_be_visible()
    page.wait_for_timeout(1200)
    assert [_is_drawn(page, canvas) for canvas in (0, 1)] == [True, True]
    page.screenshot(path="build/dashboard.png", full_page=True)


def test_staff_refunds_a_purchase_through_the_dialog(
    owner_client: APIClient, paystack: PaystackStub, page: Page
) -> None:
    purchase = pay(owner_client, paystack)
    page.goto(f"/admin/ai_features/aicreditpurchase/{purchase.pk}/change/")
    page.get_by_role("link", name="Refund").last.click()
    page.fill("textarea[name=reason]", "Bought by mistake")
    page.get_by_role("button", name="Refund").click()
    expect(page.get_by_text("GHS 94.00 for 80.00 credits")).to_be_visible()
    page.screenshot(path="build/refund.png", full_page=True)
    assert CreditRefund.objects.get().status == "pending"


def test_staff_grants_credits_and_the_shop_sees_a_new_lot(shop: Shop, owner_client: APIClient, page: Page) -> None:
    make_lot(shop.id, "1.00")
    page.goto(f"/admin/ai_features/businessaicredits/{shop.id}/change/")
    page.get_by_role("link", name="Grant credits").last.click()
    page.fill("input[name=credits]", "20")
    page.fill("input[name=reason]", "Sorry for Tuesday")
    page.get_by_role("button", name="Grant credits").click()  # without the confirmation nothing happens
    expect(page.get_by_text("This field is required").first).to_be_visible()
    page.check("input[name=confirm]")
    page.get_by_role("button", name="Grant credits").dblclick()
    expect(page.get_by_text("20.00 credits granted to Makola Stores").first).to_be_visible()
    page.screenshot(path="build/grant.png", full_page=True)
    lots = owner_client.get("/ai/api/credits/balance/").json()["lots"]
    assert sorted(lot["remaining"] for lot in lots) == [1.0, 20.0]
