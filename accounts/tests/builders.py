"""Builders of accounts for tests: `make_business()`, `make_member(role)`, `make_storefront()`."""

import itertools
from typing import Any

from accounts.models import Business, Membership, Storefront, User
from common import clock
from common.tenancy import Caller, Role

_numbers = itertools.count(1)


def make_business(name: str = "", **fields: Any) -> Business:
    return Business.objects.create(name=name or f"Shop {next(_numbers)}", **fields)


def make_user(email: str = "", name: str = "Ama Owner", **fields: Any) -> User:
    """A user whose email is confirmed, unless `email_verified_at=None`."""
    fields = {"email_verified_at": clock.now()} | fields
    return User.objects.create_user(
        email or f"person{next(_numbers)}@example.com", "a-long-pass-phrase", name=name, **fields
    )


def make_member(business: Business, role: Role = Role.OWNER, *, user: User | None = None, name: str = "") -> Membership:
    person = user or make_user(name=name or f"{role.label} {next(_numbers)}")
    return Membership.objects.create(business=business, user=person, role=role, name=name or person.name)


def make_storefront(business: Business, name: str = "Main shop") -> Storefront:
    return Storefront.objects.create(business=business, name=name)


def caller_of(member: Membership) -> Caller:
    assert member.user_id
    role = Role(member.role)
    return Caller(
        business_id=member.business_id,
        membership_id=member.pk,
        user_id=member.user_id,
        role=role,
        storefront_id=member.storefront_id if role == Role.CASHIER else None,
        day_ends_at=member.business.day_ends_at,
    )
