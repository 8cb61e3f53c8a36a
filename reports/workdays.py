"""Days on which a shop may write to its customers: not Sundays, not Ghana's public holidays."""

import datetime as dt
from functools import cache

SUNDAY = 6


@cache
def _holidays(year: int) -> frozenset[dt.date]:
    import holidays  # slow to import, and few processes need it

    return frozenset(holidays.country_holidays("GH", years=year))


def is_workday(day: dt.date) -> bool:
    """Monday to Saturday, and no public holiday."""
    return day.weekday() != SUNDAY and day not in _holidays(day.year)


def on_or_after(day: dt.date) -> dt.date:
    """`day`, or the next on which one may write."""
    while not is_workday(day):
        day += dt.timedelta(days=1)
    return day


def holiday(day: dt.date) -> str:
    """The name of the public holiday on `day`, the same every year; "" on any other day."""
    return _names(day.year).get(day, "")


@cache
def _names(year: int) -> dict[dt.date, str]:
    import holidays

    found = holidays.country_holidays("GH", years=year)
    return {day: name.split("; ")[0].split(" (")[0] for day, name in found.items()}
