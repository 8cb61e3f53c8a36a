"""Numbers as people and spreadsheets write them: what cannot be mistaken is read, for the rest a file is asked."""

import re
from decimal import Decimal
from functools import lru_cache

_PLAIN = re.compile(r"-?\d{1,15}(\.\d{1,9})?", re.ASCII)
_SPACES = str.maketrans({"\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2212": "-"})
_SIGN = r"(?:GH[S₵¢C]?|₵|¢)"
_DRESSED = re.compile(
    rf"(?P<open>\()? *(?P<before>[+-])? *{_SIGN}? *(?P<after>[+-])? *(?P<digits>[\d.,][\d., ]*?) *{_SIGN}?"
    r" *(?P<behind>-)?(?(open) *\))",
    re.ASCII | re.IGNORECASE,
)
_GROUPED = r"(?P<whole>[1-9]\d{{0,2}}(?:(?P<gap>[{group} ])\d{{3}})(?:(?P=gap)\d{{3}})*|\d{{1,15}})?"
_PART = r"(?:{point}(?P<part>\d{{0,9}}))?"
_DIGITS = {
    mark: re.compile((_GROUPED + _PART).format(group=group, point=point), re.ASCII)
    for mark, group, point in ((".", ",", r"\."), (",", r"\.", ","))
}
_EITHER = re.compile(r"[1-9]\d{0,2}[.,]\d{3}", re.ASCII)


def number(text: str, mark: str = ".") -> Decimal | None:
    """`GHS 1,250.00`, `(2)`, `.50` or `1 250,00` as a number, by the decimal mark of its file; None for what is none.

    A text that fits the other mark only cannot be mistaken, and is read by that.
    """
    if mark == "." and _PLAIN.fullmatch(text):
        return Decimal(text)
    return _dressed(text, mark)


class NumberMarks:
    """Learns from the numbers of a file whether its decimal mark is the point or the comma."""

    def __init__(self, delimiter: str) -> None:
        self.delimiter = delimiter
        self.marks: set[str] = set()
        self.comma_groups = False
        self.either_way: dict[str, tuple[int, str]] = {}

    def see(self, line: int, text: str) -> None:
        if "," not in text and "." not in text:
            return
        digits = _digits(text)
        if _EITHER.fullmatch(digits):
            self.either_way.setdefault("," if "," in digits else ".", (line, text))
            return
        fits = {mark for mark in ".," if _DIGITS[mark].fullmatch(digits)}
        if len(fits) == 1:
            self.marks |= fits
            self.comma_groups |= fits == {"."} and "," in digits

    @property
    def mark(self) -> str:
        """The decimal mark, as far as the file tells. Between semicolons or tabs a lone comma is one."""
        if self.marks:
            return max(self.marks)
        return "." if self.delimiter == "," else ","

    @property
    def doubt(self) -> tuple[int, str] | None:
        """The first number, with its line, that reads otherwise by the other mark, where the file does not tell."""
        if self.marks == {"."}:
            open_ = self.delimiter != "," and "," in self.either_way and not self.comma_groups
        else:
            open_ = len(self.marks) == 2 or (not self.marks and self.delimiter != "," and "." in self.either_way)
        return min(self.either_way.values(), default=None) if open_ else None


def _digits(text: str) -> str:
    dressed = _DRESSED.fullmatch(text.translate(_SPACES).strip())
    return dressed["digits"] if dressed else ""


@lru_cache(maxsize=4096)
def _dressed(text: str, mark: str) -> Decimal | None:
    dressed = _DRESSED.fullmatch(text.translate(_SPACES).strip())
    if not dressed or len([sign for sign in dressed.group("open", "before", "after", "behind") if sign]) > 1:
        return None
    for each in (mark, "," if mark == "." else "."):
        found = _DIGITS[each].fullmatch(dressed["digits"])
        if found and (found["whole"] or found["part"]):
            whole = re.sub(r"\D", "", found["whole"] or "0")
            value = Decimal(f"{whole}.{found['part'] or '0'}")
            return -value if dressed["open"] or "-" in dressed.group("before", "after", "behind") else value
    return None
