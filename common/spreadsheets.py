"""Excel workbooks as the CSV file that they could have been saved as."""

import csv
import datetime as dt
import io
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from decimal import Decimal
from tempfile import TemporaryFile
from typing import IO, Any

from common.errors import FileRefused

LARGEST = 200 << 20  # bytes, unpacked
BLANK_ROWS = 1_000  # of these in a row, the sheet has ended: some are formatted to the last of a million
_BROKEN = (zipfile.BadZipFile, KeyError, ValueError, OSError, EOFError, SyntaxError, TypeError)


def as_csv(file: IO[bytes], required: Sequence[str]) -> IO[bytes]:
    """The one sheet whose first row names the `required` columns, row by row, as CSV with points and ISO dates.

    Raises `FileRefused` for a workbook that cannot be read, or where none or several sheets fit.
    """
    _refuse_bomb(file)
    made = TemporaryFile()  # noqa: SIM115
    text = io.TextIOWrapper(made, encoding="utf-8", newline="", write_through=True)
    try:
        with warnings.catch_warnings(action="ignore"):
            csv.writer(text, lineterminator="\n").writerows(_rows(file, required))
    except _BROKEN as broken:
        raise FileRefused("This workbook cannot be read: save it as CSV (UTF-8) first.") from broken
    text.detach()
    made.seek(0)
    return made


def unpacked_size(file: IO[bytes]) -> int:
    """Bytes of all parts of a workbook, as it tells them. Raises `FileRefused`."""
    try:
        return sum(part.file_size for part in zipfile.ZipFile(file).infolist())
    except zipfile.BadZipFile as broken:
        raise FileRefused("This workbook cannot be read: save it as CSV (UTF-8) first.") from broken


def _refuse_bomb(file: IO[bytes]) -> None:
    if unpacked_size(file) > LARGEST:
        raise FileRefused("This workbook is larger than 200 MB: save it as CSV (UTF-8) first.")


def _rows(file: IO[bytes], required: Sequence[str]) -> Iterator[list[str]]:
    from openpyxl import load_workbook  # only who brings a workbook waits for it

    file.seek(0)
    book = load_workbook(file, read_only=True, data_only=True)
    try:
        sheets = [sheet for sheet in book.worksheets if _names(sheet) >= set(required)]
        if len(sheets) != 1:
            found = ", ".join(sheet.title for sheet in sheets) or "none"
            raise FileRefused(
                f"One sheet must name the columns {', '.join(required)} in its first row; found: {found}."
            )
        blank = 0
        for row in sheets[0].iter_rows(values_only=True):
            blank = 0 if any(value is not None for value in row) else blank + 1
            if blank > BLANK_ROWS:
                return
            yield [_text(value) for value in row]
    finally:
        book.close()


def _names(sheet: Any) -> set[str]:
    first = next(sheet.iter_rows(max_row=1, values_only=True), ())
    return {_text(value).strip().lower().replace(" ", "_") for value in first}


def _text(value: Any) -> str:
    """A cell as its CSV text; a whole number is one also where Excel kept it as 6034000123456.0."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, float):
        return f"{round(Decimal(repr(value)), 9):f}".rstrip("0").rstrip(".")
    return " ".join(str(value).split())
