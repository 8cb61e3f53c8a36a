"""Counting tries: so many in a while, for all processes together."""

import hashlib

from django.core.cache import cache

from common import clock

_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}


def parsed(rate: str) -> tuple[int, int]:
    """ "10/min" as (10, 60)."""
    most, period = rate.split("/")
    return int(most), _SECONDS[period[0]]


def key(scope: str, who: str) -> str:
    """Where tries of `who` are counted; the cache sees neither emails nor network addresses."""
    return f"rate:{scope}:{hashlib.sha256(who.encode(errors='replace')).hexdigest()}"


def counted(key: str, seconds: int) -> int:
    """How often `key` was counted within `seconds` of the first time, this time included. Tries at once all count."""
    if cache.add(key, 1, seconds):
        cache.set(f"{key}:until", clock.now().timestamp() + seconds, seconds)
        return 1
    try:
        return int(cache.incr(key))
    except ValueError:  # it expired in between
        return 1


def seconds_left(key: str) -> float:
    """Until `key` is counted from one again; at least one second."""
    return max(1.0, float(cache.get(f"{key}:until") or 0) - clock.now().timestamp())


def allows(rate: str, scope: str, who: str) -> bool:
    """Count one try of `who`; whether it is within the rate."""
    most, seconds = parsed(rate)
    return counted(key(scope, who), seconds) <= most
