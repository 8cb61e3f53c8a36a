"""The words, numbers and signs of a text, each with where it stands; and spans of them with what they mean."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import islice
from typing import Any

MOST_TOKENS = 200
_TOKEN = re.compile(
    r"""
    \d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d) | \d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2})(?!\d)   # 2026-06-01, 1/6/2026
  | \d{4}[-/]\d{1,2}(?!\d) | \d{1,2}[-/](?:19|20)\d\d(?!\d) | \d{1,2}/\d{1,2}(?![\d/])    # 2026-6, 6-2026, 1/6
  | \d{1,2}:\d{2}(?:\ ?[ap]\.?m\b\.?)? | \d{1,2}(?:\.\d{2})?[ap]m\b                       # 10:30, 8am
  | ['’]\d\d(?![^\W_])                                                                     # '25
  | \d+(?:st|nd|rd|th)\b                                                                  # 12th
  | 2(?:day|moro|morrow|mrw|nite|night)\b                                                 # 2day
  | \d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d) | \d+(?:\.\d+)?                                    # 1,500.50
  | \bw/[cdeo]\b                                                                          # w/c, w/o
  | [^\W\d_](?:[^\W_]|['’ʼ`](?=[^\W\d_]))*                                                  # haven't, A15
  | [<>]=? | [=%&+/@₵$€£–—-]
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BEFORE, _AFTER = re.compile(r"[^\W_]+$"), re.compile(r"[^\W_]+")
_HYPHEN = re.compile(r"[-–—]\d")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_LONGEST = 40
_MONTHS = frozenset(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])
_PLAIN = str.maketrans({"ɛ": "e", "ɔ": "o", "ŋ": "n", "ı": "i", "–": "-", "—": "-"})
_APOSTROPHE = re.compile(r"['’ʼ`]s?$|['’ʼ`]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word as written; `word` is its plain form (lower case, no accents, no possessive, no apostrophes).

    `start` and `stop` are its characters in the text.
    """

    text: str
    word: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Span:
    """Tokens `[start, stop)` and the part they may play. Each repair and assumption costs; plain reading costs 0."""

    start: int
    stop: int
    role: str
    value: Any
    cost: float = 0.0
    note: str = ""


def tokenise(text: str) -> tuple[Token, ...]:
    """The first `MOST_TOKENS` tokens of a text, in time linear in its length.

    A hyphen is a token only where it does not join two words; other punctuation is dropped.
    """
    found = (match for match in _TOKEN.finditer(text) if not _joins(text, match))
    return tuple(Token(each.group(), plain(each.group()), *each.span()) for each in islice(found, MOST_TOKENS))


def plain(word: str) -> str:
    """The form in which words are compared: "Kofi's" is "kofi", "haven't" is "havent", "Café" is "cafe"."""
    folded = unicodedata.normalize("NFKD", word.casefold().translate(_PLAIN))
    bare = "".join(each for each in folded if not unicodedata.combining(each))
    return _APOSTROPHE.sub("", bare)


def _joins(text: str, match: re.Match[str]) -> bool:
    """Whether this is the hyphen of "month-to-date", "Bel-Aqua" or "4-pack", which only separates two words.

    Between figures, and beside a month or a time, it may be that of a range.
    """
    if match.group() not in "-–—":
        return False
    before, after = _BEFORE.search(text[: match.start()][-_LONGEST:]), _AFTER.match(text[match.end() :][:_LONGEST])
    if not before or not after or _HYPHEN.match(text[match.end() + after.end() :]):
        return False
    words = before.group(), after.group()
    if any(word[:3].casefold() in _MONTHS for word in words):
        return all(map(str.isalpha, words))
    plain_words = all(word.isalpha() or word.isdigit() for word in words)
    return plain_words and any(map(str.isalpha, words)) and not _YEAR.match(words[1])
