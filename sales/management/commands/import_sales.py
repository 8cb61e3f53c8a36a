"""`import_sales FILE.csv --business ID`: a shop brings its history."""

import csv
import gc
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.models import Business
from common import money
from common.csv_files import Row, Table
from common.errors import DomainError
from common.imports import ImportMode, run
from common.notation import DATES, DECIMALS
from sales.imports.jobs import bring_in, take_back
from sales.imports.lines import COLUMNS, TABLE
from sales.imports.run import Hears, Tally
from sales.models import SalesImport


@contextmanager
def calm_collector() -> Iterator[None]:
    """Look for garbage more rarely: the default, after every 700 objects, takes a fifth of the time of an import."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(20_000, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


class Command(BaseCommand):
    help = (
        "Import past sales from a CSV file, plain or gzipped, or a workbook (.xlsx), with the columns "
        f"{', '.join(COLUMNS)}. Lines that are there already are skipped, so it can be run again at any time."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, nargs="?")
        parser.add_argument("--business", required=True, type=_business, help="the id of the business")
        parser.add_argument("--storefront", default="", help="for lines that name none; the oldest one when left out")
        parser.add_argument("--errors", type=Path, help="where refused lines go; FILE.errors.csv when left out")
        parser.add_argument("--check", action="store_true", help="show what would come in, and change nothing")
        parser.add_argument(
            "--mode",
            choices=ImportMode.values,
            default=ImportMode.ADD.value,
            help="update: lines that are there otherwise are corrected",
        )
        parser.add_argument("--decimal", choices=list(DECIMALS), default="", help="where the file does not tell")
        parser.add_argument("--dates", choices=list(DATES), default="", help="where the file does not tell")
        parser.add_argument("--undo", type=uuid.UUID, metavar="IMPORT", help="take an import back, by its id")

    @calm_collector()
    def handle(self, *args: Any, file: Path | None, business: uuid.UUID, **options: Any) -> None:
        business = _business(str(business))
        if not Business.objects.filter(pk=business).exists():
            raise CommandError(f"There is no business {business}.")
        try:
            if options["undo"]:
                self._undo(business, options["undo"])
            elif file is None:
                raise CommandError("Name the file to import.")
            else:
                self._import(file, business, options)
        except OSError as problem:
            raise CommandError(f"{file} cannot be read: {problem.strerror or problem}") from problem
        except DomainError as problem:
            raise CommandError(problem.message) from problem

    def _undo(self, business: uuid.UUID, import_id: uuid.UUID) -> None:
        job = take_back(business, import_id)
        self.stdout.write(f"{job.original_name} is undone.")
        self._notices(job)

    def _import(self, file: Path, business: uuid.UUID, options: dict[str, Any]) -> None:
        refused = RefusedLines(options["errors"] or file.with_name(f"{file.name}.errors.csv"))
        job = SalesImport(
            business_id=business,
            original_name=file.name[:250],
            status=SalesImport.Status.RUNNING,
            check_only=options["check"],
            **{name: options[name] for name in ("mode", "decimal", "dates")},
        )
        try:
            with file.open("rb") as stream:
                table = Table(stream, TABLE)
                job.lines_total = table.count_lines()
                job.save()
                self._run(job, table, refused, options["storefront"])
        finally:
            refused.close()
        if job.error:
            raise CommandError(job.error)

    def _run(self, job: SalesImport, table: Table, refused: "RefusedLines", storefront: str) -> None:
        bar = ProgressBar(job.lines_total, sys.stderr)
        tally = Tally()

        def progress(now: Tally) -> None:
            nonlocal tally
            tally = now
            bar.show(now)

        hears = Hears(problem=refused.add, progress=progress)
        try:
            run(job, table, lambda job, table: bring_in(job, table, hears, storefront=storefront))
        finally:
            bar.close()
            self._report(job, tally, bar.seconds, refused)

    def _report(self, job: SalesImport, tally: Tally, seconds: float, refused: "RefusedLines") -> None:
        speed = tally.read / max(seconds, 0.001)
        self.stdout.write(
            f"{tally.read:,} lines read in {seconds:.1f} s ({speed:,.0f} a second): {tally.imported:,} imported, "
            f"{tally.skipped:,} there already, {tally.refused:,} refused.\n"
            f"New: {tally.sales:,} sales and {tally.returns:,} returns worth {money.written(tally.revenue)}; "
            f"{tally.products:,} products, {tally.categories:,} categories, {tally.customers:,} customers, "
            f"{tally.storefronts:,} storefronts, {tally.staff:,} staff."
        )
        if tally.paid_off:
            self.stdout.write(f"{tally.paid_off:,} invoices that were open are now paid.")
        if tally.updated:
            self.stdout.write(f"{tally.updated:,} lines were replaced by corrected ones.")
        if refused.count:
            self.stdout.write(f"The refused lines, with reasons: {refused.path}")
        self._notices(job)
        if job.check_only:
            self._first_rows(job)
        elif tally.imported:
            self.stdout.write(f"To take it back: import_sales --business {job.business_id} --undo {job.pk}")

    def _notices(self, job: SalesImport) -> None:
        for notice in job.notices:
            self.stdout.write(f"line {notice['line']}: {notice['reason']}" if notice["line"] else notice["reason"])

    def _first_rows(self, job: SalesImport) -> None:
        self.stdout.write("Only a check: nothing was changed. The first lines, as they were understood:")
        for row in job.first_rows:
            self.stdout.write(", ".join(f"{name} {value}" for name, value in row.items()))


def _business(text: str) -> uuid.UUID:
    try:
        return uuid.UUID(text)
    except ValueError as wrong:
        raise CommandError(f"--business takes the id of a business, not {text!r}.") from wrong


class RefusedLines:
    """The file of refused lines: their number and reason, then their own values, ready to be corrected and imported.

    Made with the first bad line; in the working directory when the wanted place cannot be written to.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.count = 0
        self._file: TextIO | None = None

    def add(self, row: Row, reason: str) -> None:
        self.count += 1
        if self._file is None:
            self._file = self._open()
            csv.writer(self._file).writerow(["line", "reason", *row.values])
        csv.writer(self._file).writerow([row.line, reason, *row.values.values()])

    def close(self) -> None:
        if self._file:
            self._file.close()

    def _open(self) -> TextIO:
        try:
            return self.path.open("w", newline="", encoding="utf-8")
        except OSError:
            self.path = Path.cwd() / self.path.name
            return self.path.open("w", newline="", encoding="utf-8")


class ProgressBar:
    """How far an import is, on standard error: a bar that redraws itself on a terminal, else a line every tenth."""

    def __init__(self, total: int, stream: TextIO) -> None:
        self.total = max(total, 1)
        self.stream = stream
        self.started = time.monotonic()
        self.shown_tenths = 0

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.started

    def show(self, tally: Tally) -> None:
        part = min(tally.read / self.total, 1.0)
        text = (
            f"[{'#' * int(part * 30):<30}] {part:4.0%}  {tally.read:,} lines, {tally.read / self.seconds:,.0f} a second"
        )
        if self.stream.isatty():
            self.stream.write(f"\r{text}")
        elif int(part * 10) > self.shown_tenths:
            self.shown_tenths = int(part * 10)
            self.stream.write(f"{text}\n")
        self.stream.flush()

    def close(self) -> None:
        if self.stream.isatty():
            self.stream.write("\n")
