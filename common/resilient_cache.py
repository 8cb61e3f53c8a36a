"""The cache that all processes share through Redis; while Redis cannot be reached, each process uses its own memory.

Nothing about money is here: balances and budgets are in the database.
"""

from collections.abc import Callable
from typing import Any, TypeVar

import structlog
from django.core.cache import caches
from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.locmem import LocMemCache

from common.circuit import Circuit

log = structlog.get_logger("common.cache")
T = TypeVar("T")
_PAUSE_SECONDS = 5.0
_circuits: dict[str, Circuit] = {}
"""By server, for the whole process: Django makes a cache object in each thread."""


def _either(name: str) -> Callable[..., Any]:
    """The method `name` of the Redis cache, or of this process's own."""

    def method(self: "ResilientRedisCache", *args: Any, **kwargs: Any) -> Any:
        return self.attempt(
            lambda: getattr(self.redis, name)(*args, **kwargs), lambda: getattr(self._own, name)(*args, **kwargs)
        )

    return method


class ResilientRedisCache(BaseCache):
    """Django's cache interface over Redis. A failure is never raised: the process's own memory answers instead.

    After a failure Redis is left alone for some seconds, so that requests do not wait for its timeout one by one.
    """

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        from django_redis.cache import RedisCache  # not loaded where there is no Redis
        from django_redis.exceptions import ConnectionInterrupted
        from redis.exceptions import RedisError

        super().__init__(params)
        self.redis: Any = RedisCache(server, params)
        self._failures = (ConnectionInterrupted, RedisError, OSError)
        self._own = LocMemCache(f"in place of {server}", {**params, "OPTIONS": {}})
        self.circuit = _circuits.setdefault(server, Circuit(failures=1, seconds=_PAUSE_SECONDS))

    def attempt(self, action: Callable[[], T], otherwise: Callable[[], T]) -> T:
        """`action`, or `otherwise` when Redis cannot be reached."""
        if not self.circuit.admits():
            return otherwise()
        try:
            found = action()
        except self._failures as failure:
            self.circuit.failed()
            log.warning("cache_unreachable", failure=type(failure).__name__)
            return otherwise()
        self.circuit.succeeded()
        return found

    add = _either("add")
    get = _either("get")
    set = _either("set")
    touch = _either("touch")
    delete = _either("delete")
    clear = _either("clear")
    incr = _either("incr")
    has_key = _either("has_key")
    get_many = _either("get_many")
    set_many = _either("set_many")
    delete_many = _either("delete_many")


def with_redis(action: Callable[[Any], T], otherwise: Callable[[], T]) -> T:
    """`action` with the Redis client, or `otherwise` where there is no Redis or it cannot be reached."""
    shared = caches["default"]
    if not isinstance(shared, ResilientRedisCache):
        return otherwise()
    return shared.attempt(lambda: action(shared.redis.client.get_client(write=True)), otherwise)


def close_circuits() -> None:
    """Try Redis again at once: for tests."""
    for circuit in _circuits.values():
        circuit.reset()
