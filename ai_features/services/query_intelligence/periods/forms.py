"""The forms in which people name one period: "last 3 weeks", "Q1 2026", "Good Friday"."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ai_features.services.query_intelligence.days.almanac import (
    HOLIDAYS,
    MONTHS,
    ONE_DAY,
    WEEKDAYS,
    Span,
    day_span,
    holiday,
    month_span,
    one_day,
    shift,
    start_of,
    unit_span,
)

Occurrence = Callable[[dt.date], Span | None]


@dataclass(frozen=True)
class Found:
    """A phrase that ends at `stop`. `at(day)` is its latest occurrence that began by `day`; a fixed one has but one."""

    stop: int
    kind: str
    at: Occurrence
    fixed: bool


Made = Span | Occurrence | None
YEARS = range(1900, 2101)
"""A period beyond these is a slip of the pen, and no shop's."""
_MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
_UNIT = r"(?P<unit>day|week|month|quarter|year)"
NTH = r"(?P<nth>\d{1,2})(?:st|nd|rd|th)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = (
    r"(?:(?: ,)?(?: of| in)?(?: year)? (?P<year>(?:19|20)\d\d)"
    r"|(?: ,)? ['’] ?(?P<yy>\d\d)"
    r"|(?: of| in)? (?P<rel>last year|this year|next year|year before last|last last year))?"
)
_REL = {"last year": -1, "this year": 0, "next year": 1, "year before last": -2, "last last year": -2}
_TO_DATE = r"(?: (?:so far|to date|to now|up to now|to today))?"


def _year(match: re.Match[str], today: dt.date) -> int | None:
    named = match.groupdict()
    if named.get("year"):
        return int(named["year"])
    if named.get("yy"):
        return 2000 + int(named["yy"])
    return today.year + _REL[named["rel"]] if named.get("rel") else None


def latest(make: Callable[[int], Span | None], ref: dt.date) -> Span | None:
    """The latest yearly occurrence that began by `ref`; 29 February goes back to the last leap year."""
    for year in range(ref.year, ref.year - 9, -1):
        span = make(year)
        if span and span[0] <= ref:
            return span
    return None


def _yearly(match: re.Match[str], today: dt.date, make: Callable[[int], Span | None]) -> Made:
    year = _year(match, today)
    return make(year) if year is not None else lambda ref: latest(make, ref)


def _days(offset: int) -> Callable[[re.Match[str], dt.date], Made]:
    return lambda match, today: one_day(today + dt.timedelta(days=offset))


def _unit(offset: int) -> Callable[[re.Match[str], dt.date], Made]:
    return lambda match, today: unit_span(match["unit"], today, offset)


def _count(text: str) -> int:
    return 1 if text == "a" else int(text)


def _several(match: re.Match[str], today: dt.date) -> Made:
    """The N complete units before this one, or the N after it."""
    count, unit = _count(match["n"]), match["units"]
    if not 0 < count <= 3660:
        return None
    if unit == "fortnight":
        count, unit = 2 * count, "week"
    first = start_of(unit, today)
    if match["way"] == "next":
        return shift(unit, first, 1), shift(unit, first, 1 + count)
    return shift(unit, first, -count), first


def _weeks_before(count: int, today: dt.date) -> Span:
    monday = start_of("week", today)
    return shift("week", monday, -count), monday


def _ago(match: re.Match[str], today: dt.date) -> Made:
    count = _count(match["n"])
    return unit_span(match["unit"], today, -count) if count <= 3660 else None


def _to_date(unit: str, today: dt.date) -> Span:
    return start_of(unit, today), today + ONE_DAY


def _weekend(match: re.Match[str], today: dt.date) -> Made:
    offset = {"last": -1, "next": 1}.get(match["way"] or "", 0)
    saturday = start_of("week", today) + dt.timedelta(days=5 + 7 * offset)
    if not match["way"] and saturday > today:
        saturday -= dt.timedelta(days=7)
    return saturday, saturday + 2 * ONE_DAY


def _weekday_at(name: str, ref: dt.date) -> Span:
    return one_day(ref - dt.timedelta(days=(ref.weekday() - WEEKDAYS.index(name)) % 7))


def _weekday(match: re.Match[str], today: dt.date) -> Made:
    name, way = match["weekday"], "last" if match.group().endswith("gone") else match["way"]
    if way == "last":
        return _weekday_at(name, today - ONE_DAY)
    if way == "next":
        return _weekday_at(name, today + 7 * ONE_DAY)
    if way == "this":
        return one_day(start_of("week", today) + dt.timedelta(days=WEEKDAYS.index(name)))
    return lambda ref: _weekday_at(name, ref)


