"""Two stretches set against each other: the one asked about, and the one beside it."""

import datetime as dt
from typing import Any

from ai_features.services.query_intelligence.days.almanac import ONE_DAY, Span, start_of, unit_span
from ai_features.services.query_intelligence.days.chart import NO
from ai_features.services.query_intelligence.days.ranges import TO
from ai_features.services.query_intelligence.days.relative import Period, Relative, earlier
from ai_features.services.query_intelligence.days.stretches import When, rule

_YEARLY = ("month", "date", "part", "holiday")
_IN = "in/on/for/at/of?"
rule("VERSUS", f"vs/than/over {_IN}", f"compare/compared/relative to/with/- {_IN}", f"with {_IN}")(lambda today: True)


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
rule("PAIR", f"DAYS {TO} {_IN} DAYS @compared", f"DAYS and/or {_IN} DAYS @compared")(
    lambda today, first, last: _two(today, first, True, last)
)
rule("PAIR", f"from/between? DAYS {TO} DAYS @grown", "from/between? DAYS and DAYS @grown")(
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
    if relative.begun and span[0] <= today:
        span = span[0], min(span[1], today + ONE_DAY)
    return span, (then.start, then.end)


rule("PAIR", "this UNIT VERSUS last/previous one? !UNIT !WEEKDAY !MONTH", "this UNIT and last/previous one? !UNIT")(
    lambda today, unit, *_: (unit_span(unit, today), unit_span(unit, today, -1)) if unit != "fortnight" else NO
)
