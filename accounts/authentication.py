"""Who sends a request: the owner of its token."""

import datetime as dt
from typing import Any

from django.conf import settings
from drf_spectacular.contrib.knox_auth_token import KnoxTokenScheme
from knox.auth import TokenAuthentication as KnoxAuthentication
from knox.crypto import hash_token
from knox.models import AuthToken
from knox.settings import knox_settings
from rest_framework.exceptions import AuthenticationFailed

from accounts.models import LogIn, User
from common import clock, statements

_OWNED = "knox_authtoken JOIN accounts_user ON accounts_user.id = knox_authtoken.user_id WHERE digest = %s"


RENEWED_EVERY = dt.timedelta(days=1)


class TokenAuthentication(KnoxAuthentication):
    """`Authorization: Token …`, found by its hash in one query; any bytes that are no token are refused alike.

    A token that is used stays good for `TOKEN_DAYS` more, `TOKEN_LONGEST_DAYS` in all; that is written once a day.
    """

    def authenticate_credentials(self, token: bytes) -> tuple[Any, AuthToken]:
        digest = hash_token(token.decode("latin-1"))
        found = statements.joined((AuthToken, User), _OWNED, digest)
        for kept, user in found:
            if kept.expiry and kept.expiry > clock.now() and user.is_active:
                renew(kept)
                return user, kept
        raise AuthenticationFailed


def renew(kept: AuthToken) -> None:
    """Move the end of a log-in that is in use, at most once a day and never beyond its longest."""
    now = clock.now()
    last = kept.created + dt.timedelta(days=settings.TOKEN_LONGEST_DAYS)
    end = min(now + knox_settings.TOKEN_TTL, last)
    if end - kept.expiry < RENEWED_EVERY:
        return
    AuthToken.objects.filter(pk=kept.pk, expiry=kept.expiry).update(expiry=end)
    LogIn.objects.filter(token=kept.pk).update(last_used_at=now)
    kept.expiry = end


class TokenScheme(KnoxTokenScheme):  # type: ignore[no-untyped-call]
    """How the OpenAPI page describes it."""

    target_class = "accounts.authentication.TokenAuthentication"
    name = "token"
