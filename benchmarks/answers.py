"""How well questions and dates are read, by rules alone: `python -m benchmarks.answers [--failing]`.

Asks the suites of questions of two shops that share names, on a database made for it and dropped, checks each figure
against the raw rows, and reads the suites of date phrases. `--failing` lists what was not right.
"""

import argparse
import os
import sys
from collections.abc import Iterator

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "app.settings")
os.environ.setdefault("DEBUG", "True")
django.setup()

from django.db import connection  # noqa: E402

from ai_features.tests.questions import verdicts  # noqa: E402
from ai_features.tests.questions.shops import build_pair  # noqa: E402
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


def run(*, failing: bool) -> None:
    """Print the verdicts of every suite, counted by kind."""
    for name, found in suites():
        say(f"\n{name}")
        for line in verdicts.counted(found):
            say(f"  {line}")
        for line in verdicts.failing(found) if failing else ():
            say(f"    {line}")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.answers", description=__doc__)
    parser.add_argument("--failing", action="store_true", help="list each that was not right")
    chosen = parser.parse_args()
    kept = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        run(failing=chosen.failing)
    finally:
        connection.creation.destroy_test_db(kept, verbosity=0)
    return 0


if __name__ == "__main__":
    sys.exit(main())
