"""Writing many rows at once, by the fastest way the database has."""

import operator
from collections.abc import Callable, Sequence
from enum import Enum
from typing import Any

from django.db import connection, connections, models

from common import clock, statements

WORTH_IT = 100  # rows; below this one statement is as quick

Read = Callable[[Any], Any]


def insert(rows: Sequence[models.Model]) -> None:
    """Insert new rows of one model, keys already set: by COPY on PostgreSQL, by one prepared INSERT elsewhere.

    Few rows wait for `statements.together`. Like `bulk_create` it runs no `save()` and no signals. Run it inside a
    transaction.
    """
    if len(rows) < WORTH_IT:
        if rows:
            statements.insert(*rows)
        return
    fields = type(rows[0])._meta.concrete_fields
    if connection.vendor == "postgresql":
        _copy(rows, fields)
    else:
        _insert_many(rows, fields)
    for row in rows:
        row._state.adding, row._state.db = False, connection.alias


def change(rows: Sequence[models.Model], *columns: str) -> None:
    """Write these columns of rows of one model that are there already. One query, which may wait in `together`."""
    if not rows:
        return
    model = type(rows[0])
    if connection.vendor != "postgresql":
        model._default_manager.bulk_update(rows, columns)
        return
    fields = [field for field in model._meta.concrete_fields if field.primary_key or field.name in columns]
    quote = connection.ops.quote_name
    names = [quote(field.column or "") for field in fields]
    arrays = ", ".join(f"%s::{field.db_type(connection)}[]" for field in fields)
    table, key = quote(model._meta.db_table), quote(model._meta.pk.column or "")
    to = ", ".join(f"{name} = new.{name}" for name in names if name != key)
    new = f"unnest({arrays}) AS new({', '.join(names)})"
    values = [[getattr(row, field.attname) for row in rows] for field in fields]
    statements.write(f"UPDATE {table} SET {to} FROM {new} WHERE {table}.{key} = new.{key}", values)  # noqa: S608


def tell_planner(*changed: type[models.Model]) -> None:
    """Have PostgreSQL count anew what was just filled: until it has, it plans as if the tables were still small."""
    if connection.vendor == "postgresql":
        names = ", ".join(connection.ops.quote_name(model._meta.db_table) for model in changed)
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {names}")


def _copy(rows: Sequence[models.Model], fields: Sequence[models.Field[Any, Any]]) -> None:
    reads = [_read(field) for field in fields]
    statements.send_waiting()
    with (
        connection.wrap_database_errors,
        connection.cursor() as cursor,
        cursor.copy(f"COPY {_table(fields)} FROM STDIN") as copy,
    ):
        for row in rows:
            copy.write_row([read(row) for read in reads])


def _insert_many(rows: Sequence[models.Model], fields: Sequence[models.Field[Any, Any]]) -> None:
    reads = [_prepared(field) for field in fields]
    values: Any = ([read(row) for read in reads] for row in rows)
    with connection.cursor() as cursor:
        places = ", ".join(["%s"] * len(fields))
        cursor.executemany(f"INSERT INTO {_table(fields)} VALUES ({places})", values)  # noqa: S608


def _table(fields: Sequence[models.Field[Any, Any]]) -> str:
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column or "") for field in fields)
    return f"{quote(fields[0].model._meta.db_table)} ({columns})"


def _read(field: models.Field[Any, Any]) -> Read:
    """A field's value as psycopg takes it, which writes every type itself except JSON, files and choices."""
    if isinstance(field, models.JSONField | models.FileField):
        return _prepared(field)
    if getattr(field, "auto_now_add", False):
        now = clock.now()
        return lambda row: now
    if not field.choices:
        return operator.attrgetter(field.attname)
    name = field.attname
    return lambda row: value.value if isinstance(value := getattr(row, name), Enum) else value


def _prepared(field: models.Field[Any, Any]) -> Read:
    """A field's value as Django would send it; ids and texts, most of a row, the short way."""
    name = field.attname
    if isinstance(field, models.CharField | models.TextField):
        return _read(field)
    is_id = isinstance(getattr(field, "target_field", field), models.UUIDField)
    if is_id and not connection.features.has_native_uuid_field:
        return lambda row: None if (value := getattr(row, name)) is None else value.hex
    database = connections[connection.alias]  # what Django's `connection` looks up each time it is used
    return lambda row: field.get_db_prep_save(field.pre_save(row, add=True), database)
