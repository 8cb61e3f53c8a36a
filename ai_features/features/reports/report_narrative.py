"""What a report says, in plain words: a summary, what stands out, what to do, what to watch, where it is going."""

from typing import Annotated, Any

from pydantic import BaseModel
from rest_framework import serializers

from ai_features.feature import Feature, Inputs, at_most, within
from ai_features.features.reports.report_figures import FIGURES, ROWS
from ai_features.features.reports.report_words import NarrativeFacts, Trend, offline_words
from ai_features.services.slots import SlotId, Slots
from ai_features.shapes.narrative import NarrativeAnswer
from common.tenancy import Caller
from reports.period import Period
from reports.report import Report, changed

SIX_HOURS = 6 * 3600
MOST_ROWS = 5
MOST_TRENDS = 7
"""No report has more figures than these to compare."""
Line = Annotated[str, within(160)]


class NarrativeInputs(serializers.Serializer[Any]):
    """Made by the report's own view from the path: the report, its period and its figures."""


class TrendWords(BaseModel):
    figure: SlotId
    interpretation: Annotated[str, within(150)]


class NarrativeWords(BaseModel):
    summary: str
    key_insights: Annotated[list[Line], at_most(4)]
    recommendations: Annotated[list[Line], at_most(3)]
    risk_factors: Annotated[list[Line], at_most(MOST_TRENDS)]
    trends: Annotated[list[TrendWords], at_most(MOST_TRENDS)]


PROMPT = """
Put a report into words for the owner of a shop. "data" names the report, says what each slot means, and whether more
of it is better or worse. "summary": two to four sentences, the most important first. "key_insights": two to four
sentences on what stands out. "recommendations": two or three concrete things to do. "risk_factors": up to three
things to watch, none if there are none. "trends": for each figure that has a change slot one item, its id in "figure"
and one short "interpretation". Rows r with a number are the first of the list, each with its own figure.
"""


def gather(caller: Caller, inputs: Inputs) -> NarrativeFacts:
    """From the figures of the report as it was just made, and of the days before. The queries of one summary."""
    report, period, body = inputs["report"], inputs["period"], inputs["body"]
    facts = NarrativeFacts(slots=Slots(seed=str(caller.business_id)), report=report.key, title=report.title)
    if not body["results"]:
        facts.nothing_to_report = "There is nothing in this report to put into words."
        return facts
    before = body.get("comparison", {}).get("summary") or report.summarise(caller.business_id, period.before())
    _add_slots(facts, period, body["summary"], before)
    for number, row in enumerate(body["results"][:MOST_ROWS], start=1):
        _add_row_slots(facts, f"r{number}", row)
    facts.shown = {
        "report": report.title,
        "about": report.about,
        "slots_mean": {figure.id: figure.label for figure in FIGURES[report.key] if figure.id in facts.figures},
        "more_is": {trend.id: trend.more_is for trend in facts.trends if trend.more_is},
    }
    return facts


def _add_slots(facts: NarrativeFacts, period: Period, now: dict[str, Any], before: dict[str, Any]) -> None:
    facts.slots.period("period", period.start, period.end)
    for figure in FIGURES[facts.report]:
        if now.get(figure.id) is None:
            continue
        figure.add(facts.slots, figure.id, now[figure.id])
        facts.figures.append(figure.id)
        change = changed(before.get(figure.id), now[figure.id])
        if change is not None and figure.compares:
            facts.slots.change(f"{figure.id}_change", figure.decimal(change))
            facts.trends.append(Trend(id=figure.id, metric=figure.label, change=change, more_is=figure.more_is))


def _add_row_slots(facts: NarrativeFacts, slot: str, row: dict[str, Any]) -> None:
    shape = ROWS.get(facts.report)
    name = shape and row.get(shape.name)
    if not shape or not name or row.get(shape.figure.id) is None:
        return
    if shape.is_person:
        facts.slots.person(slot, str(name), key=row.get(shape.key) or name)
    else:
        facts.slots.name(slot, str(name))
    shape.figure.add(facts.slots, f"{slot}_{shape.figure.id}", row[shape.figure.id], of=slot)
    facts.rows.append(slot)


def offline(facts: NarrativeFacts) -> NarrativeWords:
    if facts.nothing_to_report:
        return NarrativeWords(
            summary=facts.nothing_to_report, key_insights=[], recommendations=[], risk_factors=[], trends=[]
        )
    return NarrativeWords.model_validate(offline_words(facts))


def answer(facts: NarrativeFacts, words: NarrativeWords) -> NarrativeAnswer:
    said = {item.figure: item.interpretation for item in words.trends}
    return NarrativeAnswer.model_validate(
        {
            "ai_narrative": {
                "summary": words.summary,
                "key_insights": words.key_insights,
                "recommendations": words.recommendations,
                "risk_factors": words.risk_factors,
                "trends": [
                    {
                        "metric": trend.metric,
                        "direction": trend.direction,
                        "change_percentage": trend.change,
                        "interpretation": said.get(trend.id, ""),
                    }
                    for trend in facts.trends
                ],
            }
        }
    )


def inputs_of(report: Report, period: Period, body: dict[str, Any]) -> dict[str, Any]:
    """What the view hands to the engine."""
    return {"report": report, "period": period, "body": body}


FEATURE = Feature(
    key="report_narrative",
    title="Put a report into words",
    inputs=NarrativeInputs,
    gather=gather,
    prompt=PROMPT,
    words=NarrativeWords,
    offline=offline,
    answer=answer,
    tier="cheap",
    cache_for=SIX_HOURS,
    tokens_in=3000,
    tokens_out=1500,
    uncached=("report", "period", "body"),
)
