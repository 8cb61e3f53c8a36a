"""Only such days of the week, or such hours of the day."""

import datetime as dt
from typing import Any

from ai_features.services.query_intelligence.days.chart import NO
from ai_features.services.query_intelligence.days.stretches import rule

TO = "to/-/and"
_EACH = "on/every/each/any?"

# Only such days, as ISO weekdays: Monday is 1.


def _weekdays(days: tuple[int, ...]) -> tuple[str, tuple[int, ...]]:
    return "weekday", tuple(sorted(set(days)))


rule("FILTER", "on/only? WEEKDAYS", "every/each WEEKDAYS")(lambda today, days: _weekdays(days))
rule("FILTER", "on? WEEKDAYS and/or/& on? WEEKDAYS")(lambda today, one, two: _weekdays(one + two))
rule("FILTER", "on? WEEKDAYS to/- WEEKDAYS")(
    lambda today, one, two: _weekdays(tuple(range(one[0], two[-1] + 1))) if one[0] < two[-1] else NO
)
rule("FILTER", "on? every/each/any WEEKDAY", "on a WEEKDAY", "on? every/each WEEKDAY and/or WEEKDAY")(
    lambda today, *days: _weekdays(tuple(day + 1 for day in days if day != 1 or len(days) == 1))
)
rule("FILTER", "on? every/each/any weekend", "on a weekend")(lambda today, *_: _weekdays((6, 7)))
rule("FILTER", "on/during/every/each? weekday !apart")(lambda today: _weekdays((1, 2, 3, 4, 5)))

# Only such hours of the day, from 0 to 23.


def _hours(first: int, end: int) -> Any:
    return ("hour", tuple(range(first, end))) if 0 <= first < end <= 24 else None


rule("HOUR", "CLOCK")(lambda today, clock: clock[0] if clock[1] and clock[0] <= 24 else None)
rule("HOUR", "NUM am", "NUM in? morning")(lambda today, hour: hour % 12 if 0 < hour <= 12 else None)
rule("HOUR", "NUM pm", "NUM in? afternoon/evening", "NUM at? night")(
    lambda today, hour: hour % 12 + 12 if 0 < hour <= 12 else None
)
rule("HOUR", "NUM? noon/midday")(lambda today, _: 12)
rule("HOUR", "midnight")(lambda today: 24)
rule("FILTER", "WEEKDAY >HABIT")(lambda today, day, _: _weekdays((day + 1,)))
rule("FILTER", "in/at/during/every/each/only? HABIT", "in/at/during/every/each/only? PART", "PART only/time")(
    lambda today, hours: ("hour", hours)
)


rule("FILTER", "between/from? midnight to/-/and HOUR")(lambda today, hour: None if hour is None else _hours(0, hour))


@rule("FILTER", "between/from? HOUR to/- HOUR", "between HOUR and HOUR")
def _from_hour_to(today: dt.date, first: int | None, last: int | None) -> Any:
    return None if first is None or last is None else _hours(first, last)


@rule("FILTER", "between/from? NUM to/- HOUR", "between NUM and HOUR")
def _from_bare_hour_to(today: dt.date, first: int, last: int | None) -> Any:
    """ "9 to 12pm" is from 9 in the morning, "5 to 8pm" from 5 in the afternoon."""
    if last is None or not 0 < first <= 12:
        return NO
    near = first % 12 + 12 if last > 12 and first % 12 + 12 < last else first % 12
    return _hours(near, last)


@rule("FILTER", "between/from HOUR to/-/and NUM", "HOUR to/- NUM")
def _from_hour_to_bare(today: dt.date, first: int | None, last: int) -> Any:
    """ "From 6am to 9", "between 10am and 2"."""
    if first is None or not 0 < last <= 12:
        return NO
    return _hours(first, last if last > first else last % 12 + 12)


rule("FILTER", "after/since HOUR", "HOUR onwards", "from HOUR onwards?")(
    lambda today, hour: None if hour is None else _hours(hour, 24)
)
rule("FILTER", "before/by/to HOUR", "up to HOUR")(lambda today, hour: None if hour is None else _hours(0, hour))
rule("FILTER", "at HOUR", "in HOUR hour")(lambda today, hour: None if hour is None else _hours(hour, hour + 1))
rule("FILTER", "around/about HOUR", "at? NUM o? clock", "since/after/before NUM o? clock")(lambda today, *_: None)
