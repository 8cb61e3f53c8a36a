"""How a figure, a date, a name or a list is written out for people, in English and in Twi."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from common import money

MONTHS = {
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    "tw": (
        "Ɔpɛpɔn",
        "Ɔgyefoɔ",
        "Ɔbɛnem",
        "Oforisuo",
        "Kɔtɔnimaa",
        "Ayɛwohomumɔ",
        "Kitawonsa",
        "Ɔsanaa",
        "Ɛbɔ",
        "Ahinime",
        "Obubuo",
        "Ɔpɛnimaa",
    ),
}
_AND = {"en": "and", "tw": "ne"}
_UNCHANGING = frozenset({"kg", "g", "mg", "l", "ml", "cl", "cm", "m", "mm", "stock", "pcs", "cash"})
_IRREGULAR = {"person": "people", "child": "children", "foot": "feet", "loaf": "loaves", "half": "halves"}
_SIBILANT = ("s", "x", "z", "ch", "sh")


def plural(unit: str) -> str:
    """The plural of an English unit given in the singular; its last word is what changes."""
    head, _, last = unit.rpartition(" ")
    start = f"{head} " if head else ""
    if last.lower() in _UNCHANGING:
        return unit
    if last.lower() in _IRREGULAR:
        return start + _IRREGULAR[last.lower()]
    if last.endswith("y") and last[-2:-1] not in "aeiou":
        return f"{start}{last[:-1]}ies"
    return start + last + ("es" if last.endswith(_SIBILANT) else "s")


def counted(number: Decimal | int, unit: str, language: str = "en") -> str:
    """1 customer, 3 customers, 2.5 kg; the bare number when there is no unit."""
    quantity = money.written_quantity(Decimal(number))
    if not unit:
        return quantity
    if language == "tw":
        return f"{unit} {quantity}"
    return f"{quantity} {unit if abs(Decimal(number)) == 1 else plural(unit)}"


def date(day: dt.date, language: str = "en") -> str:
    """1 March 2026."""
    return f"{day.day} {MONTHS[language][day.month - 1]} {day.year}"


def period(start: dt.date, end: dt.date, language: str = "en") -> str:
    """The half-open range [start, end) in words: a day, a month, a year, or its first and last day."""
    last = end - dt.timedelta(days=1)
    if start >= last:
        return date(start, language)
    if start.day == 1 and end.day == 1 and (end.year * 12 + end.month) - (start.year * 12 + start.month) == 1:
        return f"{MONTHS[language][start.month - 1]} {start.year}"
    if (start.month, start.day, end.month, end.day) == (1, 1, 1, 1) and end.year == start.year + 1:
        return str(start.year)
    return f"{date(start, language)} {'kɔsi' if language == 'tw' else 'to'} {date(last, language)}"


def days(number: int, language: str = "en") -> str:
    """1 day, 12 days."""
    return f"nna {number:,}" if language == "tw" else counted(number, "day")


def change(percent: Decimal, language: str = "en") -> str:
    """A change with its direction: "up 15%", "down 4.3%", "unchanged"."""
    size = money.written_percent(abs(percent))
    if size == "0%":
        return "nsesaeɛ biara nni mu" if language == "tw" else "unchanged"
    rose, fell = ("akɔ soro", "akɔ fam") if language == "tw" else ("up", "down")
    return f"{rose if percent > 0 else fell} {size}"


def rank(number: int) -> str:
    """1st, 2nd, 3rd, 11th, 22nd."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def listed(items: Sequence[str], language: str = "en") -> str:
    """A, B and C."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {_AND[language]} {items[-1]}"
