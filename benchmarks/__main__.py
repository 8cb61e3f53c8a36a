"""`python -m benchmarks [section …]`: every section, or those named, on a PostgreSQL database of their own."""

import argparse
import importlib
import sys

from benchmarks import own_database

SECTIONS = {
    "checkout": "A checkout of five lines through the API, against the bare SQL it needs",
    "offline": "A till back on line: 500 sales sent at once, 5,000 products downloaded",
    "billing": "Hold and settle, against pgbench running the bare statements",
    "engine": "A billed AI feature, against the SDK called directly",
    "in_flight": "Two hundred requests in flight on twenty connections a process",
    "replay": "A day of mixed requests: cache hits, tokens and cost of each AI feature",
    "debts": "Whom to ask for money and the credit portfolio, 1,000 and 10,000 customers on account",
    "reorder_plan": "A reorder plan of 5,000 products at 2 storefronts, 600,000 sale lines",
    "growth": "Reports and lists over 100,000 and 1,000,000 sale lines, 1,000 and 10,000 customers",
    "mornings": "The scans and briefs of many businesses in one run of the periodic jobs",
    "questions": "A question over 100,000 and 1,000,000 sale lines, against hand-written SQL",
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("sections", nargs="*", choices=[*SECTIONS, []], help="all of them when none is named")
    chosen = parser.parse_args().sections or list(SECTIONS)
    return own_database.run(lambda: _each(chosen))


def _each(chosen: list[str]) -> int:
    from django.test.utils import override_settings

    from benchmarks.timing import say

    for name in chosen:
        say(f"\n{SECTIONS[name]}")
        with override_settings():  # what a section sets ends with it
            importlib.import_module(f"benchmarks.{name}").run()
    return 0


if __name__ == "__main__":
    sys.exit(main())
