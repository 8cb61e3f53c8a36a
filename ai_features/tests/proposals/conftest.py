"""A shop with a debtor, on a day on which customers may be written to."""

import datetime as dt
from collections.abc import Iterator

import pytest
import time_machine
from pytest_django.fixtures import Settings

from ai_features.tests.builders import agree, make_lot
from ai_features.tests.proposals.steps import MONDAY, Clock
from ai_features.tests.stubs.arkesel import ArkeselStub
from ai_features.tests.stubs.whatsapp import WhatsAppStub
from common import clock
from conftest import Shop
from sales.models import Customer
from sales.tests.builders import make_customer, make_invoice


@pytest.fixture(autouse=True)
def at() -> Iterator[Clock]:
    """A Monday in June at ten, when customers may be written to."""
    with time_machine.travel(MONDAY, tick=False) as travel:
        yield travel


@pytest.fixture
def arkesel(settings: Settings) -> Iterator[ArkeselStub]:
    with ArkeselStub() as stub:
        settings.SMS_GATEWAY, settings.ARKESEL_API_KEY, settings.ARKESEL_BASE_URL = "arkesel", stub.key, stub.url
        yield stub


@pytest.fixture
def whatsapp(settings: Settings) -> Iterator[WhatsAppStub]:
    with WhatsAppStub() as stub:
        settings.WHATSAPP_TOKEN, settings.WHATSAPP_PHONE_ID = stub.key, stub.phone_id
        settings.WHATSAPP_BASE_URL = stub.url
        yield stub


@pytest.fixture
def ama(shop: Shop) -> Customer:
    """Owes GHS 300, two months overdue. AI is agreed to, and paid for."""
    agree(shop.caller)
    make_lot(shop.id, "50")
    customer = make_customer(shop.business, "Ama Serwaa", phone="+233241112223", email="ama@example.com")
    make_invoice(customer, 300, sold_at=clock.now() - dt.timedelta(days=90), storefront=shop.storefront)
    return customer
