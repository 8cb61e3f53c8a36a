"""How one file writes its numbers and dates: learnt from the whole of it, or asked for before anything is written."""

import datetime as dt
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal

from common import dates, numbers
from common.csv_files import Row, Table
from common.errors import FileRefused

DECIMALS = {"point": ".", "comma": ","}
DATES = {"day-first": True, "month-first": False}


@dataclass(frozen=True, slots=True)
class Notation:
    """The decimal mark, and whether the day comes first; None where no date needs it."""

    decimal: str = "."
    day_first: bool | None = None

    def number(self, text: str) -> Decimal | None:
        """A number in any usual dress; None for what is none."""
        return numbers.number(text, self.decimal)

    def moment(self, text: str) -> dt.datetime | None:
        """A date or time; None for what is none."""
        return dates.moment(text, self.day_first)


PLAIN = Notation()


@dataclass(frozen=True, slots=True)
class Told:
    """What the shop says about its file: `point` or `comma`, `day-first` or `month-first`; empty: the file tells."""

    decimal: str = ""
    dates: str = ""


def notation(table: Table, told: Told) -> Notation:
    """How the file writes. Raises `FileRefused` naming the option that is needed, with the line that needs it."""
    return _decided(table, told, table.rows())


def refuse_doubtful(table: Table, told: Told, *, is_whole: bool) -> None:
    """As `notation`, for a quick answer from the beginning of a file: one that goes on is not judged by its start."""
    start: list[Row] = []
    with suppress(FileRefused):  # a file that breaks off comes in as far as it goes
        start.extend(table.rows())
    if not start and is_whole:
        raise FileRefused("There are no lines after the first one.")
    if is_whole:
        _decided(table, told, start)


def _decided(table: Table, told: Told, rows: Iterable[Row]) -> Notation:
    marks, order = numbers.NumberMarks(table.delimiter), dates.DateOrder()
    with suppress(FileRefused):
        for row in rows:
            _see(row, table, marks, order)
    if marks.doubt and not told.decimal:
        raise _doubtful("decimal", *marks.doubt, " or ".join(DECIMALS), "its comma or point may be the decimal mark")
    if order.doubt and not told.dates:
        raise _doubtful("dates", *order.doubt, " or ".join(DATES), "the day or the month may come first")
    return Notation(DECIMALS.get(told.decimal, marks.mark), DATES.get(told.dates, order.day_first))


def _see(row: Row, table: Table, marks: numbers.NumberMarks, order: dates.DateOrder) -> None:
    for name in table.columns.numbers:
        if not (text := row.values.get(name, "")).isdigit():
            marks.see(row.line, text)
    for name in table.columns.dates:
        order.see(row.line, row.values.get(name, "").strip())


def _doubtful(option: str, line: int, text: str, choices: str, why: str) -> FileRefused:
    return FileRefused(f"Line {line}: {text[:40]!r} can be read in two ways, {why}. Say {option}: {choices}.", option)
