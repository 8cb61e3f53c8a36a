import time
import uuid
from typing import Any

import pytest
import time_machine
from pytest_django.fixtures import Settings

from ai_features.services.sharing import limits
from ai_features.services.sharing.limits import DAY, HOUR, MINUTE, RateLimited
from common.resilient_cache import with_redis

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


def test_the_refusal_names_the_window_that_is_full() -> None:
    with time_machine.travel("2026-11-21T09:00:10Z", tick=False) as clock:
        allowed(3)
        clock.shift(60)
        allowed(2)
        with pytest.raises(RateLimited, match=r"more than 5 AI requests a hour; try again in 3530 seconds") as refused:
            limits.count(BUSINESS, limits.windows("toy"))
        assert refused.value.extra == {"retry_after": 3530, "limit": 5, "period": "hour"}
        clock.shift(3600)
        with pytest.raises(RateLimited) as of_its_own:
            limits.count(BUSINESS, limits.windows("toy", [(DAY, 0)]))
        assert of_its_own.value.extra == {"retry_after": 86_400 - 36_070, "limit": 0, "period": "day"}


def test_a_window_that_begins_has_all_its_seconds_left() -> None:
    window = limits.Window("all", MINUTE, 3)
    assert [window.left(second) for second in (0.0, 0.9, 59.0, 59.9, 60.0)] == [60, 59, 1, 1, 60]
    assert window.key(BUSINESS, 59.9) == window.key(BUSINESS, 0.0) != window.key(BUSINESS, 60.0)


def test_counts_of_windows_that_ended_are_forgotten_and_those_of_others_kept() -> None:
    counts = limits._OwnCounts()
    short, long = limits.Window("all", MINUTE, 1), limits.Window("all", DAY, 1)
    for number in range(10_001):
        assert counts.count([f"short {number}"], [short], 0.0) == 0
    assert counts.count(["long"], [long], 59.0) == 0
    assert len(counts._counts) == 10_002
    assert counts.count(["long"], [long], 60.0) == 1
    assert counts.count(["another"], [long], 60.0) == 0
    assert set(counts._counts) == {"long", "another"}


def test_the_second_of_two_windows_that_is_full_is_named_and_neither_is_counted() -> None:
    counts = limits._OwnCounts()
    two, one = limits.Window("all", MINUTE, 2), limits.Window("toy", MINUTE, 1)
    assert [counts.count(["a", "b"], [two, one], 0.0) for _ in range(3)] == [0, 2, 2]
    assert [counts.count(["a"], [two], 0.0) for _ in range(2)] == [0, 1]


def test_as_many_as_the_limit_are_let_through_in_a_process_without_redis() -> None:
    counts, three = limits._OwnCounts(), limits.Window("all", MINUTE, 3)
    assert [counts.count(["a"], [three], 0.0) for _ in range(5)] == [0, 0, 0, 1, 1]


@pytest.mark.redis
def test_in_redis_a_count_ends_a_second_after_its_window_and_the_full_one_is_named() -> None:
    with time_machine.travel("2026-11-21T09:00:10Z", tick=False):
        wanted = [limits.Window("all", HOUR, 2), limits.Window("toy", MINUTE, 1)]
        limits.count(BUSINESS, wanted)
        with pytest.raises(RateLimited) as refused:
            limits.count(BUSINESS, wanted)
        assert refused.value.extra == {"retry_after": 50, "limit": 1, "period": "minute"}
        keys = [window.key(BUSINESS, time.time()) for window in wanted]
        left = with_redis(lambda client: [client.ttl(key) for key in keys], list)
    assert 3600 <= left[0] <= 3601
    assert 60 <= left[1] <= 61
