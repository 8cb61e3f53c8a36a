"""One line of a product file: checked, and turned from text into values."""

from dataclasses import dataclass
from decimal import Decimal

from common.csv_files import Columns, Row
from common.identifiers import damage, is_blank
from common.notation import PLAIN, Notation

REQUIRED = ("sku", "name")
COLUMNS = (
    "sku",
    "name",
    "category",
    "supplier",
    "barcode",
    "brand",
    "unit",
    "cost",
    "retail_price",
    "wholesale_price",
    "reorder_level",
    "description",
    "tracks_stock",
    "storefront",
    "quantity",
)
LONGEST = {"sku": 64, "name": 200, "supplier": 150, "barcode": 64, "brand": 100, "unit": 20, "storefront": 100}
LONGEST_CATEGORY = 100
LONGEST_DESCRIPTION = 5000
IDENTIFIERS = frozenset({"sku", "barcode"})
AMOUNTS = {"cost": 2, "retail_price": 2, "wholesale_price": 2, "reorder_level": 3, "quantity": 3}  # decimals
TABLE = Columns(REQUIRED, COLUMNS, numbers=tuple(AMOUNTS))
LARGEST = Decimal(100_000_000)
_TRUTH = {"": None, "yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


class BadLine(Exception):
    """This line cannot go in; the text says why, for the shop to read."""


@dataclass(frozen=True, slots=True)
class NewProduct:
    """A checked line. `category` is the way down the tree; `amounts` by column, None where the file says nothing."""

    row: Row
    texts: dict[str, str]
    category: tuple[str, ...]
    amounts: dict[str, Decimal | None]
    tracks_stock: bool | None

    def understood(self) -> dict[str, str]:
        """The values as texts, by column, without the empty ones."""
        said = {"line": self.row.line, **self.texts, "category": " > ".join(self.category), **self.amounts}
        return {name: str(value) for name, value in said.items() if value not in ("", None)}


def checked(row: Row, notation: Notation = PLAIN) -> NewProduct:
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
        amounts={name: _number(row, name, notation, places=places) for name, places in AMOUNTS.items()},
        tracks_stock=_truth(row, "tracks_stock"),
    )


def _text(row: Row, name: str) -> str:
    text = " ".join(row.values.get(name, "").split())
    if len(text) > LONGEST[name]:
        raise BadLine(f"{name} is longer than {LONGEST[name]} characters")
    if name in IDENTIFIERS and (broken := damage(text)):
        raise BadLine(f"{name} {broken}")
    return "" if name != "name" and is_blank(text) else text


def _category(row: Row) -> tuple[str, ...]:
    """`Drinks > Soft drinks` is a category below another."""
    way = tuple(name for part in row.values.get("category", "").split(">") if (name := " ".join(part.split())))
    if any(len(name) > LONGEST_CATEGORY for name in way):
        raise BadLine(f"category is longer than {LONGEST_CATEGORY} characters")
    if len(way) > 10:
        raise BadLine("category goes deeper than ten levels")
    return way


def _number(row: Row, name: str, notation: Notation, *, places: int) -> Decimal | None:
    text = row.values.get(name, "").strip()
    if is_blank(text):
        return None
    number = notation.number(text)
    if number is None or number < 0:
        raise BadLine(f"{name} is not a number of zero or more: {text[:40]!r}")
    if number > LARGEST:
        raise BadLine(f"{name} is too large")
    if number != round(number, places):
        raise BadLine(f"{name} has more than {places} decimals")
    return round(number, places)


def _truth(row: Row, name: str) -> bool | None:
    text = row.values.get(name, "").strip().lower()
    if text not in _TRUTH:
        raise BadLine(f"{name} is neither yes nor no: {text[:40]!r}")
    return _TRUTH[text]