def _same_then(match: re.Match[str], today: dt.date) -> Made:
    if not match["unit"] or "period" in match.group():
        return None
    return one_day(shift(match["unit"], today, -1))


def _weekday_of_week(match: re.Match[str], today: dt.date) -> Made:
    offset = {"last": -1, "this": 0, "next": 1, "last last": -2}[match["way"]]
    return one_day(start_of("week", today) + dt.timedelta(days=7 * offset + WEEKDAYS.index(match["weekday"])))


def _month(match: re.Match[str], today: dt.date) -> Made:
    number = MONTHS.index(match["month"]) + 1
    way = match.groupdict().get("way")
    if not way:
        return _yearly(match, today, lambda year: month_span(year, number))
    if way == "this":
        return month_span(today.year, number)
    if way == "next":
        return month_span(today.year + (number <= today.month), number)
    return month_span(today.year - (number >= today.month), number)


def _date(match: re.Match[str], today: dt.date) -> Made:
    month, day = MONTHS.index(match["month"]) + 1, int(match["day"])
    made = _yearly(match, today, lambda year: day_span(year, month, day))
    name = match.groupdict().get("weekday")
    if name and isinstance(made, tuple):
        return made if made[0].weekday() == WEEKDAYS.index(name) else None
    if name and callable(made):
        return _on_weekday(made, WEEKDAYS.index(name), today)
    return made


def _on_weekday(made: Occurrence, weekday: int, today: dt.date) -> Made:
    span = made(today)
    return span if span and span[0].weekday() == weekday else None


def _numeric(match: re.Match[str], today: dt.date) -> Made:
    """Day before month, as Ghana writes it."""
    day, month, year = int(match["d"]), int(match["m"]), match["y"]
    if not 1 <= month <= 12:
        return None
    if year is None:
        return lambda ref: latest(lambda each: day_span(each, month, day), ref)
    if len(year) == 3:
        return None
    return day_span(int(year) + (2000 if len(year) == 2 else 0), month, day)


def _iso_date(match: re.Match[str], today: dt.date) -> Made:
    return day_span(int(match["y"]), int(match["m"]), int(match["d"]))


def _iso_month(match: re.Match[str], today: dt.date) -> Made:
    return month_span(int(match["y"]), int(match["m"])) if 1 <= int(match["m"]) <= 12 else None


def _iso_week(match: re.Match[str], today: dt.date) -> Made:
    def make(year: int) -> Span | None:
        try:
            return unit_span("week", dt.date.fromisocalendar(year, int(match["week"]), 1))
        except ValueError:
            return None

    return _yearly(match, today, make)


def _part_of_year(match: re.Match[str], today: dt.date) -> Made:
    unit = "quarter" if match["part"] in ("q", "quarter") else "half"
    number, months = int(match["nth"]), 3 if unit == "quarter" else 6
    if not 1 <= number <= 12 // months:
        return None
    return _yearly(match, today, lambda year: unit_span(unit, dt.date(year, months * (number - 1) + 1, 1)))


def _last_part_of_year(match: re.Match[str], today: dt.date) -> Made:
    year, unit = _year(match, today), match["part"]
    return unit_span(unit, dt.date(year, 12, 1)) if year is not None else None


def _holiday(match: re.Match[str], today: dt.date) -> Made:
    def make(year: int) -> Span | None:
        return holiday(match["holiday"], year)

    if match["way"] == "last":
        return latest(make, today - ONE_DAY)
    if match["way"] == "next":
        return next((span for year in (0, 1, 2) if (span := make(today.year + year)) and span[0] > today), None)
    if match["way"] == "this":
        return make(today.year)
    return _yearly(match, today, make)


def _same_last_year(match: re.Match[str], today: dt.date) -> Made:
    unit = match["same"]
    then = shift("year", today, -1)
    if unit in ("month", "quarter"):
        return unit_span(unit, then)
    if unit == "week":
        return unit_span("week", today - dt.timedelta(days=364))
    return one_day(then)


def _day_of_month(match: re.Match[str], today: dt.date) -> Made:
    day = int(match["nth"])

    def at(ref: dt.date) -> Span | None:
        month = start_of("month", ref)
        for back in range(4):
            first = shift("month", month, -back)
            span = day_span(first.year, first.month, day)
            if span and span[0] <= ref:
                return span
        return None

    return at if 1 <= day <= 31 else None


def _numeric_short(match: re.Match[str]) -> Made:
    day, month = int(match["d"]), int(match["m"])
    if not 1 <= month <= 12:
        return None
    return lambda ref: latest(lambda year: day_span(year, month, day), ref)


