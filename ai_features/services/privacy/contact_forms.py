"""Contact data and identity numbers, found by their form: whatever stands between digits, or in place of signs."""

import re
from collections.abc import Iterator
from itertools import pairwise

Found = tuple[int, int, str]
"""Start, end, and what stands in its place."""

_AT = r"(?:[\W_]{0,3}@[\W_]{0,3}|[\W_]{1,4}at[\W_]{1,4})"
_DOT = r"(?:[\W_]{0,2}\.[\W_]{0,2}|[\W_]{1,4}(?:dot|point|period)[\W_]{1,4})"
_ENDINGS = r"(?:com|net|org|edu|gov|info|biz|africa|gh|ng|uk|us|eu|de|fr|io|me|co|tv|app|shop|store|online|site|xyz)\b"
_HOSTS = r"(?:g\s?mail|google\s?mail|yahoo|y\s?mail|hot\s?mail|outlook|icloud|live|msn|aol|proton(?:mail)?|zoho|gmx)\b"
_LOCAL = r"[\w.+-]+(?:\s+(?:dot|underscore|dash)\s+[\w.+-]+)*"
_WRITTEN = tuple(
    (re.compile(pattern, re.IGNORECASE), stand_in)
    for pattern, stand_in in (
        (rf"{_LOCAL}{_AT}{_HOSTS}(?:{_DOT}{_ENDINGS})*", "[email]"),
        (rf"{_LOCAL}{_AT}[\w-]+(?:\.[\w-]+)*\.{_ENDINGS}", "[email]"),
        (rf"{_LOCAL}[\W_]{{1,4}}at[\W_]{{1,4}}[\w-]+(?:[\W_]{{1,3}}dot[\W_]{{1,3}}[\w-]+)+", "[email]"),
        (r"[\w.+-]+\s?@\s?[\w-]*[^\W\d_][\w-]*(?:\.[\w-]+|\s\.\s[\w-]+|\s?\.\s?(?:com|net|org|edu|gh)\b)+", "[email]"),
        (r"[\w.+-]+@[\w-]*[^\W\d_][\w.-]*", "[email]"),
        (r"\b(?:https?://|www\.)\S+", "[link]"),
        (rf"\b[\w-]+(?:\.[\w-]+)*\.{_ENDINGS}(?:/\S*)?", "[link]"),
        (r"\b[a-z][a-z\d][-_.\s]{0,2}\d{3,4}[-_.]\s?\d{4}\b|\b[a-z][a-z\d]\d{7,8}\b", "[address]"),
        (
            r"\bp\.?\s?o\.?\s?box\s+(?:[a-z]{1,3}\s?)?\d+|\b(?:h(?:ouse|/|se)?\s?(?:no|number|#)\.?|plot)\s?\w{0,3}\s?\d+",
            "[address]",
        ),
        (r"-?\d{1,3}\.\d{4,}\s?[,;\s]\s?-?\d{1,3}\.\d{4,}", "[address]"),
    )
)


def contacts(text: str) -> Iterator[Found]:
    """Emails, links, addresses, phones and long numbers in a text, those that begin first and are longest first."""
    found = [(each.start(), each.end(), stand_in) for pattern, stand_in in _WRITTEN for each in pattern.finditer(text)]
    found += [*_numbers(text), *_spelled(text)]
    position = 0
    for start, end, stand_in in sorted(found, key=lambda each: (each[0], -each[1])):
        if start >= position:
            yield start, end, stand_in
            position = end


# Numbers: any seven digits, whatever stands between them, unless they read as a day, an hour, an amount or a list.

