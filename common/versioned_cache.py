"""What a process made from many rows, kept until the rows change."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

V = TypeVar("V")


class Remembered(Generic[V]):
    """One value for each key, as long as the state that it was made from stands; of too many the least used goes."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._kept: OrderedDict[Hashable, tuple[Hashable, V]] = OrderedDict()

    def get(self, key: Hashable, state: Hashable, make: Callable[[], V]) -> V:
        """What was made for `key` in this `state`, made now if it was not. Two threads may make it both."""
        with self._lock:
            if key in self._kept and self._kept[key][0] == state:
                self._kept.move_to_end(key)
                return self._kept[key][1]
        made = make()
        with self._lock:
            self._kept[key] = state, made
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return made
