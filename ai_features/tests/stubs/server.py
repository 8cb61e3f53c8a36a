"""What the local servers in place of the vendors' have in common: a port on loopback, served while a `with` lasts."""

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BufferedIOBase
from typing import Any, Self


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 512


class LocalServer:
    """Serves `handler` on 127.0.0.1, on a free port unless one is given."""

    def __init__(self, handler: type[BaseHTTPRequestHandler], *, port: int = 0) -> None:
        self._server = _Server(("127.0.0.1", port), handler)
        self.port = self._server.server_port

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


class Quiet:
    """For handlers that print nothing."""

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""


def trickle(out: BufferedIOBase, content: bytes) -> None:
    """Send byte by byte, one in 50 ms."""
    for byte in content:
        out.write(bytes([byte]))
        out.flush()
        time.sleep(0.05)
