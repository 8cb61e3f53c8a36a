"""Writing the tables of a copy into one zip of CSV files, row by row."""

import csv
import datetime as dt
import io
import json
import re
import zipfile
from collections.abc import Iterable
from decimal import Decimal
from typing import IO, Any

from app.exports.tables import Table
from common import clock

CHUNK = 2_000
_FIGURE = re.compile(r"[+-]?[\d .,]+")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
README = """Your data, as it was on {day}.

Each file is one table: UTF-8, commas, the first line names the columns. Ids tie the tables together: customer_id in
sales.csv is id in customers.csv. Amounts are in cedis, times in UTC. A text that a spreadsheet could take for a
formula begins with an apostrophe.
"""


def write(file: IO[bytes], tables: Iterable[Table]) -> int:
    """Write a zip of every table; how many rows. Memory does not grow with the data."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("README.txt", README.format(day=f"{clock.now():%Y-%m-%d %H:%M} UTC"))
        return sum(_write(archive, table) for table in tables)


def _write(archive: zipfile.ZipFile, table: Table) -> int:
    count = 0
    with archive.open(f"{table.name}.csv", "w", force_zip64=True) as raw:
        text = io.TextIOWrapper(raw, encoding="utf-8-sig", newline="")
        lines = csv.writer(text)
        lines.writerow(table.columns)
        for row in table.rows.values_list(*table.columns).iterator(chunk_size=CHUNK):
            lines.writerow(map(cell, row))
            count += 1
        text.flush()
        text.detach()
    return count


def cell(value: Any) -> str:
    """A value as a spreadsheet reads it, and never runs it."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) and not _FIGURE.fullmatch(text) else text
