"""Text to plain lower-case tokens in one spelling, each remembering where it stood in the original."""

import re
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from ai_features.services.query_intelligence.days.almanac import MONTHS, WEEKDAYS
from ai_features.services.query_intelligence.periods.traps import traps

_TOKEN = re.compile(
    r"2(?:day|moro)\b|\d{4}-\d{1,2}-\d{1,2}|\d{4}/\d{1,2}/\d{1,2}|\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}|"
    r"\d{4}-?w\d{1,2}\b|\d{4}-?[qh][1-4]\b"
    r"|\d{4}-\d{2}(?!\d|-)|\d{1,2}/\d{1,4}|\d+(?:[.,]\d+)+|\d+(?:st|nd|rd|th)\b|\d+(?![hH]\b)|[qh][1-4]\b|[12]h\b|\.\.+"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)?|\S",
    re.IGNORECASE,
)
_CARDINAL = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "sixty", "ninety",
    "hundred",
)  # fmt: skip
_ORDINAL = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth", "thirtieth",
)  # fmt: skip
_NUMBERS = dict(zip(_CARDINAL, [*range(1, 21), 30, 60, 90, 100], strict=True))
_ORDINALS = dict(zip(_ORDINAL, [*range(1, 21), 30], strict=True))
_SAME = {
    "past": "last", "pass": "last", "previous": "last", "prev": "last", "preceding": "last", "trailing": "last",
    "rolling": "last", "lst": "last", "previus": "last", "current": "this", "dis": "this", "ongoing": "this",
    "wk": "week", "mth": "month", "mnth": "month", "yr": "year", "qtr": "quarter", "wkend": "weekend",
    "wknd": "weekend", "2day": "today", "tday": "today", "tody": "today", "2dae": "today", "yday": "yesterday",
    "yest": "yesterday", "tmrw": "tomorrow", "2moro": "tomorrow", "tomoro": "tomorrow", "till": "to", "until": "to",
    "til": "to", "through": "to", "thru": "to", "upto": "to", "–": "-", "—": "-", "weds": "wednesday",
    "tues": "tuesday", "thurs": "thursday", "thur": "thursday", "sept": "september", "btw": "between",
    "btwn": "between", "b4": "before", "an": "a", "onward": "onwards", "annum": "year", "jully": "july",
    "juli": "july", "juin": "june", "starting": "since", "beginning": "start", "pas": "last", "wen": "wey",
    "sallah": "eid", "mach": "march", "marh": "march", "mrch": "march", "apil": "april", "aprl": "april", "..": "-",
    "/": "-",
}  # fmt: skip
_SHORT = {name[:3]: name for name in (*MONTHS, *WEEKDAYS) if name != "may"}
_DOUBTFUL = {"mon", "wed", "sat", "sun", "mar", "may", "march", "second", "dec", "jan"}
_BEFORE_NAME = {
    "in", "of", "for", "since", "from", "to", "between", "and", "last", "this", "next", "during", "-", "on", "by", "vs",
    "versus", "after", "before", "every", "each", "with", "early", "late", "mid", "than", "month", "against",
    "except", "excluding", "until", "week", "year", "over", "about", "around", "end", "start",
}  # fmt: skip
_UNITS = ("day", "week", "month", "quarter", "year", "weekend", "fortnight")
_FUZZY = (*MONTHS, *WEEKDAYS, "yesterday", "tomorrow", "quarter", "weekend", "fortnight", "today", "month", "between")
_REAL = {
    "match", "larch", "mary", "money", "marc", "marsh", "many", "monthly", "weekly", "daily", "quarterly", "yearly",
    "starch", "munch", "month", "moth", "mouth", "augusta", "weaken", "quarters", "sundry", "sunny", "merch", "toddy",
    "todd", "apply", "apples", "apple", "januarie", "marcha", "macho", "teddy", "ready", "marcus", "weeken", "mount",
    "toys", "march", "maria", "marie", "monday", "montha", "moncha", "batch", "watch", "april", "juliet", "julia",
    "patch", "reach", "which", "much", "each", "bench", "french", "torch", "branch", "ranch", "parch", "toady",
}  # fmt: skip
_DROP = {"the", "just", "don"}
_MISHEARD = {"weak": "week", "moth": "month", "mouth": "month", "mont": "month", "yer": "year", "yeer": "year"}
_WAYS = ("last", "this", "next", "past", "previous", "first", "second", "third")
_NO_WAYS = {"list", "least", "fast", "east", "best", "lost", "cast", "thin", "that", "text", "test", "words", "fist"}
"""What stands before a unit and is no misspelt "last" or "this"."""


