"""Months, dates, quarters, years and feasts, as the calendar names them."""

import datetime as dt
from typing import Any

from ai_features.services.query_intelligence.days.almanac import (
    HOLIDAYS,
    ONE_DAY,
    Span,
    day_span,
    holiday,
    month_span,
    shift,
    start_of,
    unit_span,
)
from ai_features.services.query_intelligence.days.chart import NO
from ai_features.services.query_intelligence.days.stretches import NEVER, When, fixed, rule, yearly

# A year, as it stands behind a month, a date, a quarter or a feast.

rule("Y", "of/in? year? YEAR")(lambda today, year: year)
rule("Y", "of/in? NUM NUM !UNIT")(
    lambda today, century, year: century * 100 + year if century == 20 and 15 <= year <= 30 else NO
)
rule("Y", "of/in? NUM NUM NUM !UNIT")(
    lambda today, century, tens, ones: 2000 + tens + ones if century == tens == 20 and 0 < ones < 10 else NO
)
rule("Y", "of/in? YEARS")(lambda today, offset: today.year + offset)

# Months, dates, quarters, years and feasts.


@rule("MONTHS", "MONTH Y?", "month of MONTH Y?", "MONTH - YEAR")
def month_named(today: dt.date, number: int, year: int | None) -> When:
    return yearly("month", year, lambda each: month_span(each, number))


rule("MONTHS", "YEAR MONTH", "YEARS in? MONTH")(
    lambda today, year, month: month_named(today, month, year if year > 1000 else today.year + year)
)
rule(
    "MONTHS",
    "last/pass/previous MONTH",
    "MONTH wey just? pass/last",
    "MONTH just? gone",
    "MONTH last !UNIT !week !year !NUM !WEEKDAY",
)(lambda today, month: month_named(today, month, today.year - (month >= today.month)))
rule("MONTHS", "this MONTH")(lambda today, month: month_named(today, month, today.year))
rule("MONTHS", "next MONTH")(lambda today, month: month_named(today, month, today.year + (month <= today.month)))


@rule("MONTHS", "TWO")
def _month_in_figures(today: dt.date, two: tuple[str, str]) -> Any:
    """ "2024-6", "06/2024"; "12/10" is a day and a month."""
    if max(map(len, two)) < 4:
        return NO
    month, year = sorted(map(int, two))
    return fixed("month", month_span(year, month) if 1 <= month <= 12 else None)


@rule("DAYS", "TWO !of")
def _day_in_figures(today: dt.date, two: tuple[str, str]) -> Any:
    day, month = map(int, two)
    if max(map(len, two)) > 2 or not 1 <= month <= 12:
        return NO
    return yearly("date", None, lambda year: day_span(year, month, day))


@rule("DAYS", "DATE")
def date_named(today: dt.date, date: tuple[int, int, int]) -> When:
    return fixed("date", day_span(*date))


rule("DAYS", "MONTHS")(lambda today, month: month)


@rule("DATED", "D day? of? MONTH Y?", "D MONTH YY", "D - MONTH !-", "D - MONTH - YEAR", "D - MONTH - YY")
def _date(today: dt.date, day: int, month: int, year: int | None = None) -> When:
    return yearly("date", year, lambda each: day_span(each, month, day))


rule("DATED", "MONTH D Y?")(lambda today, month, day, year: _date(today, day, month, year))
rule("DATED", "MONTH - D")(
    lambda today, month, day: fixed("date", None) if abs(day + 2000 - today.year) < 3 else _date(today, day, month)
)
rule("DATED", "D D YEAR")(lambda today, day, month, year: fixed("date", day_span(year, month, day)))
rule("DATED", "YEAR MONTH D")(lambda today, year, month, day: _date(today, day, month, year))
rule("DAYS", "DATED")(lambda today, date: date)


