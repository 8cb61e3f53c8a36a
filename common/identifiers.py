"""Codes and names as files hold them: what spreadsheets do to codes, and what they write for nothing."""

import re
from functools import lru_cache

_SCIENTIFIC = re.compile(r"\d+([.,]\d+)?E\+?\d+", re.ASCII | re.IGNORECASE)
_FRACTION = re.compile(r"\d{6,}[.,]0+", re.ASCII)
_BLANKS = frozenset(("", "na", "nil", "none", "null", "nan", "not applicable", "not available", "undefined", "blank"))


@lru_cache(maxsize=4096)
def is_blank(text: str) -> bool:
    """Whether a cell says that there is nothing: empty, "-", "N/A", "NULL"."""
    return len(text) < 16 and re.sub(r"[^\w ]+|_", "", text).strip().lower() in _BLANKS


def damage(code: str) -> str:
    """What a spreadsheet did to a code, as the end of a sentence; empty for one that is whole."""
    if "+" not in code and "." not in code and "," not in code:
        return ""
    if _SCIENTIFIC.fullmatch(code) and "+" in code:
        return f"was cut short by the spreadsheet ({code}): format its column as text, and export it again"
    if _FRACTION.fullmatch(code):
        return f"was taken for a number by the spreadsheet ({code}): format its column as text, and export it again"
    return ""


def without_zeros(code: str) -> str:
    """The key under which a code is found whose leading zeros a spreadsheet has lost; as written for other codes."""
    key = code.lower()
    return key.lstrip("0") or "0" if key.isdigit() and key.isascii() else key
