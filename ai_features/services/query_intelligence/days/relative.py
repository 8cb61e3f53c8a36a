"""Days told from others: "the 14 days before that", "same day last week", "the previous month"."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any, Literal

from ai_features.services.query_intelligence.days.almanac import (
    DAYS_IN,
    ONE_DAY,
    Span,
    countable,
    one_day,
    shift,
    start_of,
    unit_span,
    written,
)
from ai_features.services.query_intelligence.days.chart import NO
from ai_features.services.query_intelligence.days.stretches import last_units, rule, weekday_at

UNITS = ("day", "week", "month", "quarter", "half", "year")


@dataclass(frozen=True)
class Period:
    """Days `[start, end)`, how people write them, and where in the text they were named."""

    start: dt.date
    end: dt.date
    label: str
    span: tuple[int, int] = (0, 0)
    told: Any = field(default=None, compare=False)
    """The `Relative` that these days stand for where no others were named."""

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

    way: Literal["before", "after", "same", "weekday"]
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
        if self.way == "weekday":
            first = weekday_at(self.count, span[0] - ONE_DAY)[0]
            return Period.of(first, first + (2 if self.unit == "weekend" else 1) * ONE_DAY)
        if self.way == "after":
            start = start_of(self.unit, span[1])
            return Period.of(start, shift(self.unit, start, self.count or 1))
        same = self.way == "same" or (self.unit and not self.count and DAYS_IN[self.unit] > period.days)
        return Period.of(*(earlier(span, self.unit, self.count or 1) if same else self._before(span)))

    def _before(self, span: Span) -> Span:
        if self.count:
            return shift(self.unit, span[0], -self.count), span[0]
        if not self.unit and span[0].weekday() == 5 and span[1] - span[0] == 2 * ONE_DAY:
            return span[0] - 7 * ONE_DAY, span[1] - 7 * ONE_DAY
        if unit := self.unit or _is_unit(span):
            return shift(unit, span[0], -1), span[0]
        return span[0] - (span[1] - span[0]), span[0]


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


def same(today: dt.date, what: str, *found: Any) -> Any:
    """The same days some units earlier; standing alone, of the day, week or month we are in."""
    *counted, unit = found
    count = next((each for each in counted if each), 1)
    fits = countable(count, unit) and (what in ("day", "period") or DAYS_IN[unit] > DAYS_IN[what])
    if not fits:
        return NO
    now = one_day(today) if what == "day" else unit_span(what, today) if what != "period" else None
    alone = now and earlier(now, unit, count)
    return Relative("same", unit, count, begun=what in ("day", "period"), alone=alone)


for _what, _same in {
    "day": "day/days/time/date/today/weekday",
    "period": "period/stretch",
    "week": "week",
    "month": "month/months",
    "quarter": "quarter",
}.items():
    for _pattern in (
        f"this/same exact? {_same} of/in? last/previous UNIT",
        f"last/previous UNIT on/in? this/same {_same}",
        f"this/same exact? {_same} NUM? UNIT before/earlier/ago",
    ):
        rule("RELATIVE", _pattern)(lambda today, *found, what=_what: same(today, what, *found))


rule("RELATIVE", "this/same NUM UNIT last/previous UNIT")(
    lambda today, count, unit, other: same(today, "period", other) if unit != other else NO
)
rule("RELATIVE", "today last/previous UNIT")(lambda today, unit: same(today, "day", unit))
for _unit, _short in {"week": "wow", "month": "mom", "year": "yoy", "quarter": "qoq"}.items():
    rule("RELATIVE", f"{_unit} on/over {_unit}", _short)(lambda today, unit=_unit: Relative("same", unit))

rule("RELATIVE", "previous/last period", "one before", "period before", "before that")(lambda today: Relative("before"))
rule("RELATIVE", "<!many UNIT before that/it/then?", "<!many UNIT earlier/previous")(
    lambda today, unit: Relative("before", unit)
)
rule("RELATIVE", "previous UNIT !before")(
    lambda today, unit: Relative("before", unit, alone=unit_span(unit, today, -1)) if unit != "fortnight" else NO
)
rule("RELATIVE", "NUM UNIT before that/it/then?", "NUM UNIT earlier/previous")(
    lambda today, count, unit: Relative("before", unit, count) if countable(count, unit) else NO
)
rule("RELATIVE", "WEEKDAY before that/it?")(lambda today, day: Relative("weekday", "", day))
rule("RELATIVE", "weekend before that/it?")(lambda today: Relative("weekday", "weekend", 5))
rule("RELATIVE", "the UNIT after that/it/then?", "UNIT after that/it/then", "following UNIT", "UNIT following")(
    lambda today, unit: Relative("after", unit)
)


@rule("RELATIVE", "previous NUM UNIT")
def _previous_units(today: dt.date, count: int, unit: str) -> Any:
    alone = last_units(today, count, unit)
    return Relative("before", unit, count, alone=alone.at(today))
