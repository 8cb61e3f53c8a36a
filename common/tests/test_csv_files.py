"""CSV files as shops send them."""

import gzip
import io

import pytest

from common.csv_files import Columns, Row, Table
from common.errors import FileRefused

COLUMNS = Columns(("item", "price"), ("item", "price"))


def read(content: bytes | str) -> list[Row]:
    raw = content.encode() if isinstance(content, str) else content
    return list(Table(io.BytesIO(raw), COLUMNS).rows())


def values(content: bytes | str) -> list[list[str]]:
    return [list(row.values.values()) for row in read(content)]


@pytest.mark.parametrize(
    "content",
    [
        "item,price\nMilo,25.50\n",
        "\ufeffitem,price\r\nMilo,25.50\r\n",
        "item;price\nMilo;25.50",
        "Item\t PRICE \nMilo\t25.50\n\n",
        '"item","price"\n"Milo","25.50"\n,\n',
        gzip.compress(b"item,price\nMilo,25.50\n", mtime=0),
        "item\tprice\nMilo\t25.50\n".encode("utf-16"),
        "item,price\rMilo,25.50\r",
        "sep=|\nitem|price\nMilo|25.50\n",
        "item,price,,\nMilo,25.50,,,,\n",
    ],
    ids=[
        "plain",
        "BOM and CRLF",
        "semicolons, no last newline",
        "tabs",
        "quotes and an empty row",
        "gzip",
        "UTF-16",
        "bare CR",
        "sep line",
        "empty columns at the end",
    ],
)
def test_the_same_rows_come_out_of_every_common_form(content: bytes | str) -> None:
    assert values(content) == [["Milo", "25.50"]]


def test_a_quoted_value_may_hold_the_separator_and_a_line_break() -> None:
    assert values('item,price\n"Rice, 5 kg\nperfumed",80\nMilo,25\n') == [
        ["Rice, 5 kg\nperfumed", "80"],
        ["Milo", "25"],
    ]


def test_a_quote_left_open_spoils_its_own_line_only() -> None:
    first, second, third = read('item,price\n"Rice,80\nMilo,25\nGari,10\n')
    assert "never closed" in first.problem
    assert [second.values["item"], third.values["item"]] == ["Milo", "Gari"]
    assert [first.line, second.line, third.line] == [2, 3, 4]


def test_many_open_quotes_do_not_hide_the_good_lines() -> None:
    found = read("item,price\n" + '5" pipe,3\n' * 3 + "Milo,25\n" * 30 + '"Rice,80\n')
    assert [row.values["item"] for row in found if not row.problem][-30:] == ["Milo"] * 30


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"Caf\xe9\x81,3\n", "no known encoding"),
        (b"Rice, 5 kg,3\n", "3 values where the first line names 2"),
        (b"Ri\x00ce,3\n", "NUL"),
        (b"x" * 40_000 + b",3\n", "too long"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_the_rest_goes_on(line: bytes, reason: str) -> None:
    bad, good = read(b"item,price\n" + line + b"Milo,25\n")
    assert (bad.line, good.line, good.values["item"]) == (2, 3, "Milo")
    assert reason in bad.problem


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "item, price"),
        (b"item,cost\nMilo,25\n", "missing: price"),
        (b"PK\x03\x04rest of a workbook", "workbook cannot be read"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old", "old Excel"),
        (b"\xe9tem,price\n", "missing: item"),
        (b"\x1f\x8bnot gzip at all", "breaks off after line 0"),
    ],
)
def test_a_file_without_a_usable_header_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(FileRefused, match=reason):
        read(content)


def test_a_truncated_gzip_gives_its_first_lines_and_then_says_so() -> None:
    packed = gzip.compress("".join(f"item {n},{n}\n" for n in range(20_000)).encode())
    header = gzip.compress(b"item,price\n", mtime=0)
    table = Table(io.BytesIO(header + packed[: len(packed) // 2]), COLUMNS)
    found = table.rows()
    first = next(found)
    with pytest.raises(FileRefused, match="breaks off after line"):
        list(found)
    assert first.values == {"item": "item 0", "price": "0"}


@pytest.mark.parametrize(
    "content", [b"item,price\na,1\n", b"item,price\na,1", gzip.compress(b"item,price\na,1\n", mtime=0)]
)
def test_lines_are_counted_before_they_are_read(content: bytes) -> None:
    assert Table(io.BytesIO(content), COLUMNS).count_lines() == 1


def test_a_comma_within_a_quoted_heading_shifts_no_column() -> None:
    assert read('"Item, full name",item,price\nLux soap 90 g,Lux,10\n')[0].values["item"] == "Lux"


def test_a_heading_that_is_needed_and_there_twice_is_refused() -> None:
    with pytest.raises(FileRefused, match="twice: item"):
        read("item,item,price\nTomato,Red,5\n")


def test_a_value_beyond_the_last_column_is_no_empty_column() -> None:
    full, extra = read("item,price\nMilo,25,,\nMilo,25,,x\n")
    assert (full.problem, extra.problem) == ("", "4 values where the first line names 2 columns")


def test_a_line_that_windows_wrote_is_read_beside_one_in_utf_8() -> None:
    found = read(b"item,price\n" + "Café,1\n".encode("cp1252") + "Crème ₵,2\n".encode())
    assert [row.values["item"] for row in found] == ["Café", "Crème ₵"]
