"""How far long work is, on standard error."""

import time
from typing import TextIO


class ProgressBar:
    """A bar that redraws itself on a terminal; elsewhere a line every tenth. Nothing for fewer than `least` steps."""

    def __init__(self, total: int, stream: TextIO, *, what: str, least: int = 50) -> None:
        self.total, self.stream, self.what = total, stream, what
        self.silent = total < least
        self.started = time.monotonic()
        self.tenths = 0

    def show(self, done: int) -> None:
        part = min(done / self.total, 1.0) if self.total else 1.0
        speed = done / max(time.monotonic() - self.started, 0.001)
        text = f"[{'#' * int(part * 30):<30}] {part:4.0%}  {done:,} {self.what}, {speed:,.0f} a second"
        if self.silent:
            return
        if self.stream.isatty():
            self.stream.write(f"\r{text}" + ("\n" if done >= self.total else ""))
        elif int(part * 10) > self.tenths:
            self.tenths = int(part * 10)
            self.stream.write(f"{text}\n")
        self.stream.flush()
