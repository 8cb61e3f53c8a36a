"""How trade goes up and down over a Ghanaian year."""

import datetime as dt

from dateutil.easter import easter

WEEKDAYS = (0.9, 0.9, 0.95, 1.0, 1.2, 1.4, 0.55)
BY_MONTH = {
    "heat": {2: 1.6, 3: 1.8, 4: 1.5, 6: 0.7, 7: 0.6, 8: 0.6},
    "school": {1: 1.5, 9: 1.8, 5: 1.2},
    "harmattan": {12: 1.8, 1: 2.0, 2: 1.4, 6: 0.7, 7: 0.7},
    "blackouts": {3: 1.5, 4: 1.7, 5: 1.5},
    "christmas": {12: 2.0, 11: 1.1, 1: 0.7},
}


def traffic(day: dt.date) -> float:
    """How busy a day is next to a usual one: weekday, pay-day, Christmas, Easter; closed on two days."""
    if (day.month, day.day) in ((12, 25), (1, 1)):
        return 0.0
    factor = WEEKDAYS[day.weekday()]
    if day.day >= 26 or day.day <= 3:
        factor *= 1.3
    if day.month == 12 and 10 <= day.day <= 24:
        factor *= 1.4 + (day.day - 10) * 0.05
    if day.month == 1 and day.day > 3:
        factor *= 0.8
    if 0 < (easter(day.year) - day).days <= 7:
        factor *= 1.25
    return factor


def demand(season: str, day: dt.date, gone: float) -> float:
    """How much a good is wanted next to its usual week; `gone` is the part of the year that has passed."""
    if season == "fading":
        return max(0.0, 1.0 - gone * 1.5)
    if season == "rising":
        return 0.4 + 1.6 * gone
    return BY_MONTH.get(season, {}).get(day.month, 1.0)


LEVELS = ((0.35, 0.92), (0.7, 0.96))
"""Prices went up twice: the part of the year until which, and what then cost what costs 1.00 today."""


def price_level(gone: float) -> float:
    """What a price was of today's, all of them alike; `gone` is the part of the year that has passed."""
    return next((level for until, level in LEVELS if gone < until), 1.0)
