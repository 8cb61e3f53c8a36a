"""`manage.py api_contract`: what of the API changed since `docs/contract.txt`, and with `--write` the new state."""

import json
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from drf_spectacular.generators import SchemaGenerator

from app.openapi.changes import Change, changes
from app.openapi.facts import facts, read, written
from common import clock

HEAD = """# What changed in the API

Made by `make contract` from the difference between two descriptions of the API. What breaks an app that works today is
marked.
"""


class Command(BaseCommand):
    help = "Compare the API with docs/contract.txt; exit 1 when they differ."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--write", action="store_true", help="write docs/contract.txt and docs/api_changelog.md")

    def handle(self, *args: Any, **options: Any) -> None:
        docs: Path = settings.BASE_DIR / "docs"
        page = SchemaGenerator().get_schema(public=True)  # type: ignore[no-untyped-call]
        new = facts(json.loads(json.dumps(page, default=str)))
        contract, log = docs / "contract.txt", docs / "api_changelog.md"
        old = read(contract.read_text()) if contract.exists() else {}
        found = changes(old, new)
        for change in found:
            self.stdout.write(_line(change))
        if options["write"]:
            contract.write_text(written(new))
            log.write_text(entered(log.read_text() if log.exists() else HEAD, found, clock.today().isoformat()))
        elif old != new:
            self.stderr.write("The API is not as docs/contract.txt says: run make contract.")
            sys.exit(1)


def entered(log: str, found: list[Change], day: str) -> str:
    """The changelog with these changes under their day, the latest day first."""
    if not found:
        return log
    title, lines = f"\n## {day}\n\n", "".join(f"{_line(change)}\n" for change in found)
    if title in log:
        return log.replace(title, f"{title}{lines}", 1)
    head, separator, rest = log.partition("\n## ")
    return f"{head}{title}{lines}{separator}{rest}"


def _line(change: Change) -> str:
    return f"- {'**Breaks**: ' if change.breaks else ''}{change.text}"
