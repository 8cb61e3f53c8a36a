"""A database that is away is a 503 that says when to try again, soon; it hangs nothing and breaks nothing for later."""

import os
import re
import sqlite3
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
import requests
from django.db import InterfaceError, OperationalError, connection

from app.tests.routes import routes
from app.tests.serving import Proxy, Served, address_of, free_port, gunicorn
from common.outages import is_outage

WITHOUT_DATABASE = {
    "healthz",
    "metrics",
    "",
    "api/schema/",
    "api/docs/",
    "ai/api/payments/paystack/webhook/",
    "ai/api/messages/whatsapp/",
    "ai/api/messages/sms/<str:secret>/",
}


def database_error(cause: Exception, kind: type[Exception] = OperationalError) -> Exception:
    """The error as Django raises it, from what the driver raised."""
    error = kind()
    error.__cause__ = cause
    return error


def busy(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError()
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "outage"),
    [
        (database_error(psycopg.OperationalError("connection refused")), True),
        (database_error(psycopg.errors.AdminShutdown()), True),
        (database_error(psycopg.errors.CannotConnectNow()), True),
        (database_error(psycopg.errors.TooManyConnections()), True),
        (database_error(psycopg.errors.DiskFull()), True),
        (database_error(psycopg.errors.ReadOnlySqlTransaction()), True),
        (database_error(psycopg.InterfaceError("the connection is closed"), InterfaceError), True),
        (database_error(psycopg.errors.QueryCanceled()), False),
        (database_error(psycopg.errors.DeadlockDetected()), False),
        (database_error(busy(sqlite3.SQLITE_BUSY)), True),
        (database_error(busy(sqlite3.SQLITE_FULL)), True),
        (database_error(busy(sqlite3.SQLITE_ERROR)), False),
        (ValueError(), False),
    ],
)
def test_what_is_an_outage(error: Exception, outage: bool) -> None:
    assert is_outage(error) is outage


@pytest.fixture
def database(db: None) -> Iterator[Proxy]:
    proxy = Proxy(address_of(os.environ["DATABASE_URL"], 5432))
    proxy.become("open")
    yield proxy
    proxy.become("refusing")


@pytest.fixture
def served(database: Proxy, tmp_path: Path) -> Iterator[Served]:
    url = urlsplit(os.environ["DATABASE_URL"])
    through = url._replace(
        netloc=f"{url.username}@127.0.0.1:{database.port}", path=f"/{connection.settings_dict['NAME']}"
    )
    with gunicorn(
        tmp_path, DATABASE_URL=through.geturl(), REDIS_URL="", DATABASE_WAIT_SECONDS="2", LIVENESS_PORT=str(free_port())
    ) as found:
        yield found


def seconds_of(ask: Callable[[], requests.Response]) -> tuple[requests.Response, float]:
    began = time.monotonic()
    return ask(), time.monotonic() - began


def asked_of_all(served: Served) -> dict[str, int]:
    """The status of each endpoint that needs the database, asked at once with an unknown token."""
    wanted = [route for route in routes() if route.pattern not in WITHOUT_DATABASE]
    paths = {
        route.pattern: re.sub(r"<[^>]+>", "00000000-0000-4000-8000-000000000000", route.pattern) for route in wanted
    }

    def status(path: str) -> int:
        return served.get(f"/{path}", headers={"Authorization": "Token 0123456789"}).status_code

    with ThreadPoolExecutor(60) as pool:
        return dict(zip(paths, pool.map(status, paths.values()), strict=True))


@pytest.mark.postgres
def test_a_database_that_refuses_is_a_503_and_works_again_when_it_is_back(served: Served, database: Proxy) -> None:
    assert set(asked_of_all(served).values()) <= {200, 401, 405}
    database.become("refusing")
    assert set(asked_of_all(served).values()) <= {503, 405}
    answer, seconds = seconds_of(lambda: served.get("/accounts/api/me/", headers={"Authorization": "Token 0123456789"}))
    assert answer.json()["error"] == "service_unavailable"
    assert answer.headers["Retry-After"] == "5"
    assert seconds < 4
    ready, seconds = seconds_of(lambda: served.get("/readyz"))
    assert (ready.status_code, ready.json()["database"]) == (503, "unavailable")
    assert served.get("/healthz").status_code == 200
    database.become("open")
    until = time.monotonic() + 30
    while served.get("/readyz").status_code != 200:
        assert time.monotonic() < until, "it did not come back"
    assert set(asked_of_all(served).values()) <= {200, 401, 405}


@pytest.mark.postgres
def test_a_database_that_is_silent_holds_no_thread(served: Served, database: Proxy) -> None:
    assert served.get("/readyz").status_code == 200
    database.become("hanging")
    assert set(asked_of_all(served).values()) <= {503, 405}
    database.become("open")
