"""The page on what can be asked: current, and every example on it is answered."""

import pytest
from django.conf import settings
from django.core.management import call_command

from ai_features.services.query_intelligence import answering, guide
from ai_features.services.query_intelligence.names import index_of
from ai_features.services.query_intelligence.reading.outcome import Understood
from ai_features.services.query_intelligence.reading.reader import read
from ai_features.services.query_intelligence.service import Answered, QueryIntelligenceService
from ai_features.tests.plans import told
from ai_features.tests.questions.shops import Trade
from common import clock
from reports.metrics import METRICS
from reports.segments import SEGMENTS

pytestmark = pytest.mark.django_db


def test_the_page_says_what_the_vocabulary_says() -> None:
    written = (settings.BASE_DIR / "docs" / "asking_questions.md").read_text(encoding="utf-8")
    assert written == guide.page(), "run manage.py write_question_guide"


def test_every_further_form_is_read_and_answered(trade: Trade) -> None:
    index = index_of(trade.business.pk)
    for text in guide.FORMS:
        found = read(text, today=clock.today(), index=index)
        assert isinstance(found, Understood), text
        assert told(answering.run(trade.business.pk, found.plan, today=clock.today())).rstrip().endswith("."), text


def test_every_example_is_of_a_figure() -> None:
    assert set(guide.EXAMPLES) <= {*METRICS, *SEGMENTS}


def test_every_example_is_answered_with_the_figure_it_stands_for(trade: Trade) -> None:
    service = QueryIntelligenceService(trade.business.pk)
    outcomes = {text: service.answer(service.read(text)) for text in guide.examples()}
    unanswered = [text for text, outcome in outcomes.items() if not isinstance(outcome, Answered)]
    assert unanswered == []
    metrics = {key: outcomes[text] for key, text in guide.EXAMPLES.items()}
    wrong = {key: out for key, out in metrics.items() if isinstance(out, Answered) and key not in _about(out)}
    assert wrong == {}


def _about(outcome: Answered) -> tuple[str, ...]:
    plan = outcome.result.plan
    return (plan.metric, *(each.row for each in plan.segments))


def test_every_follow_up_offered_is_answered(trade: Trade) -> None:
    service = QueryIntelligenceService(trade.business.pk)
    offered = {text for example in guide.examples() for text in service.process_query(example)["follow_up_questions"]}
    assert offered
    assert [text for text in offered if not isinstance(service.answer(service.read(text)), Answered)] == []


def test_the_command_writes_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("write_question_guide")
    assert "asking_questions.md" in capsys.readouterr().out


def test_payments_by_one_method_are_told_for_hours_too(trade: Trade) -> None:
    answer = QueryIntelligenceService(trade.business.pk).process_query("cash taken in the evening")
    assert answer["plan"].startswith("Payments received by cash from 17:00 to 22:00")
