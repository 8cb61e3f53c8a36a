"""Ten questions over any sales history: `python -m benchmarks.history_answers FILE.csv[.gz]`.

Imports the file into a database made for it and dropped, asks through the API, and compares each answer with the same
figure added up from the file in plain Python.
"""

import os
import sys
import time
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "app.settings")
os.environ.setdefault("DEBUG", "True")
os.environ.update({"AI_PROVIDER": "offline", "LOG_LEVEL": "ERROR"})
django.setup()

from django.core.cache import cache  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from knox.models import AuthToken  # noqa: E402
from rest_framework.test import APIClient  # noqa: E402

from accounts.tests.builders import caller_of, make_business, make_member, make_storefront  # noqa: E402
from ai_features.services.consent import give_consent  # noqa: E402
from ai_features.tests.questions.history import History, ten_questions  # noqa: E402
from benchmarks.timing import say  # noqa: E402


def run(path: Path) -> bool:
    """Print each question with the figures found and how long it took; whether all are those of the file."""
    owner = make_member(make_business("History Stores"))
    make_storefront(owner.business)
    call_command("import_sales", str(path), "--business", str(owner.business_id))
    give_consent(caller_of(owner))
    _, token = AuthToken.objects.create(user=owner.user)
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Token {token}")
    cache.clear()
    right = True
    for question, expected, figures in ten_questions(History(path)):
        started = time.perf_counter()
        body = client.post("/ai/api/query/", {"query": question}).json()
        took = (time.perf_counter() - started) * 1000
        found = figures(body["data"]) if body.get("data") else body
        same = found == expected
        right &= same
        say(f"{'right' if same else 'WRONG'} {took:7.0f} ms  {question}\n      {found}")
        if not same:
            say(f"      not {expected}")
    return right


def main() -> int:
    kept = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        return 0 if run(Path(sys.argv[1])) else 1
    finally:
        connection.creation.destroy_test_db(kept, verbosity=0)


if __name__ == "__main__":
    sys.exit(main())
