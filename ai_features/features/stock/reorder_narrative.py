"""The reorder plan in plain words: what to do first, and what is at stake."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel
from rest_framework import serializers

from ai_features.feature import Facts, Feature, Inputs, at_most, within
from ai_features.services.slots import Slots
from ai_features.shapes.narrative import Narrative, NarrativeAnswer
from common.tenancy import Caller

SIX_HOURS = 6 * 3600
MOST_ROWS = 5


class PlanInputs(serializers.Serializer[Any]):
    """Made by the plan's own view from the path: the plan as it answers it."""


class PlanFacts(Facts):
    rows: int = 0


class PlanWords(BaseModel):
    summary: Annotated[str, within(400)]
    key_insights: Annotated[list[Annotated[str, within(200)]], at_most(4)]
    recommendations: Annotated[list[Annotated[str, within(200)]], at_most(3)]
    risk_factors: Annotated[list[Annotated[str, within(200)]], at_most(3)]


PROMPT = """
Put a reorder plan into words for the owner of a shop. "data" says what each slot means. "summary": two or three
sentences, the most important first. "key_insights": two to four sentences on what stands out. "recommendations": two
or three concrete things to do, what to move before what to order. "risk_factors": up to three things to watch, none if
there are none. p with a number are the most pressing products, each with the units to order.
"""
_MONEY = {
    "order_value": "what all orders of the plan cost",
    "margin_at_risk": "margin that will be missed if nothing is ordered",
    "overstock_value": "value at cost of stock beyond what will sell in good time",
    "dead_stock_value": "value at cost of goods that nobody bought in 90 days",
}
_COUNTS = {
    "to_order": ("product", "products to order"),
    "out_of_stock": ("product", "products that sell and are out of stock"),
    "transfers": ("transfer", "moves between storefronts, before anything is bought"),
}


def gather(caller: Caller, inputs: Inputs) -> PlanFacts:
    """From the plan as it was just made. No query."""
    found = inputs["plan"]
    facts = PlanFacts(slots=Slots(seed=str(caller.business_id)))
    if not found["count"]:
        facts.nothing_to_report = "There is nothing in this plan to put into words."
        return facts
    summary = found["summary"]
    for slot, (unit, _) in _COUNTS.items():
        facts.slots.count(slot, summary[slot], unit)
    for slot in _MONEY:
        facts.slots.money(slot, Decimal(summary[slot]))
    _add_rows(facts, found["results"])
    facts.shown = {"slots_mean": _MONEY | {slot: meaning for slot, (_, meaning) in _COUNTS.items()}}
    return facts


def _add_rows(facts: PlanFacts, results: list[dict[str, Any]]) -> None:
    rows = [row for row in results if Decimal(row["suggested_quantity"])]
    for number, row in enumerate(rows[:MOST_ROWS], start=1):
        facts.slots.name(f"p{number}", row["product"])
        facts.slots.count(f"p{number}_order", Decimal(row["suggested_quantity"]), row["unit"], of=f"p{number}")
        facts.rows = number


_INSIGHTS = {
    "out_of_stock": "Goods out of stock that do sell: {out_of_stock}.",
    "dead_stock_value": "Stock worth {dead_stock_value} at cost has not sold for a long time.",
    "overstock_value": "Stock worth {overstock_value} at cost is more than will sell in good time.",
}
_MOVES = {"transfers": "Make the planned {transfers} before you buy: they cost no purchase."}
_RISKS = {"margin_at_risk": "Without these orders, margin of {margin_at_risk} may be missed."}


def offline(facts: PlanFacts) -> PlanWords:
    if facts.nothing_to_report:
        return PlanWords(summary=facts.nothing_to_report, key_insights=[], recommendations=[], risk_factors=[])
    orders = [f"Order {{p{number}_order}} of {{p{number}}}." for number in range(1, min(facts.rows, 2) + 1)]
    to_order = "There are {to_order} to order, for {order_value} together."
    return PlanWords(
        summary=to_order if facts.slots["to_order"].value else "There is nothing to order now.",
        key_insights=_where_some(facts, _INSIGHTS),
        recommendations=[*_where_some(facts, _MOVES), *orders],
        risk_factors=_where_some(facts, _RISKS),
    )


def _where_some(facts: PlanFacts, sentences: dict[str, str]) -> list[str]:
    """The sentences about what there is any of."""
    return [sentence for slot, sentence in sentences.items() if facts.slots[slot].value]


def answer(facts: PlanFacts, words: PlanWords) -> NarrativeAnswer:
    return NarrativeAnswer(ai_narrative=Narrative(**words.model_dump(), trends=[]))


FEATURE = Feature(
    key="report_narrative",
    name="reorder_narrative",
    title="Put the reorder plan into words",
    inputs=PlanInputs,
    gather=gather,
    prompt=PROMPT,
    words=PlanWords,
    offline=offline,
    answer=answer,
    tier="cheap",
    cache_for=SIX_HOURS,
    tokens_in=2000,
    tokens_out=1200,
    uncached=("plan",),
)
