"""A clock that leaps expires nothing and renews nothing until somebody says that it is right."""

import datetime as dt
import io
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.core.management import CommandError, call_command

from ai_features.models import BusinessAICredits, JobRun
from ai_features.services.billing import AIBillingService
from ai_features.tests.builders import make_lot
from common import clock
from conftest import Shop

pytestmark = pytest.mark.django_db
NOON = dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _guarded(settings: Any) -> None:
    settings.CLOCK_LEAP_HOURS = 48


def run_jobs(*arguments: str) -> str:
    out = io.StringIO()
    call_command("run_due_jobs", *arguments, stdout=out)
    return out.getvalue()


def balance(shop: Shop) -> Decimal:
    return BusinessAICredits.objects.get(business_id=shop.id).balance


@pytest.mark.parametrize(("hours", "why"), [(24 * 200, "200 days have passed"), (-3, "ran backwards")])
def test_a_clock_that_leaps_runs_no_job(shop: Shop, hours: int, why: str) -> None:
    with time_machine.travel(NOON, tick=False) as travel:
        make_lot(shop.id, days=90)
        JobRun.objects.create(name="credits", started_at=clock.now())
        travel.shift(dt.timedelta(hours=hours))
        before = balance(shop)
        with pytest.raises(CommandError, match=why):
            run_jobs()
        assert balance(shop) == before


def test_a_clock_that_was_found_right_runs_them(shop: Shop) -> None:
    with time_machine.travel(NOON, tick=False) as travel:
        make_lot(shop.id, days=90)
        JobRun.objects.create(name="credits", started_at=clock.now())
        travel.shift(dt.timedelta(days=200))
        run_jobs("--accept-clock", "--only", "credits")
        assert balance(shop) == 0
        run_jobs("--only", "credits")


def test_the_first_run_ever_has_nothing_to_compare_with(shop: Shop) -> None:
    assert "Expire credits" in run_jobs("--only", "credits")
    assert JobRun.objects.get(name="credits").succeeded_at is not None


@pytest.mark.postgres
def test_a_clock_off_the_databases_expires_nothing_though_a_request_comes(shop: Shop, settings: Any) -> None:
    settings.CLOCK_DRIFT_SECONDS = 300
    make_lot(shop.id, days=5)
    before = balance(shop)
    with time_machine.travel(clock.now() + dt.timedelta(days=10)):
        assert AIBillingService.expire(shop.id) == 0
        with pytest.raises(CommandError, match="off the database's"):
            run_jobs()
    assert balance(shop) == before


def test_the_scheduler_runs_a_round_and_tells_of_a_clock_that_leapt(shop: Shop, capsys: Any) -> None:
    with time_machine.travel(NOON, tick=False) as travel:
        call_command("scheduler", "--once")
        first = JobRun.objects.get(name="credits").started_at
        travel.shift(dt.timedelta(days=3))
        call_command("scheduler", "--once")
        assert JobRun.objects.get(name="credits").started_at == first
