"""Answers that can be given again, per business and by facts; and one call for equal requests at once."""

import contextlib
import hashlib
import json
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.core.cache import cache

Kept = dict[str, Any]
_POLL_SECONDS = 0.05
_FAILED_SECONDS = 5
_FAILED = "failed"


def key(business_id: uuid.UUID, parts: Mapping[str, Any]) -> str:
    """The key of an answer: the business in clear, everything that the answer depends on as one hash."""
    canonical = json.dumps(parts, sort_keys=True, default=lambda o: str(getattr(o, "pk", o)), ensure_ascii=False)
    return f"ai:answer:{business_id}:{hashlib.sha256(canonical.encode()).hexdigest()}"


def find(answer_key: str) -> Kept | None:
    """What was kept under the key: words with their slots unfilled, so nothing personal is in the cache."""
    found = cache.get(answer_key)
    return found if isinstance(found, dict) else None


def keep(answer_key: str, kept: Kept, seconds: int) -> None:
    cache.set(answer_key, kept, seconds)


class Lease:
    """Who works on an answer while others wait for it. Only saves work: correctness never depends on it.

    Under the key of the answer stands either the answer, or who works on it, or that they failed.
    """

    def __init__(self, answer_key: str, seconds: float) -> None:
        self._key = answer_key
        self._seconds = seconds
        self._at_work = f"at work: {uuid.uuid4()}"
        self._is_ours = False
        self.failed_elsewhere = False

    def wait(self, before_waiting: Callable[[], None]) -> Kept | None:
        """What was kept, or what somebody at work on it finds; None when it is now our turn."""
        until = time.monotonic() + self._seconds
        waited = False
        while True:
            there = cache.get(self._key)
            if isinstance(there, dict):
                return there
            if there == _FAILED:
                if waited:
                    self.failed_elsewhere = True
                    return None
                cache.delete(self._key)  # of a call that was over before we came
            if there in (None, _FAILED) and cache.add(self._key, self._at_work, self._seconds):
                self._is_ours = True
                return None
            if time.monotonic() >= until:
                return None
            before_waiting()
            time.sleep(_POLL_SECONDS)
            waited = True

    def end(self, kept: Kept | None, seconds: int, *, failed: bool) -> None:
        """Let the others have the answer, or go on; told of a failure, they answer without a model too, at once.

        Nothing is told when the lease ran out meanwhile: another is at work by now, or has kept an answer.
        """
        if kept:
            keep(self._key, kept, seconds)
        elif self._is_ours and cache.get(self._key) == self._at_work:
            if failed:
                cache.set(self._key, _FAILED, _FAILED_SECONDS)
            else:
                cache.delete(self._key)
        self._is_ours = False


@contextlib.contextmanager
def lease(answer_key: str, seconds: float) -> Iterator[Lease]:
    """A lease that ends with the block; nothing is kept when the block raises."""
    ours = Lease(answer_key, seconds)
    try:
        yield ours
    except BaseException:
        ours.end(None, 0, failed=False)
        raise
