"""`manage.py scheduler`: the periodic jobs without cron. Run it on as many machines as wanted; one of them works."""

import signal
import threading
from argparse import ArgumentParser
from typing import Any

import structlog
from django.core.management.base import BaseCommand
from django.db import DatabaseError, connection

from ai_features import jobs
from ai_features.services.clock_guard import ClockLeap

log = structlog.get_logger("ai_features.scheduler")
LOCK = 7_366_283_914
"""The number of the advisory lock that the working scheduler holds. It must only be the same everywhere."""


class Command(BaseCommand):
    help = "Run everything that is due, again and again. Of several schedulers one works; the others stand by."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--every", type=int, default=300, metavar="SECONDS", help="Default: 300.")
        parser.add_argument("--once", action="store_true", help="One round, then end.")

    def handle(self, *args: Any, **options: Any) -> None:
        stopping = threading.Event()
        for sign in (signal.SIGTERM, signal.SIGINT):
            signal.signal(sign, lambda *_: stopping.set())
        log.info("scheduler_started", every=options["every"])
        while not stopping.is_set():
            self._round()
            if options["once"] or stopping.wait(options["every"]):
                break
        log.info("scheduler_stopped")

    def _round(self) -> None:
        """One round of all jobs, when no other scheduler works. A database that is away is waited for."""
        try:
            if self._leads():
                for report in jobs.run_all():
                    log.info("job_ran", job=report.name, done=report.done, seconds=report.seconds)
        except ClockLeap as leap:
            log.error("clock_not_believed", problem=str(leap), way_out="manage.py run_due_jobs --accept-clock")
        except DatabaseError as away:
            log.error("scheduler_waits", failure=type(away).__name__)
            connection.close()

    def _leads(self) -> bool:
        """Whether the lock is ours. It goes with our connection; SQLite has one machine and needs none."""
        if connection.vendor != "postgresql":
            return True
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
            (ours,) = cursor.fetchone()
        return bool(ours)
