"""One stretch of days in running text: from one to another, since one, after one, and from now."""

import datetime as dt
from typing import Any

from ai_features.services.query_intelligence.days.almanac import ONE_DAY, Span, countable, shift, start_of, unit_span
from ai_features.services.query_intelligence.days.chart import NO
from ai_features.services.query_intelligence.days.dates import date_named, month_named
from ai_features.services.query_intelligence.days.stretches import (
    CONTAINERS,
    When,
    fixed,
    rule,
    weekday_at,
    weekday_named,
)

TO = "come? to/-/reach to?"


@rule("STRETCH", "DAYS @ahead")
def _coming(today: dt.date, days: When) -> Span | None:
    """What is due in December is due in the next one."""
    return ahead(days, today)


@rule("STRETCH", "DAYS")
def _stretch(today: dt.date, days: When) -> Span | None:
    return days.at(today)


@rule("STRETCH", f"from/between? DAYS {TO} DAYS @ahead", "between DAYS and DAYS @ahead")
def _coming_between(today: dt.date, first: When, last: When) -> Span | None:
    """What is due from 30 November to 4 December is due in the next ones; of those with a year, in theirs."""
    if last.fixed or first.fixed or last.kind != "date":
        return _between(first, last, today, None)
    end = ahead(last, today)
    begin = end and first.at(end[0])
    return (begin[0], end[1]) if begin and end else None


rule("UNIT_NOW", "UNIT")(lambda today, unit: When("unit", lambda ref: unit_span(unit, today), fixed=True))


rule(
    "STRETCH",
    f"from/between? DAYS {TO} EDGE? DAYS",
    f"from/between? DAYS up {TO} and? including? EDGE? DAYS",
    "between start? of? DAYS and EDGE? DAYS",
    f"from/between start of? DAYS {TO} EDGE? DAYS",
    f"from/between/since? EARLY {TO} EDGE? DAYS",
    f"from/between/since? EARLY up {TO} EDGE? DAYS",
    f"from/between? DAYS {TO} EDGE? CLOSE",
    "from/between? DAYS and EDGE? CLOSE",
)(lambda today, first, edge, last: _between(first, last, today, edge))


# The hyphen of "Jan-Mar" is no token.
rule("STRETCH", "MONTH MONTH Y?")(
    lambda today, first, last, year: _between(
        month_named(today, first, None), month_named(today, last, year), today, None
    )
)
rule("STRETCH", "MONTH MONTH MONTH Y?", "MONTH MONTH and/& MONTH Y?")(
    lambda today, first, second, third, year: (
        _between(month_named(today, first, None), month_named(today, third, year), today, None)
        if (second - first) % 12 == (third - second) % 12 == 1
        else None
    )
)
rule("STRETCH", "DAYS including/plus today")(
    lambda today, days: (span[0], today + ONE_DAY) if (span := days.at(today)) and span[1] == today else NO
)
rule("STRETCH", "WEEKDAY and/& WEEKDAY")(
    lambda today, first, last: (
        _between(weekday_named(today, first), weekday_named(today, last), today, None) if last == first + 1 else NO
    )
)
rule("STRETCH", "last/pass WEEKDAY and/& WEEKDAY", "last/pass WEEKDAY and/& last/pass WEEKDAY")(
    lambda today, first, last: (
        _between(weekday_named(today, first), fixed("weekday", weekday_at(last, today - ONE_DAY)), today, None)
        if last == first + 1
        else NO
    )
)
rule("STRETCH", "WEEKDAY WEEKDAY and/& WEEKDAY")(
    lambda today, first, second, last: (
        _between(weekday_named(today, first), weekday_named(today, last), today, None)
        if first + 2 == second + 1 == last
        else NO
    )
)
rule("STRETCH", "WEEKDAY WEEKDAY")(
    lambda today, first, last: _between(weekday_named(today, first), weekday_named(today, last), today, None)
)
rule("STRETCH", "DATE DATE")(
    lambda today, first, last: _between(date_named(today, first), date_named(today, last), today, None)
)


_REACH = {"weekday": 6, "ordinal": 30}
"""Within how many days a day of the week or of the month comes again."""


