"""Parts of a longer stretch, and days told from a date: "first Friday of May", "3 to 17 this month", "w/c 12 Oct"."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

from ai_features.services.query_intelligence.days.almanac import (
    ONE_DAY,
    Span,
    countable,
    day_span,
    one_day,
    shift,
    unit_span,
)
from ai_features.services.query_intelligence.days.chart import NO
from ai_features.services.query_intelligence.days.dates import month_named
from ai_features.services.query_intelligence.days.stretches import (
    CONTAINERS,
    NEVER,
    When,
    fixed,
    inside,
    rule,
    weekday_at,
)

WEEKEND = 5.5
"""Among the days of a week, the two that begin on Saturday."""

# Parts of a longer stretch.

rule("WHOLE", "DAYS")(lambda today, days: days if days.kind in CONTAINERS else NO)
rule("WHOLE_UNIT", "UNIT")(lambda today, unit: fixed("unit", unit_span(unit, today)) if unit != "day" else NO)
rule("WHAT", "UNIT")(lambda today, unit: unit)
rule("WHAT", "WEEKDAY")(lambda today, day: day)
rule("WHAT", "weekend")(lambda today: WEEKEND)
rule("WHAT", "half")(lambda today: "half")
rule("WHOLE_OF", "of/in/for/from? WHOLE", "of/in/for/from WHOLE_UNIT")(lambda today, whole: whole)


@rule("DAYS", "NTH NUM? WHAT WHOLE_OF", "LAST NUM? WHAT WHOLE_OF")
def _part_of(today: dt.date, nth: int, count: int | None, what: Any, whole: When) -> When:
    kind = "date" if what == "day" or not isinstance(what, str) else "unit"
    return inside(whole, lambda outer: pick(outer, nth, what, count or 1), kind)


rule("DAYS", "week number/no? NUM WHOLE_OF")(
    lambda today, nth, whole: _part_of(today, nth, None, "week", whole) if whole.kind == "month" else NO
)


@rule("DAYS", "MONTHS NTH WHAT", "MONTHS LAST WHAT", "UNITS NTH WHAT", "UNITS LAST WHAT")
def _part_after(today: dt.date, whole: When, nth: int, what: Any) -> Any:
    """ "March first week", "last month last Friday"."""
    fits = whole.kind in CONTAINERS and what not in ("month", "quarter", "year")
    return _part_of(today, nth, None, what, whole) if fits else NO


def pick(outer: Span, nth: int, what: Any, count: int) -> Span | None:
    """The nth part of a stretch, or with -1 its last: weeks are counted in sevens from its first day."""
    if not isinstance(what, str):
        return _nth_weekday(outer, nth, what) if count == 1 else None
    start, end = outer
    if what == "half":
        middle = _middle(start, end)
        return {1: (start, middle), 2: (middle, end), -1: (middle, end)}.get(nth)
    span = _counted(outer, nth, what, count)
    if what == "week" and nth in (4, 5) and span and span[0] < end < span[1]:
        span = (span[0], end)
    return span if span and start <= span[0] < span[1] <= end else None


def _counted(outer: Span, nth: int, unit: str, count: int) -> Span | None:
    if nth == -1:
        return shift(unit, outer[1], -count), outer[1]
    if nth == 1:
        return outer[0], shift(unit, outer[0], count)
    return (shift(unit, outer[0], nth - 1), shift(unit, outer[0], nth)) if count == 1 else None


def _nth_weekday(outer: Span, nth: int, weekday: float) -> Span | None:
    """The nth Friday, or the nth weekend, of a stretch."""
    number = int(weekday)
    first = outer[0] + dt.timedelta(days=(number - outer[0].weekday()) % 7)
    days = [first + 7 * each * ONE_DAY for each in range(max((outer[1] - first).days + 6, 0) // 7)]
    if not days or nth > len(days):
        return None
    day = days[nth - 1] if nth > 0 else days[-1]
    return day, day + ONE_DAY * (2 if weekday != number else 1)


def _middle(start: dt.date, end: dt.date) -> dt.date:
    if (end - start).days <= 31:
        return start + dt.timedelta(days=15)
    return shift("month", start, round((end - start).days / 61))


rule("D", "NUM NTH")(lambda today, tens, nth: tens + nth if tens in (20, 30) and nth < 10 else NO)

# Days within a month that is named before or after them.

rule("MONTHLY", "MONTHS")(lambda today, month: month)
rule("MONTHLY", "UNITS")(lambda today, days: days if days and days.kind == "month" else NO)
rule("MONTHLY", "month")(lambda today: fixed("month", unit_span("month", today)))
rule("DAYS", "D of MONTHLY", "ORDINAL MONTHLY")(
    lambda today, day, month: inside(month, lambda outer: _days_of(outer, day, day), "date")
)
_TO = "to/-/reach to?"


@rule(
    "RANGE", f"from/between? D {_TO} D of/in? MONTHLY", "between D and D of/in? MONTHLY", f"D up {_TO} D of/in? MONTHLY"
)
def _days_of_month(today: dt.date, first: int, last: int, month: When) -> When:
    return inside(month, lambda outer: _days_of(outer, first, last), "unit")


rule("RANGE", f"MONTHLY from/between/on? D {_TO} D !UNIT", "MONTHLY between D and D !UNIT")(
    lambda today, month, first, last: _days_of_month(today, first, last, month)
)
rule("RANGE", f"MONTH from/between/on? D {_TO} D Y", "MONTH between D and D Y")(
    lambda today, month, first, last, year: _days_of_month(today, first, last, month_named(today, month, year))
)
rule("RANGE", "D and/& D of/in? MONTHLY", "D D and/& D of/in? MONTHLY")(
    lambda today, *found: _in_a_row(today, found[:-1], found[-1])
)
rule("RANGE", "MONTHS D and/& D !UNIT", "MONTHS D D and/& D !UNIT")(
    lambda today, month, *days: _in_a_row(today, days, month)
)


def _in_a_row(today: dt.date, days: Sequence[int], month: When) -> When:
    """ "5, 6 and 7 March" is one stretch; days apart are none."""
    row = list(range(days[0], days[0] + len(days)))
    return _days_of_month(today, days[0], days[-1], month) if list(days) == row else NEVER


rule("DAYS", "RANGE")(lambda today, span: span)


def _days_of(month: Span, first: int, last: int) -> Span | None:
    begin, end = (day_span(month[0].year, month[0].month, day) for day in (first, last))
    return (begin[0], end[1]) if begin and end and begin[0] < end[1] else None


# Days told from a date.

_STARTS = "starting/start"
_ABOUT = frozenset({"date", "day", "ordinal", "weekday", "holiday"})
_DATED = frozenset({"date", "day", "month", "part"})


@rule("DAYS", "week of DAYS")
def _week_of(today: dt.date, day: When) -> Any:
    return inside(day, lambda span: unit_span("week", span[0]), "unit") if day.kind in _ABOUT else NO


@rule("DAYS", "weekend of/from/starting/start/at DAYS", "weekend DATED", "DATED weekend")
def _weekend_of(today: dt.date, day: When) -> Any:
    """The Saturday and Sunday of the week that a day, or the first of two, is in."""

    def pick(span: Span) -> Span | None:
        saturday = unit_span("week", span[0])[1] - 2 * ONE_DAY
        return (saturday, saturday + 2 * ONE_DAY) if span[1] - span[0] <= 2 * ONE_DAY else None

    return inside(day, pick, "unit") if day.kind in (*_ABOUT, "unit") else NO


@rule("DAYS", f"week {_STARTS}/since on/of? DAYS", "week? w_c DAYS")
def _week_from(today: dt.date, day: When) -> Any:
    return inside(day, lambda span: (span[0], span[0] + 7 * ONE_DAY), "unit") if day.kind in _ABOUT else NO


@rule("DAYS", "UNIT ending/ended/end/to on/in? DAYS", "UNIT that ended/end on/in? DAYS")
def _unit_to(today: dt.date, unit: str, day: When) -> Any:
    whole = day.kind in _ABOUT or day.kind == "month"
    return inside(day, lambda span: (shift(unit, span[1], -1), span[1]), "unit") if whole else NO


rule("DAYS", "half year? ending/ended/end on/in? DAYS")(lambda today, day: _unit_to(today, "half", day))
rule("DAYS", "week? w_e DAYS")(lambda today, day: _unit_to(today, "week", day))


def _beside(today: dt.date, count: int, unit: str, day: When, pick: Callable[[Span], Span]) -> Any:
    """So many units that begin or end with a day."""
    fits = day.kind in _DATED and countable(count, unit)
    return inside(day, pick, "unit") if fits else NO


rule("DAYS", "from/starting from? DAYS for NUM UNIT")(
    lambda today, day, count, unit: _beside(
        today, count, unit, day, lambda span: (span[0], shift(unit, span[0], count))
    )
)
rule("DAYS", "NUM UNIT from/since/starting from? DAYS")(
    lambda today, count, unit, day: _beside(
        today, count, unit, day, lambda span: (span[0], shift(unit, span[0], count))
    )
)
rule("DAYS", "the NUM UNIT before DAYS")(
    lambda today, count, unit, day: (
        inside(day, lambda span: (shift(unit, span[0], -count), span[0]), "unit")
        if day.kind in (*_DATED, "holiday") and countable(count, unit)
        else NO
    )
)
rule("DAYS", "NUM UNIT ended/end/to on/in? DAYS", "NUM UNIT up to DAYS")(
    lambda today, count, unit, day: _beside(
        today, count, unit, day, lambda span: (shift(unit, span[1], -count), span[1])
    )
)
rule("DAYS", "day before DAYS")(
    lambda today, day: inside(day, lambda span: one_day(span[0] - ONE_DAY), "date") if day.kind in _ABOUT else NO
)
rule("DAYS", "day after DAYS")(
    lambda today, day: inside(day, lambda span: one_day(span[1]), "date") if day.kind in _ABOUT else NO
)


def _weekday_beside(weekday: int, day: When, days: int) -> Any:
    """The first such weekday after a day, or the last before it; of several days in a row it would not be sure."""

    def pick(span: Span) -> Span | None:
        return weekday_at(weekday, span[0] + days * ONE_DAY) if span[1] == span[0] + ONE_DAY else None

    return inside(day, pick, "date") if day.kind in _ABOUT else NO


rule("DAYS", "WEEKDAY after/following DAYS")(lambda today, weekday, day: _weekday_beside(weekday, day, 7))
rule("DAYS", "WEEKDAY before DAYS")(lambda today, weekday, day: _weekday_beside(weekday, day, -1))
rule("DAYS", "whole/entire/full of? DAYS", "all of? DAYS")(lambda today, days: days if days.kind in CONTAINERS else NO)
