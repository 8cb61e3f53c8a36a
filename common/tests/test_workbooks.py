"""Workbooks of Excel are read as the CSV files they could have been."""

import datetime as dt
import io
import zipfile
from typing import Any

import pytest
from openpyxl import Workbook

from common.csv_files import Columns, Table
from common.errors import FileRefused

COLUMNS = Columns(("item", "price"), ("item", "price", "day"))


def workbook(**sheets: list[list[Any]]) -> io.BytesIO:
    book = Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    made = io.BytesIO()
    book.save(made)
    return made


def test_a_sheet_is_read_with_its_line_numbers_dates_and_whole_numbers() -> None:
    day = dt.datetime(2026, 3, 31, 14, 5)  # noqa: DTZ001
    rows: list[list[Any]] = [
        ["Item", "Price", "Day"],
        ["Rice, 5 kg", 12.5, day],
        [None, None, None],
        [6034000123456.0, True, None],
    ]
    found = list(Table(workbook(Sales=rows, Notes=[["nothing here"]]), COLUMNS).rows())
    assert [(row.line, *row.values.values()) for row in found] == [
        (2, "Rice, 5 kg", "12.5", "2026-03-31T14:05:00"),
        (4, "6034000123456", "yes", ""),
    ]


@pytest.mark.parametrize("sheets", [{"One": [["item"]]}, {"One": [["item", "price"]], "Two": [["price", "item"]]}])
def test_a_workbook_of_which_no_sheet_or_several_fit_is_refused(sheets: dict[str, list[list[Any]]]) -> None:
    with pytest.raises(FileRefused, match="One sheet must name the columns"):
        Table(workbook(**sheets), COLUMNS)


def test_a_workbook_that_unpacks_to_no_end_is_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b" " * (201 << 20))
    with pytest.raises(FileRefused, match="larger than 200 MB"):
        Table(made, COLUMNS)


def test_an_archive_that_is_no_workbook_is_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("sales.csv", "item,price\n")
    with pytest.raises(FileRefused, match="cannot be read"):
        Table(made, COLUMNS)
