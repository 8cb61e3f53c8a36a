"""`load_demo [--json]`: two shops with a year of trade, log-ins that work, and a question to try."""

import json
import shlex
import uuid
from typing import Any

from django.contrib.auth.hashers import make_password
from django.core.management.base import BaseCommand, CommandParser
from django.db import connection

from ai_features.services.notices import credit_alerts, loss_alerts, stock_alerts
from app.demo import access
from app.demo.accra import ACCRA
from app.demo.kumasi import KUMASI
from app.demo.load import Loader, business_id, is_loaded
from common import clock
from reports import pairs

PROFILES = (ACCRA, KUMASI)
QUESTION = "How many Samsung TVs were sold between January and March?"


class Command(BaseCommand):
    help = "Load the demo shops, unless they are there already, and print how to log in."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="end with one line of JSON: log-ins, tokens and ids")
        parser.add_argument("--port", type=int, default=8000, help="where the demo will be served")

    def handle(self, *args: Any, **options: Any) -> None:
        hashed = make_password(access.password())
        missing = [profile for profile in PROFILES if not is_loaded(profile)]
        for profile in missing:
            self.stderr.write(f"{profile.name}: making a year of trade …")
            Loader(profile, clock.today(), hashed).load()
            _watch(business_id(profile))
        if missing:
            _count_rows()
        found = [access.described(profile) for profile in PROFILES]
        if options["json"]:
            owner = found[0]["staff"][0]
            self.stdout.write(json.dumps({"token": owner["token"], "business_id": found[0]["id"], "businesses": found}))
        else:
            self._tell(found, f"http://127.0.0.1:{options['port']}")

    def _tell(self, businesses: list[dict[str, Any]], base: str) -> None:
        owner = businesses[0]["staff"][0]
        for business in businesses:
            people = ", ".join(f"{person['email']} ({person['role']})" for person in business["staff"])
            self.stdout.write(f"{business['name']}: {people}")
        body = json.dumps({"query": QUESTION})
        self.stdout.write(
            f"Everyone's password: {access.password()}\n\n"
            f"The console: {base}/ (log in as {owner['email']})\n"
            f"The API with its page: {base}/api/docs/\n"
            f"Ask a question as {owner['name']}, the owner:\n\n"
            f"  curl -s {base}/ai/api/query/ -H 'Authorization: Token {owner['token']}' \\\n"
            f"    -H 'Content-Type: application/json' -d {shlex.quote(body)}\n"
        )


def _watch(business: uuid.UUID) -> None:
    """Look at the new shop once as the periodic jobs do, so that its alerts and pairs are there from the start."""
    stock_alerts.scan(business)
    credit_alerts.scan(business)
    loss_alerts.scan(business)
    pairs.rebuild(business)


def _count_rows() -> None:
    """Let PostgreSQL or SQLite plan its queries by what was loaded, not by empty tables."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
