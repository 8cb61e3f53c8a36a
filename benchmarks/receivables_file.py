"""Invoices on account from a CSV in the `import_sales` format, as they stood on any day."""

import csv
import datetime as dt
import uuid
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import numpy as np

from reports.ledger import NEVER, Book, day_number


class ReceivablesFile:
    """Every invoice of the file; `at(day)` hides what had not happened yet."""

    def __init__(self, path: Path) -> None:
        with path.open(newline="", encoding="utf-8") as lines:
            rows = [row for row in csv.DictReader(lines) if row["due_date"]]
        totals: dict[str, Decimal] = defaultdict(Decimal)
        for row in rows:
            totals[row["invoice_no"]] += Decimal(row["quantity"]) * Decimal(row["unit_price"])
        heads = {row["invoice_no"]: row for row in rows if totals[row["invoice_no"]] > 0}
        names = sorted({row["customer"] for row in heads.values()})
        self.customers = tuple(uuid.uuid5(uuid.NAMESPACE_OID, name) for name in names)
        place = {name: index for index, name in enumerate(names)}
        self.customer = np.array([place[row["customer"]] for row in heads.values()], dtype=np.int64)
        self.total = np.array([int(totals[number] * 100) for number in heads], dtype=np.int64)
        self.sold, self.due, self.paid = (
            np.array([_day(row[column]) for row in heads.values()], dtype=np.int64)
            for column in ("sold_at", "due_date", "paid_at")
        )

    def at(self, today: int) -> Book:
        """The book at the end of day number `today`."""
        made = self.sold <= today
        paid = (self.paid <= today)[made]
        return Book(
            as_of=dt.date(1970, 1, 1) + dt.timedelta(days=today),
            customers=self.customers,
            customer=self.customer[made],
            sold=self.sold[made],
            due=self.due[made],
            settled=self.paid[made],
            total=self.total[made],
            open=np.where(paid, 0, self.total[made]),
            disputed=np.zeros(made.sum(), dtype=bool),
        )


def _day(text: str) -> int:
    return day_number(dt.date.fromisoformat(text[:10])) if text else NEVER
