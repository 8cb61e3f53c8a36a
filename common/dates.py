"""Dates as people and spreadsheets write them: what cannot be mistaken is read, for the rest a file is asked."""

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from common import clock

YEARS = range(1970, 2200)
_TIME = r"(?:[T ,]+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)? *(?P<half>[ap]\.?m\.?)?)?"
_NUMERIC_DATE = re.compile(rf"(\d{{1,2}})([/.-])(\d{{1,2}})\2(\d{{4}}|\d{{2}}){_TIME}", re.ASCII | re.IGNORECASE)
_YEAR_FIRST = re.compile(rf"(\d{{4}})[/.](\d{{1,2}})[/.](\d{{1,2}}){_TIME}", re.ASCII | re.IGNORECASE)
_DAY_MONTH = re.compile(rf"(\d{{1,2}})[ -]([a-z]{{3,9}})\.?[ ,-]+(\d{{4}}|\d{{2}}){_TIME}", re.ASCII | re.IGNORECASE)
_MONTH_DAY = re.compile(rf"([a-z]{{3,9}})\.? +(\d{{1,2}}),? +(\d{{4}}){_TIME}", re.ASCII | re.IGNORECASE)
_EXCEL_DAY = re.compile(r"[2-7]\d{4}(?:[.,]\d+)?", re.ASCII)
_EXCEL_EPOCH = dt.datetime(1899, 12, 30, tzinfo=clock.ACCRA)
_MONTHS = (
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


class DateOrder:
    """Learns from the dates of a file whether the day or the month comes first."""

    def __init__(self) -> None:
        self.orders: dict[bool, tuple[int, str]] = {}
        self.either_way: tuple[int, str] | None = None

    def see(self, line: int, text: str) -> None:
        found = _NUMERIC_DATE.fullmatch(text)
        if not found or found[2] == ".":
            return
        first, second = int(found[1]), int(found[3])
        if first > 12 or second > 12:
            self.orders.setdefault(first > 12, (line, text))
        elif first != second:
            self.either_way = self.either_way or (line, text)

    @property
    def day_first(self) -> bool | None:
        """Whether the day comes first; None where no date tells."""
        return next(iter(self.orders)) if len(self.orders) == 1 else None

    @property
    def doubt(self) -> tuple[int, str] | None:
        """A date, with its line, of which the file does not tell the order, or that another one contradicts."""
        if len(self.orders) == 2:
            return max(self.orders.values())
        return None if self.orders else self.either_way


@lru_cache(maxsize=4096)
def moment(text: str, day_first: bool | None = None) -> dt.datetime | None:
    """`2026-03-31T14:05`, `31/03/2026`, `31-Mar-26` or Excel's 46112, in Accra's time unless it has an offset."""
    readers: tuple[Callable[[str, bool | None], dt.datetime | None], ...] = (_iso, _excel, _written)
    for read in readers:
        try:
            found = read(text, day_first)
        except (ValueError, OverflowError):
            continue
        if found:
            found = found if found.tzinfo else found.replace(tzinfo=clock.ACCRA)
            return found if found.year in YEARS else None
    return None


def _iso(text: str, day_first: bool | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(text)


def _excel(text: str, day_first: bool | None) -> dt.datetime | None:
    """Excel counts days from the end of 1899; the fraction is the time of day."""
    if not _EXCEL_DAY.fullmatch(text):
        return None
    seconds = Decimal(text.replace(",", ".")) * 86_400
    return _EXCEL_EPOCH + dt.timedelta(seconds=round(seconds))


def _written(text: str, day_first: bool | None) -> dt.datetime | None:
    if found := _NUMERIC_DATE.fullmatch(text):
        first, second, year = int(found[1]), int(found[3]), found[4]
        by_day = True if found[2] == "." else _day_comes_first(first, second, day_first)
        if by_day is None:
            return None
        day, month = (first, second) if by_day else (second, first)
        return _at(found, year, month, day)
    if found := _YEAR_FIRST.fullmatch(text):
        return _at(found, found[1], int(found[2]), int(found[3]))
    if found := _DAY_MONTH.fullmatch(text):
        return _at(found, found[3], _month(found[2]), int(found[1]))
    if found := _MONTH_DAY.fullmatch(text):
        return _at(found, found[3], _month(found[1]), int(found[2]))
    return None


def _day_comes_first(first: int, second: int, agreed: bool | None) -> bool | None:
    """What was agreed on for the file, else what the numbers tell: no month has a number above twelve."""
    if agreed is not None or first == second:
        return agreed is not False
    return True if first > 12 else False if second > 12 else None


def _month(name: str) -> int:
    """The number of a month by its name or the start of it; zero, which no date has, for another word."""
    return next((n for n, month in enumerate(_MONTHS, 1) if month.startswith(name.lower())), 0)


def _at(found: re.Match[str], year: str, month: int, day: int) -> dt.datetime:
    """The moment; years of two digits are 1970 to 2069. Raises ValueError for what no calendar has."""
    century = 0 if len(year) == 4 else 1900 if int(year) >= 70 else 2000
    hour, half = int(found["hour"] or 0), (found["half"] or "").lower()
    if half and not 1 <= hour <= 12:
        raise ValueError(found[0])
    hour = hour % 12 + (12 if half.startswith("p") else 0) if half else hour
    return dt.datetime(
        century + int(year), month, day, hour, int(found["minute"] or 0), int(found["second"] or 0), tzinfo=clock.ACCRA
    )
