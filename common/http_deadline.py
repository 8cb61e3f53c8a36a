"""One deadline for a whole call over `requests`, headers, body and repeats: the clock holds it, not each read."""

import http.client
import io
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import NewConnectionError

CONNECT_SECONDS = 5
_ENDS: ContextVar[float | None] = ContextVar("ends", default=None)


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Answers through a `DeadlineAdapter` are read until `seconds` from now and no longer: then a read timeout."""
    token = _ENDS.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _ENDS.reset(token)


class DeadlineAdapter(HTTPAdapter):
    """Connections whose answers are read under the `deadline` that holds."""

    def get_connection_with_tls_context(self, *given: Any, **named: Any) -> Any:
        pool: Any = super().get_connection_with_tls_context(*given, **named)
        pool.ConnectionCls = _Https if pool.scheme == "https" else _Http
        return pool


def session(**adapter: Any) -> requests.Session:
    """A session whose answers keep to a `deadline`; `adapter` is what an `HTTPAdapter` takes."""
    made = requests.Session()
    for scheme in ("http://", "https://"):
        made.mount(scheme, DeadlineAdapter(**adapter))
    return made


def post(url: str, body: dict[str, Any], *, headers: dict[str, str], seconds: float) -> requests.Response:
    """Send JSON once and read the answer, all of it within `seconds`. Raises `requests.RequestException`."""
    with session() as opened, deadline(seconds):
        return opened.post(url, json=body, headers=headers, timeout=(CONNECT_SECONDS, seconds))


def never_left(problem: requests.RequestException) -> bool:
    """Whether a call failed before anything was sent: nobody listened, or no connection was made in time."""
    if isinstance(problem, requests.ConnectTimeout):
        return True
    cause = getattr(problem.args[0], "reason", None) if problem.args else None
    return isinstance(cause, NewConnectionError)


class _Reader(io.RawIOBase):
    """Bytes of a socket, each read with what is left of the time."""

    def __init__(self, connection: socket.socket, raw: io.RawIOBase, ends: float) -> None:
        self._connection, self._raw, self._ends = connection, raw, ends

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        left = self._ends - time.monotonic()
        if left <= 0:
            raise TimeoutError("the deadline of the call has passed")
        self._connection.settimeout(left)
        return self._raw.readinto(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()


class _Answer(http.client.HTTPResponse):
    def __init__(self, sock: socket.socket, *given: Any, **named: Any) -> None:
        super().__init__(sock, *given, **named)
        if ends := _ENDS.get():
            self.fp = io.BufferedReader(_Reader(sock, self.fp.detach(), ends))


class _Http(HTTPConnection):
    response_class = _Answer


class _Https(HTTPSConnection):
    response_class = _Answer
