"""Whether questions and date phrases are read rightly: tests assert it, `python -m benchmarks.answers` prints it."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from ai_features.services.query_intelligence.days import find_period
from ai_features.services.query_intelligence.reading.outcome import AskBack, Refused
from ai_features.services.query_intelligence.service import Answered, QueryIntelligenceService
from ai_features.tests.questions import reckoning
from ai_features.tests.questions.shops import Trade
from reports.change import clipped

PERIODS_AS_OF = dt.date(2026, 11, 21)
QUESTIONS = ("questions", "questions_unseen", "questions_unseen_2", "questions_unseen_3")
PERIODS = ("periods", "periods_unseen", "periods_unseen_2", "periods_unseen_3")
SAID = ("right", "wrong", "refused")
_LISTS = {
    "reorder": "product",
    "out_of_stock": "product",
    "unsold": "product",
    "new_customers": "customer",
    "returning_customers": "customer",
    "lapsed_customers": "customer",
    "over_limit": "customer",
}
"""Lists of the suites, by what they list: its members are checked by name."""

_NOT_ANSWERED: dict[str, tuple[type, ...]] = {
    "!ask": (AskBack,),
    "!refuse": (Refused,),
    "!either": (AskBack, Refused),
}


@dataclass(frozen=True)
class Verdict:
    """What came of one question or phrase: `said` is one of `SAID`, `why` what was wrong with it."""

    kind: str
    text: str
    said: str
    why: str = ""


def lines_of(suite: str) -> list[list[str]]:
    """The rows of a suite beside this module, without its heading."""
    text = Path(__file__).with_name(f"{suite}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")]


def answered(trade: Trade, lines: Iterable[Sequence[str]], today: dt.date) -> list[Verdict]:
    """Each question asked of a shop by rules alone, its figures checked against the raw rows."""
    service = QueryIntelligenceService(trade.business.pk)
    return [_asked(service, trade, line, today) for line in lines]


def read(suite: str) -> list[Verdict]:
    """Each phrase of a suite of periods; where asking back is as good, naming no days is right too."""
    return [_read(suite, *line) for line in lines_of(suite)]


def counted(verdicts: Iterable[Verdict]) -> Iterator[str]:
    """Right, wrong and refused, by kind and in all."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for each in verdicts:
        counts[each.kind][each.said] += 1
        counts["all"][each.said] += 1
    for kind in sorted(counts, key=lambda kind: (kind == "all", kind)):
        number = counts[kind]
        share = number["right"] / number.total()
        yield f"{kind:18}" + "".join(f" {said} {number[said]:4}" for said in SAID) + f" {share:8.1%}"


def failing(verdicts: Iterable[Verdict]) -> Iterator[str]:
    """The ones that are not right, with what was wrong."""
    for each in verdicts:
        if each.said != "right":
            yield f"{each.kind}: {each.text!r} {each.said} {each.why}".rstrip()


def _read(kind: str, text: str, *wanted: str) -> Verdict:
    found = find_period(text, PERIODS_AS_OF)
    days = [found.start.isoformat(), found.end.isoformat()] if found else ["-"]
    if days == [each for each in wanted if each != "or none"] or (not found and "or none" in wanted):
        return Verdict(kind, text, "right")
    return Verdict(kind, text, "wrong" if found else "refused", f"{' '.join(days)}, not {' '.join(wanted)}")


def _asked(service: QueryIntelligenceService, trade: Trade, line: Sequence[str], today: dt.date) -> Verdict:
    kind, question, *wanted = line
    outcome = service.answer(service.read(question))
    if wanted[0].startswith("!"):
        fits = isinstance(outcome, _NOT_ANSWERED[wanted[0]])
        return Verdict(kind, question, "right") if fits else Verdict(kind, question, "wrong", str(outcome))
    if not isinstance(outcome, Answered):
        return Verdict(kind, question, "refused", outcome.text)
    why = _differs(trade, outcome.result, wanted, today)
    return Verdict(kind, question, "wrong" if why else "right", why)


def _differs(trade: Trade, result: Any, wanted: Sequence[str], today: dt.date) -> str:
    metric, dimension, period, where, top = wanted
    plan = result.plan
    late = metric == "late30"
    figure = f"{_LISTS[metric]}_count" if metric in _LISTS else "overdue" if late else metric
    if plan.metric != figure or (plan.overdue_days or 0) != (30 if late else 0):
        return f"metric {plan.metric}"
    if plan.dimensions != ((dimension,) if dimension else ()) or plan.limit != (int(top) if top else None):
        return f"by {plan.dimensions} limit {plan.limit}"
    first, _, second = period.partition(">")
    span = reckoning.days(first, today)
    if second:
        span, other = clipped(span, reckoning.days(second, today), today=today)
        then = reckoning.figure(trade, metric, where, other, today)
        if not _equal(result.before[plan.metric], then):
            return f"before {result.before} not {then}"
    if metric in _LISTS:
        return _members_differ(result, reckoning.names(trade, metric, where, span, today), listed=bool(dimension))
    if dimension:
        return _rows_differ(trade, result, wanted, today)
    expected = reckoning.figure(trade, metric, where, span, today)
    value = result.total[plan.metric]
    return "" if _equal(value, expected) else f"{value} not {expected}"


def _members_differ(result: Any, expected: set[str], *, listed: bool) -> str:
    if listed:
        return "" if {row.labels[0] for row in result.rows} == expected else f"{result.rows} not {expected}"
    number = result.total[result.plan.metric]
    return "" if _equal(number, len(expected)) else f"{number} not {len(expected)}"


def _rows_differ(trade: Trade, result: Any, wanted: Sequence[str], today: dt.date) -> str:
    metric, dimension, period, where, top = wanted
    expected = reckoning.by(trade, metric, dimension, where, reckoning.days(period, today), today=today)
    key = result.plan.metric
    found = {row.labels[0]: row.values[key] for row in result.rows if not row.labels[0].startswith("no ")}
    found = {label: value for label, value in found.items() if label in expected or value}
    if any(not _equal(value, expected.get(label)) for label, value in found.items()):
        return f"{found} not {expected}"
    if len(found) != min(len(expected), int(top or 10**6)):
        return f"{len(found)} rows not {len(expected)}"
    values = [value for value in found.values() if isinstance(value, Decimal)]
    if top and sorted(values, reverse=result.plan.order == "high") != values:
        return "order"
    if top and values:
        best = sorted((v for v in expected.values() if v is not None), reverse=result.plan.order == "high")
        return "" if [Decimal(v) for v in best[: len(values)]] == values else "not the first"
    return ""


def _equal(value: Any, expected: Any) -> bool:
    if value is None or expected is None:
        return bool(value is None and not expected)
    return abs(Decimal(value) - Decimal(expected)) < Decimal("0.005")
