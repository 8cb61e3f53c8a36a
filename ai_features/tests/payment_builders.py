"""Builders of payments for tests: `open_purchase(client)`, `deliver(event)`, `pay(...)`, `subscribe(...)`."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

import time_machine
from rest_framework.test import APIClient

from ai_features.models import AICreditPurchase, AIMonthlyAddon, BusinessAICredits, CreditLot
from ai_features.services.billing import AIBillingService
from ai_features.services.payments import addons, renewals
from ai_features.tests.stubs.paystack import PaystackStub
from common import clock
from conftest import Shop

WEBHOOK = "/ai/api/payments/paystack/webhook/"
PURCHASE = "/ai/api/credits/purchase/"
VERIFY = "/ai/api/credits/verify/"
SUBSCRIBE = "/ai/api/addon/subscribe/"
ADDON, CANCEL = "/ai/api/addon/", "/ai/api/addon/cancel/"


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


def subscribe(client: APIClient, stub: PaystackStub, method: str = "mobile_money") -> str:
    """An add-on whose first month is paid; the reference of that payment."""
    response = client.post(SUBSCRIBE, {"payment_method": method})
    assert response.status_code == 201, response.data
    reference = str(response.data["reference"])
    stub.pay(reference)
    assert deliver(stub.event(reference)) == 200
    return reference


@contextmanager
def days_on(addon: AIMonthlyAddon, days: int, hour: int = 9) -> Iterator[None]:
    """So many days after the day on which the paid month ends (before, when negative)."""
    assert addon.next_renewal_date
    moment = clock.start_of(addon.next_renewal_date + dt.timedelta(days=days)) + dt.timedelta(hours=hour)
    with time_machine.travel(moment, tick=False):
        yield


def latest_addon() -> AIMonthlyAddon:
    return AIMonthlyAddon.objects.latest("created_at")


def renew_all() -> list[str]:
    """Run the jobs of the add-on; what was done with each."""
    done = [what for _, what in renewals.renew_due()]
    list(addons.roll_over_due())
    return done


def balance_left(shop: Shop) -> Any:
    """The balance once what has run out is expired."""
    AIBillingService.expire(shop.business.pk)
    return BusinessAICredits.objects.get(business=shop.business).balance


def lots_left(shop: Shop) -> list[Any]:
    """(source, credits) of each lot with credits left, sorted."""
    rows = CreditLot.objects.filter(business=shop.business, remaining__gt=0)
    return sorted((lot.source, lot.remaining) for lot in rows)


def balance_stored(shop: Shop) -> Decimal:
    """The balance as it is stored; zero without an account."""
    account = BusinessAICredits.objects.filter(business=shop.business).first()
    return account.balance if account else Decimal(0)


def verify(client: APIClient, reference: str) -> dict[str, Any]:
    response = client.get(VERIFY, {"reference": reference})
    assert response.status_code == 200, response.data
    return dict(response.json())
