"""The periodic command: every job runs, one that breaks stops no other, and scripts can read the result."""

import io
import json
import time
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test.utils import override_settings
from pytest_django.fixtures import Settings

from ai_features import jobs
from ai_features.jobs import Job, run
from ai_features.tests.builders import make_lot
from ai_features.tests.stubs.server import LocalServer, Quiet, trickle
from conftest import Shop

pytestmark = pytest.mark.django_db


def _run(*arguments: str) -> str:
    out = io.StringIO()
    call_command("run_due_jobs", *arguments, stdout=out)
    return out.getvalue()


def test_every_job_runs_on_an_empty_database_and_says_so() -> None:
    lines = _run().splitlines()
    assert len(lines) == len(jobs.JOBS)
    assert all(" 0 " in line for line in lines)


def test_scripts_get_one_object_with_what_each_job_did(shop: Shop) -> None:
    make_lot(shop.business.pk, days=5)
    result = json.loads(_run("--json", "--only", "expiry_warnings", "alerts"))
    assert result["failed"] == []
    assert [(job["name"], job["done"]) for job in result["jobs"]] == [("expiry_warnings", 0), ("alerts", 0)]


def test_a_job_that_breaks_is_reported_with_what_it_had_done() -> None:
    def breaks() -> Any:
        yield 1
        raise ZeroDivisionError("a fault")

    report = run(Job("broken", "Breaks", breaks))
    assert (report.done, report.problem) == (1, "ZeroDivisionError: a fault")


def test_the_command_fails_when_a_job_failed_but_the_rest_has_run(shop: Shop) -> None:
    """Paystack is not configured, so refunds cannot be asked about."""
    from ai_features.tests.builders import make_purchase

    make_purchase(shop.business.pk).refunds.create(business=shop.business, credits=1, amount=1)
    with override_settings(PAYSTACK_SECRET_KEY=""), pytest.raises(CommandError, match="refunds"):
        _run("--json")


def test_names_of_jobs_are_unique_and_can_be_chosen() -> None:
    names = [job.name for job in jobs.JOBS]
    assert len(names) == len(set(names))
    with pytest.raises(CommandError):
        _run("--only", "no_such_job")


def test_a_monitor_whose_answer_trickles_in_is_given_up(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    class Trickling(Quiet, BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            trickle(self.wfile, b"HTTP/1.1 200 OK\r\n" + b"X-Warm: 1\r\n" * 100 + b"\r\n")

    monkeypatch.setattr(jobs, "PING_SECONDS", 0.5)
    with LocalServer(Trickling) as monitor:
        settings.JOBS_PING_URL = f"http://127.0.0.1:{monitor.port}/"
        began = time.monotonic()
        assert [report.problem for report in jobs.run_all(jobs.JOBS[:1])] == [""]
    assert time.monotonic() - began < 5
    assert "ping_failed" in caplog.text
