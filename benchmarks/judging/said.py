"""What the response to a question says: its main figures, the rows beside them, and its first sentence."""

import datetime as dt
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import Any

from dateutil import parser as dates

BROKEN = "broken"
ASKED_BACK = frozenset({"clarify"})
REFUSED = frozenset({"not_answerable", "what_if", "not_understood", "help", "small_talk"})
NO_FIGURES = frozenset(
    {"rows", "row_count", "metrics", "period", "compared_with", "before", "drivers", "visualizations", "limit"}
)
FIGURE = re.compile(
    r"GHS (-?[\d,]+(?:\.\d+)?)|(-?\b[\d,]*\d(?:\.\d+)?) ?(?:%|percent|points|units?\b|pieces?\b|days?\b|times\b|sales\b"
    r"|customers?\b|products?\b|payments?\b|invoices?\b|returns?\b|receipts?\b|items?\b)"
)
SENTENCE = re.compile(r"(?<=\w{4})\. |(?<=[\d%)])\. (?=[A-Z'])|; |, then ")
SALE = re.compile(r"([a-z]+-\d+) on \d")
HOUR = re.compile(r"\b(\d{1,2}):00")
WRITTEN = re.compile(r"\d{4}-\d\d-\d\d|(?:\w+day,? )?\d{1,2} [A-Z][a-z]+ \d{4}")

Row = dict[str, Any]


def plain(text: object) -> str:
    """A name or sentence as it is compared: no case, one space, no underscores or curly quotes."""
    straight = str(text).replace("’", "'").replace("_", " ").casefold()
    return " ".join(straight.split())


def number(value: object) -> Decimal | None:
    """A figure, whether it came as a number or as the text of one; nothing for any other text."""
    if isinstance(value, bool) or value is None:
        return None
    try:
        return Decimal(str(value).replace(",", "").removesuffix("%"))
    except InvalidOperation:
        return None


def day(value: object) -> dt.date | None:
    """A date written as a whole cell."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dates.parse(str(value)).date() if WRITTEN.fullmatch(str(value).strip()) else None
    except (ValueError, OverflowError):
        return None


@dataclass(frozen=True)
class Said:
    """A response's body, read for judging."""

    body: dict[str, Any]

    @property
    def answered(self) -> bool:
        return bool(self.data) and self.body["query_type"] not in ASKED_BACK | REFUSED

    @property
    def broken(self) -> bool:
        return bool(self.body["query_type"] == BROKEN)

    @property
    def asked_back(self) -> bool:
        return self.body["query_type"] in ASKED_BACK

    @property
    def data(self) -> dict[str, Any]:
        return self.body.get("data") or {}

    @property
    def choices(self) -> list[str]:
        """The full questions offered instead; a refusal's suggestions are none."""
        if not self.asked_back:
            return []
        offered = self.body.get("choices") or self.body.get("follow_up_questions") or []
        return [each["question"] if isinstance(each, dict) else each for each in offered]

    @property
    def verdict(self) -> str:
        return self.body.get("verdict") or ""

    @cached_property
    def text(self) -> str:
        return " ".join(filter(None, (self.verdict, self.body.get("answer") or "")))

    @cached_property
    def lead(self) -> str:
        """The verdict, or the first sentence as far as its first figure's clause."""
        return self.verdict or SENTENCE.split(self.body.get("answer") or "", maxsplit=1)[0]

    @cached_property
    def rows(self) -> list[Row]:
        """Rows of something: the one for what has no customer, category or staff is left out."""
        return [row for row in self.data.get("rows") or [] if not any(_nobody(value) for value in row.values())]

    @property
    def complete(self) -> bool:
        return int(self.data.get("row_count") or 0) <= len(self.data.get("rows") or [])

    @cached_property
    def figures(self) -> list[Decimal]:
        """The main figures: the first total, how it changed, a single row's, and the verdict's."""
        main = dict(itertools.islice((self.data.get("total") or {}).items(), 1))
        found = [*_numbers({**self.data, "total": main}), *self._changes()]
        if len(self.rows) == 1:
            found += row_figures(self.rows[0])
        if self.verdict or not self.rows:
            found += [Decimal((a or b).replace(",", "")) for a, b in FIGURE.findall(self.lead)]
        counted = number(self.data.get("row_count"))
        if counted and re.search(rf"\b{counted}\b", self.lead):
            found.append(counted)
        return found

    @cached_property
    def beside(self) -> list[Decimal]:
        """What the main figure is compared with, and the totals shown beside it."""
        return [*_numbers(self.data.get("total")), *_numbers(self.data.get("before"))]

    def _changes(self) -> Iterator[Decimal]:
        for key, then in (self.data.get("before") or {}).items():
            new, old = number(self.data.get("total", {}).get(key)), number(then)
            if new is not None and old is not None:
                yield new - old
                if old:
                    yield 100 * (new / old - 1)

    def columns(self) -> Iterator[list[str]]:
        """The names down each column of the rows."""
        for key in dict.fromkeys(key for row in self.rows for key in row if not key.endswith("id")):
            names = [plain(row.get(key, "")) for row in self.rows]
            yield names
            if all(numbers := [SALE.match(name) for name in names]):
                yield [found[1] for found in numbers if found]

    def days(self) -> Iterator[list[dt.date]]:
        """The dates down each column that holds nothing else."""
        for key in dict.fromkeys(key for row in self.rows for key in row):
            found = [day(row.get(key)) for row in self.rows]
            if all(found):
                yield [each for each in found if each]

    def hours(self) -> list[int]:
        """The hour of each row; without rows, or with a verdict that names some, those it names."""
        named = [int(hour) for hour in HOUR.findall(self.lead)]
        if named and (self.verdict or not self.rows):
            return named
        told = [HOUR.match(str(value)) for row in self.rows for key, value in row.items() if key == "hour"]
        return [int(each[1]) for each in told if each]


def row_figures(row: Row) -> list[Decimal]:
    """The numbers of a row, the hour of a day among them."""
    cells = (HOUR.sub(r"\1", str(value)) for key, value in row.items() if not key.endswith("id"))
    return [found for cell in cells if (found := number(cell)) is not None]


def row_names(row: Row) -> set[str]:
    """The texts of a row and the names of its columns, for tables that are wide."""
    return {plain(value) for value in row.values()} | {plain(key) for key in row}


def _numbers(held: object) -> Iterator[Decimal]:
    if isinstance(held, dict):
        for key, value in held.items():
            if key not in NO_FIGURES:
                yield from _numbers(value)
    elif (found := number(held)) is not None:
        yield found


def _nobody(value: object) -> bool:
    return isinstance(value, str) and bool(re.match(r"(no|not) (?!yet\b)\w+|walk-?in", value, re.IGNORECASE))
