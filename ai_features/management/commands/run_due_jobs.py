"""`manage.py run_due_jobs`: everything periodic, for cron, every five minutes."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ai_features.jobs import JOBS, Report, run_all
from ai_features.services.clock_guard import ClockLeap


class Command(BaseCommand):
    help = "Run everything that is due: expiry, payments, renewals, alerts, retention. Safe to run at any time."

    def add_arguments(self, parser: ArgumentParser) -> None:
        names = [job.name for job in JOBS]
        parser.add_argument("--only", nargs="+", choices=names, metavar="JOB", help=f"Of: {', '.join(names)}.")
        parser.add_argument(
            "--accept-clock", action="store_true", help="Run though the clock leapt since the last run."
        )
        parser.add_argument("--json", action="store_true", help="One JSON object at the end, for scripts.")

    def handle(self, *args: Any, **options: Any) -> None:
        chosen = [job for job in JOBS if not options["only"] or job.name in options["only"]]
        reports = []
        try:
            for report in run_all(chosen, accept_clock=options["accept_clock"]):
                reports.append(report)
                if not options["json"]:
                    self._line(report)
        except ClockLeap as leap:
            raise CommandError(
                f"{leap} Nothing was run. Set the clock right; if it is right, run again with --accept-clock."
            ) from leap
        failed = [report.name for report in reports if report.problem]
        if options["json"]:
            self.stdout.write(json.dumps({"jobs": [asdict(report) for report in reports], "failed": failed}))
        if failed:
            raise CommandError(f"Failed: {', '.join(failed)}")

    def _line(self, report: Report) -> None:
        line = f"{report.title:<45} {report.done:>6}  {report.seconds:>7.2f} s"
        self.stdout.write(self.style.ERROR(f"{line}  {report.problem}") if report.problem else line)
