"""Whether what was said is what a gold reading says."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from benchmarks.judging.gold import Gold
from benchmarks.judging.said import Said, day, number, plain, row_figures, row_names
from reports.dimensions import VALUE_TITLES
from sales.models import ExpenseCategory

SHOWN_AS = {
    "mobile_money": {"mobile money", "momo"},
    "bank": {"bank", "bank transfer"},
    "mtn": {"mtn", "mtn momo"},
    "telecel": {"telecel", "telecel cash"},
    "at": {"at", "at money"},
} | {kind.value: {plain(kind.value), plain(VALUE_TITLES[kind.value])} for kind in ExpenseCategory}
NARROWER = re.compile(
    r"\b(only|just|alone|without|except|excluding|exclude|leave out|minus|remove|apart from|aside|other than)\b"
)
NONE = re.compile(r"\b(no|none|nothing|nobody|never|not)\b")
EXTREME = re.compile(r"\b(max|min)\(|\blimit 1\b")
A_RANKING = 3
A_FEW = 5
A_PAGE = 10  # a ranking may stop here when all of it was asked for


def fits(said: Said, gold: Gold, question: str) -> bool:
    """True where an answer gives what the reading gives, as its main figure, its rows or its first name."""
    return _KINDS[gold.kind](said, gold, question)


def _num(said: Said, gold: Gold, question: str) -> bool:
    wanted = [found for value in gold.rows[0] if (found := number(value)) is not None] if gold.rows else []
    if not wanted:
        return False
    figures = said.figures + (said.beside if len(wanted) > 1 else [])
    if all(_among(value, figures, gold) for value in wanted):
        return True
    if EXTREME.search(gold.sql) and said.rows:
        ends = [*row_figures(said.rows[0]), *(row_figures(said.rows[-1]) if said.complete else ())]
        return all(_among(value, ends, gold) for value in wanted)
    return len(wanted) > 1 and len(said.rows) <= len(wanted) + 1 and _beside(said, wanted, gold)


def _beside(said: Said, wanted: Sequence[Decimal], gold: Gold) -> bool:
    """Two figures to compare that stand in one column of a small table."""
    keys = dict.fromkeys(key for row in said.rows for key in row)
    columns = ([found for row in said.rows if (found := number(row.get(key))) is not None] for key in keys)
    return any(all(_among(value, column, gold) for value in wanted) for column in columns)


def _vals(said: Said, gold: Gold, question: str) -> bool:
    wanted = [row for row in _unnumbered(gold.rows) if any(number(value) for value in row)]
    if not said.rows:
        values = [found for row in wanted for value in row if (found := number(value)) is not None]
        return 0 < len(wanted) <= 2 and all(_among(value, said.figures + said.beside, gold) for value in values)
    more = len([row for row in said.rows if any(row_figures(row))]) - len(wanted)
    named = any(isinstance(value, str) for row in wanted for value in row)
    if more > 0 and (NARROWER.search(plain(question)) or (named and more > len(wanted))):
        return False
    return bool(wanted) and all(any(_row_fits(row, shown, gold) for shown in said.rows) for row in wanted)


def _unnumbered(rows: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Rows without a first column that only numbers them, as the ages of debts are."""
    first = sorted(number(row[0]) or 0 for row in rows if isinstance(row[0], int))
    numbered = len(rows) == len(first) <= A_FEW and first in (list(range(len(rows))), list(range(1, len(rows) + 1)))
    return [row[1:] for row in rows] if numbered and all(len(row) > 1 for row in rows) else list(rows)


def _row_fits(wanted: Sequence[Any], shown: dict[str, Any], gold: Gold) -> bool:
    figures, names = row_figures(shown), row_names(shown)
    for value in wanted:
        told = number(value)
        if told is not None and not _among(told, figures, gold):
            return False
        if isinstance(value, str) and told is None and not _shown(value) & names:
            return False
    return True


def _set(said: Said, gold: Gold, question: str) -> bool:
    if gold.of == "day":
        wanted = {day(row[0]) for row in gold.rows}
        return any(set(column) == wanted for column in said.days())
    if not gold.names:
        return not said.rows and (not any(said.figures) or bool(NONE.search(plain(said.lead))))
    if said.rows:
        return any(_same_names(column, gold.names) for column in said.columns())
    return _same_names(_named(said.text, gold), gold.names)


def _list(said: Said, gold: Gold, question: str) -> bool:
    for column in said.columns():
        enough = len(column) == len(gold.names) or (A_PAGE <= len(column) < len(gold.names) and "limit" not in gold.sql)
        if enough and all(_in_place(*each, gold) for each in zip(column, said.rows, gold.rows, strict=False)):
            return True
    return not said.rows and _named(said.text, gold) == [plain(name) for name in gold.names]


