"""Liveness on a port of its own, in gunicorn's master: it answers while every thread of every worker is waiting."""

import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


def serve(port: int, *, workers: Callable[[], int]) -> ThreadingHTTPServer:
    """Answer `GET /healthz` on 127.0.0.1 in a thread: 200 while there are workers, 503 when there are none."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            alive = workers()
            found = self.path == "/healthz"
            body = json.dumps({"status": "ok" if alive else "unavailable", "workers": alive}) if found else ""
            self.send_response((200 if alive else 503) if found else 404)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing: a probe every few seconds is no news."""

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    threading.Thread(target=server.serve_forever, name="liveness", daemon=True).start()
    return server
