"""What came of each question: right, wrong, asked back or refused well, or neither; counted by kind."""

import logging
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ai_features.services.query_intelligence import QueryIntelligenceService
from ai_features.services.query_intelligence.reading.follow_up import Turn
from ai_features.services.query_intelligence.reading.outcome import AskBack, Reading
from ai_features.services.query_intelligence.service import Answered, Outcome
from benchmarks.judging.fits import fits
from benchmarks.judging.gold import Gold, Question, Suite
from benchmarks.judging.said import BROKEN, Said

COLUMNS = ("right", "wrong", "well", "rest")

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Verdict:
    """`came` is one of `COLUMNS`; `answer` what was said."""

    question: Question
    came: str
    answer: str


def ask(service: QueryIntelligenceService, text: str, previous: Any = None) -> tuple[Said, Any]:
    """The response by rules alone, and the turn that the next one of a conversation goes on from.

    A question that breaks is logged and counts as not answered: the others are still to be judged.
    """
    try:
        reading = service.read(text, previous=previous)
        turn = _turn(service.answer(reading), reading, previous)
        return Said(service.process_query(text, previous=previous)), turn
    except Exception as error:
        logger.exception("%r broke", text)
        return Said({"query_type": BROKEN, "answer": repr(error), "data": None}), None


def _turn(outcome: Outcome, reading: Reading, previous: Turn | None) -> Turn | None:
    """What the next question goes on from: what was answered, or named alone, with the days last spoken of."""
    days = previous.period if previous else None
    if isinstance(outcome, Answered):
        return Turn(outcome.result.plan, outcome.result.shown, outcome.result.plan.period or days)
    subject = reading.subject if isinstance(reading, AskBack) else None
    return Turn(subject, (), days) if subject else previous


def judged(service: QueryIntelligenceService, suite: Suite) -> Iterator[Verdict]:
    """Every question of a suite asked and judged; the turns of a conversation one upon the other."""
    suite.prepare()
    for conversation in suite.conversations:
        previous = None
        for question in conversation:
            said, previous = ask(service, question.text, previous)
            readings = list(suite.readings(question))
            yield Verdict(question, came(service, said, question, readings), str(said.body.get("answer")))


def came(service: QueryIntelligenceService, said: Said, question: Question, readings: Sequence[Gold]) -> str:
    """The column of one response."""
    if said.broken:
        return "rest"
    if said.answered:
        return "right" if is_right(said, question, readings) else "wrong"
    if question.refuse_ok or any(gold.kind == "refuse" for gold in readings):
        return "well"
    offered = (ask(service, text)[0] for text in said.choices)
    return "well" if any(each.answered and is_right(each, question, readings) for each in offered) else "rest"


def is_right(said: Said, question: Question, readings: Iterable[Gold]) -> bool:
    """True where an answer is what one of the readings gives, and says what it must."""
    if question.must and not re.search(question.must, said.text, re.IGNORECASE):
        return False
    return any(fits(said, gold, question.text) for gold in readings)


def counted(verdicts: Iterable[Verdict], columns: Sequence[str] = COLUMNS) -> Iterator[str]:
    """A line for each kind and one for all of them: the number and the share of each column."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for each in verdicts:
        for kind in (each.question.kind, "all"):
            counts[kind][each.came] += 1
    for kind in sorted(counts, key=lambda kind: (kind == "all", kind)):
        shares = (
            f" {name} {counts[kind][name]:4} {counts[kind][name] / counts[kind].total():6.1%}" for name in columns
        )
        yield f"{kind:18}" + "".join(shares)


def failing(verdicts: Iterable[Verdict]) -> Iterator[str]:
    """The ones that are wrong, not answered although they could be, or not understood."""
    for each in verdicts:
        if each.came in ("wrong", "rest", "not understood"):
            yield f"{each.came} {each.question.id} {each.question.kind}: {each.question.text!r} {each.answer}"
