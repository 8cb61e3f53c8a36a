"""The words of English: what is one of them is no name that a model made up, and no name misspelt."""

import gzip
import re
from functools import cache
from pathlib import Path

_PARTS = re.compile(r"[a-z]+(?:'[a-z]+)?")


def is_word(word: str) -> bool:
    """Whether a word in small letters without accents is English; of one with a hyphen, whether each part is."""
    return all(part in _known() or part.split("'")[0] in _known() for part in _PARTS.findall(word))


def is_common(word: str) -> bool:
    """Whether it is one of the eleven thousand words that are met most."""
    return word in _common()


@cache
def _known() -> frozenset[str]:
    return frozenset(word for word in _read().split() if len(word) > 1 or word in "ai")


@cache
def _common() -> frozenset[str]:
    return frozenset(_read().partition("\n\n")[0].split())


def _read() -> str:
    return gzip.decompress((Path(__file__).parent / "words.txt.gz").read_bytes()).decode()
