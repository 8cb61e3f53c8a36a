"""Runs an import from the first line of a file to its summary."""

import datetime as dt
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import IO

from django.db import reset_queries, transaction

from accounts.models import Business
from common import clock
from common.bulk import tell_planner
from common.csv_files import FileRefused, Row, rows
from inventory.models import Product
from sales.imports.catalogue import Catalogue
from sales.imports.documents import Documents
from sales.imports.lines import REQUIRED, BadLine, Line, checked
from sales.imports.writing import pay_off, rows_of
from sales.models import Customer, Payment, PaymentAllocation, Sale, SaleLine

BATCH = 5_000  # lines in one transaction
TELLS_PLANNER = 1_000  # lines imported, from which a plan may need to be another


@dataclass
class Tally:
    """What an import has done so far. `revenue` in GHS, returns taken off."""

    read: int = 0
    imported: int = 0
    skipped: int = 0
    refused: int = 0
    sales: int = 0
    returns: int = 0
    paid_off: int = 0  # invoices that an earlier run had left open
    products: int = 0
    categories: int = 0
    customers: int = 0
    storefronts: int = 0
    staff: int = 0
    revenue: Decimal = field(default_factory=Decimal)


class SalesImporter:
    """Imports one file for one business.

    `on_problem(row, reason)` hears of every refused line, `on_progress(tally)` of every finished batch. Batches are
    committed one by one, and lines that are there already are skipped: whatever stops an import, running it again
    goes on where it stopped.
    """

    def __init__(
        self,
        business_id: uuid.UUID,
        *,
        storefront: str = "",
        on_problem: Callable[[Row, str], None] = lambda row, reason: None,
        on_progress: Callable[[Tally], None] = lambda tally: None,
        batch: int = BATCH,
    ) -> None:
        self.business_id = business_id
        self.catalogue = Catalogue(business_id, storefront)
        self.on_problem = on_problem
        self.on_progress = on_progress
        self.batch = batch
        self.today: dt.date = clock.today()
        self.seen: dict[int, int] = {}
        self.tally = Tally()

    def run(self, file: IO[bytes]) -> Tally:
        """Import every line of `file`. Raises `csv_files.FileRefused` where it cannot be read (on)."""
        for batch in _batches(self._checked(file), self.batch):
            self._write(batch)
            self.on_progress(self.tally)
            reset_queries()
        if self.tally.imported >= TELLS_PLANNER:
            tell_planner(Sale, SaleLine, Payment, PaymentAllocation, Product, Customer)
        return self.tally

    def _checked(self, file: IO[bytes]) -> Iterator[Line]:
        for row in rows(file, REQUIRED):
            self.tally.read += 1
            try:
                yield checked(row, self.today)
            except BadLine as bad:
                self._refuse(row, bad)

    @transaction.atomic
    def _write(self, batch: list[Line]) -> None:
        """One batch. The lock makes two imports into one business take turns; tills are not held up by it."""
        Business.objects.select_for_update(no_key=True).get(pk=self.business_id)
        self.catalogue.prepare_products(batch)
        documents = Documents(self.business_id, self.seen)
        documents.load(batch)
        fresh = [line for line in batch if self._is_fresh(line, documents)]
        self.catalogue.prepare_parties(fresh)
        for line in fresh:
            self._add(line, documents)
        documents.lock()
        written = rows_of(documents.touched(), self.catalogue)
        written.save()
        paid_off = pay_off(documents.newly_paid())
        paid_off.save()
        self.tally.paid_off += len(paid_off.grown)
        self.tally.returns += sum(sale.kind == sale.Kind.RETURN for sale in written.new)
        self.tally.sales += sum(sale.kind == sale.Kind.SALE for sale in written.new)
        for kind in ("products", "categories", "customers", "storefronts", "staff"):
            setattr(self.tally, kind, getattr(self.catalogue, kind).created)

    def _is_fresh(self, line: Line, documents: Documents) -> bool:
        try:
            known = documents.knows(line)
        except BadLine as bad:
            self._refuse(line.row, bad)
            return False
        self.tally.skipped += known
        return not known

    def _add(self, line: Line, documents: Documents) -> None:
        try:
            documents.add(line, self.catalogue.storefront_of(line), self.catalogue.customers.get(line.customer))
        except BadLine as bad:
            self._refuse(line.row, bad)
            return
        self.tally.imported += 1
        self.tally.revenue += line.revenue

    def _refuse(self, row: Row, bad: BadLine) -> None:
        self.tally.refused += 1
        self.on_problem(row, str(bad))


def _batches(lines: Iterator[Line], size: int) -> Iterator[list[Line]]:
    """Batches that end between two invoices where the file lets them; also the last one before a file breaks off."""
    batch: list[Line] = []
    try:
        for line in lines:
            if len(batch) >= size and (line.invoice != batch[-1].invoice or len(batch) >= 2 * size):
                yield batch
                batch = []
            batch.append(line)
    except FileRefused:
        if batch:
            yield batch
        raise
    if batch:
        yield batch
