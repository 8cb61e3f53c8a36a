"""The code of docs/purchase_flow.md, in a real Chromium: button, payment page, back again, credits."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from knox.models import AuthToken
from playwright.sync_api import Page, sync_playwright
from pytest_django.fixtures import Settings

from ai_features.models import BusinessAICredits, PaymentEvent
from ai_features.tests.payment_builders import WEBHOOK
from ai_features.tests.stubs.paystack import PaystackStub
from ai_features.tests.stubs.paystack_page import OUTCOMES
from ai_features.tests.test_admin_browser import CHROMIUM
from conftest import Shop

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium at /usr/bin/chromium"),
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("may_query"),
]
DOCS = Path(__file__).resolve().parents[2] / "docs"

FACE = "Object.assign(window, { buyCredits, goToPayment, waitForCredits });"


@pytest.fixture
def may_query(monkeypatch: pytest.MonkeyPatch) -> None:
    """The browser's driver runs a loop in this thread, where Django would refuse to query."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture
def tab(shop: Shop, live_server: Any, settings: Settings, paystack: PaystackStub, tmp_path: Path) -> Iterator[Page]:
    """A page of the front end, logged in, with the code of the documentation in it."""
    (tmp_path / "index.html").write_text("<p>In the place of the console.")
    settings.WHITENOISE_ROOT = tmp_path
    settings.PAYMENT_CALLBACK_ORIGINS = [live_server.url]
    paystack.webhook = live_server.url + WEBHOOK
    _, token = AuthToken.objects.create(user=shop.owner.user)
    [code] = re.findall(r"```js\n(.*?)```", (DOCS / "purchase_flow.md").read_text(), re.DOTALL)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        # Pages of ours stand in for the front end's, which has a policy of its own.
        page = browser.new_page(base_url=live_server.url, bypass_csp=True)
        page.add_init_script(f"window.API_BASE_URL = '{live_server.url}';\n{code}\n{FACE}")
        page.goto("/healthz")
        page.evaluate("token => localStorage.setItem('authToken', token)", token)
        yield page
        browser.close()


@pytest.mark.parametrize(
    ("outcome", "status", "credits"),
    [("success", "completed", 100), ("failed", "failed", 0), ("ongoing", "pending", 0)],
)
def test_the_code_of_the_documentation_buys_credits(
    shop: Shop, tab: Page, outcome: str, status: str, credits: int
) -> None:
    tab.evaluate("buyCredits({ payment_method: 'mobile_money' }).then(goToPayment)")
    tab.wait_for_url("**/checkout/**")
    tab.get_by_role("link", name=OUTCOMES[outcome], exact=True).click()
    tab.wait_for_url("**/payment/callback?**reference=AI-CREDIT-**")
    answer = tab.evaluate("waitForCredits({ tries: 2, seconds: 0.1 })")
    assert (answer["status"], answer["credits_added"]) == (status, credits)
    account = BusinessAICredits.objects.filter(business=shop.business).first()
    assert (account.balance if account else 0) == credits
    assert PaymentEvent.objects.count() == (1 if credits else 0)


def test_a_refusal_reaches_the_page_as_a_sentence(tab: Page) -> None:
    said = tab.evaluate("buyCredits({ package: 'custom', custom_amount: 1 }).catch(problem => problem.message)")
    assert said == "Choose an amount from GHS 5 to GHS 10,000."
