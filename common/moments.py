"""When a document is dated: now, or by an owner or manager, earlier; and days to come that people agree on."""

import datetime as dt

from common import clock, errors
from common.tenancy import MANAGEMENT, Caller

EARLIEST = dt.date(2000, 1, 1)
LATEST = dt.date(2200, 1, 1)


def dated(caller: Caller, moment: dt.datetime | None, *, field: str, what: str, offline: bool = False) -> dt.datetime:
    """The moment to write on `what` ("a sale"): the one asked for, or now.

    Raises `InvalidInput` naming `field` for the future or a slip of the year, `NotAllowed` where a cashier asks for
    an earlier one, unless it was noted by a till that was `offline` then.
    """
    now = clock.now()
    if moment is None:
        return now
    if moment > now:
        raise errors.InvalidInput.field(field, f"{what.capitalize()} cannot be in the future.")
    if moment < clock.start_of(EARLIEST):
        raise errors.InvalidInput.field(field, "This is too long ago; please check the year.")
    if caller.role not in MANAGEMENT and not offline:
        raise errors.NotAllowed(f"Only an owner or manager may enter {what} of an earlier time.")
    return moment


def to_come(day: dt.date, *, field: str) -> dt.date:
    """A day to come as it was agreed on. Raises `InvalidInput` naming `field` for a slip of the year."""
    if day >= LATEST:
        raise errors.InvalidInput.field(field, "This is too far ahead; please check the year.")
    return day


def owed_on(day: dt.date, *, field: str) -> dt.date:
    """A day, gone by or to come, on which something was to be paid. Raises `InvalidInput` for a slip of the year."""
    if day < EARLIEST:
        raise errors.InvalidInput.field(field, "This is too long ago; please check the year.")
    return to_come(day, field=field)
