"""A circuit breaker: what failed several times in a row is left alone for a while, then tried by one caller."""

import threading
import time
from collections.abc import Callable


class Circuit:
    """Open after `failures` in a row, for `seconds`; then one call at a time is let through until one succeeds.

    Ask `admits` before a call and tell `succeeded` or `failed` after it; a call that tells neither is taken as
    failed after `seconds`. Safe from many threads. With `failures` zero it never opens.
    """

    def __init__(self, failures: int, seconds: float, now: Callable[[], float] = time.monotonic) -> None:
        self._most = failures
        self._seconds = seconds
        self._now = now
        self._failed = 0
        self._next_try = 0.0
        self._lock = threading.Lock()

    @property
    def is_open(self) -> bool:
        return 0 < self._most <= self._failed

    def admits(self) -> bool:
        """Whether to make the call."""
        if not self.is_open:
            return True
        with self._lock:
            if self._now() < self._next_try:
                return False
            self._next_try = self._now() + self._seconds
            return True

    def failed(self) -> bool:
        """Note a failure; True when it was the one that opened the circuit."""
        with self._lock:
            self._failed += 1
            self._next_try = self._now() + self._seconds
            return self._failed == self._most

    def succeeded(self) -> bool:
        """Note a success; True when it closed the circuit."""
        with self._lock:
            closes = self.is_open
            self._failed = 0
            return closes

    def reset(self) -> None:
        """Closed, with nothing against it."""
        self.succeeded()
