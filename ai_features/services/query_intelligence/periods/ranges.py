"""Periods in running text: from one phrase to another, since one, after one; and what is left alone as unsure."""

import datetime as dt
import re
from collections.abc import Iterator

from ai_features.services.query_intelligence.days.almanac import MONTHS, ONE_DAY, Span, day_span, start_of
from ai_features.services.query_intelligence.periods.forms import Found, latest
from ai_features.services.query_intelligence.periods.phrases import longest

_MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
_D = r"(\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:(?: ,)?(?: of)? (?P<year>20\d\d)| (?P<rel>last year|this year))?"
_DAYS_FIRST = re.compile(rf"(?:(?:between|from) )?{_D} (?:to|and|-|up to) {_D}(?: of)? {_MONTH}{_YEAR}(?!\S)")
_DAYS_LAST = re.compile(rf"(?:(?:between|from) )?{_MONTH} {_D} (?:to|and|-) {_D}{_YEAR}(?!\S)")
_SINCE_START = re.compile(
    r"(?:since|from) (?:start of (?:this )?(?P<unit>week|month|quarter|year)"
    r"|(?:this )?(?P<begun>week|month|quarter|year) (?:started|began|begin|start))(?: to (?:date|now|today))?(?!\S)"
)
_OPENER = re.compile(r"(?P<word>between|from|since|after)(?: (?P<edge>start|end)(?: of)?)? ")
_JOINT = re.compile(r" (?P<word>up to|to|-|and|reach)(?: (?P<edge>start|end)(?: of)?)? ")
_PAIR = re.compile(r" (?:and|with|to|vs|versus|against|or)(?: \.)? ")
_YEARLY = ("month", "date", "part", "holiday")
_WRITTEN_OUT = re.compile(rf"{_MONTH}|\d[-/.]\d+[-/.]\d")
_AFTER_UNIT = re.compile(r"(?:day|week|month)s? after (?!tomorrow)")
_MODEL = re.compile(r" (?:model|edition|version|series)s?(?!\S)")
_AND_NOW = re.compile(r" and (?:now|today|date|present)(?!\S)")
_NOW = re.compile(r"(?: up)? to(?: (?:date|now|today|present))|(?: and)? onwards|(?: going)? forward")
_UNSURE_BEFORE = re.compile(
    r"(?:\b(?:before|(?<!compared )(?<!compare )(?<!relative )to|by|prior to|last to|end of|end|"
    r"start of|start|middle of|mid|mid of|early|late|towards?|around"
    r"|about|nearly|except|excluding|without|apart from|not in|not|every|each|per|but|following|any|financial|fiscal"
    r"|some ?time in|sometime"
    r"|rest of|most of|part of|half of|few|several|some|many|early in|late in|eve of|week before|week after|day before"
    r"|day after|month before|month after|days? before|days? after)) $"
)
_AMOUNT_BEFORE = re.compile(
    r"(?:\b(?:top|best|bottom|worst|first|least|than|over|above|below|under|ghs|ghc|cedi|cedis|gh|exceeding|exactly"
    r"|number|no|room|model|size|sku|invoice|at least|last)|[₵#$≥>]) $"
)
_MONEY_AFTER = re.compile(
    r" ?(?:cedi|cedis|ghs|ghc|pesewa|units?|pieces?|pcs|am|pm|kg|kilos?|g|ml|l|litres?|cm|inch(?:es)?"
    r"|%|percent|customers?|products?|items?)\b"
)
_VAGUE = re.compile(
    r"\b(?:last|next|these|few) (?:a )?(?:few|several|some|many|number of|couple)"
    r"|\blast \d+ (?:hour|minute|second|hr|min)s?\b|\blast (?:hour|minute|decade|century|season|term)\b"
    r"|\b(?:financial|fiscal) (?:year|quarter)|\bother day\b|\bq [05-9] (?:of )?20\d\d\b|\bfy ?\d|\bweekday of\b"
    r"|\b20\d\d/\d\d\b(?!/)|\b20\d\d - \d\d\b(?! -)"
)
_ENDS_DATE = re.compile(
    r"$| (?:to|and|-|up|vs|versus|compared|in|at|by|for|from|per|on|with|than|,|\?|\.|!|;|:|\)|against|of|or|last|this"
    r"|please|abeg|was|were|is|did|do|does|how|what|which|who|,)"
)


def all_periods(text: str, today: dt.date, *, joined: bool = True) -> Iterator[tuple[int, int, Span | None]]:
    """Each phrase of a normal text with where it stands; None for one that names days we are unsure of.

    With `joined` false, "and" and "to" do not make one range of two phrases.
    """
    place = 0
    while place < len(text):
        stop, span, found = _at(text, place, today, joined=joined)
        if found:
            yield place, stop, span
            place = stop
        next_space = text.find(" ", place)
        place = len(text) if next_space < 0 else next_space + 1


def vague(text: str) -> bool:
    """Whether the normal text speaks of time in a way that names no days: "the last few weeks"."""
    return bool(_VAGUE.search(text))


def _at(text: str, place: int, today: dt.date, *, joined: bool) -> tuple[int, Span | None, bool]:
    """Where the phrase at `place` stops, its days, and whether there is one at all."""
    for pattern in (_DAYS_FIRST, _DAYS_LAST):
        if joined and (match := pattern.match(text, place)) and not _AMOUNT_BEFORE.search(text[:place]):
            return match.end(), _days_of_month(match, today), True
    if match := _SINCE_START.match(text, place):
        return match.end(), (start_of(match["unit"] or match["begun"], today), today + ONE_DAY), True
    if match := _AFTER_UNIT.match(text, place):
        return match.end(), None, True
    if (match := _OPENER.match(text, place)) and (found := longest(text, match.end(), today)):
        return *_opened(text, match, found, today, joined=joined), True
    found = longest(text, place, today)
    if not found or _is_amount(text, place, found):
        return place, None, False
    return *_plain(text, place, found, today, joined=joined), True


