"""One deadline for a whole answer: a server that keeps the line warm with blank lines holds nobody up."""

import time
from typing import Any

import httpcore2
import httpx2


class _Left(float):
    """Seconds until a moment, as the timeout of a read: the later the read, the shorter."""

    ends: float

    @classmethod
    def of(cls, seconds: float) -> "_Left":
        left = cls(seconds)
        left.ends = time.monotonic() + seconds
        return left

    def now(self) -> float:
        """Raises `ReadTimeout` when none is left."""
        left = self.ends - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout("the deadline of the answer has passed")
        return left


class _Stream(httpcore2.NetworkStream):
    """A connection whose reads end with the deadline of the request that reads."""

    def __init__(self, stream: httpcore2.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, timeout.now() if isinstance(timeout, _Left) else timeout)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, timeout)

    def close(self) -> None:
        self._stream.close()

    def start_tls(self, *given: Any, **named: Any) -> httpcore2.NetworkStream:
        return _Stream(self._stream.start_tls(*given, **named))

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _Backend(httpcore2.NetworkBackend):
    def __init__(self, backend: httpcore2.NetworkBackend) -> None:
        self._backend = backend

    def connect_tcp(self, *given: Any, **named: Any) -> httpcore2.NetworkStream:
        return _Stream(self._backend.connect_tcp(*given, **named))


def _begin(request: httpx2.Request) -> None:
    """The time that the client's settings allow for one read becomes that for the whole answer."""
    limits = request.extensions.get("timeout") or {}
    if limits.get("read"):
        request.extensions["timeout"] = {**limits, "read": _Left.of(limits["read"])}


def hold(client: httpx2.Client) -> httpx2.Client:
    """Make the read timeout of every request of `client` the deadline of its whole answer, proxies included."""
    client.event_hooks = {**client.event_hooks, "request": [*client.event_hooks["request"], _begin]}
    for transport in (client._transport, *client._mounts.values()):
        if isinstance(transport, httpx2.HTTPTransport):
            transport._pool._network_backend = _Backend(transport._pool._network_backend)
    return client
