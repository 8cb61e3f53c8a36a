"""Reads tables as shops send them: CSV with any separator, of Excel or of a phone, with a quote left open."""

import csv
import math
import re
import time
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from common.errors import FileRefused
from common.unpacking import BROKEN, measured, plain, unpacked

LONGEST_LINE = 16_384  # bytes
MOST_LINES, MOST_EMPTY_LINES = 5_000_000, 1_100_000  # a sheet of Excel has 1,048,576 lines
LINES_AT_ONCE = 1_000
LONGEST_RECORD = 20  # physical lines that one quoted value may run over
DELIMITERS = ",;\t"
_SEPARATOR_LINE = re.compile(rb'(?:\xef\xbb\xbf)?"?sep=(.)"?\s*', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a kind of file: those it must have, all that are read, and which hold numbers or dates."""

    required: tuple[str, ...]
    known: tuple[str, ...]
    numbers: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One record: the number of its first line in the file and its values by column, or what is wrong with it."""

    line: int
    values: dict[str, str]
    problem: str = ""


class Table:
    """A file with its header read; its rows are read as they are asked for, from the start each time.

    Columns are found by name, in any case and order; reading may take `seconds` in all. Raises `FileRefused` where
    there is no usable header.
    """

    def __init__(self, file: IO[bytes], columns: Columns, *, seconds: float = math.inf) -> None:
        self.deadline = time.monotonic() + seconds
        self.columns = columns
        self.file = unpacked(file, columns.required)
        records = _records(_lines(self.file))
        raw = next(records, (1, b""))[1]
        if separator := _SEPARATOR_LINE.fullmatch(raw):
            self.delimiter, raw = separator[1].decode("latin-1"), next(records, (2, b""))[1]
            self.names = _names(raw, self.delimiter)
        else:
            self.delimiter, self.names = _header(raw, columns)
        self.header_lines = 2 if separator else 1
        _check(self.names, columns)

    def count_lines(self) -> int:
        """Lines below the header, as far as the file can be read. Raises `FileRefused` when it is too large."""
        count, size, last = 0, 0, b"\n"
        stream = plain(self.file)
        try:
            while block := stream.read(1 << 20):
                count, last, size = count + block.count(b"\n"), block, measured(size, block)
        except BROKEN:
            return count  # `rows` says so when it gets there
        return max(0, count + (not last.endswith(b"\n")) - self.header_lines)

    def rows(self) -> Iterator[Row]:
        """Every record below the header. Raises `FileRefused` at the point where a compressed file breaks off."""
        records = _records(_lines(self.file))
        for _ in range(self.header_lines):
            next(records, None)
        blank, empty = f" {DELIMITERS}{self.delimiter}\r\n".encode(), 0
        for number, raw in records:
            if number % LINES_AT_ONCE == 0:
                self._refuse_endless(number)
            if raw.strip(blank):
                yield _row(number, raw, self.names, self.delimiter)
            elif (empty := empty + 1) > MOST_EMPTY_LINES:
                raise FileRefused(f"This file has more than {MOST_EMPTY_LINES:,} empty lines: remove them first.")

    def _refuse_endless(self, number: int) -> None:
        if number > MOST_LINES:
            raise FileRefused(f"This file has more than {MOST_LINES:,} lines: split it first.")
        if time.monotonic() > self.deadline:
            raise FileRefused(f"There was no time for more than {number:,} lines; upload the file again to go on.")


def _lines(file: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """Physical lines with their numbers; of a line that is far too long only the start."""
    number, size, stream = 0, 0, plain(file)
    try:
        while line := stream.readline(LONGEST_LINE):
            number, size = number + 1, measured(size, line)
            yield number, line
            while len(line) == LONGEST_LINE and not line.endswith(b"\n"):
                line = stream.readline(LONGEST_LINE)
                size = measured(size, line)
    except BROKEN as broken:
        raise FileRefused(f"The compressed file breaks off after line {number}; what came before was read.") from broken


def _records(lines: Iterator[tuple[int, bytes]]) -> Iterator[tuple[int, bytes]]:
    """Lines joined where a quoted value runs over the end of one. A quote that nothing closes spoils its line only."""
    waiting: deque[tuple[int, bytes]] = deque()
    while following := waiting.popleft() if waiting else next(lines, None):
        number, record = following
        taken: list[tuple[int, bytes]] = []
        while record.count(b'"') % 2 and len(taken) < LONGEST_RECORD:
            more = waiting.popleft() if waiting else next(lines, None)
            if more is None:
                break
            taken.append(more)
            record += more[1]
        if record.count(b'"') % 2:
            waiting.extendleft(reversed(taken))
            record = following[1]
        yield number, record


def _header(raw: bytes, columns: Columns) -> tuple[str, list[str]]:
    """The separator that finds the most of what is needed, then the most columns, with the names it finds."""
    found = [(delimiter, _names(raw, delimiter)) for delimiter in DELIMITERS]
    return max(found, key=lambda each: (len(set(columns.required) & set(each[1])), len(each[1])))


def _names(raw: bytes, delimiter: str) -> list[str]:
    text = (_decoded(raw.replace(b"\x00", b"")) or "").removeprefix("\ufeff")
    try:
        cells = next(csv.reader([text.strip("\r\n")], delimiter=delimiter), [])
    except csv.Error:
        return []
    return [name.strip().strip('"').strip().lower().replace(" ", "_") for name in cells]


def _check(names: list[str], columns: Columns) -> None:
    if missing := [name for name in columns.required if name not in names]:
        raise FileRefused(f"The first line must name the columns; missing: {', '.join(missing)}.")
    if twice := [name for name, count in Counter(names).items() if count > 1 and name in columns.known]:
        raise FileRefused(f"The first line names a column twice: {', '.join(twice)}. Rename or remove one of each.")


def _row(number: int, raw: bytes, names: list[str], delimiter: str) -> Row:
    text = _decoded(raw)
    if text is None:
        return Row(number, {names[0]: raw.decode("utf-8", "replace").rstrip()}, "the text is in no known encoding")
    try:
        cells = next(csv.reader([text], delimiter=delimiter))
    except csv.Error as wrong:
        return Row(number, {names[0]: text}, f"not a CSV line: {wrong}")
    values = dict(zip(names, cells, strict=False))
    values.pop("", None)
    return Row(number, values, _shape_problem(raw, cells, names))


def _decoded(raw: bytes) -> str | None:
    """UTF-8, else what Windows writes; a text in the one is hardly ever one in the other."""
    for encoding in ("utf-8", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _shape_problem(raw: bytes, cells: list[str], names: list[str]) -> str:
    if raw.count(b'"') % 2:
        return "a quotation mark is opened and never closed"
    if any(cell.strip() for cell in cells[len(names) :]):
        return f"{len(cells)} values where the first line names {len(names)} columns"
    if b"\x00" in raw:
        return "the line holds a NUL character"
    return "the line is too long" if len(raw) >= LONGEST_LINE else ""
