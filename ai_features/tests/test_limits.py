import uuid
from typing import Any

import pytest
import time_machine
from pytest_django.fixtures import Settings

from ai_features.services.sharing import limits
from ai_features.services.sharing.limits import DAY, HOUR, MINUTE, RateLimited

BUSINESS = uuid.uuid4()


@pytest.fixture(autouse=True)
def _three_a_minute(settings: Settings) -> None:
    settings.AI_RATE_LIMITS = {"requests_per_minute": 3, "requests_per_hour": 5, "requests_per_day": 7}


def allowed(number: int, business: uuid.UUID = BUSINESS, feature: str = "toy", **own: Any) -> int:
    """How many of `number` requests are let through."""
    through = 0
    for _ in range(number):
        try:
            limits.count(business, limits.windows(feature, own.get("own", ())))
            through += 1
        except RateLimited:
            continue
    return through


def test_a_minute_an_hour_and_a_day_are_each_a_limit() -> None:
    with time_machine.travel("2026-11-21T09:00:01Z", tick=False) as clock:
        assert allowed(10) == 3
        clock.shift(60)
        assert allowed(10) == 2
        clock.shift(3600)
        assert allowed(10) == 2
        clock.shift(3600)
        assert allowed(10) == 0
        clock.shift(24 * 3600)
        assert allowed(10) == 3


def test_a_refused_request_is_not_counted() -> None:
    with time_machine.travel("2026-11-21T09:00:01Z", tick=False) as clock:
        assert allowed(50) == 3
        clock.shift(60)
        assert allowed(1) == 1


def test_a_feature_has_limits_of_its_own() -> None:
    own = [(MINUTE, 1), (HOUR, None), (DAY, None)]
    assert allowed(3, feature="narrow", own=own) == 1
    assert allowed(5, feature="wide") == 2


def test_a_limit_of_zero_lets_nothing_through() -> None:
    assert allowed(2, own=[(DAY, 0)]) == 0


def test_businesses_do_not_count_for_each_other() -> None:
    assert allowed(5) == 3
    assert allowed(5, business=uuid.uuid4()) == 3


def test_the_refusal_says_when_the_window_ends() -> None:
    with time_machine.travel("2026-11-21T09:00:20Z", tick=False):
        allowed(3)
        with pytest.raises(RateLimited) as refused:
            limits.count(BUSINESS, limits.windows("toy"))
    assert refused.value.extra == {"retry_after": 40, "limit": 3, "period": "minute"}


def test_a_day_ends_at_midnight_in_accra() -> None:
    with time_machine.travel("2026-11-21T23:59:30Z", tick=False) as clock:
        assert allowed(1, own=[(DAY, 1)]) == 1
        assert allowed(1, own=[(DAY, 1)]) == 0
        clock.shift(30)
        assert allowed(1, own=[(DAY, 1)]) == 1


def test_in_the_last_second_of_a_window_the_refusal_says_one_second() -> None:
    with time_machine.travel("2026-11-21T09:00:59.5Z", tick=False):
        assert allowed(3) == 3
        with pytest.raises(RateLimited) as refused:
            limits.count(BUSINESS, limits.windows("toy"))
    assert refused.value.extra["retry_after"] == 1
