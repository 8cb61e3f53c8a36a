"""The statements that every request runs, composed once.

The ORM takes longer to compose them than PostgreSQL to run them, and they run under the lock of an account.
Values still pass through the fields of the models, so both engines read and write what the ORM would.
Within `together` writes wait, and go out as one message when anything else is asked of the database.
"""

import uuid
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Field, Model, QuerySet
from django.db.models.sql import Query

M = TypeVar("M", bound=Model)


_waiting: ContextVar[list[tuple[str, list[Any]]] | None] = ContextVar("waiting", default=None)


@contextmanager
def together() -> Iterator[None]:
    """Send the writes of this block together; whoever reads sees them. Use it inside a transaction."""
    waiting: list[tuple[str, list[Any]]] = []
    token = _waiting.set(waiting)

    def writes_first(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        _send(waiting)
        return execute(sql, params, many, context)

    try:
        with connection.execute_wrapper(writes_first):
            yield
        _send(waiting)
    finally:
        _waiting.reset(token)


def write(sql: str, values: list[Any]) -> None:
    """Run a statement of which nothing is read."""
    waiting = _waiting.get()
    if waiting is None:
        _send([(sql, values)])
    else:
        waiting.append((sql, values))


def send_waiting() -> None:
    """Send what waits in `together`, before something that goes by no cursor's `execute`."""
    if waiting := _waiting.get():
        _send(waiting)


def _send(waiting: list[tuple[str, list[Any]]]) -> None:
    """Run what waits, in order. PostgreSQL takes several statements in one message."""
    statements = waiting.copy()
    waiting.clear()
    if connection.vendor == "postgresql" and len(statements) > 1:
        statements = [
            (";\n".join(sql for sql, _ in statements), [value for _, values in statements for value in values])
        ]
    for sql, values in statements:
        with connection.cursor() as cursor:
            cursor.execute(sql, values)


@dataclass(frozen=True, slots=True)
class Question:
    """A select that is still to be asked. Its columns are rows of `models`, or else `fields`."""

    models: tuple[type[Model], ...]
    sql: str
    values: tuple[Any, ...]
    fields: "tuple[Field[Any, Any], ...]" = ()


def rows_where(model: type[Model], where: str, *values: Any, lock: bool = False) -> Question:
    """For the rows for which `where` holds; `lock` keeps them locked until the transaction ends."""
    sql = f"{_select((model,))} FROM {model._meta.db_table} WHERE {where}"
    if lock and connection.features.has_select_for_update:
        sql += f" {connection.ops.for_update_sql(no_key=True)}"
    return Question((model,), sql, values)


def rows_joined(models: tuple[type[Model], ...], tables: str, *values: Any) -> Question:
    """For a row of each model for each row of the join `tables`, which ends in its condition."""
    return Question(models, f"{_select(models)} FROM {tables}", values)


def ids(rows: "QuerySet[Any]") -> Question:
    """For the keys of the rows of a queryset."""
    sql, values = rows.values_list("pk").query.sql_with_params()
    return Question((), sql, tuple(values), (rows.model._meta.pk,))


def columns(fields: "tuple[Field[Any, Any], ...]", sql: str, *values: Any) -> Question:
    """For the rows of a whole statement, each column read as the field in its place."""
    return Question((), sql, values, fields)


def ask(*questions: Question) -> list[list[tuple[Any, ...]]]:
    """The answers to each: tuples of columns, or of one row of every model or None where a join found none.

    PostgreSQL takes them in one message, and each still sees what was committed when its own turn came.
    """
    answers = zip(questions, _found(questions), strict=True) if questions else ()
    return [_answer(question, found) for question, found in answers]


def select(model: type[M], where: str, *values: Any, lock: bool = False) -> list[M]:
    """The rows for which `where` holds; `lock` keeps them locked until the transaction ends."""
    (found,) = ask(rows_where(model, where, *values, lock=lock))
    return [row for (row,) in found]


def joined(models: tuple[type[Model], ...], tables: str, *values: Any) -> list[tuple[Any, ...]]:
    """A row of each model for each row of the join `tables`, which ends in its condition; None where there is none."""
    (found,) = ask(rows_joined(models, tables, *values))
    return found


def values(fields: "tuple[Field[Any, Any], ...]", sql: str, *given: Any) -> list[tuple[Any, ...]]:
    """The rows of a whole statement, each column read as the field in its place."""
    (found,) = ask(columns(fields, sql, *given))
    return found


def _found(questions: Sequence[Question]) -> Iterator[list[tuple[Any, ...]]]:
    together = connection.vendor == "postgresql"
    messages = [questions] if together else [[question] for question in questions]
    with connection.cursor() as cursor:
        for message in messages:
            values = [_plain(value) for question in message for value in question.values]
            cursor.execute(";\n".join(question.sql for question in message), values)
            yield cursor.fetchall()
            for _ in message[1:]:
                cursor.nextset()
                yield cursor.fetchall()


def _answer(question: Question, found: list[Any]) -> list[tuple[Any, ...]]:
    if not question.models:
        return [tuple(row) for row in _converted(question.fields, found)]
    return [_models(question.models, row) for row in _converted(_columns(question.models), found)]


def _models(models: tuple[type[Model], ...], row: Sequence[Any]) -> tuple[Any, ...]:
    made: list[Model | None] = []
    start = 0
    for model in models:
        names = _names(model)
        part = row[start : start + len(names)]
        made.append(None if part[0] is None else model.from_db(DEFAULT_DB_ALIAS, names, part))
        start += len(names)
    return tuple(made)


def insert(*rows: Model) -> None:
    """Add rows of one model, their keys given or left to the database."""
    fields = [field for field in _fields(type(rows[0])) if not _counts_itself(field)]
    values = [field.get_db_prep_save(field.pre_save(row, True), connection) for row in rows for field in fields]
    write(_insert(type(rows[0]), len(rows)), values)
    for row in rows:
        row._state.adding, row._state.db = False, connection.alias


def update(row: Model, *names: str) -> None:
    """Write the named fields of a row."""
    model = type(row)
    values = [_prepared(model._meta.get_field(name), getattr(row, name)) for name in names]
    write(_update(model, names), [*values, _plain(row.pk)])


def among(column: str, values: Collection[Any]) -> tuple[str, list[Any]]:
    """The condition that a column has one of these values, and the values to go with it."""
    if connection.vendor == "postgresql":
        return f"{column} = ANY(%s)", [list(values)]
    return f"{column} IN ({', '.join(['%s'] * len(values))})", list(values)


def total(sql: str, *values: Any) -> Decimal:
    """The one number that a statement answers."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return Decimal(str(cursor.fetchone()[0]))


def _prepared(field: Any, value: Any) -> Any:
    return field.get_db_prep_save(value, connection)


def _plain(value: Any) -> Any:
    """A key as the engine stores it."""
    return value.hex if isinstance(value, uuid.UUID) and not connection.features.has_native_uuid_field else value


def _counts_itself(field: Any) -> bool:
    return bool(field.primary_key and field.get_internal_type() == "BigAutoField")


@lru_cache
def _fields(model: type[Model]) -> "tuple[Field[Any, Any], ...]":
    return tuple(model._meta.concrete_fields)


@lru_cache
def _names(model: type[Model]) -> list[str]:
    return [field.attname for field in _fields(model)]


def _converted(fields: "tuple[Field[Any, Any], ...]", rows: Iterable[Any]) -> Iterable[Any]:
    converters = _converters(fields, connection.vendor)
    return _compiler().apply_converters(rows, converters) if converters else rows


@lru_cache
def _converters(fields: "tuple[Field[Any, Any], ...]", vendor: str) -> dict[int, Any]:
    """What makes Python's values of the columns; nothing to do on PostgreSQL. The same for every connection."""
    columns = [field.get_col(field.model._meta.db_table) for field in fields]
    found: dict[int, Any] = _compiler().get_converters(columns)
    return found


def _compiler() -> Any:
    return Query(None).get_compiler(DEFAULT_DB_ALIAS)


@lru_cache
def _columns(models: tuple[type[Model], ...]) -> "tuple[Field[Any, Any], ...]":
    return tuple(field for model in models for field in _fields(model))


@lru_cache
def _select(models: tuple[type[Model], ...]) -> str:
    columns = [f'"{model._meta.db_table}"."{field.column}"' for model in models for field in _fields(model)]
    return f"SELECT {', '.join(columns)}"


@lru_cache
def _insert(model: type[Model], rows: int) -> str:
    columns = [f'"{field.column}"' for field in _fields(model) if not _counts_itself(field)]
    places = f"({', '.join(['%s'] * len(columns))})"
    return f'INSERT INTO "{model._meta.db_table}" ({", ".join(columns)}) VALUES {", ".join([places] * rows)}'  # noqa: S608


@lru_cache
def _update(model: type[Model], names: tuple[str, ...]) -> str:
    columns = ", ".join(f'"{model._meta.get_field(name).column}" = %s' for name in names)  # type: ignore[union-attr]
    return f'UPDATE "{model._meta.db_table}" SET {columns} WHERE "{model._meta.pk.column}" = %s'  # noqa: S608