Form = tuple[re.Pattern[str], str, Callable[[re.Match[str], dt.date], Made]]


def _form(pattern: str, kind: str, make: Callable[[re.Match[str], dt.date], Made]) -> Form:
    return re.compile(rf"{pattern}(?!\S)"), kind, make


_WAY = r"(?:(?P<way>last|this|next) )?"
FORMS: tuple[Form, ...] = (
    _form(r"day before yesterday|yesterday but 1", "day", _days(-2)),
    _form(r"day after tomorrow|next tomorrow", "day", _days(2)),
    _form(r"(?:last night|yesterday)(?: (?:morning|afternoon|evening|night))?", "day", _days(-1)),
    _form(r"today(?: today)?|tonight|this (?:morning|afternoon|evening|day)|since (?:this )?morning", "day", _days(0)),
    _form(r"tomorrow", "day", _days(1)),
    _form(rf"(?P<n>\d{{1,4}}|a) {_UNIT} (?:ago|back|wey last)", "unit", _ago),
    _form(rf"{_UNIT} before last|last last {_UNIT.replace('unit', 'unit2')}", "unit",
          lambda match, today: unit_span(match["unit"] or match["unit2"], today, -2)),
    _form(r"(?:this |same )?(?:exact )?(?P<same>time|day|today|month|week|quarter)(?: in)? last year", "unit",
          _same_last_year),
    _form(r"(?:this|same) (?:time|day|period)(?: in)? last (?P<unit>week|month|quarter|year)|(?:last|previous) period",
          "unsure", _same_then),
    _form(rf"(?:this |{_WEEKDAY} |last )?{_WEEKDAY.replace('weekday', 'other')} (?:but 1|before last)", "unsure",
          lambda match, today: None),
    _form(rf"{_UNIT} so far", "unit", lambda match, today: _to_date(match["unit"], today)),
    _form(rf"this {_UNIT}{_TO_DATE}|(?:so far|up to now|to date) this {_UNIT.replace('unit', 'unit2')}", "unit",
          lambda match, today: _to_date(match["unit"] or match["unit2"], today)
          if match.group().startswith("so far") or re.search(r"so far|date|now|today", match.group())
          else unit_span(match["unit"], today)),
    _form(rf"{_UNIT} to date", "unit", lambda match, today: _to_date(match["unit"], today)),
    _form(rf"for {_UNIT}(?! (?:of|end|ending|start|since|commencing|before|after|to|in|number|no|by|\d|\S+ly))", "unit",
          _unit(0)),
    _form(r"(?P<u>[ymqw])td", "unit", lambda match, today: _to_date(
        {"y": "year", "m": "month", "q": "quarter", "w": "week"}[match["u"]], today)),
    _form(rf"last (?:complete |full |calendar )?{_UNIT}", "unit", _unit(-1)),
    _form(rf"(?:this )?{_UNIT} (?:wey )last(?! \d)", "unit", _unit(-1)),
    _form(rf"(?:next|coming) {_UNIT}", "unit", _unit(1)),
    _form(r"(?:last|next)? ?half(?: of)? year|half year", "unsure", lambda match, today: None),
    _form(r"(?P<way>last|next) (?P<n>\d{1,4}) (?:complete |full |calendar |business )?"
          r"(?P<units>day|week|month|quarter|year|fortnight)", "unit", _several),
    _form(r"(?P<way>last|next) (?P<n>a )?couple(?: of)? (?P<units>day|week|month|quarter|year)", "unsure",
          lambda match, today: None),
    _form(r"(?P<way>last|next) (?P<units>fortnight)(?P<n>)", "unit",
          lambda match, today: _weeks_before(2, today) if match["way"] == "last" else None),
    _form(r"(?:(?P<way>last|this|next) )?weekend", "day", _weekend),
    _form(r"(?P<way>)weekend before last", "day", lambda match, today: _weekend(match, today - 14 * ONE_DAY)),
    _form(rf"{_WAY}{_WEEKDAY}(?: (?:morning|afternoon|evening|night))?", "weekday", _weekday),
    _form(rf"{_WEEKDAY} (?:wey (?P<way>last)|gone)", "weekday", _weekday),
    _form(rf"{_WEEKDAY}(?: of| in)? (?P<way>last last|last|this|next) week", "day", _weekday_of_week),
    _form(rf"(?P<way>last last|last|this|next) week(?: on)? {_WEEKDAY}", "day", _weekday_of_week),
    _form(rf"(?:month of )?{_MONTH}{_YEAR}", "month", _month),
    _form(rf"{_MONTH} - (?P<year>20\d\d)", "month", _month),
    _form(rf"(?P<way>last|this|next) {_MONTH}", "month", _month),
    _form(rf"(?P<rel>last year|this year|next year)(?: in)? {_MONTH}", "month", _month),
    _form(rf"{_MONTH} wey (?P<way>last)", "month", _month),
    _form(rf"(?:{_WEEKDAY} ,? ?)?{_DAY}(?: day)?(?: of)? ,? ?{_MONTH}{_YEAR}", "date", _date),
    _form(rf"{_DAY} {_MONTH} (?P<yy>2\d)", "date", _date),
    _form(rf"{_DAY} - {_MONTH} - (?:(?P<year>(?:19|20)\d\d)|(?P<yy>\d\d))", "date", _date),
    _form(rf"(?:{_WEEKDAY} ,? ?)?{_MONTH} {_DAY}(?! (?:day|week|month|quarter|best|top)\b){_YEAR}", "date", _date),
    _form(r"(?P<y>\d{4})[-/](?P<m>\d{1,2})[-/](?P<d>\d{1,2})", "date", _iso_date),
    _form(r"(?P<d>\d{1,2})(?P<s>[/.\-])(?P<m>\d{1,2})(?P=s)(?P<y>\d{2,4})", "date", _numeric),
    _form(r"(?!24/7)(?P<d>\d{1,2})/(?P<m>\d{1,2})(?P<y>)?", "date", lambda match, today: _numeric_short(match)),
    _form(r"(?P<m>\d{1,2})/(?P<y>(?:19|20)\d\d)", "month", _iso_month),
    _form(r"(?P<y>(?:19|20)\d\d)-(?P<m>\d{2})", "month", _iso_month),
    _form(r"(?P<year>(?:19|20)\d\d)-?w(?P<week>\d{1,2})", "unit", _iso_week),
    _form(rf"week (?:number |no )?(?P<week>\d{{1,2}}){_YEAR}", "unit", _iso_week),
    _form(r"(?P<year>(?:19|20)\d\d)-?(?P<part>[qh])(?P<nth>[1-4])", "part", _part_of_year),
    _form(rf"(?P<part>[qh])(?P<nth>[1-4])(?: -)?{_YEAR}", "part", _part_of_year),
    _form(r"(?P<rel>last year|this year) (?P<part>[qh])(?P<nth>[1-4])", "part", _part_of_year),
    _form(r"(?P<year>20\d\d) (?P<part>[qh])(?P<nth>[1-4])", "part", _part_of_year),
    _form(rf"{NTH} (?P<part>quarter|half){_YEAR}(?: of year)?", "part", _part_of_year),
    _form(rf"(?P<part>quarter|half) (?P<nth>[1-4]){_YEAR}", "part", _part_of_year),
    _form(r"(?P<rel>last year|this year) (?P<nth>\d)(?:st|nd|rd|th) (?P<part>quarter|half)", "part", _part_of_year),
    _form(rf"(?:last|final) (?P<part>quarter|half){_YEAR.removesuffix('?')}", "part", _last_part_of_year),
    _form(r"(?:year )?(?P<year>20\d\d)", "year",
          lambda match, today: unit_span("year", dt.date(int(match["year"]), 1, 1))),
    _form(rf"{_WAY}(?P<holiday>{'|'.join(HOLIDAYS)}){_YEAR}", "holiday", _holiday),
    _form(rf"(?P<way>)(?P<rel>last year|this year) (?P<holiday>{'|'.join(HOLIDAYS)})", "holiday", _holiday),
    _form(NTH, "ordinal", _day_of_month),
)  # fmt: skip


def simple(text: str, place: int, today: dt.date) -> Iterator[Found]:
    """Every form that begins at `place` of a normal text."""
    for pattern, kind, make in FORMS:
        if match := pattern.match(text, place):
            yield found_at(match.end(), kind, _made(make, match, today))


def _made(make: Callable[[re.Match[str], dt.date], Made], match: re.Match[str], today: dt.date) -> Made:
    """The days of a form; None when no calendar has them, or no shop."""
    try:
        made = make(match, today)
    except (OverflowError, ValueError):
        return None
    return None if isinstance(made, tuple) and not all(day.year in YEARS for day in made) else made


def found_at(stop: int, kind: str, made: Made) -> Found:
    """A phrase that ends at `stop` and means these days, or one of a series of days."""
    if callable(made):
        return Found(stop, kind, made, fixed=False)
    return Found(stop, kind, lambda ref: made, fixed=True)
