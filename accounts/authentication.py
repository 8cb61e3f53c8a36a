"""Who sends a request: the owner of its token."""

from typing import Any

from drf_spectacular.contrib.knox_auth_token import KnoxTokenScheme
from knox.auth import TokenAuthentication as KnoxAuthentication
from knox.crypto import hash_token
from knox.models import AuthToken
from rest_framework.exceptions import AuthenticationFailed

from common import clock


class TokenAuthentication(KnoxAuthentication):
    """`Authorization: Token …`, found by its hash in one query; any bytes that are no token are refused alike."""

    def authenticate_credentials(self, token: bytes) -> tuple[Any, AuthToken]:
        digest = hash_token(token.decode("latin-1"))
        found = AuthToken.objects.select_related("user").filter(pk=digest, expiry__gt=clock.now()).first()
        if found is None or not found.user.is_active:
            raise AuthenticationFailed
        return found.user, found


class TokenScheme(KnoxTokenScheme):  # type: ignore[no-untyped-call]
    """How the OpenAPI page describes it."""

    target_class = "accounts.authentication.TokenAuthentication"
    name = "token"