def within(outer: Span | None, last: When, today: dt.date, *, until: bool = True) -> Span | None:
    """A stretch as far as a day or a shorter stretch within it, with that `until`; None where it has no such."""
    if not outer:
        return None
    recurs = last.kind in ("weekday", "ordinal") and outer[0] <= today
    bound = last.at(min(outer[1] - ONE_DAY, today) if recurs else outer[1] - ONE_DAY)
    if not bound or bound == outer or not outer[0] <= bound[0] <= bound[1] <= outer[1]:
        return None
    end = bound[until]
    return (outer[0], end) if outer[0] < end else None


def _between(first: When, last: When, today: dt.date, edge: int | None) -> Span | None:
    """From the first day of one to the last day of the other; without years, the latest that has begun."""
    if first.kind in CONTAINERS and last.kind in ("weekday", "ordinal"):
        return within(first.at(today), last, today) if edge is None else None
    begin, end = _ends(first, last, today)
    if not begin or not end or begin[0] >= end[1] or (last.fixed and first.fixed and begin[0] > end[0]):
        return None
    backwards = first.kind == last.kind == "date" and last.fixed and not first.fixed
    if backwards and (end[1] - begin[0]).days > 330:
        return None
    return begin[0], end[0] if edge == 0 else end[1]


def _ends(first: When, last: When, today: dt.date) -> tuple[Span | None, Span | None]:
    begin = end = None
    for ref in (shift("month", start_of("month", today), 1) - ONE_DAY, today):
        of_its_month = first.kind == "date" and last.kind == "ordinal"
        if (first.fixed or of_its_month) and not last.fixed:
            begin = first.at(today)
            end = begin and last.at(begin[0] + dt.timedelta(days=_REACH.get(last.kind, 364)))
        else:
            end = last.at(today if last.kind == "weekday" else ref)
            begin = end and first.at(end[0])
        if begin and end and begin[0] <= today:
            break
    if begin and end and first.kind == last.kind == "weekday" and first.fixed and end[0] > today:
        return (begin[0] - 7 * ONE_DAY, begin[1] - 7 * ONE_DAY), (end[0] - 7 * ONE_DAY, end[1] - 7 * ONE_DAY)
    return begin, end


def _since(span: Span | None, today: dt.date) -> Span | None:
    return (span[0], today + ONE_DAY) if span and span[0] <= today else None


@rule(
    "STRETCH",
    "ever? since from? DAYS NOW?",
    "starting from? DAYS NOW?",
    "since/from start of? DAYS NOW?",
    "between DAYS and now/today/date/then",
    "MONTHS now/date",
)
def _from_then(today: dt.date, days: When, _: Any = None) -> Span | None:
    return _since(days.at(today), today)


rule("STRETCH", "from? DAYS NOW")(lambda today, days, _: _from_then(today, days))
rule("STRETCH", "from DAYS")(
    lambda today, days: (
        _from_then(today, days)
        if days.kind in ("date", "ordinal", "weekday")
        else days.at(today)
        if days.fixed
        else None
    )
)
rule("STRETCH", "since/from start of this? UNIT NOW?", "since/from this? UNIT started/began/start/starting NOW?")(
    lambda today, unit, _: (start_of(unit, today), today + ONE_DAY)
)


rule("STRETCH", "within NUM UNIT @ahead")(
    lambda today, count, unit: (today, shift(unit, today, count) + ONE_DAY) if countable(count, unit) else None
)
rule("STRETCH", "after DAYS @ahead")(lambda today, _: None)


@rule("STRETCH", "after DAYS", "since/from end of? DAYS NOW?")
def _after(today: dt.date, days: When, _: Any = None) -> Span | None:
    span = days.at(today)
    return (span[1], today + ONE_DAY) if span and span[1] <= today else None


@rule("STRETCH", f"between/from? now/today {TO} EDGE? DAYS", "between now/today and EDGE? DAYS")
def _from_now(today: dt.date, edge: int | None, days: When) -> Any:
    """Days to come: a date without a year is the next one."""
    last = ahead(days, today)
    if not last or last[1] <= today + ONE_DAY:
        return NO if not days.fixed else None
    return today, last[0] + ONE_DAY if edge == 0 else last[1]


rule("STRETCH", f"from now/today {TO} end of? UNIT_NOW", "between now/today and end of? UNIT_NOW")(
    lambda today, unit: (today, unit.at(today)[1])
)


def ahead(days: When, today: dt.date) -> Span | None:
    refs = (today, today + 7 * ONE_DAY, today + 366 * ONE_DAY) if not days.fixed else (today,)
    spans = [days.at(ref) for ref in refs]
    return next((span for span in spans if span and span[1] > today + ONE_DAY), spans[0])
