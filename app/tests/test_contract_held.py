"""The check of every response against the page of the API is on, for everyone, and finds what it is there to find."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.http import HttpResponse, JsonResponse
from rest_framework.test import APIClient

from accounts.models import Membership
from accounts.tests.builders import make_member
from app.tests import contract
from common.tenancy import Role
from conftest import Shop

CAPABILITIES = "/ai/api/capabilities/"


def test_the_check_is_around_everything_else() -> None:
    assert settings.MIDDLEWARE[0] == "app.tests.contract.ContractMiddleware"
    assert settings.MIDDLEWARE.count("app.tests.contract.ContractMiddleware") == 1


@pytest.mark.parametrize("role", [Role.OWNER, Role.MANAGER, Role.CASHIER])
def test_what_is_not_described_fails_whoever_asked(
    role: Role, shop: Shop, client_of: Callable[[Membership], APIClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    client = client_of(make_member(shop.business, role))
    assert client.get(CAPABILITIES).json()["role"] == role
    monkeypatch.delitem(contract.described()[CAPABILITIES, "GET"]["responses"], "200")
    with pytest.raises(AssertionError, match="getCapabilities answers 200, not described"):
        client.get(CAPABILITIES)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (JsonResponse({}, status=418), "answers 418, not described"),
        (JsonResponse({"role": "owner"}), "in another shape than described"),
        (HttpResponse("<p>", content_type="text/html"), "answers 200 as text/html, not described"),
    ],
)
def test_a_wrong_answer_is_named(answer: Any, told: str, owner_client: APIClient) -> None:
    request = owner_client.get(CAPABILITIES).wsgi_request
    with pytest.raises(AssertionError, match=told):
        contract.check(request, answer)


def test_a_code_where_the_page_says_text_is_named(owner_client: APIClient) -> None:
    found = owner_client.get(CAPABILITIES)
    body = found.json()
    body["can"].append("mobile_money")
    with pytest.raises(AssertionError, match=r"codes where the page says text.*Capabilities\.can"):
        contract.check(found.wsgi_request, JsonResponse(body))
