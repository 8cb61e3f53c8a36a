"""Everything that happens with time: the jobs of `manage.py run_due_jobs`, in the order they run."""

import datetime as dt
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import requests
import structlog
from django.conf import settings
from django_tasks_db.models import DBTaskResult

from accounts import idempotency
from accounts.services import exports, forget_expired
from ai_features.brief import making
from ai_features.models import JobRun
from ai_features.proposals import automations, delivery, digest, executing, forgetting
from ai_features.services import clock_guard
from ai_features.services import retention as texts
from ai_features.services.billing import AIBillingService
from ai_features.services.notices import alerts, credit_alerts, loss_alerts, messages, stock_alerts
from ai_features.services.payments import (
    addons,
    inbox,
    purchases,
    refunds,
    renewals,
    retention,
    storefront_card,
    storefront_plan,
)
from common import clock
from common.http_deadline import deadline, session
from common.isolated_work import SomeFailed, drop_broken_connections
from inventory.services import imports as product_imports
from inventory.services import supplier_file
from reports import pairs
from sales.imports import jobs as sales_imports
from sales.services import customer_file, day_totals, expenses, search_words

log = structlog.get_logger("ai_features.jobs")
PING_SECONDS = 10
TASKS_KEPT = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of work that may run at any time and any number of times, by several machines at once.

    `run` returns how many things it did, or yields each as it is done and raises `SomeFailed` at the end.
    """

    name: str
    title: str
    run: Callable[[], int | Iterable[Any]]


@dataclass(frozen=True, slots=True)
class Report:
    """How one job went: things done, things that failed, and the first problem, "" when there was none."""

    name: str
    title: str
    done: int
    failed: int
    seconds: float
    problem: str = ""


def _take_up_imports() -> int:
    kinds: tuple[Any, ...] = (product_imports, supplier_file, customer_file, sales_imports)
    return sum(kind.take_up_abandoned() for kind in kinds)


def _prune_tasks() -> int:
    """Task results older than a week hold nothing that anybody reads."""
    return int(DBTaskResult.objects.finished().filter(finished_at__lt=clock.now() - TASKS_KEPT).delete()[0])


JOBS = (
    Job("credits", "Expire credits and release overdue holds", AIBillingService.expire_due),
    Job("payment_inbox", "Work on payment events a crash left behind", inbox.work_left),
    Job("pending_purchases", "Ask again about purchases that are not paid", purchases.check_unpaid),
    Job("refunds", "Learn what became of refunds", refunds.settle_open),
    Job("addon_renewals", "Renew monthly add-ons", renewals.renew_due),
    Job("addon_rollover", "Roll unused add-on credits over", addons.roll_over_due),
    Job("storefront_renewals", "Charge cards kept for storefronts", storefront_card.renew_due),
    Job("storefront_reminders", "Remind of storefronts that are to be paid", storefront_plan.remind_due),
    Job("expiry_warnings", "Warn of credits about to expire", alerts.warn_of_expiry),
    Job("cost_alerts", "Warn staff of model costs", alerts.warn_of_cost),
    Job("credit_alerts", "Scan customers' credit for warning signs", credit_alerts.scan_all),
    Job("stock_alerts", "Look for goods that run out, expire or lie too long", stock_alerts.scan_all),
    Job("loss_alerts", "Look for patterns that may cost money", loss_alerts.scan_all),
    Job("pairs", "Count which goods are bought together", pairs.rebuild_due),
    Job("briefs", "Make the briefs of the day", making.make_due),
    Job("brief_messages", "Write the messages of the briefs", making.send_due),
    Job("automations", "Agree to what standing approvals cover", automations.run_due),
    Job("proposals", "Do what was agreed to", executing.execute_due),
    Job("proposals_expired", "Let old proposals go", executing.expire_due),
    Job("customer_messages", "Give up messages whose sender died", delivery.settle_left),
    Job("digests", "Tell in the evening what was done", digest.send_due),
    Job("alerts", "Write the messages of new alerts", alerts.queue_unsent),
    Job("messages", "Send messages", messages.send_waiting),
    Job("payment_bodies", "Forget the bodies of old payment events", retention.forget_event_bodies),
    Job("ai_texts", "Forget old questions and answers", texts.forget_texts),
    Job("erased_customers", "Forget what was said of erased customers", texts.forget_erased_customers),
    Job("erased_in_proposals", "Forget what was written to erased customers", forgetting.forget_erased_customers),
    Job("recurring_expenses", "Write recurring expenses that fell due", expenses.write_due),
    Job("day_totals", "Add up what was sold on days that are over", day_totals.close_due),
    Job("search_words", "Learn search words from what was sold", search_words.learn_from_sales),
    Job("abandoned_imports", "Take up imports whose worker died", _take_up_imports),
    Job("finished_tasks", "Forget finished background tasks", _prune_tasks),
    Job("expired_log_ins", "Forget log-ins that have expired", forget_expired),
    Job("exports", "Delete old copies of data", exports.forget_old),
    Job("idempotency_keys", "Forget old Idempotency-Keys", idempotency.purge),
)


def run_all(chosen: Iterable[Job] = JOBS, *, accept_clock: bool = False) -> Iterator[Report]:
    """Run jobs one after another, then tell JOBS_PING_URL when none failed.

    Raises `ClockLeap` before the first when the clock cannot be believed and is not accepted.
    """
    if not accept_clock:
        clock_guard.check()
    return _each(chosen)


def _each(chosen: Iterable[Job]) -> Iterator[Report]:
    failed = False
    for job in chosen:
        report = run(job)
        failed = failed or bool(report.problem)
        yield report
    if settings.JOBS_PING_URL and not failed:
        _ping(settings.JOBS_PING_URL)


def _ping(url: str) -> None:
    """Tell a monitor that expects to hear from us that all went well. That it cannot be reached is no failure."""
    try:
        with session() as opened, deadline(PING_SECONDS):
            opened.get(url, timeout=PING_SECONDS)
    except requests.RequestException as problem:
        log.warning("ping_failed", failure=type(problem).__name__)


def run(job: Job) -> Report:
    """Run one job to its end and note how it went. What goes wrong in it stops no other job."""
    began = clock.now()
    report = _run(job)
    seen = {"started_at": began, "seconds": report.seconds, "done": report.done, "problem": report.problem}
    seen |= {} if report.problem else {"succeeded_at": began}
    JobRun.objects.update_or_create(name=job.name, defaults=seen)
    return report


def _run(job: Job) -> Report:
    started = time.monotonic()
    done, failed, problem = 0, 0, ""
    try:
        result = job.run()
        if isinstance(result, int):
            done = result
        else:
            for _ in result:
                done += 1
    except SomeFailed as some:
        log.error("job_failed_in_part", job=job.name, done=done, failed=some.failed)
        failed, problem = some.failed, str(some)[:300]
    except Exception as failure:  # one broken job must not keep the others from running
        log.exception("job_failed", job=job.name)
        problem = f"{type(failure).__name__}: {failure}"[:300]
        drop_broken_connections()
    return Report(job.name, job.title, done, failed, round(time.monotonic() - started, 3), problem)
