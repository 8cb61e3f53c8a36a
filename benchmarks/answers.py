"""How well questions and dates are read, by rules alone: `python -m benchmarks.answers [--failing]`.

Without files it asks the suites of questions of two shops that share names, on a database made for it and dropped,
checks each figure against the raw rows, and reads the suites of date phrases. With `--file`, `--days` or `--asked` it
asks those of the demo shop instead, on PostgreSQL. `--failing` lists what was not right.
"""

import argparse
import io
import os
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "app.settings")
os.environ.setdefault("DEBUG", "True")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from ai_features.services.query_intelligence import QueryIntelligenceService  # noqa: E402
from ai_features.tests.questions import verdicts  # noqa: E402
from ai_features.tests.questions.shops import build_pair  # noqa: E402
from app.demo.accra import ACCRA  # noqa: E402
from app.demo.load import business_id  # noqa: E402
from benchmarks.judging import asked, days  # noqa: E402
from benchmarks.judging.gold import load_suite  # noqa: E402
from benchmarks.judging.verdicts import COLUMNS, Verdict, counted, failing, judged  # noqa: E402
from benchmarks.timing import say  # noqa: E402
from common import clock  # noqa: E402


def suites() -> Iterator[tuple[str, list[verdicts.Verdict]]]:
    """Each suite by name with its verdicts; questions once for each shop."""
    for name in verdicts.PERIODS:
        yield name, verdicts.read(name)
    shops = build_pair()
    for name in verdicts.QUESTIONS:
        for trade in shops:
            lines = verdicts.lines_of(name)
            yield f"{name} of {trade.business.name}", verdicts.answered(trade, lines, clock.today())


def run(*, list_failing: bool) -> None:
    """Print the verdicts of every suite, counted by kind."""
    for name, found in suites():
        say(f"\n{name}")
        for line in verdicts.counted(found):
            say(f"  {line}")
        for line in verdicts.failing(found) if list_failing else ():
            say(f"    {line}")


def run_files(chosen: argparse.Namespace) -> None:
    """Load both demo shops, ask the first of them what the files hold, and print what came of it, by kind."""
    call_command("load_demo", "--json", stdout=io.StringIO())
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    service = QueryIntelligenceService(business_id(ACCRA), by_example=not chosen.rules_alone)
    for path in chosen.file:
        _print(path, judged(service, load_suite(path)), COLUMNS, chosen.failing)
    for path in chosen.days:
        _print(path, days.judged_days(service, path), COLUMNS, chosen.failing)
    for path in chosen.asked:
        _print(path, asked.sorted_out(service, path), asked.COLUMNS, chosen.failing)


def _print(path: Path, verdicts: Iterator[Verdict], columns: tuple[str, ...], list_failing: bool) -> None:
    found = list(verdicts)
    say(f"\n{path}")
    for line in counted(found, columns):
        say(f"  {line}")
    for line in failing(found) if list_failing else ():
        say(f"    {line}")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.answers", description=__doc__)
    files = partial(parser.add_argument, nargs="+", type=Path, default=[], metavar="PATH")
    files("--file", help="suites of questions and conversations with gold readings, as JSON")
    files("--days", help="phrases of days with the days expected, as TSV")
    files("--asked", help="questions or conversations without answers, as TSV: what came of them")
    parser.add_argument("--rules-alone", action="store_true", help="read the files without examples")
    parser.add_argument("--failing", action="store_true", help="list each that was not right")
    chosen = parser.parse_args()
    if (chosen.file or chosen.days or chosen.asked) and connection.vendor != "postgresql":
        say("Files are judged on PostgreSQL: set DATABASE_URL; a database beside it is made and dropped.")
        return 2
    return _on_its_own_database(chosen)


def _on_its_own_database(chosen: argparse.Namespace) -> int:
    kept = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        if chosen.file or chosen.days or chosen.asked:
            run_files(chosen)
        else:
            run(list_failing=chosen.failing)
    finally:
        connection.creation.destroy_test_db(kept, verbosity=0)
    return 0


if __name__ == "__main__":
    sys.exit(main())
