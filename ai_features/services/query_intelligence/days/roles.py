"""What phrases of days may be in a question: days, days told from others, a pair, a filter, a grain, or unsure."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

from ai_features.services.query_intelligence.days.almanac import (
    ONE_DAY,
    Span,
    one_day,
    shift,
    start_of,
    unit_span,
    written,
)
from ai_features.services.query_intelligence.days.chart import NO
from ai_features.services.query_intelligence.days.dates import date_named, month_named
from ai_features.services.query_intelligence.days.stretches import (
    MOST_UNITS,
    When,
    last_units,
    rule,
    weekday_named,
)

UNITS = ("day", "week", "month", "quarter", "half", "year")
_YEARLY = ("month", "date", "part", "holiday")
TO = "to/-/reach"
NOW = ("up? to now/today/date", "onwards", "going? forward", "date")


@dataclass(frozen=True)
class Period:
    """Days `[start, end)`, how people write them, and where in the text they were named."""

    start: dt.date
    end: dt.date
    label: str
    span: tuple[int, int] = (0, 0)

    @classmethod
    def of(cls, start: dt.date, end: dt.date, span: tuple[int, int] = (0, 0)) -> "Period":
        return cls(start, end, written(start, end), span)

    @property
    def days(self) -> int:
        return (self.end - self.start).days


@dataclass(frozen=True, slots=True)
class Relative:
    """Days told from others: the `count` units before or after them, or the same days one unit earlier.

    Without a count "before" is the calendar unit before, without a unit as many days.
    """

    way: Literal["before", "after", "same"]
    unit: str = ""
    count: int = 0
    begun: bool = False
    """Only the days that have begun by today have their like."""
    alone: Span | None = None
    """What the phrase means where no other days are named."""

    def of(self, period: Period, today: dt.date) -> Period:
        """The days meant beside these."""
        span = (period.start, period.end)
        if self.begun:
            span = (span[0], max(min(span[1], today + ONE_DAY), span[0] + ONE_DAY))
        if self.way == "after":
            start = start_of(self.unit, span[1])
            return Period.of(start, shift(self.unit, start, self.count or 1))
        same = self.way == "same" or (self.unit and not self.count and _days_in(self.unit) > period.days)
        return Period.of(*(earlier(span, self.unit, self.count or 1) if same else self._before(span)))

    def _before(self, span: Span) -> Span:
        if self.count:
            return shift(self.unit, span[0], -self.count), span[0]
        if unit := self.unit or _is_unit(span):
            return shift(unit, span[0], -1), span[0]
        return span[0] - (span[1] - span[0]), span[0]


def _days_in(unit: str) -> int:
    return {"day": 1, "week": 7, "fortnight": 14, "month": 28, "quarter": 90, "year": 365}[unit]


def _is_unit(span: Span) -> str:
    """The calendar unit that a stretch of days is, or nothing."""
    return next((unit for unit in UNITS if span == unit_span(unit, span[0])), "")


def earlier(span: Span, unit: str, count: int = 1) -> Span:
    """The like days some units earlier: whole calendar units stay whole, weeks of a year begin on Monday."""
    whole = _is_unit(span)
    if whole == "week" and unit == "year":
        return span[0] - 364 * count * ONE_DAY, span[1] - 364 * count * ONE_DAY
    start = shift(unit, span[0], -count)
    if whole and whole != "day" and unit != "week":
        return unit_span("week", start) if whole == "week" else (start, shift(whole, start, 1))
    return start, shift(unit, span[1] - ONE_DAY, -count) + ONE_DAY


# Days: one stretch, from one to another, and since one.


@rule("STRETCH", "DAYS")
def _stretch(today: dt.date, days: When) -> Span | None:
    return days.at(today)


rule("EDGE", "start of?")(lambda today: 0)
rule("EDGE", "end of?")(lambda today: 1)
rule("UNIT_NOW", "UNIT")(lambda today, unit: When("unit", lambda ref: unit_span(unit, today), fixed=True))
rule("NOW", *NOW)(lambda today: True)


@rule("STRETCH", f"from/between? DAYS {TO} EDGE? DAYS", f"from/between? DAYS up {TO} and? including? EDGE? DAYS",
      "between DAYS and EDGE? DAYS")  # fmt: skip
def _from_to(today: dt.date, first: When, edge: int | None, last: When) -> Any:
    return _between(first, last, today, edge)


@rule("STRETCH", f"from/between start of? DAYS {TO}/and EDGE? DAYS")
def _from_start_to(today: dt.date, first: When, edge: int | None, last: When) -> Any:
    return _from_to(today, first, edge, last)


# The hyphen of "Jan-Mar" is no token.
rule("STRETCH", "MONTH MONTH Y?")(
    lambda today, first, last, year: _between(
        month_named(today, first, None), month_named(today, last, year), today, None
    )
)
rule("STRETCH", "WEEKDAY WEEKDAY")(
    lambda today, first, last: _between(weekday_named(today, first), weekday_named(today, last), today, None)
)
rule("STRETCH", "DATE DATE")(
    lambda today, first, last: _between(date_named(today, first), date_named(today, last), today, None)
)


def _between(first: When, last: When, today: dt.date, edge: int | None) -> Span | None:
    """From the first day of one to the last day of the other; without years, the latest that has begun."""
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
        if first.fixed and not last.fixed:
            begin = first.at(today)
            end = begin and last.at(begin[0] + dt.timedelta(days=6 if last.kind == "weekday" else 364))
        else:
            end = last.at(today if last.kind == "weekday" else ref)
            begin = end and first.at(end[0])
        if begin and end and begin[0] <= today:
            break
    return begin, end


def _since(span: Span | None, today: dt.date) -> Span | None:
    return (span[0], today + ONE_DAY) if span and span[0] <= today else None


@rule("STRETCH", "ever? since from? DAYS NOW?", "starting from? DAYS NOW?", "between DAYS and now/today/date/then",
      "since/from start of? DAYS NOW?")  # fmt: skip
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


@rule("STRETCH", "after DAYS", "since/from end of? DAYS NOW?")
def _after(today: dt.date, days: When, _: Any = None) -> Span | None:
    span = days.at(today)
    return (span[1], today + ONE_DAY) if span and span[1] <= today else None


@rule("STRETCH", f"between/from? now/today and/{TO} EDGE? DAYS")
def _from_now(today: dt.date, edge: int | None, days: When) -> Any:
    """Days to come: a date without a year is the next one."""
    last = _ahead(days, today)
    if not last or last[1] <= today + ONE_DAY:
        return NO if not days.fixed else None
    return today, last[0] + ONE_DAY if edge == 0 else last[1]


rule("STRETCH", f"between/from now/today and/{TO} end of? UNIT_NOW")(lambda today, unit: (today, unit.at(today)[1]))


def _ahead(days: When, today: dt.date) -> Span | None:
    refs = (today, today + 7 * ONE_DAY, today + 366 * ONE_DAY) if not days.fixed else (today,)
    spans = [days.at(ref) for ref in refs]
    return next((span for span in spans if span and span[1] > today + ONE_DAY), spans[0])


# Days told from others.


def same(today: dt.date, what: str, *found: Any) -> Any:
    """The same days some units earlier; standing alone, of the day, week or month we are in."""
    *counted, unit = found
    count = next((each for each in counted if each), 1)
    fits = 0 < count <= MOST_UNITS and (what in ("day", "period") or _days_in(unit) > _days_in(what))
    if not fits:
        return NO
    now = one_day(today) if what == "day" else unit_span(what, today) if what != "period" else None
    alone = now and earlier(now, unit, count)
    return Relative("same", unit, count, begun=what in ("day", "period"), alone=alone)


for _what, _same in {
    "day": "day/days/time/date/today", "period": "period/stretch", "week": "week", "month": "month/months",
    "quarter": "quarter",
}.items():  # fmt: skip
    for _pattern in (
        f"this/same exact? {_same} of/in? last/previous UNIT", f"last/previous UNIT on/in? same {_same}",
        f"this/same exact? {_same} NUM? UNIT before/earlier/ago",
    ):  # fmt: skip
        rule("RELATIVE", _pattern)(lambda today, *found, what=_what: same(today, what, *found))


for _unit, _short in {"week": "wow", "month": "mom", "year": "yoy", "quarter": "qoq"}.items():
    rule("RELATIVE", f"{_unit} on/over {_unit}", _short)(lambda today, unit=_unit: Relative("same", unit))

rule("RELATIVE", "previous/last period", "one before", "period before", "before that")(lambda today: Relative("before"))
rule("RELATIVE", "<!many UNIT before that/it/then?", "<!many UNIT earlier")(
    lambda today, unit: Relative("before", unit)
)
rule("RELATIVE", "previous UNIT !before")(
    lambda today, unit: Relative("before", unit, alone=unit_span(unit, today, -1)) if unit != "fortnight" else NO
)
rule("RELATIVE", "NUM UNIT before that/it/then?", "NUM UNIT earlier")(
    lambda today, count, unit: Relative("before", unit, count) if 0 < count <= MOST_UNITS else NO
)
rule("RELATIVE", "UNIT after that/it/then?", "following UNIT", "UNIT following")(
    lambda today, unit: Relative("after", unit)
)


@rule("RELATIVE", "previous NUM UNIT")
def _previous_units(today: dt.date, count: int, unit: str) -> Any:
    alone = last_units(today, count, unit)
    return Relative("before", unit, count, alone=alone.at(today))


# Two stretches set against each other: (the one asked about, the one beside it).

_IN = "in/on/for/at/of?"
rule("VERSUS", f"vs/than/over/& {_IN}", f"compare/compared/relative to/with/- {_IN}", f"with {_IN}")(lambda today: True)


@rule(
    "PAIR",
    "TO_DATE VERSUS last/previous UNIT to/so date/far/now",
    "TO_DATE VERSUS that/same of? last/previous UNIT",
    "TO_DATE VERSUS last/previous UNIT up? to/by/at same date/day/point/time/stage",
)
def _to_date(today: dt.date, unit: str, _: Any, other: str) -> Any:
    if unit != other:
        return NO
    now = (start_of(unit, today), today + ONE_DAY)
    return now, earlier(now, unit)


@rule("PAIR", "DAYS VERSUS DAYS")
def _two(today: dt.date, first: When, _: Any, last: When) -> Any:
    return _together(today, first, last)


rule("PAIR", "STRETCH VERSUS STRETCH")(lambda today, first, _, last: (first, last) if first and last else NO)
rule("PAIR", f"DAYS {TO}/and/or {_IN} DAYS @compared")(lambda today, first, last: _two(today, first, True, last))
rule("PAIR", f"from/between? DAYS {TO}/and DAYS @grown")(
    lambda today, first, last: _grown(_two(today, first, True, last))
)


def _grown(pair: Any) -> Any:
    """ "Growth from March to April" is April set against March."""
    return (pair[1], pair[0]) if isinstance(pair, tuple) and pair[0] < pair[1] else pair


@rule("PAIR", "DAYS and/or/& DAYS")
def _sharing_year(today: dt.date, first: When, last: When) -> Any:
    """In "January and February 2011" both are of 2011."""
    return _together(today, first, last) if _shares(first, last) else NO


def _shares(first: When, last: When) -> bool:
    return not first.fixed and last.fixed and first.kind == last.kind and first.kind in _YEARLY


def _together(today: dt.date, first: When, last: When) -> Any:
    begin, end = first.at(today), last.at(today)
    if _shares(first, last) and end:
        shared = first.at(end[0].replace(month=12, day=31))
        begin = begin if shared == end else shared if shared and shared[0] < end[0] else None
    if begin and begin == end and last.kind == "weekday":
        end = last.at(begin[0] - ONE_DAY)
    return (begin, end) if begin and end and begin != end else None


@rule("PAIR", "STRETCH VERSUS RELATIVE", "STRETCH and RELATIVE", "STRETCH to RELATIVE @compared")
def _with_relative(today: dt.date, span: Span | None, *found: Any) -> Any:
    relative = next(each for each in found if isinstance(each, Relative))
    if not span:
        return None
    then = relative.of(Period.of(*span), today)
    return span, (then.start, then.end)
