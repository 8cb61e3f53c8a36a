"""Periods named in text: `find_period("sales last 3 weeks", today)`. When unsure, nothing rather than a guess.

One rule for "last N": the N complete days, weeks, months, quarters or years before the present one, which counts only
in "today", "this …", "since …" and "… to date". Weeks begin on Monday. A date without a year is the latest past one.
"""

import datetime as dt
from dataclasses import dataclass

from ai_features.services.query_intelligence.days.almanac import written
from ai_features.services.query_intelligence.periods.ranges import all_periods, missing_date, vague
from ai_features.services.query_intelligence.periods.tokens import read

LONGEST_TEXT = 2_000


@dataclass(frozen=True)
class Period:
    """Days `[start, end)`, how people write them, and where in the text they were named."""

    start: dt.date
    end: dt.date
    label: str
    span: tuple[int, int] = (0, 0)

    @classmethod
    def of(cls, start: dt.date, end: dt.date, span: tuple[int, int] = (0, 0)) -> "Period":
        return cls(start, end, written(start, end), span)

    @property
    def days(self) -> int:
        return (self.end - self.start).days


def find_period(text: str, today: dt.date) -> Period | None:
    """The one period that `text` names; None when it names none, several, or days that are in doubt."""
    found, unsure = find_periods(text, today)
    return found[0] if len(found) == 1 and not unsure else None


def find_periods(text: str, today: dt.date, *, joined: bool = True) -> tuple[list[Period], bool]:
    """Every period named, in the order of the text, and whether it also speaks of days we are unsure of."""
    known = read(text[:LONGEST_TEXT])
    found, unsure = [], vague(known.normal)
    for start, stop, span in all_periods(known.normal, today, joined=joined):
        if span is None or span[0] >= span[1]:
            unsure = True
        else:
            found.append(Period.of(*span, known.original(start, stop)))
    return found, unsure


def impossible_date(text: str, today: dt.date) -> str | None:
    """A date in `text`, as written there, that no calendar has ("31 February 2011"); None when there is none."""
    known = read(text[:LONGEST_TEXT])
    place = missing_date(known.normal, today)
    if not place:
        return None
    start, end = known.original(*place)
    return text[start:end]


__all__ = ["Period", "find_period", "find_periods", "impossible_date"]
