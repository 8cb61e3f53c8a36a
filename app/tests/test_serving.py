"""The project under gunicorn with its own configuration, as operators run it."""

import json
import os
import re
import runpy
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import requests
from pytest_django.fixtures import Settings

from ai_features.checks import longest_chain
from ai_features.features.questions import FEATURE as NATURAL_LANGUAGE_QUERY
from app.liveness import serve
from app.tests.serving import ROOT, free_port, gunicorn

SCRAPE = {"Authorization": "Bearer scrape"}


def responses_counted(page: str) -> float:
    found = re.findall(r"^django_http_responses_total_by_status_total\{[^}]*\} (\S+)", page, re.MULTILINE)
    return sum(float(each) for each in found)


def test_metrics_count_the_requests_of_every_worker_and_every_log_line_is_json(tmp_path: Path) -> None:
    with gunicorn(tmp_path, WEB_CONCURRENCY="2", DATABASE_URL=f"sqlite:///{tmp_path / 'db.sqlite3'}") as served:
        with ThreadPoolExecutor(8) as pool:
            statuses = list(pool.map(lambda _: served.get("/healthz").status_code, range(40)))
        page = served.get("/metrics", headers=SCRAPE).text
        lines = served.logged.splitlines()
    assert statuses == [200] * 40
    assert responses_counted(page) >= 40
    assert "app_database_up 0.0" in page
    assert all(isinstance(json.loads(line), dict) for line in lines)


@pytest.mark.parametrize(("workers", "status"), [(2, 200), (0, 503)])
def test_liveness_answers_apart_from_the_workers(workers: int, status: int) -> None:
    port = free_port()
    server = serve(port, workers=lambda: workers)
    try:
        answer = requests.get(f"http://127.0.0.1:{port}/healthz", timeout=5)
        assert (answer.status_code, answer.json()["workers"]) == (status, workers)
        assert requests.get(f"http://127.0.0.1:{port}/other", timeout=5).status_code == 404
    finally:
        server.shutdown()


def test_a_worker_that_stops_is_given_longer_than_any_hold_lives(settings: Settings) -> None:
    configured = runpy.run_path(str(ROOT / "gunicorn.conf.py"))
    assert configured["graceful_timeout"] > settings.AI_HOLD_SECONDS >= longest_chain(NATURAL_LANGUAGE_QUERY)


@pytest.mark.parametrize("command", ["check", "no_such_command", "run_due_jobs --only credits", "scheduler --once"])
def test_what_a_command_prints_is_one_object_a_line_for_machines(command: str, tmp_path: Path) -> None:
    given = os.environ | {"LOG_FORMAT": "json", "DEBUG": "True", "LOG_LEVEL": "INFO"}
    given["DATABASE_URL"] = f"sqlite:///{tmp_path / 'empty.sqlite3'}"
    done = subprocess.run(  # noqa: S603
        [sys.executable, "manage.py", *command.split()],
        cwd=ROOT,
        env=given,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = (done.stdout + done.stderr).splitlines()
    assert lines
    assert all(isinstance(json.loads(line), dict) for line in lines)
