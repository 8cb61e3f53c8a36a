"""Questions without answers: how many are answered, asked back with choices, refused with a reason, not understood."""

import csv
import itertools
import re
from collections.abc import Iterator
from pathlib import Path

from ai_features.services.query_intelligence import QueryIntelligenceService
from benchmarks.judging.gold import Question
from benchmarks.judging.said import Said
from benchmarks.judging.verdicts import Verdict, ask

COLUMNS = ("answered", "asked back", "refused", "not understood")
NOT_UNDERSTOOD = re.compile(r"\b(I know no|not understand|not understood|don't understand)\b")


def sorted_out(service: QueryIntelligenceService, path: Path) -> Iterator[Verdict]:
    """Each row `question, kind`, or each turn of `conversation_no, turn_no, question`, by what came of it."""
    rows = csv.DictReader(path.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE)
    numbered = enumerate(rows, 1)
    for _, turns in itertools.groupby(numbered, key=lambda each: each[1].get("conversation_no") or each[0]):
        previous = None
        for number, row in turns:
            said, previous = ask(service, row["question"], previous)
            question = Question(id=str(number), kind=row.get("kind") or "turn", text=row["question"], gold=[])
            yield Verdict(question, _came(said), str(said.body.get("answer")))


def _came(said: Said) -> str:
    if said.answered:
        return "answered"
    if said.choices:
        return "asked back"
    unclear = said.asked_back or said.broken or said.body["query_type"] == "not_understood"
    return "not understood" if unclear or NOT_UNDERSTOOD.search(said.text) else "refused"
