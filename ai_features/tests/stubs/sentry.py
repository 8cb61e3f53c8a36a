"""A local server that takes Sentry's envelopes."""

import gzip
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self


class SentryStub:
    """`with SentryStub() as stub:` takes reports at `stub.dsn`; `stub.raw` is all that came, `events` what it tells."""

    def __init__(self) -> None:
        self.raw = ""
        self.events: list[dict[str, Any]] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.dsn = f"http://public@127.0.0.1:{self._server.server_port}/1"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def take(self, envelope: str) -> None:
        """One envelope: a line of header, then a header and a payload for each item."""
        self.raw += envelope
        lines = [json.loads(line) for line in envelope.splitlines() if line]
        items = zip(lines[1::2], lines[2::2], strict=True)
        self.events += [payload for header, payload in items if header["type"] == "event"]


def _handler(stub: SentryStub) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            sent = self.rfile.read(int(self.headers["Content-Length"]))
            stub.take((gzip.decompress(sent) if self.headers.get("Content-Encoding") == "gzip" else sent).decode())
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, format: str, *args: Any) -> None:
            """Quiet."""

    return Handler
