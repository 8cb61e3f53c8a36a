"""Words and sizes of a text, in the form in which requests and goods are compared."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache

_UNITS = {
    "g": ("g", 1, "g|gm|gms|grams?|grammes?"),
    "kg": ("g", 1000, "kgs?|kilos?|kilograms?"),
    "ml": ("ml", 1, "mls?|millilit(?:re|er)s?"),
    "cl": ("ml", 10, "cl"),
    "l": ("ml", 1000, "l|lt|ltrs?|lit(?:re|er)s?"),
    "in": ("in", 1, "\"|''|inch(?:es)?"),
    "cm": ("cm", 1, "cms?|centimet(?:re|er)s?"),
    "m": ("cm", 100, "m|mtrs?|met(?:re|er)s?"),
    "w": ("w", 1, "w|watts?"),
    "mah": ("mah", 1, "mah"),
    "kva": ("va", 1000, "kva"),
    "va": ("va", 1, "va"),
    "v": ("v", 1, "volts?"),
    "gb": ("gb", 1, "gb|gig(?:abyte)?s?"),
    "pack": ("pack", 1, "packs?|pcs|pieces in"),
    "burner": ("burner", 1, "burners?"),
    "way": ("way", 1, "ways?|gangs?|sockets?"),
}
NUMBER = r"(?:\d+/\d+|\d[\d,]*(?:\.\d+)?)"
SIZE = re.compile(
    rf"(?<![\w.])(?P<number>{NUMBER})(?:(?P<inch>in\b)|[\s-]*(?:"
    + "|".join(f"(?P<{name}>(?:{spelt})(?![^\\W_]))" for name, (_, _, spelt) in _UNITS.items())
    + "))",
    re.IGNORECASE,
)
_TOKEN = re.compile(rf"(?<![\w.]){NUMBER}(?![\w])|[^\W_]+(?:['’][^\W_]+)?")
_QUOTES = str.maketrans({"”": '"', "“": '"', "″": '"', "’": "'", "–": "-", "—": "-"})


@dataclass(frozen=True, slots=True)
class Size:
    """An amount of a base unit: 5 kg is 5,000 of `g`. `plain` is the number as written."""

    amount: Decimal
    unit: str
    plain: Decimal


def clean(text: str) -> str:
    """Lower case, with one kind of quotes and dashes."""
    return " ".join(text.translate(_QUOTES).casefold().split())


def sizes(text: str) -> tuple[str, list[Size]]:
    """The sizes in a clean text, and what is left of the text."""
    found: list[Size] = []

    def take(match: re.Match[str]) -> str:
        plain = decimal(match["number"])
        unit, times, _ = _UNITS[next(name for name in ("inch", *_UNITS) if match[name]).replace("inch", "in")]
        found.append(Size(plain * times, unit, plain))
        return " "

    return SIZE.sub(take, text), found


def tokens(text: str) -> list[str]:
    """The stems and numbers of a clean text, in order."""
    return [match.group() if match.group()[0].isdigit() else stem(match.group()) for match in _TOKEN.finditer(text)]


def decimal(written: str) -> Decimal:
    """3, 3,000, 1.5 or 3/4 as a number."""
    try:
        if "/" in written:
            over, under = written.split("/")
            return (Decimal(over) / Decimal(under)).normalize()
        return Decimal(written.replace(",", ""))
    except (InvalidOperation, ZeroDivisionError):
        return Decimal(0)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Singular: "tomatoes" and "tomato", "batteries" and "battery" are the same word."""
    word = re.sub(r"['’]s?$", "", word)
    if word in ("goes", "does"):
        return word[:-2]
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "ches", "shes", "oes")) and len(word) > (5 if word.endswith("oes") else 4):
        return word[:-2]
    if len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("ph", "f"),
        ("c(?=[eiy])|z", "s"),
        ("[cq]", "k"),
        ("x", "ks"),
        ("[aeou]r(?![aeiou])|re$", "a"),
        ("[ey]", "i"),
        ("u", "o"),
        (r"(.)\1+", r"\1"),
        ("(?<=...)i$", ""),
    )
)


def sound(word: str) -> str:
    """How a word sounds to who writes by ear: "siment" and "cement", "lantan" and "lantern" are the same."""
    for pattern, said in _SOUNDS:
        word = pattern.sub(said, word)
    return word
