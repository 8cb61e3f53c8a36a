"""The migrated test database, kept from run to run: to apply every migration costs as much as a thousand tests.

SQLite's copy is a file in `build/schema/`, PostgreSQL's a database beside the tests' own. Their names end in a
fingerprint of the migrations, so a changed migration is applied anew. `pytest --create-db` applies all of them again.
"""

import hashlib
import sqlite3
from importlib.metadata import distributions
from pathlib import Path

from django.db import connection
from django.db.utils import DatabaseError

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "schema"
IN_MEMORY: list[sqlite3.Connection] = []
"""Held open, as a database in memory is gone with its last connection."""


def fingerprint() -> str:
    """Of all that decides what a migrated database looks like."""
    files = [*sorted(ROOT.glob("*/migrations/*.py")), ROOT / "common" / "change_triggers.py"]
    installed = sorted(f"{each.name} {each.version}" for each in distributions())
    parts = [*(path.read_bytes() for path in files), "\n".join(installed).encode()]
    return hashlib.sha256(b"".join(parts)).hexdigest()[:12]


def use(name: str) -> None:
    """Have the test database begin as the one kept as `name`, where there is one."""
    if connection.vendor == "sqlite":
        if not _file(name).exists():
            return
        memory = sqlite3.connect(connection.creation._get_test_db_name(), uri=True)  # type: ignore[attr-defined]
        IN_MEMORY.append(memory)
        _copy(sqlite3.connect(_file(name)), memory)
    elif name in _databases():
        connection.settings_dict["TEST"]["TEMPLATE"] = name
    else:
        return
    connection.settings_dict["TEST"]["MIGRATE"] = False


def keep(name: str) -> None:
    """Keep the test database, migrated and still empty, as `name`; older ones go."""
    if connection.vendor == "sqlite":
        if not _file(name).exists():
            _keep_file(name)
    elif name not in _databases():
        _keep_database(name)


def _file(name: str) -> Path:
    return FOLDER / f"{name}.sqlite3"


def _copy(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    source.backup(target)
    source.close()


def _keep_file(name: str) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.sqlite3"):
        old.unlink(missing_ok=True)
    unfinished = FOLDER / f"{id(connection)}.tmp"
    with sqlite3.connect(unfinished) as target:
        connection.connection.backup(target)
    target.close()
    unfinished.replace(_file(name))


def _databases() -> list[str]:
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database")
        return [name for (name,) in cursor.fetchall()]


def _keep_database(name: str) -> None:
    connection.close()
    connection.close_pool()  # type: ignore[attr-defined]
    older = [each for each in _databases() if each.startswith(name.rpartition("_")[0] + "_")]
    with connection._nodb_cursor() as cursor:
        for each in older:
            cursor.execute(f'DROP DATABASE IF EXISTS "{each}"')
        try:
            cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{connection.settings_dict["NAME"]}"')
        except DatabaseError:  # another worker was first
            if name not in _databases():
                raise


def end_other_sessions() -> None:
    """End what threads and servers of tests left open, as a database in use cannot be dropped."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
