"""Histories to import, for tests: `history(line(...), line(...))` is a file, `imported(shop, file)` its tally."""

import io
from typing import Any

from common.csv_files import Row, Table
from conftest import Shop
from sales.imports.lines import TABLE
from sales.imports.run import Hears, SalesImporter, Tally

BASE = {
    "invoice_no": "1001",
    "sold_at": "2025-03-03T10:00:00",
    "sku": "RICE5",
    "product": "Rice 5 kg",
    "quantity": "2",
    "unit_price": "80.00",
}


def line(**changed: Any) -> dict[str, str]:
    """A good line, with what a test changes."""
    return BASE | {name: str(value) for name, value in changed.items()}


def history(*lines: dict[str, str]) -> bytes:
    """A CSV file of the lines, with every column that any of them has."""
    names = list(dict.fromkeys(name for each in lines for name in each))
    return "\n".join([",".join(names), *(",".join(each.get(name, "") for name in names) for each in lines)]).encode()


def imported(shop: Shop, file: bytes, **options: Any) -> Tally:
    return SalesImporter(shop.business.pk, **options).run(Table(io.BytesIO(file), TABLE))


def problems(shop: Shop, file: bytes) -> list[tuple[int, str]]:
    """Number and reason of each refused line."""
    found: list[tuple[int, str]] = []

    def note(row: Row, reason: str) -> None:
        found.append((row.line, reason))

    imported(shop, file, hears=Hears(problem=note))
    return found
