"""The project under gunicorn as in production, and a database that can be taken away from it."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import requests

ROOT = Path(__file__).resolve().parent.parent.parent
State = Literal["open", "refusing", "hanging"]
_SETTINGS = {
    "DEBUG": "False",
    "SECRET_KEY": "for-tests-only-0123456789-abcdefghijklmnopqrstuvwxyz",
    "AI_PROVIDER": "offline",
    "ALLOWED_HOSTS": "127.0.0.1",
    "SECURE_SSL_REDIRECT": "False",
    "NUM_PROXIES": "0",
    "METRICS_TOKEN": "scrape",
    "LOG_LEVEL": "INFO",
    "WEB_CONCURRENCY": "1",
    "WEB_THREADS": "60",
}


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


class Proxy:
    """A TCP proxy before a real server: open, refusing connections, or taking them and passing nothing on."""

    def __init__(self, target: tuple[str, int]) -> None:
        self.port = free_port()
        self.state: State = "refusing"
        self._target = target
        self._sockets: list[socket.socket] = []
        self._listener: socket.socket | None = None

    def become(self, state: State) -> None:
        """Change state; connections that are open are cut when it refuses and frozen when it hangs."""
        self.state = state
        if state == "refusing":
            self._close()
        elif self._listener is None:
            self._listener = socket.create_server(("127.0.0.1", self.port))
            threading.Thread(target=self._accept, args=(self._listener,), daemon=True).start()

    def _close(self) -> None:
        listener, self._listener = self._listener, None
        for each in [*self._sockets, *([listener] if listener else [])]:
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()
        self._sockets.clear()

    def _accept(self, listener: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = listener.accept()
                server = socket.create_connection(self._target)
                self._sockets += [client, server]
                if self._listener is not listener:  # it has come to refuse meanwhile
                    client.close()
                    server.close()
                for one, other in ((client, server), (server, client)):
                    threading.Thread(target=self._pass_on, args=(one, other), daemon=True).start()

    def _pass_on(self, one: socket.socket, other: socket.socket) -> None:
        """Pass on what comes, and at last its end: a client whose server is gone would wait for it."""
        with contextlib.suppress(OSError):
            while data := one.recv(65536):
                self._while_it_hangs()
                other.sendall(data)
        self._while_it_hangs()
        for each in (one, other):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def _while_it_hangs(self) -> None:
        while self.state == "hanging":
            time.sleep(0.05)


class Served:
    """A running gunicorn: its URL, and what it has logged so far."""

    def __init__(self, process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
        self.process, self.url, self._log = process, f"http://127.0.0.1:{port}", log

    @property
    def logged(self) -> str:
        return self._log.read_text(encoding="utf-8")

    def get(self, path: str, **kwargs: object) -> requests.Response:
        return requests.get(f"{self.url}{path}", timeout=90, **kwargs)  # type: ignore[arg-type]


@contextlib.contextmanager
def gunicorn(tmp_path: Path, **environment: str) -> Iterator[Served]:
    """Serve with the project's own configuration on a free port, until the block ends."""
    port, log = free_port(), tmp_path / "gunicorn.log"
    given = (
        os.environ | _SETTINGS | {"BIND": f"127.0.0.1:{port}", "PROMETHEUS_MULTIPROC_DIR": str(tmp_path)} | environment
    )
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn"], cwd=ROOT, env=given, stdout=out, stderr=subprocess.STDOUT
        )
        try:
            _wait_until_up(port, process)
            yield Served(process, port, log)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(90)


def _wait_until_up(port: int, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(300):
        with contextlib.suppress(requests.RequestException):
            requests.get(f"http://127.0.0.1:{port}/healthz", timeout=5)
            return
        assert process.poll() is None, "gunicorn did not start"
        time.sleep(0.1)
    raise AssertionError("gunicorn did not answer within 30 s")


def address_of(url: str, default_port: int) -> tuple[str, int]:
    """Host and port of a database URL."""
    parts = urlsplit(url)
    return parts.hostname or "127.0.0.1", parts.port or default_port
