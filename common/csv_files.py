"""Reads CSV files as shops send them: plain or gzipped, with a BOM, semicolons or a quote left open."""

import csv
import gzip
import zlib
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import IO

from common.errors import InvalidInput

LONGEST_LINE = 16_384  # bytes
LARGEST_FILE = 2 << 30  # bytes, unpacked
LONGEST_RECORD = 20  # physical lines that one quoted value may run over
_BROKEN = (EOFError, gzip.BadGzipFile, zlib.error)


class FileRefused(InvalidInput):
    """The file as a whole cannot be read, or not any further; `fields["file"]` says why."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem, fields={"file": [problem]})


@dataclass(frozen=True, slots=True)
class Row:
    """One record: the number of its first line in the file and its values by column, or what is wrong with it."""

    line: int
    values: dict[str, str]
    problem: str = ""


def count_lines(file: IO[bytes]) -> int:
    """Lines in the file, header included, as far as it can be read. Raises `FileRefused` when it is too large."""
    count, size, last = 0, 0, b"\n"
    stream = _plain(file)
    try:
        while block := stream.read(1 << 20):
            count, last, size = count + block.count(b"\n"), block, _measured(size, block)
    except _BROKEN:
        return count  # `rows` says so when it gets there
    return count + (not last.endswith(b"\n"))


def rows(file: IO[bytes], required: Sequence[str]) -> Iterator[Row]:
    """Every record after the header. Columns are found by name, in any case and order.

    Raises `FileRefused` when there is no usable header, and at the point where a compressed file breaks off.
    """
    records = _records(_lines(file))
    names, delimiter = _header(next(records, (1, b""))[1], required)
    for number, raw in records:
        if raw.strip(b" ,;\t\r\n"):
            yield _row(number, raw, names, delimiter)


def _plain(file: IO[bytes]) -> IO[bytes] | gzip.GzipFile:
    """The file from its start, unpacked when it is gzipped."""
    file.seek(0)
    start = file.read(4)
    file.seek(0)
    if start.startswith(b"PK\x03\x04"):
        raise FileRefused("This is a spreadsheet, not a CSV file: save it as CSV (UTF-8) first.")
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise FileRefused("This file is in UTF-16: save it as CSV (UTF-8) first.")
    return gzip.open(file, "rb") if start.startswith(b"\x1f\x8b") else file


def _lines(file: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """Physical lines with their numbers; of a line that is far too long only the start."""
    number, size, stream = 0, 0, _plain(file)
    try:
        while line := stream.readline(LONGEST_LINE):
            number, size = number + 1, _measured(size, line)
            yield number, line
            while len(line) == LONGEST_LINE and not line.endswith(b"\n"):
                line = stream.readline(LONGEST_LINE)
                size = _measured(size, line)
    except _BROKEN as broken:
        raise FileRefused(f"The compressed file breaks off after line {number}; what came before was read.") from broken


def _measured(size: int, block: bytes) -> int:
    """The size with the block added; a small file can unpack to one that never ends."""
    if size + len(block) > LARGEST_FILE:
        raise FileRefused("This file is larger than 2 GB: split it first.")
    return size + len(block)


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


def _header(raw: bytes, required: Sequence[str]) -> tuple[list[str], str]:
    try:
        text = raw.decode("utf-8-sig").strip()
    except UnicodeDecodeError as wrong:
        raise FileRefused("The first line is not text in UTF-8: save the file as CSV (UTF-8) first.") from wrong
    delimiter = max(",;\t", key=text.count)
    names = [name.strip().strip('"').strip().lower().replace(" ", "_") for name in text.split(delimiter)]
    if missing := [name for name in required if name not in names]:
        raise FileRefused(f"The first line must name the columns; missing: {', '.join(missing)}.")
    return names, delimiter


def _row(number: int, raw: bytes, names: list[str], delimiter: str) -> Row:
    try:
        text = raw.decode("utf-8")
        cells = next(csv.reader([text], delimiter=delimiter))
    except UnicodeDecodeError:
        text = raw.decode("utf-8", "replace").rstrip()
        return Row(number, {names[0]: text}, "the text is not in UTF-8")
    except csv.Error as wrong:
        return Row(number, {names[0]: text}, f"not a CSV line: {wrong}")
    values = dict(zip(names, cells, strict=False))
    return Row(number, values, _shape_problem(raw, cells, names))


def _shape_problem(raw: bytes, cells: list[str], names: list[str]) -> str:
    if raw.count(b'"') % 2:
        return "a quotation mark is opened and never closed"
    if len(cells) > len(names):
        return f"{len(cells)} values where the first line names {len(names)} columns"
    if b"\x00" in raw:
        return "the line holds a NUL character"
    return "the line is too long" if len(raw) >= LONGEST_LINE else ""
