"""Periods named by another: "first week of May", "last Friday of October", "week ending 14 November"."""

import datetime as dt
import re
from collections.abc import Iterator

from ai_features.services.query_intelligence.days.almanac import ONE_DAY, WEEKDAYS, Span, one_day, shift, unit_span
from ai_features.services.query_intelligence.periods.forms import NTH, Found, found_at, simple

_OF = r"(?: of| in| for| from)? "
_WEEK_OF = re.compile(
    r"(?P<unit>week) (?P<how>of|since|start|commencing)(?: on| of)? "
    r"|(?P<ended>week|month|quarter|year) (?:ending|ended)(?: on| in)? "
)
_DAYS_FROM = re.compile(r"(?P<n>\d{1,3}) (?P<unit>day|week|month) (?:from|since) ")
_DAY_BESIDE = re.compile(r"(?P<n>\d{1,3} )?day (?P<side>before|after) ")
_CONTAINED = re.compile(
    rf"(?P<which>{NTH}|last|final) (?:(?P<n>\d{{1,3}}) )?"
    rf"(?P<what>{'|'.join(WEEKDAYS)}|day|week|month|weekend|half|quarter){_OF}"
)
_AFTER = re.compile(rf" (?:{NTH}|(?P<last>last)) (?P<what>week|day|{'|'.join(WEEKDAYS)})(?!\S)")
_DATE_OF = re.compile(rf"{NTH}(?: of| in)? (?=(?:this|last|next) month)")
_CONTAINERS = frozenset({"month", "unit", "part", "year"})


def longest(text: str, place: int, today: dt.date) -> Found | None:
    """The longest phrase that begins at `place` of a normal text; None where none does."""
    found = [*simple(text, place, today), *_contained(text, place, today)]
    found += [more for each in found if each.kind in _CONTAINERS and (more := _after(text, each, today))]
    return max(found, key=lambda each: each.stop, default=None)


def _contained(text: str, place: int, today: dt.date) -> Iterator[Found]:
    """ "First week of May", "last Friday of October", "first 10 days of March", "15th of last month"."""
    if match := _DATE_OF.match(text, place):
        whole = longest(text, match.end(), today)
        if whole:
            yield _within(whole, int(match["nth"]), "day", 1)
    if match := _WEEK_OF.match(text, place):
        whole = longest(text, match.end(), today)
        if whole and whole.kind in ("date", "day", *(("month",) if match["ended"] else ())):
            yield _unit_about(whole, match["unit"] or match["ended"], match["how"])
    if match := _DAYS_FROM.match(text, place):
        whole = longest(text, match.end(), today)
        if whole and whole.kind in ("date", "holiday"):
            yield _counted_from(whole, int(match["n"]), match["unit"])
    if match := _DAY_BESIDE.match(text, place):
        whole = longest(text, match.end(), today)
        if whole and whole.kind in ("date", "holiday"):
            yield found_at(whole.stop, "date", None) if match["n"] else _day_beside(whole, match["side"])
    if match := _CONTAINED.match(text, place):
        whole = longest(text, match.end(), today)
        if text[match.end() :].strip() in ("month", "year", "week"):
            unit = text[match.end() :].strip()
            whole = found_at(len(text), "unit", unit_span(unit, today))
        if whole and whole.kind in _CONTAINERS:
            number = int(match["nth"]) if match["nth"] else -1
            yield _within(whole, number, match["what"], int(match["n"] or 1))


def _unit_about(whole: Found, unit: str, how: str | None) -> Found:
    """The week of a day, the seven days from it, or the week, month, quarter or year up to the end of it."""

    def at(ref: dt.date) -> Span | None:
        span = whole.at(ref)
        if not span or how == "of":
            return span and unit_span(unit, span[0])
        return (span[0], span[0] + 7 * ONE_DAY) if how else (shift(unit, span[1], -1), span[1])

    return Found(whole.stop, "unit", at, whole.fixed)


def _counted_from(whole: Found, count: int, unit: str) -> Found:
    def at(ref: dt.date) -> Span | None:
        span = whole.at(ref)
        return (span[0], shift(unit, span[0], count)) if span and count else None

    return Found(whole.stop, "unit", at, whole.fixed)


def _day_beside(whole: Found, side: str) -> Found:
    def at(ref: dt.date) -> Span | None:
        span = whole.at(ref)
        return span and one_day(span[1] if side == "after" else span[0] - ONE_DAY)

    return Found(whole.stop, "date", at, whole.fixed)


def _after(text: str, whole: Found, today: dt.date) -> Found | None:
    """ "March first week", "last month last Friday"."""
    match = _AFTER.match(text, whole.stop)
    if not match:
        return None
    inner = _within(whole, -1 if match["last"] else int(match["nth"]), match["what"], 1)
    return Found(match.end(), inner.kind, inner.at, inner.fixed)


def _within(whole: Found, nth: int, what: str, count: int) -> Found:
    def at(ref: dt.date) -> Span | None:
        outer = whole.at(ref)
        span = outer and pick(outer, nth, what, count)
        if span and span[0] > ref and not whole.fixed and outer:
            outer = whole.at(outer[0] - ONE_DAY)
            span = outer and pick(outer, nth, what, count)
        return span

    return Found(whole.stop, "date" if what in ("day", *WEEKDAYS) else "unit", at, whole.fixed)


def pick(outer: Span, nth: int, what: str, count: int) -> Span | None:
    """The nth part of a period, or with -1 its last: weeks are counted in sevens from its first day."""
    start, end = outer
    if what in WEEKDAYS or what == "weekend":
        index = 5 if what == "weekend" else WEEKDAYS.index(what)
        days = [start + dt.timedelta(days=i) for i in range((end - start).days)]
        days = [day for day in days if day.weekday() == index]
        if nth > len(days) or not days or count != 1:
            return None
        day = days[nth - 1] if nth > 0 else days[-1]
        return day, day + ONE_DAY * (2 if what == "weekend" else 1)
    if what == "half":
        middle = _middle(start, end)
        return {1: (start, middle), 2: (middle, end), -1: (middle, end)}.get(nth)
    if nth == 1:
        span = (start, shift(what, start, count))
    elif nth == -1:
        span = (shift(what, end, -count), end)
    else:
        span = (shift(what, start, nth - 1), shift(what, start, nth)) if count == 1 else (end, end)
    if what == "week" and nth in (4, 5) and span[0] < end < span[1]:
        span = (span[0], end)
    return span if start <= span[0] < span[1] <= end else None


def _middle(start: dt.date, end: dt.date) -> dt.date:
    if (end - start).days <= 31:
        return start + dt.timedelta(days=15)
    return shift("month", start, round((end - start).days / 61))
