"""Real threads with connections of their own, all starting at once."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from django.db import connections

from common.errors import DomainError

R = TypeVar("R")


def at_once(*works: Callable[[], R]) -> list[R | DomainError]:
    """What each of `works` returned, or the refusal it raised, in order."""
    start = threading.Barrier(len(works))

    def run(work: Callable[[], R]) -> R | DomainError:
        start.wait()
        try:
            return work()
        except DomainError as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(run, works))
