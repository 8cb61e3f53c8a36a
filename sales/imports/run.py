"""Runs an import from the first line of a file to its summary."""

import datetime as dt
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from django.db import reset_queries, transaction

from accounts.models import Business
from accounts.queries import days_of_shop
from common import clock
from common.bulk import tell_planner
from common.csv_files import Row, Table
from common.errors import FileRefused
from common.import_journal import Journal
from common.imports import ROWS_SHOWN, ImportMode
from common.notation import Notation, Told, notation
from inventory.models import Product
from sales.imports.catalogue import Catalogue
from sales.imports.documents import Documents
from sales.imports.lines import BadLine, Line, checked
from sales.imports.writing import Rows, pay_off, rows_of
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
    updated: int = 0  # lines that a corrected one took the place of
    sales: int = 0
    returns: int = 0
    paid_off: int = 0  # invoices that an earlier run had left open
    products: int = 0
    categories: int = 0
    customers: int = 0
    storefronts: int = 0
    staff: int = 0
    revenue: Decimal = field(default_factory=Decimal)


@dataclass(frozen=True)
class Hears:
    """Who hears of an import: refused lines, things to know of a line, the first lines as understood, each batch
    inside its transaction with what it did, and how far it is after it."""

    problem: Callable[[Row, str], None] = lambda row, reason: None
    notice: Callable[[int, str], None] = lambda line, reason: None
    understood: Callable[[Line], None] = lambda line: None
    batch: Callable[[Journal], None] = lambda journal: None
    progress: Callable[[Tally], None] = lambda tally: None


UNHEARD = Hears()
NOTHING_TOLD = Told()


class SalesImporter:
    """Imports one file for one business.

    Batches are committed one by one, and lines that are there already are skipped: whatever stops an import, running
    it again goes on where it stopped.
    """

    def __init__(
        self,
        business_id: uuid.UUID,
        *,
        storefront: str = "",
        mode: str = ImportMode.ADD,
        told: Told = NOTHING_TOLD,
        hears: Hears = UNHEARD,
        batch: int = BATCH,
    ) -> None:
        self.business_id = business_id
        self.catalogue = Catalogue(business_id, storefront, hears.notice)
        self.mode = mode
        self.told = told
        self.hears = hears
        self.batch = batch
        self.today: dt.date = clock.today()
        self.seen: dict[int, int] = {}
        self.tally = Tally()

    def run(self, table: Table) -> Tally:
        """Import every line of a file. Raises `FileRefused` where it cannot be read (on), or in two ways."""
        with days_of_shop(self.business_id):
            return self._run(table)

    def _run(self, table: Table) -> Tally:
        try:
            for batch in _batches(self._checked(table, notation(table, self.told)), self.batch):
                self._write(batch)
                self.hears.progress(self.tally)
                reset_queries()
        finally:
            self._sum_up()
        if self.tally.imported >= TELLS_PLANNER:
            tell_planner(Sale, SaleLine, Payment, PaymentAllocation, Product, Customer)
        return self.tally

    def _sum_up(self) -> None:
        alone = len(self.catalogue.customers.by_name_alone)
        if alone:
            who = "1 customer is" if alone == 1 else f"{alone:,} customers are"
            self.hears.notice(0, f"{who} known by name alone: only customer_phone tells people of one name apart")

    def _checked(self, table: Table, written: Notation) -> Iterator[Line]:
        for row in table.rows():
            self.tally.read += 1
            try:
                line = checked(row, self.today, written)
            except BadLine as bad:
                self._refuse(row, bad)
                continue
            if self.tally.read <= ROWS_SHOWN:
                self.hears.understood(line)
            yield line

    @transaction.atomic
    def _write(self, batch: list[Line]) -> None:
        """One batch. The lock makes two imports into one business take turns; tills are not held up by it."""
        Business.objects.select_for_update(no_key=True).get(pk=self.business_id)
        journal, known = Journal(), {row.pk for row in self.catalogue.made}
        self.catalogue.prepare_products(batch)
        documents = Documents(self.business_id, self.seen, mode=self.mode)
        documents.load(batch)
        fresh = [line for line in batch if self._is_fresh(line, documents)]
        self.catalogue.prepare_parties(fresh, journal)
        for line in fresh:
            self._add(line, documents)
        documents.lock(journal)
        self.tally.updated += documents.take_out(journal)
        written = rows_of(documents.touched(), self.catalogue)
        written.save(journal)
        paid_off = pay_off(documents.newly_paid())
        paid_off.save(journal)
        self._count(written, paid_off)
        journal.add(row for row in self.catalogue.made if row.pk not in known)
        self.hears.batch(journal)

    def _count(self, written: Rows, paid_off: Rows) -> None:
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
            documents.add(line, self.catalogue.storefront_of(line), self.catalogue.customers.get(line))
        except BadLine as bad:
            self._refuse(line.row, bad)
            return
        self.tally.imported += 1
        self.tally.revenue += line.revenue

    def _refuse(self, row: Row, bad: BadLine) -> None:
        self.tally.refused += 1
        self.hears.problem(row, str(bad))


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