def _first(said: Said, gold: Gold, question: str) -> bool:
    if gold.of == "day":
        return bool(gold.rows) and any(column[0] == day(gold.rows[0][0]) for column in said.days())
    if not gold.names:
        return False
    named = _named(said.lead, gold)
    if named and (said.verdict or not said.rows):
        return named[0] == plain(gold.names[0]) and _measured(
            gold.rows[0], [*said.figures, *_figures_of(said, gold)], gold
        )
    return any(
        _is_row(column[0], said.rows[0], gold.rows[0], gold) and _goes_on(column, gold) for column in said.columns()
    )


def _goes_on(column: Sequence[str], gold: Gold) -> bool:
    """A ranking by another measure shows in its second name, where the reading gives no measure."""
    told = len(gold.rows[0]) > 1 or min(len(column), len(gold.names)) < A_RANKING
    return told or any(column[1] in _shown(name) for name in gold.names[1:A_RANKING])


def _figures_of(said: Said, gold: Gold) -> list[Decimal]:
    """The figures of the row that has the first name."""
    return [each for row in said.rows if _shown(gold.names[0]) & row_names(row) for each in row_figures(row)]


def _is_row(name: str, shown: dict[str, Any], wanted: Sequence[Any], gold: Gold) -> bool:
    return name in _shown(str(wanted[0])) and _measured(wanted, row_figures(shown), gold)


def _in_place(name: str, shown: dict[str, Any], wanted: Sequence[Any], gold: Gold) -> bool:
    """The name that is wanted here, or one that ties with it."""
    if _is_row(name, shown, wanted, gold):
        return True
    ties = [row for row in gold.rows if len(row) > 1 and row[1:] == wanted[1:]]
    last = ties and ties[-1] == gold.rows[-1] and "limit" in gold.sql
    tied = any(name in _shown(str(row[0])) for row in ties)
    return bool(tied or last) and bool(row_figures(shown)) and _measured(wanted, row_figures(shown), gold)


def _measured(wanted: Sequence[Any], figures: Sequence[Decimal], gold: Gold) -> bool:
    """What a name is ranked by, where the reading gives it; an answer in words alone need not."""
    values = [found for value in wanted[1:] if (found := number(value)) is not None]
    return not figures or all(_among(value, figures, gold) for value in values)


def _hour(said: Said, gold: Gold, question: str) -> bool:
    return bool(gold.rows) and said.hours()[:1] == [int(gold.rows[0][0])]


def _hours(said: Said, gold: Gold, question: str) -> bool:
    return set(said.hours()) == {int(row[0]) for row in gold.rows}


def _say(said: Said, gold: Gold, question: str) -> bool:
    """The words stand in the first sentence, or in the first row where the answer is a table."""
    first = " ".join(str(day(value) or value) for value in said.rows[0].values()) if said.rows else ""
    text = plain(f"{said.lead} {_dated(first)}")
    return bool(gold.names) and all(_word(value).search(text) for row in gold.rows[:1] for value in row)


def _refuse(said: Said, gold: Gold, question: str) -> bool:
    return not said.answered


_KINDS: dict[str, Callable[[Said, Gold, str], bool]] = {
    "num": _num,
    "vals": _vals,
    "set": _set,
    "list": _list,
    "first": _first,
    "hour": _hour,
    "hours": _hours,
    "say": _say,
    "refuse": _refuse,
}


def _among(wanted: Decimal, figures: Sequence[Decimal], gold: Gold) -> bool:
    return any(abs(abs(each) - abs(wanted)) <= Decimal(str(gold.tolerance)) for each in figures)


def _shown(name: str) -> set[str]:
    """How a name may be written."""
    return {plain(name)} | SHOWN_AS.get(name, set())


def _same_names(column: Sequence[str], wanted: Sequence[str]) -> bool:
    left = [name for name in column if name]
    return len(set(left)) == len(wanted) and all(_shown(name) & set(left) for name in wanted)


def _named(text: str, gold: Gold) -> list[str]:
    """The names of this kind in a text, in their order; the longest where one holds another."""
    left, found = plain(text), {}
    for name in sorted({*map(plain, gold.known), *map(plain, gold.names)}, key=len, reverse=True):
        for shown in _shown(name):
            at = left.find(shown)
            if at >= 0:
                found[at] = name
                left = left.replace(shown, "#" * len(shown))
    return [found[at] for at in sorted(found)]


def _word(value: object) -> re.Pattern[str]:
    """A word or a day of a month, in either order and with the month cut short."""
    dated = re.fullmatch(r"(\d{1,2}) ([A-Z][a-z]+)", str(value))
    if not dated:
        return re.compile(rf"\b{re.escape(plain(value))}\b")
    number_of, month = dated[1], f"{plain(dated[2])[:3]}[a-z]*"
    return re.compile(rf"\b0?{number_of}(?:st|nd|rd|th)? {month}\b|\b{month} 0?{number_of}\b(?!,\d)")


def _dated(text: str) -> str:
    """Dates in figures written out."""
    return re.sub(r"\d{4}-\d\d-\d\d", lambda found: f"{day(found[0]):%-d %B %Y}", text)
