"""A local server that takes Sentry's envelopes."""

import gzip
import json
from http.server import BaseHTTPRequestHandler
from typing import Any

from ai_features.tests.stubs.server import LocalServer, Quiet


class SentryStub(LocalServer):
    """`with SentryStub() as stub:` takes reports at `stub.dsn`; `stub.raw` is all that came, `events` what it tells."""

    def __init__(self) -> None:
        self.raw = ""
        self.events: list[dict[str, Any]] = []
        super().__init__(_handler(self))
        self.dsn = f"http://public@127.0.0.1:{self.port}/1"

    def take(self, envelope: str) -> None:
        """One envelope: a line of header, then a header and a payload for each item."""
        self.raw += envelope
        lines = [json.loads(line) for line in envelope.splitlines() if line]
        items = zip(lines[1::2], lines[2::2], strict=True)
        self.events += [payload for header, payload in items if header["type"] == "event"]


def _handler(stub: SentryStub) -> type[BaseHTTPRequestHandler]:
    class Handler(Quiet, BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            sent = self.rfile.read(int(self.headers["Content-Length"]))
            stub.take((gzip.decompress(sent) if self.headers.get("Content-Encoding") == "gzip" else sent).decode())
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"{}")

    return Handler
