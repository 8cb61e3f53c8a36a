"""Whether this machine's clock can be believed, before what it says ends anything: credits, add-ons, texts.

A clock that leaps would expire every lot there is. It is compared with the database's clock and with the last run of
the periodic jobs.
"""

import datetime as dt

from django.conf import settings
from django.db import connection

from ai_features.queries import operations
from common import clock


class ClockLeap(Exception):
    """The clock cannot be believed; the message says why."""


def check() -> None:
    """Raises `ClockLeap` when the clock differs from the database's, ran backwards, or leapt since the last job."""
    if difference := _differs_from_the_database():
        raise ClockLeap(
            f"This machine's clock says {clock.now():%Y-%m-%d %H:%M} UTC, {_written(difference)} off the database's."
        )
    last = operations.last_job_at()
    if last is None or not settings.CLOCK_LEAP_HOURS:
        return
    gone = clock.now() - last
    if gone < -dt.timedelta(seconds=settings.CLOCK_DRIFT_SECONDS):
        raise ClockLeap(f"The clock ran backwards: the last job began at {last:%Y-%m-%d %H:%M} UTC, in the future.")
    if gone > dt.timedelta(hours=settings.CLOCK_LEAP_HOURS):
        raise ClockLeap(f"The clock says that {_written(gone)} have passed since the last job began.")


def is_believed() -> bool:
    """Whether the clock agrees with the database's: what a request can ask before it lets credits expire."""
    return _differs_from_the_database() is None


def _differs_from_the_database() -> dt.timedelta | None:
    """How far the clocks are apart, when that is more than CLOCK_DRIFT_SECONDS; SQLite has the clock of its machine."""
    if connection.vendor != "postgresql" or not settings.CLOCK_DRIFT_SECONDS:
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        (theirs,) = cursor.fetchone()
    apart = abs(clock.now() - theirs)
    return apart if apart > dt.timedelta(seconds=settings.CLOCK_DRIFT_SECONDS) else None


def _written(length: dt.timedelta) -> str:
    hours = length.total_seconds() / 3600
    return f"{hours / 24:.0f} days" if hours >= 48 else f"{hours:.1f} hours"
