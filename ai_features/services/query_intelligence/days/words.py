"""Tokens in one spelling, and which symbols of the grammar of days each of them may be."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from rapidfuzz.distance import OSA

from ai_features.services.query_intelligence.days.almanac import MONTHS, WEEKDAYS
from ai_features.services.query_intelligence.days.chart import Word
from ai_features.services.query_intelligence.tokens import Token


def _lines(kind: str) -> list[tuple[str, list[str]]]:
    """The rows of a kind in words.tsv: what they mean, and the words that mean it."""
    rows = (line.split(" | ") for line in _TABLE.splitlines() if not line.startswith("#"))
    return [(row[1], row[2].split()) for row in rows if row[0] == kind]


def _meanings(kind: str) -> dict[str, str]:
    return {word: meaning for meaning, words in _lines(kind) for word in words}


def _set(name: str) -> frozenset[str]:
    return frozenset(word for meaning, words in _lines("set") if meaning == name for word in words)


_TABLE = Path(__file__).with_name("words.tsv").read_text(encoding="utf-8")
_SAME = _meanings("spelt")
_AFTER = {
    (before, word): meaning
    for kind in sorted({line.split(" | ")[0] for line in _TABLE.splitlines() if line.startswith("after ")})
    for word, meaning in _meanings(kind).items()
    for before in kind.split()[1:]
}
_NUMBERS = {word: int(number) for word, number in _meanings("number").items()}
_ORDINALS = {word: int(number) for word, number in _meanings("nth").items()}
_REAL, _AMOUNT_BEFORE, _AMOUNT_AFTER = _set("real"), _set("amount before"), _set("amount after")
_YEAR_BEFORE = _set("year before")
_RANKED, _NOT_MAY, _FIGURES = _set("ranked"), _set("not may"), _set("figure")
_SHORT = {name[:3]: name for name in (*MONTHS, *WEEKDAYS) if name != "may"}
UNITS = ("day", "week", "month", "quarter", "year", "fortnight")
HOURS = {
    "morning": range(5, 12),
    "afternoon": range(12, 17),
    "evening": range(17, 22),
    "night": range(18, 24),
}
HABITS = {"mornings": "morning", "afternoons": "afternoon", "evenings": "evening", "nights": "night"}
_WAYS = ("last", "this", "next", "past", "previous", "first", "second", "third")
_REPAIRED = (
    *MONTHS,
    *WEEKDAYS,
    "yesterday",
    "tomorrow",
    "quarter",
    "weekend",
    "fortnight",
    "today",
    "month",
    "between",
    "christmas",
)
_GLUED = re.compile(r"(last|past|this|next)(\d{0,3})(day|weekend|week|month|quarter|year)s?")
_DATE = re.compile(r"(\d+)([-/.])(\d+)\2(\d+)")
_PAIR = re.compile(r"(\d+)[-/](\d+)")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))? ?(?:([ap])\.?m\.?)?")
_NTH = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
_PART = re.compile(r"([qhw])(\d{1,2})")
_PARTS = {"q": "quarter", "h": "half"}
_SHORT_YEARS = range(15, 50)
_COST = 0.1


def worded(tokens: Sequence[Token], known: Callable[[str], bool]) -> tuple[list[Word], list[float]]:
    """Each token as the grammar knows it, and what its repair costs."""
    words, costs = [], []
    for place, token in enumerate(tokens):
        spelt = _spelt(tokens, place, known)
        costs.append(_COST if _repaired(token.word, spelt) else 0.0)
        words.append(Word(spelt, dict(_symbols(tokens, place, spelt))))
    return words, costs


def _repaired(word: str, spelt: str) -> bool:
    return word != spelt and word not in _SAME and word not in _SHORT


def _spelt(tokens: Sequence[Token], place: int, known: Callable[[str], bool]) -> str:
    word = tokens[place].word
    word = _AFTER.get((_before(tokens, place), word)) or _SAME.get(word, word)
    after = _after(tokens, place)
    if word in _SHORT:
        return _SHORT[word]
    if after in UNITS or after in MONTHS or after in WEEKDAYS or after == "weekend":
        word = _near(word, _WAYS) if not known(word) and word not in _REAL else word
        word = _SAME.get(word, word)
    fine = len(word) < 5 or not word.isalpha() or word in _REAL or word in _vocabulary() or known(word)
    return word if fine else _near(word, _REPAIRED)


@cache
def _vocabulary() -> frozenset[str]:
    plural = [f"{day}s" for day in (*WEEKDAYS, "weekend")]
    return frozenset({*_REPAIRED, *_NUMBERS, *_ORDINALS, *UNITS, *HOURS, *_SAME.values(), *plural})


def _near(word: str, names: Sequence[str]) -> str:
    """The one name that a misspelt word must be, or the word itself."""
    if len(word) < 3 or not word.isalpha():
        return word
    near = [(OSA.distance(word, name, score_cutoff=2), name) for name in names if name[0] == word[0]]
    allowed = sorted((distance, name) for distance, name in near if distance <= (1 if len(name) < 7 else 2))
    return allowed[0][1] if allowed else word


def _before(tokens: Sequence[Token], place: int) -> str:
    word = tokens[place - 1].word if place else ""
    return _SAME.get(word, word)


def _after(tokens: Sequence[Token], place: int) -> str:
    word = tokens[place + 1].word if place + 1 < len(tokens) else ""
    word = _SHORT.get(word, word)
    return _SAME.get(word, word)


def _symbols(tokens: Sequence[Token], place: int, word: str) -> Iterator[tuple[str, Any]]:
    """Every symbol that the token at `place` may be."""
    if word[:1].isdigit() or _PART.fullmatch(word):
        yield from _figures(tokens, place, word)
    elif word in _NUMBERS:
        yield "NUM", _NUMBERS[word]
        yield "D", _NUMBERS[word]
    elif word in _ORDINALS:
        yield "NTH", _ORDINALS[word]
        yield "D", _ORDINALS[word]
    elif glued := _GLUED.fullmatch(word):
        yield "GLUED", glued.groups()
    else:
        yield from _names(tokens, place, word)


def _names(tokens: Sequence[Token], place: int, word: str) -> Iterator[tuple[str, Any]]:
    single = word.removesuffix("s")
    if word in UNITS:
        yield "UNIT", word
    if word in HABITS:
        yield "HABIT", tuple(HOURS[HABITS[word]])
    if word in HOURS:
        yield "PART", tuple(HOURS[word])
    if word in MONTHS and _names_time(tokens, place):
        yield "MONTH", MONTHS.index(word) + 1
    if word in WEEKDAYS and _names_time(tokens, place):
        yield "WEEKDAY", WEEKDAYS.index(word)
    if word != single and single in WEEKDAYS:
        yield "WEEKDAYS", (WEEKDAYS.index(single) + 1,)
    if word == "weekends":
        yield "WEEKDAYS", (6, 7)


_DOUBTFUL = frozenset({"may", "mon", "wed", "sat", "sun"})


def _names_time(tokens: Sequence[Token], place: int) -> bool:
    """Whether "may", "sat" or "sun" is meant as a month or a day: not before "I", nor in mid-air."""
    word, after = tokens[place].word, _after(tokens, place)
    if word == "march":
        return after not in ("out", "past")
    if word not in _DOUBTFUL:
        return True
    before = _before(tokens, place)
    lonely = len(tokens) > 1 and not before and after not in ("to", "-", "and", "&", "day", *WEEKDAYS, *HOURS, *HABITS)
    return after not in _NOT_MAY and not (lonely and not after[:1].isdigit() and not _beside_figures(after))


def _beside_figures(after: str) -> bool:
    return after in _FIGURES or after in MONTHS


def _figures(tokens: Sequence[Token], place: int, word: str) -> Iterator[tuple[str, Any]]:
    if clock := _clock(word):
        yield "CLOCK", clock
    if part := _PART.fullmatch(word):
        number = int(part[2])
        yield from [("WEEK_NUMBER", number)] if part[1] == "w" else [("Q", (_PARTS[part[1]], number))]
    if word.isdigit() and len(word) <= 4:
        yield "NUM", int(word)
    if _NTH.fullmatch(word):
        yield "NTH", int(word[:-2])
    if not _is_amount(tokens, place):
        yield from _dates(tokens, place, word)


def _dates(tokens: Sequence[Token], place: int, word: str) -> Iterator[tuple[str, Any]]:
    if tokens[place].text[0] in "'’":
        yield "YEAR", 2000 + int(word)
        return
    after = _after(tokens, place)
    if word.isdigit() and len(word) <= 4:
        yield from _bare(int(word), len(word), after)
    if _NTH.fullmatch(word):
        yield "D", int(word[:-2])
        if after not in _RANKED and after not in UNITS:
            yield "ORDINAL", int(word[:-2])
    if full := _DATE.fullmatch(word):
        yield "DATE", _in_order(int(full[1]), int(full[3]), full[4], iso=len(full[1]) == 4)
    elif (two := _PAIR.fullmatch(word)) and word != "24/7":
        yield "TWO", (two[1], two[2])


def _bare(number: int, digits: int, after: str) -> Iterator[tuple[str, int]]:
    """What a number alone may be: a day of a month, the end of a year, a year."""
    if digits <= 2 and after not in UNITS:
        yield "D", number
        if number in _SHORT_YEARS:
            yield "YY", 2000 + number
    if digits == 4 and 1900 <= number <= 2100:
        yield "YEAR", number


def _in_order(first: int, month: int, last: str, *, iso: bool) -> tuple[int, int, int]:
    """Year, month and day; day before month, as Ghana writes it."""
    if iso:
        return first, month, int(last)
    return int(last) + (2000 if len(last) == 2 else 0), month, first


def _clock(word: str) -> tuple[int, bool] | None:
    """The hour of "8am" or "10:30", and whether it is a whole one; a bare number is none."""
    found = _CLOCK.fullmatch(word)
    if not found or not (found[2] or found[3]) or (not found[3] and ":" not in word):
        return None
    hour = int(found[1])
    if found[3]:
        hour = hour % 12 + 12 * (found[3] == "p")
    return hour, not int(found[2] or 0)


def _is_amount(tokens: Sequence[Token], place: int) -> bool:
    """Whether a number counts something else or is part of a code: "top 5 March", "over 2000 cedis", "INV-2025"."""
    before, after = _before(tokens, place), tokens[place + 1].word if place + 1 < len(tokens) else ""
    if _SHORT.get(before[:3]) == before or before in _YEAR_BEFORE:
        return False
    if tokens[place].word[-1].isdigit() and (before in _AMOUNT_BEFORE or after in _AMOUNT_AFTER):
        return True
    if not tokens[place].word.isalnum() and _after(tokens, place) in UNITS:
        return True
    code = tokens[place - 2] if before == "-" and place > 1 else None
    near = code is not None and code.stop == tokens[place - 1].start and tokens[place - 1].stop == tokens[place].start
    dated = code is not None and (code.word[:3] in _SHORT or _PART.fullmatch(code.word))
    return bool(near and code and code.text.isupper() and not dated)
