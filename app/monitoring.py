"""What Prometheus reads: the counters of every process, and what waits in the database."""

import os
from collections.abc import Iterator

from django.db import DatabaseError
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest, multiprocess
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from ai_features.queries import operations


class StateCollector(Collector):
    """Gauges read from the database at each scrape; only `app_database_up` when it cannot be reached."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        try:
            found = [*_waiting(), *_jobs()]
        except DatabaseError:
            found = []
        yield GaugeMetricFamily("app_database_up", "1 while the database answers.", value=1 if found else 0)
        yield from found


def page() -> tuple[bytes, str]:
    """The page for Prometheus and its content type.

    With PROMETHEUS_MULTIPROC_DIR the counters are those of all processes that share the folder.
    """
    registry = CollectorRegistry()
    registry.register(StateCollector())
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        multiprocess.MultiProcessCollector(registry)
        return generate_latest(registry), CONTENT_TYPE_LATEST
    return generate_latest(REGISTRY) + generate_latest(registry), CONTENT_TYPE_LATEST


def _waiting() -> Iterator[GaugeMetricFamily]:
    parts = (
        ("tasks_waiting", "Background tasks not begun", operations.tasks_waiting()),
        ("ai_holds_open", "Requests whose credits are held", operations.holds_open()),
        ("payment_events_waiting", "Payment events not worked on", operations.payment_events_waiting()),
    )
    for name, title, waiting in parts:
        yield GaugeMetricFamily(name, f"{title}.", value=waiting.count)
        yield GaugeMetricFamily(f"{name}_oldest_seconds", f"{title}: age of the oldest.", value=waiting.oldest_seconds)


def _jobs() -> Iterator[GaugeMetricFamily]:
    good = GaugeMetricFamily("job_last_success_timestamp_seconds", "Last run without a failure.", labels=["job"])
    bad = GaugeMetricFamily("job_failing", "1 when the last run of the job failed.", labels=["job"])
    for run in operations.job_runs():
        if run.succeeded_at:
            good.add_metric([run.name], run.succeeded_at.timestamp())
        bad.add_metric([run.name], 1 if run.problem else 0)
    yield good
    yield bad
