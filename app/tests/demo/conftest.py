"""The demo, loaded once for all tests of this package: that takes as long as a hundred of them."""

import json
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction

from ai_features.tests.conftest import openai  # noqa: F401  (a local OpenAI)


def load() -> dict[str, Any]:
    """What `load_demo --json` prints last."""
    out = StringIO()
    call_command("load_demo", json=True, stdout=out, stderr=StringIO())
    last: dict[str, Any] = json.loads(out.getvalue().strip().splitlines()[-1])
    return last


@pytest.fixture(scope="package")
def demo(django_db_setup: None, django_db_blocker: Any) -> Iterator[Any]:
    """Gone after these tests."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load()
        transaction.set_rollback(True)
