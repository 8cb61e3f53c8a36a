"""How the tests that commit clear the database after themselves: by deleting rows, and no rows that come back anyway.

Django truncates each of a hundred tables, which makes new files for each and its indexes: on PostgreSQL that takes
thirty times as long as to delete the few rows there are. Content types and permissions stay, so that the signal that
makes them need not be sent.
"""

from collections.abc import Sequence
from typing import Any

from django.core.management.commands import flush
from django.db import connection

from inventory.models import Change
from sales.models import StaleDay

STAY = {"django_content_type", "auth_permission"}
FILLED_BY_TRIGGERS = {Change._meta.db_table, StaleDay._meta.db_table}
"""Cleared last."""


def delete_rather_than_truncate() -> None:
    truncating = connection.ops.sql_flush

    def sql_flush(style: Any, tables: Sequence[str], **options: Any) -> list[str]:
        cleared = sorted(set(tables) - STAY, key=lambda table: table in FILLED_BY_TRIGGERS)
        if connection.vendor != "postgresql":
            return truncating(style, cleared, **options)
        quoted = map(connection.ops.quote_name, cleared)
        return ["SET CONSTRAINTS ALL DEFERRED", *(f"DELETE FROM {table}" for table in quoted)]  # noqa: S608

    connection.ops.sql_flush = sql_flush  # type: ignore[method-assign]
    flush.emit_post_migrate_signal = lambda *_: None  # type: ignore[attr-defined]
