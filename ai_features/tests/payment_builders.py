"""Builders of payments for tests: `open_purchase(client)`, `deliver(event)`, `pay(...)`."""

from typing import Any

from rest_framework.test import APIClient

from ai_features.models import AICreditPurchase
from ai_features.tests.stubs.paystack import PaystackStub

WEBHOOK = "/ai/api/payments/paystack/webhook/"
PURCHASE = "/ai/api/credits/purchase/"
VERIFY = "/ai/api/credits/verify/"


def open_purchase(client: APIClient, package: str = "value", method: str = "mobile_money", **fields: Any) -> str:
    """Start a purchase through the API; its reference."""
    response = client.post(PURCHASE, {"package": package, "payment_method": method} | fields)
    assert response.status_code == 201, response.data
    return str(response.data["reference"])


def deliver(event: tuple[bytes, str]) -> int:
    """Bring a signed webhook to our address, as Paystack would; the status it is answered with."""
    body, signature = event
    response = APIClient().post(
        WEBHOOK, data=body, content_type="application/json", HTTP_X_PAYSTACK_SIGNATURE=signature
    )
    return int(response.status_code)


def pay(client: APIClient, stub: PaystackStub, package: str = "value", **changes: Any) -> AICreditPurchase:
    """A purchase that was opened, paid and credited."""
    reference = open_purchase(client, package)
    stub.pay(reference, **changes)
    assert deliver(stub.event(reference)) == 200
    return AICreditPurchase.objects.get(payment_reference=reference)
