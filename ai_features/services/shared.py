"""What web processes share through the cache, and what each does on its own while the cache cannot be reached.

Nothing about money is here: balances and budgets are in the database.
"""

from collections.abc import Callable
from typing import Any, TypeVar

import structlog
from django.core.cache import cache
from django_redis.exceptions import ConnectionInterrupted
from redis.exceptions import RedisError

from ai_features.services.circuit import Circuit

log = structlog.get_logger("ai_features.shared")
T = TypeVar("T")
_PAUSE_SECONDS = 5.0


breaker = Circuit(failures=1, seconds=_PAUSE_SECONDS)
"""After a failure Redis is left alone for a moment, so that no request waits for its timeout again and again."""


def attempt(action: Callable[[], T], otherwise: Callable[[], T]) -> T:
    """`action`, or `otherwise` when the cache cannot be reached."""
    if not breaker.admits():
        return otherwise()
    try:
        found = action()
    except (ConnectionInterrupted, RedisError, OSError) as failure:
        breaker.failed()
        log.warning("cache_unreachable", failure=type(failure).__name__)
        return otherwise()
    breaker.succeeded()
    return found


def get(key: str) -> Any:
    """The cached value, or None."""
    return attempt(lambda: cache.get(key), lambda: None)


def put(key: str, value: Any, seconds: float) -> None:
    """Keep a value, when there is somewhere to keep it."""
    attempt(lambda: cache.set(key, value, seconds), lambda: None)


def take(key: str, value: Any, seconds: float) -> bool:
    """Whether the key was free and is ours now; True as well when the cache cannot say."""
    return attempt(lambda: bool(cache.add(key, value, seconds)), lambda: True)


def drop(key: str) -> None:
    attempt(lambda: cache.delete(key), lambda: None)
