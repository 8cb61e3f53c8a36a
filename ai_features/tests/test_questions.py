"""The suites of questions, asked of two shops that share names; each figure checked against the raw rows."""

import pytest

from ai_features.tests.questions.shops import Trade, build_pair
from ai_features.tests.questions.verdicts import Verdict, answered, counted, failing, lines_of
from common import clock


@pytest.fixture
def shops(db: None) -> tuple[Trade, Trade]:
    return build_pair()


@pytest.mark.parametrize(
    ("suite", "least"),
    [("questions", 300), ("questions_unseen", 144), ("questions_unseen_2", 70), ("questions_unseen_3", 140)],
)
def test_the_rules_alone_answer_nearly_all_and_nothing_wrongly(
    suite: str, least: int, shops: tuple[Trade, Trade]
) -> None:
    lines = lines_of(suite)
    assert len(lines) >= least
    for trade in shops:
        verdicts = answered(trade, lines, clock.today())
        told = "\n".join([*counted(verdicts), *failing(verdicts)])
        assert not any(each.said == "wrong" for each in verdicts), told
        assert sum(each.said == "right" for each in verdicts) >= 0.95 * len(verdicts), told


def test_verdicts_are_counted_by_kind_and_the_failing_ones_named() -> None:
    found = [
        Verdict("debts", "who owes", "right"),
        Verdict("debts", "owed", "refused"),
        Verdict("days", "when", "wrong", "1"),
    ]
    assert [line.split() for line in counted(found)] == [
        ["days", "right", "0", "wrong", "1", "refused", "0", "0.0%"],
        ["debts", "right", "1", "wrong", "0", "refused", "1", "50.0%"],
        ["all", "right", "1", "wrong", "1", "refused", "1", "33.3%"],
    ]
    assert list(failing(found)) == ["debts: 'owed' refused", "days: 'when' wrong 1"]
