"""The names under which a model knows people and suppliers."""

import hashlib
import hmac

from django.conf import settings

_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
SUPPLIER = "supplier:"
"""Begins the key of a supplier."""


def pseudonym(seed: str, key: str) -> str:
    """A name for a person that tells nothing: "Person KDXQB"; the same for the same seed and key."""
    digest = hmac.new(settings.SECRET_KEY.encode(), f"{seed}:{key}".encode(), hashlib.sha256).digest()
    what = "Supplier" if key.startswith(SUPPLIER) else "Person"
    return f"{what} " + "".join(_LETTERS[byte % len(_LETTERS)] for byte in digest[:5])
