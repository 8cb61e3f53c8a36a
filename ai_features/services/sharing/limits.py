"""How often a business may ask: a minute, an hour, a day, and per feature. Redis counts for all processes."""

import threading
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from common.errors import DomainError
from common.resilient_cache import with_redis

MINUTE, HOUR, DAY = 60, 3600, 86_400

_SCRIPT = """
for i, key in ipairs(KEYS) do
  if tonumber(redis.call('GET', key) or '0') >= tonumber(ARGV[2 * i - 1]) then
    return i
  end
end
for i, key in ipairs(KEYS) do
  if redis.call('INCR', key) == 1 then
    redis.call('EXPIRE', key, ARGV[2 * i])
  end
end
return 0
"""


class RateLimited(DomainError):
    """Carries `retry_after` in seconds, and `limit` with its `period`."""

    code = "rate_limited"


@dataclass(frozen=True, slots=True)
class Window:
    """`limit` requests in `seconds`, counted in windows that begin at multiples of `seconds`: days are Accra's."""

    scope: str
    seconds: int
    limit: int

    def key(self, business_id: uuid.UUID, now: float) -> str:
        return f"pos:ai:rate:{business_id}:{self.scope}:{self.seconds}:{int(now // self.seconds)}"

    def left(self, now: float) -> int:
        """Seconds until the window ends, at least one."""
        return max(1, int(self.seconds - now % self.seconds))


def windows(feature: str, own: Sequence[tuple[int, int | None]] = ()) -> list[Window]:
    """The windows of every feature together, and the feature's own: [(seconds, limit or None)]."""
    limits = settings.AI_RATE_LIMITS
    general = [
        Window("all", MINUTE, limits["requests_per_minute"]),
        Window("all", HOUR, limits["requests_per_hour"]),
        Window("all", DAY, limits["requests_per_day"]),
    ]
    return [*general, *(Window(feature, seconds, limit) for seconds, limit in own if limit is not None)]


def count(business_id: uuid.UUID, wanted: Sequence[Window]) -> None:
    """Count one request in every window, all or none of them. Raises `RateLimited` when one is full."""
    now = time.time()
    keys = [window.key(business_id, now) for window in wanted]
    full = with_redis(lambda client: _shared_count(client, keys, wanted), lambda: _own_counts.count(keys, wanted, now))
    if full:
        window = wanted[full - 1]
        raise _refusal(window, window.left(now))


def _refusal(window: Window, seconds: int) -> RateLimited:
    period = {MINUTE: "minute", HOUR: "hour", DAY: "day"}[window.seconds]
    return RateLimited(
        f"That was more than {window.limit} AI requests a {period}; try again in {seconds} seconds.",
        retry_after=seconds,
        limit=window.limit,
        period=period,
    )


def _shared_count(client: Any, keys: Sequence[str], wanted: Sequence[Window]) -> int:
    """In Redis, in one atomic step; 0, or the number of the window that is full."""
    arguments = [part for window in wanted for part in (window.limit, window.seconds + 1)]
    return int(client.eval(_SCRIPT, len(keys), *keys, *arguments))


class _OwnCounts:
    """The same counts kept in this process, for one without Redis."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: dict[str, tuple[int, float]] = {}

    def count(self, keys: Sequence[str], wanted: Sequence[Window], now: float) -> int:
        with self._lock:
            for number, (key, window) in enumerate(zip(keys, wanted, strict=True), 1):
                if self._counts.get(key, (0, 0.0))[0] >= window.limit:
                    return number
            if len(self._counts) > 10_000:
                self._counts = {k: v for k, v in self._counts.items() if v[1] > now}
            for key, window in zip(keys, wanted, strict=True):
                self._counts[key] = (self._counts.get(key, (0, 0.0))[0] + 1, now + window.seconds)
        return 0

    def clear(self) -> None:
        with self._lock:
            self._counts.clear()


_own_counts = _OwnCounts()


def forget() -> None:
    """Start counting anew in this process: for tests."""
    _own_counts.clear()
