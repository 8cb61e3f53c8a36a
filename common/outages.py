"""Which errors mean that the database or the disk cannot serve now, so that the same request may succeed later."""

import errno
import sqlite3

from django.db import InterfaceError, OperationalError

RETRY_AFTER_SECONDS = 5
_CLASSES = ("08", "53", "57P")
"""Of SQLSTATE: connection lost; no disk, memory or connections left; server stopping or starting."""
_READ_ONLY = "25006"
"""A standby that has not taken over yet."""
_SQLITE = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR})


_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def is_outage(problem: BaseException | None) -> bool:
    """Whether the database is down, full or busy, or the disk that files are written to is full."""
    if isinstance(problem, OSError):
        return problem.errno in _NO_ROOM
    if isinstance(problem, InterfaceError):
        return True
    if not isinstance(problem, OperationalError):
        return False
    cause = problem.__cause__
    if isinstance(cause, sqlite3.Error):
        return getattr(cause, "sqlite_errorcode", 0) & 0xFF in _SQLITE
    state: str | None = getattr(cause, "sqlstate", None)
    return state is None or state == _READ_ONLY or state.startswith(_CLASSES)
