"""What an import made, changed and removed, batch by batch, and how all of it is taken back."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import CASCADE, SET_NULL, Model, QuerySet

from common import bulk
from common.errors import Conflict
from common.tenancy import TenantModel

Kept = dict[str, str | None]
CHUNK = 1_000  # rows named in one statement


class ImportStep(TenantModel):
    """One batch of an import. Abstract: a child has the foreign key `job`, whose reverse is `steps`.

    `made`: ids by model. `changed`: by model and id the values before and after. `removed`: whole rows by model.
    """

    number = models.PositiveIntegerField()
    made = models.JSONField(default=dict)
    changed = models.JSONField(default=dict)
    removed = models.JSONField(default=dict)

    class Meta:
        abstract = True
        ordering = ["-number"]

    def __str__(self) -> str:
        return f"step {self.number}"


class Journal:
    """What one batch does, noted while it does it."""

    def __init__(self) -> None:
        self.made: dict[str, list[str]] = defaultdict(list)
        self.removed: dict[str, list[Kept]] = defaultdict(list)
        self._watched: dict[tuple[str, str], tuple[Model, Kept]] = {}

    def add(self, rows: Iterable[Model]) -> None:
        """Rows that are new."""
        for row in rows:
            self.made[row._meta.label].append(str(row.pk))

    def watch(self, rows: Iterable[Model], fields: Sequence[str]) -> None:
        """Rows that are about to change in these fields; what they hold at the end is read from them then."""
        for row in rows:
            self._watched.setdefault((row._meta.label, str(row.pk)), (row, _kept(row, fields)))

    def remove(self, rows: Iterable[Model]) -> None:
        """Rows that are about to be deleted."""
        for row in rows:
            self.removed[row._meta.label].append(_kept(row, _fields(type(row))))

    def step(self) -> dict[str, Any]:
        """The fields of the `ImportStep` that keeps it."""
        changed: dict[str, dict[str, list[Kept]]] = defaultdict(dict)
        for (label, key), (row, before) in self._watched.items():
            if (after := _kept(row, before)) != before:
                changed[label][key] = [before, after]
        return {"made": self.made, "changed": changed, "removed": self.removed}


def take_back(steps: Iterable[ImportStep], *, documents: Sequence[type[Model]], names: Sequence[type[Model]]) -> int:
    """Undo steps, the latest first, inside the caller's transaction; how many rows stay because they are used since.

    `documents` are deleted in this order, and all of them or nothing: raises `Conflict` where something was built on
    one. Of `names`, what is used by anything else stays.
    """
    made: dict[str, list[str]] = defaultdict(list)
    for step in steps:
        _restore(step)
        for label, keys in step.made.items():
            made[label] += keys
        for model in documents:
            for rows in _chunks(model, reversed(made.pop(model._meta.label, []))):
                _delete(rows)
        for label, removed in step.removed.items():
            _put_back(apps.get_model(label), removed)
    return sum(_forget(rows) for model in names for rows in _chunks(model, reversed(made.get(model._meta.label, []))))


def touched(steps: Iterable[ImportStep]) -> set[str]:
    """The ids of every row that the steps made or changed."""
    found: set[str] = set()
    for step in steps:
        found.update(*step.made.values(), *step.changed.values())
    return found


def _restore(step: ImportStep) -> None:
    for label, rows in step.changed.items():
        model = apps.get_model(label)
        for key, (before, after) in rows.items():
            row = model._default_manager.select_for_update().get(pk=key)
            values = {name: _value(model, name, text) for name, text in after.items()}
            if any(getattr(row, name) != value for name, value in values.items()):
                raise Conflict(f"{row} has changed since, so this import can no longer be undone.")
            for name, text in before.items():
                setattr(row, name, _value(model, name, text))
            row.save(update_fields=list(before))


def _put_back(model: type[Model], removed: Sequence[Kept]) -> None:
    """Insert rows as they were, with the moment they were first made."""
    bulk.insert([_row(model, kept) for kept in removed])
    model._default_manager.bulk_update([_row(model, kept) for kept in removed], ["created_at"], batch_size=CHUNK)


def _delete(rows: QuerySet[Any]) -> None:
    """Delete rows with what is part of them. Raises `Conflict` where anything else refers to one."""
    for relation in rows.model._meta.related_objects:
        users: QuerySet[Any] = relation.related_model._base_manager.filter(**{f"{relation.field.name}__in": rows})
        if relation.related_model is rows.model:
            users = users.exclude(pk__in=rows)
        if relation.on_delete is CASCADE:
            _delete(users)
        elif relation.on_delete is SET_NULL:
            users.update(**{relation.field.name: None})
        elif user := users.select_related(relation.field.name).first():
            used, what = getattr(user, relation.field.name), relation.related_model._meta.verbose_name
            raise Conflict(f"{used} has been used since (by a {what}), so this import can no longer be undone.")
    rows._raw_delete(rows.db)


def _forget(rows: QuerySet[Any]) -> int:
    """Delete the rows that nothing refers to, and then those that only these referred to; how many stay."""
    while (free := rows.exclude(pk__in=_used(rows))).exists():
        free._raw_delete(free.db)
    return rows.count()


def _used(rows: QuerySet[Any]) -> set[uuid.UUID]:
    used: set[uuid.UUID] = set()
    for relation in rows.model._meta.related_objects:
        users = relation.related_model._base_manager.filter(**{f"{relation.field.name}__in": rows})
        used.update(users.order_by().values_list(relation.field.attname, flat=True).distinct())
    return used


def _chunks(model: type[Model], keys: Iterable[str]) -> Iterator[QuerySet[Any]]:
    waiting = iter(keys)
    while chunk := list(islice(waiting, CHUNK)):
        yield model._base_manager.filter(pk__in=chunk)


def _fields(model: type[Model]) -> dict[str, Any]:
    return {field.attname: field for field in model._meta.concrete_fields}


def _kept(row: Model, names: Iterable[str]) -> Kept:
    """Values as texts that JSON holds exactly."""
    fields = _fields(type(row))
    return {name: None if getattr(row, name) is None else fields[name].value_to_string(row) for name in names}


def _value(model: type[Model], name: str, text: str | None) -> Any:
    return None if text is None else _fields(model)[name].to_python(text)


def _row(model: type[Model], kept: Kept) -> Model:
    return model(**{name: _value(model, name, text) for name, text in kept.items()})
