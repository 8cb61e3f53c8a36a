"""Fixtures every app's tests share: a shop with an owner, and clients that are logged in."""

import os
from urllib.parse import urlsplit

# The settings are read once, so what the tests want of them is said before Django starts.
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "app.settings")
os.environ.setdefault("DEBUG", "True")
os.environ.setdefault("AI_PROVIDER", "offline")
os.environ.setdefault("LOG_LEVEL", "WARNING")
import django

django.setup()

from django.conf import settings

# Each worker empties its cache before every test, so each has a Redis database of its own.
if settings.REDIS_URL and (_worker := os.environ.get("PYTEST_XDIST_WORKER", "").removeprefix("gw")):
    settings.REDIS_URL = urlsplit(settings.REDIS_URL)._replace(path=f"/{8 + int(_worker) % 8}").geturl()
    settings.CACHES["default"]["LOCATION"] = settings.REDIS_URL

# What a test commits need not outlast the server.
if settings.DATABASES["default"]["ENGINE"].endswith("postgresql"):
    settings.DATABASES["default"]["OPTIONS"]["options"] += " -c synchronous_commit=off"

# The real hasher is slow on purpose, which a thousand tests would feel.
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# What is answered is what the page of the API says.
settings.MIDDLEWARE = ["app.tests.contract.ContractMiddleware", *settings.MIDDLEWARE]

# Tests travel in time, which a real clock does not.
settings.CLOCK_DRIFT_SECONDS = settings.CLOCK_LEAP_HOURS = 0

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from django.core.cache import cache
from knox.models import AuthToken
from pytest_django import DjangoDbBlocker
from rest_framework.test import APIClient

from accounts.models import Business, Membership, Storefront
from accounts.tests.builders import caller_of, make_business, make_member, make_storefront
from app.tests import flushing, kept_schema
from common.resilient_cache import close_circuits
from common.tenancy import Caller, Role


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that only a real server can prove are left out, by name, where there is none."""
    from django.conf import settings

    missing = {
        "postgres": "postgresql" not in settings.DATABASES["default"]["ENGINE"],
        "redis": not settings.REDIS_URL,
    }
    for item in items:
        for marker, absent in missing.items():
            if absent and item.get_closest_marker(marker):
                item.add_marker(pytest.mark.skip(reason=f"needs {marker}"))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,
    django_db_createdb: bool,
    django_db_blocker: DjangoDbBlocker,
) -> None:
    if not django_db_createdb:
        with django_db_blocker.unblock():
            kept_schema.use()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    flushing.delete_rather_than_truncate()
    yield
    with django_db_blocker.unblock():
        kept_schema.end_other_sessions()


@dataclass
class Shop:
    """A business with its owner and one storefront."""

    business: Business
    owner: Membership
    storefront: Storefront

    @property
    def id(self) -> uuid.UUID:
        return self.business.id

    @property
    def caller(self) -> Caller:
        return caller_of(self.owner)


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    close_circuits()
    cache.clear()


def _shop(name: str) -> Shop:
    business = make_business(name)
    return Shop(business, make_member(business), make_storefront(business))


@pytest.fixture
def shop(db: None) -> Shop:
    return _shop("Makola Stores")


@pytest.fixture
def other_shop(db: None) -> Shop:
    """A second tenant, whose data must never be seen."""
    return _shop("Kejetia Traders")


@pytest.fixture
def client_of() -> Callable[[Membership], APIClient]:
    """`client_of(membership)`: an API client with that person's token, acting for that business."""

    def build(member: Membership) -> APIClient:
        _, token = AuthToken.objects.create(user=member.user)
        client = APIClient()
        client.credentials(HTTP_AUTHORIZATION=f"Token {token}", HTTP_X_BUSINESS_ID=str(member.business_id))
        return client

    return build


@pytest.fixture
def owner_client(shop: Shop, client_of: Callable[[Membership], APIClient]) -> APIClient:
    return client_of(shop.owner)


@pytest.fixture
def cashier_client(shop: Shop, client_of: Callable[[Membership], APIClient]) -> APIClient:
    return client_of(make_member(shop.business, Role.CASHIER))
