"""The morning's periodic jobs of many businesses in one run: loss, credit and stock scans, and briefs.

MORNINGS (50) businesses: the two demo shops with their year of trade, copied inside PostgreSQL. It is Monday, 06:40, by
a clock that goes on from there: before 06:30 no brief is made, and on other days fewer shops are due a loss scan.
"""

import datetime as dt
import os
import time
from pathlib import Path

import time_machine
from django.core.management import call_command
from django.db import connection

from accounts.models import Business
from ai_features.jobs import JOBS, Job
from ai_features.jobs import run as run_job
from ai_features.models import BriefCard, LossAlert, LossScan
from benchmarks.timing import say
from common import clock

AIM_MINUTES, AIM_BUSINESSES = 10, 1000
WATCHED = ("credit_alerts", "stock_alerts", "loss_alerts", "briefs")
TENANT_TABLES = """
SELECT c.table_name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
WHERE c.table_schema = 'public' AND c.column_name = 'business_id' AND t.table_type = 'BASE TABLE'"""
COLUMNS = """
SELECT column_name, data_type FROM information_schema.columns
WHERE table_schema = 'public' AND table_name = %s AND is_generated = 'NEVER' ORDER BY ordinal_position"""
POINTS_AT = """
SELECT a.attname, con.confrelid::regclass::text FROM pg_constraint con
JOIN pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = con.conkey[1]
WHERE con.contype = 'f' AND con.conrelid = %s::regclass"""


def run() -> None:
    """The morning of the next Monday."""
    monday = clock.today() + dt.timedelta(days=7 - clock.today().weekday())
    with time_machine.travel(clock.start_of(monday) + dt.timedelta(hours=6, minutes=40)):
        _morning()


def _morning() -> None:
    """Print seconds of each job, of a business, and resident memory on the way.

    Beside the seconds by the clock stand those of processors, ours and PostgreSQL's, which a busy machine leaves alone.
    """
    call_command("load_demo", stdout=open(os.devnull, "w"), stderr=open(os.devnull, "w"))  # noqa: SIM115
    copies = int(os.environ.get("MORNINGS", "50")) // 2 - 1
    began = time.monotonic()
    copy_businesses(copies)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")  # as autovacuum would in time; what indexes alone tell is read from them then
    businesses = Business.objects.count()
    say(f"  {businesses} businesses made in {time.monotonic() - began:.0f} s")
    LossScan.objects.all().delete()  # loading the demo has looked at its last week already
    times = [_timed(job, businesses) for job in JOBS if job.name in WATCHED]
    assert LossScan.objects.count() == businesses, "not all were scanned"
    say(f"  {BriefCard.objects.count()} cards, {LossAlert.objects.count()} loss alerts")
    by_clock, by_processor = (sum(each) / businesses * AIM_BUSINESSES / 60 for each in zip(*times, strict=True))
    say(
        f"  {AIM_BUSINESSES:,} businesses would take {by_clock:.1f} minutes by the clock of this machine, "
        f"{by_processor:.1f} of one processor (aim {AIM_MINUTES} on two)"
    )


def _timed(job: Job, businesses: int) -> tuple[float, float]:
    """Seconds by the clock, and of processors."""
    before, used = _resident(), _processor_seconds()
    report = run_job(job)
    assert not report.problem, report.problem
    used = _processor_seconds() - used
    each = f"{report.seconds:8.1f} s, of processors {used:.1f} s {used / businesses * 1000:8.0f} ms a business"
    say(f"  {job.name:<16} {each}, memory {before} to {_resident()} MB")
    return report.seconds, used


def _processor_seconds() -> float:
    """Of this process and of the PostgreSQL process that serves it, on the same machine."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        [backend] = cursor.fetchone()
    fields = Path(f"/proc/{backend}/stat").read_text().rsplit(")", 1)[1].split()
    return time.process_time() + (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _resident() -> int:
    """MB of this process that are in memory."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 2**20


def copy_businesses(copies: int) -> None:
    """Write every row of every business so many times again, with ids of their own."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(TENANT_TABLES)
        tables = sorted(row[0] for row in cursor.fetchall())
        ours = {"accounts_business", *tables}
        for table in ("accounts_business", *tables):
            cursor.execute(_copying(table, ours), [copies])
        cursor.execute("SET session_replication_role = DEFAULT")
        cursor.execute("ANALYZE")


def _copying(table: str, ours: set[str]) -> str:
    with connection.cursor() as cursor:
        cursor.execute(POINTS_AT, [table])
        foreign = {name for name, target in cursor.fetchall() if target not in ours}
        cursor.execute(COLUMNS, [table])
        columns = cursor.fetchall()
    values = [
        f'md5("{name}"::text || n)::uuid' if kind == "uuid" and name not in foreign else f'"{name}"'
        for name, kind in columns
    ]
    names = ", ".join(f'"{name}"' for name, _ in columns)
    picked = ", ".join(values)
    copied = f'SELECT {picked} FROM "{table}", generate_series(1, %s) n'  # noqa: S608
    return f'INSERT INTO "{table}" ({names}) {copied} ON CONFLICT DO NOTHING'
