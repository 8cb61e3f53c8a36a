"""How often a stream of a business had shown something and was not charged: its caller left, or its words failed."""

import contextlib
import time
import uuid

from django.conf import settings
from django.core.cache import cache

from ai_features.services.sharing.limits import HOUR


def note(business_id: uuid.UUID) -> None:
    """One more in this hour."""
    key = _key(business_id)
    if not cache.add(key, 1, HOUR):
        with contextlib.suppress(ValueError):  # Redis went away in between, and its count with it
            cache.incr(key)


def too_many(business_id: uuid.UUID) -> bool:
    """Whether there were AI_STREAM_DROPS_PER_HOUR in this hour; no when the cache cannot say."""
    dropped: int = cache.get(_key(business_id)) or 0
    most: int = settings.AI_STREAM_DROPS_PER_HOUR
    return dropped >= most


def _key(business_id: uuid.UUID) -> str:
    return f"pos:ai:dropped:{business_id}:{int(time.time() // HOUR)}"
