"""One line of a product file: checked, and turned from text into values."""

import re
from dataclasses import dataclass
from decimal import Decimal

from common.csv_files import Row

REQUIRED = ("sku", "name")
COLUMNS = (
    "sku", "name", "category", "supplier", "barcode", "brand", "unit", "cost", "retail_price", "wholesale_price",
    "reorder_level", "description", "tracks_stock", "storefront", "quantity",
)  # fmt: skip
LONGEST = {
    "sku": 64, "name": 200, "supplier": 150, "barcode": 64, "brand": 100, "unit": 20, "storefront": 100
}  # fmt: skip
LONGEST_CATEGORY = 100
LONGEST_DESCRIPTION = 5000
LARGEST = Decimal(100_000_000)
_NUMBER = re.compile(r"(\d{1,3}(,\d{3})+|\d{1,15})(\.\d{1,9})?", re.ASCII)
_TRUTH = {"": True, "yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


class BadLine(Exception):
    """This line cannot go in; the text says why, for the shop to read."""


@dataclass(frozen=True, slots=True)
class NewProduct:
    """A checked line. `category` is the way down the tree; prices in GHS; None where the file says nothing."""

    row: Row
    texts: dict[str, str]
    category: tuple[str, ...]
    cost: Decimal | None
    retail_price: Decimal | None
    wholesale_price: Decimal | None
    reorder_level: Decimal | None
    quantity: Decimal | None
    tracks_stock: bool


def checked(row: Row) -> NewProduct:
    """The values of `row`; raises `BadLine` for the first thing wrong with it."""
    if row.problem:
        raise BadLine(row.problem)
    texts = {name: _text(row, name) for name in LONGEST}
    for name in REQUIRED:
        if not texts[name]:
            raise BadLine(f"{name} is empty")
    texts["description"] = row.values.get("description", "").strip()
    if len(texts["description"]) > LONGEST_DESCRIPTION:
        raise BadLine(f"description is longer than {LONGEST_DESCRIPTION} characters")
    return NewProduct(
        row=row,
        texts=texts,
        category=_category(row),
        cost=_number(row, "cost", places=2),
        retail_price=_number(row, "retail_price", places=2),
        wholesale_price=_number(row, "wholesale_price", places=2),
        reorder_level=_number(row, "reorder_level", places=3),
        quantity=_number(row, "quantity", places=3),
        tracks_stock=_truth(row, "tracks_stock"),
    )


def _text(row: Row, name: str) -> str:
    text = " ".join(row.values.get(name, "").split())
    if len(text) > LONGEST[name]:
        raise BadLine(f"{name} is longer than {LONGEST[name]} characters")
    return text


def _category(row: Row) -> tuple[str, ...]:
    """`Drinks > Soft drinks` is a category below another."""
    way = tuple(name for part in row.values.get("category", "").split(">") if (name := " ".join(part.split())))
    if any(len(name) > LONGEST_CATEGORY for name in way):
        raise BadLine(f"category is longer than {LONGEST_CATEGORY} characters")
    if len(way) > 10:
        raise BadLine("category goes deeper than ten levels")
    return way


def _number(row: Row, name: str, *, places: int) -> Decimal | None:
    text = row.values.get(name, "").strip()
    if not text:
        return None
    if not _NUMBER.fullmatch(text):
        raise BadLine(f"{name} is not a number of zero or more: {text[:40]!r}")
    number = Decimal(text.replace(",", ""))
    if number > LARGEST:
        raise BadLine(f"{name} is too large")
    if number != round(number, places):
        raise BadLine(f"{name} has more than {places} decimals")
    return number


def _truth(row: Row, name: str) -> bool:
    text = row.values.get(name, "").strip().lower()
    if text not in _TRUTH:
        raise BadLine(f"{name} is neither yes nor no: {text[:40]!r}")
    return _TRUTH[text]
