"""Indexes built and dropped while shops go on selling, for migrations with `atomic = False`."""

from collections.abc import Callable
from typing import Any

from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations


class _BesideWrites:
    """PostgreSQL works on the index beside what is written; SQLite has nobody to lock out."""

    concurrent: type[Any]
    plain: type[Any]

    def database_forwards(self, app_label: str, schema_editor: Any, *states: Any) -> None:
        self._operation(schema_editor).database_forwards(self, app_label, schema_editor, *states)

    def database_backwards(self, app_label: str, schema_editor: Any, *states: Any) -> None:
        self._operation(schema_editor).database_backwards(self, app_label, schema_editor, *states)

    def _operation(self, schema_editor: Any) -> type[Any]:
        return self.concurrent if schema_editor.connection.vendor == "postgresql" else self.plain


class AddIndex(_BesideWrites, AddIndexConcurrently):
    """Django's `AddIndex`."""

    concurrent, plain = AddIndexConcurrently, migrations.AddIndex


class RemoveIndex(_BesideWrites, RemoveIndexConcurrently):
    """Django's `RemoveIndex`."""

    concurrent, plain = RemoveIndexConcurrently, migrations.RemoveIndex


def on_postgresql(*statements: str) -> Callable[[Any, Any], None]:
    """For `RunPython`: run each statement where the database is PostgreSQL."""

    def run(apps: Any, schema_editor: Any) -> None:
        if schema_editor.connection.vendor == "postgresql":
            for statement in statements:
                schema_editor.execute(statement, params=None)

    return run
