"""Files of days and of questions without answers are asked and counted."""

import uuid
from pathlib import Path

import pytest

from accounts.tests.builders import make_business
from ai_features.services.query_intelligence import QueryIntelligenceService
from benchmarks.judging.asked import sorted_out
from benchmarks.judging.days import judged_days
from benchmarks.judging.verdicts import counted


@pytest.fixture
def service(db: None) -> QueryIntelligenceService:
    return QueryIntelligenceService(make_business("Adom").pk)


def days_of(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "days.tsv"
    path.write_text("\n".join(["id\tas_of\tquestion\texpected", *rows]), encoding="utf-8")
    return path


def test_days_are_judged_as_of_their_own_day(service: QueryIntelligenceService, tmp_path: Path) -> None:
    path = days_of(
        tmp_path,
        "1\t2028-02-29\tsales yesterday\t2028-02-28..2028-02-29",
        "2\t2026-11-28\tsales last month\t2026-10-28..2026-11-28 | 2026-10-01..2026-11-01",
        "3\t2026-11-28\tsales yesterday\t2026-11-26..2026-11-27",
    )
    assert [each.came for each in judged_days(service, path)] == ["right", "right", "wrong"]


def test_what_ends_today_may_be_said_as_the_whole_month(service: QueryIntelligenceService, tmp_path: Path) -> None:
    path = days_of(tmp_path, "1\t2026-11-28\tsales this month\t2026-11-01..2026-11-29")
    assert [each.came for each in judged_days(service, path)] == ["right"]


def test_days_named_alone_are_asked_about_well_where_all_that_is_offered_is_of_them(
    service: QueryIntelligenceService, tmp_path: Path
) -> None:
    path = days_of(
        tmp_path,
        "1\t2026-11-28\tlast month\t2026-10-01..2026-11-01",
        "2\t2026-11-28\tlast month\t2026-09-01..2026-10-01",
    )
    assert [each.came for each in judged_days(service, path)] == ["well", "rest"]


def test_questions_without_answers_are_counted_by_kind(service: QueryIntelligenceService, tmp_path: Path) -> None:
    path = tmp_path / "asked.tsv"
    path.write_text("question\tkind\nsales yesterday\ttotal\nzzgh qwx\ttotal\n", encoding="utf-8")
    found = list(sorted_out(service, path))
    assert found[0].came == "answered"
    assert found[1].came != "answered"
    assert next(counted(found, ("answered",))).split() == ["total", "answered", "1", "50.0%"]


def test_a_question_that_breaks_is_counted_and_the_others_are_asked(tmp_path: Path) -> None:
    without_database = QueryIntelligenceService(uuid.uuid4())
    path = days_of(tmp_path, "1\t2026-11-28\tsales yesterday\tnone", "2\t2026-11-28\tsales today\tnone")
    assert [each.came for each in judged_days(without_database, path)] == ["rest", "rest"]
