"""Phrases of days: whether an answer is about the days that a person meant."""

import csv
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import time_machine

from ai_features.services.query_intelligence import QueryIntelligenceService
from benchmarks.judging.gold import Question
from benchmarks.judging.said import Said
from benchmarks.judging.verdicts import Verdict, ask

Span = tuple[dt.date, dt.date]
NOON = dt.time(12, tzinfo=dt.UTC)


def judged_days(service: QueryIntelligenceService, path: Path) -> Iterator[Verdict]:
    """Each row `id, as_of, question, expected` asked on that day. `expected` is half-open days, `|` between readings.

    `a..b vs c..d` is a comparison, `none` where asking back is as good. Days named alone are asked about well where all
    that is offered is of these days.
    """
    for row in csv.DictReader(path.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE):
        as_of = dt.date.fromisoformat(row["as_of"])
        with time_machine.travel(dt.datetime.combine(as_of, NOON), tick=False):
            said, _ = ask(service, row["question"])
            offered = [ask(service, text)[0] for text in said.choices]
        question = Question(id=row["id"], kind="days", text=row["question"], gold=[])
        yield Verdict(question, _came(said, offered, row["expected"].split(" | "), as_of), _told(said))


def _came(said: Said, offered: list[Said], expected: list[str], as_of: dt.date) -> str:
    readings = [[_span(part) for part in each.split(" vs ")] for each in expected if each != "none"]

    def of_these_days(answer: Said) -> bool:
        return any(_same(_spans(answer), each, as_of) for each in readings)

    if said.answered:
        return "right" if of_these_days(said) else "wrong"
    meant = bool(offered) and all(map(of_these_days, offered))
    return "well" if meant or ("none" in expected and not said.broken) else "rest"


def _same(spans: list[Span], wanted: list[Span], as_of: dt.date) -> bool:
    pairs = (zip(order, wanted, strict=False) for order in (spans, spans[::-1]))
    return len(spans) == len(wanted) and any(all(_alike(one, other, as_of) for one, other in each) for each in pairs)


def _alike(span: Span, wanted: Span, as_of: dt.date) -> bool:
    """Days that end with today may be said as the whole of their week, month or year."""
    until_today = wanted[1] == as_of + dt.timedelta(days=1) and span[1] >= wanted[1] and wanted[0] <= as_of
    return span[0] == wanted[0] and (span[1] == wanted[1] or until_today)


def _spans(said: Said) -> list[Span]:
    held = (said.data.get(key) for key in ("period", "compared_with"))
    return [(dt.date.fromisoformat(each["from"]), _after(each["to"])) for each in held if each]


def _after(day: str) -> dt.date:
    return dt.date.fromisoformat(day) + dt.timedelta(days=1)


def _span(written: str) -> Span:
    start, _, end = written.partition("..")
    return dt.date.fromisoformat(start), dt.date.fromisoformat(end)


def _told(said: Said) -> str:
    spans = " vs ".join(f"{start}..{end}" for start, end in _spans(said)) if said.answered else ""
    return spans or str(said.body.get("answer"))