@dataclass(frozen=True)
class Text:
    """The normal form, one space between tokens, and for each token where it begins there and stood originally."""

    normal: str
    starts: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]

    def original(self, start: int, stop: int) -> tuple[int, int]:
        """Where the normal form's `[start, stop)` stood in the text as written."""
        inside = [span for at, span in zip(self.starts, self.spans, strict=True) if start <= at < stop]
        return inside[0][0], inside[-1][1]


def read(text: str) -> Text:
    """Normalise `text`. Words that carry no meaning for dates ("the") are left out."""
    found = [(match.group().lower(), match.span(), match.group()) for match in _TOKEN.finditer(text)]
    pieces: list[tuple[str, tuple[int, int]]] = []
    no_time = traps(text, found)
    for place, (token, span, written) in enumerate(found):
        before = pieces[-1][0] if pieces else ""
        after = found[place + 1][0] if place + 1 < len(found) else ""
        spelt = [f"_{token}"] if place in no_time else _spell(token, written, before, after, alone=len(found) == 1)
        for word in spelt:
            shortened = word == "." and before in MONTHS and len(found[place - 1][0]) <= 4 and after[:1].isdigit()
            if not shortened and not _is_noise(word, before, after):
                pieces.append((word, span))
    starts, at = [], 0
    for word, _ in pieces:
        starts.append(at)
        at += len(word) + 1
    return Text(" ".join(word for word, _ in pieces), tuple(starts), tuple(span for _, span in pieces))


def _is_noise(word: str, before: str, after: str) -> bool:
    if word in ("'", "’"):
        return not after[:1].isdigit()
    hyphened = word == "-" and {before, after} & {"to", "date", "mid", "so", "far", "end", "ul", "al", "eid"}
    return word in _DROP or bool(hyphened)


def _spell(raw: str, written: str, before: str, after: str, *, alone: bool) -> list[str]:
    word = re.sub(r"(?<=.)['’]s?$", "", raw)
    if glued := re.fullmatch(r"(last|this|next)(day|week|month|quarter|year|weekend)", word):
        return [glued[1], glued[2]]
    if re.fullmatch(r"[12]h", word):
        return [f"h{word[0]}"]
    if word in ("pass", "pas") and after in ("last", "past", "this", "dis", "next", "all", "everybody"):
        return ["surpass"]
    if word == "prior" and after in _UNITS:
        word = "last"
    if word in _MISHEARD and before in ("last", "this", "next"):
        word = _MISHEARD[word]
    word = _SAME.get(word, word)
    if after in _UNITS or after.rstrip("s") in _UNITS or after in _MISHEARD or after in MONTHS or after in WEEKDAYS:
        word = _SAME.get(way := _way(word), way)
    if not word.isalpha() or word == "weekends" or (word.endswith("days") and word[:-1] in WEEKDAYS):
        return [word]
    singular = _SAME.get(word[:-1], word[:-1])
    if word.endswith("s") and singular in _UNITS:
        return [singular]
    return [_named(word, written, before, after, alone)]


def _way(word: str) -> str:
    """The "last", "this" or "first" that a misspelt word before a unit must be, or the word itself."""
    if len(word) < 3 or word in _NO_WAYS or word in _WAYS or not word.isalpha():
        return word
    near = [way for way in _WAYS if OSA.distance(word, way) == 1 and (word[0] == way[0] or len(word) > 3)]
    return near[0] if len(near) == 1 else word


def _named(word: str, written: str, before: str, after: str, alone: bool) -> str:
    """A number word as digits, an abbreviation in full, a misspelling put right."""
    if word in _NUMBERS:
        return str(_NUMBERS[word])
    if word in _ORDINALS:
        return _th(_ORDINALS[word])
    if word in _DOUBTFUL and not _names_time(word, written, before, after, alone):
        return f"_{word}"
    return _SHORT.get(word) or _nearly(word)


def _names_time(word: str, written: str, before: str, after: str, alone: bool) -> bool:
    """Whether a word like "may" or "sat" is meant as a month or day here."""
    if word in ("march", "jan", "dec", "mar"):
        return True
    beside_number = bool(re.match(r"\d", before) or re.match(r"\d", after))
    if alone or beside_number or before in _BEFORE_NAME or after in ("to", "-"):
        return True
    return word == "may" and (after == "day" or (written[0].isupper() and before != ""))


def _nearly(token: str) -> str:
    """The month, weekday or unit that a misspelt word must be, or the word itself."""
    if len(token) < 5 or token in _REAL or token in _FUZZY:
        return token
    near = [(OSA.distance(token, name), name) for name in _FUZZY if name[0] == token[0]]
    allowed = [(distance, name) for distance, name in near if distance <= (1 if len(name) < 7 else 2)]
    return min(allowed, key=lambda each: each[0])[1] if allowed else token


def _th(number: int) -> str:
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"