def _plain(text: str, place: int, found: Found, today: dt.date, *, joined: bool) -> tuple[int, Span | None]:
    unsure = bool(_UNSURE_BEFORE.search(text[:place]))
    joint = _JOINT.match(text, found.stop)
    if joined and joint and joint["word"] != "and" and not unsure and (last := longest(text, joint.end(), today)):
        return last.stop, _between(found, last, today, edge=joint["edge"])
    if now := _NOW.match(text, found.stop):
        return now.end(), _since(found, today)
    return found.stop, None if unsure else _sharing_year(text, found, today)


def _sharing_year(text: str, found: Found, today: dt.date) -> Span | None:
    """The days of a phrase that has no year of its own: in "January and February 2011" both are of 2011."""
    joint = None if found.fixed or found.kind not in _YEARLY else _PAIR.match(text, found.stop)
    last = longest(text, joint.end(), today) if joint else None
    other = last.at(today) if last and last.fixed and last.kind == found.kind else None
    if not other:
        return found.at(today)
    span = found.at(other[0].replace(month=12, day=31))
    return span if span and span[0] < other[0] else None


def missing_date(text: str, today: dt.date) -> tuple[int, int] | None:
    """Where a normal text writes out a date that no calendar has: "31 february 2011"."""
    passed = 0
    for place in (match.start() for match in re.finditer(r"\S+", text)):
        found = longest(text, place, today) if place >= passed else None
        if not found or found.kind != "date" or _is_amount(text, place, found):
            continue
        passed = found.stop
        if not found.at(today) and _WRITTEN_OUT.search(text[place:passed]):
            return place, passed
    return None


def _opened(text: str, opener: re.Match[str], first: Found, today: dt.date, *, joined: bool) -> tuple[int, Span | None]:
    word = opener["word"]
    if word == "between" and (until := _AND_NOW.match(text, first.stop)):
        return until.end(), _since(first, today)
    joint = _JOINT.match(text, first.stop)
    if joint and word != "after" and (joint["word"] != "and" or (joined and word != "since") or word == "between"):
        last = longest(text, joint.end(), today)
        if last:
            return last.stop, _between(first, last, today, edge=joint["edge"])
    now = _NOW.match(text, first.stop)
    stop = now.end() if now else first.stop
    if word == "after" or opener["edge"] == "end":
        span = first.at(today)
        return first.stop, (span[1], today + ONE_DAY) if span and span[1] <= today else None
    if word == "since" or (word == "from" and (now or first.kind == "date")):
        return stop, _since(first, today)
    relative = word == "from" and first.fixed and first.kind in ("day", "unit", "year")
    return first.stop, first.at(today) if relative else None


def _since(first: Found, today: dt.date) -> Span | None:
    span = first.at(today)
    return (span[0], today + ONE_DAY) if span and span[0] <= today else None


def _between(first: Found, last: Found, today: dt.date, *, edge: str | None) -> Span | None:
    """From the first day of one to the last day of the other; without years, the latest that has begun."""
    month_end = _end_of_month(today)
    for ref in (month_end, today):
        if first.fixed and not last.fixed:
            begin = first.at(today)
            end = begin and last.at(begin[0] + dt.timedelta(days=6 if last.kind == "weekday" else 364))
        else:
            end = last.at(ref if last.kind != "weekday" else today)
            begin = end and first.at(end[0])
        if begin and end and begin[0] <= today:
            break
    backwards = first.kind == last.kind == "date" and last.fixed and not first.fixed
    if begin and end and backwards and (end[1] - begin[0]).days > 330:
        return None
    if not begin or not end or begin[0] >= end[1] or (last.fixed and first.fixed and begin[0] > end[0]):
        return None
    return begin[0], end[0] if edge == "start" else end[1]


def _end_of_month(day: dt.date) -> dt.date:
    return start_of("month", start_of("month", day) + dt.timedelta(days=32)) - ONE_DAY


def _days_of_month(match: re.Match[str], today: dt.date) -> Span | None:
    days = [int(each) for each in match.groups() if each and each.isdigit() and len(each) <= 2]
    month = MONTHS.index(match["month"]) + 1

    def make(year: int) -> Span | None:
        begin, end = day_span(year, month, days[0]), day_span(year, month, days[1])
        return (begin[0], end[1]) if begin and end and begin[0] < end[1] else None

    if match["year"]:
        return make(int(match["year"]))
    if match["rel"]:
        return make(today.year - (match["rel"] == "last year"))
    return latest(make, today)


def _is_amount(text: str, place: int, found: Found) -> bool:
    """Whether the number that a phrase begins with, or is, counts something else: "top 5 March", "over 2000 cedis"."""
    begins = text[place].isdigit()
    if begins and (_AMOUNT_BEFORE.search(text[:place]) or _MONEY_AFTER.match(text, found.stop)):
        return True
    if found.kind == "date" and text.startswith(" of ", found.stop):
        return True
    if found.kind == "year" and _MODEL.match(text, found.stop):
        return True
    if found.kind == "ordinal":
        return not _ENDS_DATE.match(text, found.stop)
    if found.kind == "date" and not begins and not _ENDS_DATE.match(text, found.stop):
        return not re.search(r"\d(?:st|nd|rd|th)$|20\d\d$|year$", text[place : found.stop])
    return False
