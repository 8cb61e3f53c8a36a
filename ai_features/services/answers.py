"""Answers that can be given again, per business and by facts; and one call for equal requests at once."""

import contextlib
import hashlib
import json
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ai_features.services import shared

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
    found = shared.get(answer_key)
    return found if isinstance(found, dict) else None


def keep(answer_key: str, kept: Kept, seconds: int) -> None:
    shared.put(answer_key, kept, seconds)


class Lease:
    """Who works on an answer while others wait for it. Only saves work: correctness never depends on it."""

    def __init__(self, answer_key: str, seconds: float) -> None:
        self._key = f"{answer_key}:lease"
        self._seconds = seconds
        self.is_ours = False
        self.failed_elsewhere = False

    def wait(self, answer_key: str, before_waiting: Callable[[], None]) -> Kept | None:
        """Take the lease, or wait for whoever has it; what they found, or None when it is now our turn."""
        until = time.monotonic() + self._seconds
        if shared.get(self._key) == _FAILED:  # of a call that is over: we did not wait for it
            shared.drop(self._key)
        while time.monotonic() < until:
            if shared.take(self._key, "working", self._seconds):
                self.is_ours = True
                return find(answer_key)
            before_waiting()
            time.sleep(_POLL_SECONDS)
            if found := find(answer_key):
                return found
            if shared.get(self._key) == _FAILED:
                self.failed_elsewhere = True
                return None
        return None

    def end(self, *, failed: bool) -> None:
        """Let the others go on; told of a failure, they answer without a model too rather than one by one."""
        if not self.is_ours:
            return
        if failed:
            shared.put(self._key, _FAILED, _FAILED_SECONDS)
        else:
            shared.drop(self._key)
        self.is_ours = False


@contextlib.contextmanager
def lease(answer_key: str, seconds: float) -> Iterator[Lease]:
    """A lease that ends with the block, as failed when the block raises."""
    ours = Lease(answer_key, seconds)
    try:
        yield ours
    except BaseException:
        ours.end(failed=False)
        raise
