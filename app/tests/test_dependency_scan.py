"""`make check` scans the requirements, fails for what is vulnerable, and says when it could not ask."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
FLAW = {
    "id": "GHSA-0000-0000-0001",
    "modified": "2026-01-01T00:00:00Z",
    "published": "2026-01-01T00:00:00Z",
    "schema_version": "1.6.0",
    "summary": "A flaw",
    "details": "A flaw",
    "aliases": [],
    "affected": [
        {
            "package": {"ecosystem": "PyPI", "name": "fpdf2"},
            "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "9.9.9"}]}],
            "versions": ["2.8.9"],
        }
    ],
}


@pytest.fixture
def database() -> Iterator[tuple[str, list[Any]]]:
    """The URL of a local server that speaks OSV's protocol, and the flaws it knows of fpdf2."""
    flaws: list[Any] = []

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            known = {"vulns": flaws} if flaws and asked["package"]["name"] == "fpdf2" else {}
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps(known).encode())

        def log_message(self, *args: Any) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/v1/query", flaws
    server.shutdown()


def scan(url: str, tmp_path: Path) -> tuple[int, str]:
    pinned = tmp_path / "requirements.txt"
    pinned.write_text("fpdf2==2.8.9\nholidays==0.108\n")
    command = [sys.executable, str(ROOT / ".ci/audit"), "-s", "osv", "--osv-url", url, "-r", str(pinned)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    return done.returncode, done.stdout


def test_a_vulnerable_version_is_named_and_fails(database: tuple[str, list[Any]], tmp_path: Path) -> None:
    database[1].append(FLAW)
    code, said = scan(database[0], tmp_path)
    assert code == 1
    assert "fpdf2 2.8.9: GHSA-0000-0000-0001, fixed in 9.9.9" in said
    assert "2 scanned, 1 vulnerable." in said


def test_what_has_no_known_flaw_passes(database: tuple[str, list[Any]], tmp_path: Path) -> None:
    assert scan(database[0], tmp_path) == (0, "Dependency scan: 2 scanned, 0 vulnerable.\n")


def test_where_nobody_answers_it_says_so_and_does_not_fail(tmp_path: Path) -> None:
    code, said = scan("http://127.0.0.1:1/v1/query", tmp_path)
    assert (code, "NOT DONE" in said) == (0, True)


def test_make_check_scans() -> None:
    assert ".ci/audit" in (ROOT / "Makefile").read_text()
