"""How often somebody may try to get in."""

import hashlib
from typing import TYPE_CHECKING

from rest_framework.request import Request
from rest_framework.throttling import SimpleRateThrottle

if TYPE_CHECKING:
    from rest_framework.views import APIView


class _ByAddress(SimpleRateThrottle):
    def get_cache_key(self, request: Request, view: "APIView") -> str:
        return self.cache_format % {"scope": self.scope, "ident": self.get_ident(request)}


class LoginByAddress(_ByAddress):
    """Attempts from one address."""

    scope = "login"


class LoginByEmail(SimpleRateThrottle):
    """Attempts on one account, from wherever. The cache sees only a hash of the email."""

    scope = "login"

    def get_cache_key(self, request: Request, view: "APIView") -> str | None:
        body = request.data if isinstance(request.data, dict) else {}
        email = str(body.get("email", "")).strip().lower()
        if not email:
            return None
        ident = "email-" + hashlib.sha256(email.encode(errors="replace")).hexdigest()
        return self.cache_format % {"scope": self.scope, "ident": ident}


class RegisterByAddress(_ByAddress):
    """New accounts from one address."""

    scope = "register"
