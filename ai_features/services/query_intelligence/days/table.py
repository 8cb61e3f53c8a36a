"""The phrases of phrases.tsv as rules: days and units from now, grains, all days on record, and what is unsure."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ai_features.services.query_intelligence.days.almanac import ONE_DAY, one_day
from ai_features.services.query_intelligence.days.chart import NO
from ai_features.services.query_intelligence.days.stretches import fixed, rule, units_from_now


def _days(today: dt.date, offset: int, *_: Any) -> Any:
    return fixed("day", one_day(today + offset * ONE_DAY))


_COUNTED: dict[str, Callable[..., Any]] = {"days": _days, "units": units_from_now}
_NONE = frozenset({"always", "unsure"})


def _row(symbol: str, value: str, patterns: str) -> None:
    counted = _COUNTED.get(symbol)
    made: Any = value if symbol == "grain" else None if symbol in _NONE else int(value or 1)
    rule(symbol.upper(), *patterns.split(", "))(
        (lambda today, *found: counted(today, made, *found)) if counted else (lambda today, *_: made)
    )


for _line in Path(__file__).with_name("phrases.tsv").read_text(encoding="utf-8").splitlines():
    if not _line.startswith("#"):
        _row(*(part.strip() for part in _line.split("|")))
rule("UNSURE", "BESIDE STRETCH", "BESIDE UNIT", "BESIDE FEAST", "BESIDE MONTH")(lambda today, *_: None)
rule("UNSURE", "YEAR - NUM season?")(lambda today, year, number: None if number < 100 else NO)
