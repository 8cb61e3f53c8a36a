"""The clock of the shop in hand, whose days may end after midnight; without a shop, `common.clock`.

A day that ends at three in the morning is a calendar day of a zone three hours behind Accra. Requests, jobs and
features say whose days count: `with shop_clock.days_end_at(caller.day_ends_at)`. What we charge goes by the calendar.
"""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db.models import DateField
from django.db.models.functions import (
    ExtractDay,
    ExtractHour,
    ExtractIsoWeekDay,
    ExtractMonth,
    ExtractQuarter,
    ExtractWeek,
    ExtractYear,
    TruncDate,
    TruncMonth,
    TruncQuarter,
    TruncWeek,
    TruncYear,
)
from django.db.models.functions.datetime import TimezoneMixin

from common.clock import ACCRA, months_after, now, trading_day

__all__ = ["ACCRA", "borders", "days_end_at", "local_date", "months_after", "now", "start_of", "today"]
_ends_at: ContextVar[dt.time | None] = ContextVar("day_ends_at", default=None)


@contextmanager
def days_end_at(ends_at: dt.time | None) -> Iterator[None]:
    """Within, days end at this time of the next morning; None: at midnight."""
    before = _ends_at.set(_full_minute(ends_at))
    try:
        yield
    finally:
        _ends_at.reset(before)


def keep_until_the_end_of_the_request(ends_at: dt.time | None) -> None:
    """As `days_end_at`, for the rest of what is within the `days_end_at` around it."""
    _ends_at.set(_full_minute(ends_at))


def _full_minute(ends_at: dt.time | None) -> dt.time | None:
    """As zones go by the minute, so do the ends of days."""
    return ends_at and ends_at.replace(second=0, microsecond=0)


def local_date(moment: dt.datetime) -> dt.date:
    """The shop's day at `moment`."""
    return trading_day(moment, _ends_at.get())


def today() -> dt.date:
    """The shop's day now."""
    return local_date(now())


def start_of(day: dt.date) -> dt.datetime:
    """The moment at which the shop's `day` begins."""
    return dt.datetime.combine(day, _ends_at.get() or dt.time.min, tzinfo=ACCRA)


def borders(day: dt.date) -> tuple[dt.datetime, dt.datetime]:
    """The moments between which the shop's `day` lies, the second not in it."""
    return start_of(day), start_of(day + dt.timedelta(days=1))


def seconds_into_next() -> int:
    """How far into the next calendar day the shop's day lasts."""
    ends_at = _ends_at.get() or dt.time.min
    return ends_at.hour * 3600 + ends_at.minute * 60 + ends_at.second


def _behind() -> str:
    """The name of the zone whose calendar days are the shop's."""
    ends_at = _ends_at.get()
    return f"UTC-{ends_at:%H:%M}" if ends_at else str(ACCRA)


class InShopDays(TimezoneMixin):
    """A function of a moment by the days of the shop in hand when the query runs, not when it is composed."""

    def get_tzname(self) -> str:
        return _behind()


class Day(InShopDays, TruncDate):
    """The shop's day of a moment."""


class Week(InShopDays, TruncWeek):
    """The Monday of the shop's week."""

    output_field = DateField()


class Month(InShopDays, TruncMonth):
    """The first day of the month."""

    output_field = DateField()


class Quarter(InShopDays, TruncQuarter):
    """The first day of the quarter."""

    output_field = DateField()


class Year(InShopDays, TruncYear):
    """The first day of the year."""

    output_field = DateField()


class Weekday(InShopDays, ExtractIsoWeekDay):
    """1 for Monday to 7 for Sunday."""


class DayOfMonth(InShopDays, ExtractDay):
    """1 to 31."""


class WeekNumber(InShopDays, ExtractWeek):
    """The ISO week of the year."""


class MonthNumber(InShopDays, ExtractMonth):
    """1 to 12."""


class QuarterNumber(InShopDays, ExtractQuarter):
    """1 to 4."""


class YearNumber(InShopDays, ExtractYear):
    """Four digits."""


class Hour(ExtractHour):
    """0 to 23 in Accra: what was sold at one in the night keeps its hour, whosever day it was."""

    def get_tzname(self) -> str:
        return str(ACCRA)
