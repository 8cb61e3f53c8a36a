"""Which days a stretch is fairly set against: a month that has begun with as many days of the month before."""

import datetime as dt

from dateutil.relativedelta import relativedelta

Days = tuple[dt.date, dt.date]
"""`[start, end)`."""
_ONE_DAY = dt.timedelta(days=1)
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def like_days(days: Days, *, compare: str = "previous", today: dt.date) -> tuple[Days, Days]:
    """The days that have begun, and their like: the same part of the week, month, quarter or year before.

    Days that begin with no such unit are set against as many days just before; with `compare="last_year"` all are set
    against the same dates a year earlier.
    """
    begun = days[0], max(min(days[1], today + _ONE_DAY), days[0] + _ONE_DAY)
    if compare == "last_year":
        return begun, (_months_back(begun[0], 12), _months_back(begun[1] - _ONE_DAY, 12) + _ONE_DAY)
    whole = begun == days
    if begun[0].weekday() == 0 and (begun[1] - begun[0]).days <= 7:
        return begun, (begun[0] - 7 * _ONE_DAY, begun[1] - 7 * _ONE_DAY)
    for months in _MONTHS.values():
        if fits := _part_before(begun, months, whole=whole):
            return begun, fits
    return begun, (begun[0] - (begun[1] - begun[0]), begun[0])


def clipped(days: Days, other: Days, *, today: dt.date) -> tuple[Days, Days]:
    """Two stretches that somebody named, each cut to as many days as the first has had by now.

    One that ends today and is a whole week, month, quarter or year stays whole, and so does its other.
    """
    begun = today + _ONE_DAY
    if not days[0] <= today < days[1] or (days[1] == begun and _whole(days)):
        return days, other
    return (days[0], begun), (other[0], min(other[1], other[0] + (begun - days[0])))


def _months_back(day: dt.date, months: int) -> dt.date:
    moved: dt.date = day - relativedelta(months=months)
    return moved


def _whole(days: Days) -> bool:
    """Whether days are some unit of the calendar, from its first to its last."""
    if days[0].weekday() == 0 and days[1] - days[0] == 7 * _ONE_DAY:
        return True
    return days[0].day == 1 == days[1].day


def _part_before(days: Days, months: int, *, whole: bool) -> Days | None:
    """The same part of the unit before, where the days begin a unit of so many months and do not outlast it."""
    start, end = days
    if start.day != 1 or (start.month - 1) % months:
        return None
    unit_end = start + relativedelta(months=months)
    if end > unit_end:
        return None
    first = _months_back(start, months)
    if end == unit_end and whole:
        return first, start
    return first, min(_months_back(end - _ONE_DAY, months) + _ONE_DAY, start)
