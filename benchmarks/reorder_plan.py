"""The reorder plan of a large shop, the first of a day and the next."""

import os
import time
from pathlib import Path

from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.tests.builders import make_business, make_member, make_storefront
from benchmarks import shelves
from benchmarks.timing import say
from reports import reorder
from reports.reorder.shape import shape

PRODUCTS, LINES = 5_000, 600_000
AIM_SECONDS = 3


def run() -> None:
    """Print seconds and queries of both."""
    business = make_business("Bench shelves")
    make_member(business)
    for name in ("One", "Two"):
        make_storefront(business, name)
    shelves.fill(business.pk, products=PRODUCTS, lines=LINES)
    with connection.cursor() as cursor:
        cursor.execute("SET max_parallel_workers_per_gather = 0")  # so that all of its processor time is counted
    for which in ("first of a day", "next"):
        with CaptureQueriesContext(connection) as queries:
            started, worked, served = time.perf_counter(), time.process_time(), _served()
            shape(reorder.plan(business.pk, reorder.Wish()), limit=50)
            seconds, python = time.perf_counter() - started, time.process_time() - worked
            database = _served() - served
        parts = f"processor: Python {python:.2f} s, PostgreSQL {database:.2f} s"
        say(f"  {which:<16} {seconds:6.2f} s (aim: {AIM_SECONDS} s); {parts}; {len(queries)} queries")


def _served() -> float:
    """Processor seconds that PostgreSQL has spent for this connection; 0 where it is on another machine."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        stat = Path(f"/proc/{cursor.fetchone()[0]}/stat")
    if not stat.exists():
        return 0.0
    fields = stat.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
