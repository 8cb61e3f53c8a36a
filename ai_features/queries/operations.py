"""What is waiting and what ran, for the monitoring. Every figure is of all businesses together."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Max, Min
from django_tasks_db.models import DBTaskResult

from ai_features.models import CreditHold, JobRun, PaymentEvent
from common import clock


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many, and for how many seconds the oldest has been waiting; 0 where there is none."""

    count: int
    oldest_seconds: float


def tasks_waiting() -> Waiting:
    """Background tasks that no worker has taken yet."""
    ready = DBTaskResult.objects.ready().aggregate(count=Count("pk"), oldest=Min("enqueued_at"))
    return Waiting(ready["count"], _age(ready["oldest"]))


def holds_open() -> Waiting:
    """Credits held for requests that have not ended."""
    found = CreditHold.objects.filter(status=CreditHold.Status.OPEN).aggregate(
        count=Count("pk"), oldest=Min("created_at")
    )
    return Waiting(found["count"], _age(found["oldest"]))


def payment_events_waiting() -> Waiting:
    """Webhooks that were kept and not worked on."""
    left = PaymentEvent.objects.filter(outcome=PaymentEvent.Outcome.RECEIVED)
    found = left.aggregate(count=Count("pk"), oldest=Min("received_at"))
    return Waiting(found["count"], _age(found["oldest"]))


def job_runs() -> list[JobRun]:
    """The last run of each periodic job."""
    return list(JobRun.objects.all())


def last_job_at() -> dt.datetime | None:
    """When a periodic job last began."""
    latest: dt.datetime | None = JobRun.objects.aggregate(latest=Max("started_at"))["latest"]
    return latest


def _age(since: dt.datetime | None) -> float:
    return max(0.0, (clock.now() - since).total_seconds()) if since else 0.0
