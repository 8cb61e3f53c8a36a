"""The migrated database, made once and copied: to apply every migration costs as much as a thousand tests.

SQLite's is a file in `build/schema/`, PostgreSQL's a database beside the tests' own. Their names end in a fingerprint
of the migrations, so a changed migration is applied anew. `pytest --create-db` applies all of them in the test itself.

    python -m app.tests.kept_schema [FILE]    make it where it is missing, and a copy of SQLite's at FILE
"""

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "schema"
IN_MEMORY: list[sqlite3.Connection] = []
"""Held open, as a database in memory is gone with its last connection."""


def fingerprint() -> str:
    """Of all that decides what a migrated database looks like."""
    files = [*sorted(ROOT.glob("*/migrations/*.py")), ROOT / "common" / "change_triggers.py", ROOT / "requirements.txt"]
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:12]


def use() -> None:
    """Have the test database begin as the kept one."""
    if connection.vendor == "sqlite":
        memory = sqlite3.connect(connection.creation._get_test_db_name(), uri=True)  # type: ignore[attr-defined]
        IN_MEMORY.append(memory)
        with sqlite3.connect(kept_file()) as kept:
            kept.backup(memory)
        kept.close()
    else:
        connection.settings_dict["TEST"]["TEMPLATE"] = kept_database()
    connection.settings_dict["TEST"]["MIGRATE"] = False


def kept_file() -> Path:
    """SQLite's; the first who asks makes it, and older ones go."""
    kept, unfinished = FOLDER / f"{fingerprint()}.sqlite3", FOLDER / "unfinished"
    with _one_at_a_time():
        if not kept.exists():
            for old in FOLDER.glob("*.sqlite3"):
                old.unlink()
            unfinished.unlink(missing_ok=True)
            _migrate(f"sqlite:///{unfinished}")
            with sqlite3.connect(unfinished) as made:
                made.execute("PRAGMA journal_mode = DELETE")  # all of it in the one file
            made.close()
            unfinished.replace(kept)
    return kept


def kept_database() -> str:
    """The name of PostgreSQL's; the first who asks makes it, and older ones go."""
    url = urlsplit(os.environ["DATABASE_URL"])
    stem = f"kept_{url.path[1:]}_"
    kept, unfinished = stem + fingerprint(), f"{stem}unfinished"
    with _one_at_a_time(), connection._nodb_cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [stem])
        there = [name for (name,) in cursor.fetchall()]
        if kept not in there:
            for old in there:
                cursor.execute(f'DROP DATABASE "{old}"')
            cursor.execute(f'CREATE DATABASE "{unfinished}"')
            _migrate(url._replace(path=f"/{unfinished}").geturl())
            cursor.execute(f'ALTER DATABASE "{unfinished}" RENAME TO "{kept}"')
    return kept


def _migrate(url: str) -> None:
    environment = os.environ | {"DATABASE_URL": url}
    command = [sys.executable, str(ROOT / "manage.py"), "migrate", "--verbosity", "0"]
    subprocess.run(command, env=environment, check=True)  # noqa: S603


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def end_other_sessions() -> None:
    """End what threads and servers of tests left open, as a database in use cannot be dropped."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "app.settings")
    os.environ.setdefault("DEBUG", "True")
    if sys.argv[1:]:
        shutil.copyfile(kept_file(), sys.argv[1])
    elif connection.vendor == "sqlite":
        kept_file()
    else:
        kept_database()
