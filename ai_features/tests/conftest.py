"""Fixtures of the AI features' tests: local servers in place of the vendors'."""

from collections.abc import Iterator

import pytest
from pytest_django.fixtures import Settings

from ai_features.tests.stubs.paystack import PaystackStub


@pytest.fixture
def paystack(settings: Settings) -> Iterator[PaystackStub]:
    """A local Paystack that our client is pointed at. At the end its traffic must have been as the vendor describes."""
    with PaystackStub() as stub:
        settings.PAYSTACK_BASE_URL = stub.url
        settings.PAYSTACK_SECRET_KEY = stub.secret
        yield stub
    assert stub.violations == []
