"""What a few bytes unpack to never holds anybody up: beginnings, lines, empty lines and time have bounds."""

import gzip
import io
import zipfile

import pytest

from common.csv_files import MOST_EMPTY_LINES, Columns, Table
from common.errors import FileRefused
from common.unpacking import BEGINNING, beginning

COLUMNS = Columns(required=("item",), known=("item", "price"))
HEAD = b"item,price\n"


def test_of_a_file_that_unpacks_to_megabytes_only_the_beginning_is_looked_at() -> None:
    bomb = io.BytesIO(gzip.compress(HEAD + b"\n" * 20_000_000))
    assert len(bomb.getvalue()) < 32_000
    found = beginning(bomb)
    assert found
    assert len(found[0].read()) <= BEGINNING
    assert found[1] is False


def test_a_small_file_is_looked_at_whole() -> None:
    found = beginning(io.BytesIO(gzip.compress(HEAD + b"Milo,25\n")))
    assert found
    assert (found[0].read(), found[1]) == (HEAD + b"Milo,25\n", True)


def test_a_workbook_that_unpacks_to_megabytes_is_left_to_its_job() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/worksheets/sheet1.xml", b"<row/>" * 1_000_000)
    assert beginning(made) is None


def test_empty_lines_without_end_are_refused() -> None:
    table = Table(io.BytesIO(gzip.compress(HEAD + b",\n" * (MOST_EMPTY_LINES + 10))), COLUMNS)
    with pytest.raises(FileRefused, match="empty lines"):
        list(table.rows())


def test_a_file_that_takes_too_long_says_how_far_it_came() -> None:
    table = Table(io.BytesIO(HEAD + b"Milo,25\n" * 3000), COLUMNS, seconds=0)
    with pytest.raises(FileRefused, match="no time for more than 1,000 lines"):
        list(table.rows())
