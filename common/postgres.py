"""What is PostgreSQL's own: connections that give up on a silent server, memory for groups, one state for many."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.db import connection, transaction
from psycopg.errors import _WaitTimeout


class BoundedConnection(psycopg.Connection[Any]):
    """Every wait for the server ends after `longest_wait` seconds; 0 waits for ever.

    A server that accepts and is then silent (a frozen disk, a stopped process) would otherwise keep its thread.
    """

    longest_wait = 0

    def wait(self, gen: Any, interval: float = 0.1, timeout: float | None = None) -> Any:
        try:
            return super().wait(gen, interval, timeout or self.longest_wait or None)
        except _WaitTimeout as silent:
            self.pgconn.finish()
            raise psycopg.OperationalError("the server did not answer in time") from silent


def bounded(seconds: int) -> type[BoundedConnection]:
    """Connections whose longest wait is so many seconds."""
    return type("BoundedConnection", (BoundedConnection,), {"longest_wait": seconds})


@contextmanager
def memory_for_groups(megabytes: int) -> Iterator[None]:
    """Within, queries may group and sort in so many megabytes before they write to disk; SQLite has no such limit."""
    with transaction.atomic(savepoint=False):
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(f"SET LOCAL work_mem = '{megabytes:d}MB'")
        yield


@contextmanager
def one_state() -> Iterator[None]:
    """The queries inside see the database as it is at the first of them, or as the transaction that is open does."""
    if connection.in_atomic_block or connection.vendor != "postgresql":
        yield
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield
