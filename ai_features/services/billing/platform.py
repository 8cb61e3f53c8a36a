"""The month's cap on what the models may cost for all businesses together.

The sum over all accounts grows with their number, so a process trusts its last reading for a moment, while that is far
from the cap. The cap can be passed by the calls in flight, and by what other processes reserve beyond `MARGIN` of it
within `TRUSTED_SECONDS`.
"""

import datetime as dt
import threading
import time
from decimal import Decimal

from common import money, statements

TRUSTED_SECONDS = 2.0
MARGIN = Decimal("0.1")
COST = "SELECT COALESCE(SUM(month_cost + month_reserved), 0) FROM business_ai_credits WHERE month = %s"


class _Reading:
    """The month's cost as this process last read it, and what it has let through since."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.forget()

    def forget(self) -> None:
        """Read anew at the next call."""
        self._month, self._cost, self._read_at = dt.date.min, money.ZERO, float("-inf")

    def allows(self, cost: Decimal, month: dt.date, cap: Decimal) -> bool:
        """Whether `cost` GHS more stay within `cap`. Only a sum read this instant refuses."""
        with self._lock:
            if self._is_fresh(month) and self._cost + cost <= cap * (1 - MARGIN):
                self._cost += cost
                return True
        read_at = time.monotonic()
        used = statements.total(COST, month.isoformat())
        with self._lock:
            self._month, self._cost, self._read_at = month, used + cost, read_at
        return used + cost <= cap

    def _is_fresh(self, month: dt.date) -> bool:
        return self._month == month and time.monotonic() - self._read_at < TRUSTED_SECONDS


_reading = _Reading()
allows = _reading.allows
forget = _reading.forget
