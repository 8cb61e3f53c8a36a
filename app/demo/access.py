"""Log-ins and tokens of the demo: made from this installation's secret key, so that they stay the same."""

import hashlib
import hmac
from typing import Any

from django.conf import settings
from knox.crypto import hash_token
from knox.models import AuthToken
from knox.settings import CONSTANTS, knox_settings

from accounts.models import Business, LogIn, Membership, Storefront, User
from app.demo.load import business_id
from app.demo.profile import Profile
from common import clock
from inventory.models import Product
from sales.models import Customer


def password() -> str:
    """The password of every demo log-in."""
    return f"demo-{_secret('password')[:10]}"


def token(user: User) -> str:
    """The user's demo token, valid from now on as long as any other; a new row only when the last one has expired."""
    key = _secret(f"token {user.email}")
    digest = hash_token(key)
    AuthToken.objects.filter(digest=digest, expiry__lte=clock.now()).delete()
    if not AuthToken.objects.filter(digest=digest).exists():
        expiry = clock.now() + knox_settings.TOKEN_TTL
        held = AuthToken(digest=digest, token_key=key[: CONSTANTS.TOKEN_KEY_LENGTH], user=user, expiry=expiry)
        held.save()
        LogIn.objects.create(token=held, device="The demo's token")
    return key


def described(profile: Profile) -> dict[str, Any]:
    """A demo business for scripts: its log-ins with tokens, owner first, and its ids."""
    business = Business.objects.get(pk=business_id(profile))
    members = {member.user.email: member for member in _members(business) if member.user}
    return {
        "id": str(business.pk),
        "name": business.name,
        "staff": [_login(members[person.email]) for person in profile.people],
        "storefronts": _ids(Storefront.objects.of(business.pk)),
        "products": _ids(Product.objects.of(business.pk)),
        "customers": _ids(Customer.objects.of(business.pk)),
    }


def _members(business: Business) -> Any:
    return Membership.objects.of(business.pk).select_related("user")


def _login(member: Membership) -> dict[str, str]:
    assert member.user
    return {
        "token": token(member.user),
        "email": member.user.email,
        "password": password(),
        "name": member.name,
        "role": member.role,
        "membership_id": str(member.pk),
        "user_id": str(member.user.pk),
    }


def _ids(rows: Any) -> list[dict[str, str]]:
    return [{"id": str(pk), "name": name} for pk, name in rows.order_by("name").values_list("pk", "name")]


def _secret(purpose: str) -> str:
    return hmac.new(settings.SECRET_KEY.encode(), f"demo {purpose}".encode(), hashlib.sha256).hexdigest()
