"""Work over many rows of which one may be broken: each is done on its own, and what failed is counted."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import structlog
from django.db import connections

log = structlog.get_logger("sweeps")
Row = TypeVar("Row")
Done = TypeVar("Done")


class SomeFailed(Exception):
    """Rows of a sweep failed: `failed` of them, the first with `first`. All others are done."""

    def __init__(self, failed: int, first: Exception) -> None:
        super().__init__(f"{failed} failed, the first with {type(first).__name__}: {first}")
        self.failed = failed
        self.first = first


def each(rows: Iterable[Row], act: Callable[[Row], Done | None], *, name: str) -> Iterator[Done]:
    """Act on each row and yield what was done, leaving None out.

    A row that raises is logged with `name`, and the rest goes on; raises `SomeFailed` at the end.
    """
    broken: list[Exception] = []
    for row in rows:
        try:
            done = act(row)
        except Exception as problem:  # one broken row must not keep the others waiting
            log.exception("row_failed", sweep=name, row=str(getattr(row, "pk", row)))
            broken.append(problem)
            drop_broken_connections()
        else:
            if done is not None:
                yield done
    if broken:
        raise SomeFailed(len(broken), broken[0]) from broken[0]


def drop_broken_connections() -> None:
    """Close what the database has dropped, so that the work to come opens a connection anew."""
    for connection in connections.all(initialized_only=True):
        if not connection.in_atomic_block:
            connection.close_if_unusable_or_obsolete()
