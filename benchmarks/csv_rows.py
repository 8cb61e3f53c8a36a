"""The rows of a CSV file that a benchmark is given, plain or gzipped."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from common import unpacking


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Each row by its header."""
    with path.open("rb") as file:
        yield from csv.DictReader(io.TextIOWrapper(unpacking.plain(file), encoding="utf-8", newline=""))
