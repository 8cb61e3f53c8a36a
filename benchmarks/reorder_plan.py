"""The reorder plan of a large shop, the first of a day and the next."""

import time

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
    for which in ("first of a day", "next"):
        with CaptureQueriesContext(connection) as queries:
            started, worked = time.perf_counter(), time.process_time()
            shape(reorder.plan(business.pk, reorder.Wish()), limit=50)
            seconds, cpu = time.perf_counter() - started, time.process_time() - worked
        say(f"  {which:<16} {seconds:6.2f} s (aim: {AIM_SECONDS} s), Python {cpu:.2f} s of it; {len(queries)} queries")
