"""Fixtures of the AI features' tests: local servers in place of the vendors', and the books checked after each."""

import datetime as dt
from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker
from pytest_django.fixtures import Settings

from accounts.models import Membership
from accounts.tests.builders import make_member
from ai_features.models import BusinessAICredits
from ai_features.queries import audit
from ai_features.services.billing import platform
from ai_features.services.model import circuit, support
from ai_features.services.sharing import limits
from ai_features.tests.builders import agree
from ai_features.tests.questions.shops import Trade, build
from ai_features.tests.stubs.openai import OpenAIStub
from ai_features.tests.stubs.paystack import PaystackStub
from common import clock
from common.tenancy import Role
from conftest import Shop
from reports.tests.trade import sell
from sales.models import Customer
from sales.tests.builders import make_customer


@pytest.fixture
def paystack(settings: Settings) -> Iterator[PaystackStub]:
    """A local Paystack that our client is pointed at. At the end its traffic must have been as the vendor describes."""
    with PaystackStub() as stub:
        settings.PAYSTACK_BASE_URL = stub.url
        settings.PAYSTACK_SECRET_KEY = stub.secret
        yield stub
    assert stub.violations == []


@pytest.fixture(scope="module")
def trade(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Trade]:
    """A shop and its trade, built once for the tests of a module, and gone after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build("Adom", ("Osu", "Tema"), ("Efua Sackey", "Yaw Darko"), 11)
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _books_are_right(request: pytest.FixtureRequest) -> Iterator[None]:
    """What is stored equals a rebuild from the ledger, whatever the test has done."""
    databases = [name for name in ("transactional_db", "db") if name in request.fixturenames]
    for name in databases:
        request.getfixturevalue(name)  # so that this check comes before the database is cleared
    yield
    if databases:
        for account in BusinessAICredits.objects.all():
            assert audit.discrepancies(account.business_id) == []


@pytest.fixture(autouse=True)
def _counted_anew() -> None:
    """Each test starts with no requests and no failures counted."""
    limits.forget()
    circuit.forget()
    support.forget()
    platform.forget()


@pytest.fixture
def openai(settings: Settings, request: pytest.FixtureRequest) -> Iterator[OpenAIStub]:
    """A local OpenAI that the real SDK is pointed at.

    At the end its traffic must have been as the vendor describes, and nobody's name, phone or email in it.
    """
    with OpenAIStub(key="sk-local") as stub:
        settings.AI_PROVIDER = "openai"
        settings.OPENAI_BASE_URL = stub.url
        settings.OPENAI_API_KEY = stub.key
        settings.AI_TIMEOUTS = {"cheap": 1, "standard": 1, "advanced": 1}
        yield stub
    assert stub.violations == []
    if {"db", "transactional_db"} & set(request.fixturenames):
        sent = stub.sent
        assert [secret for secret in personal_data() if secret in sent] == []


def personal_data() -> set[str]:
    """Every name, phone, email and address of a customer or a member of staff, of any business."""
    people = [
        *Customer.objects.values_list("name", "phone", "email", "address"),
        *Membership.objects.values_list("name", "user__name", "user__email", "user__phone"),
    ]
    return {value for row in people for value in row if value}


@pytest.fixture
def known(shop: Shop) -> Shop:
    """A shop that knows a few people."""
    agree(shop.caller)
    make_customer(
        shop.business,
        "Abena Owusu-Ansah",
        phone="+233244111222",
        email="abena@example.com",
        address="14 Palm Street, Osu",
    )
    make_customer(shop.business, "Blessing Ventures", phone="+233244111333")
    make_member(shop.business, Role.CASHIER, name="Yaw Kusi")
    return shop


@pytest.fixture
def trading(shop: Shop) -> Shop:
    """A shop whose owner has agreed, with two sales today and one last month."""
    agree(shop.caller)
    today = clock.today()
    last_month = today.replace(day=1) - dt.timedelta(days=3)
    sell(shop.storefront, 'Samsung 43" TV', 2, "2000.00", cost="1500.00", on=today, customer="Ama Mensah")
    sell(shop.storefront, "Rice 5 kg", 10, "50.00", cost="40.00", on=today)
    sell(shop.storefront, "Rice 5 kg", 4, "50.00", cost="40.00", on=last_month, method="mobile_money")
    return shop