@rule("DAYS", "WEEKDAY DATED", "WEEKDAY DATE", "WEEKDAY TWO", "WEEKDAY ORDINAL")
def _weekday_of_date(today: dt.date, weekday: int, date: Any) -> When:
    """The date, if it fell on that weekday."""
    if isinstance(date, int):
        date = _day_of_month(today, date)
    elif isinstance(date, tuple):
        date = date_named(today, date) if len(date) == 3 else _day_in_figures(today, date)
    span = date.at(today) if isinstance(date, When) else None
    return fixed("date", span if span and span[0].weekday() == weekday else None)


@rule(
    "DAYS", "ORDINAL", "on the NTH !UNIT !WEEKDAY !MONTH !NUM !best/top/highest/biggest/largest/of/half/quarter/weekend"
)
def _day_of_month(today: dt.date, day: int) -> When:
    def at(ref: dt.date) -> Span | None:
        firsts = (shift("month", start_of("month", ref), -back) for back in range(4))
        spans = (day_span(first.year, first.month, day) for first in firsts)
        return next((span for span in spans if span and span[0] <= ref), None)

    return When("ordinal", at)


@rule("DAYS", "week number/no? NUM Y?")
def _week_number(today: dt.date, week: int, year: int | None) -> When:
    def make(each: int) -> Span | None:
        last = dt.date(each, 12, 28).isocalendar().week
        return unit_span("week", dt.date.fromisocalendar(each, week, 1)) if 1 <= week <= last else None

    return yearly("unit", year, make)


rule("DAYS", "YEAR -? WEEK_NUMBER")(lambda today, year, week: _week_number(today, week, year))


@rule("DAYS", "Q -? Y?", "PARTS Y?")
def _part_of_year(today: dt.date, part: tuple[str, int], year: int | None) -> Any:
    unit, number = part
    months = 3 if unit == "quarter" else 6
    if not 1 <= number <= 12 // months:
        return NEVER
    return yearly("part", year, lambda each: unit_span(unit, dt.date(each, months * (number - 1) + 1, 1)))


rule("DAYS", "YEAR -? Q")(lambda today, year, part: _part_of_year(today, part, year))
rule("DAYS", "YEARS Q", "YEARS PARTS")(lambda today, years, part: _part_of_year(today, part, today.year + years))
for _name in ("quarter", "half"):
    rule("PARTS", f"{_name} NUM")(lambda today, number, name=_name: (name, number))
    rule("PARTS", f"NTH {_name}", f"NTH {_name} of year !before")(lambda today, nth, name=_name: (name, nth))
    rule("DAYS", f"last/final {_name} Y")(
        lambda today, year, name=_name: fixed("part", unit_span(name, dt.date(year, 12, 1)))
    )
rule("DAYS", "in? year? YEAR", "YEAR tax year", "tax year YEAR")(
    lambda today, year: fixed("year", unit_span("year", dt.date(year, 1, 1)))
)
rule("DAYS", "YEARS")(lambda today, years: fixed("unit", unit_span("year", today, years)))

for _feast in HOLIDAYS:
    rule("FEAST", _feast)(lambda today, feast=_feast: feast)


@rule("DAYS", "FEAST Y?")
def _feast_of(today: dt.date, feast: str, year: int | None) -> When:
    return yearly("holiday", year, lambda each: holiday(feast, each))


rule("DAYS", "YEARS FEAST")(lambda today, years, feast: _feast_of(today, feast, today.year + years))
rule("DAYS", "this FEAST")(lambda today, feast: _feast_of(today, feast, today.year))
rule("DAYS", "last FEAST")(lambda today, feast: fixed("holiday", _feast_of(today, feast, None).at(today - ONE_DAY)))


@rule("DAYS", "next FEAST")
def _next_feast(today: dt.date, feast: str) -> When:
    spans = (holiday(feast, today.year + ahead) for ahead in range(3))
    return fixed("holiday", next((span for span in spans if span and span[0] > today), None))
