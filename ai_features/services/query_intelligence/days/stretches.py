"""One stretch of days as rules make it, and those told from today: "last 3 weeks", "yesterday", "last Friday"."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ai_features.services.query_intelligence.days.almanac import (
    ONE_DAY,
    Span,
    countable,
    one_day,
    shift,
    start_of,
    unit_span,
)
from ai_features.services.query_intelligence.days.chart import NO, Grammar

CONTAINERS = frozenset({"month", "unit", "part", "year"})
GRAMMAR = Grammar()
rule = GRAMMAR.rule
Occurrence = Callable[[dt.date], Span | None]


@dataclass(frozen=True, slots=True)
class When:
    """Days that are named: `at(day)` is their latest occurrence that began by `day`; fixed ones have but one."""

    kind: str
    at: Occurrence
    fixed: bool = False


def fixed(kind: str, span: Span | None) -> When:
    return When(kind, lambda ref: span, fixed=True)


NEVER = fixed("unit", None)
"""Days that no calendar has, or no shop."""


def latest(make: Callable[[int], Span | None], ref: dt.date) -> Span | None:
    """The latest yearly occurrence that began by `ref`; 29 February goes back to the last leap year."""
    spans = (make(year) for year in range(ref.year, ref.year - 9, -1))
    return next((span for span in spans if span and span[0] <= ref), None)


def yearly(kind: str, year: int | None, make: Callable[[int], Span | None]) -> When:
    """Days of the year named, or else of any year."""
    return fixed(kind, make(year)) if year is not None else When(kind, lambda ref: latest(make, ref))


def kind_of(unit: str) -> str:
    return {"day": "day", "month": "month"}.get(unit, "unit")


def inside(whole: When, pick: Callable[[Span], Span | None], kind: str) -> When:
    """A part of a longer stretch; of one without a year, the latest part that has begun."""

    def at(ref: dt.date) -> Span | None:
        outer = whole.at(ref)
        span = outer and pick(outer)
        if outer and span and span[0] > ref and not whole.fixed:
            outer = whole.at(outer[0] - ONE_DAY)
            span = outer and pick(outer)
        return span

    return When(kind, at, whole.fixed)


# Days told from today.


def units_from_now(today: dt.date, offset: int, unit: str) -> When:
    """The calendar unit so many units from the present one; a fortnight is two weeks."""
    if offset and not countable(abs(offset), unit):
        return NEVER
    if unit != "fortnight":
        return fixed(kind_of(unit), unit_span(unit, today, offset))
    first = shift("week", start_of("week", today), 2 * offset if offset < 0 else offset)
    return fixed("unit", (first, shift("week", first, 2)))


rule("UNITS", "NUM UNIT ago/back", "NUM UNIT wey pass/last")(
    lambda today, count, unit: (
        units_from_now(today, -2 * count, "week") if unit == "fortnight" else units_from_now(today, -count, unit)
    )
)
rule("UNITS", "UNIT before last UNIT")(
    lambda today, unit, other: units_from_now(today, -2, unit) if unit == other else NO
)
rule("DAYS", "UNITS")(lambda today, unit: unit)


@rule("UNITS", "GLUED")
def _glued(today: dt.date, glued: tuple[str, str, str]) -> When:
    """ "lastweek", "last3days"."""
    way, count, unit = glued
    if unit == "weekend":
        return _weekend(today, way)
    if count and way in ("last", "past"):
        return last_units(today, int(count), unit)
    return NEVER if count else units_from_now(today, {"this": 0, "next": 1}.get(way, -1), unit)


rule(
    "DAYS",
    "NUM UNIT ago today",
    "today NUM UNIT ago",
    "exactly NUM UNIT ago/back",
    "NUM UNIT ago exactly",
    "exactly on? today NUM UNIT ago",
    "NUM UNIT to day ago",
    "just/exact NUM UNIT ago",
)(lambda today, count, unit: fixed("day", one_day(shift(unit, today, -count)) if countable(count, unit) else None))


@rule(
    "DAYS",
    "last complete/full/calendar? NUM complete/full/calendar? UNIT",
    "<!have/has/that/which/who/wey pass complete/full/calendar? NUM complete/full/calendar? UNIT",
    "NUM UNIT wey just? pass",
)
def last_units(today: dt.date, count: int, unit: str) -> When:
    """The N complete units before this one."""
    if not countable(count, unit):
        return NEVER
    first = start_of("week" if unit == "fortnight" else unit, today)
    return fixed("unit", (shift(unit, first, -count), first))


@rule("DAYS", "next NUM UNIT")
def _next_units(today: dt.date, count: int, unit: str) -> When:
    if not countable(count, unit):
        return NEVER
    first = shift("week" if unit == "fortnight" else unit, start_of("week" if unit == "fortnight" else unit, today), 1)
    return fixed("unit", (first, shift(unit, first, count)))


_NOW = ("so far", "up? to now/today/date")
rule("TO_DATE", *(f"this? UNIT {now}" for now in _NOW), "so far this UNIT", "up? to now/date this UNIT")(
    lambda today, unit: unit
)
for _letter, _unit in zip("wmqy", ("week", "month", "quarter", "year"), strict=True):
    rule("TO_DATE", f"{_letter}td")(lambda today, unit=_unit: unit)
rule("DAYS", "TO_DATE")(lambda today, unit: fixed("unit", (start_of(unit, today), today + ONE_DAY)))


# Weekends and weekdays.


def _weekend(today: dt.date, way: str) -> When:
    saturday = start_of("week", today) + dt.timedelta(days=5 + 7 * {"last": -1, "previous": -1, "next": 1}.get(way, 0))
    if not way and saturday > today:
        saturday -= dt.timedelta(days=7)
    return fixed("day", (saturday, saturday + 2 * ONE_DAY))


for _way in ("", "last", "previous", "this", "next"):
    rule("DAYS", f"{_way} weekend")(lambda today, way=_way: _weekend(today, way))
rule("DAYS", "weekend just? gone/ended/pass", "weekend wey/that just? pass/last/gone/ended")(
    lambda today: _weekend(today, "last")
)
rule("DAYS", "weekend before last")(lambda today: _weekend(today - 14 * ONE_DAY, ""))


def weekday_at(weekday: int, ref: dt.date) -> Span:
    return one_day(ref - dt.timedelta(days=(ref.weekday() - weekday) % 7))


_ALONE = "!UNIT !week !year !NUM !WEEKDAY !MONTH"
"""What "Saturday last" is not followed by: "Saturday last week"."""


@rule("DAYS", "WEEKDAY !HABIT")
def weekday_named(today: dt.date, day: int) -> When:
    return When("weekday", lambda ref: weekday_at(day, ref))


rule("DAYS", "this WEEKDAY")(lambda today, day: fixed("weekday", one_day(start_of("week", today) + day * ONE_DAY)))
rule(
    "DAYS",
    "last/pass/previous WEEKDAY",
    "WEEKDAY wey just? pass/last",
    "WEEKDAY just? gone",
    f"WEEKDAY last/pass {_ALONE}",
)(lambda today, day: When("weekday", lambda ref: weekday_at(day, ref - ONE_DAY), fixed=True))
rule("DAYS", "this? next WEEKDAY", f"WEEKDAY next {_ALONE}")(
    lambda today, day: fixed("weekday", weekday_at(day, today + 7 * ONE_DAY))
)
rule("DAYS", "WEEKDAY before last")(lambda today, day: fixed("weekday", weekday_at(day, today - 8 * ONE_DAY)))


@rule("DAYS", "WEEKDAY of/in? WEEKS")
def _weekday_of_week(today: dt.date, day: int, offset: int) -> When:
    return fixed("day", one_day(start_of("week", today) + dt.timedelta(days=7 * offset + day)))


rule("DAYS", "WEEKS on? WEEKDAY")(lambda today, offset, day: _weekday_of_week(today, day, offset))


@rule("DAYS", "WEEKDAY to/-? WEEKDAY of/in? WEEKS")
def _week_part(today: dt.date, first: int, last: int, offset: int) -> Any:
    begin, end = (start_of("week", today) + dt.timedelta(days=7 * offset + day) for day in (first, last))
    return fixed("unit", (begin, end + ONE_DAY)) if first < last else NO


@rule("DAYS", "WEEKDAY and/& WEEKDAY of/in? WEEKS")
def _weekdays_of_week(today: dt.date, first: int, last: int, offset: int) -> Any:
    return _week_part(today, first, last, offset) if last == first + 1 else NO


rule("WEEKS", "NUM week ago/back")(lambda today, count: -count if countable(count, "week") else NO)
rule("DAYS", "last >NUM NUM >WEEKDAYS")(lambda today, _, count, days: _last_such_days(today, count, days))


def _last_such_days(today: dt.date, count: int, days: tuple[int, ...]) -> When:
    """From the first to the last of the last N Saturdays or weekends: the filter for the days stands behind."""
    last = weekday_at(days[-1] - 1, today - ONE_DAY)
    first = last[0] - dt.timedelta(days=7 * (count - 1) + len(days) - 1)
    return fixed("unit", (first, last[1])) if countable(count, "week") else NEVER
