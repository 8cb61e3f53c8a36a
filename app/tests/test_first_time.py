"""The first-time path over HTTP alone: register, agree, confirm the email, ask until the trial is spent, buy, ask."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.tests.letters import link_to
from ai_features.models import FeatureSetting
from ai_features.tests.conftest import paystack  # noqa: F401  # a local Paystack
from ai_features.tests.payment_builders import deliver, open_purchase
from ai_features.tests.stubs.paystack import PaystackStub

pytestmark = pytest.mark.django_db(transaction=True)


def _describe(client: APIClient, product: str) -> Any:
    return client.post("/ai/api/products/generate-description/", {"product_name": product, "category": "Drinks"})


def _register() -> APIClient:
    client = APIClient()
    person = {
        "email": "ama@example.com",
        "password": "a-long-pass-phrase",
        "name": "Ama",
        "business_name": "Ama's Shop",
    }
    answer = client.post("/accounts/api/register/", person)
    assert answer.status_code == 201, answer.data
    client.credentials(HTTP_AUTHORIZATION=f"Token {answer.json()['token']}")
    return client


def test_a_shop_tries_pays_and_goes_on(paystack: PaystackStub) -> None:  # noqa: F811
    FeatureSetting.objects.create(feature="product_description", price=4)
    client = _register()
    assert _describe(client, "Milo 400g").json()["error"] == "consent_required"
    assert client.patch("/ai/api/settings/", {"consent": True}).status_code == 200
    assert client.get("/ai/api/credits/balance/").json()["balance"] == 0.0
    assert client.post("/accounts/api/email/verify/", {"token": link_to("ama@example.com")}).status_code == 200
    assert client.get("/ai/api/credits/balance/").json()["balance"] == 10.0
    answers = [_describe(client, product) for product in ("Milo 400g", "Sobolo 50cl", "Bissap 1l")]
    assert [answer.status_code for answer in answers] == [200, 200, 402]
    assert answers[2].json()["shortfall"] == 2.0
    reference = open_purchase(client, "value")
    paystack.pay(reference)
    assert deliver(paystack.event(reference)) == 200
    assert client.get("/ai/api/credits/verify/", {"reference": reference}).json()["new_balance"] == 102.0
    again = _describe(client, "Bissap 1l").json()
    assert (again["credits_used"], again["balance"]) == (4.0, 98.0)
