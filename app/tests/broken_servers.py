"""Servers that are there and of no use: one never answers, one hangs up in the middle of a request."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from typing import Literal

Fault = Literal["refusing", "hanging", "dying"]


@contextlib.contextmanager
def broken_server(fault: Fault) -> Iterator[int]:
    """The port of a local server with this fault; nothing listens at a refusing one."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        if fault == "refusing":
            listener.close()
            yield port
            return
        thread = threading.Thread(target=_serve, args=(listener, fault), daemon=True)
        thread.start()
        yield port
        listener.shutdown(socket.SHUT_RDWR)
        thread.join(5)


def _serve(listener: socket.socket, fault: Fault) -> None:
    kept = []
    with contextlib.suppress(OSError):
        while True:
            taken, _ = listener.accept()
            if fault == "hanging":
                kept.append(taken)
            else:
                taken.recv(4096)
                taken.close()
    for each in kept:
        each.close()
