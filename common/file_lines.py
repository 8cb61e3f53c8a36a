"""Small files that are brought in batch by batch: people that the shop knows, and what was owed before."""

import datetime as dt
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice
from typing import Any, TypeVar

from django.db import IntegrityError, models, transaction

from common import errors, file_values
from common.csv_files import Row, Table
from common.file_values import BadLine
from common.imports import ImportJob
from common.moments import owed_on
from common.notation import Notation
from common.phones import e164

BATCH = 500  # lines in one transaction
CLASH = "somebody else has this name or number"
T = TypeVar("T")


class PeopleImport(ImportJob):
    """A file of customers or suppliers on its way in. Abstract."""

    opening_balances = models.PositiveIntegerField(default=0, help_text="Entered, of what was owed before.")

    class Meta(ImportJob.Meta):
        abstract = True

    def begin(self) -> None:
        super().begin()
        self.opening_balances = 0


@dataclass(frozen=True, slots=True)
class Person:
    """A checked line: who it is, the other `fields` it fills, and what was `owed` before, in GHS, due on a day."""

    row: Row
    name: str
    phone: str
    owed: Decimal | None
    due_on: dt.date | None
    fields: dict[str, Any] = field(default_factory=dict)
    storefront_id: uuid.UUID | None = None

    def understood(self) -> dict[str, str]:
        """The values as texts, by column, without the empty ones."""
        who = {"line": self.row.line, "name": self.name, "phone": self.phone, **self.fields}
        place = file_values.text(self.row, "storefront")
        said = {**who, "opening_balance": self.owed, "due_on": self.due_on, "storefront": place}
        return {name: str(value) for name, value in said.items() if value not in ("", None)}


@dataclass(frozen=True, slots=True)
class Became:
    """What became of one line: whether it was new, whether what was owed was entered, or why it was refused."""

    is_new: bool = False
    owes: bool = False
    refused: str = ""


Read = Callable[[Row], Person]
Write = Callable[[Sequence[Person]], list[Became]]


def person(row: Row, written: Notation, fields: dict[str, Any], storefront_id: uuid.UUID | None = None) -> Person:
    """The line with what every file of people has. Raises `BadLine` or `InvalidInput` for the first thing wrong."""
    due_on = file_values.day(row, "due_on", written)
    return Person(
        row,
        file_values.name_of(row),
        e164(file_values.text(row, "phone")),
        file_values.amount(row, "opening_balance", written),
        due_on and owed_on(due_on, field="due_on"),
        {name: value for name, value in fields.items() if value not in ("", None)},
        storefront_id,
    )


def take_people(job: PeopleImport, table: Table, read: Read, write: Write) -> None:
    """Take each line whole or not at all; a bad one is named and the rest goes in.

    `read` checks a line, `write` writes a batch of them, in a transaction. The job tells what became of them.
    """
    for batch in batches(table.rows(), BATCH):
        people = list(_good(job, batch, read))
        for who, became in zip(people, _written(people, write), strict=True):
            _count(job, who.row, became)
        job.lines_read += len(batch)
        job.save()


def refuse_long(job: ImportJob, most: int, of: str) -> None:
    """Raise `FileRefused` for a file with more lines than are taken at once."""
    if job.lines_total > most:
        raise errors.FileRefused(f"A file of {of} may have at most {most:,} lines: split it.")


def batches(found: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of `size`, the last one shorter."""
    iterator = iter(found)
    while batch := list(islice(iterator, size)):
        yield batch


def _good(job: ImportJob, batch: Iterable[Row], read: Read) -> Iterator[Person]:
    for row in batch:
        try:
            who = read(row)
        except (BadLine, errors.DomainError) as bad:
            _refuse(job, row, str(bad))
            continue
        job.show(who.understood())
        yield who


def _written(people: Sequence[Person], write: Write) -> list[Became]:
    """Write a batch; where one of it clashes with what others wrote meanwhile, each by itself."""
    try:
        with transaction.atomic():
            return write(people)
    except IntegrityError:
        if len(people) == 1:
            return [Became(refused=CLASH)]
    return [became for who in people for became in _written([who], write)]


def _count(job: PeopleImport, row: Row, became: Became) -> None:
    """A line brought somebody new, or an opening balance of somebody known, or nothing that was not there."""
    if became.refused:
        _refuse(job, row, became.refused)
        return
    job.lines_imported += became.is_new
    job.lines_updated += became.owes and not became.is_new
    job.lines_skipped += not (became.is_new or became.owes)
    job.opening_balances += became.owes


def _refuse(job: ImportJob, row: Row, reason: str) -> None:
    job.lines_refused += 1
    job.note(row, reason)
