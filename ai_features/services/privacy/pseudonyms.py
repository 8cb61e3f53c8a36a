"""The names under which a model knows people."""

import hashlib
import hmac

from django.conf import settings

_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"


def pseudonym(seed: str, key: str) -> str:
    """A name for a person that tells nothing: "Person KDXQB"; the same for the same seed and key."""
    digest = hmac.new(settings.SECRET_KEY.encode(), f"{seed}:{key}".encode(), hashlib.sha256).digest()
    return "Person " + "".join(_LETTERS[byte % len(_LETTERS)] for byte in digest[:5])
