"""Fixtures of the sales tests."""

import pytest

from accounts.models import Membership
from accounts.tests.builders import make_member
from common.tenancy import Role
from conftest import Shop


@pytest.fixture
def manager(shop: Shop) -> Membership:
    return make_member(shop.business, Role.MANAGER)
