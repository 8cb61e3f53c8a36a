"""The suite of questions, asked of two shops that share names; each figure checked against the raw rows."""

import datetime as dt
from collections import Counter, defaultdict
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ai_features.services.query_intelligence.executor import Result
from ai_features.services.query_intelligence.parser import AskBack, Refused
from ai_features.services.query_intelligence.service import Answered, QueryIntelligenceService
from ai_features.tests.questions import reckoning
from ai_features.tests.questions.shops import Trade, build
from common import clock

FILE = Path(__file__).parent / "questions" / "questions.tsv"
QUESTIONS = [line.split("\t") for line in FILE.read_text().splitlines() if not line.startswith("#")]
LISTS = ("reorder", "out_of_stock", "unsold", "new_customers", "returning_customers", "lapsed_customers")


@pytest.fixture
def shops(db: None) -> tuple[Trade, Trade]:
    names = ("Osu", "Tema"), ("Efua Sackey", "Yaw Darko")
    return build("Adom", *names, 11), build("Nhyira", *names, 23)


def verdict(trade: Trade, line: list[str], today: dt.date) -> str:
    """ "right", "refused" or "wrong: why"."""
    _, question, metric, dimension, period, where, top = line
    service = QueryIntelligenceService(trade.business.pk)
    outcome = service.answer(service.read(question))
    if metric.startswith("!"):
        wanted = AskBack if metric == "!ask" else Refused
        return "right" if isinstance(outcome, wanted) else f"wrong: {outcome}"
    if not isinstance(outcome, Answered):
        return "refused"
    return _differs(trade, outcome.result, (metric, dimension, period, where, top), today) or "right"


def _differs(trade: Trade, result: Result, wanted: tuple[str, ...], today: dt.date) -> str:
    metric, dimension, period, where, top = wanted
    plan = result.plan
    late = metric == "late30"
    if plan.metric != ("overdue" if late else metric) or (plan.overdue_days or 0) != (30 if late else 0):
        return f"wrong: metric {plan.metric}"
    if plan.dimensions != ((dimension,) if dimension else ()) or plan.limit != (int(top) if top else None):
        return f"wrong: by {plan.dimensions} limit {plan.limit}"
    first, _, second = period.partition(">")
    span = reckoning.days(first, today)
    if metric in LISTS:
        expected: Any = reckoning.names(trade, metric, where, span, today)
        same = {row.labels[0] for row in result.rows} == expected if dimension else result.found == len(expected)
        return "" if same else f"wrong: {result.rows} not {expected}"
    if second:
        then = reckoning.figure(trade, metric, where, reckoning.days(second, today), today)
        if not _equal(result.before[metric], then):
            return f"wrong: before {result.before} not {then}"
    if dimension:
        return _rows_differ(trade, result, wanted, today)
    expected = reckoning.figure(trade, metric, where, span, today)
    value = result.total[plan.metric]
    return "" if _equal(value, expected) else f"wrong: {value} not {expected}"


def _rows_differ(trade: Trade, result: Result, wanted: tuple[str, ...], today: dt.date) -> str:
    metric, dimension, period, where, top = wanted
    expected = reckoning.by(trade, metric, dimension, where, reckoning.days(period, today), today=today)
    key = result.plan.metric
    found = {row.labels[0]: row.values[key] for row in result.rows if not row.labels[0].startswith("no ")}
    found = {label: value for label, value in found.items() if label in expected or value}
    if any(not _equal(value, expected.get(label)) for label, value in found.items()):
        return f"wrong: {found} not {expected}"
    if len(found) != min(len(expected), int(top or 10**6)):
        return f"wrong: {len(found)} rows not {len(expected)}"
    values = [value for value in found.values() if isinstance(value, Decimal)]
    if top and sorted(values, reverse=result.plan.order == "high") != values:
        return "wrong: order"
    if top and values:
        best = sorted((v for v in expected.values() if v is not None), reverse=result.plan.order == "high")
        return "" if [Decimal(v) for v in best[: len(values)]] == values else "wrong: not the first"
    return ""


def _equal(value: Any, expected: Any) -> bool:
    if value is None or expected is None:
        return bool(value is None and not expected)
    return abs(Decimal(value) - Decimal(expected)) < Decimal("0.005")


def report(verdicts: list[tuple[str, str, str]]) -> str:
    """Right, wrong and refused, by kind."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for kind, _, said in verdicts:
        counts[kind][said.split(":")[0]] += 1
        counts["all"][said.split(":")[0]] += 1
    lines = [
        f"{kind:14} right {c['right']:4} wrong {c['wrong']:3} refused {c['refused']:3}" for kind, c in counts.items()
    ]
    return "\n".join(lines + [f"{question}: {said}" for _, question, said in verdicts if said != "right"])


def test_the_rules_alone_answer_nearly_all_and_nothing_wrongly(shops: tuple[Trade, Trade]) -> None:
    today = clock.today()
    assert len(QUESTIONS) >= 300
    for trade in shops:
        verdicts = [(line[0], line[1], verdict(trade, line, today)) for line in QUESTIONS]
        told = report(verdicts)
        assert not any(said.startswith("wrong") for _, _, said in verdicts), told
        assert sum(said == "right" for _, _, said in verdicts) >= 0.95 * len(verdicts), told