_BETWEEN = r"[\s().,:;_·•*|#'’\"/\\=~+–—‐‑-]"
_RUN = re.compile(rf"[+(]{{0,2}}\d(?:{_BETWEEN}{{0,3}}\d)*")
_LIKE_DIGITS = re.compile(r"(?<![^\W_])(?=[OoIl\d]*\d)[OoIl\d]{3,}(?![^\W_])")
_PHONE = re.compile(r"(?:00)?233[2-9]\d{8}|0[2-9]\d{8}")
_DAY = (
    r"(?:(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.](?:\d{4}|\d\d))"
    r"(?![-/.]?\d)"
)
_DAYS = re.compile(rf"(?:{_DAY}|\d{{1,2}}:\d\d(?::\d\d)?)(?:{_BETWEEN}+(?:{_DAY}|\d{{1,2}}:\d\d(?::\d\d)?))*")
_AMOUNT = (
    r"(?:[1-9]\d{0,2}(?:,\d{3}){1,2}(?:\.\d{1,2})?|[1-9]\d{0,5}|[1-9]\d{0,7}\.\d{1,2}|0(?:\.\d{1,3})?|[1-9]\d{0,5}000)"
)
_ROUND = r"(?:[1-9]\d{0,2}(?:,\d{3}){1,2}|[1-9]\d{0,2}(?: \d{3})? 000|[1-9]\d{0,4}00)"
_YEAR = r"(?:19|20)\d\d"
_FEW = rf"(?:[1-9]\d{{0,2}}(?:\.\d{{1,2}})?|[1-9]\d{{0,3}}00|{_YEAR})"
_KEPT = (
    re.compile(_AMOUNT),
    re.compile(rf"{_ROUND}(?:\s?[-–—/]\s?{_ROUND})?"),
    re.compile(rf"{_YEAR}(?:{_BETWEEN}{{1,3}}{_YEAR})*"),
    re.compile(rf"{_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"),
    re.compile(rf"{_FEW}(?:[,;]\s{_FEW})+"),
)
_SMALL = r"(?:0|[1-9]\d{0,2})"
_RANGES = re.compile(rf"{_SMALL}\s?[-–]\s?{_SMALL}(?:[,;]?\s{_SMALL}(?:\s?[-–]\s?{_SMALL})?)+[\s+]*")
_STEPS = re.compile(rf"{_SMALL}(?:/{_SMALL}){{2,}}")
_DOCUMENT = re.compile(
    r"(?:inv|invoice|receipt|rcp|sale|order|ret|return|sku|po|so)[\s#:.-]*(?:no\.?\s?|number\s)?$", re.IGNORECASE
)
_MONEY = re.compile(r"(?:ghs|gh₵|gh¢|₵|cedis?)\s?$", re.IGNORECASE)
_LETTERS_BEFORE = re.compile(r"(?<![^\W_])[a-z]{1,4}-?$", re.IGNORECASE)
LEAST_DIGITS = 7


def _numbers(text: str) -> Iterator[Found]:
    shadow = _LIKE_DIGITS.sub(lambda found: found.group().translate(str.maketrans("OoIl", "0011")), text)
    for run in _RUN.finditer(shadow):
        digits = re.sub(r"\D", "", run.group())
        before = text[: run.start()]
        if len(digits) < LEAST_DIGITS or _is_ordinary(run.group(), digits, before):
            continue
        glued = _LETTERS_BEFORE.search(before)
        stand_in = "[phone]" if _is_phone(digits) else "[number]"
        yield glued.start() if glued else run.start(), run.end(), stand_in


def _is_phone(digits: str) -> bool:
    return bool(_PHONE.fullmatch(digits))


def _is_ordinary(run: str, digits: str, before: str) -> bool:
    """Whether the digits are a day, an hour, an amount, a few of them, or the number of a document."""
    if _DAYS.fullmatch(run):
        return True
    if _is_phone(digits):
        return False
    if _DOCUMENT.search(before) and len(digits) <= 12:
        return True
    if _MONEY.search(before) and len(digits) <= 11 and re.fullmatch(r"[1-9][\d,]*(?:\.\d\d)?", run):
        return True
    if _LETTERS_BEFORE.search(before):
        return False
    return _is_scale(run) or any(form.fullmatch(run) for form in _KEPT)


def _is_scale(run: str) -> bool:
    """Whether small numbers rise from one to the next: "0-30, 31-60", "30/60/90/120"."""
    steps = re.findall(r"\d+", run)
    rising = all(int(one) <= int(other) for one, other in pairwise(steps))
    return rising and bool(_RANGES.fullmatch(run) or (_STEPS.fullmatch(run) and all(int(s) % 5 == 0 for s in steps)))


# Numbers said in words, digit by digit or two by two.

_UNITS = (
    "zero|oh|o|nought|nil|hwee|one|two|three|four|five|six|seven|eight|nine|baako|mmienu|mienu|mmiensa|miensa|nan|anan|"
    "enan|num|anum|enum|nsia|asia|nson|ason|nwotwe|awotwe|nkron|akron"
)
_PAIRS = (
    "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|"
    "seventy|eighty|ninety"
)
_MORE = {"double": 1, "triple": 2, "treble": 2}
_PART = rf"(?:{_UNITS}|{_PAIRS}|double|triple|treble|\d{{1,12}})"
_SPELLED = re.compile(rf"(?:(?<!\d)(?=\d)|(?<![^\W_])){_PART}(?:[\W_]{{1,3}}{_PART})+\b", re.IGNORECASE)
_TENS_AND_UNIT = re.compile(r"(ty)[\W_]+(?=(?:one|two|three|four|five|six|seven|eight|nine)\b)", re.IGNORECASE)


def _spelled(text: str) -> Iterator[Found]:
    for found in _SPELLED.finditer(text):
        words = re.findall(r"\d+|[^\W\d_]+", _TENS_AND_UNIT.sub(r"\1", found.group()).lower())
        said = [word for word in words if not word.isdigit()]
        if said and sum(map(_digits_in, words)) >= LEAST_DIGITS:
            yield found.start(), found.end(), "[phone]"


def _digits_in(word: str) -> int:
    if word.isdigit():
        return len(word)
    return _MORE.get(word, 2 if re.fullmatch(rf"{_PAIRS}|\w+ty\w+", word) else 1)
