"""A PostgreSQL database made for one run, beside that of DATABASE_URL, and dropped after it."""

import gc
import os
import warnings
from collections.abc import Callable
from urllib.parse import urlsplit


def run(work: Callable[[], int]) -> int:
    """Start Django as in production but without limits, and `work` in the database; its exit code, 2 without one."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "app.settings")
    os.environ.update({"DEBUG": "False", "LOG_LEVEL": "ERROR", "AI_PROVIDER": "offline", "REPORT_RATE": "1000000/min"})
    os.environ.update({"SECRET_KEY": "for-a-benchmark-only-" * 3, "ALLOWED_HOSTS": "*", "SECURE_SSL_REDIRECT": "False"})
    os.environ.update({f"AI_REQUESTS_PER_{span}": "1000000" for span in ("MINUTE", "HOUR", "DAY")})
    warnings.filterwarnings("ignore", "No directory at")  # static files are not part of this
    import django

    django.setup()
    return within(work)


def within(work: Callable[[], int]) -> int:
    """`work` in the database, where Django has been started; its exit code, 2 without PostgreSQL."""
    from django.db import connection

    from benchmarks.timing import say

    if connection.vendor != "postgresql":
        say("Benchmarks need PostgreSQL: set DATABASE_URL; a database beside it is made and dropped.")
        return 2
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    gc.collect()
    gc.freeze()  # what migrations left in memory is in no server: the collector would go through it again and again
    try:
        return work()
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)


def url() -> str:
    """The address of the database made for this run."""
    from django.db import connection

    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
