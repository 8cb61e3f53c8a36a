"""Calendar arithmetic: units of time, their bounds, holidays of Ghana, and how a period is written."""

import datetime as dt
from functools import lru_cache

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

Span = tuple[dt.date, dt.date]  # half-open

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
YEARS = range(1900, 2101)
"""A date beyond these is a slip of the pen, and no shop's."""
ONE_DAY = dt.timedelta(days=1)
_STEP = {
    "day": relativedelta(days=1),
    "week": relativedelta(weeks=1),
    "fortnight": relativedelta(weeks=2),
    "month": relativedelta(months=1),
    "quarter": relativedelta(months=3),
    "half": relativedelta(months=6),
    "year": relativedelta(years=1),
}


DAYS_IN = {"day": 1, "week": 7, "fortnight": 14, "month": 28, "quarter": 90, "half": 181, "year": 365}
"""The fewest days of a unit, but a leap year's February."""
MOST_DAYS = 3660


def countable(count: int, unit: str) -> bool:
    """Whether so many units are some, and no more than ten years."""
    return 0 < count * DAYS_IN[unit] <= MOST_DAYS


def start_of(unit: str, day: dt.date) -> dt.date:
    """The first day of the calendar unit that `day` is in; weeks begin on Monday."""
    if unit == "week":
        return day - dt.timedelta(days=day.weekday())
    if unit == "month":
        return day.replace(day=1)
    if unit == "quarter":
        return day.replace(month=day.month - (day.month - 1) % 3, day=1)
    if unit == "half":
        return day.replace(month=1 if day.month < 7 else 7, day=1)
    return day.replace(month=1, day=1) if unit == "year" else day


@lru_cache(maxsize=2048)
def shift(unit: str, day: dt.date, count: int) -> dt.date:
    """`day` moved by a number of units."""
    moved: dt.date = day + _STEP[unit] * count
    return moved


def unit_span(unit: str, day: dt.date, offset: int = 0) -> Span:
    """The calendar unit `offset` units from the one that `day` is in."""
    start = shift(unit, start_of(unit, day), offset)
    return start, shift(unit, start, 1)


def one_day(day: dt.date) -> Span:
    return day, day + ONE_DAY


def month_span(year: int, month: int) -> Span:
    return unit_span("month", dt.date(year, month, 1))


def day_span(year: int, month: int, day: int) -> Span | None:
    """One day, or None for a date that does not exist."""
    try:
        return one_day(dt.date(year, month, day)) if year in YEARS else None
    except ValueError:
        return None


_FIXED = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "xmas": (12, 25),
    "xmas day": (12, 25),
    "christmas eve": (12, 24),
    "xmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year day": (1, 1),
    "new year eve": (12, 31),
    "valentine": (2, 14),
    "valentine day": (2, 14),
    "valentines": (2, 14),
    "valentines day": (2, 14),
    "val day": (2, 14),
    "vals day": (2, 14),
    "women day": (3, 8),
    "womens day": (3, 8),
    "independence day": (3, 6),
    "may day": (5, 1),
    "worker day": (5, 1),
    "workers day": (5, 1),
    "labour day": (5, 1),
    "constitution day": (1, 7),
    "halloween": (10, 31),
    "africa day": (5, 25),
}
_EASTER = {
    "easter sunday": 0,
    "good friday": -2,
    "easter monday": 1,
    "easter saturday": -1,
    "holy saturday": -1,
    "palm sunday": -7,
    "ash wednesday": -46,
}
_LONG_EASTER = ("easter", "easter weekend", "easter holidays", "easter period")
"""Good Friday to Easter Monday."""
_DECLARED = {
    "founder day": "Founder",
    "founders day": "Founder",
    "republic day": "Republic Day",
    "farmer day": "Farmers",
    "farmers day": "Farmers",
    "shaqq day": "Shaqq",
    "eid ul fitr": "Eid-ul-Fitr",
    "eid al fitr": "Eid-ul-Fitr",
    "eid ul adha": "Eid-ul-Adha",
    "eid al adha": "Eid-ul-Adha",
}
_NTH = {"mother day": (5, 6, 2), "mothers day": (5, 6, 2), "father day": (6, 6, 3), "fathers day": (6, 6, 3)}
HOLIDAYS = sorted([*_FIXED, *_EASTER, *_DECLARED, *_NTH, *_LONG_EASTER, "black friday"], key=len, reverse=True)


@lru_cache(maxsize=64)
def _declared(year: int) -> dict[str, dt.date]:
    import holidays  # slow to import, and few questions need it

    found = holidays.country_holidays("GH", years=year)
    return {name: day for day, names in found.items() for name in names.split("; ")}


def holiday(name: str, year: int) -> Span | None:
    """The days of a holiday in a year; None where it was not kept that year."""
    if name in _FIXED:
        return day_span(year, *_FIXED[name])
    if name in _EASTER:
        return one_day(easter(year) + dt.timedelta(days=_EASTER[name]))
    if name in _LONG_EASTER:
        return easter(year) - 2 * ONE_DAY, easter(year) + 2 * ONE_DAY
    if name == "black friday":
        return one_day(_nth_weekday(year, 11, 3, 4) + ONE_DAY)
    if name in _NTH:
        return one_day(_nth_weekday(year, *_NTH[name]))
    days = [day for known, day in _declared(year).items() if known.startswith(_DECLARED[name])]
    return one_day(days[0]) if days else None


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date:
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def written(start: dt.date, end: dt.date) -> str:
    """How people write `[start, end)`: "March 2026", "1 January to 31 March 2026", "Friday 20 November 2026"."""
    last = end - ONE_DAY
    if start == last:
        return f"{start:%A} {start.day} {start:%B %Y}"
    if (start, end) == unit_span("year", start):
        return f"{start.year}"
    if (start, end) == unit_span("month", start):
        return f"{start:%B %Y}"
    if start.year != last.year:
        return f"{start.day} {start:%B %Y} to {last.day} {last:%B %Y}"
    if start.month != last.month:
        return f"{start.day} {start:%B} to {last.day} {last:%B %Y}"
    return f"{start.day} to {last.day} {last:%B %Y}"
