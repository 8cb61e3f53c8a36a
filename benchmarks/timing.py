"""Timing two things in turn, so that a machine whose speed drifts favours neither."""

import statistics
import sys
import time
from collections.abc import Callable


def paired_medians(ours: Callable[[], object], baseline: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Median seconds of each over `rounds` alternating runs, after one warm-up of both."""
    ours()
    baseline()
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for run, kept in zip((ours, baseline), times, strict=True):
            started = time.perf_counter()
            run()
            kept.append(time.perf_counter() - started)
    return statistics.median(times[0]), statistics.median(times[1])


def say(text: str = "") -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def say_pair(what: str, ours: float, baseline: float) -> None:
    """One row: milliseconds of both and their ratio."""
    say(f"  {what:<46} {ours * 1000:>9.1f} ms {baseline * 1000:>9.1f} ms   × {ours / baseline:.2f}")
