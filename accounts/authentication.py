"""Who sends a request: the owner of its token."""

from typing import Any

from drf_spectacular.contrib.knox_auth_token import KnoxTokenScheme
from knox.auth import TokenAuthentication as KnoxAuthentication
from knox.crypto import hash_token
from knox.models import AuthToken
from rest_framework.exceptions import AuthenticationFailed

from accounts.models import User
from common import clock, statements

_OWNED = "knox_authtoken JOIN accounts_user ON accounts_user.id = knox_authtoken.user_id WHERE digest = %s"


class TokenAuthentication(KnoxAuthentication):
    """`Authorization: Token …`, found by its hash in one query; any bytes that are no token are refused alike."""

    def authenticate_credentials(self, token: bytes) -> tuple[Any, AuthToken]:
        digest = hash_token(token.decode("latin-1"))
        found = statements.joined((AuthToken, User), _OWNED, digest)
        for kept, user in found:
            if kept.expiry and kept.expiry > clock.now() and user.is_active:
                return user, kept
        raise AuthenticationFailed


class TokenScheme(KnoxTokenScheme):  # type: ignore[no-untyped-call]
    """How the OpenAPI page describes it."""

    target_class = "accounts.authentication.TokenAuthentication"
    name = "token"
